"""Cases from public bug reports: what each one says must hold, holds."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise, permutations
from typing import Any

import pytest

from placards.layout.fit import FitRule, prepare_message, wrap
from placards.layout.lines import emergency_ends
from placards.problems.errors import TextError
from placards.text.bidi import visual_order
from placards.text.breaks import line_break_ends
from placards.text.case import upper
from placards.text.clean import clean
from placards.text.fontset import shipped_fonts
from placards.text.isolate import isolated
from placards.text.plain import plain_text, visual_line
from placards.text.shape import TextStyle

from .support import (
    drawn_order,
    draws,
    glyphs_of,
    harfbuzz,
    has_circle,
    is_mark,
    json_lines,
    names_of,
    ours,
    set_text,
    visual,
)

CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in json_lines("text_cases.jsonl")}

#: Read back from a PDF by other programs: tests/render.
IN_RENDER = {name for name, case in CASES.items() if case["kind"] == "pdf-text"}

#: What the case asks for does not exist here, and why.
NOT_HERE = {
    "justify-spans-fa": "placards never justifies, and a message has one colour: no layout can ask for either",
    "letterspacing-arabic": "layouts have no letter-spacing; tracking would need kashida in joined scripts",
    "nastaliq-overlap": "the overlap is the font's design (رفح, آگ); the engine draws what the font says and has no report",
}

BIDI = [name for name, case in CASES.items() if "expect_visual" in case]
BREAKS = [name for name, case in CASES.items() if "expect_segments" in case]
UPPER = [name for name, case in CASES.items() if "expect_upper" in case]


def case_of(name: str) -> dict[str, Any]:
    return CASES[name]


def set_case(name: str, role: str = "text", language: str | None = None) -> tuple[Any, Any]:
    case = CASES[name]
    return set_text(case["text"], language or case["lang"], role, direction=case["dir"])


def test_no_case_is_forgotten() -> None:
    own = {name for name in CASES if f"test_{name.replace('-', '_')}" in globals()}
    uniform = {*BIDI, *BREAKS, *UPPER}
    assert own | uniform | IN_RENDER | set(NOT_HERE) == set(CASES)
    assert len(IN_RENDER) == 5
    assert not (own | uniform) & (IN_RENDER | set(NOT_HERE))


# Order


@pytest.mark.parametrize("name", BIDI)
def test_visual_order_as_written(name: str) -> None:
    case = CASES[name]
    assert visual_line(case["text"], int(case["dir"] == "rtl")) == case["expect_visual"]


@pytest.mark.parametrize("name", BIDI)
def test_visual_order_as_drawn(name: str) -> None:
    """The glyphs stand in the order of the expected string, letter for letter."""
    paragraph, line = set_case(name)
    plain = CASES[name]["expect_visual"]
    drawn = "".join(char for char in visual(paragraph.text, line) if unicodedata.category(char) != "Cf")
    # A drawn mark belongs to its base's cluster or comes before it in a right-to-left run: letters tell the order.
    letters = [char for char in drawn if char.isalnum() or char.isspace()]
    assert letters == [char for char in plain if char.isalnum() or char.isspace()]
    assert not paragraph.missing(line)


def test_bidi_phone_lri() -> None:
    """The isolate's characters draw nothing and have no advance."""
    paragraph, line = set_case("bidi-phone-lri")
    controls = [g for run in line.runs for g in run.glyphs if paragraph.text[g.cluster] in "\u2066\u2069"]
    assert all(g.x_advance == 0 for g in controls)
    assert all(run.font.extents(g.id).top == 0 for run in line.runs for g in run.glyphs if g in controls)


def test_bidi_phone() -> None:
    """The trap is named, and the way out offered."""
    text = CASES["bidi-phone"]["text"]
    assert [warning.code for warning in clean(text).warnings] == ["text-phone-number"]
    mended = isolated(text)
    assert mended.replace("\u00a0", " ") == CASES["bidi-phone-lri"]["text"]
    assert "0779\u00a053\u00a075\u00a079" in mended, "the number stays on one line"
    assert clean(mended).warnings == ()
    assert isolated(mended) == mended


