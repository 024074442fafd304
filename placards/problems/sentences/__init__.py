"""Codes become sentences: every problem that the program can name, and what to do about it, by area.

A module of this package holds ``SENTENCES`` (code → Sentence) and ``REMEDIES`` (code → clause) for one area; the code
begins with the area's noun (``font-damaged``, ``size-unknown``). The English text is the msgid for translators.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from typing import Any

from placards.problems.sentence import Sentence


@lru_cache(maxsize=1)
def sentences() -> dict[str, Sentence]:
    """All sentences by code."""
    return {code: found for module in _modules() for code, found in module.SENTENCES.items()}


@lru_cache(maxsize=1)
def remedies() -> dict[str, str]:
    """All remedies that several problems share, by code."""
    return {code: found for module in _modules() for code, found in getattr(module, "REMEDIES", {}).items()}


def sentence(code: str) -> Sentence:
    """The sentence of a code; raises KeyError for one that nobody wrote."""
    return sentences()[code]


def remedy(code: str) -> str:
    """The clause of a remedy; raises KeyError for one that nobody wrote."""
    return remedies()[code]


@lru_cache(maxsize=1)
def _modules() -> tuple[Any, ...]:
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)
