"""A text gets its grapheme clusters and its line-break opportunities, both from ICU."""

from __future__ import annotations

from functools import lru_cache

from icu4py.breakers import CharacterBreaker, LineBreaker, WordBreaker

from placards.locale.language import script_of
from placards.patterns import pattern

#: Scripts written without spaces between words: a line may break where a newline was typed, with nothing to replace it.
UNSPACED_SCRIPTS = frozenset({"Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Java", "Bali", "Yiii"})

#: Languages set by whole words although line breaking rules would part them.
_KEEP_WORDS = frozenset({"ko", "ja", "zh", "yue", "wuu", "gan", "hak", "nan"})

_LONG_DASHES = ("—", "―", "⸺")

#: Makes nouns of verbs in Burmese.
_BURMESE_PREFIX = "\u1021"

#: Written in Burmese script, and not Burmese.
_WITHOUT_DICTIONARY = frozenset({"shn", "mnw", "ksw", "kht", "aio", "kyu", "pwo", "blk", "rki", "phk", "csh"})

#: Punctuation of the Burmese script: ၊ and ။.
_BURMESE_STOPS = "\u104a\u104b"

#: Pangkon and adeg adeg.
_VOWEL_KILLERS = ("\ua9c0", "\u1b44")

#: Letters, signs and spaces that no cluster rule joins to a neighbour: nothing that extends, no jamo, no emoji.
_LONERS = pattern(
    "[\n\x20-\x7e\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u058f\u05be\u05d0-\u05f4\u060c-\u060f"
    "\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5\u10a0-\u10ff\u2010-\u2027\u3001-\u3029\u3031-\u303c"
    "\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*"
)

#: The first script with letters that join others in a cluster, and the signs among the letters of those before it.
_SYRIAC = "\u0700"
_SIGNS = dict.fromkeys(map(ord, "\n !\"'(),-./0123456789:;?\u00a0\u00ab\u00bb\u060c\u061b\u061f\u06d4"))

_HARD = "\n\r\v\f\x85\u2028\u2029"


def _offsets(breaker: CharacterBreaker | LineBreaker | WordBreaker, length: int) -> tuple[int, ...]:
    """The end of each segment as a code point index (ICU counts UTF-16 units; segments are strings, so we add up)."""
    out = []
    position = 0
    for segment in breaker:
        position += len(segment)
        out.append(position)
    if not out or out[-1] != length:
        out.append(length)
    return tuple(out)


@lru_cache(maxsize=64)
def grapheme_ends(text: str) -> tuple[int, ...]:
    """The end index of each extended grapheme cluster (UAX #29)."""
    if _is_plain(text) or (max(text, default="") >= _SYRIAC and _LONERS.fullmatch(text)):
        return tuple(range(1, len(text) + 1))
    return _offsets(CharacterBreaker(text, "en"), len(text))


def _is_plain(text: str) -> bool:
    """Whether a text is ASCII, or letters and common signs of scripts before Syriac: of those none joins another.
    `_LONERS` knows more, and takes two milliseconds to compile."""
    if text.isascii():
        return text.replace("\n", "").isprintable()
    return max(text) < _SYRIAC and (text.translate(_SIGNS) or "a").isalpha()


@lru_cache(maxsize=64)
def line_break_ends(text: str, language: str = "en") -> tuple[int, ...]:
    """The indexes after which a line may end (UAX #14; dictionaries for Thai, Lao, Khmer, Burmese), the text's end
    included. Chinese, Japanese and Korean, which UAX #14 lets break between any two syllables, keep their words whole,
    as headlines do; Japanese also breaks between phrases (CLDR ``lw-phrase``)."""
    primary = language.split("-")[0]
    ends = _offsets(LineBreaker(text, language), len(text))
    if primary in _KEEP_WORDS and "-u-" not in language:  # who asks for another way gets it
        words = set(_offsets(WordBreaker(text, language), len(text)))
        # A dash of two ems ends a line and begins none: alone it would be a line of its own.
        ends = tuple(end for end in ends if end in words and text[end : end + 1] not in _LONG_DASHES)
    if primary == "ja" and "-u-" not in language:
        # As ICU's own key word: the BCP 47 extension costs the first breaker three milliseconds.
        phrases = _offsets(LineBreaker(text, f"{language}@lw=phrase"), len(text))
        return tuple(sorted({*ends, *phrases}))
    if primary == "my":
        # The dictionary parts the prefix အ from its noun, to which it always belongs.
        starts = (0, *ends)
        return tuple(e for s, e in zip(starts, ends, strict=False) if text[s:e] != _BURMESE_PREFIX or e == len(text))
    if primary in _WITHOUT_DICTIONARY or script_of(language) in ("Java", "Bali"):
        return tuple(end for end in ends if end == len(text) or not _cuts_syllable(text, end))
    return ends


def character_break_ends(text: str, language: str) -> frozenset[int] | None:
    """Where Chinese, Japanese and Korean lines may end inside a word, by the strict rules of what begins and ends no
    line (kinsoku); None for other languages."""
    if language.split("-")[0] not in _KEEP_WORDS or "-u-" in language:
        return None
    return frozenset(line_break_ends(text, f"{language}-u-lb-strict"))


def _cuts_syllable(text: str, end: int) -> bool:
    """Whether a break that ICU offers falls inside a syllable."""
    before = text[end - 1]
    if "\u1000" <= before <= "\u109f":
        # ICU knows Burmese words and tries them on every language of the script: it cuts Shan and Mon syllables.
        return before not in _BURMESE_STOPS
    # A Javanese or Balinese consonant whose vowel is silenced ends the syllable before it.
    return text[end + 1 : end + 2] in _VOWEL_KILLERS and not text[end + 2 : end + 3].isalpha()


def is_hard_break(char: str) -> bool:
    """Whether the character ends a line whatever its width (UAX #14 classes BK, CR, LF, NL)."""
    return char in _HARD


def paragraphs(text: str) -> list[tuple[int, int]]:
    """``(start, end)`` of each paragraph, its separator left out; an empty text is one empty paragraph."""
    out = []
    start = index = 0
    while index < len(text):
        if text[index] in _HARD:
            out.append((start, index))
            if text[index] == "\r" and text[index + 1 : index + 2] == "\n":
                index += 1
            start = index + 1
        index += 1
    out.append((start, len(text)))
    return out
