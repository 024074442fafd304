"""The letters that a language is written with, by CLDR; others in its texts deserve a look.

``exemplars.jsonl`` holds CLDR's exemplar sets; its first line names source and licence.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from placards.locale.language import fallbacks, parse_language, script_of
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.problems.diagnostic import Severity

_DATA = Path(__file__).with_name("exemplars.jsonl")

#: Marks that every modern writing borrows, whatever CLDR lists.
_COMMON = frozenset(" \n\u00a0\u202f\u200b\u200c\u200d\u00ad\u2060.,;:!?…'’\"“”«»‹›„‚‘()[]{}-‐‑–—/&·•*#@%+")


#: What CLDR forgets: Kashmiri's vowel signs, Yiddish's own letters, Dzongkha's long vowels, Maithili's nasal sign.
_UNLISTED = {
    "dz": "\u0f71",
    "ks": "\u065a\u065b\u0654\u0655\u0657\u0658",
    "mai": "\u0901",
    "yi": "\u05f0\u05f1\u05f2",
}

#: Languages of which CLDR lists too few letters, or those of one orthography among several in use.
_UNRELIABLE = frozenset({"aa", "arn", "csw", "gn", "la", "sid", "skr", "ts", "tzm", "und"})

#: So many different letters in one text may be slips.
_SLIPS = 3


@lint("exemplar", "The character is none that the language is written with: a slip, or a word that should be marked.")
def outside_exemplars(text: str, language: str, source: str) -> Iterator[Finding]:
    """Letters and marks of the language's own script that it does not use, by CLDR."""
    allowed = exemplars(language)
    if allowed is None:
        return
    scripts = Counter(unicodedata.name(c, "").partition(" ")[0] for c in allowed if c.isalpha())
    script = max(scripts, key=lambda name: scripts[name], default="")
    strange = [
        char
        for char in dict.fromkeys(unicodedata.normalize("NFC", text))
        if char not in source and not _is_known(char, allowed) and _is_letter(char, script)
    ]
    if strange:
        listed = ", ".join(f"“{char}” ({unicodedata.name(char, '?')}, U+{ord(char):04X})" for char in strange)
        # A text full of strange letters says more about CLDR's list than about the translator.
        severity = Severity.WARNING if len(strange) <= _SLIPS else Severity.NOTE
        problem = f"{_name(language)} is not written with {listed}"
        yield Finding(severity, "exemplar", problem, "Look whether it is a slip")


@lru_cache(maxsize=1024)
def exemplars(language: str) -> frozenset[str] | None:
    """All characters of a language's main, auxiliary, number and punctuation sets, small and capital; None where CLDR
    has no data for the language in its script."""
    parsed = parse_language(language)
    if parsed.language in _UNRELIABLE:
        return None
    data = _load()
    tags = [*fallbacks(language), f"{parsed.language}-{script_of(language)}"]
    found = next((_expand(data[tag]) for tag in tags if tag in data), None)
    return None if found is None else found.union(_UNLISTED.get(str(parsed), ""))


@lru_cache(maxsize=1)
def _load() -> dict[str, str]:
    """Language tag → its items, separated by spaces."""
    sets: dict[str, str] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        parts = (record.get(name, "") for name in ("letters", "auxiliary", "numbers", "punctuation"))
        items = " ".join(filter(None, parts))
        sets.update((tag, items) for tag in record.get("locales", "").split())
    return sets


def _expand(items: str) -> frozenset[str]:
    chars: set[str] = set()
    for item in items.split(" "):
        if len(item) == 3 and item[1] == "-":
            chars.update(map(chr, range(ord(item[0]), ord(item[2]) + 1)))
        else:
            chars.update(item)
    both = {form for char in chars for form in (char, char.upper(), char.lower(), char.title())}
    return frozenset("".join(both | {unicodedata.normalize("NFD", form) for form in both}))


def _is_known(char: str, allowed: frozenset[str]) -> bool:
    return char in allowed or char in _COMMON or all(part in allowed for part in unicodedata.normalize("NFD", char))


def _is_letter(char: str, script: str) -> bool:
    """Whether it is a letter or a mark of this script: foreign words, symbols, digits and emoji may stand anywhere, and
    no list of Han characters is complete."""
    if 0xFDF0 <= ord(char) <= 0xFDFF:  # honorifics such as ﷺ
        return False
    name = unicodedata.name(char, "")
    return unicodedata.category(char)[0] in "LM" and name.startswith((script, "COMBINING")) and script != "CJK"


def _name(language: str) -> str:
    from placards.locale.language import language_name

    return language_name(language, "en")
