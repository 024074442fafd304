"""Lists of longer words: pieces that a dictionary parts, and that together are one word, are put together again.

``words/th.txt.gz``: of PyThaiNLP's words_th (CC0), ``words/zh.txt.gz``: of jieba's dictionary (MIT, Copyright 2013 Sun
Junyi), each as far as ICU parts the word; ``tables/vi.words.txt``: compounds of Vietnamese public speech, our own.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent

#: The longest word of a list has so many pieces.
_LONGEST = 8

#: Languages that share a list.
_SHARED = {"yue": "zh", "wuu": "zh", "gan": "zh", "hak": "zh", "nan": "zh"}


@lru_cache(maxsize=4)
def word_list(language: str) -> frozenset[str]:
    """The long words of a language (primary tag); in languages with spaces between syllables, with those spaces."""
    name = _SHARED.get(language, language)
    packed, plain = _HERE / "words" / f"{name}.txt.gz", _HERE / "tables" / f"{name}.words.txt"
    if packed.is_file():
        return frozenset(gzip.decompress(packed.read_bytes()).decode("utf-8").split("\n"))
    if plain.is_file():
        lines = plain.read_text(encoding="utf-8").splitlines()
        return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))
    return frozenset()


def joined(pieces: Sequence[str], words: frozenset[str], between: str, parted: Collection[int] = ()) -> list[bool]:
    """For each piece but the last, whether it is inside a longer word with the next one: the longest word from the left
    wins; no word goes on behind pieces that are *parted* (by their numbers)."""
    inside = [False] * max(0, len(pieces) - 1)
    first = 0
    while first < len(pieces) - 1:
        stop = next((number + 1 for number in range(first, len(pieces)) if number in parted), len(pieces))
        for count in range(min(_LONGEST, stop - first), 1, -1):
            if between.join(pieces[first : first + count]) in words:
                inside[first : first + count - 1] = [True] * (count - 1)
                first += count - 1
                break
        first += 1
    return inside
