"""A list of chants: the original, how to say it, what it means, and who calls what."""

from __future__ import annotations

from itertools import pairwise

import pytest

from placards.elements.checking import read_part
from placards.elements.list import SloganList
from placards.files.toml import parse_toml
from placards.layout.chants import ListPage, list_items, local_number, split_pages
from placards.layout.content import Entry, SlotText
from placards.problems.errors import FitError
from placards.scene.items import FillPath, Item, TextBlock
from placards.text.fontset import shipped_fonts
from placards.values.color import BLACK
from placards.values.geometry import Rect

from ..parts import checked

SAID = Entry(
    "peace/stop",
    (SlotText("أوقفوا الحرب", "ar"), SlotText("Stop the war", "en")),
    (SlotText("Awqifu l-harb", "ar-Latn"), None),
)
UNSAID = Entry("peace/now", (SlotText("السلام الآن", "ar"), SlotText("Peace now", "en")))
CALLED = Entry(
    "chants/want",
    (SlotText("ماذا نريد؟\nالسلام!", "ar"), SlotText("What do we want?\nPeace!", "en")),
    (SlotText("Mādhā nurīd?\nAs-salām!", "ar-Latn"), None),
    response=True,
)
LEGEND = (SlotText("صوت واحد", "ar"), SlotText("الجميع", "ar"))


def page(
    *, mirrored: bool = True, legend: tuple[SlotText, SlotText] | None = LEGEND, height: float = 600, **keys: object
) -> ListPage:
    lines = [{"weight": 800}, {"show": "say", "size": 0.8}, {"language": 2, "size": 0.7}]
    table = {"id": "chants", "type": "list", "lines": lines, "max_size": "24pt", **keys}
    element = checked(SloganList, table)
    return ListPage(element, Rect(40, 40, 400, height), 480, {"ink": BLACK}, shipped_fonts(), mirrored, legend)


def blocks(items: list[Item]) -> list[TextBlock]:
    return [item for item in items if isinstance(item, TextBlock)]


def shown(items: list[Item], *, numbers: bool = False) -> list[str]:
    return [block.text for block in blocks(items) if numbers or block.role != "number"]


def test_original_then_how_to_say_it_then_what_it_means() -> None:
    items = list_items(page(), [SAID], 0)
    assert shown(items) == ["أوقفوا الحرب", "Awqifu l-harb", "Stop the war"]
    assert [block.role for block in blocks(items)][1:] == ["slogan", "say", "translation"]
    assert [block.language.lower() for block in blocks(items)][1:] == ["ar", "ar-latn", "en"]


def test_what_nobody_wrote_down_is_left_out() -> None:
    assert shown(list_items(page(), [UNSAID], 0)) == ["السلام الآن", "Peace now"]


def test_turns_are_interleaved_under_a_legend() -> None:
    items = list_items(page(), [CALLED], 0)
    assert shown(items) == [
        "صوت واحد",
        "الجميع",
        "ماذا نريد؟",
        "Mādhā nurīd?",
        "What do we want?",
        "السلام!",
        "As-salām!",
        "Peace!",
    ]
    assert sum(isinstance(item, FillPath) for item in items) == 4, "two marks in the legend, two in the entry"


def test_the_crowd_is_heavier_than_the_leader() -> None:
    call, answer = (
        block for block in blocks(list_items(page(), [CALLED], 0)) if block.text in ("ماذا نريد؟", "السلام!")
    )
    weights = [dict(block.lines[0].runs[0].run.font.variations).get("wght") for block in (call, answer)]
    assert weights == [400, 800]


def test_no_legend_without_a_response_or_without_words() -> None:
    assert shown(list_items(page(), [SAID, UNSAID], 0))[0] == "أوقفوا الحرب"
    items = list_items(page(legend=None), [CALLED], 0)
    assert shown(items)[0] == "ماذا نريد؟"
    assert sum(isinstance(item, FillPath) for item in items) == 2


def test_a_text_of_other_turns_stands_whole_at_the_end() -> None:
    entry = Entry("x", (CALLED.texts[0], SlotText("What do we want? Peace!", "en")), CALLED.said, response=True)
    assert shown(list_items(page(legend=None), [entry], 0))[-1] == "What do we want? Peace!"
    one = Entry("x", (SlotText("Peace!", "en"),), response=True)
    assert shown(list_items(page(), [one], 0)) == ["Peace!"], "nobody answers, so there is no legend"


