"""The words of one code: what is wrong, what to do, and how much it matters."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.problems.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses without a full stop; ``{name}`` stands for a parameter, ``plural`` for a ``{count}`` other than one."""

    problem: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    plural: str = ""


def warning(problem: str, remedy: str = "", plural: str = "") -> Sentence:
    """Something was made, and somebody should look."""
    return Sentence(problem, remedy, Severity.WARNING, plural)


def note(problem: str, remedy: str = "", plural: str = "") -> Sentence:
    """Good to know."""
    return Sentence(problem, remedy, Severity.NOTE, plural)
