"""Zero width joiners and non-joiners that do nothing where they stand, in the scripts that do use them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import replaced, written_in
from placards.problems.diagnostic import Severity

_DOUBLED = re.compile("\u200c{2,}|\u200d{2,}")
#: A non-joiner that has no letter on one side. After ه people write a joiner: ه‍ is an abbreviation.
_AT_EDGE = re.compile('(?<![\\w}»”")\u0300-\u036f\u064b-\u0670])\u200c+|\u200c+(?![\\w{\u064b-\u0670])')

#: Viramas of the scripts of India; Khmer, Burmese and their like have rules of their own.
_VIRAMA = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u0d3b\u0d3c"
_INDIC = ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh")

#: A joiner works after a virama, or before one (Bengali র‍্য, Kannada ರ‍್); elsewhere it is dirt.
_IDLE = re.compile(f"(?<![{_VIRAMA}])[\u200c\u200d](?![{_VIRAMA}])")


@lint("joiner-edge", "A zero width non-joiner keeps two letters apart; beside a space it does nothing.")
def joiners_at_edges(text: str, language: str, source: str) -> Iterator[Finding]:
    """Non-joiners at the edge of a word in Arabic script, and doubled joiners."""
    if written_in(language, "Arab", "Aran", *_INDIC):
        problem = "has the same hidden joiner twice"
        yield from replaced("joiner-edge", Severity.WARNING, text, _DOUBLED, lambda m: m[0][0], problem, "Keep one")
    if written_in(language, "Arab", "Aran"):
        problem = "has a zero width non-joiner at the edge of a word"
        yield from replaced("joiner-edge", Severity.WARNING, text, _AT_EDGE, "", problem, "Take it out")


@lint("indic-joiner", "In Indian scripts a hidden joiner only works at a virama; elsewhere it breaks searching.")
def idle_joiners(text: str, language: str, source: str) -> Iterator[Finding]:
    """Joiners and non-joiners that touch no virama."""
    if written_in(language, *_INDIC):
        problem = "has a hidden joiner that does nothing"
        yield from replaced("indic-joiner", Severity.WARNING, text, _IDLE, "", problem, "Take it out")
