"""Rows become a table of aligned columns, as wide as the terminal where there is one."""

from __future__ import annotations

import os
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

#: Between columns.
_GAP = 2

#: What a reader of a pipe gets; a terminal has its own width.
_WIDTH = 200

#: No column is made narrower to fit.
_LEAST = 12


def table(rows: Sequence[dict[str, str]]) -> str:
    """The rows below the names of their columns, without a newline at the end; empty without rows."""
    if not rows:
        return ""
    columns = list(rows[0])
    lines = [columns, *([row[name] for name in columns] for row in rows)]
    widths = [max(_cells(line[number]) for line in lines) for number in range(len(columns))]
    terminal = sys.stdout.isatty()
    _fit(widths, _terminal_width() if terminal else _WIDTH)
    out = [text for line in lines for text in _wrapped(line, widths)]
    if terminal:
        out[0] = f"\x1b[1m{out[0]}\x1b[0m"
    return "\n".join(out)


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return _WIDTH


def _fit(widths: list[int], width: int) -> None:
    """Make the widest columns narrower until the table fits, if it can."""
    while sum(widths) + _GAP * (len(widths) - 1) > width and max(widths) > _LEAST:
        widest = widths.index(max(widths))
        others = max((w for n, w in enumerate(widths) if n != widest), default=0)
        over = sum(widths) + _GAP * (len(widths) - 1) - width
        widths[widest] = max(_LEAST, min(widths[widest] - 1, max(others, widths[widest] - over)))


def _wrapped(line: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [_broken(text, width) for text, width in zip(line, widths, strict=True)]
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        padded = (text + " " * (width - _cells(text)) for text, width in zip(parts, widths, strict=True))
        yield (" " * _GAP).join(padded).rstrip()


def _broken(text: str, width: int) -> list[str]:
    return [text] if _cells(text) <= width else textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in text)
