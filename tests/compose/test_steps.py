"""Compose: the palette, the pages, and what stops it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.compose.steps import STEPS
from placards.layout.content import Content, Entry, SlotText
from placards.problems.errors import TextError, UnknownNameError
from placards.scene.items import TextBlock

from .support import GROUND, HEAD, SLOGAN, blocks, composed, content, element, items, paths

MANY = HEAD.replace('name = "Mine"', 'name = "Mine"\nmany = true')
LISTED = (
    MANY
    + GROUND
    + element("list", "chants", inside="safe", lines="@", min_size="40pt").replace('"@"', "[{ weight = 700 }]")
)


def entries(*texts: str) -> Content:
    return Content(("en",), tuple(Entry("", (SlotText(text, "en"),)) for text in texts))


def test_every_step_says_what_it_does() -> None:
    assert len(STEPS) == len({step.__name__ for step in STEPS}) >= 5
    assert all(step.__doc__ for step in STEPS)


# defects.md 9
def test_an_unknown_palette_is_an_error() -> None:
    layout = HEAD + '[palettes.night]\npaper = "#000000"\nink = "#ffffff"\n' + GROUND
    with pytest.raises(UnknownNameError, match=r"“mine” has no palette “nigth”\. Did you mean “night”"):
        composed(layout, content(), palette="nigth")
    assert paths(composed(layout, content()))[0].paint.hex == "#ffffff", "none is the first"
    assert paths(composed(layout, content(), palette="night"))[0].paint.hex == "#000000"


# defects.md 10
def test_numbers_go_on_where_entries_are_equal() -> None:
    made = composed(LISTED, entries(*["Peace now and for ever, for all of us and for everyone"] * 8), "a5-landscape")
    assert len(made.scenes) > 1
    numbers = [
        block.text for page in range(len(made.scenes)) for slot, block in blocks(made, page).items()
        if block.role == "number"
    ]  # fmt: skip
    assert numbers == [str(n) for n in range(1, 9)]


# defects.md 23
@pytest.mark.parametrize("job", [Content(("en",), ()), Content(("en",), (Entry("", ()),))])
def test_a_list_without_slogans_is_refused(job: Content) -> None:
    with pytest.raises(TextError, match="“mine” lists slogans, and the job has none"):
        composed(LISTED, job)


def test_a_list_of_a_language_that_the_job_lacks_is_refused() -> None:
    with pytest.raises(TextError, match="lists slogans"):
        composed(LISTED.replace("{ weight", "{ language = 2, weight"), entries("Peace"))


def test_what_hangs_above_a_list_is_not_said_twice() -> None:
    """Pages are divided on a trial page: what is shown there does not count, and what is said there is not said."""
    above = element("text", "own", show="text", text="Join us", top="0", height="10%", inside="safe")
    job = Content(("ur",), (Entry("", (SlotText("امن", "ur"),)),))
    lines = LISTED.replace('[[element]]\nid = "chants"', above + '[[element]]\nid = "chants"').replace(
        'inside = "safe"\nlines', 'inside = "safe"\nbelow = "own"\nlines'
    )
    assert [d.code for d in composed(lines, job).diagnostics] == ["own-text-untranslated"]


def test_metadata_of_a_list_is_its_title() -> None:
    made = composed(LISTED, entries("Peace"))
    assert made.scenes[0].metadata.title == "Peace"
    titled = Content(("en",), entries("Peace").entries, (("title", (SlotText("Chants", "en"),)),))
    assert composed(LISTED, titled).scenes[0].metadata.title == "Chants"
    assert composed(HEAD + GROUND, Content(("en",), ())).scenes[0].metadata.title == "Mine"


def test_draft_stands_behind_the_texts() -> None:
    job = Content(("en",), (Entry("", (SlotText("Peace", "en"),)),), draft=SlotText("DRAFT", "en"))
    assert "draft" in blocks(composed(HEAD + GROUND + SLOGAN, job))


def test_a_list_leaves_room_for_what_stands_above_it_on_every_page() -> None:
    """It is divided into pages below the title, not over the whole sheet."""
    slogans = tuple(Entry(f"x/{n}", (SlotText(f"Peace number {n}", "en"),)) for n in range(40))
    title = element("text", "title", show="title", inside="safe", top="0", height="40%", min_size="120pt")
    listed = element("list", "all", inside="safe", below="title", bottom="0", min_size="20pt").replace(
        "[[element]]", "[[element]]\nlines = [{}]"
    )
    made = composed(MANY + title + listed, replace(content(title="Chants"), entries=slogans))
    assert len(made.scenes) > 1
    shown = []
    for number, scene in enumerate(made.scenes):
        found = [item for item in items(made, number) if isinstance(item, TextBlock)]
        (head,) = (block for block in found if block.slot == "title")
        for block in found:
            if block is not head:
                assert block.lines[0].ink.y >= head.lines[-1].ink.bottom
                assert block.lines[-1].ink.bottom <= scene.trim.height
        shown += [block.text for block in found if block.role == "slogan"]
    assert shown == [entry.texts[0].text for entry in slogans]


def test_numbers_go_on_from_page_to_page() -> None:
    slogans = tuple(Entry(f"x/{n}", (SlotText(f"Peace number {n}", "en"),)) for n in range(40))
    listed = element("list", "all", inside="safe", min_size="40pt").replace("[[element]]", "[[element]]\nlines = [{}]")
    made = composed(MANY + listed, replace(content(), entries=slogans))
    assert len(made.scenes) > 2
    numbers = [
        block.text
        for page in range(len(made.scenes))
        for block in items(made, page)
        if isinstance(block, TextBlock) and block.role == "number"
    ]
    assert numbers == [str(n) for n in range(1, 41)]