def test_bidi_quotes_ar() -> None:
    """Brackets open towards their content: mirrored glyphs, as HarfBuzz draws them."""
    paragraph, line = set_case("bidi-quotes-ar")
    for opener, closer in ("«»", "()"):
        at = paragraph.text.index(opener)
        run = next(run for run in line.runs if run.start <= at < run.end)
        glyph = next(g for g in run.glyphs if g.cluster == at)
        assert run.level == 1
        assert glyph.id == run.font.glyph(ord(closer))


def test_bidi_lam_latin() -> None:
    """An Arabic letter before Latin or digits stands alone, unless a tatweel joins it on."""
    paragraph, line = set_case("bidi-lam-latin")
    for letter in (paragraph.text.index("لW"), paragraph.text.index("ب4")):
        alone = set_text(paragraph.text[letter], "ar")[1]
        run = next(run for run in line.runs if run.start <= letter < run.end)
        assert [g.id for g in run.glyphs if g.cluster == letter] == [g.id for g in alone.runs[0].glyphs]
    joined = set_text("لـW", "ar")[1]
    assert names_of(joined)[0].endswith(".init")


def test_bidi_starts_latin_rtl() -> None:
    paragraph, line = set_case("bidi-starts-latin-rtl")
    assert paragraph.base_level == 1
    assert drawn_order(line)[-5:] == [0, 1, 2, 3, 4]  # Briar at the right end
    auto, _ = set_text(paragraph.text, "fa")
    assert auto.base_level == 1


def test_bidi_trailing_arabic_ltr() -> None:
    paragraph, line = set_case("bidi-trailing-arabic-ltr")
    assert paragraph.base_level == 0
    assert drawn_order(line)[-1] == len(paragraph.text) - 1


def test_bidi_he_list_edge() -> None:
    """After wrapping the first name is on the first line; its comma goes with the names, as levels are the paragraph's."""
    text = CASES["bidi-he-list-edge"]["text"]
    message = prepare_message(text, TextStyle("en", direction="ltr"), shipped_fonts())
    split = text.index("'תל")
    first, second = message.paragraph.line(0, split), message.paragraph.line(split, len(text))
    assert visual(text, first).strip() == "Some Israeli cities are: ','םילשורי"
    shown = visual(text, second)
    assert shown.index("שמש") < shown.index("תיב") < shown.index("ביבא-לת")


def test_bidi_visual_input() -> None:
    text = CASES["bidi-visual-input"]["text"]
    cleaned = clean(text)
    assert cleaned.text == text
    assert [warning.code for warning in cleaned.warnings] == ["text-presentation-forms"]
    assert plain_text(text, "ar").text == text  # not shaped twice
    paragraph, line = set_case("bidi-visual-input")
    assert not paragraph.missing(line)
    with pytest.raises(TextError, match="visual order"):
        clean(text[::-1])


# Shapes


def test_zwnj_kept() -> None:
    paragraph, line = set_case("zwnj-kept")
    at = paragraph.text.index("\u200c")
    yeh, kheh = names_of(set_text("می", "fa")[1]), names_of(set_text("خو", "fa")[1])
    names = names_of(line)
    assert names[: len(yeh)] == yeh  # yeh as at a word's end
    assert kheh[0] in names[len(yeh) : len(yeh) + 3]  # kheh as at a word's beginning
    assert all(g.x_advance == 0 for run in line.runs for g in run.glyphs if g.cluster == at)
    assert paragraph.text.count("\u200c") == 2


def test_telugu_nitya() -> None:
    _, line = set_case("telugu-nitya")
    assert not draws(line.runs[0], 0x0C4D)  # no visible virama
    assert not draws(line.runs[0], ord("య"))  # ya is below, in its other form
    assert len(line.runs[0].glyphs) < len(CASES["telugu-nitya"]["text"])


def test_join_muhammad() -> None:
    _, line = set_case("join-muhammad")
    assert [name.split(".")[1] for name in names_of(line)] == ["init", "medi", "medi", "fina"]


def test_arabic_vs_persian_kaf_yeh() -> None:
    paragraph, line = set_case("arabic-vs-persian-kaf-yeh")
    assert paragraph.text == "ک ي ك ی"
    drawn = {}
    for run in line.runs:
        for glyph in run.glyphs:
            drawn.setdefault(paragraph.text[glyph.cluster], []).append(glyph.id)
            assert run.font.glyph(ord(paragraph.text[glyph.cluster])) is not None
    del drawn[" "]
    assert len(drawn) == len({tuple(glyphs) for glyphs in drawn.values()}) == 4
    # A face that lacks the Persian letters loses them to one that has them; no look-alike steps in.
    for role in ("Aref Ruqaa", "Reem Kufi", "Mirza", "Rakkas", "Cairo"):
        persian, set_line = set_text("ک ی", "fa", role)
        assert not persian.missing(set_line)
        assert all(run.font.glyph(ord(persian.text[g.cluster])) for run in set_line.runs for g in run.glyphs)


