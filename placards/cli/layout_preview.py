"""``placards layout preview``: a layout in several languages, as a page in the browser or as a file."""

from __future__ import annotations

import argparse
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from placards.cli.main import EXIT_FAILED, complain
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError, PlacardsError

if TYPE_CHECKING:
    from placards.inputs import Inputs
    from placards.kit.preview import Asked, Preview
    from placards.kit.serving import PageServer

#: What can be outlined (`placards.kit.outlines.SHOWN`, which is heavier to ask).
SHOWN = ("slots", "ink", "safe", "bleed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a layout, or its folder")
    parser.add_argument(
        "--path", type=Path, default=Path(), metavar="DIR", help="folder that holds layouts/ (default: this one)"
    )
    parser.add_argument("--watch", action="store_true", help="show it anew whenever something of it is saved")
    parser.add_argument("--lang", action="append", default=[], metavar="L", help="language, or several as ar+fr "
                        "(repeatable; default: eight that differ)")  # fmt: skip
    parser.add_argument("--size", action="append", default=[], metavar="S", help="size (repeatable), or “all” that it "
                        "is made for (default: the first of them)")  # fmt: skip
    parser.add_argument("--slogan", action="append", default=[], metavar="ID", help="a slogan, “shortest” or “longest” "
                        "(repeatable; default: both of these)")  # fmt: skip
    parser.add_argument("--palette", action="append", default=[], metavar="NAME", help="palette (repeatable)")
    parser.add_argument("--show", default="", metavar="WHAT", help=f"outline any of {','.join(SHOWN)}")
    parser.add_argument("--open", action="store_true", help="with --watch: open the page in the browser")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write: .html .png .webp .jpg .pdf "
                        ".svg (default: NAME-preview.html; with --watch a page is served)")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    from placards.kit.preview import Preview
    from placards.kit.target import target

    output: Path | None = arguments.output
    if output is not None and output.suffix.lower() not in (".html", ".png", ".webp", ".jpg", ".jpeg", ".pdf", ".svg"):
        raise InputError("kit-preview-suffix", file=str(output))
    found = target(arguments.name, arguments.path)
    preview = Preview(found, _asked(arguments, found.inputs))
    if not arguments.watch:
        return _once(preview, output or Path(f"{found.name}-preview.html"))
    if output is not None:
        return _rewrite(preview, output)
    return _serve(preview, open_it=arguments.open)


def _asked(arguments: argparse.Namespace, inputs: Inputs) -> Asked:
    """What the arguments ask for; raises InputError for a language, size, slogan or outline that there is not."""
    from placards.kit.asked import asked_languages, asked_sizes, asked_slogans
    from placards.kit.preview import Asked

    show = [what for what in arguments.show.split(",") if what]
    for what in show:
        if what not in SHOWN:
            remedy = Remedy("cli-use", (("known", SHOWN),))
            raise InputError("cli-one-of", remedy=remedy, argument="--show", value=what)
    return Asked(
        asked_languages(arguments.lang, inputs),
        asked_sizes(arguments.size),
        asked_slogans(arguments.slogan, inputs),
        tuple(dict.fromkeys(arguments.palette)),
        tuple(dict.fromkeys(show)),
    )


def _once(preview: Preview, output: Path) -> int:
    failed = _write(preview, output)
    print(output)
    return EXIT_FAILED if failed else 0


def _write(preview: Preview, output: Path, *, again: bool = False) -> bool:
    """Write the file as the layout is now; returns whether something is wrong with it, and then says what."""
    from placards.files.writing import write_file

    if output.suffix.lower() == ".html":
        for _ in preview.refresh():
            pass
        write_file(output, preview.page(again=again))
    else:
        from placards.render.formats import render
        from placards.render.options import RenderOptions

        write_file(output, render([preview.picture()], output.suffix.lower(), RenderOptions(dpi=110)))
    for found in preview.wrong:
        complain(found)
    return bool(preview.wrong)


def _rewrite(preview: Preview, output: Path) -> int:
    from placards.kit.watching import changes

    def write() -> None:
        try:
            _write(preview, output, again=True)
            print(output, flush=True)
        except PlacardsError as error:  # a mistake of the moment: the next save mends it
            for found in error.diagnostics:
                complain(found)

    _say_how()
    saved = changes(preview.target.state, preview.target.paths, threading.Event())
    write()
    for _ in saved:
        write()
    return 0  # pragma: no cover - only an interruption ends it


def _serve(preview: Preview, *, open_it: bool) -> int:
    from placards.kit.serving import PageServer
    from placards.kit.watching import changes

    _say_how()
    server = PageServer(lambda: preview.page(live=True), lambda: dict(preview.parts))
    try:
        print(server.address, flush=True)
        if open_it:
            import webbrowser

            webbrowser.open(server.address)
        saved = changes(preview.target.state, preview.target.paths, threading.Event())
        _refresh(preview, server)
        for _ in saved:
            _refresh(preview, server)
    finally:
        server.close()
    return 0  # pragma: no cover - only an interruption ends it


def _refresh(preview: Preview, server: PageServer) -> None:
    for parts in preview.refresh():
        server.send(parts)


def _say_how() -> None:
    from placards.kit.watching import can_listen

    if not can_listen():
        print(
            "placards: note: watchfiles is not installed, so files are looked at every moment instead: "
            "pip install 'placards[kit]'",
            file=sys.stderr,
        )
    print("Ctrl-C ends it.", file=sys.stderr)
