"""HarfBuzz itself as witness: the first article of the Declaration of Human Rights in every language we have it in."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from placards.text.runs import ShapedLine
from placards.text.shape import Paragraph

from .support import glyphs_of, harfbuzz, has_circle, json_lines, ours, set_text

ARTICLES = {entry["code"]: entry for entry in json_lines("udhr_article1.jsonl")}

#: Texts with characters that no shipped font has: code → (characters, why).
WITHOUT_A_FONT = {
    "cmn_hans_beijing": ("刬", "a dialect character outside GB 2312, to which the Chinese subset is cut"),
    "vie_han": ("𠊛𠚢𧗱𡥵𠊛𢭲膮𥪝", "Vietnamese Han characters of the supplementary planes"),
    "san_gran": (None, "Grantha has no font in the set: all of its letters"),
}

#: Texts that need a second font inside one script: code → (characters, why that is right).
SECOND_FONT = {
    "hak": ("佢", "a Cantonese character among simplified ones: only the Traditional Chinese subset has it"),
    "yue": ("喺佢哋", "Cantonese in simplified characters: only the Traditional Chinese subset has these"),
    "iii": ("，", "the Yi font has no fullwidth comma; the Chinese one is what Yi texts are printed with"),
    "vai": (",.", "the Vai font has no Latin punctuation"),
    "vie_han": ("哿", "in GB 2312 but not in Big5"),
}


def _set(code: str, role: str = "text") -> tuple[Paragraph, ShapedLine, dict[str, Any]]:
    entry = ARTICLES[code]
    paragraph, line = set_text(entry["text"], entry["bcp47"], role)
    return paragraph, line, entry


def test_there_are_532_texts() -> None:
    assert len(ARTICLES) == 532


@pytest.mark.parametrize("code", ARTICLES)
def test_runs_are_what_harfbuzz_makes_of_them(code: str) -> None:
    paragraph, line, entry = _set(code)
    text = entry["text"]
    covered = sorted(index for run in line.runs for index in range(run.start, run.end))
    assert covered == list(range(len(text)))
    for run in line.runs:
        assert ours(run) == harfbuzz(text, run, entry["bcp47"]), text[run.start : run.end]
    assert paragraph.base_level == (entry["dir"] == "rtl")


@pytest.mark.parametrize("role", ["text", "display"])
@pytest.mark.parametrize("code", ARTICLES)
def test_no_box_and_no_dotted_circle(code: str, role: str) -> None:
    paragraph, line, _ = _set(code, role)
    missing = {found.char for found in paragraph.missing(line)}
    if code in WITHOUT_A_FONT:
        expected = WITHOUT_A_FONT[code][0]
        assert missing == set(expected) if expected else missing
        return
    assert not missing
    assert not has_circle(line)
    assert all(glyph != 0 for glyph, *_ in glyphs_of(line))


@pytest.mark.parametrize("code", ARTICLES)
def test_one_font_draws_a_script(code: str) -> None:
    _, line, entry = _set(code)
    lengths: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    texts: dict[tuple[str, str], str] = defaultdict(str)
    for run in line.runs:
        lengths[run.script][run.font.path.name] += run.end - run.start
        texts[run.script, run.font.path.name] += entry["text"][run.start : run.end]
    second = {
        char
        for script, fonts in lengths.items()
        for font in sorted(fonts, key=fonts.__getitem__)[:-1]
        for char in texts[script, font]
    }
    assert second == set(SECOND_FONT.get(code, ("", ""))[0])
