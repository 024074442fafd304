"""A frozen dataclass of our own is what `dataclasses` makes of the same class."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pytest

from placards import frozen


def classes(make: Callable[..., Any]) -> dict[str, Any]:
    """The same classes by one decorator or the other."""

    @make(frozen=True, slots=True)
    class Simple:
        """Some values."""

        kind: ClassVar[str] = "simple"
        a: int
        b: str = "b"
        c: list[int] = dataclasses.field(default_factory=list)
        d: float = dataclasses.field(default=1.0, repr=False)
        e: Mapping[str, int] = dataclasses.field(default_factory=dict, compare=False)

        @property
        def double(self) -> int:
            return 2 * self.a

    @make(frozen=True, slots=True)
    class One:
        """One value."""

        only: str

    @make(frozen=True, slots=True)
    class Nothing:
        """None."""

    @make(frozen=True)
    class Open:
        """Without slots."""

        a: int = 1
        b: tuple[int, ...] = ()
        c: dict[str, int] = dataclasses.field(default_factory=dict, compare=False)

    @make(frozen=True, kw_only=True)
    class Below(Open):
        """A base's fields first."""

        b: tuple[int, ...] = (2,)
        d: str

        def __repr__(self) -> str:
            return "its own words"

    @make(frozen=True, slots=True)
    class Under(One):
        """A slotted class below a slotted class."""

        more: int = 0

    return {c.__name__: c for c in (Simple, One, Nothing, Open, Below, Under)}


OURS, THEIRS = classes(frozen.dataclass), classes(dataclasses.dataclass)

CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Simple", (1,), {}),
    ("Simple", (1, "x", [3]), {"e": {"k": 1}}),
    ("Simple", (), {"a": 1, "d": 2.0}),
    ("One", ("text",), {}),
    ("Nothing", (), {}),
    ("Open", (), {}),
    ("Open", (3,), {"b": (1,)}),
    ("Below", (), {"d": "x"}),
    ("Below", (7,), {"d": "x", "b": ()}),
    ("Under", ("x", 2), {}),
]


@pytest.mark.parametrize(("name", "args", "keys"), CALLS)
def test_the_same_values(name: str, args: tuple[Any, ...], keys: dict[str, Any]) -> None:
    try:
        theirs = THEIRS[name](*args, **keys)
    except TypeError:
        with pytest.raises(TypeError):
            OURS[name](*args, **keys)
        return
    ours = OURS[name](*args, **keys)
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs)
    assert ours == OURS[name](*args, **keys)
    assert ours == copy.copy(ours)
    assert ours != theirs
    assert type(ours).__match_args__ == type(theirs).__match_args__
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__")


@pytest.mark.parametrize("name", OURS)
def test_the_same_fields_and_signature(name: str) -> None:
    def told(kind: Any) -> list[tuple[Any, ...]]:
        return [
            (f.name, f.type, f.default, f.default_factory, f.repr, f.compare, f.hash, f.kw_only)
            for f in dataclasses.fields(kind)
        ]

    assert told(OURS[name]) == told(THEIRS[name])
    assert str(inspect.signature(OURS[name])) == str(inspect.signature(THEIRS[name]))
    assert OURS[name].__doc__ == THEIRS[name].__doc__
    assert OURS[name].__qualname__ == THEIRS[name].__qualname__
    assert dataclasses.is_dataclass(OURS[name])


def test_hash_is_of_what_is_compared() -> None:
    one, other = OURS["Open"](1, (2,), {"x": 1}), OURS["Open"](1, (2,), {"y": 1})
    assert one == other
    assert hash(one) == hash(other)
    assert hash(one) == hash(THEIRS["Open"](1, (2,)))
    assert hash(OURS["One"]("x")) == hash(THEIRS["One"]("x"))
    with pytest.raises(TypeError, match="unhashable"):
        hash(OURS["Simple"](1))


