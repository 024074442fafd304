"""``placards campaign check``: everything that is wrong with campaigns. Nothing is made."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from placards.cli.campaign_asked import add_planning, planned, set_variables
from placards.cli.check import tell
from placards.problems.diagnostic import Diagnostic, Diagnostics
from placards.problems.errors import PlacardsError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "campaign", nargs="+", type=Path, metavar="FILE", help="campaign files, or names of shipped ones"
    )
    add_planning(parser)
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(arguments: argparse.Namespace) -> int:
    set_variables(arguments)  # what is wrong with the arguments themselves is no fault of a campaign
    found = Diagnostics()
    for path in arguments.campaign:
        for problem in _checked(path, arguments):
            found(problem)
    return tell(found, len(arguments.campaign), "campaign", as_list=arguments.json)


def _checked(path: Path, arguments: argparse.Namespace) -> Iterator[Diagnostic]:
    """Everything that is wrong with a campaign; what cannot even be read is one of its problems."""
    from placards.campaign.run import check_fonts
    from placards.cli.batch_report import folded

    try:
        plan = planned(path, arguments)
        yield from plan.diagnostics
        check_fonts(plan)
    except PlacardsError as error:
        yield from error.diagnostics
        return
    for first, _, _ in folded(Counter(note for job in plan.jobs for note in job.notes)):
        yield first
