"""``placards preflight``: what a print shop would say of a PDF, ours or anybody's."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from placards.cli.main import EXIT_FAILED, EXIT_UNUSABLE, complain
from placards.problems.errors import PlacardsError, Place

if TYPE_CHECKING:
    from placards.press.preflight.run import Preflight
    from placards.values.profile import Profile

#: So large a file may be.
_MOST_BYTES = 2_000_000_000

_EPILOG = """Exit codes: 0 nothing is wrong, 1 there are errors, 2 a file cannot be looked at. The distances from which
text is read are a rule of thumb: 150 times the height of the letters for comfortable reading, 300 times as the limit,
less where contrast is low, strokes are thin or thick, or the script is dense. PDF/A and PDF/UA are not judged here:
ask veraPDF."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _EPILOG
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="PDFs to look at")
    parser.add_argument("--profile", default="", metavar="NAME", help="what is wanted: press-x4, …, or a shop's .toml")
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own profiles")
    parser.add_argument(
        "--standard", choices=("pdf/x-4", "pdf/x-1a"), help="judge by it, whatever the file says that it is"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="N", help="it is printed N times as large: 10 for a file of 1:10"
    )
    parser.add_argument("--quick", action="store_true", help="ask neither Ghostscript for inks nor a reader for codes")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write a page (HTML) with everything as well")


def run(arguments: argparse.Namespace) -> int:
    from placards.press.preflight.as_json import as_json
    from placards.press.preflight.as_text import as_text

    profile = _profile(arguments.profile, arguments.path) if arguments.profile else None
    checked: list[Preflight] = []
    unusable = False
    for path in arguments.files:
        try:
            checked.append(_checked(path, profile, arguments))
        except PlacardsError as error:
            unusable = True
            complain(error)
    if arguments.json:
        print(as_json(checked))
    else:
        print("\n\n".join(map(as_text, checked)), end="\n" if checked else "")
    if arguments.report is not None and checked:
        from placards.files.writing import write_file
        from placards.press.preflight.report import report_page

        write_file(arguments.report, report_page(checked))
        print(arguments.report, file=sys.stderr if arguments.json else sys.stdout)
    if unusable:
        return EXIT_UNUSABLE
    return EXIT_FAILED if any(one.errors for one in checked) else 0


def _profile(name: str, roots: list[Path]) -> Profile:
    from placards.plan.planner import open_inputs
    from placards.plan.printing import printing_of

    printing = printing_of(name)
    return open_inputs([path.resolve() for path in roots], printings=[printing]).profile(printing.name)


def _checked(path: Path, profile: Profile | None, arguments: argparse.Namespace) -> Preflight:
    from placards.files.world import read_bytes
    from placards.press.preflight.run import preflight

    try:
        data = read_bytes(path, _MOST_BYTES)
    except PlacardsError as error:
        raise error.at(Place(file=path)) from error.__cause__
    standards = [arguments.standard] if arguments.standard else []
    return preflight(
        data, str(path), profile=profile, standards=standards, scale=arguments.scale, thorough=not arguments.quick
    )
