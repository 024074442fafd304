"""Batches are killed at random moments, and what each leaves is compared with a batch that nobody disturbed.

``python -m tools.faults --kills 500`` takes a small campaign, starts a batch, sends a signal to the whole process
group, to a worker or to the parent alone, looks at what lies in the folder, runs the batch again and compares. It
prints how often what was met, and ends with code 1 where something was wrong. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

#: What lists the files may be that of the run before, until the run ends.
_LISTS = {"index.html", "manifest.json", "SHA256SUMS", "picking-list.csv"}

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)
TARGETS = ("group", "parent", "worker")

LAYOUT = """name = "plain"

[palettes.day]
paper = "#ffffff"
ink = "#000000"

[[element]]
id = "ground"
type = "shape"
fill = "paper"

[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
fill = "ink"
"""

CAMPAIGN = """[campaign]
name = "Faults"

[[set]]
name = "set"
layouts = ["plain"]
text = {{ en = "{text}", ar = "سلام" }}
languages = ["en", "ar"]
sizes = ["a6", "300x400px"]
formats = ["pdf", "png"]
"""

Tree = dict[str, bytes]


@dataclass(slots=True)
class Findings:
    """What was met, and what was wrong."""

    met: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Faults:
    """One campaign in two wordings, so that an interrupted batch replaces files that are there already."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._random = folder, random.Random(seed)
        (folder / "layouts" / "plain").mkdir(parents=True)
        (folder / "layouts" / "plain" / "layout.toml").write_text(LAYOUT, encoding="utf-8")
        for name, text in (("new", "Water is life"), ("old", "Water is everything")):
            (folder / f"{name}.toml").write_text(CAMPAIGN.format(text=text), encoding="utf-8")
        self.findings = Findings()
        self._warm()
        begun = time.monotonic()
        self.old = self._undisturbed("old")
        self.new = self._undisturbed("new")
        self._seconds = (time.monotonic() - begun) / 2

    def kill(self, target: str, number: signal.Signals) -> None:
        """One batch, one signal, one batch more."""
        out = self._folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        if self._random.random() < 0.5:
            _put(out, self.old)
        case = f"{target} {number.name}"
        process = self._start("new", out)
        time.sleep(self._random.uniform(0, self._seconds * 1.1))
        sent = self._send(process, target, number)
        code = None
        if target == "worker":
            code = _wait(process)
        elif self._random.random() < 0.5:
            # The others of the group may live for a moment still, and meet the next run.
            code = _wait(process)
        self._look(case, out, code)
        again = _wait(self._start("new", out))
        if code is None:
            code = _wait(process)
        self.findings.met[f"{case}: {'finished' if code == 0 else 'interrupted' if sent else 'too late'}"] += 1
        if again != 0:
            self._wrong(f"{case}: the next run ended with {again}")
        after = _tree(out)
        if after != self.new:
            names = sorted(n for n in {*after, *self.new} if after.get(n) != self.new.get(n))
            self._wrong(f"{case}: the tree differs in {names}")
        if not _gone(process):
            self._wrong(f"{case}: an orphan is left")
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process, signal.SIGKILL)

    def _look(self, case: str, out: Path, code: int | None) -> None:
        """Every file that people see is whole, and one of the two."""
        tree = _tree(out)
        if any(name.endswith(".part") for name in tree):
            self.findings.met["half-written files, hidden"] += 1
        if ".placards-journal" in tree:
            self.findings.met["journals left"] += 1
        for name, data in tree.items():
            hidden = name.rpartition("/")[2].startswith(".placards-")
            if not hidden and name not in _LISTS and data not in (self.old.get(name), self.new.get(name)):
                self._wrong(f"{case}: {name} is wrong")
        if "manifest.json" not in tree:
            return
        listed = json.loads(tree["manifest.json"])["artefacts"]
        # A run that could end by itself leaves a list that is right; after SIGKILL the journal knows the rest.
        if code is not None and code >= 0 and ".placards-journal" not in tree:
            for record in listed:
                if hashlib.sha256(tree.get(record["file"], b"")).hexdigest() != record["sha256"]:
                    self._wrong(f"{case}: {record['file']} is not the one that is listed")
            if hidden := [name for name in tree if name.rpartition("/")[2].startswith(".placards-")]:
                self._wrong(f"{case}: left {hidden}")

    def _warm(self) -> None:
        """Load here what batches need, fonts included: their processes are copies of this one, and many."""
        from placards.campaign.run import check_fonts
        from placards.cli import batch, main  # noqa: F401
        from placards.pipeline import Engine
        from placards.plan.planner import plan_campaign

        plan = plan_campaign(self._folder / "new.toml")
        check_fonts(plan)
        engine = Engine(inputs=plan.inputs)
        for job in plan.jobs:
            engine.make(job)

    def _undisturbed(self, name: str) -> Tree:
        out = self._folder / f"undisturbed-{name}"
        assert _wait(self._start(name, out)) == 0
        return _tree(out)

    def _start(self, name: str, out: Path) -> int:
        """A batch in a process group of its own: this process's copy, so that nothing has to be imported again."""
        process = os.fork()
        if process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.setpgid(process, process)
            return process
        code = 99
        try:
            os.setpgid(0, 0)
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nothing, stream)
            from placards.cli.main import main

            code = main(["batch", str(self._folder / f"{name}.toml"), "--out", str(out), "-j", "2"])
        finally:
            os._exit(code)

    def _send(self, process: int, target: str, number: int) -> bool:
        try:
            if target == "group":
                os.killpg(process, number)
            elif target == "parent":
                os.kill(process, number)
            else:
                workers = [child for child, parent, _, _ in _processes() if parent == process]
                if not workers:
                    return False
                os.kill(self._random.choice(workers), number)
        except ProcessLookupError:
            return False
        return True

    def _wrong(self, text: str) -> None:
        self.findings.wrong.append(text)


