"""The lengths of one message in all languages become findings: much longer or shorter than the others is suspicious."""

from __future__ import annotations

import math
import statistics
import unicodedata
from collections.abc import Iterator, Mapping

from placards.messages.proof.finding import Finding
from placards.problems.diagnostic import Severity

RULE = "length"
EXPLANATION = "A text much longer or shorter than in other languages often says more, or less, than the source."

#: Languages and slogans with fewer texts say nothing about what is usual.
_ENOUGH = 8
#: How many times longer or shorter than usual is suspicious, and by how many letters at least.
_FACTOR = 2.5
_LETTERS = 12


def length_findings(
    texts: Mapping[str, Mapping[str, str]], sources: Mapping[str, str]
) -> Iterator[tuple[str, str, Finding]]:
    """(language, slogan, finding) for texts by language and slogan. What is usual is the language's own median (Chinese
    is short, Tamil long) and the slogan's (some are said shortly everywhere but in English)."""
    ratios = {
        language: {slogan: math.log(_letters(text) / _letters(sources[slogan])) for slogan, text in own.items()}
        for language, own in texts.items()
    }
    usual = {language: statistics.median(own.values()) for language, own in ratios.items() if len(own) >= _ENOUGH}
    slogans: dict[str, list[float]] = {}
    for language, own in ratios.items():
        for slogan, ratio in own.items() if language in usual else ():
            slogans.setdefault(slogan, []).append(ratio - usual[language])
    for language, slogan, ratio in ((x, s, r) for x in usual for s, r in ratios[x].items()):
        if len(slogans[slogan]) < _ENOUGH:
            continue
        expected = usual[language] + statistics.median(slogans[slogan])
        letters = _letters(texts[language][slogan])
        wanted = _letters(sources[slogan]) * math.exp(expected)
        if abs(ratio - expected) > math.log(_FACTOR) and abs(letters - wanted) > _LETTERS:
            problem = f"the text has {letters} letters, where about {wanted:.0f} are usual"
            yield language, slogan, Finding(Severity.WARNING, RULE, problem, "Look whether it says the same")


def _letters(text: str) -> int:
    """Letters without their marks, so that scripts compare."""
    return max(1, sum(unicodedata.category(char)[0] != "M" for char in text))
