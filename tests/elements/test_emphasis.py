"""Words that a person marked are seen to be marked, in every way to set lines and every script; else it is said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest

from placards.elements.emphasis import Emphasis
from placards.layout.content import Content
from placards.problems.errors import InputError
from placards.scene.items import FillPath, PlacedRun, TextBlock
from placards.text.fontset import shipped_fonts
from placards.values.emphasis import read_marks
from placards.values.geometry import Point

from ..compose.support import HEAD, composed, content, element
from ..parts import checked

TEXTS = {
    "en": "No one is *free* until all are free",
    "ar": "لا أحد *حر* حتى يتحرر الجميع",
    "ur": "جب تک سب آزاد نہیں، کوئی *آزاد* نہیں",
    "th": "ไม่มีใครเป็น*อิสระ*จนกว่าทุกคนจะเป็นอิสระ",
    "ja": "*すべての人*が自由になるまで誰も自由ではない",
    "zh": "所有人*自由*之前没有人是自由的",
    "mn-Mong": "ᠡᠷᠬᠡ *ᠴᠢᠯᠦᠭᠡ* ᠪᠣᠯ ᠬᠦᠮᠦᠨ ᠦ ᠡᠷᠬᠡ",
}

FITS = {
    "size": "",
    "stack": 'fit = "stack"',
    "stack-hero": 'fit = "stack"\nhero = "accent"',
    "hero": 'fit = "hero"',
    "ellipse": 'into = "ellipse"',
    "arc": 'arc = "top"\nsweep = 300',
    "vertical": 'writing = "vertical"',
    "vertical-stack": 'writing = "vertical"\nfit = "stack"',
    "flush": "flush = true",
    "wobble": "wobble = 4",
    "gradient": 'gradient = { colors = ["accent", "ink"] }',
}

MANNERS = {
    "none": "",
    "fill": '{ fill = "accent" }',
    "same fill": '{ fill = "ink" }',
    "weight": "{ weight = 300 }",
    "same weight": "{ weight = 900 }",
    "size": "{ size = 1.4 }",
    "box": '{ box = "accent" }',
    "underline": '{ underline = "accent" }',
}


def job(language: str, text: str = "") -> Content:
    plain, marked = read_marks(text or TEXTS[language])
    made = content((language, plain))
    (entry,) = made.entries
    (shown,) = entry.texts
    return replace(made, entries=(replace(entry, texts=(replace(shown, marked=marked),)),))


def drawn(keys: str, language: str, text: str = "", **sides: str) -> tuple[list[FillPath], TextBlock, list[str]]:
    layout = HEAD + 'accent = "#d81e05"\n' + element("text", "slogan", show="slogan", inside="safe", **sides)
    made = composed(layout + keys + "\n", job(language, text), size="a5")
    items = made.scenes[0].items
    (block,) = [item for item in items if isinstance(item, TextBlock)]
    return [item for item in items if isinstance(item, FillPath)], block, [d.code for d in made.diagnostics]


def parted(block: TextBlock, language: str) -> tuple[list[PlacedRun], list[PlacedRun]]:
    """The runs of marked words, and the others."""
    _, ((start, end),) = read_marks(TEXTS[language])
    runs = [run for line in block.lines for run in line.runs if run.run.start < run.run.end]
    marked = [run for run in runs if start <= run.run.start < end]
    return marked, [run for run in runs if run not in marked]


def em(run: PlacedRun) -> float:
    """How large its letters are really drawn."""
    return hypot(run.matrix.a, run.matrix.b) * run.run.font.units


def is_seen(behind: list[FillPath], block: TextBlock, language: str) -> bool:
    """By what is drawn alone."""
    if behind:
        return True
    marked, others = parted(block, language)
    usual = Counter(run.paint for run in others).most_common(1)[0][0]
    faces = {(run.run.font.path, run.run.font.variations, run.run.font.embolden) for run in others}
    beside = [
        [em(run) for run in line.runs if run in others] for line in block.lines for run in line.runs if run in marked
    ]
    return any(
        run.paint != usual
        or em(run) > 1.1 * min(max(map(em, others)), max(near, default=1e9))
        or (run.run.font.path, run.run.font.variations, run.run.font.embolden) not in faces
        for run, near in zip(marked, beside, strict=True)
    )


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("fit", FITS)
def test_marked_words_are_seen_or_it_is_said_that_they_are_not(fit: str, manner: str, language: str) -> None:
    given = f"\nemphasis = {MANNERS[manner]}" if MANNERS[manner] else ""
    behind, block, codes = drawn(FITS[fit] + given, language)
    assert is_seen(behind, block, language) is ("emphasis-not-shown" not in codes)
    if manner in ("fill", "size", "box", "underline") or (fit == "stack-hero"):
        assert "emphasis-not-shown" not in codes


@pytest.mark.parametrize(("language", "fit"), [("ur", 'fit = "stack"'), ("ja", 'fit = "stack"\nwriting = "vertical"')])
def test_where_a_mark_cannot_grow_it_takes_the_colour_of_what_stands_out(language: str, fit: str) -> None:
    _, plain, codes = drawn(fit, language)
    marked, others = parted(plain, language)
    assert max(map(em, marked)) <= 1.1 * max(map(em, others)), "nothing of this would be tested"
    assert "emphasis-not-shown" in codes
    _, block, codes = drawn(fit + '\nhero = "accent"', language)
    marked, others = parted(block, language)
    assert {run.paint.hex for run in marked} == {"#d81e05"}  # type: ignore[union-attr]
    assert {run.paint.hex for run in others} == {"#101010"}  # type: ignore[union-attr]
    assert "emphasis-not-shown" not in codes


def test_a_palette_in_which_the_colours_are_one_shows_no_emphasis() -> None:
    layout = (
        HEAD + 'accent = "#101010"\n' + element("text", "slogan", show="slogan") + 'emphasis = { fill = "accent" }\n'
    )
    assert "emphasis-not-shown" in [found.code for found in composed(layout, job("en")).diagnostics]


@pytest.mark.parametrize("language", ["ja", "zh", "mn-Mong"])
@pytest.mark.parametrize("way", ["box", "underline"])
def test_in_columns_a_box_lies_behind_the_words_and_a_line_beside_them(way: str, language: str) -> None:
    behind, block, _ = drawn(f'writing = "vertical"\nemphasis = {{ {way} = "accent" }}', language)
    _, ((start, end),) = read_marks(TEXTS[language])
    bars = [path.path.bounds() for path in behind]
    lines = [line for line in block.lines if any(start <= run.run.start < end for run in line.runs)]
    assert len(bars) == len(lines)
    for bar, line in zip(bars, lines, strict=True):
        along = [run for run in line.runs if start <= run.run.start < end]
        assert bar.y == pytest.approx(line.origin.y + along[0].offset, abs=0.15 * line.size)
        assert bar.height > 0.4 * line.size
        if way == "box":
            assert bar.x < line.ink.x < line.ink.right < bar.right
        elif language == "zh":
            assert bar.right < line.ink.x, "Chinese readers look for it at the left"
        else:
            assert bar.x > line.ink.right
        for other in block.lines:
            if other is not line and way == "underline":
                assert bar.intersection(other.ink) is None, "it does not strike the next column"


@pytest.mark.parametrize("side", ["top", "bottom"])
def test_along_an_arc_a_box_and_a_highlight_bend_with_the_letters(side: str) -> None:
    behind, block, _ = drawn(f'arc = "{side}"\nsweep = 300\nemphasis = {{ box = "accent" }}', "en")
    (bar,) = behind
    (line,) = block.lines
    marked, _ = parted(block, "en")
    letters = line.ink.intersection(bar.path.bounds())
    assert letters is not None
    center = Point(block.box.x + block.box.width / 2, block.box.y + block.box.height / 2)
    corners = [Point(*segment[1:]) for segment in bar.path.segments if len(segment) == 3]
    reach = sorted(hypot(x - center.x, y - center.y) for x, y in corners)
    assert len(corners) > 8
    assert reach[-1] - reach[0] < 1.6 * line.size, "a part of a ring, as wide as letters are high"
    middle = line.origin.x + marked[0].matrix.e, line.origin.y + marked[0].matrix.f
    assert reach[0] < hypot(middle[0] - center.x, middle[1] - center.y) < reach[-1]
    (ring,), _, _ = drawn(f'arc = "{side}"\nsweep = 300\nhighlight = {{ fill = "accent" }}', "en")
    assert len(ring.path.segments) > 40


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("keys", ["", 'writing = "vertical"', "flush = true", 'into = "ellipse"', "wobble = 3"])
def test_marked_words_are_as_much_larger_as_the_layout_says(keys: str, language: str) -> None:
    _, block, codes = drawn(f"{keys}\nemphasis = {{ size = 1.5 }}", language)
    marked, others = parted(block, language)
    assert {round(em(run) / em(other), 6) for run in marked for other in others} == {1.5}
    assert not [code for code in codes if code.startswith("scene")]
    for line in block.lines:
        assert block.box.contains(line.ink, 0.5)


@pytest.mark.parametrize("language", ["en", "ar", "th", "zh"])
def test_only_the_line_of_larger_words_stands_further_off(language: str) -> None:
    _, block, _ = drawn("emphasis = { size = 1.8 }", language)
    if len(block.lines) < 4:
        pytest.skip("too few lines to compare")
    large = [any(run.run.font.size > 1 for run in line.runs) for line in block.lines]
    steps = [lower.origin.y - upper.origin.y for upper, lower in pairwise(block.lines)]
    beside = [step for step, (one, other) in zip(steps, pairwise(large), strict=True) if one or other]
    usual = [step for step, (one, other) in zip(steps, pairwise(large), strict=True) if not (one or other)]
    assert max(beside) > max(usual)
    assert max(usual) - min(usual) < 1e-6
    for upper, lower in pairwise(block.lines):
        assert upper.ink.bottom <= lower.ink.bottom


def test_every_span_may_have_a_size_of_its_own() -> None:
    from placards.layout.fit import FitRule, fit, prepare_message
    from placards.text.shape import TextStyle
    from placards.text.spans import Span
    from placards.values.geometry import Rect

    spans = [Span(0, 3, size=2.0), Span(8, 13, size=1.25)]
    message = prepare_message("One two three", TextStyle("en", "display"), shipped_fonts(), spans)
    (line,) = fit(message, Rect(0, 0, 500, 80), FitRule(max_lines=1)).lines
    assert [run.font.size for run in line.line.runs] == [2.0, 1.0, 1.25]
    plain = prepare_message("One two three", TextStyle("en", "display"), shipped_fonts())
    usual = plain.paragraph.line(0, 13)
    assert line.before == pytest.approx(-2 * usual.ink_top_em, rel=0.03)


def test_a_larger_face_is_the_same_face() -> None:
    import pickle

    font = shipped_fonts().candidates("display", "en", "Latn", 900)[0]
    large = font.at(1.5)
    assert large is font.at(1.5)
    assert large != font
    assert large.at(1.0) == font
    assert pickle.loads(pickle.dumps(large)) == large
    assert large.upem == pytest.approx(font.units / 1.5)
    assert large.segments(5) is font.segments(5)
    assert "×1.5" in repr(large)


def test_sizes_that_are_no_emphasis_are_refused() -> None:
    with pytest.raises(InputError, match="at least 1"):
        checked(Emphasis, {"size": 0.5})
    with pytest.raises(InputError, match="at most 3"):
        checked(Emphasis, {"size": 4})
    assert checked(Emphasis, {"size": 1.5}).size == 1.5


@pytest.mark.parametrize(("manner", "said"), [("", True), ("{ weight = 900 }", True), ("{ size = 1.3 }", False)])
@pytest.mark.parametrize("language", ["en", "ur", "mn-Mong"])
def test_voices_show_marks_or_say_that_they_do_not(language: str, manner: str, said: bool) -> None:
    layout = HEAD + 'accent = "#d81e05"\n' + element("voices", "voices", fewest=1)
    layout += (f"emphasis = {manner}\n" if manner else "") + 'fills = ["ink"]\n'
    codes = [found.code for found in composed(layout, job(language)).diagnostics]
    assert ("emphasis-not-shown" in codes) is said


@pytest.mark.parametrize("kind", ["list", "wall"])
def test_what_knows_no_emphasis_says_so(kind: str) -> None:
    keys = 'lines = [{ language = 1, fill = "ink" }]\n' if kind == "list" else 'fills = ["ink"]\n'
    many = "many = true\n" if kind == "list" else ""
    layout = HEAD.replace("[palettes", f"{many}[palettes") + element(kind, "all") + keys
    for text, said in ((TEXTS["en"], 1), ("No one is free", 0)):
        codes = [found.code for found in composed(layout, job("en", text)).diagnostics]
        assert codes.count("emphasis-not-shown") == said


@pytest.mark.parametrize(
    ("text", "keys", "said"),
    [
        ("All are *free* here", "", False),  # bold
        ("All are *free* here", "weight = 700\n", True),
        ("All are *free* here", 'weight = 700\nmarked_fill = "accent"\n', False),
        ("All are *free* here", 'weight = 700\nmarked_fill = "ink"\n', True),
        ("# All are *free* here", "", True),  # headings are bold as a whole
        ("# All are *free* here", 'marked_fill = "accent"\n', False),
        ("All are free here", "weight = 700\n", False),
    ],
)
def test_running_text_shows_marks_or_says_that_it_does_not(text: str, keys: str, said: bool) -> None:
    layout = HEAD + 'accent = "#d81e05"\n' + element("body", "body") + keys
    codes = [found.code for found in composed(layout, content(("en", "x"), body=text)).diagnostics]
    assert ("emphasis-not-shown" in codes) is said


@pytest.mark.parametrize("language", ["en", "th", "ja", "zh"])
def test_a_line_below_words_does_not_strike_the_letters_under_it(language: str) -> None:
    behind, block, _ = drawn('emphasis = { underline = "accent" }', language)
    _, ((start, _),) = read_marks(TEXTS[language])
    (number,) = [n for n, line in enumerate(block.lines) if any(run.run.start == start for run in line.runs)]
    bar, line = behind[0].path.bounds(), block.lines[number]
    assert bar.y > line.ink.bottom
    assert bar.height > 0.02 * line.size
    if number + 1 < len(block.lines) and block.lines[number + 1].ink.y > line.ink.bottom + 0.06 * line.size:
        assert bar.bottom < block.lines[number + 1].ink.y
