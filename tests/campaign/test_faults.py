"""Batches are killed and their disks fail: no wrong or partial file, no orphan, and the next run mends all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from placards.campaign.limits import Limits
from placards.campaign.run import batch
from placards.files import writing
from placards.problems.errors import OutputError
from tools import faults

from .support import campaign, make_folder, one_set
from .test_folder import tree

ERRORS = [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR]


@pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")
def test_killed_at_random_moments() -> None:
    """defects.md 24, 25, 28; ``python -m tools.faults`` does it five hundred times."""
    found = faults.run(18, seed=7)
    assert found.wrong == []
    assert sum(count for what, count in found.met.items() if "SIG" in what) == 18


class FaultySystem:
    """Stands in for `os` in the module that writes: the n-th call of one function fails, or writes little."""

    def __init__(self, name: str, number: int, fault: int | None) -> None:
        self._name, self._left, self._fault = name, number, fault

    def __getattr__(self, name: str) -> Any:
        function = getattr(os, name)
        if name != self._name:
            return function

        def call(*arguments: Any, **named: Any) -> Any:
            self._left -= 1
            if self._left >= 0:
                return function(*arguments, **named)
            if self._fault is not None:
                raise OSError(self._fault, os.strerror(self._fault))
            handle, data = arguments
            return function(handle, data[: max(1, len(data) // 3)])

        return call


@pytest.mark.parametrize("name", ["open", "write", "fsync", "close", "replace", "short write"])
@pytest.mark.parametrize("number", range(4))
def test_every_write_faulted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    folder = make_folder(tmp_path / "campaign")
    campaign(folder, one_set(tags=["demo"], languages=["en", "ar"]))
    limits = Limits(method="fork")  # the workers have the same faults
    whole = tmp_path / "whole"
    artefacts = batch(folder / "demo.toml", whole, limits=limits).made
    expected = tree(whole)
    short = name == "short write"
    for turn in range(1 if short else 2):
        error = ERRORS[(number + 2 * turn) % len(ERRORS)]
        out = tmp_path / f"out{turn}"
        with monkeypatch.context() as patch:
            patch.setattr(writing, "os", FaultySystem("write" if short else name, number, None if short else error))
            try:
                done = batch(folder / "demo.toml", out, limits=limits)
            except OutputError as problem:
                stopped = str(problem)
                assert not short, stopped
            else:
                assert {*done.made, *(f.file for f in done.failed)} == {*artefacts}
                assert not (short and done.failed)
        for path, data in tree(out).items() if out.exists() else ():
            hidden = path.rpartition("/")[2].startswith(".placards-")
            assert hidden or path in ("index.html", "manifest.json") or data == expected[path], f"{path} is wrong"
            assert not path.endswith(".part")
        done = batch(folder / "demo.toml", out, limits=limits)
        assert {*done.made, *done.unchanged} == {*artefacts}
        assert tree(out) == expected
