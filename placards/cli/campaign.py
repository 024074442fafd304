"""``placards campaign COMMAND``: campaign files are started, checked, and looked at before anything is made."""

from __future__ import annotations

import argparse

from placards.cli.group import add_commands, run_command

#: Command → (module with add_arguments and run, one line of help). A further one is a module and a line here.
COMMANDS = {
    "new": ("placards.cli.campaign_new", "start a campaign: a folder that works, with comments"),
    "check": ("placards.cli.campaign_check", "say everything that is wrong with campaigns, and make nothing"),
    "plan": ("placards.cli.campaign_plan", "show what a campaign would make: counts, paper, bytes and time"),
    "schema": ("placards.cli.campaign_schema", "write the schema from which editors complete keys"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_commands(parser, "campaign", COMMANDS)


def run(arguments: argparse.Namespace) -> int:
    return run_command(arguments)
