"""Lines from top to bottom: what stands, what is turned, what goes together in one em, and in which order."""

from __future__ import annotations

import gzip

import pytest

from placards.layout.lines import emergency_ends
from placards.text.orientation_table import vertical_orientation
from placards.text.runs import GlyphRun, ShapedLine
from placards.text.shape import Paragraph
from placards.text.vertical import can_be_vertical, place_in_column
from placards.text.vertical_signs import curled, together
from tests.samples import Sample, vertical_samples
from tools.vertical_orientation import orientations

from .support import DATA, harfbuzz, ours, set_text

KINDS = {"upright": "U", "turned": "R", "together": "C"}

#: Korean lines that the file turns by the letter of UAX #50; we write what klreq asks for, as its note says.
KOREAN = {"평화를, 지금!": ("평화를、지금!", "UUUVRUUC"), "5월 18일, 2만명": ("5월 18일、2만명", "CURCCUVRCUU")}


def forms(sample: Sample, line: ShapedLine) -> str:
    """What each character does, V where it stands with another glyph than in a horizontal line."""
    _, across = set_text(sample.text, sample.language)
    plain = {glyph.cluster: glyph.id for run in across.runs for glyph in run.glyphs}
    out = ["?"] * len(sample.text)
    for run in line.runs:
        assert run.stand is not None
        out[run.start : run.end] = KINDS[run.stand.kind] * (run.end - run.start)
        for glyph in run.glyphs:
            if run.stand.kind == "upright" and glyph.id != plain[glyph.cluster]:
                out[glyph.cluster] = "V"
    return "".join(out)


def alike(expected: str, found: str, sample: Sample) -> bool:
    """Whether they agree; for … and ― the file has turned and vertical glyphs look alike."""
    pairs = zip(sample.text, expected, found, strict=True)
    return all(one == other or (char in "…―" and {one, other} == {"R", "V"}) for char, one, other in pairs)


@pytest.mark.parametrize("sample", vertical_samples(), ids=lambda sample: sample.text)
@pytest.mark.parametrize("role", ["text", "display"])
def test_the_24_lines(sample: Sample, role: str) -> None:
    paragraph, line = set_text(sample.text, sample.language, role, vertical=True)
    drawn, expected = KOREAN.get(sample.text, (sample.text, sample.draw))
    assert paragraph.drawn.replace("\u200b", "") == drawn
    assert alike(expected, forms(sample, line), sample)
    spans = [(run.start, run.end) for run in line.runs if run.stand and run.stand.kind == "together"]
    assert [span for span in spans if sample.text[slice(*span)] != "!"] == sample.together
    assert [vertical_orientation(char) for char in sample.text] == sample.orientations
    assert not paragraph.missing(line)


def test_the_table_is_unicode_s() -> None:
    with gzip.open(DATA / "unicode" / "VerticalOrientation-15.0.0.txt.gz", "rt", encoding="utf-8") as file:
        expected = orientations(file.read())
    assert [vertical_orientation(chr(code)) for code in range(0x110000)] == expected


def stands(text: str, language: str) -> dict[str, str]:
    _, line = set_text(text, language, vertical=True)
    return {text[run.start : run.end]: run.stand.kind for run in line.runs if run.stand and text[run.start].strip()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月", ["12"]), ("123名", []), ("2°C", []), ("3.5倍", []), ("10:30開始", []), ("5%増", []), ("No.5の", []),
        ("5 km歩く", []), ("（12）", ["12"]), ("(7)番", ["7"]), ("第3 回", ["3"]), ("5-6月", []), ("１２月", []),
        ("今!", ["!"]), ("今!!", ["!!"]), ("今!!!", ["!!!"]), ("今???", ["??", "?"]), ("No War!", []), ("12!", ["12", "!"]),
        ("12, 13日", ["12", "13"]),
    ],
)  # fmt: skip
def test_what_goes_together(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in together(text)] == expected


@pytest.mark.parametrize("text", ["12月", "5月", "今!?", "今!!!", "今??"])
def test_what_goes_together_is_centred_in_one_em(text: str) -> None:
    paragraph, line = set_text(text, "ja", "display", vertical=True)
    (run,) = (run for run in line.runs if run.stand and run.stand.kind == "together")
    assert run.advance == run.font.upem
    alone = paragraph.line(run.start, run.end)
    assert alone.advance_em == 1
    assert alone.ink_left_em + alone.ink_right_em == pytest.approx(0)
    assert alone.ink_top_em + alone.ink_bottom_em == pytest.approx(1)
    assert -0.5 <= alone.ink_left_em < alone.ink_right_em <= 0.5
    matrix = place_in_column(run)
    width = sum(glyph.x_advance for glyph in run.glyphs) / run.font.upem
    assert matrix.a / -matrix.d == pytest.approx(min(1, 1 / width)), "squeezed only as far as it must"
    assert matrix.b == matrix.c == 0
    assert ours(run) == harfbuzz(paragraph.drawn, run, "ja", "ltr")


