"""India's scripts: nuktas, vowel signs, dandas and the old sequences for letters that now are one character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import exchanged, is_one_of, mapped, noticed, replaced, written_in
from placards.problems.diagnostic import Severity

_SCRIPTS = ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh")
_LETTER = (
    "\u0900-\u0963\u0970-\u09e3\u09f0-\u0a65\u0a70-\u0ae5\u0af0-"
    "\u0b65\u0b70-\u0be5\u0bf0-\u0c65\u0c70-\u0ce5\u0cf0-\u0d65"
)

_NUKTA_LATE = re.compile(
    "([\u093e-\u094c\u0900-\u0903])(\u093c)|([\u09be-\u09cc\u0981-\u0983])(\u09bc)|([\u0a3e-\u0a4c\u0a01-\u0a03\u0a70])(\u0a3c)"
    "|([\u0abe-\u0acc\u0a81-\u0a83])(\u0abc)|([\u0b3e-\u0b4c\u0b01-\u0b03])(\u0b3c)"
)
_NUKTA_TWICE = re.compile("([\u093c\u09bc\u0a3c\u0abc\u0b3c])\\1+")


@lint("nukta", "The nukta belongs to its consonant, right after it: after the vowel sign it is lost or floats.")
def nuktas(text: str, language: str, source: str) -> Iterator[Finding]:
    """Nuktas behind vowel signs, and two on one letter."""
    if written_in(language, *_SCRIPTS):
        problem = "has its nukta behind the vowel sign"
        yield from replaced(
            "nukta", Severity.ERROR, text, _NUKTA_LATE, _swapped, problem, "Write it after the consonant"
        )
        yield from replaced("nukta", Severity.ERROR, text, _NUKTA_TWICE, r"\1", "has two nuktas", "Write one")


def _swapped(match: re.Match[str]) -> str:
    first, second = (group for group in match.groups() if group)
    return second + first


#: A letter and a sign that look like another letter (Unicode, DoNotEmit.txt), and signs that look like one.
_MAKESHIFT = mapped(
    "अा→आ अॆ→ऄ उु→ऊ एॅ→ऍ एॆ→ऎ एे→ऐ अॉ→ऑ आॅ→ऑ अॊ→ऒ आॆ→ऒ अो→ओ आे→ओ अौ→औ आै→औ अॅ→ॲ ाे→ो ाै→ौ ाॅ→ॉ "
    "অা→আ ঋৃ→ৠ ਅਾ→ਆ ੲਿ→ਇ ੲੀ→ਈ ੳੁ→ਉ ੳੂ→ਊ ੲੇ→ਏ ਅੈ→ਐ ੳੋ→ਓ ਅੌ→ਔ "
    "અા→આ અૅ→ઍ અે→એ અૈ→ઐ અૉ→ઑ અો→ઓ અૌ→ઔ આૅ→ઑ આે→ઓ આૈ→ઔ ଅା→ଆ ଏୗ→ଐ ଓୗ→ଔ "
    "ఒౕ→ఓ ఒౌ→ఔ ಉಾ→ಊ ಒೌ→ಔ ಋಾ→ೠ ഇൗ→ഈ ഉൗ→ഊ എെ→ഐ ഒാ→ഓ ഒൗ→ഔ "
    "අා→ආ අැ→ඇ අෑ→ඈ උෟ→ඌ ඍෘ→ඎ ඔෟ→ඖ"
)


@lint(
    "indic-vowel", "A vowel put together from a letter and a sign looks right in some fonts, and is found by no search."
)
def makeshift_vowels(text: str, language: str, source: str) -> Iterator[Finding]:
    """Vowels made of pieces, and vowel signs that stand twice."""
    if written_in(language, *_SCRIPTS):
        problem = "has a vowel put together from pieces"
        yield from exchanged("indic-vowel", Severity.ERROR, text, _MAKESHIFT, problem, "Write the one character")
        yield from replaced("indic-vowel", Severity.ERROR, text, _TWICE, r"\1", "has a sign twice", "Write it once")


#: Vowel signs, viramas and nasal signs: none can stand twice.
_TWICE = re.compile(
    "([\u0900-\u0902\u093a\u093b\u093e-\u094d\u0981\u0982\u09be-\u09cd\u0a01\u0a02\u0a3e-\u0a4d\u0a70\u0a71\u0a81\u0a82"
    "\u0abe-\u0acd\u0b01\u0b02\u0b3e-\u0b4d\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbe-\u0ccd\u0d3e-\u0d4d\u0dca-\u0ddf])\\1+"
)

_DANDA_SCRIPTS = ("Deva", "Beng", "Guru", "Orya")
#: A bar right behind a word, or the last thing in a line; with spaces around it parts two things.
_BARS = re.compile(rf"(?<=[{_LETTER}])( ?)(\|{{1,2}})(?=\s*$)|(?<=[{_LETTER}])()(\|{{1,2}})(?=\s)", re.MULTILINE)
#: Words that have a visarga; elsewhere a colon may be one.
_VISARGA = re.compile(
    "(?<![\u0900-\u0963])(दु|नि|अंत|अन्त|अध|अत|पुन|प्राय|प्रात|स्वत|क्रमश|अंशत|पूर्णत|मुख्यत|सामान्यत|वस्तुत|संभवत):(?=[\u0905-\u0939])"
)
_FINAL_VISARGA = re.compile(
    "(?<![\u0900-\u0963])(अत|पुन|प्राय|स्वत|क्रमश|अंशत|पूर्णत|मुख्यत|सामान्यत|वस्तुत|संभवत):(?![\u0905-\u0939])"
)


@lint("danda", "The danda । is a character; a bar | is taller, and lines break before it.")
def dandas(text: str, language: str, source: str) -> Iterator[Finding]:
    """Bars for dandas."""
    if written_in(language, *_DANDA_SCRIPTS):
        yield from replaced(
            "danda",
            Severity.ERROR,
            text,
            _BARS,
            _danda,
            "ends in a bar",
            "Write । or ॥",
        )


def _danda(match: re.Match[str]) -> str:
    return (match[1] or "") + ("॥" if match[0].endswith("||") else "।")


@lint("visarga", "The visarga ः is part of its word; a colon ends the word for search, voice and line breaking.")
def visargas(text: str, language: str, source: str) -> Iterator[Finding]:
    """Colons for the visarga in Devanagari."""
    if written_in(language, "Deva"):
        problem, remedy = "has a colon for the visarga", "Write ः"
        yield from replaced("visarga", Severity.ERROR, text, _VISARGA, r"\1ः", problem, remedy)
        yield from replaced("visarga", Severity.WARNING, text, _FINAL_VISARGA, r"\1ः", problem, remedy)


_CHILLU = dict(zip("ണനരലളക", "ൺൻർൽൾൿ", strict=True))
_OLD_CHILLU = re.compile("([ണനരലളക])\u0d4d\u200d")
_OLD_KHANDA_TA = re.compile("ত\u09cd\u200d")


@lint("chillu", "Malayalam's chillus are letters since Unicode 5.1; the old sequence breaks when a joiner is lost.")
def chillus(text: str, language: str, source: str) -> Iterator[Finding]:
    """Chillus as consonant, virama and joiner; the same for Bengali's khanda ta."""
    if written_in(language, "Mlym"):
        problem, remedy = "has a chillu in the old spelling", f"Write {' '.join(_CHILLU.values())}"
        yield from replaced("chillu", Severity.WARNING, text, _OLD_CHILLU, lambda m: _CHILLU[m[1]], problem, remedy)
    if written_in(language, "Beng"):
        problem = "has a khanda ta in the old spelling"
        yield from replaced("chillu", Severity.WARNING, text, _OLD_KHANDA_TA, "ৎ", problem, "Write ৎ")


