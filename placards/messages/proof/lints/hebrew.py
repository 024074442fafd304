"""Hebrew's own marks: geresh and gershayim, which typists write as straight quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import replaced, written_in
from placards.problems.diagnostic import Severity

_LETTER = "[\u05d0-\u05ea]"

#: Before the last letter of an abbreviation: צה״ל. Before more letters it is a quotation mark after a prefix: ב"הארץ".
_GERSHAYIM = re.compile(f"(?<={_LETTER})(?:[\"”“″]|''|׳׳)(?={_LETTER}(?![\u05d0-\u05ea\"”'’]))")
_GERESH = re.compile(f"(?<={_LETTER})['’‘′](?={_LETTER})")


@lint("hebrew-geresh", "Hebrew abbreviations and foreign sounds have marks of their own: ״ and ׳.")
def geresh(text: str, language: str, source: str) -> Iterator[Finding]:
    """Straight and Latin quotes inside Hebrew words."""
    if written_in(language, "Hebr"):
        problem, remedy = "has a quotation mark inside the word", "Write ״ or ׳"
        yield from replaced("hebrew-geresh", Severity.WARNING, text, _GERSHAYIM, "״", problem, remedy)
        problem = "has an apostrophe inside the word"
        yield from replaced("hebrew-geresh", Severity.WARNING, text, _GERESH, "׳", problem, remedy)
