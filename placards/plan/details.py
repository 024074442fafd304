"""Details (title, organiser, place, date, time) become what slots show in an artefact's languages, and what is to be
said of them: which are not given in a language, and which dates are doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from placards.frozen import dataclass
from placards.layout.content import SlotText
from placards.layout.slots import MOMENTS, slot
from placards.locale.language import fallbacks
from placards.plan.choices import Choices, Details, Texts
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.place import Place

if TYPE_CHECKING:
    from placards.locale.dates import DateStyle

Fields = tuple[tuple[str, tuple[SlotText, ...]], ...]


@dataclass(frozen=True, slots=True)
class ShownDetails:
    """The details of one artefact: for each a text per language, and what there is to say."""

    fields: Fields
    notes: tuple[Diagnostic, ...]


def details_for(choices: Choices, languages: tuple[str, ...]) -> ShownDetails:
    """The details in an artefact's languages; raises InputError for a date that a calendar does not have."""
    fields: list[tuple[str, tuple[SlotText, ...]]] = []
    notes: list[Diagnostic] = []
    details = choices.details
    for name, texts in details.texts:
        shown = _shown(name, texts, choices.language, languages, notes)
        if shown and slot(name).kind == "number":
            notes += _numberless(name, shown)
            shown = tuple(_in_own_digits(text, details.digits) for text in shown)
        if shown:
            fields.append((name, shown))
    notes += _date_notes(details, languages)
    if details.date or details.time:
        from placards.locale.dates import format_when
        from placards.locale.moments import moments

        style = date_style(details)
        when = (format_when(details.date, details.time, language, style) for language in languages)
        fields.append(("date", tuple(map(SlotText, when, languages))))
        parts = [moments(details.date, details.time, language, style) for language in languages]
        for name in MOMENTS:
            if name in parts[0]:
                fields.append((name, tuple(SlotText(p[name], tag) for p, tag in zip(parts, languages, strict=True))))
    return ShownDetails(tuple(fields), tuple(notes))


def date_style(details: Details) -> DateStyle:
    """How the dates are written; raises InputError for calendars or digits that there are not."""
    from placards.locale.dates import DateStyle, check_style

    style = DateStyle(details.calendars or ("gregorian",), details.digits, details.hijri_shift)
    check_style(style)
    return style


def _in_own_digits(text: SlotText, digits: str) -> SlotText:
    from placards.locale.numbers import written_number

    return replace(text, text=written_number(text.text, text.language, digits))


def _numberless(name: str, shown: tuple[SlotText, ...]) -> Iterator[Diagnostic]:
    for one in dict.fromkeys(shown):
        if not any(char.isnumeric() for char in one.text):
            yield diagnostic("number-without-digit", place=Place(message=name, language=one.language), text=one.text)


def own_text(texts: Texts, home: str, language: str) -> SlotText | None:
    """A text in a language or in what may stand in for it; None where it is given in others only."""
    known = _by_tag(texts, home)
    tag = next((tag for tag in fallbacks(language) if tag in known), None)
    if tag is None and language in fallbacks(home) and home in known:
        tag = home  # en-GB is given, and en is asked for
    return None if tag is None else SlotText(known[tag], language)


def _shown(
    what: str, texts: Texts, home: str, languages: tuple[str, ...], notes: list[Diagnostic]
) -> tuple[SlotText, ...]:
    found: list[SlotText | None] = []
    for language in languages:
        place = Place(message=what, language=language)
        own = own_text(texts, home, language)
        other = own or own_text(texts, home, home)
        if own is None and other is not None:
            code = "plan-detail-same" if texts.single else "plan-detail-other"
            notes.append(diagnostic(code, place=place, what=what, language=language, shown=other.language))
        elif other is None:
            notes.append(diagnostic("plan-detail-nothing", place=place, what=what, language=language, shown=home))
        found.append(other)
    given = [text for text in found if text is not None]
    # A language without a text shows that of the artefact's first language that has one.
    return tuple(text or given[0] for text in found) if given else ()


def _by_tag(texts: Texts, home: str) -> Mapping[str, str]:
    return {tag or home: text for tag, text in texts.by_language}


def _date_notes(details: Details, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    if details.date is None:
        if details.time is not None:
            yield diagnostic("plan-time-alone", place=Place(message="date"))
        for what, given in (("calendars", details.calendars), ("hijri_shift", details.hijri_shift)):
            if given:
                yield diagnostic("plan-date-missing", place=Place(message="date"), what=what)
        return
    from placards.locale.dates import doubts

    style = date_style(details)
    for language in languages:
        yield from doubts(style, details.date, language)
