"""A text's break opportunities become costs: what a line's end there costs the sense.

0 where the translator typed a newline, .03 after a clause, .15 at a good edge of a phrase, .3 between any two words, .6
between a word and one that clings to it, .85 inside what stays together, 1 inside a word.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from placards.frozen import dataclass
from placards.text.breaks import UNSPACED_SCRIPTS
from placards.text.script import resolve_scripts
from placards.text.sense.lists import joined, word_list
from placards.text.sense.rules import RULES
from placards.text.sense.table import CLAUSE, CLINGS, PHRASE, WHOLE, WORD, Table, table_of

#: Punctuation that ends a clause.
_CLAUSE_SIGNS = frozenset(",;:.!?،؛؟۔।॥、，。；：！？·።፣፤၊။៖។՝։՜՞—–…")

_CLOSING = "\"'”’»›)]}」』）\u200e\u200f\u2069"

#: Between two words in Ethiopic texts of the old manner.
_WORD_SPACE = "\u1361"
_SPACES = " \t\n\u200b\u3000" + _WORD_SPACE

#: A word broken at its hyphen: dearer than what clings, cheaper than a postposition left behind.
HYPHEN = 0.62
_HYPHENS = "-\u2010\u058a\u05be/"

#: A part of so many letters is no word by itself: l-ilma, iubește-ți.
_SHORT = 3

#: Between two Han or katakana words that no phrase edge parts.
_JOINT = 0.5

#: The genitive of Chinese: a line may well end after it.
_CHINESE_GENITIVE = ("的", 0.2)

_MOST_WHOLE = 4  # words

#: Capitals of Turkish and Azerbaijani.
_DOTTED = str.maketrans({"İ": "i", "I": "ı"})


@dataclass(frozen=True, slots=True)
class Breaks:
    """A price for each end of a piece but the last, and the pieces (by number) that are no line by themselves."""

    costs: tuple[float, ...]
    lonely: frozenset[int]


@lru_cache(maxsize=256)
def break_costs(text: str, language: str, ends: tuple[int, ...], preferred: frozenset[int]) -> Breaks:
    """What a line's end costs at each of *ends* (of pieces, the text's own included) in a text of a language (BCP 47);
    at those that are *preferred*, nothing."""
    table, primary = table_of(language), language.split("-")[0]
    pieces = [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    way = _unspaced if primary != "ko" and _is_unspaced(text) else _spaced
    costs = way(text, pieces, ends, preferred, table, language)
    for number, end in enumerate(ends[:-1]):
        if end in preferred:
            costs[number] = 0.0
        elif _parted(pieces[number]):
            costs[number] = CLAUSE
    words = table.function_words
    bare = [bare_word(piece, primary) for piece in pieces]
    lonely = (number for number, word in enumerate(bare) if word in words or not word)
    return Breaks(tuple(costs), frozenset(lonely))


def _is_unspaced(text: str) -> bool:
    """Whether most letters are of scripts without spaces between words."""
    scripts = [script for char, script in zip(text, resolve_scripts(text), strict=True) if char.isalpha()]
    return sum(script in UNSPACED_SCRIPTS for script in scripts) * 2 > len(scripts)


def bare_word(word: str, primary: str) -> str:
    """A word without spaces and the punctuation around it, in lower case."""
    start, end = 0, len(word)
    while start < end and not _belongs(word[start]):
        start += 1
    while end > start and not _belongs(word[end - 1]):
        end -= 1
    word = word[start:end]
    return (word.translate(_DOTTED) if primary in ("tr", "az") else word).casefold()


def _belongs(char: str) -> bool:
    return char in "’'\u200c" or unicodedata.category(char)[0] in "LMNS"


def _spaced(
    text: str, pieces: Sequence[str], ends: Sequence[int], preferred: Collection[int], table: Table, language: str
) -> list[float]:
    """Words stand between spaces; a no-break space keeps several in one piece."""
    primary = language.split("-")[0]
    words: list[str] = []
    last_words: list[int] = []  # of each piece
    for piece in pieces:
        parts = piece.replace(_WORD_SPACE, " ").split()
        found = [word for word in (bare_word(part, primary) for part in parts) if word] or [""]
        words += found
        last_words.append(len(words) - 1)
    between = [0.0] * (len(words) - 1)  # what stays together, by the word before the break
    _stay_together(between, words, table)
    before, after = words, words
    long_words = _listed(primary, language)
    if long_words:
        parted = {last for piece, last in zip(pieces, last_words, strict=True) if _parted(piece)}
        inside = joined(words, long_words, " ", parted)
        between = [max(cost, WHOLE) if within else cost for cost, within in zip(between, inside, strict=True)]
        before, after = _long_words(words, inside, " ")
    rule = RULES.get(primary)
    costs: list[float] = []
    for number, end in enumerate(ends[:-1]):
        at = last_words[number]
        first, second = before[at], after[at + 1]
        sign = text[end - 1]
        if sign not in _SPACES:  # inside a word
            within = max(_hyphenated(first, second), table.hyphen.get(sign, 0.0)) if sign in _HYPHENS else WHOLE
            costs.append(max(within, between[at]))
            continue
        edge = second in table.begins or first in table.ends
        clings = max(table.next.get(first, 0.0), table.previous.get(second, 0.0), _small(first, second, edge))
        if rule is not None:
            clings = max(clings, rule(first, second))
        costs.append(max(PHRASE if edge else WORD, clings, between[at]))
    return costs


def _hyphenated(first: str, second: str) -> float:
    """A word may part at its hyphen, but for short parts, and for a word said twice: anak-anak, bama-bamai."""
    short = min(len(first), len(second)) <= _SHORT
    return WHOLE if short or first[: _SHORT + 1] == second[: _SHORT + 1] else HYPHEN


def _parted(piece: str) -> bool:
    """Whether punctuation ends a piece: no word goes on behind it."""
    piece = piece.rstrip(_SPACES).rstrip(_CLOSING)
    return bool(piece) and piece[-1] in _CLAUSE_SIGNS


def _small(first: str, second: str, edge: bool) -> float:
    """One letter goes with what follows; a number with what it counts, or with what it numbers."""
    if len(first) == 1 and first.isalpha() and not edge:
        return CLINGS
    if first.isdigit():
        return CLINGS
    return 0.45 if second.isdigit() else 0.0


def _stay_together(costs: list[float], words: Sequence[str], table: Table) -> None:
    if not table.whole:
        return
    for start in range(len(words)):
        for count in range(2, min(_MOST_WHOLE, len(words) - start) + 1):
            price = table.whole.get("_".join(words[start : start + count]))
            if price is not None:
                for inside in range(start, start + count - 1):
                    costs[inside] = max(costs[inside], price)


def _unspaced(
    text: str, pieces: Sequence[str], ends: Sequence[int], preferred: Collection[int], table: Table, language: str
) -> list[float]:
    """Words follow each other; the pieces are a dictionary's, and a list of longer words puts some together again."""
    primary = language.split("-")[0]
    bare = [bare_word(piece, primary) for piece in pieces]
    if primary == "ja":
        inside, phrases = [False] * (len(pieces) - 1), _phrases(text, preferred)
    else:
        parted = {number for number, piece in enumerate(pieces) if _parted(piece)}
        inside, phrases = joined(bare, _listed(primary, language), "", parted), frozenset[int]()
    long_before, long_after = _long_words(bare, inside, "")
    costs: list[float] = []
    for number, end in enumerate(ends[:-1]):
        before = {bare[number], long_before[number]}
        after = {bare[number + 1], long_after[number + 1]}
        cost = WORD
        if primary == "ja":
            cost = PHRASE if end in phrases else _joint(bare[number], bare[number + 1])
        if text[end - 1] in _SPACES or not before.isdisjoint(table.ends) or not after.isdisjoint(table.begins):
            cost = min(cost, PHRASE)
        if primary != "ja":
            cost = max([cost, *(table.next.get(word, 0.0) for word in before)])
            cost = max([cost, *(table.previous.get(word, 0.0) for word in after)])
            if inside[number]:
                cost = max(cost, WHOLE)
        if pieces[number].rstrip(_SPACES).endswith(_CHINESE_GENITIVE[0]) and primary != "ja":
            cost = min(cost, _CHINESE_GENITIVE[1])
        costs.append(cost)
    low = text.casefold()
    for word, price in table.whole.items() if len(low) == len(text) else ():
        at = low.find(word)
        while at >= 0:
            for number in range(bisect_right(ends, at), bisect_left(ends, at + len(word))):
                costs[number] = max(costs[number], price)
            at = low.find(word, at + 1)
    return costs


