"""An SVG path's data, absolute ``M L H V Q C Z`` only, becomes a Path: what usvg writes, and what art holds."""

from __future__ import annotations

from math import isfinite

from placards.patterns import pattern
from placards.values.geometry import FillRule, Path, Segment

_PART = pattern(r"([MLHVQCZ])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|[\s,]+|(.)")

#: How many numbers a command takes.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6}


def parse_path(data: str, fill_rule: FillRule = "nonzero") -> Path:
    """The outline; quadratic curves are raised to cubic ones, which are the same. Raises ValueError."""
    segments: list[Segment] = []
    command = ""
    numbers: list[float] = []
    x = y = start_x = start_y = 0.0
    for match in _PART.finditer(data):
        letter, number, wrong = match.groups()
        if wrong:
            raise ValueError(f"no path data: {wrong!r}")
        if letter:
            if numbers or (not segments and letter != "M" and command == ""):
                raise ValueError(f"no path data before {letter}")
            command = letter
            if letter == "Z":
                segments.append(("Z",))
                x, y = start_x, start_y
            continue
        if not number:
            continue
        if command in ("", "Z"):
            raise ValueError("a number without a command")
        numbers.append(float(number))
        if len(numbers) < _TAKES[command]:
            continue
        if not all(map(isfinite, numbers)):
            raise ValueError("a number without an end")
        if command == "M":
            x, y = numbers
            start_x, start_y = x, y
            segments.append(("M", x, y))
            command = "L"
        elif command == "Q":
            px, py, qx, qy = numbers
            segments.append(
                (
                    "C",
                    x + (px - x) * 2 / 3,
                    y + (py - y) * 2 / 3,
                    qx + (px - qx) * 2 / 3,
                    qy + (py - qy) * 2 / 3,
                    qx,
                    qy,
                )
            )
            x, y = qx, qy
        elif command == "C":
            x1, y1, x2, y2, x, y = numbers
            segments.append(("C", x1, y1, x2, y2, x, y))
        else:
            x, y = (
                (numbers[0], y) if command == "H" else (x, numbers[0]) if command == "V" else (numbers[0], numbers[1])
            )
            segments.append(("L", x, y))
        numbers = []
    if numbers:
        raise ValueError("path data ends early")
    return Path(tuple(segments), fill_rule)
