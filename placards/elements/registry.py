"""Classes of elements become the kinds that a layout.toml may name, found by themselves."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar, get_args

from placards.elements.base import Element

K = TypeVar("K", bound=type[Element])

_KINDS: dict[str, type[Element]] = {}
_FOUND: list[str] = []  # the modules of this package, once they were imported


def element(kind: K) -> K:
    """Register a class of elements under the name that its ``type`` allows."""
    for name in _names(kind):
        other = _KINDS.get(name)
        if other is not None and (other.__module__, other.__qualname__) != (kind.__module__, kind.__qualname__):
            raise ValueError(f"two kinds of elements are called {name}")
        _KINDS[name] = kind
    return kind


def _names(kind: type[Element]) -> tuple[str, ...]:
    """What a class says of its ``type``; raises ValueError. An annotation is a text where annotations are deferred."""
    written = (base.__annotations__ for base in kind.__mro__ if base is not object)
    annotation = next(annotations["type"] for annotations in written if "type" in annotations)
    text = annotation if isinstance(annotation, str) else ""
    names = tuple(re.findall(r"""["']([^"']+)["']""", text)) if "Literal[" in text else get_args(annotation)
    if not names or not all(isinstance(name, str) for name in names):
        raise ValueError(f'{kind.__name__}: type is no Literal["…"]')
    return names


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
