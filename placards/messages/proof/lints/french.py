"""French spaces: a mark of two parts stands off its word, by a space at which no line may break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.locale.language import parse_language
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, replaced
from placards.problems.diagnostic import Severity

_ENDS = r"(?=[\s\u00a0\u202f!?»”)…]|$)"
_HIGH = re.compile(rf"(?<=[\w»”)%’…])[ \u2009]?(?=[!?;]{_ENDS})|(?<=[\w»”)%’…])[ \u2009](?=[!?;])")
_COLON = re.compile(rf"(?<=[^\W\d]|[»”)’])[ \u2009\u202f]?(?=:{_ENDS})|(?<=\d)[ \u2009\u202f](?=:)")
_OPENING = re.compile(r"«[ \u2009\n]?(?=[^\s\u00a0\u202f])")
_CLOSING = re.compile(r"(?<=[^\s\u00a0\u202f])[ \u2009\n]?»")

#: Where only the colon and the guillemets have a space (Office québécois de la langue française).
_CANADA = "CA"


@lint(
    "french-space", "French sets ! ? ; : and « » off by a space that does not break, or the mark begins a line alone."
)
def french_spaces(text: str, language: str, source: str) -> Iterator[Finding]:
    """Breaking or missing spaces before French marks and within guillemets."""
    if not is_one_of(language, {"fr"}, "Latn"):
        return
    rule = "french-space"
    if parse_language(language).region == _CANADA:
        tight = re.compile(r"[ \u2009](?=[!?;])")
        problem = "has a space before the mark"
        yield from replaced(rule, Severity.WARNING, text, tight, "", problem, "Take it out, as Canada does")
    else:
        problem = "has no narrow no-break space before the mark"
        yield from replaced(rule, Severity.WARNING, text, _HIGH, "\u202f", problem, "Write U+202F before ! ? ;")
    problem = "has no no-break space before the colon"
    yield from replaced(rule, Severity.WARNING, text, _COLON, "\u00a0", problem, "Write U+00A0 before it")
    problem = "has no no-break space inside the guillemets"
    yield from replaced(rule, Severity.WARNING, text, _OPENING, "«\u00a0", problem, "Write U+00A0 after «")
    yield from replaced(rule, Severity.WARNING, text, _CLOSING, "\u00a0»", problem, "Write U+00A0 before »")
