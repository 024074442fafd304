"""A target and atheris become a search guided by coverage: what reaches new branches is changed further.

In one process, without its restarts: a crash or a hang ends the search, and its input lies in the corpus. atheris runs
on Linux with some Pythons only, and nothing else needs it.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any


def guide(name: str, seconds: float, corpus: Path, seed: str) -> int:
    """Search for so many seconds; returns 1 when something was found."""
    try:
        atheris: Any = importlib.import_module("atheris")
    except ImportError as error:
        print(f"atheris cannot be used here: {error}", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["placards"]):
        targets = importlib.import_module("fuzz.targets").TARGETS
    from fuzz.execute import Executor
    from fuzz.target import Box
    from fuzz.worker import input_of

    target = next(t for t in targets if t.name == name)
    folder = Path(tempfile.mkdtemp(prefix="placards-fuzz-"))
    seeds = folder / "seeds"
    (folder / "box").mkdir()
    seeds.mkdir()
    for index in range(200):
        (seeds / str(index)).write_bytes(input_of(target, seed, index))
    tempfile.tempdir = str(folder / "box" / "case")
    os.environ["PLACARDS_DEBUG"] = "1"
    executor = Executor(Box(folder / "box"), folder / "log")
    executor.prepare(target)
    keys: set[str] = set()
    end = time.monotonic() + seconds

    def one(data: bytes) -> None:
        # atheris keeps the process; what it says goes on, since what we find does not stop it.
        (folder / "current").write_bytes(data)
        finding = executor.run(target, data, "atheris")
        if finding is not None and finding.key not in keys:
            keys.add(finding.key)
            print(f"{name}: {finding.kind} {finding.where} — {finding.what}: {finding.save(corpus)}", flush=True)
        if time.monotonic() > end:
            print(f"{name}: {executor.runs:,} inputs, {executor.refused:,} refused, {len(keys)} findings", flush=True)
            os._exit(int(bool(keys)))

    atheris.Setup([sys.argv[0], f"-max_len={100_000}", "-rss_limit_mb=0", str(seeds)], one, custom_mutator=_mutator())
    atheris.Fuzz()
    return 0


def _mutator() -> Callable[[bytes, int, int], bytes]:
    from fuzz import campaigns, mutate

    def changed(data: bytes, longest: int, seed: int) -> bytes:
        rng = Random(seed)
        out = mutate.text_like(rng, data, campaigns.DICTIONARY) if rng.random() < 0.7 else mutate.bytes_like(rng, data)
        return out[:longest]

    return changed


if __name__ == "__main__":
    raise SystemExit(guide(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]))
