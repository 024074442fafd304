"""``placards GROUP COMMAND``: a command of its own module each, imported when its group is asked for."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Mapping
from typing import Any

from placards.cli.main import Command
from placards.problems.errors import UnknownNameError, near


class _Commands(dict[str, Any]):
    """The commands of a group; asked for one that there is not, it says which was probably meant."""

    group = ""

    def __contains__(self, name: object) -> bool:
        if not super().__contains__(name):
            remedy = near(str(name), list(self))
            raise UnknownNameError("cli-group-unknown", remedy=remedy, group=self.group, name=str(name))
        return True


def add_commands(parser: argparse.ArgumentParser, group: str, table: Mapping[str, tuple[str, str]]) -> None:
    """Add the commands of a group: name → (module with add_arguments and run, one line of help)."""
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (module, summary) in table.items():
        command: Command = importlib.import_module(module)
        sub = commands.add_parser(
            name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}.", allow_abbrev=False
        )
        command.add_arguments(sub)
        sub.set_defaults(module=command)
    known = _Commands(commands.choices or {})
    known.group = group
    commands.choices = known


def run_command(arguments: argparse.Namespace) -> int:
    """Run the command that was asked for."""
    command: Command = arguments.module
    return command.run(arguments)
