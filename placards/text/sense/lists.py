"""Lists of longer words: pieces that a dictionary parts, and that together are one word, are put together again.

``words/th.txt.gz``: of PyThaiNLP's words_th (CC0), ``words/zh.txt.gz``: of jieba's dictionary (MIT, Copyright 2013 Sun
Junyi), each as far as ICU parts the word; ``tables/vi.words.txt``: compounds of Vietnamese public speech, our own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent

#: The longest word of a list has so many pieces.
_LONGEST = 8

#: The languages that have a list, and its file.
_LISTS = {
    "th": _HERE / "words" / "th.txt.gz",
    "zh": _HERE / "words" / "zh.txt.gz",
    "vi": _HERE / "tables" / "vi.words.txt",
}

#: Languages that share a list.
_SHARED = {"yue": "zh", "wuu": "zh", "gan": "zh", "hak": "zh", "nan": "zh"}


def word_list(language: str) -> frozenset[str]:
    """The long words of a language (primary tag); in languages with spaces between syllables, with those spaces. Empty
    for most."""
    path = _LISTS.get(_SHARED.get(language, language))
    return frozenset() if path is None else _read(path)


@lru_cache(maxsize=len(_LISTS))
def _read(path: Path) -> frozenset[str]:
    if path.suffix == ".gz":
        import gzip  # two languages need it

        return frozenset(gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"))
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))


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
