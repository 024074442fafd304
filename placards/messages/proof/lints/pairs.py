"""Brackets and quotes that open and do not close, or close and were never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.problems.diagnostic import Severity

_BRACKETS = {
    ")": "(",
    "]": "[",
    "}": "{",
    "）": "（",
    "］": "［",
    "】": "【",
    "〕": "〔",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "﴿": "﴾",
    "༽": "༼",
}

#: Marks of which languages make pairs in many ways („…“, “…”, ”…”, »…«): there must be an even number of each group.
_QUOTES = ('"“”„‟＂', "«»", "‹›")

#: A list's own number, such as “2)” or “б)”, which opens nothing.
_NUMBER = re.compile(r"(?:^|(?<=[\s;:,.]))\w{1,4}\)", re.MULTILINE)


@lint("brackets", "A bracket that stands alone looks like a misprint, and is one.")
def brackets(text: str, language: str, source: str) -> Iterator[Finding]:
    """Brackets without their partner."""
    opened: list[str] = []
    for char in _NUMBER.sub("", text) if text.count(")") > text.count("(") else text:
        if char in _BRACKETS.values():
            opened.append(char)
        elif char in _BRACKETS:
            if not opened or opened[-1] != _BRACKETS[char]:
                yield _alone("brackets", char, "closes nothing", Severity.ERROR)
                return
            opened.pop()
    if opened:
        yield _alone("brackets", opened[-1], "is never closed", Severity.ERROR)


@lint("quotes", "Quotation marks come in pairs.")
def quotes(text: str, language: str, source: str) -> Iterator[Finding]:
    """Double quotation marks of which one is missing."""
    for group in _QUOTES:
        found = [char for char in text if char in group]
        if len(found) % 2:
            yield _alone("quotes", found[-1], "has no partner", Severity.WARNING)


def _alone(rule: str, char: str, what: str, severity: Severity) -> Finding:
    return Finding(severity, rule, f"“{char}” {what}", "Write both or none")
