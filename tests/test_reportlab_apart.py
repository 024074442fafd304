"""What ReportLab would run out of somebody's home folder neither runs nor changes a PDF."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

#: Writes a file's digest, and what stayed behind in the interpreter.
PROGRAM = """
import sys, hashlib
from tests.jobs import example_job, make
print(hashlib.sha256(make(example_job("big", "en", "a6")).data).hexdigest())
print(sorted(name for name in sys.modules if name.startswith("reportlab_")))
"""


def made_by(home: Path, **environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith("RL_")},
            "HOME": str(home), "USERPROFILE": str(home), "PLACARDS_CACHE": "off", **environment,
        },
        cwd=Path(__file__).resolve().parents[1], capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_settings_and_changes_of_reportlab_have_no_effect(tmp_path: Path) -> None:
    clean, own, path = tmp_path / "clean", tmp_path / "own", tmp_path / "path"
    for folder in (clean, own, path):
        folder.mkdir()
    mark = tmp_path / "ran"
    code = f"open({str(mark)!r}, 'a').close()\nfrom reportlab import __version__\npageCompression = invariant = 0\n"
    code += "canvas_basefontname = 'Courier'\n"
    for name in (".reportlab_mods", ".reportlab_settings"):
        (own / name).write_text(code, encoding="utf-8")
    for name in ("reportlab_mods.py", "reportlab_settings.py"):
        (path / name).write_text(code, encoding="utf-8")
    expected = made_by(clean)
    assert expected.endswith("[]\n")
    assert made_by(own) == expected
    beside = os.pathsep.join([str(path), os.environ.get("PYTHONPATH", "")])
    assert made_by(clean, PYTHONPATH=beside, RL_invariant="no number", RL_pageCompression="0") == expected
    assert not mark.exists()
