"""The bytes of a PO file become lines that Babel reads rightly; what it would misread in silence raises an error here.

Babel 2.18 (babel.messages.pofile) even with ``abort_invalid=True``
- cuts off the last character of a string whose closing quote is missing, and keeps unknown escapes as they stand;
- gives an entry the msgstr of the entry before, where that has no msgid, and takes the first of two msgstr;
- merges entries that stand twice;
- takes an entry that has a msgctxt and an empty msgid for the header, and raises ValueError for a date in the header
  that it does not know;
- takes ``#|`` lines (the msgid before the last edit) for translator comments, and stops at ``#~|``;
- keeps a byte order mark as part of the first keyword.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from placards.files.toml import MAX_BYTES
from placards.problems.errors import InputError, Place, did_you_mean

_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=([^\s\\";]+)', re.IGNORECASE | re.MULTILINE)
_STATEMENT = re.compile(r'(?:(?P<keyword>msgctxt|msgid|msgstr)\s*)?(?P<string>"(?:[^"\\]|\\[\\"ntr])*")')
_KEYWORDS = ["msgctxt", "msgid", "msgstr"]

#: What may follow what in an entry; a comment ends an entry as a blank line does.
_FOLLOWERS = {"": ("msgctxt", "msgid"), "msgctxt": ("msgid",), "msgid": ("msgstr",), "msgstr": ("msgctxt", "msgid")}


@dataclass(frozen=True, slots=True)
class _Statement:
    """A line with a string; the keyword is empty where the line continues the string before it, "#" for comments."""

    line: int
    keyword: str
    string: str  # between the quotes, escapes as written
    obsolete: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int  # of its msgid
    end: int  # its last line
    context: str | None
    source: str
    obsolete: bool


def checked_lines(raw: bytes, path: Path) -> list[str]:
    """The lines of a PO file, comments and strings in normal form, the header blank; raises InputError with the line.

    Every line keeps its number.
    """
    if len(raw) > MAX_BYTES:
        raise _error(path, None, f"the file has {len(raw):,} bytes, more than {MAX_BYTES:,}", "Split it")
    text = _decode(raw, path)
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    statements = list(_statements(lines, path))
    _check_order(statements, path)
    entries = list(_entries(statements))
    _check_identities(entries, path)
    _blank_header(lines, entries)
    return lines


def charset_of(raw: bytes) -> str:
    """The charset that the header names; UTF-8 where it names none, or there is a byte order mark."""
    match = _CHARSET.search(raw)
    charset = match[1].decode("ascii", "replace") if match else "utf-8"
    # CHARSET is what xgettext writes before anybody knows.
    return "utf-8" if raw.startswith(codecs.BOM_UTF8) or charset == "CHARSET" else charset


def _decode(raw: bytes, path: Path) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _error(path, 1, "the file is UTF-16", "Save it as UTF-8")
    charset = charset_of(raw)
    match = _CHARSET.search(raw)
    line = _line_of(raw, match.start()) if match else 1
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode(charset)
    except LookupError:
        raise _error(path, line, f"“{charset}” is no charset", "Save the file as UTF-8 and say charset=UTF-8") from None
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise _error(
            path,
            _line_of(raw, start),
            f"not {charset.upper()} text, which its header promises",
            "Save the file as UTF-8 and say charset=UTF-8",
        ) from None


def _line_of(raw: bytes, offset: int) -> int:
    return raw[:offset].count(b"\n") + 1


def _statements(lines: list[str], path: Path) -> Iterator[_Statement]:
    """The lines that matter; *lines* get their normal form on the way."""
    for index, line in enumerate(lines):
        if line.startswith(("#|", "#~|")):
            lines[index] = ""
            continue
        obsolete = line.startswith("#~")
        body = line[2:].strip() if obsolete else line
        if not body:
            continue
        if body.startswith("#"):
            yield _Statement(index + 1, "#", "", False)
            continue
        match = _STATEMENT.fullmatch(body)
        if match is None:
            raise _syntax_error(body, path, index + 1)
        keyword = match["keyword"] or ""
        lines[index] = " ".join(filter(None, ("#~" if obsolete else "", keyword, match["string"])))
        yield _Statement(index + 1, keyword, match["string"][1:-1], obsolete)


def _syntax_error(body: str, path: Path, line: int) -> InputError:
    word, string = re.match(r'([^\s"]*)\s*(.*)', body, re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    if word == "msgid_plural" or word.startswith("msgstr["):
        return _error(path, line, f"“{word}”: slogans have no plural forms", "Give the entry one msgid and one msgstr")
    if word and word not in _KEYWORDS:
        return _error(path, line, f"“{word}” is no keyword of a PO file", did_you_mean(word, _KEYWORDS))
    if not string.startswith('"'):
        return _error(path, line, f"“{word}” has no text in quotes", f'Write {word} "…"')
    inner = re.sub(r'\\[\\"ntr]', "", string[1:])
    escape = re.search(r"\\.", inner)
    if escape and '"' not in inner[: escape.start()]:
        return _error(path, line, f"“{escape[0]}” is no escape of a PO file", r"Write \\ for one backslash")
    if '"' not in inner:
        return _error(path, line, "the closing quote is missing", 'End the line with "')
    return _error(path, line, "a quote stands inside the text", r"Write “…” or \" for quotes within the text")


def _check_order(statements: list[_Statement], path: Path) -> None:
    previous, obsolete = "", False
    for statement in statements:
        line, keyword = statement.line, statement.keyword
        if keyword == "#":
            if previous == "msgid":
                raise _error(path, line, "a comment stands between msgid and msgstr", "Move it above the entry")
            previous = "" if previous == "msgstr" else previous
            continue
        if previous in ("msgctxt", "msgid") and statement.obsolete != obsolete:
            raise _error(path, line, "only a part of the entry is marked #~", "Mark all of its lines or none")
        if not keyword and not previous:
            raise _error(path, line, "this text belongs to no entry", "Write msgid or msgstr before it")
        if keyword and keyword not in _FOLLOWERS[previous]:
            after = f"after “{previous}”" if previous else "at the start of an entry"
            raise _error(path, line, f"“{keyword}” stands {after}", f"Write {' or '.join(_FOLLOWERS[previous])} there")
        previous, obsolete = keyword or previous, statement.obsolete
    if previous in ("msgctxt", "msgid"):
        last = max(s.line for s in statements if s.keyword != "#")
        raise _error(path, last, "the file ends in the middle of an entry", f"Add its {_FOLLOWERS[previous][0]}")


def _entries(statements: list[_Statement]) -> Iterator[_Entry]:
    """Put statements together, which stand in the right order."""
    parts: dict[str, str] = {}
    keyword, line, end, obsolete = "", 0, 0, False
    for statement in [*statements, _Statement(0, "msgid", "", False)]:
        if statement.keyword == "#":
            continue
        if statement.keyword in ("msgctxt", "msgid") and "msgstr" in parts:
            yield _Entry(line, end, parts.get("msgctxt"), parts["msgid"], obsolete)
            parts = {}
        keyword = statement.keyword or keyword
        if statement.keyword == "msgid":
            line = statement.line
        parts[keyword] = parts.get(keyword, "") + statement.string
        end, obsolete = statement.line, statement.obsolete


def _check_identities(entries: list[_Entry], path: Path) -> None:
    seen: dict[tuple[str, str], int] = {}
    for position, entry in enumerate(entries):
        if entry.obsolete:
            continue
        if not entry.source and entry.context is not None:
            raise _error(
                path, entry.line, f"the entry “{entry.context}” has an empty msgid", "Write the pack's text there"
            )
        first = seen.setdefault((entry.context or "", entry.source), entry.line)
        if first != entry.line:
            name = f"the entry “{entry.context or entry.source}”" if entry.source else "the header"
            raise _error(path, entry.line, f"{name} is in line {first} already", "Keep one of the two")
        if not entry.source and position:
            raise _error(path, entry.line, 'msgid "" stands after other entries', "Move the header to the top")


def _blank_header(lines: list[str], entries: list[_Entry]) -> None:
    if entries and not entries[0].source and not entries[0].obsolete:
        lines[: entries[0].end] = [""] * entries[0].end


def _error(path: Path, line: int | None, problem: str, remedy: str) -> InputError:
    return InputError(problem, remedy=remedy, place=Place(path, line), code="catalog")
