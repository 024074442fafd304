"""Targets and a budget become findings: worker processes fuzz, and are started again when one dies."""

from __future__ import annotations

import base64
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from fuzz.finding import Finding, place_in_dump
from fuzz.limits import WALL
from fuzz.target import Target
from fuzz.words import ROOT
from fuzz.worker import LOG, STATE, input_of

#: What runs without an end has.
ENDLESS = 10**15


@dataclass
class Tally:
    """What became of a target: inputs run, those refused, and the findings by key with their numbers."""

    runs: int = 0
    refused: int = 0
    seconds: float = 0.0
    findings: dict[str, Finding] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """A share of a target's inputs: indexes *start*, *start* + *step*, … below *stop*, for so many seconds."""

    target: Target
    start: int
    step: int
    stop: int
    seconds: float


class Worker:
    """A worker process in a folder of its own; started when it is needed, and again when it died."""

    def __init__(self, folder: Path, module: str) -> None:
        self.folder, self.module = folder, module
        self.process: subprocess.Popen[str] | None = None

    def send(self, task: dict[str, Any]) -> None:
        """Hand a task over."""
        if self.process is None or self.process.poll() is not None:
            self.end()
            self.folder.mkdir(exist_ok=True)
            with (self.folder / "errors").open("wb") as errors:
                self.process = self._started(errors)
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()

    def _started(self, errors: IO[bytes]) -> subprocess.Popen[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PLACARDS_", "LC_"))}
        return subprocess.Popen(
            [sys.executable, "-B", "-m", "fuzz.worker", str(self.folder), self.module],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8", cwd=ROOT,
            env=environment | {
                "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
                "PLACARDS_DEBUG": "1", "PLACARDS_CACHE": "off", "PYDANTIC_DISABLE_PLUGINS": "__all__",
                "SOURCE_DATE_EPOCH": "0", "COLUMNS": "80", "PYTHONHASHSEED": "0",
            },
        )  # fmt: skip

    def answer(self) -> dict[str, Any] | None:
        """The next line, or None when the process has ended."""
        assert self.process is not None
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if line.endswith("\n"):
            values: dict[str, Any] = json.loads(line)
            return values
        self.process.wait()
        return None

    def death(self, target: Target) -> tuple[str, Finding]:
        """What the process did when it died, and how, as a finding without its input."""
        assert self.process is not None
        code = self.process.returncode
        log, state = self.folder / LOG, self.folder / STATE
        dump = log.read_text(encoding="utf-8", errors="replace")[-6000:] if log.exists() else ""
        doing = state.read_text().strip() if state.exists() else ""
        hung = "Timeout" in dump or code in (-27, -26) or (code == 1 and "most recent call first" in dump)
        what = f"ended by signal {-code}" if code < 0 else f"ended with code {code}"
        if hung:
            what = f"no end after {target.seconds:g} × 6 s of processor time, or {WALL:g} s"
        return doing, Finding(target.name, "hang" if hung else "crash", place_in_dump(dump), what, b"", "", dump)

    def end(self) -> None:
        """End the process."""
        if self.process is not None:
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    stream.close()
            if self.process.poll() is None:
                try:
                    self.process.wait(timeout=5)
                except subprocess.TimeoutExpired:
                    self.process.kill()
                    self.process.wait()
            self.process = None


def fuzz(
    targets: Sequence[Target],
    *,
    module: str = "fuzz.targets",
    seconds: float | None = None,
    runs: int | Mapping[str, int] | None = None,
    seed: str = "1",
    workers: int = 0,
    found: Callable[[Finding], None] = lambda finding: None,
) -> dict[str, Tally]:
    """Fuzz targets for so many seconds in all, or so many *runs* each, or by target; *found* hears of each
    new cause at once, then of smaller inputs. Returns a tally by target."""
    workers = workers or os.cpu_count() or 1
    shares = -(-workers // len(targets))
    each = seconds * workers / (len(targets) * shares) if seconds is not None else ENDLESS
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    for target in targets:
        stop = ENDLESS if runs is None else runs if isinstance(runs, int) else runs[target.name]
        for share in range(shares):
            tasks.put(Task(target, share, shares, stop, each))
    tallies = {target.name: Tally() for target in targets}
    lock = threading.Lock()
    errors: list[BaseException] = []

    def record(finding: Finding, *, new: bool) -> None:
        with lock:
            tally = tallies[finding.target]
            first = finding.key not in tally.findings
            tally.times[finding.key] = tally.times.get(finding.key, 0) + new
            if first or len(finding.data) < len(tally.findings[finding.key].data):
                tally.findings[finding.key] = finding
            found(finding)

    def work(number: int, folder: Path) -> None:
        worker = Worker(folder / str(number), module)
        try:
            while True:
                try:
                    task = tasks.get_nowait()
                except queue.Empty:
                    return
                began = time.monotonic()
                _serve(worker, task, seed, tallies[task.target.name], record, lock)
                with lock:
                    tallies[task.target.name].seconds += time.monotonic() - began
        except BaseException as error:
            errors.append(error)
        finally:
            worker.end()

    with tempfile.TemporaryDirectory(prefix="placards-fuzz-", ignore_cleanup_errors=True) as folder:
        threads = [threading.Thread(target=work, args=(n, Path(folder)), daemon=True) for n in range(workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():
                thread.join(0.2)  # so that Ctrl-C is heard
    if errors:
        raise errors[0]
    return tallies


def _serve(
    worker: Worker, task: Task, seed: str, tally: Tally, record: Callable[..., None], lock: threading.Lock
) -> None:
    """One task to its end, through as many processes as it takes."""
    end = time.monotonic() + task.seconds
    start = task.start
    while start < task.stop and (left := end - time.monotonic()) > 0:
        with lock:
            known = list(tally.findings)
        worker.send({
            "target": task.target.name, "seed": seed, "start": start, "step": task.step, "stop": task.stop,
            "seconds": left, "known": known,
        })  # fmt: skip
        while (answer := worker.answer()) is not None:
            if "finding" in answer:
                record(Finding.from_json(answer["finding"]), new="minimised" not in answer)
            if "next" in answer:
                with lock:
                    tally.runs += answer["runs"]
                    tally.refused += answer["refused"]
                start = answer["next"]
                if "spent" not in answer:
                    return
                break
        else:
            start = _after_death(worker, task, start, seed, tally, record, lock)


def _after_death(
    worker: Worker, task: Task, start: int, seed: str, tally: Tally, record: Callable[..., None], lock: threading.Lock
) -> int:
    """Record why a worker died, and return the index to go on with."""
    doing, finding = worker.death(task.target)
    word, _, number = doing.partition(" ")
    if not number:
        errors = (worker.folder / "errors").read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"a worker died before it began: {finding.what}\n{errors}")
    index = int(number)
    with lock:
        tally.runs += (index - start) // task.step
    if word == "run":
        record(replace(finding, data=input_of(task.target, seed, index), seed=f"{seed}/{index}"), new=True)
    return index + task.step


def replay(
    target: Target,
    inputs: Sequence[bytes],
    *,
    module: str = "fuzz.targets",
    worker: Worker | None = None,
    patience: float = 1.0,
) -> list[Finding | None]:
    """What inputs come to, each in a process that lives on from the one before unless that died. A machine that does
    much else at once needs *patience*: so many times what an input may take."""
    with tempfile.TemporaryDirectory(prefix="placards-fuzz-", ignore_cleanup_errors=True) as folder:
        own = worker or Worker(Path(folder) / "0", module)
        out: list[Finding | None] = []
        try:
            for data in inputs:
                own.send({"target": target.name, "replay": base64.b64encode(data).decode(), "patience": patience})
                answer = own.answer()
                if answer is None:
                    out.append(replace(own.death(target)[1], data=data))
                else:
                    out.append(Finding.from_json(answer["finding"]) if answer["finding"] else None)
        finally:
            if worker is None:
                own.end()
    return out
