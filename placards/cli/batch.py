"""``placards batch``: every artefact of a campaign, with progress, warnings, failures and a manifest."""

from __future__ import annotations

import argparse
import fnmatch
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from placards.campaign.run import Outcome, check_fonts, check_output_folder, make_executor, run_plan, write_manifest
from placards.cli.main import EXIT_FAILED, EXIT_UNUSABLE, complain
from placards.cli.requirement import required_status
from placards.messages.trust.status import Status
from placards.plan.planner import Plan, plan_campaign
from placards.problems.errors import InputError, OutputError, PlacardsError, UnknownNameError, did_you_mean


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("campaign", type=Path, help="a campaign file (.toml), or the name of a shipped one")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="where files go (default: out)")
    parser.add_argument("-j", "--jobs", type=int, default=0, metavar="N", help="worker processes (default: one a core)")
    parser.add_argument("--only", metavar="GLOB", help="only artefacts whose name matches, such as 'placards/ar/*'")
    parser.add_argument("--force", action="store_true", help="make everything again (for now always so)")
    parser.add_argument("--draft", action="store_true", help="use fuzzy translations too, marked DRAFT")
    parser.add_argument(
        "--require", choices=["translated", "approved"], help="refuse all other messages, by name, and end with code 1"
    )
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output at the end")


class Progress(Protocol):
    """Shows how far the batch is."""

    def step(self, outcome: Outcome) -> None:
        """One more job is done."""


def run(arguments: argparse.Namespace) -> int:
    require = required_status(arguments.require, draft=arguments.draft)
    campaign = find_campaign(arguments.campaign)
    plan = plan_campaign(campaign, arguments.path, draft=arguments.draft, require=require)
    plan = select(plan, arguments.only)
    for problem in plan.problems:
        complain(problem)
    refused = _refuse(plan, require)
    if not plan.jobs:
        return EXIT_UNUSABLE if plan.problems else EXIT_FAILED if refused else _nothing(plan, arguments)
    check_fonts(plan)
    check_output_folder(arguments.out)
    outcomes = _run(plan, arguments)
    failures = [o for o in outcomes if o.error is not None]
    try:
        manifest = write_manifest(plan, outcomes, arguments.out)
    except OutputError as error:
        complain(error)
        return EXIT_FAILED
    if arguments.json:
        print(json.dumps(_summary(plan, outcomes, manifest), ensure_ascii=False))
    else:
        _report(replace(plan, skipped=()) if refused else plan, outcomes, arguments.out)
    return EXIT_FAILED if failures or plan.problems or refused else 0


def _refuse(plan: Plan, require: Status | None) -> bool:
    """Name each message that is not what ``--require`` asks for."""
    if require is None:
        return False
    for slogan, language, status in dict.fromkeys((s.slogan, s.language, s.status) for s in plan.skipped):
        print(f"placards: refused: {slogan} in {language} is {status}, not {require}.", file=sys.stderr)
    return bool(plan.skipped)


def find_campaign(path: Path) -> Path:
    """The file itself, or a shipped campaign of that name."""
    if path.exists() or path.suffix:
        return path
    from placards.files.shipped import templates_folder

    shipped = templates_folder() / "campaigns" / f"{path}.toml"
    if not shipped.exists():
        known = sorted(p.stem for p in shipped.parent.glob("*.toml"))
        raise UnknownNameError(
            f"there is no campaign “{path}”", remedy=did_you_mean(str(path), known) or "Give a file", code="campaign"
        )
    return shipped


def select(plan: Plan, pattern: str | None) -> Plan:
    """The plan with only the jobs whose name matches; raises InputError when none does."""
    if pattern is None:
        return plan
    jobs = tuple(j for j in plan.jobs if fnmatch.fnmatchcase(j.name, pattern))
    if not jobs and plan.jobs:
        raise InputError(f"no artefact matches “{pattern}”", remedy=f"Names look like “{plan.jobs[0].name}”")
    return replace(plan, jobs=jobs)


