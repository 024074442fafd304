"""The program as it was at an earlier commit becomes one more contender, in a process of its own that stays warm."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

#: Before Ground: what this round of work is measured against.
COMMIT = "ea0b7de"

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "build" / f"placards-{COMMIT}"

#: Runs with the former program on its path: a poster a line, answered by the seconds that it took.
_WORKER = """
import gc, sys, time
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Job, make
from placards.resources import templates_folder
gc.set_threshold(100_000, 20, 20)
layout = templates_folder() / "layouts" / "big"
for line in sys.stdin:
    language, text, suffix, size = line.rstrip("\\n").split("\\t")
    job = Job("poster" + suffix, layout, size, Content((language,), (Entry("", (SlotText(text, language),)),)))
    gc.collect()
    start = time.perf_counter()
    make(job)
    print(time.perf_counter() - start, flush=True)
"""


@cache
def former_tree() -> Path:
    """The earlier commit's files, unpacked once; raises RuntimeError where there is no history to take them from."""
    if not (PLACE / "placards").is_dir():
        done = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(f"commit {COMMIT} is not in this clone: fetch the whole history to compare with it")
        PLACE.mkdir(parents=True, exist_ok=True)
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(PLACE, filter="data")
    return PLACE


def environment() -> dict[str, str]:
    """This process's variables, with the former program before ours."""
    return {**os.environ, "PYTHONPATH": str(former_tree())}


class Former:
    """A warm process of the former program."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def seconds(self, language: str, text: str, suffix: str = ".pdf", size: str = "a3") -> float:
        """How long it took to make a poster."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\t".join((language, text, suffix, size)) + "\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


@contextmanager
def former() -> Iterator[Former]:
    """Start it, and end it."""
    command = [sys.executable, "-c", _WORKER]
    with subprocess.Popen(
        command, cwd=former_tree(), env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Former(process)
        assert process.stdin is not None
        process.stdin.close()
