"""A message becomes the words in it that it is against: from afar, "War" alone says the contrary of "No to war"."""

from __future__ import annotations

from collections.abc import Sequence

from placards.text.breaks import UNSPACED_SCRIPTS
from placards.text.script import resolve_scripts
from placards.text.sense.costs import bare_word
from placards.text.sense.table import table_of


def fought(text: str, language: str, ends: Sequence[int]) -> frozenset[int]:
    """The numbers of the pieces that end there and say what messages of a language (BCP 47) are against."""
    words = table_of(language).fought
    if not words:
        return frozenset()
    whole = frozenset(word for word in words if not word.endswith("*"))
    begun = tuple([word[:-1] for word in words if word.endswith("*")])
    primary = language.split("-")[0]
    pieces = [bare_word(text[start:end], primary) for start, end in zip((0, *ends), ends, strict=False)]
    return frozenset(
        number
        for number, piece in enumerate(pieces)
        if piece in whole or piece.startswith(begun) or (_is_unspaced(piece) and any(word in piece for word in whole))
    )


def _is_unspaced(word: str) -> bool:
    """Whether a piece is of a script that writes no spaces: it may be more than a word."""
    return any(script in UNSPACED_SCRIPTS for script in resolve_scripts(word))
