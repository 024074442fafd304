"""Classes of elements become the kinds that a layout.toml may name, found by themselves."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar, get_args

from pydantic.fields import FieldInfo

from placards.elements.base import Element

K = TypeVar("K", bound=type[Element])

_KINDS: dict[str, type[Element]] = {}
_FOUND: list[str] = []  # the modules of this package, once they were imported


def element(kind: K) -> K:
    """Register a class of elements under the name that its ``type`` allows."""
    for name in get_args(_fields(kind)["type"].annotation) or (None,):
        if not isinstance(name, str):
            raise ValueError(f'{kind.__name__}: type is no Literal["…"]')
        other = _KINDS.get(name)
        if other is not None and (other.__module__, other.__qualname__) != (kind.__module__, kind.__qualname__):
            raise ValueError(f"two kinds of elements are called {name}")
        _KINDS[name] = kind
    return kind


def _fields(kind: type[Element]) -> dict[str, FieldInfo]:
    return kind.model_fields


@contextmanager
def registered(kind: type[Element]) -> Iterator[None]:
    """A kind for a while, for tests and for kinds that only one program needs."""
    before = dict(kinds())
    element(kind)
    try:
        yield
    finally:
        _KINDS.clear()
        _KINDS.update(before)


def kinds() -> dict[str, type[Element]]:
    """All kinds by name, sorted."""
    if not _FOUND:
        package = __name__.rpartition(".")[0]
        path = importlib.import_module(package).__path__
        _FOUND.extend(sorted(info.name for info in pkgutil.iter_modules(path)))
        for module in _FOUND:
            importlib.import_module(f"{package}.{module}")
    return dict(sorted(_KINDS.items()))
