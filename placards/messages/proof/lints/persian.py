"""Persian half-spaces: what is one word stands together, joined or not by a zero width non-joiner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, noticed, replaced
from placards.problems.diagnostic import Severity

_NOT_A_LETTER = r"(?![\u0620-\u06d3\u200c])"
_NO_LETTER_BEFORE = r"(?<![\u0620-\u06d3\u200c])"
_ENDING = r"(?:یم|ید|ند|م|ی|د)"

#: می and what is certainly a verb after a space: a word with a personal ending.
_APART = re.compile(rf"{_NO_LETTER_BEFORE}(ن?می)[ \u00a0](?=[\u0620-\u06d3]+{_ENDING}{_NOT_A_LETTER})")

#: Present stems of the commonest verbs, which are no other word's beginning after می.
_STEMS = (
    "خواه|کن|شو|توان|گو|گوی|گیر|ده|مان|بین|ساز|جنگ|میر|باش|خواست|کرد|شد|گفت|گرفت|ماند|رس|کش|شناس|ایست|نویس|خوان|آی|ای|رو"
    "|زن|خور|دار|بر|دان"
)
_JOINED = re.compile(
    rf"{_NO_LETTER_BEFORE}(ن?می)(?=(?:{_STEMS})(?:یم|ید|ند|م|د){_NOT_A_LETTER}|(?:کرد|شد|گفت|گرفت|خواست){_NOT_A_LETTER})"
)

#: Plural ها with its endings, after a space.
_PLURAL = re.compile(r"(?<=[\u0620-\u06d3])[ \u00a0](?=ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان)?(?![\u0620-\u06d3\u200c]))")
_SUPERLATIVE = re.compile(rf"(?<=[\u0620-\u06d3])[ \u00a0](?=ترین{_NOT_A_LETTER})")
_EZAFE = re.compile(rf"(?<=[\u0620-\u06d3])ه[ \u00a0]ی{_NOT_A_LETTER}")

#: Letters that never join to the next one: a non-joiner after them does nothing.
_UNJOINED = "اآأإدذرزژو"


@lint(
    "persian-half-space", "می, نمی, ها and ترین belong to their word: a non-joiner holds them, a space lets them fall."
)
def half_spaces(text: str, language: str, source: str) -> Iterator[Finding]:
    """Prefix می and endings that stand alone, or run into their word."""
    if not is_one_of(language, {"fa", "prs"}, "Arab"):
        return
    rule, remedy = "persian-half-space", "Write a zero width non-joiner (half-space)"
    apart = "has می apart from its verb"
    yield from replaced(rule, Severity.WARNING, text, _APART, "\\1\u200c", apart, remedy)
    joined = "has می run into its verb"
    yield from replaced(rule, Severity.WARNING, text, _JOINED, "\\1\u200c", joined, remedy)
    for pattern, what in ((_PLURAL, "ها"), (_SUPERLATIVE, "ترین")):
        problem = f"has {what} apart from its word"
        yield from replaced(
            rule,
            Severity.WARNING,
            text,
            pattern,
            lambda m: "" if m.string[m.start() - 1] in _UNJOINED else "\u200c",
            problem,
            remedy,
        )
    problem = "has the ezafe ی apart from its word"
    yield from noticed(rule, Severity.WARNING, text, _EZAFE, problem, "Write هٔ, or ه‌ی with a non-joiner")
