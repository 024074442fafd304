"""Unicode's Vertical_Orientation becomes ``placards/text/orientation_table.py``.

``python tools/vertical_orientation.py VerticalOrientation.txt``: the file of the Unicode Character Database, which
Debian's package unicode-data has in /usr/share/unicode. A test compares the module with the file.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

MODULE = Path(__file__).resolve().parents[1] / "placards" / "text" / "orientation_table.py"

HEAD = '''"""A character becomes its Vertical_Orientation (UAX #50), as Unicode {version} has it.

Made by tools/vertical_orientation.py out of VerticalOrientation.txt; do not edit.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Literal, TypeAlias, cast

#: Upright, rotated, or transformed typographically: by a glyph of its own, else upright or rotated.
Orientation: TypeAlias = Literal["U", "R", "Tu", "Tr"]

#: Where each range begins, and what it has.
_RANGES = (
'''

TAIL = """)


def vertical_orientation(char: str) -> Orientation:
    \"\"\"How a character stands in a vertical line.\"\"\"
    starts, values = _table()
    return values[bisect_right(starts, ord(char)) - 1]


@lru_cache(maxsize=1)
def _table() -> tuple[list[int], list[Orientation]]:
    words = "".join(_RANGES).split()
    return [int(start, 16) for start in words[::2]], cast("list[Orientation]", words[1::2])
"""

_NAMES = {"Rotated": "R", "Upright": "U"}
_LINE = re.compile(r"(?:# @missing: )?([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)")


def orientations(source: str) -> list[str]:
    """The property of each code point."""
    out = ["R"] * 0x110000
    for found in map(_LINE.match, source.splitlines()):
        if found:
            low, high = int(found[1], 16), int(found[2] or found[1], 16)
            out[low : high + 1] = [_NAMES.get(found[3], found[3])] * (high + 1 - low)
    return out


def ranges(values: list[str]) -> Iterator[str]:
    """``start value`` wherever the value changes."""
    for code, value in enumerate(values):
        if code == 0 or value != values[code - 1]:
            yield f"{code:x} {value}"


def module(source: str) -> str:
    """The text of the module."""
    version = source.split("-", 1)[1].split(".txt", 1)[0]
    rows = textwrap.wrap(" ".join(ranges(orientations(source))), 110)
    return HEAD.format(version=version) + "".join(f'    "{row} "\n' for row in rows) + TAIL


if __name__ == "__main__":
    MODULE.write_text(module(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")
