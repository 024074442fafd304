"""``placards campaign check``: everything that is wrong with campaigns. Nothing is made."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from placards.cli.campaign_asked import add_planning, planned, set_variables
from placards.cli.check import as_json, summary
from placards.cli.main import EXIT_FAILED
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
    if arguments.json:
        print(json.dumps([as_json(problem) for problem in found], ensure_ascii=False, indent=1))
    else:
        for problem in found:
            print(f"{problem.severity}: {problem}")
        print(summary(len(arguments.campaign), found, "campaign"))
    return EXIT_FAILED if found.errors else 0


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
