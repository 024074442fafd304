"""``placards layout COMMAND``: the designer's kit. A command of its own module each, imported when it is asked for."""

from __future__ import annotations

import argparse
import importlib
from typing import Any

from placards.cli.main import Command
from placards.problems.errors import UnknownNameError, near

#: Command → (module with add_arguments and run, one line of help). A further one is a module and a line here.
COMMANDS = {
    "new": ("placards.cli.layout_new", "start a layout: a folder that works, with comments"),
    "from-svg": ("placards.cli.layout_from_svg", "make a layout of a drawing (SVG)"),
    "check": ("placards.cli.layout_check", "say what should be mended, and whether every language fits"),
    "preview": ("placards.cli.layout_preview", "show a layout in several languages, anew whenever it is saved"),
    "schema": ("placards.cli.layout_schema", "write the schema from which editors complete keys"),
}


class _Commands(dict[str, Any]):
    """The commands; asked for one that there is not, it says which was probably meant."""

    def __contains__(self, name: object) -> bool:
        if not super().__contains__(name):
            raise UnknownNameError("kit-command-unknown", remedy=near(str(name), list(self)), name=str(name))
        return True


def _modules() -> dict[str, tuple[Command, str]]:
    return {name: (importlib.import_module(module), summary) for name, (module, summary) in COMMANDS.items()}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    modules = _modules()
    for name, (module, summary) in modules.items():
        sub = commands.add_parser(
            name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}.", allow_abbrev=False
        )
        module.add_arguments(sub)
        sub.set_defaults(module=module)
    commands.choices = _Commands(commands.choices or {})


def run(arguments: argparse.Namespace) -> int:
    command: Command = arguments.module
    return command.run(arguments)
