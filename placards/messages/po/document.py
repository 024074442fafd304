"""A PO file becomes a document that can be edited, and bytes again: what is not edited stays as it was, byte for byte.

Babel 2.18 cannot write back what it has read: it wraps translator comments, drops the ``#|`` lines and
the comments of obsolete entries, moves obsolete entries to the end, orders the header anew, and forgets byte order mark
and line ends.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path

from placards.files.toml import MAX_BYTES
from placards.files.world import read_bytes
from placards.frozen import dataclass
from placards.messages.po.entries import read_entries
from placards.messages.po.lines import charset_of
from placards.problems.errors import InputError, Place

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_STATEMENT = re.compile(r'(?:(msgctxt|msgid|msgstr)\s*)?"(.*)"')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_UNESCAPES = {escape[1]: char for char, escape in _ESCAPES.items()}

#: The order of comments that gettext writes: translators', extracted, places, flags, the text before the last edit.
_COMMENT_ORDER = ("# ", "#.", "#:", "#,", "#|")


@dataclass
class Line:
    """One line; *kind* is "" for a blank line, a comment's first two characters, or the keyword it belongs to."""

    kind: str
    text: str
    end: str


@dataclass
class Entry:
    """One entry: its lines, with the blank lines before it. The header's msgid is empty."""

    lines: list[Line]
    newline: str = "\n"

    @property
    def obsolete(self) -> bool:
        """Whether the entry is kept for a slogan that is gone."""
        return any(line.kind.startswith("msg") and line.text.lstrip().startswith("#~") for line in self.lines)

    @property
    def context(self) -> str:
        """The slogan's id."""
        return self.string("msgctxt") or ""

    @property
    def source(self) -> str:
        """The msgid, the slogan's text when it was translated."""
        return self.string("msgid") or ""

    @property
    def text(self) -> str:
        """The msgstr."""
        return self.string("msgstr") or ""

    @property
    def is_message(self) -> bool:
        """Whether there is a msgid at all: comments after the last entry make an entry without."""
        return self.string("msgid") is not None

    def string(self, keyword: str) -> str | None:
        """What a keyword says, its lines put together; None where it is not there."""
        found = [line.text for line in self.lines if line.kind == keyword]
        return "".join(map(_unquoted, found)) if found else None

    def set_string(self, keyword: str, text: str) -> None:
        """Say something else; nothing changes where it says that already."""
        if self.string(keyword) == text:
            return
        positions = [index for index, line in enumerate(self.lines) if line.kind == keyword]
        # Only msgctxt may be new: it goes before msgid.
        at = positions[0] if positions else next(i for i, line in enumerate(self.lines) if line.kind == "msgid")
        prefix = "#~ " if self.obsolete else ""
        new = [Line(keyword, prefix + line, self.newline) for line in quoted(keyword, text)]
        self._end_last_line()
        rest = [line for line in self.lines if line.kind != keyword]
        self.lines[:] = [*rest[:at], *new, *rest[at:]]

    def comments(self, kind: str) -> list[str]:
        """The comments of one kind (``"# "``, ``"#."`` …) without their marks."""
        return [line.text.strip()[len(kind.strip()) :].strip() for line in self.lines if line.kind == kind]

    def set_comments(self, kind: str, texts: Sequence[str]) -> None:
        """Replace the comments of one kind; lines that say the same already stay as they are."""
        if self.comments(kind) == list(texts):
            return
        before = _COMMENT_ORDER[: _COMMENT_ORDER.index(kind) + 1]
        rest = [line for line in self.lines if line.kind != kind]
        at = max(
            (i + 1 for i, line in enumerate(rest) if line.kind in before),
            default=next((i for i, line in enumerate(rest) if line.kind), len(rest)),
        )
        self._end_last_line()
        old = {line.text.strip()[len(kind.strip()) :].strip(): line for line in self.lines if line.kind == kind}
        fresh = (Line(kind, f"{kind.strip()} {text}".rstrip(), self.newline) for text in texts)
        new = [old.pop(text, line) for text, line in zip(texts, fresh, strict=True)]
        self.lines[:] = [*rest[:at], *new, *rest[at:]]

    @property
    def flags(self) -> list[str]:
        """Flags such as fuzzy, in their order."""
        return [flag.strip() for line in self.comments("#,") for flag in line.split(",") if flag.strip()]

    @property
    def fuzzy(self) -> bool:
        """Whether the translation is marked as unsure."""
        return "fuzzy" in self.flags

    def set_fuzzy(self, fuzzy: bool) -> None:
        """Mark or unmark the translation; other flags stay."""
        if fuzzy == self.fuzzy:
            return
        flags = ["fuzzy", *self.flags] if fuzzy else [flag for flag in self.flags if flag != "fuzzy"]
        self.set_comments("#,", [", ".join(flags)] if flags else [])

    def set_obsolete(self, obsolete: bool) -> None:
        """Keep the entry for a slogan that is gone, or take it back."""
        if obsolete == self.obsolete:
            return
        for line in self.lines:
            if line.kind.startswith("msg"):
                line.text = f"#~ {line.text}" if obsolete else line.text.lstrip().removeprefix("#~").lstrip()
            elif line.kind == "#|":
                line.text = f"#~{line.text[1:]}" if obsolete else "#" + line.text.lstrip().removeprefix("#~")

    def _end_last_line(self) -> None:
        if self.lines and not self.lines[-1].end:
            self.lines[-1].end = self.newline


