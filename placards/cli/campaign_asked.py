"""What commands ask of a campaign before anything is made: which one, planned how."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from placards.campaign.choose import find_campaign, refuse_nothing
from placards.campaign.names import safe_names
from placards.cli.requirement import required_status
from placards.messages.trust.status import Status
from placards.plan.planner import MAX_JOBS, MAX_JOBS_EVER, Plan, plan_campaign
from placards.plan.variables import Values, assigned
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError


def add_planning(parser: argparse.ArgumentParser) -> None:
    """The options that change what a campaign asks for."""
    parser.add_argument("--draft", action="store_true", help="use fuzzy translations too, marked DRAFT")
    parser.add_argument(
        "--require", choices=["translated", "approved"], help="leave all other messages out, and say which"
    )
    add_set(parser)
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("--brand", type=Path, metavar="FILE", help="a brand.toml, in place of the campaign's own")
    parser.add_argument(
        "--profile", default="", metavar="NAME", help="what the printer wants, in place of the campaign's own profile"
    )


def add_set(parser: argparse.ArgumentParser) -> None:
    """The option that gives variables values."""
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=TEXT",
        help="a variable of the campaign, as city=York, or in one language as city@ur=یارک (repeatable)",
    )  # fmt: skip


def set_variables(arguments: argparse.Namespace) -> dict[str, Values]:
    """What ``--set`` gives; raises InputError."""
    return assigned(arguments.set)


def planned(path: Path, arguments: argparse.Namespace) -> Plan:
    """The plan, with names that every system can hold, and with everything that is to be said of it before it is made.
    Raises InputError."""
    require = required_status(arguments.require, draft=arguments.draft)
    plan = plan_campaign(
        find_campaign(path), arguments.path, draft=arguments.draft, require=require, limit=MAX_JOBS_EVER,
        brand=arguments.brand, variables=set_variables(arguments), profile=arguments.profile,
    )  # fmt: skip
    jobs, refused, renamed = safe_names(plan.jobs)
    more = [error.diagnostic for _, error in refused] + renamed + list(_of_the_whole(plan, require))
    return replace(plan, jobs=tuple(jobs), diagnostics=tuple(dict.fromkeys([*plan.diagnostics, *more])))


def _of_the_whole(plan: Plan, require: Status | None) -> Iterator[Diagnostic]:
    if require is not None:
        for one in dict.fromkeys(plan.skipped):
            yield one.diagnostic(require)
    if not plan.jobs and not plan.problems:
        try:
            refuse_nothing(plan)
        except InputError as error:
            yield error.diagnostic
    if len(plan.jobs) > MAX_JOBS:
        yield diagnostic("plan-asks-yes", count=len(plan.jobs), limit=MAX_JOBS)