def _listed(primary: str, language: str) -> frozenset[str]:
    """The long words of a language but those that its table gives a price of their own; empty for most."""
    return _without(primary, language) if word_list(primary) else frozenset()


@lru_cache(maxsize=8)
def _without(primary: str, language: str) -> frozenset[str]:
    return word_list(primary) - {word.replace("_", " ") for word in table_of(language).whole}


def _phrases(text: str, preferred: Collection[int]) -> frozenset[int]:
    """The ends of Japanese phrases, each line that the translator typed cut by itself."""
    from placards.text.sense.japanese import phrase_ends

    found: set[int] = set()
    for start, stop in pairwise([0, *sorted(preferred), len(text)]):
        line = text[start:stop].strip(_SPACES)
        offset = text.index(line, start)
        found.update(offset + end for end in phrase_ends(line))
    return frozenset(found)


def _joint(first: str, second: str) -> float:
    """Two compounds of Han or katakana letters may part, if they must; nothing else inside a phrase does."""
    compound = _is_heavy(first[-2:]) and _is_heavy(second[:2])
    return _JOINT if compound else WHOLE


def _is_heavy(text: str) -> bool:
    return len(text) == 2 and all("\u4e00" <= c <= "\u9fff" or c == "々" or "\u30a0" <= c <= "\u30ff" for c in text)


def _long_words(bare: Sequence[str], inside: Sequence[bool], between: str) -> tuple[list[str], list[str]]:
    """For each word, the longer one that it ends, and the longer one that it begins; itself in the middle of one."""
    ending, beginning = list(bare), list(bare)
    start = 0
    for number in range(len(bare)):
        if number == len(bare) - 1 or not inside[number]:
            whole = between.join(bare[start : number + 1])
            ending[number] = beginning[start] = whole
            start = number + 1
    return ending, beginning
