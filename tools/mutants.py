"""Small changes to core code meet the neighbouring tests: every one that no test notices is a gap.

``python tools/mutants.py [NUMBER…]``: each change of ``tools/mutants.toml`` is made in a copy of the project, the tests
that it names are run there, and what survived is listed. Ends with 1 if more than two of the forty survive.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_suffix(".toml")

#: So many of the changes may pass unnoticed.
SURVIVORS = 2

#: What is not copied: it is large, or made.
_LEFT_OUT = shutil.ignore_patterns(
    ".*_cache", ".git", ".hypothesis", ".venv", "build", "dist", "failures", "node_modules", "out"
)

#: A change may make a loop endless, which somebody who waits notices too. Seconds.
_PATIENCE = 900


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: *old* stands once in *file* and becomes *new*; *tests* are those beside it."""

    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    why: str = ""

    def apply(self, root: Path) -> None:
        """Make the change; raises ValueError where the text to change is not there, or is there more than once."""
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        if text.count(self.old) != 1:
            raise ValueError(f"{self.file}: “{self.old}” stands there {text.count(self.old)} times")
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


def read() -> list[Mutant]:
    """The changes that are listed."""
    data = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return [Mutant(**{**entry, "tests": tuple(entry["tests"])}) for entry in data["mutant"]]


def copied(folder: Path) -> Path:
    """The project, copied into a folder."""
    copy = folder / "placards"
    shutil.copytree(ROOT, copy, symlinks=True, ignore=_LEFT_OUT)
    parts = Path("tests") / "tools" / "node_modules"
    if (ROOT / parts).exists():
        (copy / parts).symlink_to((ROOT / parts).resolve(), target_is_directory=True)
    return copy


def noticed(mutant: Mutant, copy: Path) -> bool:
    """Whether the neighbouring tests notice the change, made in *copy* and taken back; raises RuntimeError where they
    cannot be run."""
    mutant.apply(copy)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *mutant.tests]
    # Compiled files are told apart by second and size: none is written, so that none is of a mutant. The examples of
    # properties are the same every time (CI).
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, check=False, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        shutil.copy2(ROOT / mutant.file, copy / mutant.file)
    # A change that breaks the import stops pytest (2); other numbers say that there are no such tests.
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(f"{mutant.file}: the tests could not be run\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode != 0


def main() -> int:
    """Try them, and say which survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="*", type=int, help="only these (from 1)")
    arguments = parser.parse_args()
    chosen = [(n, m) for n, m in enumerate(read(), 1) if not arguments.number or n in arguments.number]
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        for number, mutant in chosen:
            well = noticed(mutant, copy)
            survivors += not well
            verdict = "noticed " if well else "SURVIVED"
            print(f"{number:3} {verdict} {mutant.file}: {mutant.why or mutant.new}", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} noticed")
    return int(survivors > SURVIVORS)


if __name__ == "__main__":
    raise SystemExit(main())
