"""`placards shape --json` says what the engine makes of a text, in the words of the contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from placards.files.shipped import fonts_folder
from placards.problems.errors import FontError, PlacardsError, TextError
from placards.text.font import load_font
from placards.text.inspect import inspect_text
from placards.text.runs import TextRun

from .support import harfbuzz, json_lines

ANTON = fonts_folder() / "Anton" / "Anton-Regular.ttf"


def _check_shape(found: dict[str, Any]) -> None:
    assert list(found) == ["text", "language", "base_direction", "lines", "missing"]
    for line in found["lines"]:
        assert list(line) == ["text", "start", "end", "runs"]
        assert line["text"] == found["text"][line["start"] : line["end"]]
        spans = sorted((run["start"], run["end"]) for run in line["runs"])
        assert [index for start, end in spans for index in range(start, end)] == [*range(line["start"], line["end"])]
        for run in line["runs"]:
            assert list(run) == ["start", "end", "script", "level", "font", "variations", "upem", "glyphs"]
            assert Path(run["font"]).is_file()
            for glyph in run["glyphs"]:
                assert list(glyph) == ["id", "cluster", "x_advance", "y_advance", "x_offset", "y_offset"]
                assert run["start"] <= glyph["cluster"] < run["end"]
                assert all(type(value) is int for value in glyph.values())
    for entry in found["missing"]:
        assert list(entry) == ["char", "code_point", "index"]
        assert found["text"][entry["index"]] == entry["char"]
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("entry", json_lines("udhr_article1.jsonl")[::7], ids=lambda entry: entry["code"])
def test_the_object_and_its_glyphs(entry: dict[str, Any]) -> None:
    found = inspect_text(entry["text"], entry["bcp47"])
    _check_shape(found)
    assert found["base_direction"] == entry["dir"]
    for line in found["lines"]:
        for run in line["runs"]:
            font = load_font(Path(run["font"]), tuple(run["variations"].items()))
            bare = TextRun(run["start"] - line["start"], run["end"] - line["start"], run["script"], run["level"], font)
            if font.path.stem.endswith("Regular"):
                continue  # drawn with synthetic bold, of which the object does not speak
            witness = harfbuzz(line["text"], bare, entry["bcp47"])
            for glyph, (glyph_id, cluster, *positions) in zip(run["glyphs"], witness, strict=True):
                assert (glyph["id"], glyph["cluster"]) == (glyph_id, cluster + line["start"])
                assert [glyph[k] for k in ("x_advance", "y_advance", "x_offset", "y_offset")] == positions


def test_one_line_per_paragraph_with_indexes_into_the_text() -> None:
    found = inspect_text("سلام\r\nab\u2029\nc", "ar")
    _check_shape(found)
    assert [(line["start"], line["end"]) for line in found["lines"]] == [(0, 4), (6, 8), (9, 9), (10, 11)]
    assert found["base_direction"] == "rtl"
    assert found["lines"][1]["runs"][0]["level"] == 0  # a line of Latin letters alone runs its own way


def test_runs_are_in_visual_order() -> None:
    (line,) = inspect_text("abc سلام 12", "ar")["lines"]
    assert [run["start"] for run in line["runs"]] == [9, 4, 3, 0]
    arabic = line["runs"][1]
    clusters = [glyph["cluster"] for glyph in arabic["glyphs"]]
    assert clusters == sorted(clusters, reverse=True)


@pytest.mark.parametrize(("direction", "base", "order"), [("ltr", "ltr", [0, 2]), ("rtl", "rtl", [2, 1, 0])])
def test_direction_may_be_given(direction: Any, base: str, order: list[int]) -> None:
    found = inspect_text("a ש", "en", direction=direction)
    assert found["base_direction"] == base
    assert [run["start"] for run in found["lines"][0]["runs"]] == order


def test_missing_has_the_index_in_the_whole_text() -> None:
    found = inspect_text("ab\n\U00011305", "en")
    assert found["missing"] == [{"char": "\U00011305", "code_point": "U+11305", "index": 3}]


def test_variations_are_an_object() -> None:
    (line,) = inspect_text("a", "en")["lines"]
    assert line["runs"][0]["variations"] == {"wght": 700.0}
    assert line["runs"][0]["upem"] == 1000


def test_a_font_file_goes_first_and_what_it_lacks_comes_from_the_set() -> None:
    found = inspect_text("Peace سلام", "en", font=ANTON)
    fonts = [Path(run["font"]).name for run in found["lines"][0]["runs"]]
    assert fonts[0] == "Anton-Regular.ttf"
    assert len(set(fonts)) == 2
    assert found["missing"] == []


@pytest.mark.parametrize(
    ("text", "kind"), [("", TextError), ("a\ud800", TextError), ("a\ufdd0", TextError), ("a\x07", TextError)]
)
def test_what_cannot_be_set_is_an_error(text: str, kind: type[PlacardsError]) -> None:
    with pytest.raises(kind):
        inspect_text(text, "en")


def test_a_file_that_is_no_font_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(b"no font")
    with pytest.raises(FontError):
        inspect_text("a", "en", font=path)


def test_inspection_changes_nothing() -> None:
    """Overrides are taken out of messages, not out of a text that is being looked at."""
    text = "a\u202eb\u202c \tc"
    found = inspect_text(text, "en")
    assert found["text"] == text
    assert [run["level"] for run in found["lines"][0]["runs"]][:2] == [0, 1]
