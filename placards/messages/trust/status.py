"""What is known about a message becomes one word, its status, and an order of trust."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """How a message came about.

    The words are a contract: manifests and ``--json`` show them. Trust is a number with room between the steps, so
    that later words find their place without moving the others.
    """

    MISSING = "missing"  # nobody has translated it; the text shown is the pack's
    FUZZY = "fuzzy"  # a draft, or made for a source text that has been edited since
    TRANSLATED = "translated"
    APPROVED = "approved"  # a named person has read exactly this text
    OFFICIAL = "official"  # the published translation of an authority, word for word
    SOURCE = "source"  # the pack's own words

    @property
    def trust(self) -> int:
        """From 0 (no message) to 100 (the pack's own words)."""
        return _TRUST[self]

    def at_least(self, other: Status) -> bool:
        """Whether a message of this status may stand where *other* is asked for."""
        return self.trust >= other.trust

    @property
    def described(self) -> str:
        """The status in words that leave no doubt, for an artefact's metadata."""
        return _DESCRIBED.get(self, self.value)


_TRUST = {
    Status.MISSING: 0,
    Status.FUZZY: 20,
    Status.TRANSLATED: 40,
    Status.APPROVED: 60,
    Status.OFFICIAL: 80,
    Status.SOURCE: 100,
}

_DESCRIBED = {
    Status.FUZZY: "draft, not checked",
    Status.TRANSLATED: "translated, not approved",
    Status.OFFICIAL: "official translation",
}


def status_summary(statuses: Iterable[tuple[str, str, str]]) -> str:
    """(slogan, language, status) of all messages as one line, the least trusted of each language: ``en: source; ar:
    translated, not approved``."""
    least: dict[str, Status] = {}
    for _, language, word in statuses:
        status = Status(word)
        least[language] = min(least.get(language, status), status, key=lambda s: s.trust)
    return "; ".join(f"{language}: {status.described}" for language, status in least.items())
