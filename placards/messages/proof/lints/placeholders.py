"""What a translation must keep of its source, and what it must not: placeholders, and the source's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.locale.language import script_of
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.source_text import fold_typography
from placards.problems.diagnostic import Severity

_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")


@lint("placeholder", "A word in braces is filled in later; lost or misspelt, the placard shows a hole or the braces.")
def placeholders(text: str, language: str, source: str) -> Iterator[Finding]:
    """Placeholders such as ``{city}`` that the translation lost or added."""
    wanted, found = (set(_PLACEHOLDER.findall(each)) for each in (source, text))
    for name in sorted(wanted - found):
        yield Finding(Severity.ERROR, "placeholder", f"the placeholder {name} is missing", f"Write {name} as it is")
    for name in sorted(found - wanted):
        problem = f"the source text has no placeholder {name}"
        yield Finding(Severity.ERROR, "placeholder", problem, "Take it out or correct it")


@lint("untranslated", "The source was copied and forgotten.")
def copy_of_the_source(text: str, language: str, source: str) -> Iterator[Finding]:
    """Translations that say what the source says, letter by letter."""
    same = fold_typography(text).casefold() == fold_typography(source).casefold()
    if same and language != "und" and _has_words(source):
        severity = Severity.WARNING if script_of(language) == "Latn" else Severity.ERROR
        yield Finding(severity, "untranslated", "the translation is the source text", "Translate it, or empty it")


def _has_words(source: str) -> bool:
    return any(char.isalpha() for char in _PLACEHOLDER.sub("", source))
