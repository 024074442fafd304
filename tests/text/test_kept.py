"""What is remembered is bounded, and belongs to somebody."""

from __future__ import annotations

import copy
import functools
import importlib
import pickle
import pkgutil

import pytest

import placards.layout
import placards.text
from placards.layout.fit import prepare_message
from placards.text.fontset import FontSet, shipped_fonts
from placards.text.kept import Kept
from placards.text.shape import TextStyle


def test_the_least_used_goes_first() -> None:
    kept: Kept[str, int] = Kept(2)
    made: list[str] = []

    def get(key: str) -> int:
        return kept.get(key, lambda: made.append(key) or len(made))  # type: ignore[func-returns-value]

    assert [get(key) for key in "abacab"] == [1, 2, 1, 3, 1, 4]
    assert made == ["a", "b", "c", "b"]
    assert len(kept) == 2


def test_entries_may_weigh_more_than_one() -> None:
    kept: Kept[str, str] = Kept(10)
    for key in "abc":
        assert kept.get(key, lambda k=key: k, weight=4) == key  # type: ignore[misc]
    assert (len(kept), kept.weight) == (2, 8)
    assert kept.get("large", lambda: "large", weight=11) == "large"
    assert (len(kept), kept.weight) == (2, 8)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda kept: pickle.loads(pickle.dumps(kept))])
def test_a_copy_is_empty(copied: object) -> None:
    kept: Kept[str, int] = Kept(5)
    kept.get("a", lambda: 1)
    twin = copied(kept)  # type: ignore[operator]
    assert (twin.limit, len(twin), twin.weight) == (5, 0, 0)


def test_a_message_is_prepared_once_for_all_sizes() -> None:
    fonts = FontSet(shipped_fonts().families, shipped_fonts().preferences)
    style = TextStyle("en")
    message = prepare_message("Peace now", style, fonts)
    assert prepare_message("Peace now", style, fonts) is message
    assert message.table(message.ends, "left") is message.table(message.ends, "left")
    assert message.table(message.ends, "left") is not message.table(message.ends, "right")
    assert prepare_message("Peace now", style, shipped_fonts()) is not message


def test_what_fonts_remember_of_texts_is_bounded() -> None:  # defects.md 30
    fonts = FontSet(shipped_fonts().families, shipped_fonts().preferences)
    for number in range(400):
        prepare_message("e\u0301" * 200 + str(number), TextStyle("en"), fonts)
    assert fonts.shaping.messages.weight <= fonts.shaping.messages.limit
    assert fonts.shaping.supported.weight <= fonts.shaping.supported.limit


@pytest.mark.parametrize("package", [placards.text, placards.layout])
def test_no_module_keeps_texts_without_bound(package: object) -> None:  # defects.md 30
    for info in pkgutil.iter_modules(package.__path__):  # type: ignore[attr-defined]
        module = importlib.import_module(f"{package.__name__}.{info.name}")  # type: ignore[attr-defined]
        for name, value in vars(module).items():
            if isinstance(value, functools._lru_cache_wrapper) and info.name not in ("font", "fontset"):
                assert value.cache_parameters()["maxsize"] is not None, name
            assert not (isinstance(value, dict) and not value and name.startswith("_") and not name.startswith("__")), (
                name
            )
