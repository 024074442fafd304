"""The fitter against brute force: how large, where it breaks, and that nothing leaves its slot."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from placards.layout.fit import CAP, REDUCED, FitRule, Fitted, Message, fit, prepare_message, wrap
from placards.layout.search import EXHAUSTIVE_PIECES
from placards.layout.sense import HONEST, LONELY, kept_at
from placards.layout.text_block import BlockStyle, place_block
from placards.problems.errors import FitError, TextError
from placards.scene.items import TextBlock
from placards.text.breaks import grapheme_ends
from placards.text.fontset import shipped_fonts
from placards.text.sense.table import CLAUSE
from placards.text.shape import TextStyle
from placards.values.color import BLACK
from placards.values.geometry import Rect, Size

from .measure import WHITE, BruteForce, box_distance, distance, measure, pieces, placed_ink
from .texts import SPACED, article, messages, plain_words

LOOSE = FitRule(min_size=0.01)
SIDES = st.floats(30, 3000)

rules = st.builds(
    FitRule,
    min_size=st.just(0.01),
    max_size=st.one_of(st.just(float("inf")), st.floats(5, 400)),
    max_lines=st.integers(1, 6),
    align=st.sampled_from(["left", "center", "right"]),
    leading=st.sampled_from([0.8, 1.0, 1.3]),
)


def prepared(text: str, language: str, role: str = "display", vertical: bool = False) -> Message:
    return prepare_message(text, TextStyle(language, role, vertical=vertical), shipped_fonts())


def breaks_of(fitted: Fitted) -> tuple[int, ...]:
    return tuple(line.line.start for line in fitted.lines[1:])


def placed(fitted: Fitted, box: Rect, align: str = "center", valign: str = "middle") -> TextBlock:
    style = BlockStyle(BLACK, "slogan", "slot", align, valign)  # type: ignore[arg-type]
    return place_block(fitted, box, style, fitted.paragraph.text)


def assert_inside(block: TextBlock) -> None:
    grace = 1e-6 * max(block.box.width, block.box.height)
    for ink in placed_ink(block):
        for left, top, right, bottom in ink:
            assert left >= block.box.x - grace
            assert right <= block.box.right + grace
            assert top >= block.box.y - grace
            assert bottom <= block.box.bottom + grace


def assert_covers(fitted: Fitted, hanging: str = "") -> None:
    """Lines follow each other, leave out white space only, and neither begin nor end with it."""
    text, at = fitted.paragraph.text, 0
    for metrics in fitted.lines:
        start, end = metrics.line.start, metrics.line.end
        assert not text[at:start].strip(WHITE)
        assert text[start:end]
        assert text[start] not in WHITE
        assert text[end - 1] not in WHITE or text[end - 1] in hanging
        at = end
    assert not text[at:].strip(WHITE)


@settings(max_examples=150)
@given(messages(8), SIDES, SIDES, rules, st.sampled_from(["start", "center", "end"]), st.data())
def test_ink_stays_inside(
    message: tuple[str, str], width: float, height: float, rule: FitRule, align: str, data: st.DataObject
) -> None:
    ready = prepared(*message, role=data.draw(st.sampled_from(["display", "text", "condensed"])))
    physical = (
        align if align == "center" else "left" if (align == "start") == (not ready.paragraph.base_level) else "right"
    )
    rule = replace(rule, align=physical)
    fitted = fit(ready, Size(width, height), rule)
    assert fitted.size <= rule.max_size
    assert fitted.size >= rule.min_size
    assert len(fitted.lines) <= rule.max_lines
    assert_covers(fitted)
    box = Rect(100, -50, width, height)
    block = placed(fitted, box, physical, data.draw(st.sampled_from(["top", "middle", "bottom"])))
    assert_inside(block)
    for line, ink in zip(block.lines, placed_ink(block), strict=True):
        assert line.ink.x == pytest.approx(min(i[0] for i in ink), abs=0.01)
        assert line.ink.right == pytest.approx(max(i[2] for i in ink), abs=0.01)
        assert line.ink.y == pytest.approx(min(i[1] for i in ink), abs=0.01)
        assert line.ink.bottom == pytest.approx(max(i[3] for i in ink), abs=0.01)


CLAUSE_END = re.compile(r"[,;:.!?،؛؟۔।॥、，。；：！？·።፣፤؛—–…][ \u200b]*")


def worth(ready: Message, breaks: tuple[int, ...]) -> float:
    """The part of its size that a setting with these breaks is worth, as layout/sense.py promises."""
    prices = dict(zip(ready.ends, ready.costs(ready.ends), strict=False))
    clauses = {end for end, price in prices.items() if price == CLAUSE}
    total = math.prod(kept_at(prices[end]) for end in breaks)
    if not ready.preferred.issubset(breaks):
        total *= 0.8
    if ready.preferred and not ready.preferred.issuperset(breaks):
        total *= 0.94
    if not ready.preferred and len(ready.ends) <= 12 and not clauses.issubset(breaks):
        total *= 0.93
    sense = ready.sense(ready.ends)
    bounds = [0, *breaks, ready.ends[-1]]
    stops = {*clauses, *ready.preferred}
    over = [line for line in itertools.pairwise(bounds) if any(line[0] < end < line[1] for end in stops)]
    if len(ready.ends) <= 24 and not all({*stops, bounds[0], bounds[-1]}.issuperset(line) for line in over):
        total *= 0.85
    for start, end in itertools.pairwise(bounds):
        number = ready.ends.index(end)
        alone = start == (ready.ends[number - 1] if number else 0)
        wanted = end in {*ready.preferred, bounds[-1]} and start in {*ready.preferred, 0} and len(bounds) > 2
        typed = end in ready.preferred and (start in ready.preferred or start == 0)
        if alone and sense.lonely[number] and len(bounds) > 2 and not (wanted and typed):
            total *= LONELY
    return total


def best_worth(brute: BruteForce, ready: Message) -> float:
    """What the best of all settings is worth, none smaller than the least that sense may leave."""
    prices = dict(zip(ready.ends, ready.costs(ready.ends), strict=False))
    every = list(brute.every())
    honest = max(size for size, breaks in every if all(prices[end] <= HONEST for end in breaks) or not breaks)
    least = max(honest * CAP, brute.rule.min_size) / 0.999
    return max(size * worth(ready, breaks) for size, breaks in every if size >= least)


@settings(max_examples=150)
@given(messages(6), SIDES, SIDES, rules)
def test_nothing_is_worth_more_than_what_is_set(
    message: tuple[str, str], width: float, height: float, rule: FitRule
) -> None:
    ready = prepared(*message)
    brute = BruteForce(ready.paragraph, width, height, rule)
    assume(len(brute.ends) <= 9)
    fitted = fit(ready, Size(width, height), rule)
    breaks = breaks_of(fitted)
    assert fitted.size == pytest.approx(brute.size(breaks), rel=1e-6)
    assert fitted.size * worth(ready, breaks) >= best_worth(brute, ready) * 0.995


@settings(max_examples=25)
@given(st.sampled_from(["en", "ar", "hi", "ur", "vi"]), st.integers(0, 5), st.floats(100, 2000), st.floats(100, 2000))
def test_long_texts_too_are_near_brute_force(language: str, start: int, width: float, height: float) -> None:
    ready = prepared(" ".join(plain_words(language)[start : start + 13]), language)
    rule = FitRule(min_size=0.01, max_lines=16)
    brute = BruteForce(ready.paragraph, width, height, rule)
    assert len(brute.ends) == 13
    fitted = fit(ready, Size(width, height), rule)
    assert fitted.size * worth(ready, breaks_of(fitted)) >= best_worth(brute, ready) * 0.995


@settings(max_examples=60)
@given(messages(14, plain=True), SIDES, SIDES, st.integers(1, 12))
def test_lines_are_no_more_ragged_than_first_fit(
    message: tuple[str, str], width: float, height: float, max_lines: int
) -> None:
    ready = prepared(*message)
    rule = FitRule(min_size=0.01, max_lines=max_lines)
    fitted = fit(ready, Size(width, height), rule)
    brute = BruteForce(ready.paragraph, width, height, rule)
    greedy = brute.first_fit(fitted.size)
    assume(greedy is not None and len(greedy) < max_lines and brute.size(greedy) >= fitted.size)
    assert greedy is not None
    assume(worth(ready, greedy) >= worth(ready, breaks_of(fitted)))
    # The fitter weighs its choices at the best size, up to half a per cent above the one that it takes.
    assert brute.raggedness(breaks_of(fitted), fitted.size) <= brute.raggedness(greedy, fitted.size) + 0.011


def test_words_are_balanced() -> None:
    # First fit would leave one word alone in the last line.
    fitted = fit(prepared("one two six ten", "en"), Size(1000, 1000), replace(LOOSE, max_size=235.0))
    assert [fitted.paragraph.text[m.line.start : m.line.end] for m in fitted.lines] == ["one two", "six ten"]


# --- newlines and clauses ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"), [("Hands off\nour river water", "en"), ("الماء\nحياة للناس", "ar"), ("ต้นไม้\nคือชีวิต", "th")]
)
def test_a_newline_is_kept_unless_it_costs_a_fifth(text: str, language: str) -> None:
    ready = prepared(text, language)
    wanted = next(iter(ready.preferred))
    kept_somewhere = given_up_somewhere = False
    for aspect in [0.3 * 1.06**n for n in range(70)]:
        box = Size(300 * aspect, 300)
        brute = BruteForce(ready.paragraph, *box, LOOSE)
        with_it = {True: 0.0, False: 0.0}
        for size, breaks in brute.every():
            with_it[wanted in breaks] = max(with_it[wanted in breaks], size * worth(ready, breaks))
        fitted = fit(ready, box, LOOSE)
        if with_it[True] > with_it[False] / 0.995:
            assert wanted in breaks_of(fitted)
            kept_somewhere = True
        elif with_it[True] < with_it[False] * 0.995:
            assert wanted not in breaks_of(fitted)
            given_up_somewhere = True
    assert kept_somewhere
    assert given_up_somewhere


def test_newline_gives_way_where_it_would_cost_the_smallest_size() -> None:  # defects.md 40
    ready = prepared("Hands off\nour river water", "en")
    wanted = next(iter(ready.preferred))
    seen = 0
    for aspect in [0.3 * 1.06**n for n in range(70)]:
        box = Size(300 * aspect, 300)
        brute = BruteForce(ready.paragraph, *box, LOOSE)
        free, kept = brute.best(), brute.best(frozenset([wanted]))
        if kept < free * 0.97 and wanted in breaks_of(fit(ready, box, LOOSE)):
            least = (free + kept) / 2
            fitted = fit(ready, box, replace(LOOSE, min_size=least))
            assert wanted not in breaks_of(fitted)
            assert fitted.size >= least
            seen += 1
    assert seen > 3


@pytest.mark.parametrize("text", ["peace-loving people", "no nuclear-weapon zone", "ביטחון־לאומי לכל"])
def test_hyphenated_words_stay_whole_unless_it_costs_too_much(text: str) -> None:  # defects.md 40
    ready = prepared(text, "he" if "ל" in text else "en")
    at = {index + 1 for index, char in enumerate(text) if char in "-־"}
    kept_somewhere = given_up_somewhere = False
    for aspect in [0.2 * 1.08**n for n in range(60)]:
        box = Size(300 * aspect, 300)
        brute = BruteForce(ready.paragraph, *box, LOOSE)
        most, kept = brute.best(), max(size for size, breaks in brute.every() if not at & set(breaks))
        fitted = fit(ready, box, LOOSE)
        if kept > most * (CAP + 0.03):
            assert not at & set(breaks_of(fitted))
            if kept < most * 0.97:
                kept_somewhere = True
                # Where the whole word would be too small, it parts rather than break.
                parted = fit(ready, box, replace(LOOSE, min_size=(most + kept) / 2))
                assert parted.size >= (most + kept) / 2
                assert not parted.broken_words
        elif at & set(breaks_of(fitted)):
            given_up_somewhere = True
            # Not even then below the smallest size.
            assert fit(ready, box, replace(LOOSE, min_size=most * 0.9)).size >= most * 0.9
    assert kept_somewhere
    assert given_up_somewhere


def test_every_line_has_a_size() -> None:
    fitted = fit(prepared("one two six ten", "en"), Size(1000, 1000), LOOSE)
    assert {line.size for line in fitted.lines} == {fitted.size}
    wrapped = wrap(prepared("one two six ten", "en"), 100, 20, LOOSE)
    assert {line.size for line in wrapped.lines} == {20}


def test_newline_of_unspaced_scripts_leaves_no_space() -> None:
    assert prepared("水は\n命", "ja").paragraph.text == "水は\u200b命"
    assert prepared("น้ำ\nคือชีวิต", "th").paragraph.text == "น้ำ\u200bคือชีวิต"
    assert prepared("물은\n생명", "ko").paragraph.text == "물은 생명"
    assert prepared("Water\nis life", "en").paragraph.text == "Water is life"
    assert prepared("  Water \n\n  is life ", "en").paragraph.text == "Water is life"


def test_breaks_after_a_comma_when_it_costs_little() -> None:
    fitted = fit(prepared("No justice, no peace", "en"), Size(700, 400), LOOSE)
    assert [fitted.paragraph.text[m.line.start : m.line.end] for m in fitted.lines] == ["No justice,", "no peace"]


# --- what keeps together, and what may be broken -------------------------------------------------------------------


@settings(max_examples=40)
@given(st.data(), st.floats(100, 1000), st.floats(100, 1000))
def test_no_break_space_keeps_words_together(data: st.DataObject, width: float, height: float) -> None:
    text, language = data.draw(messages(6, SPACED, plain=True))
    joined = text.replace(" ", "\u00a0", data.draw(st.integers(0, 3)))
    fitted = fit(prepared(joined, language), Size(width, height), LOOSE)
    for end in breaks_of(fitted):
        assert "\u00a0" not in joined[end - 1 : end + 1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Donaudampfschifffahrtsgesellschaft", "de"),
        ("अंतर्राष्ट्रीयकरण", "hi"),
        ("किंकर्तव्यविमूढ़ता", "hi"),
        ("👩‍👩‍👧‍👦\u2060👨‍👩‍👧‍👦\u2060👩‍👩‍👧‍👦", "en"),
        ("Ngôn\u00a0ngữ\u00a0Tiếng\u00a0Việt", "vi"),
    ],
)
def test_emergency_breaks_are_between_clusters(text: str, language: str) -> None:
    ready = prepared(text, language)
    whole = fit(ready, Size(200, 900), LOOSE)
    assert not whole.broken_words
    assert len(whole.lines) == 1
    # A size that the whole word just reaches needs no break, the next one does.
    assert not fit(ready, Size(200, 900), replace(LOOSE, min_size=whole.size * 0.999)).broken_words
    broken = fit(ready, Size(200, 900), replace(LOOSE, min_size=whole.size * 1.01))
    assert broken.broken_words
    assert broken.size >= whole.size * 1.01
    assert set(breaks_of(broken)) <= set(grapheme_ends(text))
    assert_covers(broken, hanging="\u00a0")  # a no-break space that had to give way
    assert_inside(placed(broken, Rect(0, 0, 200, 900)))


def test_emergency_breaks_leave_short_words_whole() -> None:
    ready = prepared("We want Donaudampfschifffahrtsgesellschaft to go on", "en")
    whole = fit(ready, Size(300, 900), LOOSE)
    fitted = fit(ready, Size(300, 900), replace(LOOSE, min_size=whole.size * 1.3))
    assert fitted.broken_words
    text = fitted.paragraph.text
    for at in breaks_of(fitted):
        inside_the_long_word = 8 < at < text.index(" to go")
        assert inside_the_long_word or text[at - 1] == " ", text[:at] + "|" + text[at:]


def test_emergency_breaks_of_arabic_spare_joined_letters() -> None:
    ready = prepared("استقلاليتهما", "ar")  # joins after س ت ق ل ل ي ت ه م, not after ا
    whole = fit(ready, Size(100, 900), LOOSE)
    broken = fit(ready, Size(100, 900), replace(LOOSE, min_size=whole.size * 1.05))
    assert broken.broken_words
    assert all(ready.paragraph.text[at - 1] == "ا" for at in breaks_of(broken))


def test_a_latin_name_in_an_arabic_message_may_be_broken() -> None:
    ready = prepared("إلى Donaudampfschifffahrtsgesellschaft", "ar")
    whole = fit(ready, Size(100, 900), LOOSE)
    assert fit(ready, Size(100, 900), replace(LOOSE, min_size=whole.size * 1.5)).broken_words


@settings(max_examples=40)
@given(messages(6), st.floats(20, 200), st.floats(100, 1000), st.floats(5, 60))
def test_breaks_words_only_when_it_must(message: tuple[str, str], width: float, height: float, least: float) -> None:
    ready = prepared(*message)
    rule = FitRule(min_size=least, max_lines=8)
    brute = BruteForce(ready.paragraph, width, height, rule)
    assume(len(brute.ends) <= 8)
    best = brute.best()
    try:
        fitted = fit(ready, Size(width, height), rule)
    except FitError:
        assert best < least
        return
    assert fitted.size >= least
    if best > least * 1.001:
        assert not fitted.broken_words
    elif best < least * 0.999:
        assert fitted.broken_words
    assert_covers(fitted, hanging="\u00a0" if fitted.broken_words else "")
    assert_inside(placed(fitted, Rect(0, 0, width, height)))


def test_error_names_message_and_needed_size() -> None:
    with pytest.raises(FitError) as caught:
        fit(prepared("Freedom of assembly", "en"), Size(60, 20), FitRule(min_size=40))
    text = str(caught.value)
    assert "“Freedom of assembly”" in text
    assert "40.0 pt" in text
    needed = float(re.findall(r"need ([\d.]+) pt", text)[0])
    assert "Shorten" in text
    # defects.md 41: the size that it names is the one at which the text fits, words broken or not.
    ready = prepared("Freedom of assembly", "en")
    assert needed >= round(BruteForce(ready.paragraph, 60, 20, LOOSE).best(), 1) - 0.05
    assert fit(ready, Size(60, 20), FitRule(min_size=needed - 0.06)).size >= needed - 0.06
    with pytest.raises(FitError):
        fit(ready, Size(60, 20), FitRule(min_size=needed + 0.06))


@pytest.mark.parametrize("text", ["", " ", "\n \n"])
def test_empty_text_is_refused(text: str) -> None:
    with pytest.raises(TextError, match="empty"):
        prepared(text, "en")


def test_endless_text_is_refused() -> None:
    with pytest.raises(TextError, match="5,000 characters"):
        prepared("x" * 5000, "en")


# --- neighbouring lines --------------------------------------------------------------------------------------------

TALL = [("ur", "display"), ("th", "display"), ("bo", "text"), ("vi", "display"), ("my", "text"), ("km", "text")]


@pytest.mark.parametrize(("language", "role"), TALL)
@pytest.mark.parametrize("align", ["start", "center", "end"])
def test_lines_do_not_collide(language: str, role: str, align: str) -> None:
    from .raster import line_masks

    text = article(language)[:110]
    for shape in (Size(300, 300), Size(500, 200)):
        ready = prepared(text, language, role)
        physical = (
            align
            if align == "center"
            else "left"
            if (align == "start") == (not ready.paragraph.base_level)
            else "right"
        )
        fitted = fit(ready, shape, FitRule(min_size=1, max_lines=12, align=physical))
        assert len(fitted.lines) > 1
        block = placed(fitted, Rect(0, 0, *shape), physical)
        masks = line_masks(block, pixels_per_em=48)
        for upper, lower in itertools.pairwise(masks):
            assert ImageChops.logical_and(upper, lower).getbbox() is None, (
                f"{language}: ink of neighbouring lines overlaps"
            )


@settings(max_examples=60)
@given(messages(8, ("ur", "th", "vi", "hi", "ar", "en")), st.floats(100, 1000), st.floats(100, 1000))
def test_leading_is_enough_and_never_more_than_boxes_need(
    message: tuple[str, str], width: float, height: float
) -> None:
    ready = prepared(*message)
    fitted = fit(ready, Size(width, height), LOOSE)
    lines = [measure(fitted.paragraph, m.line.start, m.line.end) for m in fitted.lines]
    assume(len(lines) > 1)
    pairs = list(itertools.pairwise(lines))
    leading = fitted.leading / fitted.size
    assert leading == pytest.approx(max(distance(a, b) for a, b in pairs), rel=1e-6)
    # Typical letters of one line may be higher than all letters of another: the box rule then needs more of both.
    tallest = max(box_distance(a, b) for a in lines for b in lines)
    assert leading <= max(tallest, max(box_distance(a, b) for a, b in pairs)) + 1e-9


# --- long texts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ar", "ur", "hi", "th", "ja", "he", "vi", "bo"])
@pytest.mark.parametrize("clauses", [True, False])
def test_long_texts(language: str, clauses: bool) -> None:
    text = article(language)
    if not clauses:
        text = CLAUSE_END.sub(" ", text).strip()
    for factor in (1, 2):
        long = " ".join([text] * factor)[:400]
        ready = prepared(long, language, "text")
        for box in (Size(500, 700), Size(900, 150)):
            rule = FitRule(min_size=1, max_lines=40)
            fitted = fit(ready, box, rule)
            # What may go to sense, and 5 % that are missed where nobody sees it.
            given_up = 1.05 / (CAP if len(ready.ends) <= EXHAUSTIVE_PIECES else REDUCED)
            assert not fitted.broken_words
            assert_covers(fitted)
            assert_inside(placed(fitted, Rect(0, 0, *box)))
            assert set(breaks_of(fitted)) <= set(pieces(ready.paragraph))
            # Filling lines one after the other gives no larger size, whatever it starts from.
            brute = BruteForce(ready.paragraph, *box, rule)
            for step in range(1, 40):
                other = brute.first_fit(fitted.size * (0.9 + 0.01 * step))
                assert other is None or brute.size(other) <= fitted.size * given_up


@pytest.mark.parametrize(("text", "language", "count"), [("Peace now and " * 5, "en", 2), ("a b c d e f g", "en", 1)])
def test_max_lines(text: str, language: str, count: int) -> None:
    fitted = fit(prepared(text, language), Size(200, 2000), FitRule(min_size=0.1, max_lines=count))
    assert len(fitted.lines) <= count


@settings(max_examples=30)
@given(messages(12), st.floats(100, 800), st.floats(6, 40))
def test_wrap_keeps_size_and_width(message: tuple[str, str], width: float, size: float) -> None:
    ready = prepared(*message, role="text")
    fitted = wrap(ready, width, size, FitRule())
    assert fitted.size == size
    assert_covers(fitted, hanging="\u00a0" if fitted.broken_words else "")
    for metrics in fitted.lines:
        assert measure(ready.paragraph, metrics.line.start, metrics.line.end).along * size <= width * (1 + 1e-9)
    assert_inside(placed(fitted, Rect(0, 0, width, fitted.height), "left", "top"))


# --- vertical ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("水は命", "ja"),
        ("核兵器のない世界を。今すぐ！", "ja"),
        ("和平", "zh-Hans"),
        ("평화를 원한다", "ko"),
        ("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", "mn-Mong"),
        ("平和 PEACE 2027", "ja"),
        ("3月15日、やめろ!!", "ja"),
    ],
)
@pytest.mark.parametrize("box", [Size(100, 600), Size(400, 400), Size(600, 100)])
@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
def test_vertical_slots(text: str, language: str, box: Size, valign: str) -> None:
    ready = prepared(text, language, "text", vertical=True)
    fitted = fit(ready, box, replace(LOOSE, max_lines=5))
    block = placed(fitted, Rect(30, 40, *box), "center", valign)
    assert block.vertical
    assert_covers(fitted)
    assert_inside(block)
    if len(block.lines) > 1:
        rightwards = language.startswith("mn")
        assert (block.lines[1].origin.x > block.lines[0].origin.x) == rightwards
        for a, b in zip(placed_ink(block), placed_ink(block)[1:], strict=False):
            if rightwards:
                assert max(i[2] for i in a) <= min(i[0] for i in b)
            else:
                assert min(i[0] for i in a) >= max(i[2] for i in b)
