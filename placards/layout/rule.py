"""What a slot allows, and how much size may be given up for lines that read better."""

from __future__ import annotations

from typing import TypeAlias

from placards.frozen import dataclass

#: Size that may be given up for better balanced lines.
BALANCE_TOLERANCE = 0.005

Lines: TypeAlias = tuple[tuple[int, int], ...]  # (first piece, last piece) of each line


@dataclass(frozen=True, slots=True)
class FitRule:
    """What a slot allows. Sizes in points per em."""

    min_size: float = 6.0
    max_size: float = float("inf")
    max_lines: int = 12
    align: str = "center"  # left, right, center: where the lines of the slot line up
    leading: float = 1.0  # factor on the leading that the ink asks for


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot in its text's own directions: *along* the lines and *across* them, in points."""

    along: float
    across: float
    rule: FitRule

    def size(self, along: float, across: float) -> float:
        """The size at which something of these measures (em) fits exactly."""
        size = self.rule.max_size
        if along > 0:
            size = min(size, self.along / along)
        if across > 0:
            size = min(size, self.across / across)
        return size
