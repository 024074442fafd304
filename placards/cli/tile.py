"""``placards tile``: a page of any PDF on sheets that a home printer holds, with a plan how to put them together."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from placards.files.world import read_bytes
from placards.problems.diagnostic import Severity
from placards.problems.errors import InputError, PlacardsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from placards.press.paper import Margins
    from placards.press.tiles.tile import TileRequest
    from placards.problems.diagnostic import Diagnostic

#: The sides of a sheet that hold the glue; the sheet beside is laid on them.
SIDES = ("right-bottom", "left-bottom", "right-top", "left-top")

#: A file is no larger.
MAX_BYTES = 1_000_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help="the poster")
    parser.add_argument("--page", type=int, default=1, metavar="N", help="page of the file (default: 1)")
    add_tile_arguments(parser)
    parser.add_argument("--lang", default="", metavar="L", help="language of the instructions (default: the poster's)")
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.pdf", help="file to write (default: FILE-tiles.pdf)")


def add_tile_arguments(parser: argparse.ArgumentParser) -> None:
    """How a poster is put on sheets."""
    add_paper_arguments(parser)
    parser.add_argument("--overlap", default="10mm", metavar="LENGTH", help="what two sheets both show (default: 10mm)")
    parser.add_argument(
        "--overlap-side", choices=SIDES, default=SIDES[0], help="sides of a sheet that hold the glue "
        f"(default: {SIDES[0]})",
    )  # fmt: skip
    parser.add_argument(
        "--orientation", choices=("auto", "portrait", "landscape"), default="auto",
        help="how sheets lie (default: auto, by the fewest)",
    )  # fmt: skip
    parser.add_argument("--marks", choices=("ticks", "lines", "none"), default="ticks",
                        help="where to cut and glue (default: ticks)")  # fmt: skip
    parser.add_argument("--no-map", action="store_true", help="no plan on the first page")
    parser.add_argument("--no-ruler", action="store_true", help="no ruler to check the printer with")
    parser.add_argument("--no-labels", action="store_true", help="no names on sheets")
    parser.add_argument("--keep-blank", action="store_true", help="print sheets that are white all over, too")
    parser.add_argument("--even", action="store_true", help="all sheets alike, wherever that cuts the picture")
    parser.add_argument("--sheets", type=int, metavar="N", help="as large as N sheets allow")
    parser.add_argument("--scale", default="100%", metavar="S", help="150%%, 1.5, or 1to10 for a file that was drawn "
                        "one to ten (default: 100%%)")  # fmt: skip
    parser.add_argument("--yes", action="store_true", help="hundreds of sheets are meant")


def add_paper_arguments(parser: argparse.ArgumentParser) -> None:
    """The paper, and what a printer leaves white of it."""
    parser.add_argument("--paper", default="a4", metavar="SIZE", help="a4, letter, a3, 200x300mm, … (default: a4)")
    parser.add_argument("--margin", metavar="LENGTH", help="what the printer leaves white (default: 5mm)")
    parser.add_argument("--margins", metavar="T,R,B,L", help="the same for top, right, bottom and left")


def run(arguments: argparse.Namespace) -> int:
    from placards.files.shipped import world_of
    from placards.files.writing import write_file
    from placards.messages.library import MessageLibrary
    from placards.press.tiles.tile import tile_pdf

    output = arguments.output or Path(f"{arguments.file.stem}-tiles.pdf")
    check_output(output, [arguments.file])
    data = read_bytes(arguments.file, MAX_BYTES)
    request = tile_request(arguments)
    try:
        made = tile_pdf(data, request, MessageLibrary(world_of(arguments.path)))
    except PlacardsError as error:
        if error.code in OF_THE_FILE:
            error.at(Place(arguments.file))
        raise
    write_file(output, made.data)
    tell(made.notes)
    print(output)
    return 0


#: What is said with the file's name.
OF_THE_FILE = (
    "pdf-unreadable", "pdf-encrypted", "pdf-forbidden", "pdf-empty", "pdf-page", "pdf-page-empty",
    "tile-page-blank",
)  # fmt: skip


def tile_request(arguments: argparse.Namespace) -> TileRequest:
    """The arguments as a request; raises InputError for what cannot be used."""
    from placards.locale.language import parse_language
    from placards.press.paper import parse_distance
    from placards.press.tiles.plan import Flaps
    from placards.press.tiles.scale import parse_scale
    from placards.press.tiles.tile import TileRequest

    sides = arguments.overlap_side.split("-")
    return TileRequest(
        paper=arguments.paper,
        page=getattr(arguments, "page", 1),
        margins=margins_of(arguments),
        overlap=parse_distance(arguments.overlap),
        flaps=Flaps("right" in sides, "bottom" in sides),
        orientation=arguments.orientation,
        marks=arguments.marks,
        map=not arguments.no_map,
        ruler=not arguments.no_ruler,
        labels=not arguments.no_labels,
        keep_blank=arguments.keep_blank,
        move_seams=not arguments.even,
        sheets=arguments.sheets,
        scale=parse_scale(arguments.scale),
        language=str(parse_language(arguments.lang)) if isinstance(arguments.lang, str) and arguments.lang else "",
        spare_language=spoken_here(),
        many=arguments.yes,
    )


def margins_of(arguments: argparse.Namespace) -> Margins:
    """The margins that --margin or --margins gives; raises InputError."""
    from placards.press.paper import Margins, parse_margins

    if arguments.margin is not None and arguments.margins is not None:
        raise InputError("paper-margins-twice")
    given = arguments.margin if arguments.margins is None else arguments.margins
    return Margins() if given is None else parse_margins(given)


def spoken_here() -> str:
    """The language that the user's system speaks, by its environment; English where it says none."""
    from placards.locale.language import parse_language

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").partition(".")[0].partition("@")[0]
        if value:
            try:
                return str(parse_language(value)) if value not in ("C", "POSIX") else "en"
            except PlacardsError:
                return "en"
    return "en"


def check_output(output: Path, inputs: Iterable[Path]) -> None:
    """Raise InputError for a file that is no PDF by its name, or one of those that are read."""
    if output.suffix.lower() != ".pdf":
        raise InputError("pdf-suffix", file=str(output))
    if output.exists() and any(given.exists() and given.samefile(output) for given in inputs):
        raise InputError("cli-over-input", place=Place(output))


def tell(notes: Iterable[Diagnostic]) -> None:
    """What there is to say of what was made, on standard error."""
    for found in notes:
        word = "note" if found.severity is Severity.NOTE else "warning"
        print(f"placards: {word}: {found}", file=sys.stderr)
