"""What a language's grammar says of two words that no list could hold: a price for the break between them, or 0."""

from __future__ import annotations

from collections.abc import Callable

from placards.text.sense.table import CLINGS, WHOLE

Rule = Callable[[str, str], float]

#: An apostrophe that stands for a vowel: l’eau, dell’acqua.
_ELIDING = ("’", "'")

#: What ties a Persian noun to what describes it, where it is written: ـِ, هٔ, and ی after a plural.
_EZAFE = ("\u0650", "\u0654", "\u06c0", "های", "‌ی")


def _elision(first: str, second: str) -> float:
    return CLINGS if first.endswith(_ELIDING) else 0.0


def _persian(first: str, second: str) -> float:
    return CLINGS if first.endswith(_EZAFE) else 0.0


def _urdu(first: str, second: str) -> float:
    return CLINGS if first.endswith("\u0650") else 0.0


def _arabic(first: str, second: str) -> float:
    """A noun with the article and what seems to be its adjective."""
    return 0.5 if first.startswith("ال") and second.startswith("ال") else 0.0


def _hebrew(first: str, second: str) -> float:
    """A maqaf joins; a noun and its adjective both have the article."""
    if first.endswith("\u05be"):
        return WHOLE
    return 0.4 if first.startswith("ה") and second.startswith("ה") else 0.0


def _korean(first: str, second: str) -> float:
    """A number in a word of its own (제2의 is two), the genitive, and verbs that describe what follows."""
    if first[:1].isdigit():
        return CLINGS
    return 0.4 if first.endswith(("의", "하는", "없는", "있는", "위한")) else 0.0


#: By primary tag.
RULES: dict[str, Rule] = {
    **dict.fromkeys(("fr", "it", "ca", "en", "oc", "wa", "ga"), _elision),
    **dict.fromkeys(("fa", "ckb", "glk", "mzn"), _persian),
    "ur": _urdu,
    "ar": _arabic,
    "he": _hebrew,
    "ko": _korean,
}
