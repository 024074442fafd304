"""What the lints for single languages share: whose text it is, and findings that replace what a pattern finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache

from placards.locale.language import parse_language, script_of
from placards.messages.proof.finding import Finding
from placards.problems.diagnostic import Severity

#: How much of a text a finding shows around the place.
_BEFORE, _AFTER = 12, 12


@lru_cache(maxsize=4096)
def code_of(language: str) -> str:
    """The language alone, without script and region; empty where nobody says which it is."""
    code = parse_language(language).language
    return "" if code == "und" else code


@lru_cache(maxsize=4096)
def written_in(language: str, *scripts: str) -> bool:
    """Whether the language, as tagged, is written in one of these scripts."""
    return bool(code_of(language)) and script_of(language) in scripts


def is_one_of(language: str, codes: Collection[str], *scripts: str) -> bool:
    """Whether it is one of these languages and, where scripts are named, in one of them."""
    return code_of(language) in codes and (not scripts or script_of(language) in scripts)


def replaced(
    rule: str,
    severity: Severity,
    text: str,
    pattern: re.Pattern[str],
    replacement: str | Callable[[re.Match[str]], str],
    problem: str,
    remedy: str,
) -> Iterator[Finding]:
    """One finding for all places that a pattern finds, with the text in which they are mended. The place itself is put
    before *problem*; the finding says nothing where the replacement would change nothing."""
    fixed = text
    for _ in text:  # one mend may make the next one possible
        before, fixed = fixed, pattern.sub(replacement, fixed)
        if fixed == before:
            break
    if fixed != text:
        found = next(m for m in pattern.finditer(text) if _after(m, replacement) != m[0])
        yield Finding(severity, rule, f"“{place(text, found.start(), found.end())}” {problem}", remedy, fixed)


def exchanged(
    rule: str, severity: Severity, text: str, table: Mapping[str, str], problem: str, remedy: str
) -> Iterator[Finding]:
    """One finding for all places where a table has something else to write."""
    yield from replaced(rule, severity, text, any_of(table), lambda m: table[m[0]], problem, remedy)


def noticed(
    rule: str, severity: Severity, text: str, pattern: re.Pattern[str], problem: str, remedy: str
) -> Iterator[Finding]:
    """One finding, without a fix, at the first place that a pattern finds."""
    found = pattern.search(text)
    if found:
        yield Finding(severity, rule, f"“{place(text, found.start(), found.end())}” {problem}", remedy)


def place(text: str, start: int, end: int) -> str:
    """The words around a place, on one line."""
    first = max(start - _BEFORE, 0)
    cut = re.search(r"\s", text[first:start])
    if first and cut:
        first += cut.end()
    last = re.search(r"\s", text[end : end + _AFTER])
    stop = end + last.start() if last else min(end + _AFTER, len(text))
    return " ".join(text[first:stop].split()) or text[start:end]


def mapped(pairs: str) -> dict[str, str]:
    """``"ي→ی ك→ک"`` as a table."""
    return dict(pair.split("→") for pair in pairs.split())


def any_of(table: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern for any key of a table, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))


def _after(match: re.Match[str], replacement: str | Callable[[re.Match[str]], str]) -> str:
    return match.expand(replacement) if isinstance(replacement, str) else replacement(match)
