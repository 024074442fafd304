"""Cold processes make one A3 poster each: ``placards make`` beside a process that imports Typst and compiles it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.posters import Poster, posters
from bench.report import Row
from bench.timing import take_turns
from bench.with_typst import bisect_inputs

ROUNDS = 21
LANGUAGES = ("en", "ur")


def measure() -> Iterator[Row]:
    """A row per language, and one that says what an interpreter costs that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        environment = _environment(out)
        for language in LANGUAGES:
            poster = posters(language)[0]
            fonts = out / language
            fonts.mkdir()
            (fonts / poster.font.name).symlink_to(poster.font)
            found = take_turns(
                {
                    "placards": [
                        sys.executable, "-m", "placards", "make", poster.text, "--lang", language, "--layout", "big",
                        "-o", str(out / "placards.pdf"),
                    ],
                    "typst": [
                        sys.executable, str(Path(__file__).with_name("cold_typst.py")), str(fonts),
                        str(out / "typst.pdf"), *_arguments(poster),
                    ],
                    "nothing": [sys.executable, "-c", "pass"],
                },
                environment,
                ROUNDS,
            )  # fmt: skip
            ours, theirs = found["placards"], found["typst"]
            yield Row(
                f"cold A3 PDF ({language}) vs typst", "ms", ours * 1000, theirs * 1000, ours / theirs, "≤ 1.5",
                ours / theirs <= 1.5, f"bare interpreter {found['nothing'] * 1000:.0f} ms",
            )  # fmt: skip


def _environment(out: Path) -> dict[str, str]:
    """This process's, with bytecode kept as every installation has it: in a folder that goes away again."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONPYCACHEPREFIX": str(out / "bytecode")}


def _arguments(poster: Poster) -> list[str]:
    return [f"{name}={value}" for name, value in bisect_inputs(poster).items()]
