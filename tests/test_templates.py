"""Every layout × every language with catalogs × its own sizes: no tofu, no overflow, nothing for the checker."""

from __future__ import annotations

from functools import cache

import pytest

from placards.pipeline import scenes, text_blocks
from placards.scene.check import check_scene
from placards.sheet import parse_sheet

from .jobs import firm_slogans, job_for, languages_for, layouts, messages

LAYOUTS = layouts().names()
LANGUAGES = [summary.language for summary in messages().languages()]


@cache
def sizes(layout: str) -> tuple[str, ...]:
    return layouts().layout(layout).layout.sizes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_message_fits(layout: str, language: str) -> None:
    folder = layouts().layout(layout)
    languages = languages_for(folder, language)
    names = firm_slogans(languages)
    assert names, f"no slogan has a message in all of {languages}"
    choices = [names[:12]] if folder.layout.many else [names[:1], names[-1:]]
    for size in sizes(layout):
        for chosen in choices:
            made = scenes(job_for(folder, languages, chosen, size))
            assert made
            for scene in made:
                assert check_scene(scene) == []
                blocks = list(text_blocks(scene.items))
                assert any(block.language.split("-")[0] == language.split("_")[0].split("-")[0] for block in blocks)
                for block in blocks:
                    for line in block.lines:
                        for placed in line.runs:
                            circle = placed.run.font.glyph(0x25CC)
                            drawn = {g.id for g in placed.run.glyphs}
                            assert circle not in drawn or circle is None or "\u25cc" in block.text, block.text
                            for glyph in placed.run.glyphs:
                                char = block_char(line.text, glyph.cluster - line.start)
                                assert glyph.id or not char.isprintable() or char.isspace(), f"{char!r} in {block.text}"


def block_char(text: str, index: int) -> str:
    return text[index] if 0 <= index < len(text) else " "


@pytest.mark.parametrize("layout", LAYOUTS)
def test_declared_sizes_exist(layout: str) -> None:
    assert sizes(layout)
    for size in sizes(layout):
        assert parse_sheet(size).name == size


@pytest.mark.parametrize("layout", LAYOUTS)
def test_works_without_what_is_optional(layout: str) -> None:
    """A volunteer has a slogan and nothing else: no organiser, no date, no place, no link."""
    from dataclasses import replace

    folder = layouts().layout(layout)
    languages = languages_for(folder, "en")
    job = job_for(folder, languages, firm_slogans(languages)[:1], "a3")
    bare = replace(job.content, fields=tuple(f for f in job.content.fields if f[0] == "title"), link="")
    for scene in scenes(replace(job, content=bare)):
        assert check_scene(scene) == []


def test_there_are_languages() -> None:
    assert len(LANGUAGES) >= 20
    assert {"ar", "ur", "fa", "hi", "ja", "th", "he", "my"} <= set(LANGUAGES)
