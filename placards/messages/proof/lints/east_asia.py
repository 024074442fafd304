"""Chinese, Japanese and Korean: full-width marks, one set of characters, whole kana and whole syllables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, noticed, place, replaced, written_in
from placards.problems.diagnostic import Severity

_DATA = Path(__file__).with_name("han.txt")

_CJK = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\u3005\u3007"
_CLOSED = f"{_CJK}」』”’》）】"
_HALF = re.compile(rf"(?<=[{_CLOSED}])[,;:!?]|[,;!?](?=[{_CJK}])|(?<=[{_CJK}])\.(?=[{_CJK}\s」』”]|$)")
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_BRACKETS = re.compile(rf"(?<=[{_CJK}])\(([{_CJK}、。，]+)\)")


@lint(
    "half-width", "Chinese and Japanese marks fill a square like the characters; half-width ones make holes and crowds."
)
def half_width_marks(text: str, language: str, source: str) -> Iterator[Finding]:
    """ASCII marks beside Chinese characters and kana."""
    if written_in(language, "Hans", "Hant", "Hani", "Jpan"):
        full = _FULL | {",": "、"} if written_in(language, "Jpan") else _FULL
        problem, remedy = "has a half-width mark", f"Write {' '.join(full.values())}"
        yield from replaced("half-width", Severity.WARNING, text, _HALF, lambda m: full[m[0]], problem, remedy)
        yield from replaced("half-width", Severity.WARNING, text, _BRACKETS, r"（\1）", problem, "Write （ ）")


@lint("han-variant", "Simplified and traditional characters are two writings of Chinese: one text keeps to one.")
def han_variants(text: str, language: str, source: str) -> Iterator[Finding]:
    """Traditional characters in zh-Hans, simplified ones in zh-Hant."""
    if not is_one_of(language, {"zh", "cmn", "yue"}, "Hans", "Hant"):
        return  # other Chinese languages keep characters of their own whatever the writing
    if is_one_of(language, {"yue"}, "Hans"):
        return  # simplified Cantonese keeps 係 and others
    table = _han()["Hans" if written_in(language, "Hans") else "Hant"]
    wrong = [char for char in text if char in table]
    if wrong:
        start = text.index(wrong[0])
        kind = "a traditional" if written_in(language, "Hans") else "a simplified"
        fixed = "".join(table.get(char, char) for char in text)
        known = all(table[char] for char in wrong)
        remedy = f"Write {table[wrong[0]]}" if table[wrong[0]] else "Write the character that is meant"
        problem = f"“{place(text, start, start + 1)}” has {kind} character, {wrong[0]}"
        yield Finding(Severity.WARNING, "han-variant", problem, remedy, fixed if known else None)


@lru_cache(maxsize=1)
def _han() -> dict[str, dict[str, str]]:
    """Wrong → right character for both writings; empty where several are right."""
    lines = [line for line in _DATA.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    pairs, ambiguous, one_way = (line.split() for line in lines)
    simplify = {pair[0]: pair[1] for pair in [*pairs, *one_way]}
    return {"Hans": simplify, "Hant": {pair[1]: pair[0] for pair in pairs} | dict.fromkeys(ambiguous, "")}


_HALF_KANA = re.compile("[\uff61-\uff9f]+")
_ONE_AS_BAR = re.compile("(?<=[\u30a1-\u30fa])[一](?=[\u30a1-\u30fa])")


@lint("half-width-kana", "Half-width kana come from old terminals; on a placard they look broken.")
def half_width_kana(text: str, language: str, source: str) -> Iterator[Finding]:
    """Half-width katakana, and the character for one in place of the long-vowel bar."""
    if written_in(language, "Jpan", "Kana", "Hira", "Hrkt"):
        yield from replaced(
            "half-width-kana",
            Severity.ERROR,
            text,
            _HALF_KANA,
            lambda m: unicodedata.normalize("NFKC", m[0]),
            "has half-width kana",
            "Write full-width kana",
        )
        problem = "has the character 一 among katakana"
        yield from noticed("half-width-kana", Severity.WARNING, text, _ONE_AS_BAR, problem, "Write ー if that is meant")


_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3131-\u318e\uffa1-\uffdc]+")


@lint("korean-jamo", "Korean letters stand together in syllables; single ones are a slip of the keyboard.")
def loose_jamo(text: str, language: str, source: str) -> Iterator[Finding]:
    """Jamo that are part of no syllable."""
    if written_in(language, "Kore", "Hang"):
        composed = unicodedata.normalize("NFC", text)
        problem, remedy = "has letters that are no syllable", "Type the syllable again"
        yield from noticed("korean-jamo", Severity.WARNING, composed, _JAMO, problem, remedy)
