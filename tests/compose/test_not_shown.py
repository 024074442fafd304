"""What a person gave and the artefact does not show is said: an error for a message, a warning for a detail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.files.shipped import world_of
from placards.layout.content import Content, Entry, SlotText
from placards.template.library import LayoutLibrary

from .support import GROUND, HEAD, SLOGAN, codes, composed, content, element


@pytest.fixture(scope="module")
def library() -> LayoutLibrary:
    return LayoutLibrary(world_of())


def test_nothing_to_say_where_all_is_shown() -> None:
    assert codes(composed(HEAD + GROUND + SLOGAN, content(("en", "Peace")))) == []


# defects.md 2
def test_a_second_language_without_a_place_is_an_error(library: LayoutLibrary) -> None:
    made = composed(library.layout("big"), content(("en", "Peace"), ("ar", "سلام")))
    (found,) = made.diagnostics.errors
    assert found.code == "language-not-shown"
    assert found.place.language == "ar"
    assert "“big” does not show ar" in str(found)


# defects.md 2
def test_four_texts_on_a_layout_for_one(library: LayoutLibrary) -> None:
    job = content(("en", "Peace"), ("ar", "سلام"), ("de", "Frieden"), ("fr", "Paix"))
    lost = [d.place.language for d in composed(library.layout("big"), job).diagnostics.errors]
    assert lost == ["ar", "de", "fr"]


def test_both_languages_are_shown_where_there_are_two_slots(library: LayoutLibrary) -> None:
    job = content(("en", "Peace"), ("ar", "سلام"))
    assert codes(composed(library.layout("two-languages"), job)) == []
    assert codes(composed(library.layout("wide-banner"), job, "banner-300x100cm")) == []
    assert codes(composed(library.layout("chant-sheet"), job)) == []
    assert codes(composed(library.layout("specimen"), job, "a2")) == []


# defects.md 2: a language may be lost of which only the details exist
def test_a_language_of_details_alone(library: LayoutLibrary) -> None:
    date = (SlotText("14 April", "en"), SlotText("14 نيسان", "ar"))
    made = composed(library.layout("event-card"), Content(("en", "ar"), (), (("title", date[:1]), ("date", date))))
    assert codes(made) == [("language-not-shown", "error")]


def test_a_second_slogan_on_a_layout_for_one() -> None:
    entries = (Entry("peace/one", (SlotText("One", "en"),)), Entry("peace/two", (SlotText("Two", "en"),)))
    made = composed(HEAD + GROUND + SLOGAN, Content(("en",), entries))
    (found,) = made.diagnostics.errors
    assert (found.code, found.place.message) == ("slogan-not-shown", "peace/two")
    assert "“Two”" in str(found)


def test_a_long_slogan_is_quoted_by_its_beginning() -> None:
    entries = (Entry("", (SlotText("One", "en"),)), Entry("", (SlotText("word " * 40, "en"),)))
    (found,) = composed(HEAD + GROUND + SLOGAN, Content(("en",), entries)).diagnostics.errors
    assert "word…”" in str(found)


# defects.md 3
@pytest.mark.parametrize("detail", ["title", "organiser", "place", "date", "link"])
def test_a_detail_without_a_place_is_a_warning(library: LayoutLibrary, detail: str) -> None:
    made = composed(library.layout("big"), content(("en", "Peace"), **{detail: "Something"}))
    (found,) = made.diagnostics
    assert (found.code, str(found.severity)) == ("detail-not-shown", "warning")
    assert detail in str(found)
    assert "Something" in str(found)


def test_an_event_card_shows_every_detail(library: LayoutLibrary) -> None:
    job = content(title="March", organiser="We", place="Here", date="Now", link="https://example.org")
    assert codes(composed(library.layout("event-card"), job)) == []


# defects.md 3: the text beside --title
def test_the_slogan_behind_a_title_is_a_warning(library: LayoutLibrary) -> None:
    job = content(("en", "Peace"), title="March")
    layout = (
        HEAD + GROUND + SLOGAN + 'when = "has_title == 0"\n' + element("text", "title", show="title", optional=True)
    )
    made = composed(layout, job)
    assert codes(made) == [("slogan-behind-title", "warning")]
    assert "“Peace”" in str(next(iter(made.diagnostics)))
    assert codes(composed(library.layout("event-card"), job)) == [], "there the slogan is the line below the title"


def test_a_title_excuses_no_layout_that_shows_no_slogan() -> None:
    layout = HEAD + GROUND + element("text", "title", show="title")
    assert codes(composed(layout, content(("en", "Peace"), title="March"))) == [("slogan-not-shown", "error")]


def test_a_slot_of_another_language_shows_the_nearest_detail() -> None:
    layout = HEAD + GROUND + SLOGAN + element("text", "organiser", show="organiser", language=2, height="5%", top="0")
    made = composed(layout, content(("en", "Peace"), ("ar", "سلام"), organiser="We"))
    assert codes(made) == [("language-not-shown", "error")], "the organiser in English is no Arabic"


def test_draft_and_turns_are_not_the_persons(library: LayoutLibrary) -> None:
    job = Content(
        ("en",), (Entry("", (SlotText("Peace", "en"),)),), draft=SlotText("DRAFT", "en"),
        turns=(SlotText("Leader", "en"), SlotText("All", "en")),
    )  # fmt: skip
    assert codes(composed(library.layout("big"), job)) == []


def test_what_a_campaign_offers_to_all_its_artefacts_may_be_left_out(library: LayoutLibrary) -> None:
    job = replace(
        content(("en", "Peace"), place="Here", date="Now", link="https://example.org"), offered=("place", "link")
    )
    (found,) = composed(library.layout("big"), job).diagnostics
    assert dict(found.parameters)["detail"] == "date"


@pytest.mark.parametrize(
    ("layout", "most"),
    [
        ("big", 1),
        ("two-languages", 2),
        ("three-languages", 3),
        ("chant-sheet", 3),
        ("wide-banner", 2),
        ("specimen", None),
    ],
)
def test_how_many_languages_a_layout_can_show(library: LayoutLibrary, layout: str, most: int | None) -> None:
    assert library.layout(layout).layout.most_languages == most


def test_what_a_layout_can_show(library: LayoutLibrary) -> None:
    shows = {showing.what for showing in library.layout("event-card").layout.shows}
    assert shows == {
        "slogan", "title", "organiser", "date", "weekday", "day", "month", "time", "place", "link", "call", "logo", "art"
    }  # fmt: skip
    assert {s.what for s in library.layout("big").layout.shows} == {"slogan"}
    assert library.layout("chant-sheet").layout.says == {1}
    assert library.layout("chant-sheet").layout.lists
