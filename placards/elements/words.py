"""What a text slot is asked to show becomes the text itself, in a language that the job has: a message, a detail, the
link, or the layout's own words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from placards.elements.page import Page
from placards.frozen import dataclass
from placards.layout.content import SlotText
from placards.locale.language import fallbacks
from placards.patterns import pattern
from placards.problems.errors import PlacardsError, Place

if TYPE_CHECKING:
    from placards.elements.slotted import Slotted
    from placards.elements.text import Text

#: An address is written from left to right, whatever the sheet's language.
_ADDRESS = "und-Latn"

#: A telephone number in any digits, with what people write between its groups.
_TELEPHONE = pattern(r"[+(]*\d[\d\s().+/-]*\d")

#: In its own order, apart from what is around it. Arabic digits need the override: their groups run from right to left.
_KEPT = "\u2066\u202d\\g<0>\u202c\u2069"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text for a slot; *record* notes that it was shown."""

    shown: SlotText
    record: Callable[[], None]
    shortened: str = ""  # the code of the warning that it is not the whole text


def wordings(slot: Text, page: Page) -> list[Wording]:
    """What the slot may show, the best first; none where the job has nothing for it. Raises TextError for a text of the
    layout that cannot be set."""
    if slot.show == "link":
        return _link(page)
    if slot.show == "page":
        return _page_number(page)
    found = _own(slot, page) if slot.show == "text" else of_job(slot, page)
    return [found] if found is not None and found.shown.text.strip() else []


def of_job(slot: Slotted, page: Page) -> Wording | None:
    """The message or the detail of the job that the slot shows; None where it has none."""
    found = _message(slot, page) if slot.of_slogan else _detail(slot, page)
    return found if found is not None and found.shown.text.strip() else None


def _message(slot: Slotted, page: Page) -> Wording | None:
    texts = page.entries[0].texts if page.entries else ()
    number = slot.number
    if number > len(texts):
        return None
    return Wording(texts[number - 1], lambda: page.shown.message(page.before, number))


def _detail(slot: Slotted, page: Page) -> Wording | None:
    content = page.setting.content
    found = content.field(slot.show, slot.number)
    if found is None:
        return None
    number = min(slot.number, len(dict(content.fields)[slot.show]))  # the nearest language that has it
    if slot.show == "phone":
        # Between letters from right to left the groups of a number would change places, and nobody could call it.
        found = replace(found, text=_TELEPHONE.sub(_KEPT, found.text))
    return Wording(found, lambda: page.shown.detail(slot.show, number))


def _page_number(page: Page) -> list[Wording]:
    """The page's number and how many there are, in the language's digits; none on a single page."""
    from placards.locale.digits import with_digits
    from placards.locale.numbers import local_number

    if page.count == 1:
        return []
    content = page.setting.content
    language = content.languages[0]
    numbers = (local_number(number, language) for number in (page.number, max(page.count, page.number)))
    # As fractions are written, whatever the digits: from left to right.
    text = f"\u2066\u202d{with_digits(' / '.join(numbers), content.digits)}\u202c\u2069"
    return [Wording(SlotText(text, language), lambda: None)]


def _link(page: Page) -> list[Wording]:
    """The whole address, or where that does not fit only its host: whoever types it finds the rest from there."""
    link = page.setting.content.link
    if not link:
        return []
    whole = link.removeprefix("https://").removeprefix("http://").rstrip("/")
    out = [Wording(SlotText(whole, _ADDRESS), lambda: page.shown.detail("link"))]
    host = _host(link)
    if host and host != whole:
        out.append(Wording(SlotText(host, _ADDRESS), lambda: None, "link-shortened"))
    return out


def _host(link: str) -> str:
    """The host of an address; empty where it has none that could be told."""
    try:
        return urlsplit(link if "://" in link else f"//{link}").netloc
    except ValueError:  # a bracket without its fellow, letters that would become a slash
        return ""


def _own(slot: Text, page: Page) -> Wording | None:
    """The layout's own words: those that it has itself in the language, those of the catalogs, or its English ones."""
    content = page.setting.content
    language = content.languages[min(slot.number, len(content.languages)) - 1]
    own = slot.text if isinstance(slot.text, dict) else {}
    for tag in fallbacks(language):
        if own.get(tag, "").strip():
            return _plain(slot, own[tag], tag, page)
    source = slot.source
    if not source:
        return None
    translated = content.own_text(f"{page.setting.layout}/{slot.id}", source, language)
    if translated is not None:
        return _plain(slot, translated.text, translated.language, page)
    if not _is_latin(source):  # a designer's words in a language of their own, or a number
        return _plain(slot, source, language, page)
    if fallbacks(language)[0].split("-")[0] != "en":
        page.warn("own-text-untranslated", slot, language, text=source)
    return _plain(slot, source, "en", page)


def _plain(slot: Text, text: str, language: str, page: Page) -> Wording:
    """A text of the layout, made settable like every other one."""
    from placards.text.clean import settable

    place = Place(message=f"slot “{slot.id}”", language=language)
    try:
        cleaned = settable(text, language)
    except PlacardsError as error:
        error.at(place)
        raise
    for warning in cleaned.warnings:
        page.setting.report(warning.at(place))
    return Wording(SlotText(cleaned.text, language), lambda: None)


def _is_latin(text: str) -> bool:
    """Whether a text has Latin letters and no other ones."""
    letters = [char for char in text if unicodedata.category(char) in ("Lu", "Ll", "Lo", "Lt")]
    return bool(letters) and all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
