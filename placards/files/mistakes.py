"""The mistakes that were found in a file become one exception, which names them all."""

from __future__ import annotations

from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError, PlacardsError


class InvalidFileError(InputError):
    """A file with one or more mistakes, all in ``diagnostics``."""

    code = "invalid-file"


def raise_found(found: Diagnostics, kind: type[PlacardsError] = InvalidFileError) -> None:
    """One exception for all errors in *found*; nothing where there are none."""
    if found.errors:
        first, *others = found.errors
        raise kind(first, also=others)
