"""The statements of a PO file become its entries; what other readers misread in silence raises an error here.

Babel 2.18 (babel.messages.pofile), which tests compare this with on every shipped catalog, even with
``abort_invalid=True``
- cuts off the last character of a string whose closing quote is missing, and keeps unknown escapes as they stand;
- gives an entry the msgstr of the entry before, where that has no msgid, and takes the first of two msgstr;
- merges entries that stand twice;
- takes an entry that has a msgctxt and an empty msgid for the header, and raises ValueError for a date in the header
  that it does not know;
- takes ``#|`` lines (the msgid before the last edit) for translator comments, and stops at ``#~|``;
- keeps a byte order mark as part of the first keyword.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from placards.frozen import dataclass
from placards.messages.po.lines import Statement, read_statements
from placards.patterns import pattern
from placards.problems.errors import InputError, Place

#: What may follow what in an entry; a comment ends an entry as a blank line does.
_FOLLOWERS = {"": ("msgctxt", "msgid"), "msgctxt": ("msgid",), "msgid": ("msgstr",), "msgstr": ("msgctxt", "msgid")}

_ESCAPE = pattern(r'\\([\\"ntr])')
_UNESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True, slots=True)
class PoEntry:
    """An entry as it stands in the file; the header is the one with an empty source and no context."""

    line: int  # of its msgid
    context: str | None
    source: str
    text: str
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()  # extracted: ``#.``
    translator_comments: tuple[str, ...] = ()
    obsolete: bool = False

    @property
    def header(self) -> bool:
        return not self.source and self.context is None


def read_entries(raw: bytes, path: Path | str) -> list[PoEntry]:
    """The entries of a PO file in their order, obsolete ones too; raises InputError with the line."""
    statements = read_statements(raw, path)
    _check_order(statements, path)
    entries = list(_entries(statements))
    _check_identities(entries, path)
    return entries


def _check_order(statements: Sequence[Statement], path: Path | str) -> None:
    previous, obsolete, last = "", False, 1
    for statement in statements:
        place, keyword = Place(path, statement.line), statement.keyword
        if statement.comment:
            if previous == "msgid":
                raise InputError("catalog-comment", place=place)
            previous = "" if previous == "msgstr" else previous
            continue
        if previous in ("msgctxt", "msgid") and statement.obsolete != obsolete:
            raise InputError("catalog-half-obsolete", place=place)
        if not keyword and not previous:
            raise InputError("catalog-stray-text", place=place)
        if keyword and keyword not in _FOLLOWERS[previous]:
            wanted = " or ".join(_FOLLOWERS[previous])
            code = "catalog-order" if previous else "catalog-order-start"
            raise InputError(code, place=place, word=keyword, previous=previous, wanted=wanted)
        previous, obsolete, last = keyword or previous, statement.obsolete, statement.line
    if previous in ("msgctxt", "msgid"):
        raise InputError("catalog-ends", place=Place(path, last), wanted=_FOLLOWERS[previous][0])


def _entries(statements: Sequence[Statement]) -> Iterator[PoEntry]:
    """Put statements together, which stand in the right order."""
    parts: dict[str, list[str]] = {}
    comments: dict[str, list[str]] = {}
    keyword, line, obsolete = "", 0, False
    for statement in [*statements, Statement(0, "msgid", "")]:
        if "msgstr" in parts and (statement.comment or statement.keyword in ("msgctxt", "msgid")):
            yield _entry(parts, comments, line, obsolete)
            parts, comments = {}, {}
        if statement.comment:
            comments.setdefault(statement.keyword, []).append(statement.text)
            continue
        keyword = statement.keyword or keyword
        if statement.keyword == "msgid":
            line = statement.line
        parts.setdefault(keyword, []).append(statement.text)
        obsolete = statement.obsolete


def _entry(parts: dict[str, list[str]], comments: dict[str, list[str]], line: int, obsolete: bool) -> PoEntry:
    strings = {keyword: _unescaped("".join(texts)) for keyword, texts in parts.items()}
    return PoEntry(
        line,
        strings.get("msgctxt"),
        strings["msgid"],
        strings["msgstr"],
        tuple(flag.strip() for text in comments.get("#,", ()) for flag in text.split(",")),
        _distinct(comments.get("#.", ())),
        _distinct(comments.get("# ", ())),
        obsolete,
    )


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _UNESCAPED.get(match[1], match[1]), text) if "\\" in text else text


def _check_identities(entries: Sequence[PoEntry], path: Path | str) -> None:
    seen: dict[tuple[str, str], int] = {}
    for position, entry in enumerate(entries):
        if entry.obsolete:
            continue
        place = Place(path, entry.line)
        if not entry.source and entry.context is not None:
            raise InputError("catalog-empty-msgid", place=place, entry=entry.context)
        first = seen.setdefault((entry.context or "", entry.source), entry.line)
        if first != entry.line:
            if entry.header:
                raise InputError("catalog-header-twice", place=place, first=first)
            raise InputError("catalog-twice", place=place, first=first, entry=entry.context or entry.source)
        if entry.header and position:
            raise InputError("catalog-header-late", place=place)
