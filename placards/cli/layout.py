"""``placards layout COMMAND``: the designer's kit. A command of its own module each, imported when it is asked for."""

from __future__ import annotations

import argparse

from placards.cli.group import add_commands, run_command

#: Command → (module with add_arguments and run, one line of help). A further one is a module and a line here.
COMMANDS = {
    "new": ("placards.cli.layout_new", "start a layout: a folder that works, with comments"),
    "from-svg": ("placards.cli.layout_from_svg", "make a layout of a drawing (SVG)"),
    "check": ("placards.cli.layout_check", "say what should be mended, and whether every language fits"),
    "preview": ("placards.cli.layout_preview", "show a layout in several languages, anew whenever it is saved"),
    "schema": ("placards.cli.layout_schema", "write the schema from which editors complete keys"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_commands(parser, "layout", COMMANDS)


def run(arguments: argparse.Namespace) -> int:
    return run_command(arguments)
