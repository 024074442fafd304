"""ı and i of Turkish, Azerbaijani and their kin: two letters, with the capitals I and İ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, noticed, replaced
from placards.problems.diagnostic import Severity

_LANGUAGES = frozenset({"tr", "az", "azj", "crh", "gag"})

#: What a program makes of İ when it writes small letters and does not know Turkish.
_LOOSE_DOT = re.compile("i\u0307")

#: Words of placards with i, which with ı would be no words: spoilt by programs that know only one pair of letters.
_WORDS = "insan insanlar insanlık iklim bir biz bizim birlik birlikte için işçi işçiler hiç hiçbir istiyoruz"
_SPOILT = {
    spoilt: right
    for word in _WORDS.split()
    for spoilt, right in (
        (word.upper(), word.replace("i", "İ").upper()),
        (word.capitalize(), word.replace("i", "İ", 1) if word[0] == "i" else word.capitalize()),
        (word.replace("i", "ı"), word),
    )
    if spoilt != right
}
_SPOILT_WORD = re.compile(rf"\b(?:{'|'.join(_SPOILT)})\b")

#: A word in capitals whose other vowels are all front ones: vowel harmony wants İ. One of the letters that only Turkish
#: has shows that it is no foreign abbreviation such as MIME.
_AGAINST_HARMONY = re.compile(
    r"\b(?=[A-Z]*[ÇĞİÖŞÜ])(?=[^\W\d_a-z]*[EÖÜİ])(?=[^\W\d_a-z]*I)[BCÇDEFGĞHIİJKLMNÖPRSŞTÜVYZ]{4,}\b"
)


@lint("dotless-i", "ı and i are two letters: their capitals are I and İ, and the wrong one makes another word.")
def dotless_i(text: str, language: str, source: str) -> Iterator[Finding]:
    """I for İ in capitals, ı for i in small letters, and i with a loose second dot."""
    if not is_one_of(language, _LANGUAGES, "Latn"):
        return
    problem, remedy = "has an i with a second dot", "Write a plain i"
    yield from replaced("dotless-i", Severity.ERROR, text, _LOOSE_DOT, "i", problem, remedy)
    problem, remedy = "has ı or I for i or İ", "Write i, in capitals İ"
    yield from replaced("dotless-i", Severity.ERROR, text, _SPOILT_WORD, lambda m: _SPOILT[m[0]], problem, remedy)
    rest = _SPOILT_WORD.sub("", text)
    problem = "has I among front vowels, where İ is likely"
    yield from noticed("dotless-i", Severity.WARNING, rest, _AGAINST_HARMONY, problem, "Write İ if i is meant")
