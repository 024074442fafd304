"""A message with marks, ``No one is *free*``, becomes its plain text and the stretches that were marked.

A mark opens before a letter and closes behind one. An asterisk between spaces (``5 * 3``) is an asterisk, and so is one
inside a word of Latin letters (``Kolleg*innen``), and one with a backslash before it anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from placards.patterns import pattern
from placards.problems.errors import TextError

MARK, _ESCAPE = "*", "\\"

#: Whole words between marks.
_WHOLE = pattern(r"(?<![\w\\])\*\w(?:[^*\n]*\w)?\W?\*(?!\w)")


class Marked(NamedTuple):
    """A text without its marks, and what stood between them as (start, end) in code points."""

    text: str
    marked: tuple[tuple[int, int], ...] = ()


def read_marks(text: str) -> Marked:
    """Take the marks out of a text; raises TextError, with the mark's place, for one without its partner and for marks
    around nothing."""
    if MARK not in text:
        return Marked(text)
    out: list[str] = []
    marked: list[tuple[int, int]] = []
    opened: tuple[int, int] | None = None  # where the mark stands in the text, and what it begins in the plain one
    for at, char, is_mark in _characters(text):
        if not is_mark:
            out.append(char)
        elif opened is None:
            opened = at, len(out)
        else:
            if opened[1] == len(out):
                raise TextError("emphasis-empty", number=at + 1, text=_around(text, at))
            marked.append((opened[1], len(out)))
            opened = None
    if opened is not None:
        raise TextError("emphasis-unpaired", number=opened[0] + 1, text=_around(text, opened[0]))
    return Marked("".join(out), tuple(marked))


def without_marks(text: str) -> str:
    """The plain text, for names, lists and single lines, in which a mark may stand without its partner."""
    return "".join([char for _, char, is_mark in _characters(text) if not is_mark]) if MARK in text else text


def count_marks(text: str) -> int:
    """How many stretches of a text are marked; half ones, where marks do not pair, count as one."""
    return (sum(is_mark for _, _, is_mark in _characters(text)) + 1) // 2


def looks_marked(text: str) -> bool:
    """Whether whole words stand between marks, as who writes so means emphasis: ``a *free* press``, and not
    ``Kolleg*innen und Schüler*innen``."""
    return MARK in text and _WHOLE.search(text) is not None


def _characters(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each character of the plain text and each mark, with its index in the text."""
    at, is_open = 0, False
    while at < len(text):
        char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
        if char == _ESCAPE and after == MARK:
            at += 1
            yield at, MARK, False
        else:
            alone = (not before or before.isspace()) and (not after or after.isspace())
            is_mark = char == MARK and not alone and (is_open or not (_is_latin(before) and _is_latin(after)))
            is_open ^= is_mark
            yield at, char, is_mark
        at += 1


def _is_latin(char: str) -> bool:
    return char.isalpha() and (char < "\u0250" or "\u1e00" <= char < "\u1f00")


def _around(text: str, at: int) -> str:
    return " ".join(text[max(at - 12, 0) : at + 16].split())
