"""A translator comment says where the lines of a message may end: ``# Breaks: Nhân quyền / cho mọi người``.

The comment holds the message's own words with ``/`` between lines that may be, in as many shapes as there are sheets:
lines end at these places, or where the message has a newline, and elsewhere only where nothing else fits. A comment for
words that were edited since says nothing. It is an ordinary comment, which gettext tools keep and may wrap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from placards.patterns import pattern
from placards.values.emphasis import without_marks

BREAKS = "Breaks:"

_COMMENT = pattern(r"Breaks: *(.*?)(?=\s*(?:Caution \(|Original:|Key:|placards: )|\s*$)")


def comment_breaks(comments: Sequence[str], text: str) -> tuple[str, ...]:
    """The lines that an entry's translator comments allow, if they are for this text; else nothing."""
    found = _COMMENT.search(" ".join(" ".join(comments).split()))
    return lines_of(found[1], text) if found else ()


def has_breaks(comments: Sequence[str]) -> bool:
    """Whether there is such a comment, for this text or another."""
    return _COMMENT.search(" ".join(" ".join(comments).split())) is not None


def without_breaks(comments: Sequence[str]) -> list[str]:
    """The comments without those that say how lines break, whatever words they were for."""
    out: list[str] = []
    inside = False
    for comment in comments:
        begins = comment.lstrip().startswith(BREAKS)
        ends = inside and re.match(r"\s*(?:Caution \(|Original:|Key:|placards: )", comment) is not None
        inside = begins or (inside and not ends)
        if not inside:
            out.append(comment)
    return out


def lines_of(marked: str, text: str) -> tuple[str, ...]:
    """The lines of a text that is marked with ``/``; nothing where these are not the text's words."""
    # Where the text has strokes of its own, only those between spaces are marks.
    parts = tuple(part.strip() for part in (f" {marked} ".split(" / ") if "/" in text else marked.split("/")))
    # Who reads a proof sees no marks of emphasis, and need not write them again.
    return parts if all(parts) and _words("".join(parts)) == _words(text) else ()


def _words(text: str) -> str:
    return solid(without_marks(text))


def breaks_comment(lines: Sequence[str]) -> str:
    """The comment, without its ``#``."""
    return f"{BREAKS} {' / '.join(lines)}"


def solid(text: str) -> str:
    """A text but for white space: a comment has one line, and tools wrap it."""
    return "".join(text.split()).replace("\u200b", "")