def test_ideographs_stand_and_latin_is_turned() -> None:
    assert stands("平和OK", "ja") == {"平和": "upright", "OK": "turned"}


@pytest.mark.parametrize(
    ("text", "language"), [("平和、「世界」ー", "ja"), ("和平，世界。", "zh-Hant"), ("평화！", "ko")]
)
def test_upright_glyphs_are_harfbuzz_s_vertical_ones(text: str, language: str) -> None:
    _, line = set_text(text, language, vertical=True)
    for run in line.runs:
        assert ours(run) == harfbuzz(text, run, language, "ttb")
        assert all(glyph.y_advance < 0 and glyph.x_advance == 0 for glyph in run.glyphs)


def test_vertical_punctuation_has_its_own_glyphs() -> None:
    across, down = (set_text("、「ー", "ja", vertical=vertical)[1] for vertical in (False, True))
    ids = [[glyph.id for run in line.runs for glyph in run.glyphs] for line in (across, down)]
    assert all(one != other for one, other in zip(*ids, strict=True))


def test_what_needs_a_form_is_turned_in_a_font_without() -> None:
    """（ is Tr and ！ Tu: in a font that has no form for vertical lines one is turned, and the other stands."""
    from placards.text.fontset import shipped_fonts
    from placards.text.runs import TextRun
    from placards.text.vertical import standing

    font = next(f for f in shipped_fonts().candidates("text", "en", "Latn", 700) if f.glyph(ord("—")))
    runs, _ = standing("〜！", [TextRun(0, 2, "Latn", 0, font)], "ja", (1, 2))
    assert [run.stand.kind for run in runs if run.stand] == ["turned", "upright"]


@pytest.mark.parametrize(
    ("text", "language", "drawn"),
    [
        ("“평화”", "ko", "『평화』"), ("평화. 자유", "ko", "평화。\u200b자유"), ("1,000명", "ko", "1,000명"),
        ("“平和”", "ja", "〝平和〟"), ("‘平和’", "ja", "「平和」"), ('"平和"', "ja", "〝平和〟"), ("平和, 今", "ja", "平和、\u200b今"),
        ("“和平”", "zh-Hant", "「和平」"), ("和平,现在:不", "zh-Hans", "和平，现在：不"), ("SDG, 平和", "ja", "SDG, 平和"),
        ("平和、今", "ja", "平和、今"), ("平和、 今", "ja", "平和、 今"),
    ],
)  # fmt: skip
def test_signs_of_vertical_lines(text: str, language: str, drawn: str) -> None:
    paragraph, line = set_text(text, language, vertical=True)
    assert (paragraph.text, paragraph.drawn) == (text, drawn)
    assert not paragraph.missing(line)
    assert set_text(text, language)[0].drawn == "", "horizontal lines keep theirs"


def test_a_text_of_no_language_keeps_its_signs() -> None:
    paragraph, _ = set_text("平和, 12月“”", "", vertical=True)
    assert paragraph.drawn == paragraph.text
    assert [run.stand.kind for run in paragraph.runs if run.stand][:3] == ["upright", "turned", "together"]


def test_straight_quotes_open_and_close_in_turn() -> None:
    assert curled('"a" b "c') == "“a” b “c"


def test_a_dash_runs_along_the_line() -> None:
    _, line = set_text("现在——！", "zh-Hans", vertical=True)
    dash = next(run for run in line.runs if run.start == 2)
    matrix = place_in_column(dash)
    assert (matrix.a, matrix.d) == (0, 0)
    boxes = [matrix.point(x, y) for glyph in dash.glyphs for e in (dash.font.extents(glyph.id),)
             for x, y in ((e.left, e.top), (e.right, e.bottom))]  # fmt: skip
    assert min(p.x for p in boxes) == pytest.approx(-max(p.x for p in boxes)), "on the centre line"
    assert max(p.y for p in boxes) - min(p.y for p in boxes) > 4 * (max(p.x for p in boxes) - min(p.x for p in boxes))


def test_tracked_columns_are_longer() -> None:
    _, plain = set_text("12月OK", "ja", vertical=True)
    _, tracked = set_text("12月OK", "ja", vertical=True, tracking=0.1)
    more = [(t.advance - p.advance) / p.font.upem for t, p in zip(tracked.runs, plain.runs, strict=True)]
    assert more == pytest.approx([0, 0.1, 0.2]), "what stands together stays so"


