"""``placards impose``: pages of PDFs on sheets of paper, to be cut, folded or printed on two sides."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from placards.cli.tile import MAX_BYTES, add_paper_arguments, check_output, margins_of, tell
from placards.files.world import read_bytes
from placards.problems.errors import InputError

if TYPE_CHECKING:
    from placards.press.impose.impose import ImposeRequest

#: So many pages side by side, as people say it.
_UP = {"1up": (1, 1), "2up": (1, 2), "4up": (2, 2), "6up": (2, 3), "8up": (2, 4), "9up": (3, 3), "16up": (4, 4)}

_GRID = re.compile(r"(\d{1,3})[x×](\d{1,3})")

#: Between stickers: scissors need some room.
_STICKER_GAP = "3mm"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.pdf", help="the pages, in their order")
    parser.add_argument(
        "--as", dest="kind", required=True, metavar="KIND",
        help="2up, 4up, NxM (columns × rows), stickers (as many as fit), booklet, duplex (two sides), tent",
    )  # fmt: skip
    add_paper_arguments(parser)
    parser.add_argument("--gap", metavar="LENGTH", help="between pages (default: 0, for stickers 3mm)")
    parser.add_argument("--marks", choices=("ticks", "lines", "none"), default="ticks",
                        help="where to cut and fold (default: ticks)")  # fmt: skip
    parser.add_argument("--flip", choices=("long", "short"), help="the edge over which the printer turns sheets "
                        "(default: short for booklets, long for duplex)")  # fmt: skip
    parser.add_argument("--creep", metavar="LENGTH", help="how far a booklet's sheets push those inside them outwards, "
                        "each (default: 0)")  # fmt: skip
    parser.add_argument("--rtl", action="store_true", default=None, help="a booklet with its spine on the right")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.pdf", help="file to write (default: FILE-KIND.pdf)")


def run(arguments: argparse.Namespace) -> int:
    from placards.files.writing import write_file
    from placards.press.impose.impose import impose_pdf

    request = impose_request(arguments)
    name = arguments.kind.lower().replace("×", "x")
    output = arguments.output or Path(f"{arguments.files[0].stem}-{name}.pdf")
    check_output(output, arguments.files)
    files = [read_bytes(file, MAX_BYTES) for file in arguments.files]
    made = impose_pdf(files, request, [str(file) for file in arguments.files])
    write_file(output, made.data)
    tell(made.notes)
    print(output)
    return 0


def impose_request(arguments: argparse.Namespace) -> ImposeRequest:
    """The arguments as a request; raises InputError for what cannot be used, or means nothing together."""
    from placards.press.impose.impose import ImposeRequest
    from placards.press.paper import parse_distance

    kind = arguments.kind.lower().strip()
    columns = rows = 1
    found = _GRID.fullmatch(kind)
    if kind in _UP or found:
        columns, rows = _UP[kind] if kind in _UP else (int(found[1]), int(found[2])) if found else (1, 1)
        kind = "grid"
    elif kind not in ("booklet", "duplex", "tent", "stickers"):
        raise InputError("impose-as", text=arguments.kind)
    for option, kinds in (("creep", ("booklet",)), ("flip", ("booklet", "duplex")), ("rtl", ("booklet",)),
                          ("gap", ("grid", "stickers"))):  # fmt: skip
        if getattr(arguments, option) is not None and kind not in kinds:
            raise InputError("impose-alone", option=option, kind=arguments.kind)
    return ImposeRequest(
        kind=kind,
        columns=columns,
        rows=rows,
        paper=arguments.paper,
        margins=margins_of(arguments),
        gap=parse_distance(arguments.gap or (_STICKER_GAP if kind == "stickers" else "0")),
        marks=arguments.marks,
        flip=arguments.flip,
        creep=parse_distance(arguments.creep or "0"),
        right_to_left=arguments.rtl,
    )
