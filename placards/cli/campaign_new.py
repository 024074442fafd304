"""``placards campaign new``: a folder with a campaign that works, to be changed."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="small letters, digits and hyphens, as in “river-day”")
    parser.add_argument(
        "--path", type=Path, default=Path(), metavar="DIR", help="where the folder goes (default: this folder)"
    )


def run(arguments: argparse.Namespace) -> int:
    from placards.kit.campaign_new import new_campaign

    made = new_campaign(arguments.name, arguments.path)
    for path in made:
        print(path)
    print(f"See what it would make: placards campaign plan {shlex.quote(str(made[0]))}")
    return 0
