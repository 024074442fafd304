"""``placards layout from-svg``: a drawing from Inkscape or Figma becomes a layout's folder."""

from __future__ import annotations

import argparse
import re
import shlex
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from placards.cli.main import EXIT_UNUSABLE, complain
from placards.problems.errors import InputError, PlacardsError, Place

if TYPE_CHECKING:
    from placards.template.from_svg.make import FromSvg


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("svg", type=Path, metavar="FILE", help="the drawing (.svg)")
    parser.add_argument("--name", metavar="NAME", help="the layout's name (default: the file's)")
    parser.add_argument(
        "--path", type=Path, default=Path(), metavar="DIR", help="folder that holds layouts/ (default: this one)"
    )
    parser.add_argument(
        "--force", action="store_true", help="renew the art of a layout that is there; its layout.toml stays as it is"
    )


def run(arguments: argparse.Namespace) -> int:
    from placards.art.usvg import MAX_SVG_BYTES
    from placards.files.world import read_bytes
    from placards.files.writing import make_folder, write_file
    from placards.plan.planner import open_inputs
    from placards.template.from_svg.make import layout_from_svg

    file: Path = arguments.svg
    name = _name(arguments.name, file)
    folder: Path = arguments.path / "layouts" / name
    kept = folder / "layout.toml"
    if (folder.exists() or folder.is_symlink()) and not arguments.force:
        raise InputError("from-svg-exists", place=Place(folder))
    data = read_bytes(file, MAX_SVG_BYTES)
    inputs = open_inputs([arguments.path.resolve()] if arguments.path.is_dir() else [])
    families = {family.name: family.lightest for family in inputs.fonts().families}
    title = name.replace("-", " ").capitalize()
    try:
        made = layout_from_svg(data, Place(file), title, file.name, inputs.picture, families)
    except PlacardsError as error:
        for one in error.diagnostics:
            complain(one)
        return EXIT_UNUSABLE
    for called in made.files:
        if (folder / called).exists() and (folder / called).samefile(file):
            raise InputError("from-svg-over-drawing", place=Place(file), name=called)
    for note in made.notes:
        print(f"placards: {note.severity}: {note}", file=sys.stderr)
    stays = kept.exists()
    make_folder(folder)
    for called, content in made.files.items():
        if called != kept.name or not stays:
            write_file(folder / called, content)
            print(folder / called)
    if stays:
        _compare(kept, made)
    else:
        print(f"{made.size}: {', '.join(dict.fromkeys(slot.show for slot in made.slots))}")
    where = f"--path {shlex.quote(str(arguments.path))}"
    print(f'Look at it: placards make "Try me" --layout {name} --size {made.size} {where} -o {name}.png')
    return 0


def _name(asked: str | None, file: Path) -> str:
    from placards.template.library import is_layout_name

    if asked is None:
        plain = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode().lower()
        name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
        if not is_layout_name(name):
            raise InputError("layout-name", name=file.stem, code="layout")
        return name
    if not is_layout_name(asked):
        raise InputError("layout-name", name=asked, code="layout")
    return asked


def _compare(kept: Path, made: FromSvg) -> None:
    """What the drawing has now and the kept layout.toml does not show."""
    from placards.problems.diagnostic import diagnostic
    from placards.template.library import layout_at

    layout = layout_at(kept.parent).layout
    shown = {getattr(element, "show", element.type) for element in layout.every_element}
    lacking = tuple(dict.fromkeys(slot.show for slot in made.slots if slot.show not in shown))
    found = [diagnostic("from-svg-kept-slots", place=Place(kept), names=lacking)] if lacking else []
    found += [
        diagnostic("from-svg-kept-art", place=Place(kept), name=name)
        for name in made.files
        if name not in (kept.name, *layout.art_names)
    ]
    for note in found:
        print(f"placards: {note.severity}: {note}", file=sys.stderr)
