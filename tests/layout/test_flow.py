"""Running text: what it consists of, one size for all, lines in order, and no page with a single line."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from placards.layout.flow import HEADING, Flowed, FlowStyle, Part, flow, parts_of
from placards.problems.errors import FitError, TextError
from placards.text.fontset import shipped_fonts
from placards.values.color import BLACK, WHITE
from placards.values.geometry import Rect

ROOM = Rect(50, 60, 400, 500)
LETTERS = {
    "en": "We ask for clean water in every school, today and not next year.",
    "ar": "نطلب ماءً نظيفًا في كل مدرسة، اليوم وليس في العام القادم.",
    "ur": "ہم ہر اسکول میں صاف پانی مانگتے ہیں، آج، اگلے سال نہیں۔",
    "hi": "हम हर स्कूल में साफ़ पानी माँगते हैं, आज, अगले साल नहीं।",
    "th": "เราขอน้ำสะอาดในทุกโรงเรียนวันนี้ไม่ใช่ปีหน้า",
    "ja": "私たちはすべての学校にきれいな水を、来年ではなく今日、求めます。",
}  # fmt: skip


def style(language: str = "en", **keys: object) -> FlowStyle:
    align = "right" if language in ("ar", "ur") else "left"
    base = {
        "language": language, "role": "text", "fonts": shipped_fonts(), "paint": BLACK, "heading": BLACK, "marked": WHITE,
        "align": align, "slot": "body", "show": "body", "min_size": 10.0, "max_size": 12.0,
    }  # fmt: skip
    return FlowStyle(**{**base, **keys})  # type: ignore[arg-type]


def flowed(text: str, language: str = "en", pages: int = 9, **keys: object) -> Flowed:
    return flow(text, lambda _: ROOM, style(language, **keys), pages)


def test_what_a_text_consists_of() -> None:
    assert parts_of("Dear all,\nhello\n\n# Why\nBecause *water*.\n- one\n• two\n") == (
        Part("paragraph", "Dear all,", (), True), Part("paragraph", "hello", (), False), Part("heading", "Why", (), True),
        Part("paragraph", "Because water.", ((8, 13),), True), Part("item", "one", (), False), Part("item", "two", (), False),
    )  # fmt: skip
    with pytest.raises(TextError, match="has no partner"):
        parts_of("fine\n\nnot *fine")


@pytest.mark.parametrize("language", LETTERS)
def test_every_letter_stands_once_in_order_inside_its_page(language: str) -> None:
    text = "# Water\n" + "\n\n".join([" ".join([LETTERS[language]] * 4)] * 20) + "\n- " + LETTERS[language]
    made = flowed(text, language)
    assert len(made.pages) > 1
    read = "".join(line.text for page in made.pages for block in page for line in block.lines)
    plain = re.sub(r"^(# |- )", "", text, flags=re.MULTILINE)
    assert re.sub(r"[\s\u200b•]", "", read) == re.sub(r"\s", "", plain)
    for page in made.pages:
        lines = [line for block in page for line in block.lines if line.text != "•"]
        assert all(ROOM.contains(line.ink, 1.5) for line in lines)
        tops = [line.origin.y for line in lines]
        assert all(upper < lower for upper, lower in pairwise(tops))


def test_a_short_letter_is_as_large_as_allowed_and_one_that_just_fits_is_smaller() -> None:
    assert flowed(LETTERS["en"]).size == 12
    long = "\n\n".join([" ".join([LETTERS["en"]] * 5)] * 6)
    made = flowed(long)
    assert len(made.pages) == 1
    assert 10 < made.size < 12
    assert max(line.ink.bottom for block in made.pages[0] for line in block.lines) > ROOM.bottom - 3 * made.size


def test_one_size_for_all_and_headings_larger() -> None:
    made = flowed("# Water\n" + "\n\n".join([LETTERS["en"]] * 60))
    sizes = {round(line.size, 6) for page in made.pages for block in page for line in block.lines}
    assert sizes == {10.0, round(10 * HEADING, 6)}


def test_no_page_begins_or_ends_with_a_single_line_of_a_longer_paragraph() -> None:
    paragraph = " ".join([LETTERS["en"]] * 3)
    for more in range(1, 8):
        made = flowed("\n\n".join(["x"] * more + [paragraph] * 20))
        for before, after in pairwise(made.pages):
            whole = before[-1].text != after[0].text and before[-1].text.endswith(".")
            if not whole:
                assert len(before[-1].lines) >= 2
                assert len(after[0].lines) >= 2


def test_a_heading_stays_with_what_follows() -> None:
    for more in range(20, 32):
        made = flowed("\n".join(["line"] * more) + "\n\n# Heading\n" + " ".join([LETTERS["en"]] * 4))
        assert all(page[-1].text != "Heading" for page in made.pages)


def test_room_below_is_kept_free_on_the_last_page() -> None:
    made = flowed(LETTERS["en"], reserve=400)
    assert max(line.ink.bottom for line in made.pages[-1][-1].lines) <= ROOM.bottom - 400
    long = "\n\n".join([LETTERS["en"]] * 22)
    assert len(flowed(long, reserve=450).pages) > len(flowed(long).pages)


def test_a_text_that_needs_too_many_pages_is_refused() -> None:
    with pytest.raises(FitError, match=r"needs more than 2 pages at 10\.0 pt"):
        flowed("\n\n".join([LETTERS["en"]] * 200), pages=2)


@pytest.mark.parametrize("count", range(20, 29))
@pytest.mark.parametrize(
    "last", [LETTERS["en"], " ".join([LETTERS["en"]] * 6), "# End\nYours", "# End\n- " + LETTERS["en"]]
)
def test_what_is_reserved_takes_the_last_lines_along_and_no_heading_stays_behind(count: int, last: str) -> None:
    """Signatures never stand alone on a page, nor under a single line of a longer paragraph."""
    text = "\n".join([LETTERS["en"]] * count) + "\n\n" + last
    made = flowed(text, reserve=150.0, max_size=10.0)
    final = [block for block in made.pages[-1] if block.text != "•"]
    assert final, "a page of nothing but room"
    assert final[-1].lines[-1].ink.bottom <= ROOM.bottom - 150 + 1.5
    before = made.pages[-2][-1] if len(made.pages) > 1 else None
    assert before is None or before.text != "End"
    if before is not None and last.startswith("We ask for clean water in every school, today and not next year. We"):
        assert len(final[-1].lines) >= 2
