"""400 PDFs over four worker processes of Dask, two of which are killed: the same files, and what Dask costs."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.cluster_run import PROCESSES
from bench.report import Row

COUNT = 400
ROUNDS = 2
ROOT = Path(__file__).parents[1]

#: What the issue asks for.
MOST = 1.5


def measure() -> Iterator[Row]:
    """Three rows: seconds of a batch with four processes of the local pool and over a cluster of four, in turns; the
    seconds of processors that all processes of both took, which hang less on what else the machine does; and a batch
    with two workers killed in the middle, where all files must be equal."""
    found: dict[str, list[float]] = {"cluster": [], "pool": []}
    work: dict[str, list[float]] = {"cluster": [], "pool": []}
    with tempfile.TemporaryDirectory() as temporary, _cluster(Path(temporary)) as (address, workers):
        folder = Path(temporary)
        for number in range(ROUNDS):
            for name, where in (("pool", "local"), ("cluster", address)):
                before = _spent()
                found[name].append(_seconds(folder / f"{name}{number}", where))
                work[name].append(_spent() - before)
        killed = _seconds(folder / "killed", address, workers)
        whole = _files(folder / "pool0")
        equal = [_files(folder / one) == whole for one in ("cluster0", "killed")]
    ours, theirs = (statistics.median(found[name]) for name in ("cluster", "pool"))
    ratio = ours / theirs
    yield Row(
        f"{COUNT} PDFs over {PROCESSES} workers of Dask vs the local pool", "s", ours, theirs, ratio, f"≤ {MOST}",
        ratio <= MOST, details=dict(found),
    )  # fmt: skip
    ours, theirs = (statistics.median(work[name]) for name in ("cluster", "pool"))
    yield Row(
        "the same, seconds of processors", "s", ours, theirs, ours / theirs, f"≤ {MOST}", ours / theirs <= MOST,
        note=f"{1000 * theirs / COUNT:.0f} ms a PDF in the pool, {1000 * ours / COUNT:.0f} ms over Dask",
        details=dict(work),
    )  # fmt: skip
    yield Row(
        "the same, two workers killed", "s", killed, None, None, "equal files", all(equal),
        note=f"{len(whole) - 1} files and manifest.json equal" if all(equal) else "files differ",
    )  # fmt: skip


@contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, str]]:
    """A scheduler and its workers on this machine; the address, and the process that looks after the workers."""
    file = folder / "scheduler.json"
    common = ["--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard"]
    commands = [
        ["scheduler", *common, "--port", "0", "--dashboard-address", "127.0.0.1:0"],
        ["worker", *common, "--nworkers", str(PROCESSES), "--nthreads", "1"],
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *command], cwd=folder, env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for command in commands
    ]  # fmt: skip
    try:
        while not file.exists():
            time.sleep(0.05)
        time.sleep(0.2)  # until it is whole
        address = json.loads(file.read_text())["address"]
        _seconds(folder / "warm", address, count=4 * PROCESSES)
        yield address, str(started[1].pid)
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def _seconds(out: Path, where: str, *workers: str, count: int = COUNT) -> float:
    command = [sys.executable, "-m", "bench.cluster_run", str(out), str(count), where, *workers]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def _spent() -> float:
    """Seconds of processors that this process, all that it started and all that those started took until now."""
    import psutil

    every = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return float(sum(sum(one.cpu_times()[:4]) for one in every))  # with children that have ended


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
