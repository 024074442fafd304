"""Armenian punctuation and Georgian capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import noticed, replaced, written_in
from placards.problems.diagnostic import Severity

_ARMENIAN = "[\u0531-\u0556\u0561-\u0587]"
_MARKED = "[\u0531-\u0556\u0561-\u0587՛՜՞]"
_COLON = re.compile(rf"(?<={_MARKED}):(?=[\s»]|$)")
_STOP = re.compile(rf"(?<={_ARMENIAN}{{4}})\.$")  # shorter words may be abbreviations
_GRAVE = re.compile(rf"(?<={_MARKED})`")
_ACUTE = re.compile(rf"(?<=[աեէըիոօւուԱԵԷԸԻՈՕ])(?:['´]|(?<!’)’)(?={_ARMENIAN}|[\s,]|$)")
_QUESTION = re.compile(rf"(?<={_MARKED})\?")
_EXCLAMATION = re.compile(rf"(?<={_MARKED})!")


@lint(
    "armenian-mark", "Armenian has marks of its own: ։ ends a sentence, and ՞ ՜ ՛ stand over a vowel, not at the end."
)
def armenian_marks(text: str, language: str, source: str) -> Iterator[Finding]:
    """Latin and typewriter marks in Armenian."""
    if not written_in(language, "Armn"):
        return
    rule = "armenian-mark"
    yield from replaced(rule, Severity.ERROR, text, _COLON, "։", "ends in a Latin colon", "Write ։ (U+0589)")
    yield from replaced(rule, Severity.WARNING, text, _STOP, "։", "ends in a Latin full stop", "Write ։ (U+0589)")
    yield from replaced(rule, Severity.ERROR, text, _GRAVE, "՝", "has a grave accent for the bowt", "Write ՝")
    yield from replaced(rule, Severity.WARNING, text, _ACUTE, "՛", "has an apostrophe for the shesht", "Write ՛")
    problem = "has a Latin question mark"
    yield from noticed(rule, Severity.ERROR, text, _QUESTION, problem, "Write ՞ after the vowel that rises")
    problem = "has a Latin exclamation mark"
    yield from noticed(rule, Severity.WARNING, text, _EXCLAMATION, problem, "Write ՛ or ՜ after the stressed vowel")


_MTAVRULI = re.compile("[\u1c90-\u1cba\u1cbd-\u1cbf]+")


@lint("georgian-capital", "Georgian has no capitals in a sentence; the font's big letters are younger than most fonts.")
def georgian_capitals(text: str, language: str, source: str) -> Iterator[Finding]:
    """Mtavruli letters, which few fonts have and nobody types."""
    if written_in(language, "Geor"):
        problem, remedy = "has Mtavruli letters", "Write Mkhedruli, the ordinary letters"
        yield from replaced(
            "georgian-capital", Severity.WARNING, text, _MTAVRULI, lambda m: m[0].lower(), problem, remedy
        )
