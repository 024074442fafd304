"""The form of a text, whatever it says: outer and double spaces, length, Unicode's normal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from placards.messages.pack import MAX_TEXT
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.problems.diagnostic import Severity


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


@lint("not-nfc", "One letter can be written in several ways in Unicode; searching finds it in its normal form, NFC.")
def normal_form(text: str, language: str, source: str) -> Iterator[Finding]:
    """Texts that are not in NFC."""
    if not unicodedata.is_normalized("NFC", text):
        problem = "the text is not in Unicode's normal form NFC"
        fix = unicodedata.normalize("NFC", text)
        yield Finding(Severity.WARNING, "not-nfc", problem, "Convert the file to NFC", fix)
