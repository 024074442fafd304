"""Every layout × every language with catalogs × its own sizes: no tofu, no overflow, nothing for the checker.

Each layout and language meet in one size, with the longest message, or the shortest for every fourth language. Sizes take
turns from language to language, so that every layout sees all of its sizes; ``pytest --all-sizes`` goes through all of
them with both messages.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from placards.locale.language import parse_language
from placards.pipeline import text_blocks
from placards.scene.check import check_scene
from placards.scene.items import TextBlock
from placards.template.folder import LayoutFolder
from placards.values.sheet import parse_sheet

from .jobs import entry_for, firm_slogans, job_for, languages_for, layouts, messages, scenes

LAYOUTS = layouts().names()
#: Those with slogans, transliterations aside; the five hundred of the human-rights pack have their own test.
LANGUAGES = sorted(
    folder.tag
    for folder in messages().language_folders
    if folder.catalog("peace") in folder.catalogs() and not folder.transliterated()
)


@cache
def sizes(layout: str) -> tuple[str, ...]:
    return layouts().layout(layout).layout.sizes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_message_fits(layout: str, language: str, request: pytest.FixtureRequest) -> None:
    folder = layouts().layout(layout)
    languages = languages_for(folder, language)
    names = firm_slogans(languages)
    assert names, f"no slogan has a message in all of {languages}"
    choices = [names[:12], names[-12:]] if folder.layout.many else [names[:1], names[-1:]]
    pairs = [(size, chosen) for size in sizes(layout) for chosen in choices]
    if not request.config.getoption("--all-sizes"):
        turn = LANGUAGES.index(language)
        pairs = [(sizes(layout)[turn % len(sizes(layout))], choices[0 if turn % 4 == 3 else -1])]
    for size, chosen in pairs:
        made = scenes(job_for(folder, languages, chosen, size))
        assert made
        for scene in made:
            assert check_scene(scene) == []
            blocks = list(text_blocks(scene.items))
            assert parse_language(language).language in {parse_language(b.language).language for b in blocks}
            for block in blocks:
                assert_no_tofu(block)


def assert_no_tofu(block: TextBlock) -> None:
    """No box, and no dotted circle that the text does not ask for."""
    for line in block.lines:
        for placed in line.runs:
            circle = placed.run.font.glyph(0x25CC)
            for glyph in placed.run.glyphs:
                index = glyph.cluster - line.start
                char = line.text[index] if 0 <= index < len(line.text) else " "
                assert glyph.id or not char.isprintable() or char.isspace(), f"{char!r} in “{block.text}”"
                assert circle is None or glyph.id != circle or "\u25cc" in block.text, block.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_declared_sizes_exist(layout: str) -> None:
    assert sizes(layout)
    for size in sizes(layout):
        assert parse_sheet(size).name == size


def needs(folder: LayoutFolder) -> set[str]:
    """What a layout cannot do without, as its elements say."""
    return {"title"} | {
        str(getattr(element, "show", ""))
        for element in folder.layout.every_element
        if getattr(element, "needed", False)
        or (
            element.type in ("body", "photo")
            and not (getattr(element, "optional", True) or getattr(element, "file", ""))
        )
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_works_without_what_is_optional(layout: str) -> None:
    """A volunteer has a slogan and nothing else: no organiser, no date, no place, no link."""
    folder = layouts().layout(layout)
    languages = languages_for(folder, "en")
    job = job_for(folder, languages, firm_slogans(languages)[:1], "a3")
    needed = needs(folder)
    bare = replace(
        job.content,
        fields=tuple(f for f in job.content.fields if f[0] in needed),
        link="",
        pictures=tuple(picture for picture in job.content.pictures if picture.slot in needed),
    )
    for scene in scenes(replace(job, content=bare)):
        assert check_scene(scene) == []


def test_there_are_languages() -> None:
    assert len(LANGUAGES) >= 20
    assert {"ar", "ur", "fa", "hi", "ja", "th", "he", "my"} <= set(LANGUAGES)


#: Languages whose transliterations were begun with chants only: how many there are.
FEW = {"be": 16, "gu": 8, "kk": 11, "km": 7, "mk": 14, "mn": 7, "mr": 10, "my": 8, "ti": 7}


@pytest.mark.parametrize("language", sorted({folder.transliterated() for folder in messages().language_folders} - {""}))
def test_every_chant_that_can_be_said(language: str) -> None:
    """All chants with a transliteration, those of call and response too, with their English: no tofu, no overflow."""
    library, folder = messages(), layouts().layout("chant-sheet")
    languages = (language, "en")
    names = [
        slogan.full_name
        for slogan in library.slogans(tags=["chant"])
        if entry_for(slogan, languages, folder.layout.says).said[0] is not None
    ]
    assert len(names) >= FEW.get(language, 20)
    for size in ("a4", "a5", "a4-landscape"):
        made = scenes(job_for(folder, languages, names, size))
        shown = 0
        for scene in made:
            assert check_scene(scene) == []
            shown += sum(block.role == "say" for block in text_blocks(scene.items))
        assert shown >= len(names)
