"""A violation gets its weight: must be mended, should be mended, or good to know."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a violation matters."""

    ERROR = "error"  # a message would be wrong or unusable
    WARNING = "warning"  # works, but somebody should look
    NOTE = "note"  # work that is not done yet
