"""Punctuation of the Arabic script, which looks to the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, replaced, written_in
from placards.problems.diagnostic import Severity

_MARKS = {",": "،", ";": "؛", "?": "؟"}
_LETTER = "\u0620-\u06d3\u06d5-\u06ff\u0700-\u07bf\u08a0-\u08ff\u064b-\u065f"

#: After a letter of these scripts, or before one; digits and Latin words keep their own marks.
_ASCII = re.compile(
    rf"(?<=[{_LETTER}»”\")]),|(?<=[{_LETTER}»”\")]);|(?<=[{_LETTER}»”\")])\?(?![\w{_LETTER}])|,(?=\s*[{_LETTER}])"
)
_SPACED = re.compile(rf"(?<=[{_LETTER}])[ \u00a0\u202f]+(?=[،؛؟۔])")
_LATIN_STOP = re.compile(rf"(?<=[{_LETTER}])\.(?=[\s»”\")]|$)(?!\.)")


@lint("arabic-punctuation", "Arabic script has its own comma, semicolon and question mark: ، ؛ ؟.")
def arabic_punctuation(text: str, language: str, source: str) -> Iterator[Finding]:
    """ASCII comma, semicolon and question mark in Arabic script, Syriac and Thaana."""
    if written_in(language, "Arab", "Aran", "Syrc", "Thaa"):
        # Syriac and Divehi prints differ; in Arabic script there is no doubt.
        severity = Severity.ERROR if written_in(language, "Arab", "Aran") else Severity.NOTE
        problem, remedy = "has a Latin mark", "Write ، ؛ ؟"
        yield from replaced("arabic-punctuation", severity, text, _ASCII, lambda m: _MARKS[m[0]], problem, remedy)


@lint("arabic-mark-space", "A mark follows its word without a space: after a space it may begin the next line.")
def spaced_marks(text: str, language: str, source: str) -> Iterator[Finding]:
    """Space before ، ؛ ؟ ۔ in Arabic script."""
    if written_in(language, "Arab", "Aran"):
        problem = "has a space before a mark"
        yield from replaced("arabic-mark-space", Severity.WARNING, text, _SPACED, "", problem, "Take the space out")


@lint("urdu-stop", "Urdu ends a sentence with ۔, a dash on the line, not with a dot.")
def urdu_stop(text: str, language: str, source: str) -> Iterator[Finding]:
    """Latin full stops in Urdu."""
    if is_one_of(language, {"ur"}, "Arab", "Aran"):
        problem = "ends with a Latin dot"
        yield from replaced("urdu-stop", Severity.WARNING, text, _LATIN_STOP, "۔", problem, "Write ۔")