def test_nothing_changes() -> None:
    for value in (OURS["One"]("x"), OURS["Open"]()):
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.only = 1
        with pytest.raises(dataclasses.FrozenInstanceError):
            del value.only
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(OURS["One"]("x"), "other", 1)


def test_replace() -> None:
    changed = dataclasses.replace(OURS["Simple"](1, "x"), a=2)
    assert (changed.a, changed.b, changed.double) == (2, "x", 4)
    with pytest.raises(TypeError):
        dataclasses.replace(changed, z=1)


def test_defaults_of_factories_are_made_anew() -> None:
    assert OURS["Simple"](1).c is not OURS["Simple"](1).c
    assert OURS["Open"].a == 1
    assert not hasattr(OURS["Open"], "c")


@frozen.dataclass(frozen=True, slots=True)
class Sent:
    """A value that travels."""

    a: int
    b: tuple[str, ...] = ()


@frozen.dataclass(frozen=True)
class Checked:
    """Looks at itself."""

    a: int

    def __post_init__(self) -> None:
        if self.a < 0:
            raise ValueError("below zero")


def test_pickling_and_patterns() -> None:
    assert pickle.loads(pickle.dumps(Sent(1, ("x",)))) == Sent(1, ("x",))
    match Sent(1, ("x",)):
        case Sent(1, (word,)):
            assert word == "x"
        case _:
            pytest.fail("no match")


def test_what_is_not_plainly_frozen_is_left_to_dataclasses() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Checked(-1)

    @frozen.dataclass
    class Changing:
        a: int = 1

    changing = Changing()
    changing.a = 2
    assert changing == Changing(2)
    with pytest.raises(ValueError, match="mutable default"):

        @frozen.dataclass(frozen=True, slots=True)
        class Wrong:
            a: list[int] = []  # noqa: RUF012 - that is the point

    with pytest.raises(TypeError, match="non-default argument 'b' follows default argument"):

        @frozen.dataclass(frozen=True, slots=True)
        class Disordered:
            a: int = 1
            b: str  # type: ignore[misc]  # that is the point


@pytest.mark.parametrize("options", [{}, {"slots": True}, {"eq": False}, {"slots": True, "eq": False}])
def test_what_may_change(options: dict[str, bool]) -> None:
    def made(make: Callable[..., Any]) -> Any:
        @make(**options)
        class Changing:
            """Whose values change."""

            a: int
            b: list[int] = dataclasses.field(default_factory=list)

        return Changing

    ours, theirs = made(frozen.dataclass), made(dataclasses.dataclass)
    one = ours(1)
    one.a = 2
    assert repr(one) == repr(theirs(2))
    assert dataclasses.asdict(one) == {"a": 2, "b": []}
    assert (one == ours(2)) is (theirs(2) == theirs(2))
    assert (ours.__hash__ is None) is (theirs.__hash__ is None)
    assert copy.copy(one).a == 2
    params = ("eq", "frozen")
    assert [getattr(ours.__dataclass_params__, n) for n in params] == [
        getattr(theirs.__dataclass_params__, n) for n in params
    ]


@pytest.mark.parametrize("slots", [True, False])
def test_more_may_be_done_when_the_values_are_set(slots: bool) -> None:
    @frozen.dataclass(slots=slots)
    class Counted:
        a: list[int] = dataclasses.field(default_factory=list)

        def __post_init__(self) -> None:
            self.a.append(len(self.a))

    assert (Counted().a, Counted([5, 5]).a) == ([0], [5, 5, 2])
    assert str(inspect.signature(Counted)) == "(a: 'list[int]' = <factory>) -> None"


def test_a_constructor_is_compiled_when_it_is_first_asked_for() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Late:
        a: int

    class Below(Late):
        """Has no constructor of its own."""

    assert not callable(Late.__dict__["__init__"])
    assert Below(3).a == Late(3).a == 3
    assert callable(Late.__dict__["__init__"])
