"""Errors are plain sentences, and survive the way home from a worker process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from placards.files.mistakes import InvalidFileError
from placards.problems.errors import FitError, InputError, PlacardsError, Place, UnknownNameError, did_you_mean, near

EMPTY = InputError("text-empty").sentence


def test_sentence() -> None:
    error = InputError("plan-text-missing", language="x", place=Place(Path("a.toml"), 3, "set[0].x"))
    assert str(error) == "a.toml:3: set[0].x: there is no text for “x”. Add one."
    assert error.sentence == "there is no text for “x”. Add one."
    assert (error.problem, error.remedy) == ("there is no text for “x”", "Add one")
    asked = InputError("plan-text-missing", language="x", remedy=near("x", ["xx"]))
    assert str(asked) == "there is no text for “x”. Did you mean “xx”?"
    assert str(FitError("fit-font", largest=64)).endswith("64 em. Take the font out or replace it.")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""), (Place("f"), "f"), (Place("f", 2), "f:2"), (Place("f", 2, "k"), "f:2: k"),
        (Place("f", key="k"), "f: k"), (Place(line=2), "line 2"), (Place(key="k"), "k"),
    ],
)  # fmt: skip
def test_place(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize("kind", [PlacardsError, InputError, FitError, UnknownNameError, InvalidFileError])
def test_pickles(kind: type[PlacardsError]) -> None:
    also = (InputError("text-empty").diagnostic,)
    error = kind("plan-text-missing", language="x", place=Place(Path("f"), 1, "k"), code="c", also=also)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.diagnostics, again.code) == (error.diagnostics, "c")
    assert str(again) == str(error)


def test_at_fills_in_what_is_unknown() -> None:
    assert str(InputError("text-empty").at(Place("f", 1, "k"))) == f"f:1: k: {EMPTY}"
    assert str(InputError("text-empty", place=Place(key="own")).at(Place("f", 1, "k"))) == f"f:1: own: {EMPTY}"
    assert str(InputError("text-empty", place=Place("g")).at(Place("f", 1, "k"))) == f"g: {EMPTY}"


def test_suggestions() -> None:
    assert did_you_mean("urdu", ["ur", "urdo", "de"]).startswith("Did you mean “urdo”")
    assert did_you_mean("zzz", ["ur", "de"]) == "Known: ur, de"
    assert did_you_mean("zzz", []) == ""
    assert did_you_mean("zzz", [f"name-{n}" for n in range(50)]).endswith("…")
