"""What a rule says of a text: one finding, with its weight, its remedy, and the mended text where that is safe."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.problems.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a text."""

    severity: Severity
    rule: str
    problem: str
    remedy: str
    fix: str | None = None  # the whole text, mended; None where only a reader can tell what was meant
