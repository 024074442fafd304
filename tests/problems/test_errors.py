"""Errors are plain sentences, and survive the way home from a worker process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from placards.files.mistakes import InvalidFileError
from placards.problems.errors import FitError, InputError, PlacardsError, Place, UnknownNameError, did_you_mean


def test_sentence() -> None:
    error = InputError("there is no x", remedy="Write one", place=Place(Path("a.toml"), 3, "set[0].x"))
    assert str(error) == "a.toml:3: set[0].x: there is no x. Write one."
    assert error.sentence == "there is no x. Write one."
    assert str(InputError("there is no x.")) == "there is no x."
    assert str(InputError("no", remedy="Did you mean “y”?")) == "no. Did you mean “y”?"


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
    error = kind("a", remedy="b", place=Place(Path("f"), 1, "k"), code="c")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.problem, again.remedy, again.place, again.code) == ("a", "b", error.place, "c")
    assert str(again) == str(error)


def test_at_fills_in_what_is_unknown() -> None:
    assert str(InputError("x").at(Place("f", 1, "k"))) == "f:1: k: x."
    assert str(InputError("x", place=Place(key="own")).at(Place("f", 1, "k"))) == "f:1: own: x."
    assert str(InputError("x", place=Place("g")).at(Place("f", 1, "k"))) == "g: x."


def test_suggestions() -> None:
    assert did_you_mean("urdu", ["ur", "urdo", "de"]).startswith("Did you mean “urdo”")
    assert did_you_mean("zzz", ["ur", "de"]) == "Known: ur, de"
    assert did_you_mean("zzz", []) == ""
    assert did_you_mean("zzz", [f"name-{n}" for n in range(50)]).endswith("…")