@dataclass
class PoDocument:
    """The entries of a file in their order, the header first where there is one."""

    path: Path
    entries: list[Entry] = field(default_factory=list)
    charset: str = "utf-8"
    bom: bool = False
    newline: str = "\n"

    def active(self) -> Iterator[Entry]:
        """The entries that count: no header, nothing obsolete."""
        return (e for e in self.entries if e.is_message and not e.obsolete and (e.source or e.context))

    def encoded(self) -> bytes:
        """The file's bytes; raises InputError where its charset cannot say what was put in."""
        text = "".join(line.text + line.end for entry in self.entries for line in entry.lines)
        try:
            raw = text.encode(self.charset)
        except UnicodeEncodeError as error:
            raise InputError(
                "catalog-encoding",
                place=Place(self.path),
                charset=self.charset.upper(),
                character=text[error.start],
            ) from None
        return codecs.BOM_UTF8 + raw if self.bom else raw


def read_document(path: Path) -> PoDocument:
    """Read a PO file to edit it; raises InputError with file and line for one that is broken."""
    return parse_document(read_bytes(path, MAX_BYTES), path)


def parse_document(raw: bytes, path: Path) -> PoDocument:
    """The bytes of a PO file as a document; raises InputError as reading a catalog does."""
    read_entries(raw, path)
    charset = charset_of(raw)
    bom = raw.startswith(codecs.BOM_UTF8)
    text = raw.removeprefix(codecs.BOM_UTF8).decode(charset)
    ends = [match[2] for match in _LINE.finditer(text) if match[2]]
    newline = max(("\n", "\r\n", "\r"), key=ends.count)
    return PoDocument(path, list(_entries(text, newline)), charset, bom, newline)


def quoted(keyword: str, text: str) -> list[str]:
    """A keyword and its text as lines of a PO file, one for each line of the text, as gettext writes them."""
    pieces = re.findall(r"[^\n]*\n|[^\n]+", text) or [""]
    strings = [f'"{"".join(_ESCAPES.get(char, char) for char in piece)}"' for piece in pieces]
    return [f"{keyword} {strings[0]}"] if len(strings) == 1 else [f'{keyword} ""', *strings]


def _entries(text: str, newline: str) -> Iterator[Entry]:
    lines: list[Line] = []
    keyword = ""  # that the last statement belongs to; "" before the first of an entry
    matches = [match for match in _LINE.finditer(text) if match[0]]
    for position, (line, end) in enumerate(match.groups() for match in matches):
        kind = _kind(line, keyword)
        if keyword == "msgstr" and kind != "msgstr" and not _goes_on(m[1] for m in matches[position:]):
            yield Entry(lines, newline)
            lines, keyword = [], ""
        keyword = kind if kind.startswith("msg") else keyword
        lines.append(Line(kind, line, end))
    if lines:
        yield Entry(lines, newline)


def _goes_on(lines: Iterator[str]) -> bool:
    """Whether a string goes on behind blank lines."""
    body = next((line.strip() for line in lines if line.strip()), "")
    return body.removeprefix("#~").strip().startswith('"')


def _kind(line: str, keyword: str) -> str:
    body = line.strip().removeprefix("\ufeff")
    if body.startswith(("#|", "#~|")):
        return "#|"
    if body.startswith("#~"):
        body = body[2:].strip()
        if not body:
            return "#~"
    if not body:
        return ""
    if body.startswith("#"):
        return body[:2] if body[:2] in _COMMENT_ORDER else "# " if body == "#" or body[1:2].isspace() else body[:2]
    match = _STATEMENT.fullmatch(body)
    return (match[1] or keyword) if match else keyword


def _unquoted(line: str) -> str:
    match = _STATEMENT.fullmatch(line.strip().removeprefix("#~").strip())
    return re.sub(r"\\(.)", lambda m: _UNESCAPES.get(m[1], m[0]), match[2]) if match else ""
