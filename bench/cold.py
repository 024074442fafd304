"""Cold processes: placards' commands beside an interpreter that only imports the native libraries, and beside Typst."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.former import COMMIT, former_tree
from bench.posters import Poster, posters
from bench.report import Row
from bench.timing import take_turns
from bench.with_typst import bisect_inputs

ROUNDS = 15

#: What no way of writing placards in Python could do without.
LIBRARIES = "import uharfbuzz, icu4py.breakers, bidi, deflate"

#: Command → its time by that of the interpreter with the libraries, at most.
TARGETS = {"make": 2.5, "list languages": 2.0, "--help": 2.0}


def measure() -> Iterator[Row]:
    """A row per command and language, with what the former program and Typst take in the notes."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        environment = _environment(out)
        commands = {"bare": [sys.executable, "-c", "pass"], "libraries": [sys.executable, "-c", LIBRARIES]}
        for language in ("en", "ur"):
            poster = posters(language)[0]
            made = ["make", poster.text, "--lang", language, "--layout", "big", "-o"]
            commands[f"make ({language})"] = [sys.executable, "-m", "placards", *made, str(out / "now.pdf")]
            commands[f"former make ({language})"] = _former(*made, str(out / "then.pdf"))
            commands[f"typst ({language})"] = _typst(poster, out)
        commands["list languages"] = [sys.executable, "-m", "placards", "list", "languages"]
        commands["former list languages"] = _former("list", "languages")
        commands["--help"] = [sys.executable, "-m", "placards", "--help"]
        found = take_turns(commands, environment, ROUNDS)
    base = found["libraries"]
    for name in ("make (en)", "make (ur)", "list languages", "--help"):
        target = TARGETS[name.partition(" (")[0]]
        others = [f"bare interpreter {found['bare'] * 1000:.0f} ms"]
        others += [f"{COMMIT} {found[f'former {name}'] * 1000:.0f} ms"] if f"former {name}" in found else []
        typst = found.get(f"typst{name.removeprefix('make')}")
        others += [f"Typst {typst * 1000:.0f} ms"] if typst else []
        yield Row(
            f"cold {name} vs importing the libraries", "ms", found[name] * 1000, base * 1000, found[name] / base,
            f"≤ {target:g}", found[name] / base <= target, ", ".join(others),
        )  # fmt: skip


def _former(*arguments: str) -> list[str]:
    code = f"import sys; sys.path.insert(0, {str(former_tree())!r}); sys.argv[0] = 'placards'; "
    return [sys.executable, "-c", code + "from placards.__main__ import run; sys.exit(run())", *arguments]


def _typst(poster: Poster, out: Path) -> list[str]:
    fonts = out / poster.language
    fonts.mkdir()
    (fonts / poster.font.name).symlink_to(poster.font)
    script = str(Path(__file__).with_name("cold_typst.py"))
    given = [f"{name}={value}" for name, value in bisect_inputs(poster).items()]
    return [sys.executable, script, str(fonts), str(out / "typst.pdf"), *given]


def _environment(out: Path) -> dict[str, str]:
    """This process's, with bytecode and the user's cache kept as every installation has them: in a folder that goes
    away again."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHONPYCACHEPREFIX": str(out / "bytecode"),
        "XDG_CACHE_HOME": str(out / "cache"),
    }
