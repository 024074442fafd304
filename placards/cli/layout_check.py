"""``placards layout check``: what `placards check` says of layouts, and what messages in a dozen languages find."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from placards.cli.check import tell
from placards.problems.diagnostic import Diagnostic, Diagnostics
from placards.problems.errors import InputError, PlacardsError, Place


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", nargs="*", default=[], metavar="PATH", help="layouts, or folders that hold some (default: this folder)"
    )
    parser.add_argument("--lang", action="append", default=[], metavar="L", help="try messages of this language "
                        "(repeatable), or of “all” (default: a dozen that differ)")  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="only read the file: set no message")
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(arguments: argparse.Namespace) -> int:
    found = Diagnostics()
    count = 0
    for named in arguments.path or ["."]:
        for path in _layouts(named):
            count += 1
            for problem in _checked(path, arguments.lang, quick=arguments.quick):
                found(problem)
    return tell(found, count, "layout", as_list=arguments.json)


def _layouts(named: str) -> list[str]:
    """The folder of a layout, all that a folder holds, or a layout by its name."""
    path = Path(named)
    if path.name == "layout.toml" or (path / "layout.toml").is_file():
        return [named]
    if path.is_dir():
        found = [str(one.parent) for one in sorted(path.rglob("layout.toml"))]
        if not found:
            raise InputError("kit-no-layouts", place=Place(path))
        return found
    if path.exists():
        raise InputError("kit-no-layout", place=Place(path))
    return [named]


def _checked(named: str, languages: list[str], *, quick: bool) -> Iterator[Diagnostic]:
    """Everything that is wrong with a layout; what cannot even be read is one of its problems."""
    from placards.kit.asked import asked_languages
    from placards.kit.checking import found_at_once, found_by_setting
    from placards.kit.samples import LANGUAGES, Samples
    from placards.kit.target import target
    from placards.pipeline import Engine

    found = target(named, Path())
    try:
        layout = found.inputs.layout(found.name)
    except PlacardsError as error:
        yield from error.diagnostics
        return
    known = found_at_once(layout, found.inputs)
    yield from known
    if quick:
        return
    tags = tuple(tags[0] for tags in asked_languages(languages, found.inputs)) or LANGUAGES
    yield from found_by_setting(layout, Engine(inputs=found.inputs), Samples(found.inputs), tags, known)
