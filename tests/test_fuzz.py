"""The fuzzer finds what is planted; formats bear a few hundred hostile inputs, and all that once went wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fuzz.finding import CORPUS, Finding
from fuzz.minimise import minimised
from fuzz.run import Worker, fuzz, replay
from fuzz.targets import TARGETS
from fuzz.worker import input_of

from . import planted

needs_posix = pytest.mark.skipif(os.name != "posix", reason="limits and signals are POSIX's")


def name_of(finding: Finding) -> str:
    return f"{finding.target}/{finding.file_name}"


@needs_posix
def test_every_kind_of_trouble_is_found_and_the_others_go_on():
    tallies = fuzz(planted.TARGETS, module="tests.planted", runs=14, workers=2)
    kinds = {name: {finding.kind for finding in tally.findings.values()} for name, tally in tallies.items()}
    assert kinds == {
        "sound": set(), "error": {"error"}, "speechless": {"error"}, "wrong": {"error"}, "read": {"read"},
        "listing": {"read"}, "write": {"write"}, "rename": {"write"}, "process": {"process"}, "crash": {"crash"},
        "slow": {"slow"}, "hang": {"hang"}, "memory": {"memory"} if sys.platform == "linux" else kinds["memory"],
    }  # fmt: skip
    [error] = tallies["error"].findings.values()
    assert error.data == b"X"  # minimised
    assert error.what.startswith("KeyError")
    assert tallies["sound"].runs == 14
    assert all(b"X" in finding.data for tally in tallies.values() for finding in tally.findings.values())


def test_an_input_becomes_the_smallest_that_shows_the_same():
    data = b"a line\nanother\nwith NEEDLE and more\n" * 20
    assert minimised(data, lambda shorter: b"NEEDLE" in shorter) == b"NEEDLE"
    assert minimised(data, lambda shorter: len(shorter) > 100, trials=50)[:1] == b"a"


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_seed_and_an_index_always_make_the_same_input(target):
    first = [input_of(target, "7", index) for index in range(12)]
    assert first == [input_of(target, "7", index) for index in range(12)]
    assert len(set(first)) > 6


def test_every_format_bears_hostile_input():
    tallies = fuzz(TARGETS, runs={target.name: target.smoke for target in TARGETS}, seed="smoke", workers=1)
    assert {t.name: tallies[t.name].runs for t in TARGETS} == {t.name: t.smoke for t in TARGETS}
    found = {name_of(finding): finding for tally in tallies.values() for finding in tally.findings.values()}
    assert not {name: (f.where, f.what, f.data[:300]) for name, f in found.items()}


def test_what_went_wrong_once_does_not_again(tmp_path: Path):
    worker = Worker(tmp_path / "0", "fuzz.targets")
    wrong = {}
    try:
        for target in TARGETS:
            files = sorted((CORPUS / target.name).glob("*"))
            outcomes = replay(target, [path.read_bytes() for path in files], worker=worker, patience=5)
            pairs = zip(files, outcomes, strict=True)
            wrong |= {f"{target.name}/{p.name}": (f.kind, f.where, f.what) for p, f in pairs if f is not None}
    finally:
        worker.end()
    assert not wrong


def test_the_corpus_belongs_to_targets_that_there_are():
    assert {path.parent.name for path in CORPUS.glob("*/*")} <= {target.name for target in TARGETS}
