"""``--require`` and ``--draft`` become the status that messages must have."""

from __future__ import annotations

from placards.messages.trust.status import Status
from placards.problems.errors import InputError


def required_status(word: str | None, *, draft: bool) -> Status | None:
    """What ``--require`` asks for; raises InputError where ``--draft`` asks for the contrary."""
    if word and draft:
        raise InputError("cli-require-draft")
    return Status(word) if word else None
