"""``placards batch``: every artefact of a campaign, with progress, warnings, failures and a manifest."""

from __future__ import annotations

import argparse
from pathlib import Path

from placards.campaign.choose import check_numbers, find_campaign, find_cluster
from placards.campaign.derived.extras import BY, ZIP_LIMIT, Extras, parse_bytes
from placards.campaign.interrupts import Interrupted, Interrupts
from placards.campaign.limits import Limits
from placards.campaign.run import BatchResult, batch
from placards.cli.batch_report import Output, Progress, Tally, last_lines, summary
from placards.cli.campaign_asked import add_set, set_variables
from placards.cli.main import EXIT_FAILED, EXIT_UNUSABLE
from placards.cli.requirement import required_status
from placards.messages.trust.status import Status
from placards.plan.planner import MAX_JOBS, Plan, plan_campaign
from placards.problems.diagnostic import Diagnostic, Severity
from placards.problems.errors import ClusterError, InputError, OutputError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "campaign", type=Path, help="a campaign file (.toml), a spreadsheet, or the name of a shipped campaign"
    )
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="where files go (default: out)")
    parser.add_argument("-j", "--jobs", type=int, metavar="N", help="worker processes (default: one a core)")
    parser.add_argument("--only", metavar="GLOB", help="only artefacts whose name matches, such as 'placards/ar/*'")
    parser.add_argument(
        "--force", action="store_true", help="make everything anew, and replace files that no earlier run made, too"
    )
    parser.add_argument("--prune", action="store_true", help="remove what earlier runs made and nobody asks for now")
    parser.add_argument(
        "--explain", metavar="NAME", help="say why an artefact (or those a GLOB matches) is made or not"
    )
    parser.add_argument("-n", "--dry-run", action="store_true", help="only say what would be made")
    parser.add_argument("--draft", action="store_true", help="use fuzzy translations too, marked DRAFT")
    parser.add_argument(
        "--require", choices=["translated", "approved"], help="refuse all other messages, by name, and end with code 1"
    )
    add_set(parser)
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("--brand", type=Path, metavar="FILE", help="a brand.toml, in place of the campaign's own")
    parser.add_argument(
        "--profile", default="", metavar="NAME", help="what the printer wants, in place of the campaign's own profile"
    )
    parser.add_argument("--yes", action="store_true", help="make more than 20,000 artefacts, too")
    parser.add_argument(
        "--time-limit", type=float, default=Limits().seconds, metavar="SECONDS", help="for one artefact (default: 120)"
    )
    parser.add_argument("--zip", choices=BY, help="zips to send, too: one a language, layout, size or set")
    parser.add_argument(
        "--zip-limit", metavar="SIZE", help="split zips into parts of at most this, such as 25MB (default: 100MB)"
    )
    parser.add_argument(
        "--bundle",
        choices=BY,
        help="PDFs to print, too: all copies of a language, layout or set on one paper in one file",
    )
    parser.add_argument(
        "--dask", metavar="CLUSTER", help="other machines: a Dask scheduler's tls://host:port; or local:N (needs Dask)"
    )
    parser.add_argument("--dask-tls", type=Path, metavar="DIR", help="ca.pem, cert.pem and key.pem for --dask tls://…")
    parser.add_argument("--no-gallery", action="store_true", help="without index.html and its thumbnails")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output at the end")


def run(arguments: argparse.Namespace) -> int:
    output = Output()
    try:
        with Interrupts() as interrupts:
            code = _run(arguments, output, interrupts)
            interrupts.check()
            return code
    except Interrupted as interrupted:
        output.complain("interrupted", end="")
        return interrupted.exit_code


def _run(arguments: argparse.Namespace, output: Output, interrupts: Interrupts) -> int:
    check_numbers(arguments.jobs, arguments.time_limit)
    most = ZIP_LIMIT if arguments.zip_limit is None else parse_bytes(arguments.zip_limit)
    extras = Extras(arguments.zip or "", most, arguments.bundle or "")
    if arguments.zip_limit is not None and not arguments.zip:
        raise InputError("derived-limit-alone")
    if arguments.dask is not None and arguments.jobs is not None:
        raise InputError("cluster-jobs", count=arguments.jobs)
    find_cluster(arguments.dask, arguments.dask_tls)  # before a plan, which may take its time
    require = required_status(arguments.require, draft=arguments.draft)
    campaign = find_campaign(arguments.campaign)
    limit = None if arguments.yes else MAX_JOBS
    plan = plan_campaign(
        campaign, arguments.path, draft=arguments.draft, require=require, limit=limit, brand=arguments.brand,
        variables=set_variables(arguments), profile=arguments.profile,
    )  # fmt: skip
    refused = _refuse(plan, require, output)
    tally = Tally()
    progress = Progress(output, tally, quiet=arguments.json)
    try:
        done = batch(
            plan,
            arguments.out,
            jobs=arguments.jobs,
            only=arguments.only,
            require=require,
            force=arguments.force,
            prune=arguments.prune,
            explain=_name_in(arguments.explain, arguments.out),
            dry_run=arguments.dry_run,
            report=lambda found: _say_error(found, progress),
            watch=progress.step,
            limits=Limits(arguments.time_limit),
            interrupts=interrupts,
            extras=extras,
            dask=arguments.dask,
            dask_tls=arguments.dask_tls,
            gallery=not arguments.no_gallery,
        )
    except (ClusterError, OutputError) as error:
        progress.end()
        output.complain(str(error))
        # Where something had been made already, the folder could be used.
        return EXIT_FAILED if tally.done else EXIT_UNUSABLE
    progress.end()
    for decision in done.why:
        output.say(f"{decision.job.name}: {decision.why}")
    for record in done.unchanged.values():
        tally.keep(record)
    if done.manifest is None:
        return EXIT_UNUSABLE if plan.problems else EXIT_FAILED
    told = _tell(arguments, plan, done, tally, output, refused=refused)
    wrong = done.failed or plan.problems or any(d.severity is Severity.ERROR for d in done.diagnostics)
    return EXIT_FAILED if wrong or refused or not told else 0


def _name_in(name: str | None, out: Path) -> str | None:
    """The name of an artefact, also where somebody gave the path of its file."""
    if name is None or not Path(name).is_absolute():
        start = f"{out.as_posix().removeprefix('./')}/"
        return name if name is None else name.removeprefix("./").removeprefix(start)
    path = Path(name).resolve()
    return path.relative_to(out.resolve()).as_posix() if out.resolve() in path.parents else name


def _refuse(plan: Plan, require: Status | None, output: Output) -> bool:
    """Name each message that is not what ``--require`` asks for."""
    if require is None:
        return False
    for slogan, language, status in dict.fromkeys((s.slogan, s.language, s.status) for s in plan.skipped):
        output.complain(f"refused: {slogan} in {language} is {status}, not {require}.")
    return bool(plan.skipped)


def _say_error(found: Diagnostic, progress: Progress) -> None:
    if found.severity is Severity.ERROR:
        progress.complain(str(found))


def _tell(
    arguments: argparse.Namespace, plan: Plan, done: BatchResult, tally: Tally, output: Output, *, refused: bool
) -> bool:
    """The last lines, or the summary that ``--json`` asks for; False where that could not be written."""
    if arguments.json:
        output.say(summary(plan, done, tally))
        return not output.broken
    for line in last_lines(plan, done, tally, arguments.out, refused=refused):
        output.say(line)
    return True


__all__ = ["add_arguments", "run"]
