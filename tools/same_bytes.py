"""A campaign is made under every circumstance that must not matter; each file's bytes must be the same.

``python tools/same_bytes.py [CAMPAIGN] [--python EXECUTABLE]…``: each further interpreter has placards installed, from
the wheel or otherwise. Prints what was compared; ends with 1 and the names of the files where something differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]

#: Circumstance → variables, arguments of batch.
CIRCUMSTANCES: dict[str, tuple[dict[str, str], list[str]]] = {
    "as it is": ({}, ["-j", "1"]),
    "two workers": ({}, ["-j", "2"]),
    "Turkish locale, hash seed 1": (
        {"LANG": "tr_TR.UTF-8", "LC_ALL": "C", "LANGUAGE": "tr", "PYTHONHASHSEED": "1"}, ["-j", "2"],
    ),
    "hash seed 2, no UTF-8 mode, Karachi": (
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Karachi", "PYTHONUTF8": "0", "LANG": "C"}, ["-j", "1"],
    ),
    "Auckland, no cache": ({"TZ": "Pacific/Auckland", "PLACARDS_CACHE": "off"}, ["-j", "2"]),
    "New York": ({"TZ": "America/New_York", "SOURCE_DATE_EPOCH": "1"}, ["-j", "2"]),
}  # fmt: skip


def main() -> int:
    """Compare, and say so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("campaign", nargs="?", default="rally")
    parser.add_argument("--python", action="append", default=[], metavar="EXECUTABLE")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trees = {name: _tree(sys.executable, *given, arguments.campaign, Path(folder) / f"{number}", ROOT)
                 for number, (name, given) in enumerate(CIRCUMSTANCES.items())}  # fmt: skip
        for number, python in enumerate(arguments.python):
            away = Path(folder) / f"elsewhere {number}"
            away.mkdir()
            trees[f"{python}, another folder"] = _tree(python, {}, ["-j", "2"], arguments.campaign, away / "out", away)
    first, *others = trees.items()
    print(f"{len(first[1])} files, {first[0]}")
    differing = 0
    for name, tree in others:
        wrong = sorted(file for file in first[1].keys() | tree.keys() if first[1].get(file) != tree.get(file))
        print(f"{name}: {'the same' if not wrong else f'{len(wrong)} differ: ' + ', '.join(wrong[:10])}")
        differing += len(wrong)
    return int(differing > 0)


def _tree(
    python: str, variables: dict[str, str], options: list[str], campaign: str, out: Path, where: Path
) -> dict[str, str]:
    """SHA-256 of every file of a run."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | variables
    if where == ROOT:
        environment["PYTHONPATH"] = str(ROOT)
    command = [python, "-m", "placards", "batch", campaign, "--out", str(out), *options]
    subprocess.run(command, cwd=where, env=environment, check=True, stdout=subprocess.DEVNULL)
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


if __name__ == "__main__":
    raise SystemExit(main())