def _wait(process: int) -> int:
    """The exit code, or the negative number of the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _gone(group: int, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(state not in "ZX" for _, _, of, state in _processes() if of == group):
            return True
        time.sleep(0.01)
    return False


def _processes() -> list[tuple[int, int, int, str]]:
    """Number, parent, group and state of every process."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdecimal():
            with contextlib.suppress(OSError):
                state, parent, group = Path("/proc", entry, "stat").read_bytes().rpartition(b")")[2].split()[:3]
                found.append((int(entry), int(parent), int(group), state.decode()))
    return found


def _tree(folder: Path) -> Tree:
    tree: Tree = {}
    for path in sorted(folder.rglob("*")):
        with contextlib.suppress(FileNotFoundError, IsADirectoryError):  # it may be moved just now
            tree[path.relative_to(folder).as_posix()] = path.read_bytes()
    return tree


def _put(folder: Path, tree: Tree) -> None:
    for name, data in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def run(kills: int, seed: int, tell: Callable[[str], None] = lambda text: None) -> Findings:
    """So many kills, each target and signal in turn."""
    with tempfile.TemporaryDirectory(prefix="placards-faults-") as folder:
        faults = Faults(Path(folder), seed)
        for number in range(kills):
            faults.kill(TARGETS[number % 3], SIGNALS[number // 3 % 3])
            if (number + 1) % 50 == 0:
                tell(f"{number + 1}/{kills}, {len(faults.findings.wrong)} wrong")
        return faults.findings


def main() -> int:
    """Kill as often as the arguments say; 1 where something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    findings = run(arguments.kills, arguments.seed, lambda text: print(text, flush=True))
    for what, count in sorted(findings.met.items()):
        print(f"{count:5}  {what}")
    for text in findings.wrong:
        print(f"WRONG  {text}")
    print(f"{arguments.kills} kills, {len(findings.wrong)} wrong")
    return 1 if findings.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
