"""Text slots: the layout's own words, links that are too long, and slots that lack their text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.layout.content import Content, Entry, OwnText, SlotText
from placards.problems.errors import FitError, TextError
from placards.template.translating import translated

from ..compose.support import GROUND, HEAD, SLOGAN, blocks, codes, composed, content, element, items, loaded, paths

OWN = {"show": "text", "inside": "safe", "top": "0", "height": "10%"}


def own(text: str, **keys: object) -> str:
    return HEAD + GROUND + element("text", "call", text=text, **OWN, **keys)


# --- own words (defects.md 13) --------------------------------------------------------------------------------------


def test_own_words_are_looked_up() -> None:
    layout = loaded(own("Join us"))
    asked: list[tuple[str, str, str]] = []

    def lookup(context: str, source: str, language: str) -> tuple[str, str] | None:
        asked.append((context, source, language))
        return {"ur": ("ہمارے ساتھ آئیں", "ur"), "de-AT": ("Macht mit", "de")}.get(language)

    found = translated(layout, ("ur", "de-AT", "fr"), lookup)
    assert asked == [("mine/call", "Join us", language) for language in ("ur", "de-AT", "fr")]
    made = composed(layout, replace(content(), languages=("ur",), own=found))
    assert (blocks(made)["call"].text, blocks(made)["call"].language) == ("ہمارے ساتھ آئیں", "ur")
    assert codes(made) == []
    made = composed(layout, replace(content(), languages=("de-AT",), own=found))
    assert (blocks(made)["call"].text, blocks(made)["call"].language) == ("Macht mit", "de")


def test_own_words_without_a_translation_stand_in_english_and_that_is_said() -> None:
    made = composed(own("Join us"), replace(content(), languages=("ur",)))
    assert (blocks(made)["call"].text, blocks(made)["call"].language) == ("Join us", "en")
    assert codes(made) == [("own-text-untranslated", "warning")]
    (found,) = made.diagnostics
    assert "“Join us” is not translated" in str(found)
    assert (found.place.message, found.place.language) == ("slot “call”", "ur")
    assert codes(composed(own("Join us"), replace(content(), languages=("en-GB",)))) == []


@pytest.mark.parametrize("text", ["1948–2028", "ہمارے ساتھ آئیں"])
def test_own_words_in_no_latin_letters_are_those_of_the_sheet(text: str) -> None:
    made = composed(own(text), replace(content(), languages=("ur",)))
    assert blocks(made)["call"].language == "ur"
    assert codes(made) == []


def test_own_words_by_language() -> None:
    layout = (
        HEAD + GROUND + element("text", "call", **OWN, text="@").replace('"@"', '{ en = "Join", "zh-Hant" = "參加" }')
    )
    own_text = OwnText("mine/call", "Join", "fr", SlotText("Venez", "fr"))
    for language, expected in {"zh-TW": "參加", "fr": "Venez", "de": "Join"}.items():
        made = composed(layout, replace(content(), languages=(language,), own=(own_text,)))
        assert blocks(made)["call"].text == expected
    only = layout.replace('en = "Join", ', "")
    assert "call" not in blocks(composed(only, replace(content(), languages=("de",))))


def test_own_words_are_cleaned() -> None:
    made = composed(own("Join\\u202E us"), content())
    assert blocks(made)["call"].text == "Join us"
    assert [severity for _, severity in codes(made)] == ["warning"]
    assert "U+202E" in str(next(iter(made.diagnostics)))
    with pytest.raises(TextError, match=r"slot “call” \(en\): .*U\+0007"):
        composed(own("Join\\u0007 us"), content())


def test_a_phone_number_among_own_words_stays_whole() -> None:
    number = "\u2066+961\u00a03\u00a0123\u00a0456\u2069"
    made = composed(own("اتصل +961 3 123 456"), replace(content(), languages=("ar",)))
    assert number in blocks(made)["call"].text
    assert codes(made) == []


# --- links (defects.md 16) ------------------------------------------------------------------------------------------

LINK = "https://example.org/" + "a-very-long-path/" * 12
SMALL = {"show": "link", "width": "60pt", "height": "8pt", "top": "0", "min_size": "6pt", "max_lines": 1}
CODE = element("qr", "code", width="100pt", height="100pt")


def test_a_link_that_does_not_fit_shows_its_host_and_the_code_stays() -> None:
    made = composed(HEAD + GROUND + element("text", "link", **SMALL) + CODE, content(link=LINK))
    assert blocks(made)["link"].text == "example.org"
    assert codes(made) == [("link-shortened", "warning")]
    assert len(paths(made)) == 3, "the ground, and the code on its plate"


def test_a_host_that_does_not_fit_either_is_left_out() -> None:
    link = element("text", "link", **{**SMALL, "width": "12pt", "min_size": "8pt"})
    below = element("shape", "rule", fill="ink", below="link", top="5pt", height="1pt")
    made = composed(HEAD + GROUND + link + below + CODE, content(link="https://a-host-of-a-long-name.example.org"))
    assert "link" not in blocks(made)
    assert codes(made) == [("link-not-printed", "warning")]
    assert paths(made)[1].path.bounds().y == 5, "what hangs below it moves up"


def test_a_host_alone_is_not_the_link() -> None:
    made = composed(HEAD + GROUND + element("text", "link", **SMALL), content(link=LINK))
    assert codes(made) == [("link-shortened", "warning"), ("detail-not-shown", "warning")]


def test_a_link_that_fits_is_printed_whole() -> None:
    wide = element("text", "link", show="link", inside="safe", height="20pt")
    for link in ("https://example.org/peace/", "example.org/peace"):
        made = composed(HEAD + GROUND + wide, content(link=link))
        assert blocks(made)["link"].text == "example.org/peace"
        assert codes(made) == []


def test_no_link_and_no_code() -> None:
    made = composed(HEAD + GROUND + element("text", "link", **SMALL) + CODE, content())
    assert len(list(items(made))) == 1


# --- slots without a text -------------------------------------------------------------------------------------------


def test_a_needed_slot_without_its_text() -> None:
    two = HEAD + GROUND + element("text", "second", show="translation")
    with pytest.raises(
        TextError, match=r"“mine” shows a translation for language 2, and the job has none\. Give it 2 languages"
    ):
        composed(two, content(("en", "Peace")))
    made = composed(two + "optional = true\n" + SLOGAN, content(("en", "Peace")))
    assert list(blocks(made)) == ["slogan"]
    with pytest.raises(TextError, match=r"“mine” shows a slogan, and the job has none\. Give it one"):
        composed(HEAD + SLOGAN, Content(("en",), (Entry("", ()),)))


def test_a_text_that_does_not_fit_names_its_slot() -> None:
    layout = HEAD + element("text", "slogan", show="slogan", width="20pt", height="8pt", min_size="8pt", max_lines=1)
    with pytest.raises(FitError, match=r"slot “slogan” \(en\): .*does not fit"):
        composed(layout, content(("en", "Peace and bread and roses")))


def test_a_broken_word_is_said() -> None:
    layout = HEAD + element("text", "slogan", show="slogan", width="40pt", height="200pt", min_size="12pt")
    made = composed(layout, content(("en", "Incomprehensibilities")))
    assert codes(made) == [("word-broken", "warning")]


def test_capitals_and_digits() -> None:
    layout = HEAD + element("text", "slogan", show="slogan", case="upper", digits="persian")
    assert blocks(composed(layout, content(("en", "Room 12"))))["slogan"].text == "ROOM ۱۲"


def test_vertical_for_mongolian() -> None:
    assert blocks(composed(HEAD + SLOGAN, content(("mn-Mong", "ᠡᠨᠬᠡ"))))["slogan"].vertical
    assert not blocks(composed(HEAD + SLOGAN, content(("mn", "Энх"))))["slogan"].vertical


def test_a_message_starts_where_its_own_reader_begins_and_details_where_the_sheet_does() -> None:
    text = (
        HEAD
        + element("text", "slogan", show="slogan", inside="safe", top="0", height="20%", max_size="20pt", align="start")
        + element(
            "text", "second", show="translation", inside="safe", top="30%", height="20%", max_size="20pt", align="start"
        )
        + element(
            "text", "who", show="organiser", inside="safe", top="60%", height="10%", max_size="12pt", align="start"
        )
    )
    for languages, sides in ((("en", "ar"), ("left", "right", "left")), (("ar", "en"), ("right", "left", "right"))):
        words = {"en": "Peace", "ar": "سلام"}
        made = composed(text, content(*((tag, words[tag]) for tag in languages), organiser="Peace Office"))
        middle = made.scenes[0].trim.width / 2
        found = {slot: "left" if b.lines[0].ink.right < middle else "right" for slot, b in blocks(made).items()}
        assert tuple(found[slot] for slot in ("slogan", "second", "who")) == sides, languages


@pytest.mark.parametrize("number", ["+44 1632 960961", "(0341) 12-34 56", "٠٦ ٥٥٥ ٠١٠٠"])
def test_the_groups_of_a_phone_number_keep_their_order_between_arabic_letters(number: str) -> None:
    text = HEAD + GROUND + SLOGAN + element("text", "phone", show="phone", top="0", height="40pt")
    made = composed(text, content(("ar", "سلام"), phone=f"هاتف: {number}"))
    (line,) = blocks(made)["phone"].lines
    digits = [char for char in number if char.isdigit()]
    starts: list[tuple[float, str]] = []
    for placed in line.runs:
        x = placed.offset
        for glyph in placed.run.glyphs:
            char = line.text[glyph.cluster - line.start]
            if char.isdigit():
                starts.append((x, char))
            x += glyph.x_advance / placed.run.font.upem * placed.size
    assert [char for _, char in sorted(starts)] == digits
