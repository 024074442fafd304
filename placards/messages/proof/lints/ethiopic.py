"""Ethiopic punctuation, which typists make of colons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import noticed, replaced, written_in
from placards.problems.diagnostic import Severity

_LETTER = "[\u1200-\u135f\u1380-\u138f\u2d80-\u2ddf]"
_STOP = re.compile(rf"(?<={_LETTER})(\s?)(?:::|፡፡|፡:|:፡)")
_PREFACE = re.compile(rf"(?<={_LETTER})(?::-|፡-)")
_WORD_SPACE = re.compile(rf"(?<={_LETTER}):(?={_LETTER})")
_COLON = re.compile(rf"(?<={_LETTER}):(?![:\-፡\u1200-\u135f])")
_MARKS = {",": "፣", ";": "፤"}
_LATIN = re.compile(rf"(?<={_LETTER})[,;]")
_DOT = re.compile(rf"(?<={_LETTER}{{2}})\.$")


@lint("ethiopic-mark", "Ethiopic has marks of its own, ። ፣ ፤ ፦; colons in their place fall apart at the end of a line.")
def ethiopic_marks(text: str, language: str, source: str) -> Iterator[Finding]:
    """Colons, doubled word spaces and Latin marks."""
    if not written_in(language, "Ethi"):
        return
    rule = "ethiopic-mark"
    yield from replaced(rule, Severity.ERROR, text, _STOP, r"\1።", "has two marks for a full stop", "Write ።")
    yield from replaced(rule, Severity.ERROR, text, _PREFACE, "፦", "has a colon and a hyphen", "Write ፦")
    yield from replaced(rule, Severity.ERROR, text, _WORD_SPACE, "፡", "has a Latin colon between words", "Write ፡")
    yield from noticed(rule, Severity.WARNING, text, _COLON, "has a Latin colon", "Write ፦, ፡ or ።, as is meant")
    yield from replaced(
        rule, Severity.WARNING, text, _LATIN, lambda m: _MARKS[m[0]], "has a Latin mark", "Write ፣ or ፤"
    )
    yield from replaced(rule, Severity.WARNING, text, _DOT, "።", "ends in a Latin full stop", "Write ።")