def test_turned_letters_are_centred_as_the_cjk_font_is() -> None:
    paragraph, line = set_text("平和OK", "ja", vertical=True)
    upright, turned = line.runs
    extents = upright.font.hb_font.get_font_extents("ltr")
    middle = (extents.ascender + extents.descender) / 2 / upright.font.upem
    assert middle == pytest.approx(0.436)
    assert turned.font != upright.font
    assert turned.stand
    assert turned.stand.centre_em == pytest.approx(middle)
    assert paragraph.line(2, 4).runs[0].stand == turned.stand, "whatever stands in its own line"


def test_mongolian_joins_along_the_line() -> None:
    text = "ᠮᠣᠩᠭᠣᠯ"
    paragraph, line = set_text(text, "mn-Mong", vertical=True)
    (run,) = line.runs
    assert ours(run) == harfbuzz(text, run, "mn-Mong", "ltr")
    assert not paragraph.missing(line)
    assert paragraph.runs_rightwards
    assert set_text("Эвлэл", "mn-Mong", vertical=True)[0].runs_rightwards, "a name among Mongolian lines"
    assert not set_text("平和", "ja", vertical=True)[0].runs_rightwards
    assert line.advance_em == pytest.approx(set_text(text, "mn-Mong")[1].advance_em)


def test_what_stands_in_mongolian() -> None:
    assert stands("ᠡᠩᠬᠡ 12！平和か🌍", "mn-Mong") == {
        "ᠡᠩᠬᠡ 12": "turned", "！": "upright", "平和": "upright", "か": "upright", "🌍": "upright"
    }  # fmt: skip


def test_right_to_left_words_run_upwards() -> None:
    """A line turned clockwise: what stands left comes first, and Arabic keeps its letters' order and joins."""
    text = "平 سلام abc"
    _, across = set_text(text, "ja")
    _, down = set_text(text, "ja", vertical=True)
    orders = [list(dict.fromkeys(run.script for run in line.runs)) for line in (down, across)]
    assert orders[0] == orders[1] == ["Hani", "Arab", "Latn"]
    arabic = [next(run for run in line.runs if run.script == "Arab") for line in (across, down)]
    assert ours(arabic[0]) == ours(arabic[1]) == harfbuzz(text, arabic[0], "ja", "rtl")


def test_ink_of_a_turned_word_lies_along_the_line() -> None:
    _, across = set_text("HOPE", "en")
    _, down = set_text("HOPE", "en", vertical=True)
    assert down.ink_bottom_em - down.ink_top_em == pytest.approx(across.ink_right_em - across.ink_left_em)
    assert down.ink_right_em - down.ink_left_em == pytest.approx(across.ink_bottom_em - across.ink_top_em)
    assert down.ink_left_em < 0 < down.ink_right_em


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "平和", True), ("ja", "NO WAR", False), ("zh-Hans", "和平 now", True), ("ko", "평화", True),
        ("mn-Mong", "ᠡᠩᠬᠡ", True), ("mn", "Энх", False), ("en", "Peace 平和", False), ("ar", "سلام", False),
        ("hi", "शांति", False), ("", "平和", True), ("", "Peace", False), ("ii", "ꆈꌠ", True),
    ],
)  # fmt: skip
def test_which_texts_can_be_vertical(language: str, text: str, expected: bool) -> None:
    assert can_be_vertical(language, text) is expected


def test_no_line_ends_inside_what_goes_together() -> None:
    paragraph, _ = set_text("平和12月!!", "ja", vertical=True)
    assert emergency_ends(paragraph) == (1, 2, 4, 5, 7)


def test_a_run_of_a_horizontal_line_has_no_stand() -> None:
    paragraph, line = set_text("平和12月", "ja")
    assert isinstance(paragraph, Paragraph)
    assert all(isinstance(run, GlyphRun) and run.stand is None for run in line.runs)


@pytest.mark.parametrize("vertical", [True, False])
def test_no_line_begins_with_what_must_not(vertical: bool) -> None:
    """Words that are too long break by the strict rules: no ー, ッ, ょ, 、 or 」 begins a line, no 「 ends one."""
    text = "スーパーマーケット！きょう、「あす」へ"
    paragraph, _ = set_text(text, "ja", vertical=vertical)
    ends = emergency_ends(paragraph)
    assert len(ends) > 8
    assert all(text[end] not in "ーッょ！、」" and text[end - 1] != "「" for end in ends[:-1])
