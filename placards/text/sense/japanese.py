"""Japanese text is cut into phrases by BudouX (Apache 2.0, a small model of machine learning by Google)."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

import budoux


@lru_cache(maxsize=1)
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


@lru_cache(maxsize=256)
def phrase_ends(text: str) -> frozenset[int]:
    """The index after each phrase of a text without line ends."""
    return frozenset(accumulate(map(len, _parser().parse(text))))
