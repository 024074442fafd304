"""A whole campaign in one process becomes files a second: now, and before."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.former import COMMIT, environment, former_tree
from bench.report import Row

ROUNDS = 3
ROOT = Path(__file__).parents[1]


def measure() -> Iterator[Row]:
    """One row: ``batch rally -j 1``, both programs in turns, each into an empty folder."""
    found: dict[str, list[float]] = {"now": [], "former": []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            for name in found:
                found[name].append(_files_a_second(Path(folder) / f"{name}{number}", former=name == "former"))
    ours, theirs = (statistics.median(found[name]) for name in ("now", "former"))
    yield Row(
        f"batch rally -j 1 vs {COMMIT}", "files/s", ours, theirs, ours / theirs, "≥ 4", ours / theirs >= 4,
        details=dict(found),
    )  # fmt: skip


def _files_a_second(out: Path, *, former: bool) -> float:
    where = former_tree() if former else ROOT
    command = [sys.executable, "-m", "placards", "batch", "rally", "-j", "1", "--out", str(out)]
    start = time.perf_counter()
    subprocess.run(command, cwd=where, env=environment() if former else None, check=True, stdout=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    return len(json.loads((out / "manifest.json").read_bytes())["artefacts"]) / taken
