"""Jobs that fill every slot of a shipped layout: for goldens, and for every layout in every language."""

from __future__ import annotations

import datetime
import io
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

from PIL import Image

from placards.elements.text import Text
from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.job import Job
from placards.kit.samples import DEMANDS, PLAIN, WORDS
from placards.layout.content import Content, Entry, GivenPicture, SlotText
from placards.layout.slots import MOMENTS, PICTURES
from placards.locale.dates import format_when
from placards.locale.moments import moments
from placards.locale.numbers import written_number
from placards.messages.interface import turn_words
from placards.messages.library import MessageLibrary
from placards.messages.pack import Slogan
from placards.messages.transliteration import said
from placards.messages.trust.status import Status
from placards.pipeline import Artefact, Engine
from placards.scene.items import Scene
from placards.template.library import LayoutFolder, LayoutLibrary

#: What stands beside a message where a layout shows more than one language.
COMPANIONS = ("en", "es", "ru", "fr", "de", "pt")


@cache
def engine() -> Engine:
    """Makes jobs out of what is shipped, and pictures as people have them."""
    return Engine(World([Memory(picture_files()), *world_of().sources]))


def make(job: Job) -> Artefact:
    """The artefact of a job out of what is shipped."""
    return engine().make(job)


def scenes(job: Job) -> list[Scene]:
    """The Scenes of a job out of what is shipped."""
    return engine().scenes(job)


def engine_of(folder: Path) -> Engine:
    """Makes jobs out of a folder of one's own, with what is shipped behind it."""
    return Engine(world_of([folder]))


@cache
def messages() -> MessageLibrary:
    """The shipped packs and catalogs."""
    return MessageLibrary.with_shipped()


@cache
def layouts() -> LayoutLibrary:
    """The shipped layouts."""
    return LayoutLibrary(world_of())


@cache
def firm_slogans(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The slogans that all of these languages have without doubt, shortest first in the first language; where a
    language has none without doubt, those that it has as drafts."""
    library = messages()
    found: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
    for slogan in library.slogans():
        if slogan.pack == "interface" or ("declaration" in slogan.tags and "short" not in slogan.tags):
            continue  # words of the program, and whole articles of law: no slogans
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


def entry_for(slogan: Slogan, languages: tuple[str, ...], says: Collection[int]) -> Entry:
    """A slogan in these languages, with how to say it where the layout shows that."""
    library = messages()
    texts: list[SlotText] = []
    spelt: list[SlotText | None] = []
    for number, language in enumerate(languages, start=1):
        message = library.message(slogan, language)
        texts.append(SlotText(message.text, language))
        found = said(library, slogan, message) if number in says else None
        spelt.append(SlotText(found.text, found.language) if found else None)
    return Entry(slogan.full_name, tuple(texts), tuple(spelt), slogan.response)


def job_for(layout: LayoutFolder, languages: tuple[str, ...], slogans: Sequence[str], size: str) -> Job:
    """These slogans with every field that a layout may show."""
    library = messages()
    entries = tuple(entry_for(library.slogan(name), languages, layout.layout.says) for name in slogans)
    when = datetime.date(2027, 3, 20), datetime.time(14, 30)
    fields = (
        ("title", (entries[0].texts if entries else tuple(SlotText("Peace", tag) for tag in languages))),
        ("organiser", (SlotText("Peace Network Leipzig", "en"),)),
        ("place", (SlotText("Augustusplatz, Leipzig", "de"),)),
        ("date", tuple(SlotText(format_when(*when, language), language) for language in languages)),
    )
    leader, crowd = turn_words(library, languages[0])
    shown = {showing.what for showing in layout.layout.shows}
    more = tuple((name, texts) for name, texts in slots_for(languages, when) if name in shown)
    pictures = tuple(GivenPicture(name, f"pictures/{name}.png", alt="A march") for name in PICTURES if name in shown)
    content = Content(
        languages, entries, fields + more, "https://example.org/peace",
        turns=(SlotText(*leader), SlotText(*crowd)), pictures=pictures,
    )  # fmt: skip
    return Job(f"{layout.name}.pdf", layout.name, size, content)


def slots_for(
    languages: tuple[str, ...], when: tuple[datetime.date, datetime.time]
) -> Iterator[tuple[str, tuple[SlotText, ...]]]:
    """Every slot with a text in each language."""

    def of(name: str, language: str) -> str:
        return " ".join(messages().message(messages().slogan(name), language).text.split())

    for name, slogan in WORDS.items():
        yield name, tuple(SlotText(of(slogan, tag), tag) for tag in languages)
    yield "demands", tuple(SlotText("\n".join(of(name, tag) for name in DEMANDS), tag) for tag in languages)
    yield "body", tuple(SlotText("\n\n".join([of("solidarity/no-one-free", tag)] * 12), tag) for tag in languages)
    yield "number", tuple(SlotText(written_number(PLAIN["number"], tag), tag) for tag in languages)
    for name, text in PLAIN.items():
        if name != "number":
            yield name, (SlotText(text, "en"),)
    parts = [moments(*when, tag) for tag in languages]
    for name in MOMENTS:
        yield name, tuple(SlotText(part[name], tag) for part, tag in zip(parts, languages, strict=True))


@cache
def picture_files() -> dict[str, bytes]:
    """A picture of noise for each slot, of the kind that photographs are: large, light and dark in it."""
    found = {}
    for number, name in enumerate(PICTURES):
        image = Image.linear_gradient("L").resize((900, 1200)).rotate(90 * number, expand=True)
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG")
        found[f"pictures/{name}.png"] = out.getvalue()
    return found


#: Always these, so that goldens do not change when packs grow.
EXAMPLES = tuple(
    f"climate/{name}"
    for name in (
        "system-change",
        "climate-justice",
        "no-planet-b",
        "act-now",
        "our-future",
        "clean-air",
        "water-is-life",
    )
)


def example_job(layout: str, language: str, size: str) -> Job:
    """A layout with slogans that every language has, as drafts at least: one, or all where it lists many."""
    folder = layouts().layout(layout)
    chosen = EXAMPLES if folder.layout.many else EXAMPLES[:1]
    return job_for(folder, languages_for(folder, language), chosen, size)
