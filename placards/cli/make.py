"""``placards make``: one artefact from a text or a slogan; the output's suffix picks the kind of file."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from placards.cli.requirement import required_status
from placards.files.writing import write_file
from placards.job import Job
from placards.layout.slots import slot
from placards.pipeline import Engine
from placards.plan.choices import ALL, Choices, Details, Languages, Picture, Printing, Texts
from placards.plan.planner import Asked, Plan, open_inputs, plan
from placards.problems.diagnostic import Diagnostic, Remedy, Severity
from placards.problems.errors import InputError, Place, UnknownNameError

#: Slots with an option of their own, and what it says; all others are given with --set.
OPTIONS = {name: slot(name).summary for name in ("number", "unit", "quote", "phone", "hashtag", "call", "credit")}

#: As many layouts are named that would show something.
_MOST_NAMED = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", help="the message; for several languages one text each, in their order")
    parser.add_argument("--slogan", action="append", default=[], metavar="ID", help="a slogan of a pack (repeatable)")
    parser.add_argument("--lang", action="append", default=[], metavar="L", help="language tag (repeatable)")
    parser.add_argument("--layout", metavar="NAME", help="layout (default: by the number of languages)")
    parser.add_argument("--size", help="a3, story, 50x70cm, banner-300x100cm, … (default: a3)")
    parser.add_argument(
        "--palette", default="", metavar="NAME", help='a palette, or one to four colours, as "#d81e05,#fff"'
    )
    parser.add_argument(
        "--brand", type=Path, metavar="FILE", help="a brand.toml: colours, faces, logo, organiser, link"
    )
    parser.add_argument("--title", default="", help="title, for layouts that show one")
    parser.add_argument("--organiser", default="", help="the organiser's line")
    parser.add_argument("--place", default="", help="the place of an event")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="the date of an event")
    parser.add_argument("--time", default="", metavar="HH:MM", help="the time of an event")
    parser.add_argument(
        "--calendar", action="append", default=[], help="gregorian, second, islamic, persian, … (repeatable)"
    )
    parser.add_argument("--digits", default="default", help="default, latin, arabic, persian, devanagari, …")
    parser.add_argument(
        "--hijri-shift", type=int, default=0, metavar="N", help="-1 or 1 where the moon was seen a day earlier or later"
    )
    parser.add_argument("--link", default="", metavar="URL", help="a link, shown as text and as a QR code")
    for name, summary in OPTIONS.items():
        parser.add_argument(f"--{name}", default="", metavar="TEXT", help=summary)
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=TEXT",
        help="a text for any slot, or NAME@LANG=TEXT for one language (repeatable); see “placards list slots”",
    )  # fmt: skip
    parser.add_argument("--photo", type=Path, metavar="FILE", help="a photograph (.jpg .png .webp)")
    parser.add_argument("--portrait", type=Path, metavar="FILE", help="a photograph of one person")
    parser.add_argument(
        "--logo", type=Path, action="append", default=[], metavar="FILE", help="a logo (twice for two organisers)"
    )
    parser.add_argument("--photo-alt", default="", metavar="TEXT", help="what the picture shows, for who cannot see it")
    parser.add_argument("--focus", default="", metavar="X%,Y%", help="what of the picture must stay in view")
    parser.add_argument("--art", default="", metavar="NAME", help="a piece of art, for layouts that leave a choice")
    parser.add_argument(
        "--profile", default="", metavar="NAME", help="what the printer wants: press-x4, copyshop, …, or a shop's .toml"
    )
    parser.add_argument("--dpi", type=float, default=150.0, help="for images of print sizes (default: 150)")
    parser.add_argument("--draft", action="store_true", help="use a fuzzy translation too, marked DRAFT")
    parser.add_argument("--require", choices=["translated", "approved"], help="refuse messages that are not")
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write (.pdf .svg .png .jpg .webp)")


def run(arguments: argparse.Namespace) -> int:
    made, job, output = plan_make(arguments)
    artefact = Engine(inputs=made.inputs).make(job)
    written = []
    for name, data in artefact.files:
        written.append(output.parent / name.rpartition("/")[2])
        write_file(written[-1], data)
    for found in artefact.diagnostics:
        found = _with_layouts(found, made, job)
        word = "note" if found.severity is Severity.NOTE else "warning"
        print(f"placards: {word}: {found}", file=sys.stderr)
    for path in written:
        print(path)
    return 0


def _with_layouts(found: Diagnostic, made: Plan, job: Job) -> Diagnostic:
    """What a layout does not show, with those that do."""
    said = dict(found.parameters)
    slot = {"picture-not-shown": said.get("picture"), "detail-not-shown": said.get("detail"), "art-not-shown": "art"}
    wanted = slot.get(found.code)
    if wanted is None:
        return found
    from placards.plan.capacity import layouts_with

    names = layouts_with(made.inputs, str(wanted), len(job.content.languages))
    code = "layouts-that-show" if len(names) <= _MOST_NAMED else "layouts-such-as"
    return replace(found, remedy=Remedy(code, (("names", names[:_MOST_NAMED]),))) if names else found


def plan_make(arguments: argparse.Namespace) -> tuple[Plan, Job, Path]:
    """The plan of what the arguments describe, its one job, and the file to write; raises PlacardsError."""
    output: Path | None = arguments.output
    if output is not None and not output.suffix:
        raise InputError("cli-no-suffix", file=str(output))
    given = [arguments.photo, arguments.portrait, arguments.brand, *arguments.logo, _profile_file(arguments.profile)]
    if output is not None and output.exists() and any(f and f.exists() and f.samefile(output) for f in given):
        raise InputError("cli-over-input", place=Place(output))
    choices = choices_of(arguments)
    roots = [root.resolve() for root in arguments.path]
    brand = None
    if arguments.brand is not None:
        from placards.plan.brand import check_brand, read_brand, with_brand

        brand = read_brand(arguments.brand)
        choices = with_brand(choices, brand)
        # Who makes one artefact hears what of the brand it does not show.
        choices = replace(choices, details=replace(choices.details, offered=()))
        roots.append(brand.folder)
    inputs = open_inputs(roots, choices.details.pictures, [choices.printing])
    if brand is not None:
        check_brand(brand, inputs)
    made = plan([Asked(choices)], inputs)
    if made.problems:
        first, *others = made.problems
        here = Path("layouts", arguments.layout or "-", "layout.toml")
        if first.code == "layout-unknown" and here.is_file():
            first = replace(first, remedy=Remedy("layout-here"))
        raise InputError(first, also=others)
    if made.skipped:  # who asks for one artefact must hear why it is not made
        first, *rest = (skipped.diagnostic(choices.require) for skipped in made.skipped)
        raise InputError(first, also=rest)
    (job,) = made.jobs
    if output is None:
        return made, job, Path(job.name)
    return made, replace(job, name=output.name), output


def _profile_file(profile: str) -> Path | None:
    return Path(profile) if profile.lower().endswith(".toml") else None


def choices_of(arguments: argparse.Namespace) -> Choices:
    """The arguments as Choices of one artefact; raises InputError for what cannot be used."""
    if bool(arguments.text) == bool(arguments.slogan):
        raise InputError("cli-make-nothing")
    if not 30 <= arguments.dpi <= 1200:
        raise InputError("cli-dpi", dpi=f"{arguments.dpi:g}")
    languages = tuple(arguments.lang) or ("en",)
    if ALL in languages and len(arguments.slogan) != 1:
        raise InputError("cli-all-slogan")
    if arguments.layout == "":
        raise UnknownNameError("layout-unknown", name="")
    suffix = arguments.output.suffix if arguments.output else ".pdf"
    printing = Printing()
    if arguments.profile:
        from placards.plan.printing import printing_of

        printing = printing_of(arguments.profile)
    asked: tuple[Languages, ...] = (languages,)
    return Choices(
        asked,
        layouts=(arguments.layout or "",),
        sizes=(_size(arguments.size),),
        slogans=tuple(arguments.slogan),
        text=_texts(arguments.text, languages) if arguments.text else None,
        formats=(suffix.lower().removeprefix("."),),
        palettes=(arguments.palette,),
        dpi=arguments.dpi,
        details=_details(arguments),
        language=languages[0] if languages[0] != ALL else "en",
        draft=arguments.draft,
        require=required_status(arguments.require, draft=arguments.draft),
        pattern="placard-{languages}.{format}" if arguments.text else _pattern(arguments.slogan),
        printing=printing,
    )


def _size(size: str | None) -> str:
    """The size as it was given; the planner chooses where none was."""
    if size is None:
        return ""
    from placards.values.sheet import parse_sheet

    return parse_sheet(size).name


def _pattern(slogans: list[str]) -> str:
    """A name that tells one artefact of these slogans: several stand on one sheet, named after the first."""
    from placards.plan.names import file_part

    return f"{file_part(slogans[0].rpartition('/')[2])}-{{languages}}.{{format}}"


def _texts(texts: list[str], languages: tuple[str, ...]) -> Texts:
    if len(texts) != len(languages):
        raise InputError("cli-make-texts", count=len(texts), languages=len(languages))
    return Texts(tuple(zip(languages, texts, strict=True)))


def _details(arguments: argparse.Namespace) -> Details:
    from placards.plan.moments import parse_date, parse_time

    return Details(
        title=Texts.of(arguments.title),
        organiser=Texts.of(arguments.organiser),
        place=Texts.of(arguments.place),
        date=parse_date(arguments.date) if arguments.date else None,
        time=parse_time(arguments.time) if arguments.time else None,
        link=arguments.link,
        calendars=tuple(arguments.calendar),
        digits=arguments.digits,
        hijri_shift=arguments.hijri_shift,
        slots=_slots(arguments),
        pictures=_pictures(arguments),
        art=arguments.art,
    )


def _slots(arguments: argparse.Namespace) -> tuple[tuple[str, Texts], ...]:
    named = [f"{name}={text}" for name in OPTIONS if (text := getattr(arguments, name))]
    if not (named or arguments.set):
        return ()
    from placards.plan.slot_texts import assigned

    return assigned([*named, *arguments.set])


def _pictures(arguments: argparse.Namespace) -> tuple[Picture, ...]:
    """The pictures that are named; what is said of a picture is said of the photograph, or else of the portrait."""
    if len(arguments.logo) > 2:
        raise InputError("picture-logos", count=len(arguments.logo))
    files: dict[str, Path | None] = {"photo": arguments.photo, "portrait": arguments.portrait}
    files |= dict(zip(("logo", "logo-2"), arguments.logo, strict=False))
    found = [Picture(slot, outside=str(file.absolute())) for slot, file in files.items() if file is not None]
    for what, given in (("--photo-alt", arguments.photo_alt), ("--focus", arguments.focus)):
        if given and not (arguments.photo or arguments.portrait):
            raise InputError("picture-words-alone", what=what)
    if arguments.photo or arguments.portrait:
        from placards.plan.pictures import parse_focus

        focus = parse_focus(arguments.focus) if arguments.focus else None
        found[0] = replace(found[0], alt=Texts.of(arguments.photo_alt), focus=focus)
    return tuple(found)