def test_tatweel_kept() -> None:
    paragraph, line = set_case("tatweel-kept")
    run = line.runs[0]
    tatweel = run.font.glyph(0x0640)
    assert paragraph.text.count("\u0640") == 3
    assert [g.id for g in run.glyphs].count(tatweel) == 3
    edges, pen = [], 0
    for glyph in run.glyphs:
        extents = run.font.extents(glyph.id)
        edges.append((pen + glyph.x_offset + extents.left, pen + glyph.x_offset + extents.right))
        pen += glyph.x_advance
    assert all(right >= left for (_, right), (left, _) in pairwise(edges))  # no gap anywhere


def test_tai_viet_order() -> None:
    text = CASES["tai-viet-order"]["text"]
    pictures = []
    for order in (text, text[0] + text[2] + text[1]):
        paragraph, line = set_text(order, "blt")
        assert not paragraph.missing(line)
        assert not has_circle(line)
        pictures.append(sorted(glyphs_of(line)))
    assert pictures[0] == pictures[1]


def test_sanskrit_vedic() -> None:
    paragraph, line = set_case("sanskrit-vedic")
    assert len(line.runs) == 1
    assert line.runs[0].script == "Deva"
    assert not paragraph.missing(line)
    assert not has_circle(line)


def test_khmer_subscript() -> None:
    paragraph, line = set_case("khmer-subscript")
    assert not has_circle(line)
    assert not draws(line.runs[0], 0x17D2)  # coeng itself is never seen
    subscript = next(g for g in line.runs[0].glyphs if paragraph.text[g.cluster] == "\u17d2")
    assert line.runs[0].font.extents(subscript.id).bottom < 0


@pytest.mark.parametrize("role", ["text", "display", "grotesk", "condensed", "Rubik", "Lalezar", "Teko", "Oswald"])
def test_turkish_fi(role: str) -> None:
    """The i keeps its dot: two letters, or one glyph in which the dot is a contour of its own."""
    paragraph, line = set_case("turkish-fi", role)
    run = line.runs[0]
    first = [g for g in run.glyphs if g.cluster in (0, 1)]
    contours = sum(segment[0] == "M" for g in first for segment in run.font.segments(g.id))
    apart = sum(segment[0] == "M" for char in "fi" for segment in run.font.segments(run.font.glyph(ord(char)) or 0))
    assert contours == apart, run.font
    assert paragraph.text.startswith("fi")


def test_tai_tham_circle() -> None:
    """HarfBuzz 15 inserts no circle in this one of the suite's syllables."""
    paragraph, line = set_case("tai-tham-circle")
    assert not has_circle(line)
    assert ours(line.runs[0]) == harfbuzz(paragraph.text, line.runs[0], "nod")


def test_limbu_space_mark() -> None:
    paragraph, line = set_case("limbu-space-mark")
    assert ours(line.runs[0]) == harfbuzz(paragraph.text, line.runs[0], "lif")
    assert [(found.index, found.kind) for found in paragraph.missing(line)] == [(0, "dotted-circle")]


def test_malayalam() -> None:
    _, line = set_case("malayalam")
    run = line.runs[0]
    font = run.font
    glyphs = [g.id for g in run.glyphs]
    assert glyphs.index(font.glyph(ord("ൈ")) or 0) < glyphs.index(font.glyph(ord("ട")) or 0)
    assert not {font.glyph(ord("പ"))} & set(glyphs)  # both പ are in the stacked glyph
    assert glyphs[-1] != font.glyph(ord("ള"))
    assert draws(run, ord("ൾ"))


def test_kurdish() -> None:
    _, line = set_case("kurdish")
    names = names_of(line)
    assert [name for name in names if name.endswith((".init", ".fina", ".medi"))] == [
        "uni062D.init",  # چ with its dots apart
        "uni0648.fina",  # ۆ with its mark apart
        "uni066E.init",  # ن
        "uni0649.fina",  # ی
    ]


