"""Latin letters that look like the right ones: cedillas for commas, Eth for barred D, diaereses for macrons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import exchanged, is_one_of, mapped, replaced
from placards.problems.diagnostic import Severity

_COMMA = mapped("ş→ș Ş→Ș ţ→ț Ţ→Ț")
_CEDILLA = {comma: cedilla for cedilla, comma in _COMMA.items() if cedilla in "şŞ"}
_WITH_CEDILLA = frozenset({"tr", "az", "azj", "ku", "kmr", "tk", "crh", "gag", "tt", "zza", "diq"})


@lint("comma-below", "Romanian ș and ț have a comma below; ş with a cedilla is Turkish, and fonts draw it so.")
def comma_below(text: str, language: str, source: str) -> Iterator[Finding]:
    """Cedillas in Romanian and Livonian, and commas below in Turkish and its neighbours."""
    if is_one_of(language, {"ro", "mo", "liv"}, "Latn", "Zyyy"):
        table, problem, remedy = _COMMA, "has a cedilla", "Write ș and ț with a comma below"
        if is_one_of(language, {"liv"}):
            table = {letter: right for letter, right in _COMMA.items() if letter in "ţŢ"}
    elif is_one_of(language, _WITH_CEDILLA, "Latn"):
        table, problem, remedy = _CEDILLA, "has ș with a comma below", "Write ş with a cedilla"
    else:
        return
    yield from exchanged("comma-below", Severity.ERROR, text, table, problem, remedy)


_BARRED = {
    **dict.fromkeys("vi hr bs sr sh cnr se sma smj sms".split(), mapped("Ð→Đ Ɖ→Đ ð→đ ɖ→đ")),
    **dict.fromkeys("is fo".split(), mapped("Đ→Ð Ɖ→Ð đ→ð")),
    **dict.fromkeys("ee fon ajg gej".split(), mapped("Đ→Ɖ Ð→Ɖ đ→ɖ ð→ɖ")),
}


@lint("barred-d", "Đ, Ð and Ɖ look the same, and are three letters: small, they are đ, ð and ɖ.")
def barred_d(text: str, language: str, source: str) -> Iterator[Finding]:
    """The wrong one of Đ, Ð and Ɖ."""
    for code, table in _BARRED.items():
        if is_one_of(language, {code}, "Latn"):
            problem, remedy = "has another language's barred D", f"Write {' or '.join(dict.fromkeys(table.values()))}"
            yield from exchanged("barred-d", Severity.ERROR, text, table, problem, remedy)


#: A tone mark on the u of qu, which is part of the consonant; it belongs to the vowel after it.
_QU_TONE = re.compile(r"([Qq])([ÚÙỦŨỤúùủũụ])([aeêoơyAEÊOƠYâăÂĂ])")


@lint("vietnamese-tone", "In qu the u is part of the consonant; the tone mark stands on the vowel: quý, not qúy.")
def vietnamese_tone(text: str, language: str, source: str) -> Iterator[Finding]:
    """Tone marks on the u of qu."""
    if is_one_of(language, {"vi"}, "Latn"):
        problem, remedy = "has its tone mark on the u of qu", "Write it on the vowel"
        yield from replaced("vietnamese-tone", Severity.WARNING, text, _QU_TONE, _moved, problem, remedy)


def _moved(match: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFD", match[2])
    return match[1] + apart[0] + unicodedata.normalize("NFC", match[3] + apart[1])


_MACRON = {
    unicodedata.normalize("NFC", vowel + mark): unicodedata.normalize("NFC", vowel + "\u0304")
    for vowel in "aeiouAEIOU"
    for mark in "\u0308\u0302\u0303"
}


#: A word that has no letter but these languages' own: Zoë and Noël keep their dots.
_POLYNESIAN_WORD = re.compile(
    rf"(?<![^\W\d_])[aeioughklmnprtwāēīōū{''.join(_MACRON)}ʻ'’-]*[{''.join(_MACRON)}]"
    rf"[aeioughklmnprtwāēīōū{''.join(_MACRON)}ʻ'’]*(?![^\W\d_])",
    re.IGNORECASE,
)


@lint("macron", "Long vowels have a macron, ā; dots or a roof on them are a makeshift of old keyboards.")
def macrons(text: str, language: str, source: str) -> Iterator[Finding]:
    """Diaereses, circumflexes and tildes for macrons in Māori and Hawaiian."""
    if is_one_of(language, {"mi", "haw"}, "Latn", "Zyyy"):
        # A Māori word may bear dots for nothing else; the roof was one scholar's, the tilde a misprint.
        problem, remedy = "has another mark where the macron should be", "Write ā ē ī ō ū"
        yield from replaced("macron", Severity.ERROR, text, _POLYNESIAN_WORD, _with_macrons, problem, remedy)


def _with_macrons(match: re.Match[str]) -> str:
    return "".join(_MACRON.get(char, char) for char in match[0])
