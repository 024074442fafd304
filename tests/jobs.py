"""Jobs that fill every slot of a shipped layout: for goldens, and for every layout in every language."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from placards.dates import format_when
from placards.layout.content import Content, Entry, SlotText
from placards.messages.library import MessageLibrary
from placards.messages.status import Status
from placards.pipeline import Job
from placards.resources import templates_folder
from placards.template.library import LayoutFolder, LayoutLibrary
from placards.template.model import Text

#: What stands beside a message where a layout shows more than one language.
COMPANIONS = ("en", "es", "ru", "fr", "de", "pt")


@cache
def messages() -> MessageLibrary:
    """The shipped packs and catalogs."""
    return MessageLibrary([templates_folder()])


@cache
def layouts() -> LayoutLibrary:
    """The shipped layouts."""
    return LayoutLibrary([templates_folder()])


@cache
def firm_slogans(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The slogans that all of these languages have without doubt, shortest first in the first language; where a
    language has none without doubt, those that it has as drafts."""
    library = messages()
    found: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
    for slogan in library.slogans():
        all_of_them = [library.message(slogan, language) for language in languages]
        if any(m.status is Status.MISSING for m in all_of_them):
            continue
        firm = all(m.status is not Status.FUZZY for m in all_of_them)
        found[firm].append((len(all_of_them[0].text), slogan.full_name))
    return tuple(name for _, name in sorted(found[True] or found[False]))


def languages_for(layout: LayoutFolder, language: str) -> tuple[str, ...]:
    """A language and the companions that the layout has slots for."""
    others = [tag for tag in COMPANIONS if tag != language]
    return (language, *others[: layout.layout.languages - 1])


def shows(layout: LayoutFolder, what: str) -> bool:
    """Whether a text slot of the layout shows this."""
    return any(isinstance(element, Text) and element.show == what for element in layout.layout.element)


def job_for(layout: LayoutFolder, languages: tuple[str, ...], slogans: Sequence[str], size: str) -> Job:
    """These slogans with every field that a layout may show."""
    library = messages()
    entries = tuple(
        Entry(name, tuple(SlotText(library.message(name, language).text, language) for language in languages))
        for name in slogans
    )
    when = datetime.date(2027, 3, 20), datetime.time(14, 30)
    fields = (
        ("title", (entries[0].texts if entries else tuple(SlotText("Peace", tag) for tag in languages))),
        ("organiser", (SlotText("Peace Network Leipzig", "en"),)),
        ("place", (SlotText("Augustusplatz, Leipzig", "de"),)),
        ("date", tuple(SlotText(format_when(*when, language), language) for language in languages)),
    )
    content = Content(languages, entries, fields, "https://example.org/peace")
    return Job(Path(f"{layout.name}.pdf").name, layout.folder, size, content)


def example_job(layout: str, language: str, size: str) -> Job:
    """A layout with the middle-sized slogans of a language: one, or eight where it lists many."""
    folder = layouts().layout(layout)
    languages = languages_for(folder, language)
    names = firm_slogans(languages)
    middle = len(names) // 2
    return job_for(folder, languages, names[middle - 4 : middle + 4] if folder.layout.many else names[middle : middle + 1], size)
