"""A record of the manifest becomes what a person who prints or sends the artefact wants to know of it.

Records may come out of a damaged or an older manifest: what cannot be read as one is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import PurePosixPath
from typing import Any

from placards.campaign.former import few
from placards.campaign.manifest import Record
from placards.campaign.names import stays_inside
from placards.frozen import dataclass
from placards.locale.language import script_of
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import InputError

#: Scripts in which lines of one sentence follow each other without a space.
_UNSPACED = {"Hans", "Hant", "Hani", "Jpan", "Hira", "Kana", "Bopo", "Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Yiii"}

_CAUTIONS = "message-caution"

_DIGEST = re.compile(r"[0-9a-f]{64}")

#: A sheet of more slogans than these is known by its title.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an artefact, below the output folder."""

    name: str
    sha256: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Item:
    """One artefact."""

    name: str  # of its first file
    record: str  # of its record
    members: tuple[Member, ...]
    layout: str = ""
    size: str = ""
    set: str = ""
    trim_mm: tuple[float, float] | None = None
    bleed_mm: float = 0.0
    on_screen: bool = False  # it is not printed
    pages: int = 1
    copies: int = 1
    stock: str = ""
    languages: tuple[str, ...] = ()
    words: tuple[str, ...] = field(default=())  # the slogan, or the title, as it is set: one a language that shows it
    draft: bool = False
    statuses: tuple[str, ...] = ()  # of its messages, each once
    warnings: tuple[str, ...] = ()
    thumbnail: Member | None = None

    @property
    def is_pdf(self) -> bool:
        return self.name.lower().endswith(".pdf")

    @property
    def sheets(self) -> int:
        """How many pages are printed in all; 0 of what is not."""
        return 0 if self.on_screen else self.pages * self.copies

    @property
    def bytes(self) -> int:
        return sum(member.size for member in self.members)


def items_of(records: Iterable[Record], report: Report) -> tuple[Item, ...]:
    """The artefacts of all records, in the order of their names; *report* hears of records that cannot be read."""
    items, unreadable = [], []
    for record in records:
        item = item_of(record)
        if item is None:
            unreadable.append(str(record.get("file")))
        else:
            items.append(item)
    if unreadable:
        report(diagnostic("derived-unreadable", count=len(unreadable), names=few(unreadable)))
    return tuple(sorted(items, key=lambda item: item.name))


def item_of(record: Record) -> Item | None:
    """The artefact of a record; None where that names no file of the folder with its digest."""
    members = _members(record)
    if not members:
        return None
    languages = _strings(record.get("languages"))
    return Item(
        members[0].name,
        _string(record.get("file")),
        members,
        _string(record.get("layout")),
        _string(record.get("size")),
        _string(record.get("set")),
        _pair(record.get("trim_mm")),
        _number(record.get("bleed_mm")),
        record.get("pixels") is not None,
        _count(record.get("pages")),
        _count(record.get("copies")),
        _string(record.get("stock")),
        languages,
        _words(record, languages),
        record.get("draft") is True,
        tuple(dict.fromkeys(_string(m.get("status")) for m in _tables(record.get("messages")))),
        _warnings(record),
        _member(_table(record.get("thumbnail"))),
    )


def _members(record: Record) -> tuple[Member, ...]:
    """The artefact's own file first."""
    files = _tables(record.get("files"))
    # Of several pages of which each is a file, the record's own name may be none.
    others = [file for file in files if file.get("file") != record.get("file")]
    own = [] if files and len(others) == len(files) else [record]
    found = [_member(table) for table in (*own, *others)]
    return tuple(member for member in found if member is not None) if None not in found else ()


def _member(table: Record) -> Member | None:
    name, digest, size = table.get("file"), table.get("sha256"), table.get("bytes")
    if not (isinstance(name, str) and stays_inside(name) and _is_text(name)):
        return None
    if not (isinstance(digest, str) and _DIGEST.fullmatch(digest) and isinstance(size, int) and size >= 0):
        return None
    return Member(name, digest, size)


def _warnings(record: Record) -> tuple[str, ...]:
    """What whoever prints it should know. Cautions are for whoever carries the words, and their shop need not read
    where people were arrested for them."""
    found = [
        one
        for one in _tables(record.get("diagnostics"))
        if one.get("severity") == "warning" and not _string(one.get("code")).startswith(_CAUTIONS)
    ]
    return tuple(dict.fromkeys(_string(one.get("sentence")) for one in found))


def _words(record: Record, languages: Sequence[str]) -> tuple[str, ...]:
    texts = _tables(record.get("texts"))
    out = []
    for language in languages:
        own = [text for text in texts if text.get("language") == language]
        slogans = [text for text in own if text.get("role") in ("slogan", "translation")]
        titles = [text for text in own if text.get("role") == "title"]
        if (len(slogans) > _FEW and titles) or not slogans:
            slogans = titles
        words = [_joined(_strings(text.get("lines")), language) for text in slogans[:_FEW]]
        more = " …" if len(slogans) > _FEW else ""
        if any(words):
            out.append(" / ".join(filter(None, words)) + more)
    return tuple(out) or (PurePosixPath(_string(record.get("file"))).stem,)


def _joined(lines: Sequence[str], language: str) -> str:
    """The lines of a text as one line."""
    try:
        space = "" if script_of(language) in _UNSPACED else " "
    except InputError:
        space = " "
    out = ""
    for text in lines:
        out += text if not out or out.endswith(("-", "\u2010")) else space + text
    return " ".join(out.split())


def _string(value: Any) -> str:
    return value if isinstance(value, str) and _is_text(value) else ""


def _is_text(value: str) -> bool:
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str) and _is_text(v)) if isinstance(value, list) else ()


def _table(value: Any) -> Record:
    return value if isinstance(value, dict) else {}


def _tables(value: Any) -> list[Record]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9 else 1


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and 0 <= value < 10**6 else 0.0


def _pair(value: Any) -> tuple[float, float] | None:
    if isinstance(value, list) and len(value) == 2 and all(_number(v) > 0 for v in value):
        return _number(value[0]), _number(value[1])
    return None
