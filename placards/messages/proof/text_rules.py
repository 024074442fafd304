"""The text of a message becomes a list of what is wrong with its characters, whatever the language."""

from __future__ import annotations

from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.characters import bidi_controls, controls, presentation_forms
from placards.messages.proof.lints.form import emphasis, normal_form, outer_space, too_long
from placards.messages.proof.lints.placeholders import placeholders
from placards.problems.diagnostic import Severity

#: The rules that hold for sources and translations in every language; "placards catalog check" knows many more.
_BASIC = (outer_space, too_long, normal_form, bidi_controls, controls, presentation_forms, emphasis)


def text_findings(text: str) -> Iterator[Finding]:
    """What is wrong with a text by itself, whatever it says."""
    for rule in _BASIC:
        yield from rule(text, "und", text)


def placeholder_findings(source: str, text: str) -> Iterator[Finding]:
    """Placeholders such as ``{city}`` that the translation lost or added."""
    return placeholders(text, "und", source)


def turn_findings(source: str, text: str) -> Iterator[Finding]:
    """Turns of a call and response that the translation lost or added: then nobody knows who says what."""
    wanted, got = len(source.splitlines()), len(text.strip().splitlines())
    if wanted != got:
        yield Finding(
            Severity.ERROR,
            "turns",
            f"a call and response of {wanted} lines has {got} here",
            "Write each turn on a line of its own, in the order of the source",
        )


__all__ = ["Finding", "placeholder_findings", "text_findings", "turn_findings"]