def test_romanian_locl() -> None:
    paragraph, line = set_case("romanian-locl")
    assert names_of(line)[2] == "uni0219"
    assert names_of(line)[5] == "uni021A"
    assert "ş" in paragraph.text  # the text itself stays
    assert names_of(set_case("romanian-locl", language="tr")[1])[2] != "uni0219"


def test_harakat_quran() -> None:
    paragraph, line = set_case("harakat-quran")
    at = paragraph.text.index("\u06e1")
    run = line.runs[0]
    pen, tops, mark = 0, {}, None
    for glyph in run.glyphs:
        extents = run.font.extents(glyph.id)
        left, right = pen + glyph.x_offset + extents.left, pen + glyph.x_offset + extents.right
        if glyph.cluster == at:
            mark = ((left + right) / 2, glyph.y_offset + extents.bottom)
        elif glyph.cluster == at - 1 and not is_mark(paragraph.text[glyph.cluster]):
            tops[left, right] = max(tops.get((left, right), 0), extents.top)
        pen += glyph.x_advance
    assert mark is not None
    (left, right), top = next(iter(tops.items()))
    assert left <= mark[0] <= right  # over its own letter
    assert mark[1] > top  # and above it


def test_zwsp_joining() -> None:
    paragraph, line = set_case("zwsp-joining")
    with_space = [(g.id, g.x_advance) for g in line.runs[0].glyphs if paragraph.text[g.cluster] != "\u200b"]
    without = [(g.id, g.x_advance) for g in set_text("سلام", "ar")[1].runs[0].glyphs]
    assert with_space == without
    assert 3 in paragraph.break_ends
    assert all(g.x_advance == 0 for g in line.runs[0].glyphs if paragraph.text[g.cluster] == "\u200b")


def test_hindi_long() -> None:
    paragraph, _ = set_case("hindi-long")
    clusters = set(paragraph.cluster_ends)
    assert set(paragraph.break_ends) <= clusters
    assert set(emergency_ends(paragraph)) <= clusters
    at = paragraph.text.index("ढ़")
    assert at + 1 not in clusters  # ढ with its nukta is one cluster
    for end in paragraph.break_ends[:-1]:
        assert paragraph.text[end - 1] in " /"
    for width in (80, 150, 400):
        message = prepare_message(paragraph.text, TextStyle("hi"), shipped_fonts())
        fitted = wrap(message, width, 12, FitRule())
        assert not any(message.paragraph.missing(metrics.line) for metrics in fitted.lines)


def test_join_colour_inside_word() -> None:
    case = CASES["join-colour-inside-word"]
    paragraph, whole = set_case("join-colour-inside-word")
    head = paragraph.line(0, case["split_at"])
    tail = paragraph.line(case["split_at"], len(paragraph.text))
    assert names_of(head) + names_of(tail) == names_of(whole)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fa", ["FourFarsi", "SixFarsi", "SevenFarsi"]),
        ("sd", ["FourFarsi", "SixArabic", "SevenUrdu"]),
        ("ur", ["FourUrdu", "SixUrdu", "SevenUrdu"]),
    ],
)
def test_nastaliq_digits_locl(language: str, names: list[str]) -> None:
    """The case was measured on another build of the font, whose Sindhi seven was the Persian one."""
    assert names_of(set_case("nastaliq-digits-locl", "Noto Nastaliq Urdu", language)[1]) == names


def test_myanmar_no_circle() -> None:
    paragraph, line = set_case("myanmar-no-circle")
    run = line.runs[0]
    assert not has_circle(line)
    ra, base = run.glyphs[0], run.glyphs[1]  # medial ra is drawn first and reaches around the base
    assert paragraph.text[ra.cluster] == paragraph.text[base.cluster] == "မ"
    around, inside = run.font.extents(ra.id), run.font.extents(base.id)
    assert around.right > ra.x_advance + inside.left + (inside.right - inside.left) / 2


# Capitals


@pytest.mark.parametrize("name", UPPER)
def test_capitals(name: str) -> None:
    case = CASES[name]
    assert upper(case["text"], case["lang"]) == case["expect_upper"]


# Measures


