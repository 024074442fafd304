"""``placards make``: one artefact from a text or a slogan; the output's suffix picks the kind of file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from placards.files.shipped import templates_folder, world_of
from placards.files.writing import write_file
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Job, make
from placards.problems.errors import InputError, UnknownNameError, did_you_mean
from placards.template.library import LayoutLibrary

if TYPE_CHECKING:
    from placards.messages.library import MessageLibrary
    from placards.messages.pack import Slogan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", help="the message; for several languages one text each, in their order")
    parser.add_argument("--slogan", action="append", default=[], metavar="ID", help="a slogan of a pack (repeatable)")
    parser.add_argument("--lang", action="append", default=[], metavar="L", help="language tag (repeatable)")
    parser.add_argument("--layout", metavar="NAME", help="layout (default: by the number of languages)")
    parser.add_argument("--size", default="", help="a3, story, 50x70cm, banner-300x100cm, … (default: a3)")
    parser.add_argument("--palette", default="", metavar="NAME", help="one of the layout's palettes")
    parser.add_argument("--title", default="", help="title, for layouts that show one")
    parser.add_argument("--organiser", default="", help="the organiser's line")
    parser.add_argument("--place", default="", help="the place of an event")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="the date of an event")
    parser.add_argument("--time", default="", metavar="HH:MM", help="the time of an event")
    parser.add_argument(
        "--calendar", action="append", default=[], help="gregorian, second, islamic, persian, … (repeatable)"
    )
    parser.add_argument("--digits", default="default", help="default, latin, arabic, persian, devanagari, …")
    parser.add_argument("--link", default="", metavar="URL", help="a link, shown as text and as a QR code")
    parser.add_argument("--dpi", type=float, default=150.0, help="for images of print sizes (default: 150)")
    parser.add_argument("--draft", action="store_true", help="use a fuzzy translation too, marked DRAFT")
    parser.add_argument("--require", choices=["translated", "approved"], help="refuse messages that are not")
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write (.pdf .svg .png .jpg .webp)")


def run(arguments: argparse.Namespace) -> int:
    job, output = plan_job(arguments)
    artefact = make(job)
    write_file(output, artefact.data)
    for warning in artefact.warnings:
        print(f"placards: warning: {warning}", file=sys.stderr)
    print(output)
    return 0


def plan_job(arguments: argparse.Namespace) -> tuple[Job, Path]:
    """The job that the arguments describe, and the file to write; raises PlacardsError."""
    if bool(arguments.text) == bool(arguments.slogan):
        raise InputError("give a text or a slogan", remedy='As in: placards make "Peace now" --lang en -o peace.pdf')
    if not 30 <= arguments.dpi <= 1200:
        raise InputError(f"{arguments.dpi:g} dpi is not usable", remedy="Give 30 to 1200")
    roots = [root.resolve() for root in arguments.path]
    for root in roots:
        if not root.is_dir():
            raise InputError(f"“{root}” is not a folder", remedy="Check --path")
    layouts = LayoutLibrary(world_of(roots))
    languages = _languages(arguments)
    name = arguments.layout or _default_layout(len(languages), len(arguments.slogan))
    layout = layouts.layout(name).layout
    entries, statuses, stem = _entries(arguments, languages, layout.says)
    named = "all" if arguments.lang == ["all"] else "+".join(languages)
    output: Path = arguments.output or Path(f"{stem}-{named}.pdf")
    if not output.suffix:
        raise InputError(f"“{output}” has no suffix", remedy="End it with .pdf, .svg, .png, .jpg or .webp")
    size = arguments.size or ("a4" if name == "chant-sheet" else "a3")
    fonts = tuple(root / "fonts" for root in roots if (root / "fonts").is_dir())
    job = Job(
        output.name,
        layouts.layout(name).folder or Path(),
        size,
        Content(
            languages,
            entries,
            _fields(arguments, languages),
            arguments.link,
            _draft(arguments, statuses),
            _turns(arguments, languages[0]) if layout.lists and any(entry.response for entry in entries) else None,
        ),
        _palette(arguments.palette, name, layouts),
        arguments.dpi,
        fonts,
        statuses,
    )
    return job, output


def _languages(arguments: argparse.Namespace) -> tuple[str, ...]:
    """The languages asked for; “all” means every one in which the slogan can be used, English first."""
    if arguments.lang != ["all"]:
        return tuple(_language(tag) for tag in arguments.lang) or ("en",)
    if len(arguments.slogan) != 1:
        raise InputError("--lang all needs one --slogan", remedy="Name the slogan that all languages shall show")
    from placards.messages.library import MessageLibrary
    from placards.messages.trust.status import Status

    library = MessageLibrary.with_shipped([p.resolve() for p in arguments.path])
    slogan = library.slogan(arguments.slogan[0])
    usable = [
        language.language
        for language in library.languages()
        if library.message(slogan, language.language).status not in (Status.MISSING, Status.FUZZY)
    ]
    return tuple(sorted(usable, key=lambda tag: (tag != slogan_language(slogan, library), tag)))


def slogan_language(slogan: Slogan, library: MessageLibrary) -> str:
    """The language that a slogan was written in."""
    return library.pack(slogan.pack).language


def _language(tag: str) -> str:
    from placards.locale.language import parse_language, script_of

    language = parse_language(tag)
    shipped = (templates_folder() / "locale" / str(language).replace("-", "_")).is_dir()
    known_to_cldr = len(language.language) <= 3 and script_of(tag) != "Zyyy"
    if not (shipped or known_to_cldr or language.language == "und"):
        from babel.core import get_global

        known = sorted({str(k).split("_")[0] for k in get_global("likely_subtags")})
        raise UnknownNameError(
            f"“{tag}” is not a known language", remedy=did_you_mean(language.language, known), code="language"
        )
    return str(language)


def _default_layout(languages: int, entries: int) -> str:
    if entries > 1:
        return "chant-sheet"
    return {1: "big", 2: "two-languages", 3: "three-languages"}.get(languages, "big")


def _entries(
    arguments: argparse.Namespace, languages: tuple[str, ...], says: Collection[int]
) -> tuple[tuple[Entry, ...], tuple[tuple[str, str, str], ...], str]:
    if arguments.text:
        texts = arguments.text
        if len(texts) != len(languages):
            raise InputError(
                f"there are {len(texts)} texts for {len(languages)} languages", remedy="Give one text for each --lang"
            )
        return (Entry("", tuple(map(SlotText, texts, languages))),), (), "placard"
    from placards.cli.requirement import required_status
    from placards.messages.library import MessageLibrary
    from placards.messages.transliteration import said
    from placards.messages.trust.status import Status

    library = MessageLibrary.with_shipped(p.resolve() for p in arguments.path)
    required = required_status(arguments.require, draft=arguments.draft)
    least = Status.FUZZY if arguments.draft else Status.TRANSLATED
    entries: list[Entry] = []
    statuses: list[tuple[str, str, str]] = []
    for name in arguments.slogan:
        slogan = library.slogan(name)
        shown: list[SlotText] = []
        spelt: list[SlotText | None] = []
        for number, language in enumerate(languages, start=1):
            message = library.message(slogan, language)
            if message.status is Status.MISSING:
                raise UnknownNameError(
                    f"“{slogan.full_name}” has no translation into {language}",
                    remedy="Give the text itself, or add it to the catalog; see “placards list languages”",
                )
            if message.status is Status.FUZZY and not arguments.draft:
                raise InputError(
                    f"the {language} translation of “{slogan.full_name}” is fuzzy: nobody is sure of it",
                    remedy=f"Have a fluent reader check “{' '.join(message.text.split())}”, or use it with --draft",
                )
            if required is not None and not message.status.at_least(required):
                raise InputError(
                    f"“{slogan.full_name}” in {language} is {message.status}, not {required}",
                    remedy=f"Have a fluent reader approve it: placards catalog approve {language} {slogan.full_name}",
                )
            statuses.append((slogan.full_name, language, message.status.value))
            shown.append(SlotText(message.text, language))
            spelling = said(library, slogan, message) if number in says else None
            if spelling is None or not spelling.status.at_least(required or least):
                spelt.append(None)
                continue
            statuses.append((slogan.full_name, spelling.language, spelling.status.value))
            spelt.append(SlotText(spelling.text, spelling.language))
        entries.append(Entry(slogan.full_name, tuple(shown), tuple(spelt) if any(spelt) else (), slogan.response))
    return tuple(entries), tuple(statuses), entries[0].slogan.split("/")[-1]


def _draft(arguments: argparse.Namespace, statuses: tuple[tuple[str, str, str], ...]) -> SlotText | None:
    """The word for DRAFT in the first language, where one of the messages is one."""
    from placards.messages.draft import draft_word
    from placards.messages.library import MessageLibrary

    if not any(status == "fuzzy" for _, _, status in statuses):
        return None
    library = MessageLibrary.with_shipped(p.resolve() for p in arguments.path)
    return SlotText(*draft_word(library, statuses[0][1]))


def _turns(arguments: argparse.Namespace, language: str) -> tuple[SlotText, SlotText]:
    """The words for who calls and who answers."""
    from placards.messages.interface import turn_words
    from placards.messages.library import MessageLibrary

    library = MessageLibrary.with_shipped(p.resolve() for p in arguments.path)
    leader, crowd = turn_words(library, language)
    return SlotText(*leader), SlotText(*crowd)


def _fields(arguments: argparse.Namespace, languages: tuple[str, ...]) -> tuple[tuple[str, tuple[SlotText, ...]], ...]:
    out = []
    for name in ("title", "organiser", "place"):
        value = getattr(arguments, name)
        if value:
            out.append((name, tuple(SlotText(value, language) for language in languages)))
    if arguments.date or arguments.time:
        import datetime

        from placards.locale.dates import DateStyle, format_when, warnings_for

        try:
            date = datetime.date.fromisoformat(arguments.date) if arguments.date else None
            time = datetime.time.fromisoformat(arguments.time) if arguments.time else None
        except ValueError as error:
            raise InputError(f"{error}", remedy="Write the date as 2027-04-14 and the time as 16:30") from error
        style = DateStyle(tuple(arguments.calendar) or ("gregorian",), arguments.digits)
        for warning in dict.fromkeys(w for lang in languages for w in warnings_for(style, date, lang)):
            print(f"placards: warning: {warning}", file=sys.stderr)
        out.append(("date", tuple(SlotText(format_when(date, time, lang, style), lang) for lang in languages)))
    return tuple(out)


def _palette(palette: str, layout: str, layouts: LayoutLibrary) -> str:
    if not palette:
        return ""
    known = list(layouts.layout(layout).layout.palettes)
    if palette not in known:
        raise UnknownNameError(
            f"the layout “{layout}” has no palette “{palette}”", remedy=did_you_mean(palette, known), code="palette"
        )
    return palette
