"""Spanish questions and exclamations, which open with ¿ and ¡; Catalan's l·l."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, place, replaced
from placards.problems.diagnostic import Severity

_OPENERS = {"?": "¿", "!": "¡"}
_SENTENCE = re.compile(r"[^.!?…]*(?:[.…]|[!?]+|$)[»”\")]*", re.DOTALL)
_CLOSER = re.compile(r"(?<=[\w»”\")…%’])[!?]+(?!\w)")
_PART = re.compile(r"[,;:—–\n]")


@lint("spanish-opener", "Spanish opens a question with ¿ and an exclamation with ¡, where the voice begins to rise.")
def spanish_openers(text: str, language: str, source: str) -> Iterator[Finding]:
    """Questions and exclamations that nobody opens, or nobody closes."""
    if not is_one_of(language, {"es", "ast"}, "Latn"):
        return
    closers = list(_CLOSER.finditer(text))
    fixed, first, sure, awaited = [], None, True, False
    for match in _SENTENCE.finditer(text):
        sentence = match[0]
        closer = next((c for c in closers if match.start() < c.start() < match.end()), None)
        opened = any(mark in sentence for mark in _OPENERS.values())
        if closer and not opened and not awaited:
            first = match if first is None else first
            sure = sure and not _PART.search(sentence.strip())
            start = len(sentence) - len(sentence.lstrip(' \n«“"('))
            sentence = sentence[:start] + _OPENERS[closer[0][-1]] + sentence[start:]
        awaited = (opened or awaited) and not closer  # a question may hold three dots, or an abbreviation
        fixed.append(sentence)
    if first is not None:
        end = first.start() + len(first[0].rstrip())
        problem = f"“{place(text, end - 1, end)}” was never opened"
        remedy = "Write ¿ or ¡ where the question or the exclamation begins"
        yield Finding(Severity.ERROR, "spanish-opener", problem, remedy, "".join(fixed) if sure else None)
    for closing, opening in _OPENERS.items():
        if opening in text and closing not in text and not any(c in text for c in _OPENERS):
            problem = f"{opening} opens what is never closed"
            yield Finding(Severity.ERROR, "spanish-opener", problem, f"Write {closing} at the end")


_GEMINATE = re.compile(r"(?<=[^\W\d_])(?:l[.•‧∙⋅]l|ŀl|ŀ·l)(?=[^\W\d_])|(?<=[^\W\d_])(?:L[.•‧∙⋅]L|ĿL)(?=[^\W\d_])")


@lint("catalan-l", "Catalan's double l has a raised dot between, the character ·.")
def catalan_geminate(text: str, language: str, source: str) -> Iterator[Finding]:
    """L.l with a full stop or a bullet, and the old character ŀ."""
    if is_one_of(language, {"ca"}, "Latn"):
        problem = "has not the raised dot between its two l"
        yield from replaced(
            "catalan-l",
            Severity.ERROR,
            text,
            _GEMINATE,
            lambda m: "L·L" if m[0][0] in "LĿ" else "l·l",
            problem,
            "Write l·l",
        )