@pytest.mark.parametrize("mirrored", [False, True])
def test_marks_stand_on_the_side_where_reading_begins(mirrored: bool) -> None:
    items = list_items(page(mirrored=mirrored, legend=None, numbers=False), [CALLED], 0)
    marks = [item.path.bounds() for item in items if isinstance(item, FillPath)]
    texts = [block.lines[0].ink for block in blocks(items)]
    for mark in marks:
        assert all(mark.x >= ink.right for ink in texts) if mirrored else all(mark.right <= ink.x for ink in texts)
        assert mark.x >= 40 - 0.01
        assert mark.right <= 440.01


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("mirrored", [False, True])
def test_nothing_overlaps_and_all_stays_inside(columns: int, mirrored: bool) -> None:
    here = page(mirrored=mirrored, columns=columns)
    entries = [SAID, CALLED, UNSAID, CALLED, SAID]
    parts, size = split_pages(here, entries)
    for part in parts:
        found = [block for block in blocks(list_items(here, part, 0, size)) if block.role != "number"]
        for block in found:
            for line in block.lines:
                assert line.ink.x >= 39.9
                assert line.ink.right <= 440.1
                assert line.ink.y >= 39.9
                assert line.ink.bottom <= 640.1
        in_columns: dict[bool, list[TextBlock]] = {}
        for block in found:
            if block.role != "legend":
                in_columns.setdefault(columns == 2 and block.box.x > 235, []).append(block)
        for column in in_columns.values():
            for upper, lower in pairwise(column):
                assert upper.lines[-1].ink.bottom <= lower.lines[0].ink.y + 0.01


def test_a_narrow_sheet_breaks_where_the_translator_did() -> None:
    text = "Subete no hito ga jiyū ni naru made\ndare mo jiyū de wa nai"
    entry = Entry("x", (SlotText("自由", "ja"),), (SlotText(text, "ja-Latn"),))
    (block,) = (b for b in blocks(list_items(page(mirrored=False, min_size="20pt"), [entry], 0)) if b.role == "say")
    assert [line.text.strip() for line in block.lines] == text.splitlines()


def test_all_pages_of_a_list_share_one_size() -> None:
    here = page()
    entries = [SAID, CALLED, UNSAID, CALLED, SAID] * 3
    parts, size = split_pages(here, entries)
    assert len(parts) > 1
    assert [entry for part in parts for entry in part] == entries
    assert size >= here.min_size
    sizes = {
        round(placed.size, 3)
        for part in parts
        for block in blocks(list_items(here, part, 0, size))
        if block.role == "slogan"
        for line in block.lines
        for placed in line.runs
    }
    assert sizes == {round(size, 3)}


def test_a_list_that_does_not_fit_is_refused() -> None:
    with pytest.raises(FitError, match="one entry alone is too long for 90\\.0 pt") as caught:
        split_pages(page(height=60, min_size="90pt", max_size="90pt"), [SAID])
    assert caught.value.code == "fit-list"
    with pytest.raises(FitError, match="one entry alone"):
        split_pages(page(min_size="20000pt", max_size="20000pt"), [CALLED])


def test_a_page_takes_what_stands_before_the_legend_s_first_entry() -> None:
    """An entry with turns needs the legend above the list: where that takes the room, the page ends before it."""
    here = page(height=600)
    one = list_items(here, [CALLED], 0)
    assert len(one) > 0
    for height in range(80, 400, 10):
        narrow = page(height=height, min_size="16pt", max_size="16pt")
        try:
            parts, size = split_pages(narrow, [SAID, UNSAID, CALLED, SAID])
        except FitError:
            continue
        assert [entry for part in parts for entry in part] == [SAID, UNSAID, CALLED, SAID]
        for part in parts:
            for block in blocks(list_items(narrow, part, 0, size)):
                assert all(line.ink.bottom <= narrow.box.bottom + 0.01 for line in block.lines)


def test_numbers_of_a_language_that_nobody_counts_in() -> None:
    assert local_number(12, "ar-EG") == "١٢"
    assert local_number(12, "tlh") == "12"