def test_nastaliq_clip() -> None:
    """The ink of a steep word reaches above what the font calls its ascender, and the line knows."""
    _, line = set_case("nastaliq-clip")
    font = line.runs[0].font
    assert font.path.name.startswith("NotoNastaliqUrdu")
    assert -line.ink_top_em > font.ascender_em
    assert -line.ink_top_em * 1000 >= CASES["nastaliq-clip"]["measured"]["ink_top"]  # of a lighter build


# Breaks


@pytest.mark.parametrize("name", BREAKS)
def test_break_segments(name: str) -> None:
    case = CASES[name]
    ends = line_break_ends(case["text"], case["lang"])
    starts = (0, *ends[:-1])
    assert [case["text"][start:end] for start, end in zip(starts, ends, strict=True)] == case["expect_segments"]


def test_break_arabic_emergency() -> None:
    paragraph, whole = set_case("break-arabic-emergency")
    for end in emergency_ends(paragraph)[:-1]:
        assert paragraph.text[end - 1] in "اأإآدذرزوةى "
    inside = paragraph.text.index("خيل") + 1  # between letters that join
    head, tail = paragraph.line(0, inside), paragraph.line(inside, len(paragraph.text))
    assert names_of(head) + names_of(tail) == names_of(whole)


@pytest.mark.parametrize("name", ["break-javanese", "break-khmer-long"])
def test_emergency_break_at_syllables(name: str) -> None:
    case = CASES[name]
    message = prepare_message(case["text"], TextStyle(case["lang"]), shipped_fonts())
    paragraph = message.paragraph
    assert set(emergency_ends(paragraph)) <= set(paragraph.cluster_ends)
    fitted = wrap(message, 40.0, 12.0, FitRule())
    assert len(fitted.lines) > 1
    for metrics in fitted.lines:
        assert metrics.along * 12 <= 40
        assert not paragraph.missing(metrics.line)
        assert not has_circle(metrics.line)


test_break_javanese = test_break_khmer_long = test_emergency_break_at_syllables


# Fallback


def test_fallback_scx() -> None:
    paragraph, line = set_case("fallback-scx")
    assert [(run.start, run.script) for run in line.runs] == [(0, "Deva"), (3, "Knda")]
    assert not paragraph.missing(line)


def test_fallback_mark_base() -> None:
    """Base and marks are of one font. ◡ with a diaeresis is in none: the job must fail and say so."""
    paragraph, line = set_case("fallback-mark-base")
    fonts = {index: run.font for run in line.runs for index in range(run.start, run.end)}
    for index, char in enumerate(paragraph.text):
        if is_mark(char):
            assert fonts[index] is fonts[index - 1]
    assert [(found.char, found.kind) for found in paragraph.missing(line)] == [("◡", "notdef")]
    latin, latin_line = set_text("q̃ ɛ̃́", "und", "display")
    assert not latin.missing(latin_line)
    for run in latin_line.runs:
        for glyph in run.glyphs:
            if is_mark(latin.text[glyph.cluster]):
                assert (glyph.x_offset, glyph.y_offset) != (0, 0)


# Wrapping


def test_wrap_ar_embedded_latin() -> None:
    case = CASES["wrap-ar-embedded-latin"]
    message = prepare_message(case["text"], TextStyle("ar", direction="rtl"), shipped_fonts())
    text = message.paragraph.text
    company = text.index("Company X")
    together = 0
    for width in range(100, 700, 7):
        for metrics in wrap(message, float(width), 14.0, FitRule()).lines:
            line = metrics.line
            shown = visual(text, line)
            has_name, has_letter = (line.start <= at < line.end for at in (company, company + 8))
            if has_name and has_letter:
                assert "Company X" in shown
                together += 1
            stop = text.index(".")
            if line.start < stop < line.end:
                order = drawn_order(line)
                assert order.index(stop) < order.index(stop - 1)  # left of its sentence's last letter
    assert together
    # Broken between the two, Company ends the upper line and X begins the lower one, at its right edge.
    split = company + len("Company ")
    upper_line, lower_line = message.paragraph.line(0, split), message.paragraph.line(split, len(text))
    assert visual(text, upper_line).strip().startswith("Company")
    assert visual(text, lower_line).endswith("X")


def test_visual_order_is_a_permutation() -> None:
    for levels in permutations([0, 1, 1, 2]):
        assert sorted(visual_order(levels)) == [0, 1, 2, 3]


def test_every_case_says_what_must_hold() -> None:
    assert all(re.search(r"\w", case["must"]) and case["text"] for case in CASES.values())
