"""Quotation marks and apostrophes: the typewriter's straight ones where a language has its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.locale.language import fallbacks
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, place, replaced
from placards.problems.diagnostic import Severity

#: Opening and closing mark, then the languages (CLDR 48, the outer marks).
_MARKS = {
    (
        "“",
        "”",
    ): "en nl tr da pt hi bn mr gu pa ta te kn ml or si ne th vi id ms sw zu xh af ko zh-Hans km my"
    " fil ga cy lv mt yo ig ha so rw yue-Hans",
    ("„", "“"): "de cs sk sl bg mk lt et is ka sq hsb dsb lb",
    ("„", "”"): "pl hu ro hr sr bs sr-Latn",
    ("”", "”"): "fi sv",
    ("«", "»"): "ru uk be el it es ca gl eu nb nn no kk ky fa hy pt-PT ast br ps tg",
    ("«\u00a0", "\u00a0»"): "fr",
    ("「", "」"): "ja zh-Hant yue",
}
_BY_LANGUAGE = {code: marks for marks, codes in _MARKS.items() for code in codes.split()}

#: Languages in which ' between letters is nothing but an apostrophe.
_APOSTROPHE = frozenset("en fr it ca oc ga gd cy br co lij pms vec nap scn wa fur sc frp de nl lb rm eo af".split())
_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


@lint(
    "straight-quotes", "The typewriter's \" is a makeshift; a printed placard has the quotation marks of its language."
)
def straight_quotes(text: str, language: str, source: str) -> Iterator[Finding]:
    """Straight double quotes in languages with marks of their own."""
    marks = next((_BY_LANGUAGE[tag] for tag in fallbacks(language) if tag in _BY_LANGUAGE), None)
    if marks is None or '"' not in text:
        return
    start = text.index('"')
    problem = f"“{place(text, start, start + 1)}” has straight quotation marks"
    remedy = f"Write {marks[0]}…{marks[1]}"
    yield Finding(Severity.WARNING, "straight-quotes", problem, remedy, _curled(text, *marks))


@lint("straight-apostrophe", "The apostrophe is ’; the straight ' is the typewriter's, for want of a key.")
def straight_apostrophes(text: str, language: str, source: str) -> Iterator[Finding]:
    """Straight apostrophes between letters, where they are no letters themselves."""
    if is_one_of(language, _APOSTROPHE, "Latn"):
        problem = "has a straight apostrophe"
        yield from replaced("straight-apostrophe", Severity.WARNING, text, _STRAIGHT, "’", problem, "Write ’")


def _curled(text: str, opening: str, closing: str) -> str | None:
    """The text with marks in pairs; None where it is not plain which open and which close."""
    pieces = text.split('"')
    if len(pieces) % 2 == 0 or any(mark in text for mark in "“”„«»「」"):
        return None
    out = [pieces[0]]
    for index, piece in enumerate(pieces[1:]):
        opens = index % 2 == 0
        before, after = out[-1][-1:], piece[:1]
        if opens and ((before and (before.isalnum() or before.isdigit())) or not after.strip()):
            return None
        if not opens and (not before.strip() or after.isalnum()):
            return None
        out += [opening if opens else closing, piece]
    return "".join(out)
