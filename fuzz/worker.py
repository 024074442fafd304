"""Tasks on standard input become findings and counts on standard output: a process that may crash or hang.

A line in: {"target", "seed", "start", "step", "stop", "seconds", "known"} or {"target", "replay": base64,
"patience"}. Lines out:
{"finding": …}, at a task's end {"runs", "refused", "next"}. Which input runs is in the file ``state``, for the parent
that finds this process dead.
"""

from __future__ import annotations

import base64
import importlib
import json
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from fuzz.execute import Executor
from fuzz.finding import Finding
from fuzz.limits import forget_peak
from fuzz.minimise import minimised
from fuzz.target import Box, Target

#: The names of the files that a worker and its parent share.
STATE, LOG = "state", "log"


def input_of(target: Target, seed: str, index: int) -> bytes:
    """The input that a seed and an index make, always the same."""
    return target.make(Random(f"{seed}/{target.name}/{index}"))


def main() -> int:
    """Work until standard input ends. Arguments: the worker's folder, the module with TARGETS."""
    folder, module = Path(sys.argv[1]), sys.argv[2]
    tasks, answers = _take_streams()
    targets: dict[str, Target] = {t.name: t for t in importlib.import_module(module).TARGETS}
    (folder / "box").mkdir(exist_ok=True)
    executor = Executor(Box(folder / "box"), folder / LOG)
    state = os.open(folder / STATE, os.O_RDWR | os.O_CREAT)
    prepared = ""

    def say(**values: Any) -> None:
        answers.write(json.dumps(values) + "\n")
        answers.flush()

    def at(word: str) -> None:
        os.lseek(state, 0, os.SEEK_SET)
        os.write(state, word.ljust(40).encode())

    for line in tasks:
        task = json.loads(line)
        target = targets[task["target"]]
        if prepared != target.name:
            executor.prepare(target)
            prepared = target.name
        if "replay" in task:
            at("replay")
            patient = replace(target, seconds=target.seconds * task["patience"])
            found = executor.run(patient, base64.b64decode(task["replay"]))
            say(finding=found.to_json() if found else None)
            continue
        _fuzz(executor, target, task, at, say)
    return 0


def _fuzz(executor: Executor, target: Target, task: dict[str, Any], at: Any, say: Any) -> None:
    known = set(task["known"])
    executor.runs = executor.refused = 0
    end = time.monotonic() + task["seconds"]
    index = task["start"]
    while index < task["stop"] and time.monotonic() < end:
        at(f"run {index}")
        data = input_of(target, task["seed"], index)
        found = executor.run(target, data, f"{task['seed']}/{index}")
        if found is not None:
            say(finding=found.to_json(), index=index)
            if found.key not in known:
                known.add(found.key)
                at(f"minimise {index}")
                small = _minimised(executor, target, found)
                say(finding=small.to_json(), index=index, minimised=True)
            if found.lasting and not (found.kind == "memory" and forget_peak()):
                say(spent=True, runs=executor.runs, refused=executor.refused, next=index + task["step"])
                os._exit(0)  # the next case needs another process
        index += task["step"]
    say(runs=executor.runs, refused=executor.refused, next=index)


def _minimised(executor: Executor, target: Target, found: Finding) -> Finding:
    if found.kind == "slow" or found.lasting:
        return found  # each trial would take as long, or needs another process
    best = [found]

    def same(data: bytes) -> bool:
        again = executor.run(target, data, found.seed)
        if again is not None and again.key == found.key:
            best[0] = again
            return True
        return False

    counts = executor.runs, executor.refused
    minimised(found.data, same, seconds=5)
    executor.runs, executor.refused = counts
    return best[0]


def _take_streams() -> tuple[Any, Any]:
    """Standard input and output for this module alone: what libraries print, and what cases read, must not mix."""
    tasks = os.fdopen(os.dup(0), "r", encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(null, stream)
    tempfile.tempdir = str(Path(sys.argv[1]) / "box" / "case" / "tmp")
    return tasks, answers


if __name__ == "__main__":
    raise SystemExit(main())
