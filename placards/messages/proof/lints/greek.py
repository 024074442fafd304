"""Greek punctuation, accents and the final sigma."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import replaced, written_in
from placards.problems.diagnostic import Severity

_GREEK = "\u0370-\u03ff\u1f00-\u1fff\u0300-\u036f"
_QUESTION = re.compile(rf"(?<=[{_GREEK}»”)])\?(?![\w/=&])")
_ANO_TELEIA = re.compile(rf"(?<=[{_GREEK}»])\s?[•‧∙⋅・](?=\s)")


@lint("greek-question", "The Greek question mark is ;, and ? is foreign; between clauses stands a raised dot, ·.")
def greek_marks(text: str, language: str, source: str) -> Iterator[Finding]:
    """Latin question marks, and bullets for the ano teleia."""
    if written_in(language, "Grek"):
        problem = "has a Latin question mark"
        yield from replaced("greek-question", Severity.ERROR, text, _QUESTION, ";", problem, "Write ;")
        problem = "has a bullet for the raised dot"
        yield from replaced("greek-question", Severity.WARNING, text, _ANO_TELEIA, "·", problem, "Write · (U+00B7)")


_NOT_FINAL = re.compile(r"ς(?=[α-ωά-ώϊϋΐΰ])")
_FINAL = re.compile(r"(?<=[α-ωά-ώϊϋΐΰ])σ(?![\w'’᾽ʼ\u0300-\u036f.])")


@lint("greek-sigma", "At the end of a Greek word sigma is ς, elsewhere σ.")
def final_sigma(text: str, language: str, source: str) -> Iterator[Finding]:
    """The wrong one of σ and ς."""
    if written_in(language, "Grek"):
        problem, remedy = "has the wrong sigma", "Write ς at the end, σ elsewhere"
        yield from replaced("greek-sigma", Severity.ERROR, text, _NOT_FINAL, "σ", problem, remedy)
        yield from replaced("greek-sigma", Severity.ERROR, text, _FINAL, "ς", problem, remedy)


_LOOSE_TONOS = re.compile(r"[\u0384\u00b4]([ΑΕΗΙΟΥΩ])")


@lint("greek-tonos", "The accent of a capital is part of the letter, Ά, not a mark before it.")
def loose_tonos(text: str, language: str, source: str) -> Iterator[Finding]:
    """Spacing accents before capitals."""
    if written_in(language, "Grek"):
        problem, remedy = "has a loose accent before a capital", "Write Ά Έ Ή Ί Ό Ύ Ώ"
        yield from replaced(
            "greek-tonos",
            Severity.ERROR,
            text,
            _LOOSE_TONOS,
            lambda m: unicodedata.normalize("NFC", m[1] + "\u0301"),
            problem,
            remedy,
        )
