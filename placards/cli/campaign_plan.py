"""``placards campaign plan``: what a campaign would make, as a table or for programs. Nothing is written."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from placards.campaign.choose import select
from placards.campaign.counts import AXES
from placards.cli.campaign_asked import add_planning, planned
from placards.cli.main import EXIT_FAILED
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError

#: A sample takes no longer than a person waits for.
_MOST_SAMPLED = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("campaign", type=Path, metavar="FILE", help="a campaign file, or the name of a shipped one")
    parser.add_argument("--only", metavar="GLOB", help="only artefacts whose name matches, such as 'placards/ar/*'")
    parser.add_argument("--by", choices=list(AXES), help="count by this alone (default: set, size and format)")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="where an earlier run may have "
                        "put files, of which bytes and pages are known (default: out)")  # fmt: skip
    parser.add_argument("--sample", type=int, metavar="N", help="make N of the artefacts, write none, and estimate "
                        "bytes and time from them")  # fmt: skip
    add_planning(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> int:
    from placards.campaign.forecast import earlier, known, together
    from placards.cli.campaign_told import Told, as_data, as_text

    if arguments.sample is not None and not 1 <= arguments.sample <= _MOST_SAMPLED:
        raise InputError("campaign-sample", count=arguments.sample, limit=_MOST_SAMPLED)
    plan = planned(arguments.campaign, arguments)
    jobs = select(plan.jobs, arguments.only)
    failed, sampled = Diagnostics(), known(())
    if arguments.sample is not None:
        from placards.campaign.sample import measured, sample

        sampled = measured(sample(jobs, arguments.sample), plan.inputs, failed)
    before = earlier(arguments.out)
    told = Told(plan, jobs, together(sampled, before), len(sampled.by_name), arguments.out, tuple(failed))
    if arguments.json:
        data: dict[str, Any] = as_data(told, arguments.by)
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(as_text(told, arguments.by))
    return EXIT_FAILED if plan.problems or failed.errors else 0
