"""``python -m fuzz [TARGET…]`` becomes a run over formats, a table of what it did, and inputs that show what is wrong.

Ends with 1 when something was found. ``python -m fuzz --replay FILE…`` tells what files of the corpus come to now.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from fuzz.finding import CORPUS, Finding
from fuzz.minimise import minimised
from fuzz.run import Tally, fuzz, replay
from fuzz.target import Target
from fuzz.targets import TARGETS
from fuzz.words import ROOT


def main(argv: Sequence[str] | None = None) -> int:
    """Run, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Hostile input for every format.")
    parser.add_argument("target", nargs="*", help=f"of {', '.join(t.name for t in TARGETS)} (default: all)")
    parser.add_argument("--seconds", type=float, help="for all targets together (default: 60, unless --runs)")
    parser.add_argument("--runs", type=int, help="inputs of each target")
    parser.add_argument("--seed", default="1", help="the same seed makes the same inputs (default: 1)")
    parser.add_argument("--workers", type=int, default=0, help="processes (default: one a core)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="where inputs go that show something")
    parser.add_argument("--replay", type=Path, nargs="+", metavar="FILE", help="run files <target>/<name> again")
    parser.add_argument("--atheris", action="store_true", help="let atheris guide by coverage (one target, Linux)")
    arguments = parser.parse_args(argv)
    if arguments.replay:
        return _replay(arguments.replay)
    known = {t.name: t for t in TARGETS}
    unknown = [name for name in arguments.target if name not in known]
    if unknown:
        parser.error(f"there is no target {', '.join(unknown)}")
    targets = [known[name] for name in arguments.target] or list(TARGETS)
    seconds = arguments.seconds if arguments.seconds is not None else None if arguments.runs else 60.0
    if arguments.atheris:
        guided = [targets[0].name, str(seconds or 60.0), str(arguments.corpus), arguments.seed]
        return subprocess.run([sys.executable, "-B", "-m", "fuzz.guided", *guided], cwd=ROOT, check=False).returncode
    if hasattr(os, "nice"):
        os.nice(10)
    heard: dict[tuple[str, str], int] = {}

    def found(finding: Finding) -> None:
        size = heard.get((finding.target, finding.key))
        if size is None or len(finding.data) < size:
            if size is None:
                print(f"{finding.target}: {finding.kind} {finding.where} — {finding.what}", flush=True)
            heard[finding.target, finding.key] = len(finding.data)
            finding.save(arguments.corpus)

    tallies = fuzz(
        targets, seconds=seconds, runs=arguments.runs, seed=arguments.seed, workers=arguments.workers, found=found
    )
    _smaller(targets, tallies, arguments.corpus)
    _report(tallies, arguments.corpus)
    return int(any(tally.findings for tally in tallies.values()))


def _smaller(targets: Sequence[Target], tallies: dict[str, Tally], corpus: Path) -> None:
    """Cut down the inputs whose every trial costs a process or seconds."""
    for target in targets:
        for key, finding in tallies[target.name].findings.items():
            if finding.kind in ("crash", "slow", "hang") or finding.lasting:

                def same(data: bytes, target: Target = target, key: str = key) -> bool:
                    again = replay(target, [data])[0]
                    return again is not None and again.key == key

                limit = 20 if finding.kind == "hang" else 40
                data = minimised(finding.data, same, seconds=60, trials=limit)
                Finding(target.name, finding.kind, finding.where, finding.what, data).save(corpus)


def _report(tallies: dict[str, Tally], corpus: Path) -> None:
    for name, tally in tallies.items():
        rate = tally.runs / tally.seconds if tally.seconds else 0
        share = 100 * tally.refused / tally.runs if tally.runs else 0
        print(
            f"{name:14} {tally.runs:9,} inputs {rate:8,.0f}/s {share:4.0f} % refused {len(tally.findings):4} findings"
        )
        for key, finding in tally.findings.items():
            print(
                f"  {finding.kind:7} {finding.where}  {finding.what[:150]}  ({tally.times[key]} ×, seed {finding.seed})"
            )
            print(f"          {corpus / finding.target / finding.file_name}")


def _replay(files: Sequence[Path]) -> int:
    known = {t.name: t for t in TARGETS}
    bad = 0
    for file in files:
        finding = replay(known[file.resolve().parent.name], [file.read_bytes()])[0]
        print(f"{file}: {f'{finding.kind} {finding.where} — {finding.what}' if finding else 'nothing'}")
        if finding:
            print(finding.trace, file=sys.stderr)
        bad += finding is not None
    return int(bad > 0)


if __name__ == "__main__":
    raise SystemExit(main())