def _nothing(plan: Plan, arguments: argparse.Namespace) -> int:
    skipped = f"; {len(plan.skipped)} messages are missing or fuzzy (try --draft)" if plan.skipped else ""
    raise InputError(f"{arguments.campaign}: there is nothing to make{skipped}")


def _run(plan: Plan, arguments: argparse.Namespace) -> list[Outcome]:
    workers = arguments.jobs if arguments.jobs > 0 else os.cpu_count() or 1
    executor = make_executor(min(workers, len(plan.jobs)))
    outcomes: list[Outcome] = []
    try:
        with _progress(len(plan.jobs), quiet=arguments.json) as progress:
            for outcome in run_plan(plan, arguments.out, executor):
                outcomes.append(outcome)
                progress.step(outcome)
                if outcome.error is not None:
                    print(f"placards: {outcome.job.name}: {outcome.error}", file=sys.stderr)
    finally:
        if executor is not None:
            executor.shutdown(cancel_futures=True)
    return sorted(outcomes, key=lambda o: o.job.name)


class _Plain:
    """A line for every twentieth part, for logs."""

    def __init__(self, total: int, quiet: bool) -> None:
        self.total, self.quiet, self.done = total, quiet, 0

    def step(self, outcome: Outcome) -> None:
        self.done += 1
        every = max(1, self.total // 20)
        if not self.quiet and (self.done % every == 0 or self.done == self.total):
            print(f"{self.done}/{self.total} {outcome.job.name}", flush=True)


class _Bar:
    """A bar on a terminal."""

    def __init__(self, progress: Any, task: Any) -> None:
        self.progress, self.task = progress, task

    def step(self, outcome: Outcome) -> None:
        self.progress.update(self.task, advance=1, description=outcome.job.name)


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Progress]:
    if quiet or not sys.stdout.isatty():
        yield _Plain(total, quiet)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns) as bar:
        yield _Bar(bar, bar.add_task("", total=total))


def _summary(plan: Plan, outcomes: list[Outcome], manifest: Path) -> dict[str, Any]:
    return {
        "campaign": plan.name,
        "made": sum(o.record is not None for o in outcomes),
        "failed": [{"file": o.job.name, "error": str(o.error)} for o in outcomes if o.error is not None],
        "problems": [str(p) for p in plan.problems],
        "skipped": len(plan.skipped),
        "manifest": str(manifest),
    }


def _report(plan: Plan, outcomes: list[Outcome], out: Path) -> None:
    made = [o.record for o in outcomes if o.record is not None]
    languages = {language for record in made for language in record["languages"]}
    print(f"{len(made)} artefacts in {len(languages)} languages are in {out}; {out / 'manifest.json'} lists them.")
    warnings: Counter[str] = Counter(w for record in made for w in record["checks"]["warnings"])
    for warning, count in sorted(warnings.items()):
        print(f"  warning: {warning}" + (f" ({count} artefacts)" if count > 1 else ""))
    for status in ("fuzzy", "missing"):
        messages = {(s.slogan, s.language) for s in plan.skipped if s.status == status}
        if messages:
            by_language = Counter(language for _, language in messages)
            shown = ", ".join(f"{language} {count}" for language, count in sorted(by_language.items()))
            hint = " Use them with --draft." if status == "fuzzy" else ""
            print(f"  skipped: {len(messages)} {status} messages ({shown}).{hint}")
    unreviewed = {
        (m["slogan"], m["language"]) for r in made for m in r["messages"] if m["status"] in ("translated", "fuzzy")
    }
    if unreviewed:
        print(f"  note: {len(unreviewed)} translations used here have not been approved by a named fluent reader.")
    failures = [o for o in outcomes if o.error is not None]
    if failures or plan.problems:
        print(f"  {len(failures)} artefacts failed, {len(plan.problems)} could not be planned; see above.")


__all__ = ["PlacardsError", "add_arguments", "find_campaign", "run", "select"]
