"""Letters that look like quotation marks: the ʻokina, Uzbek oʻ and gʻ, and the apostrophe within Slavic words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, replaced
from placards.problems.diagnostic import Severity

_VOWEL = "aeiouāēīōūAEIOUĀĒĪŌŪ"
_POLYNESIAN = frozenset({"haw", "sm", "to", "ty", "wls", "fud"})

#: Between vowels nothing else can stand; at the start of a word it may be a quotation mark that closes later.
_OKINA = re.compile(
    rf"(?<=[{_VOWEL}])['’‘`´](?=[{_VOWEL}])|(?<![\w'’‘`´])['‘`](?=[{_VOWEL}])(?!(?:(?![‘`]).)*[\w.!?]['’](?!\w))"
)


@lint("okina", "The ʻokina is a letter, ʻ; a quotation mark in its place turns the wrong way, or breaks the word.")
def okina(text: str, language: str, source: str) -> Iterator[Finding]:
    """Quotation marks and apostrophes for the ʻokina in Polynesian languages."""
    if is_one_of(language, _POLYNESIAN, "Latn", "Zyyy"):
        problem, remedy = "has a quotation mark for the ʻokina", "Write ʻ (U+02BB)"
        yield from replaced("okina", Severity.WARNING, text, _OKINA, "ʻ", problem, remedy)


_UZBEK_VOWEL = re.compile(r"(?<=[oOgG])['`´’‘ʼ′](?=[^\W\d_])|(?<=[gG])['`´’‘ʼ′](?=[\s.,!?;:»”]|$)")
_UZBEK_STOP = re.compile(r"(?<=[a-fh-np-z])['`´‘ʻ](?=[^\W\d_])")


@lint("uzbek-letter", "Uzbek oʻ and gʻ have the turned comma ʻ; the stop in sanʼat is the other one, ʼ.")
def uzbek_letters(text: str, language: str, source: str) -> Iterator[Finding]:
    """Apostrophes for the turned comma of oʻ and gʻ, and straight ones for the stop."""
    if is_one_of(language, {"uz", "uzn"}, "Latn"):
        problem, remedy = "has an apostrophe in oʻ or gʻ", "Write ʻ (U+02BB)"
        yield from replaced("uzbek-letter", Severity.WARNING, text, _UZBEK_VOWEL, "ʻ", problem, remedy)
        problem, remedy = "has another mark for the stop", "Write ʼ (U+02BC)"
        yield from replaced("uzbek-letter", Severity.WARNING, text, _UZBEK_STOP, "ʼ", problem, remedy)


_SLAVIC = re.compile(r"(?<=[бвгґджзйклмнпрстўфхцчшщБВГҐДЖЗЙКЛМНПРСТЎФХЦЧШЩ])['`´′*\"‘](?=[яюєїёеіЯЮЄЇЁЕІ])")


@lint(
    "slavic-apostrophe", "Ukrainian and Belarusian write the apostrophe ’; the typewriter's marks cut the word in two."
)
def slavic_apostrophe(text: str, language: str, source: str) -> Iterator[Finding]:
    """Typewriter marks for the apostrophe inside Ukrainian and Belarusian words."""
    if is_one_of(language, {"uk", "be", "rue"}, "Cyrl"):
        problem, remedy = "has another mark for the apostrophe", "Write ’"
        yield from replaced("slavic-apostrophe", Severity.WARNING, text, _SLAVIC, "’", problem, remedy)
