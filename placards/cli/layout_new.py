"""``placards layout new``: a folder with a layout that works, to be changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from placards.cli.main import complain
from placards.files.shipped import shipped_source
from placards.problems.diagnostic import diagnostic


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="small letters, digits and hyphens, as in “river-flag”")
    parser.add_argument(
        "--path", type=Path, default=Path(), metavar="DIR", help="folder that holds layouts/ (default: this one)"
    )


def run(arguments: argparse.Namespace) -> int:
    from placards.kit.new import new_layout

    for path in new_layout(arguments.name, arguments.path):
        print(path)
    if shipped_source().has(f"layouts/{arguments.name}/layout.toml"):
        complain(diagnostic("kit-name-shipped", name=arguments.name))
    print(f"Look at it: placards layout preview {arguments.name} --watch{_where(arguments.path)}")
    return 0


def _where(path: Path) -> str:
    import shlex

    return "" if path == Path() else f" --path {shlex.quote(str(path))}"
