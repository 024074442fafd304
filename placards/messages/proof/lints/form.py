"""The form of a text, whatever it says: outer and double spaces, length, Unicode's normal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from placards.messages.pack import MAX_TEXT
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.problems.diagnostic import Severity
from placards.problems.errors import TextError
from placards.values.emphasis import count_marks, read_marks


@lint("space", "Space at the start or end of a line is invisible, and pushes a centred line aside.")
def outer_space(text: str, language: str, source: str) -> Iterator[Finding]:
    """Space around the text or one of its lines."""
    stripped = "\n".join(line.strip() for line in text.strip().split("\n"))
    if stripped != text:
        problem = "space stands at the start or end of the text or of a line"
        yield Finding(Severity.WARNING, "space", problem, "Take it out", stripped)


@lint("double-space", "Two spaces between words make a hole in the line.")
def double_space(text: str, language: str, source: str) -> Iterator[Finding]:
    """Runs of spaces between words."""
    if re.search(r"[ \u00a0]{2,}(?=[^ \u00a0\n])", text):
        single = re.sub(r"[ \u00a0]{2,}(?=[^ \u00a0\n])", lambda run: "\u00a0" if "\u00a0" in run[0] else " ", text)
        yield Finding(Severity.WARNING, "double-space", "two spaces stand between words", "Write one", single)


@lint("too-long", "A longer text is a leaflet, not a placard.")
def too_long(text: str, language: str, source: str) -> Iterator[Finding]:
    """Texts that no placard holds."""
    if len(text) > MAX_TEXT:
        problem = f"the text has {len(text)} characters, more than {MAX_TEXT}"
        yield Finding(Severity.ERROR, "too-long", problem, "Shorten it")


@lint("emphasis", "Marks, as in *word*, say which words stand out on paper: the same ones in every language.")
def emphasis(text: str, language: str, source: str) -> Iterator[Finding]:
    """Marks that do not pair, or are more or fewer than in the source."""
    try:
        found = len(read_marks(text).marked)
    except TextError as error:
        yield Finding(Severity.ERROR, "emphasis", error.problem, error.remedy)
        return
    wanted = count_marks(source)
    if source and found != wanted:
        problem = f"the text has {found} {_stretches(found)}, the source {wanted}"
        yield Finding(Severity.WARNING, "emphasis", problem, "Put * before and after the words that stand for the same")


def _stretches(count: int) -> str:
    return "marked *stretch*" if count == 1 else "marked *stretches*"


@lint("not-nfc", "One letter can be written in several ways in Unicode; searching finds it in its normal form, NFC.")
def normal_form(text: str, language: str, source: str) -> Iterator[Finding]:
    """Texts that are not in NFC."""
    if not unicodedata.is_normalized("NFC", text):
        problem = "the text is not in Unicode's normal form NFC"
        fix = unicodedata.normalize("NFC", text)
        yield Finding(Severity.WARNING, "not-nfc", problem, "Convert the file to NFC", fix)