def test_a_list_without_a_limit_grows_with_its_box() -> None:
    element = read_part(
        SloganList, parse_toml(b"", "layout.toml"), {"id": "l", "type": "list", "lines": [{}], "rule": "ink"}, ()
    )
    free = ListPage(element, Rect(0, 0, 400, 300), 300, {"ink": BLACK}, shipped_fonts(), False)
    _, size = split_pages(free, [Entry("a", (SlotText("No", "en"),))])
    assert size > 100
    items = list_items(free, [Entry("a", (SlotText("No", "en"),)), Entry("b", (SlotText("Yes", "en"),))], 0)
    assert sum(isinstance(item, FillPath) for item in items) == 1  # the rule between them


@pytest.mark.parametrize("count", [4, 5, 7, 8])
def test_pages_are_evenly_filled_and_no_more_than_needed(count: int) -> None:
    entries = [UNSAID] * count
    narrow = page(height=170, min_size="22pt", max_size="22pt")
    pages, size = split_pages(narrow, entries)
    assert size == 22
    assert [entry for part in pages for entry in part] == entries
    most = max(n for n in range(1, count + 1) if len(split_pages(narrow, entries[:n])[0]) == 1)
    assert most < count, "one page does not hold them"
    assert len(pages) == -(-count // most)
    sizes = [len(part) for part in pages]
    assert max(sizes) - sizes[-1] < len(pages), "the last page is not left with what was too much"


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_first_column_stands_where_reading_begins(mirrored: bool) -> None:
    narrow = page(mirrored=mirrored, columns=2, height=170, min_size="18pt", max_size="18pt", numbers=False)
    found = blocks(list_items(narrow, [SAID, UNSAID, SAID, UNSAID, SAID], 0))
    middle = 40 + 400 / 2
    first, last = found[0].lines[0].ink, found[-1].lines[0].ink
    assert (first.x > middle, last.right < middle) == (mirrored, mirrored)
    assert (first.right < middle, last.x > middle) == (not mirrored, not mirrored)


SIDE = [{"weight": 800}, {"show": "say", "size": 0.7, "side": True}, {"language": 2, "size": 0.7, "side": True}]


def sided(**keys: object) -> ListPage:
    here = page(legend=None, lines=SIDE, numbers=False, **keys)
    return ListPage(here.element, here.box, here.shorter, here.colors, here.fonts, here.mirrored, None, sided=True)


@pytest.mark.parametrize("mirrored", [False, True])
def test_what_helps_stands_in_a_column_at_the_side_on_one_baseline(mirrored: bool) -> None:
    here = sided(mirrored=mirrored)
    message, say, meaning = blocks(list_items(here, [SAID], 0))
    assert say.lines[0].origin.y == pytest.approx(message.lines[0].origin.y)
    assert meaning.lines[0].ink.y > say.lines[0].ink.bottom
    edge = here.box.x + 400 * (0.35 if mirrored else 0.65)
    for block in (say, meaning):
        assert all(line.ink.right < edge + 1 if mirrored else line.ink.x > edge - 1 for line in block.lines)
    assert all(line.ink.x > edge if mirrored else line.ink.right < edge for line in message.lines)


@pytest.mark.parametrize("mirrored", [False, True])
def test_call_and_answer_stand_side_by_side_where_no_word_breaks_for_it(mirrored: bool) -> None:
    found = {b.text: b.lines[0] for b in blocks(list_items(sided(mirrored=mirrored, turns="columns"), [CALLED], 0))}
    call, answer = found["ماذا نريد؟"], found["السلام!"]
    assert call.origin.y == pytest.approx(answer.origin.y)
    assert (answer.ink.right < call.ink.x) is mirrored
    assert (answer.ink.x > call.ink.right) is not mirrored
    below = [found[text].ink for text in ("Mādhā nurīd?", "What do we want?", "As-salām!", "Peace!")]
    assert all(one.bottom < other.y for one, other in pairwise(below))
    long = Entry("c", (SlotText("What?\nUnverbrüchlichkeitsvermutungsentscheidungen!", "de"),), (), response=True)
    here = page(mirrored=False, legend=None, numbers=False, turns="columns", min_size="16pt", lines=[{}])
    call_block, answer_block = blocks(list_items(here, [long], 0))
    assert answer_block.lines[0].ink.y > call_block.lines[0].ink.bottom
