"""``python bench/run.py`` is ``python -m bench`` from any folder."""

import runpy
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])  # instead of bench/ itself
runpy.run_module("bench", run_name="__main__", alter_sys=True)