_TAMIL = mapped("கெளரவ→கௌரவ செளக்→சௌக் மெளன→மௌன பெளத்த→பௌத்த யெளவன→யௌவன ாீ→ரீ ா்→ர்")


@lint("tamil-sign", "Tamil ா and ர, and ௗ and ள, look alike; the wrong one splits the syllable for everyone but the eye.")
def tamil_signs(text: str, language: str, source: str) -> Iterator[Finding]:
    """The vowel sign ா for the letter ர, and the letter ள for the sign of au."""
    if is_one_of(language, {"ta"}, "Taml"):
        problem, remedy = "has a look-alike for ர or ௌ", "Write ர், ரீ or ௌ"
        yield from exchanged("tamil-sign", Severity.ERROR, text, _TAMIL, problem, remedy)


_LOOSE = re.compile(
    r"(?:^|(?<=\s))[\u0900-\u0903\u093a-\u094d\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d"
    r"\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    r"\u0ec8-\u0ecd\u102b-\u1030\u1032-\u103e\u17b6-\u17d3]"
)


@lint("loose-sign", "A vowel sign or mark needs its letter before it; after a space it stands on a dotted circle.")
def loose_signs(text: str, language: str, source: str) -> Iterator[Finding]:
    """Signs of India's and Southeast Asia's scripts at the start of a word."""
    if written_in(language, *_SCRIPTS, "Thai", "Laoo", "Khmr", "Mymr"):
        problem, remedy = "has a sign without a letter", "Take the space out, or write the letter"
        yield from noticed("loose-sign", Severity.ERROR, text, _LOOSE, problem, remedy)
