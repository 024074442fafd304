"""``placards profile``: what a profile says, and the JSON Schema of profiles for editors."""

from __future__ import annotations

import argparse

from placards.cli.group import add_commands, run_command

COMMANDS = {
    "show": ("placards.cli.profile_show", "show everything that a profile says, those that it extends included"),
    "schema": ("placards.cli.profile_schema", "write the JSON Schema of profiles, for editors"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_commands(parser, "profile", COMMANDS)


def run(arguments: argparse.Namespace) -> int:
    return run_command(arguments)


__all__ = ["add_arguments", "run"]
