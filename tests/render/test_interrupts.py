"""Ctrl-C while a PDF is written is Ctrl-C: no bare except of ReportLab's turns it into an error of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from placards.render import reportlab_file
from placards.render.interrupts import held_interrupts
from placards.render.pdf import render_pdf
from placards.values.geometry import Rect
from tests.render.building import block, scene

MADE = [scene(block("Peace سلام", "en", Rect(0, 0, 300, 90)))]


def forget() -> None:
    """So that every dictionary and every name is formatted anew."""
    for cached in (reportlab_file.name, reportlab_file.string, reportlab_file._frame, reportlab_file.numbers):
        cached.cache_clear()


class InterruptAt:
    """Raises KeyboardInterrupt at the so-manyeth line that runs in ReportLab; counts the lines."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.seen = wanted, 0
        self.first: dict[tuple[str, int], int] = {}  # when each line of source ran first

    def __call__(self, frame: FrameType, event: str, argument: object) -> Any:
        return self.line if f"{os.sep}reportlab{os.sep}" in frame.f_code.co_filename else None

    def line(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.seen += 1
            self.first.setdefault((frame.f_code.co_filename, frame.f_lineno), self.seen)
            if self.seen == self.wanted:
                raise KeyboardInterrupt
        return self.line

    def run(self) -> None:
        before = sys.gettrace()
        forget()
        sys.settrace(self)
        try:
            render_pdf(MADE)
        finally:
            sys.settrace(before)


def test_no_line_of_reportlab_swallows_it() -> None:  # defects.md 25
    count = InterruptAt(-1)
    count.run()
    assert count.seen > 300, "ReportLab writes the file"
    swallowed = []
    for wanted in count.first.values():
        try:
            InterruptAt(wanted).run()
        except KeyboardInterrupt:
            continue
        except Exception as error:
            swallowed.append((wanted, repr(error)))
        else:
            swallowed.append((wanted, "went on"))
    assert swallowed == []


@pytest.fixture
def interrupted() -> Iterator[list[int]]:
    """What a handler of SIGINT hears."""
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    yield heard
    signal.signal(signal.SIGINT, before)


def test_it_is_held_and_then_let_through(interrupted: list[int]) -> None:
    with held_interrupts():
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        assert interrupted == []
    assert interrupted == [signal.SIGINT]
    with pytest.raises(ZeroDivisionError), held_interrupts():
        raise ZeroDivisionError
    assert interrupted == [signal.SIGINT], "nothing came meanwhile"
    signal.raise_signal(signal.SIGINT)
    assert interrupted == [signal.SIGINT] * 2, "the handler is back"


def test_other_threads_and_ignored_signals_are_left_alone() -> None:
    done = []

    def elsewhere() -> None:
        with held_interrupts():
            done.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert done == [signal.getsignal(signal.SIGINT)]
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held_interrupts():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


IMPORT = """
import signal, sys
class At:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, At())
try:
    import placards.render.reportlab_file
except KeyboardInterrupt:
    print("interrupted")
except BaseException as error:
    print("became", repr(error))
else:
    print("swallowed")
"""


@pytest.mark.parametrize(
    "module",
    ["reportlab", "reportlab.rl_settings", "reportlab.lib.utils", "reportlab.lib.rl_accel", "reportlab.pdfbase.pdfdoc"],
)
def test_nor_while_it_is_imported(module: str) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, module],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "interrupted\n"
