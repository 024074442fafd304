"""A language's file becomes its table: which words cling to their neighbours, and what stays together.

A file ``tables/<language>.txt`` has lines ``kind [price]: words``; ``#`` begins a comment, the first of which names the
source of the word classes. Kinds:

``next``      words that cling to the word after them: prepositions, articles, negations, conjunctions
``previous``  words that cling to the word before them: postpositions, particles, clitics, light verbs
``begins``    words before which a phrase begins, a good place to break
``ends``      words after which a phrase ends
``whole``     words that stay together, joined by ``_``; in languages without spaces between words, the string
``hyphen``    signs behind which a word never parts, where compounds are spelled with them
``fought``    words for what messages are against: no sheet shouts "war"; with ``*``, all words that begin so

The kinds are those of the closed classes of Universal Dependencies (ADP, DET, AUX, PART, CCONJ, SCONJ, PRON).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from placards.frozen import dataclass

#: Prices of a break, from 0 (end of a clause) to 1 (inside a word).
CLAUSE, PHRASE, WORD, CLINGS, WHOLE = 0.03, 0.15, 0.3, 0.6, 0.85

#: From this price on a word is no line by itself; pronouns and modifiers, which cling less, may be.
_MIGHT = 0.55

_FOLDER = Path(__file__).with_name("tables")

_KINDS = {"next": CLINGS, "previous": CLINGS, "begins": PHRASE, "ends": PHRASE, "whole": WHOLE, "hyphen": WHOLE,
          "fought": WORD}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """The words of a language by what they do to a break beside them. All are in lower case."""

    next: dict[str, float]
    previous: dict[str, float]
    begins: dict[str, float]
    ends: dict[str, float]
    whole: dict[str, float]
    hyphen: dict[str, float]
    fought: dict[str, float]

    @property
    def function_words(self) -> frozenset[str]:
        """The words that are no line by themselves: those that cling to a neighbour with all their might."""
        return frozenset(
            word for words in (self.next, self.previous) for word, price in words.items() if price >= _MIGHT
        )


#: What is known of a language without a file.
EMPTY = Table({}, {}, {}, {}, {}, {}, {})


@lru_cache(maxsize=128)
def table_of(language: str) -> Table:
    """The table of a BCP 47 tag: its own, else its language's; empty where there is none."""
    path = table_path(language)
    return EMPTY if path is None else read_table(path.read_text(encoding="utf-8"), str(path))


def table_path(language: str) -> Path | None:
    """The file of the longest beginning of a tag that has one: ``pa-Arab-PK`` → ``pa-Arab.txt``, then ``pa.txt``."""
    parts = language.split("-")
    names = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((path for name in names if name and (path := _FOLDER / f"{name}.txt").is_file()), None)


def tables() -> Iterator[tuple[str, Path]]:
    """All languages with a table, and its file."""
    for path in sorted(_FOLDER.glob("*.txt")):
        if not path.name.endswith(".words.txt"):
            yield path.stem, path


def read_table(text: str, name: str) -> Table:
    """The table that a file holds; raises ValueError with *name* and line for what is none."""
    found: dict[str, dict[str, float]] = {kind: {} for kind in _KINDS}
    for number, line in enumerate(text.splitlines(), 1):
        head, colon, words = line.partition("#")[0].partition(":")
        if not head.strip() and not words.strip():
            continue
        kind, *price = head.split()
        if not colon or kind not in _KINDS or len(price) > 1:
            raise ValueError(f"{name}:{number}: “{line}” is no line of a table; write “kind [price]: words”")
        cost = float(price[0]) if price else _KINDS[kind]
        if not 0 <= cost <= 1:
            raise ValueError(f"{name}:{number}: the price {cost} is not between 0 and 1")
        found[kind].update({word.casefold(): cost for word in words.split()})
    return Table(**found)
