#!/usr/bin/env python3
"""Make a campaign every night by cron, through the public API: only what has changed since the last time is made.

A line for ``crontab -e``, with the Python that has placards (a quarter past two, every night)::

    15 2 * * * cd /srv/river && /srv/placards/bin/python nightly.py campaign.toml out --prune --log night.log --wait 30

cron mails what a command prints. This prints what went wrong and nothing else; the log has everything, and is kept
small. Exit codes: 0 all is there, 1 something failed (the rest is there), 2 unusable input or folder, 75 another run
was at work in the folder the whole time (sysexits.h: try again later), 130 interrupted.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

import placards

#: How often a folder that another run holds is tried, in seconds.
PAUSE = 20.0

LEVELS = {
    placards.Severity.ERROR: logging.ERROR,
    placards.Severity.WARNING: logging.WARNING,
}

log = logging.getLogger("nightly")


def main(words: list[str] | None = None) -> int:
    """Make the campaign that the arguments name; gives the exit code."""
    arguments = parse(words)
    try:
        log.handlers = handlers(arguments.log)
    except OSError as error:
        print(f"{arguments.log}: the log cannot be written: {error.strerror}.", file=sys.stderr)
        return 2
    try:
        return run(arguments)
    finally:
        for handler in log.handlers:
            handler.close()


def run(arguments: argparse.Namespace) -> int:
    """Make the campaign and say what became of it; gives the exit code."""
    log.setLevel(logging.INFO)
    try:
        done = make(arguments)
    except placards.PlacardsError as error:
        for found in error.diagnostics:
            log.error("%s", found)
        return 75 if error.code == "output-busy" else 2
    except KeyboardInterrupt:
        log.error("Interrupted. What was made until then is whole and recorded; the next run goes on from there.")
        return 130
    for failure in done.failed:
        for found in failure.diagnostics:
            log.error("%s was not made: %s", failure.file, found)
    counts = len(done.made), len(done.unchanged), len(done.failed), len(done.skipped)
    log.info("%d made, %d unchanged, %d failed, %d messages left out: %s", *counts, arguments.out)
    wrong = done.failed or any(found.severity is placards.Severity.ERROR for found in done.diagnostics)
    return 1 if wrong else 0


def parse(words: list[str] | None) -> argparse.Namespace:
    """The arguments."""
    parser = argparse.ArgumentParser(description="Make a campaign by cron: only what has changed.")
    parser.add_argument("campaign", type=Path, help="a campaign file, a spreadsheet, or the name of a shipped campaign")
    parser.add_argument("out", type=Path, help="where files go")
    parser.add_argument("--prune", action="store_true", help="remove what the campaign does not ask for any more")
    parser.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: one a core)")
    parser.add_argument("--log", type=Path, metavar="FILE", help="everything that was said, night by night")
    parser.add_argument(
        "--wait", type=float, default=0.0, metavar="MINUTES", help="for another run in the same folder (default: 0)"
    )
    return parser.parse_args(words)


def handlers(file: Path | None) -> list[logging.Handler]:
    """What goes wrong goes to standard error, everything to the log; raises OSError where it cannot be written."""
    aloud = logging.StreamHandler()
    aloud.setLevel(logging.ERROR)
    if file is None:
        return [aloud]
    kept = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=5, encoding="utf-8")
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return [aloud, kept]


def make(arguments: argparse.Namespace) -> placards.BatchResult:
    """Run the batch, and wait as long as somebody asked for where another run holds the folder; raises
    PlacardsError."""
    end = time.monotonic() + arguments.wait * 60
    while True:
        try:
            return placards.batch(
                arguments.campaign,
                arguments.out,
                jobs=arguments.jobs,
                prune=arguments.prune,
                report=lambda found: log.log(LEVELS.get(found.severity, logging.INFO), "%s", found),
            )
        except placards.OutputError as error:
            if error.code != "output-busy" or time.monotonic() >= end:
                raise
            log.info("Another run is at work in %s; waiting.", arguments.out)
            time.sleep(PAUSE)


# Without this line, worker processes that are spawned (macOS, Windows) would each begin a batch of their own.
if __name__ == "__main__":
    sys.exit(main())
