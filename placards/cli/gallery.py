"""``placards gallery``: every layout at a glance, as a folder with a page, a PDF or a picture."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from placards.cli.main import EXIT_FAILED, complain
from placards.problems.errors import InputError, PlacardsError, Place

if TYPE_CHECKING:
    from placards.inputs import Inputs
    from placards.kit.gallery import Entry, Gallery

FORMATS = ("html", "pdf", "png")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR|FILE", help="folder for the page and its pictures, or a .pdf "
                        "or .png file (default: gallery, or gallery.FORMAT)")  # fmt: skip
    parser.add_argument("--format", choices=FORMATS, help="what to make (default: as --out says, else html)")
    parser.add_argument(
        "--layout", action="append", default=[], metavar="NAME", help="layout (repeatable; default: all)"
    )
    parser.add_argument("--lang", action="append", default=[], metavar="L", help="language, or several as ar+fr "
                        "(repeatable; default: en, ar, hi, ja)")  # fmt: skip
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("--own", action="store_true", help="only the layouts of the folders of --path")


def run(arguments: argparse.Namespace) -> int:
    from placards.files.shipped import world_of
    from placards.files.writing import write_file
    from placards.inputs import Inputs
    from placards.kit.asked import asked_languages
    from placards.kit.gallery import LANGUAGES, Gallery
    from placards.kit.samples import with_samples

    kind, out = _target(arguments.format, arguments.out)
    inputs = Inputs(with_samples(world_of(arguments.path)))
    languages = asked_languages(arguments.lang, inputs) or tuple((language,) for language in LANGUAGES)
    names = tuple(dict.fromkeys(arguments.layout)) or _names(inputs, arguments)
    gallery = Gallery(inputs)
    failed: list[str] = []
    entries = list(_entries(gallery, names, languages, failed, asked=bool(arguments.layout)))
    for file, data in _files(kind, out, entries, gallery):
        write_file(file, data)
    print(out / "index.html" if kind == "html" else out)
    return EXIT_FAILED if failed else 0


def _target(kind: str | None, out: Path | None) -> tuple[str, Path]:
    """What to make, and where; raises InputError for what does not go together."""
    if out is None:
        return (kind or "html", Path("gallery" if kind in (None, "html") else f"gallery.{kind}"))
    suffix = out.suffix.lower().removeprefix(".")
    found = suffix if suffix in FORMATS and suffix != "html" else "html"
    if found == "html" and (out.is_file() or (suffix and not out.is_dir())):
        raise InputError("kit-gallery-suffix", file=str(out))
    if kind is not None and kind != found:
        raise InputError("kit-gallery-format", format=kind, file=str(out))
    return found, out


def _names(inputs: Inputs, arguments: argparse.Namespace) -> tuple[str, ...]:
    names = inputs.layout_names()
    if arguments.own:
        own = {path.parent.name for root in arguments.path for path in (root / "layouts").glob("*/layout.toml")}
        names = [name for name in names if name in own]
    if not names:
        raise InputError("kit-no-layouts", place=Place(next(iter(arguments.path), Path("layouts"))))
    return tuple(names)


def _entries(
    gallery: Gallery, names: Sequence[str], languages: Sequence[tuple[str, ...]], failed: list[str], *, asked: bool
) -> Iterator[Entry]:
    """The entries; a layout that cannot be read is told, and the others go on, unless it was asked for by its name."""
    for name in names:
        try:
            (entry,) = gallery.entries([name], languages)
        except PlacardsError as error:
            if asked:
                raise
            for found in error.diagnostics:
                complain(found)
            failed.append(name)
            continue
        for cell in entry.cells:
            if not cell.scenes:
                failed.append(name)
                for found in cell.diagnostics:
                    print(f"placards: {name}: {cell.wanted.caption}: {found}", file=sys.stderr)
        yield entry


def _files(kind: str, out: Path, entries: Sequence[Entry], gallery: Gallery) -> Iterator[tuple[Path, bytes]]:
    from placards.kit.gallery import gallery_pages, gallery_sheet
    from placards.render.formats import render
    from placards.render.options import RenderOptions

    if kind == "pdf":
        yield out, render(gallery_pages(entries, gallery.inputs), ".pdf")
    elif kind == "png":
        sheet = gallery_sheet(entries, "Gallery of layouts", gallery.inputs)
        yield out, render([sheet], ".png", RenderOptions(dpi=96))
    else:
        from placards.kit.gallery_pages import gallery_files

        for name, data in gallery_files(entries, f"placards gallery --out {shlex.quote(out.name)}"):
            yield out / name, data
