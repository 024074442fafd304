"""Artefacts become zips that a messenger takes: by language, layout, size or set, in parts below a limit.

A zip begins with a note, the picking list and the check sums of what follows. By these first bytes alone a later run
knows whether it holds what it should, and leaves it as it is.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from placards.campaign.derived.campaign import Campaign
from placards.campaign.derived.groups import grouped
from placards.campaign.derived.items import Item, Member
from placards.campaign.derived.names import named_apart
from placards.campaign.derived.picking import PICKING_NAME, Places, picking_list
from placards.campaign.derived.sums import SUMS_NAME, sums
from placards.campaign.derived.zip_file import MOST_MEMBERS, OVERHEAD, ZipFile
from placards.campaign.former import few
from placards.frozen import dataclass
from placards.locale.language import language_name
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import InputError

FOLDER = "zip"
README_NAME = "README.txt"

#: What the note, the totals and the end of a zip take at most, and a row of the list besides its words.
_FRAME = 16_000
_ROW = 600

#: What its bytes would not make smaller.
_PACKED = (".svg", ".txt")

#: The end of a zip without a comment.
_END_SIZE = 22


class AlteredError(Exception):
    """A file is not what its record says."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


@dataclass(frozen=True, slots=True)
class Archive:
    """One zip."""

    name: str  # below the output folder
    campaign: Campaign
    by: str
    group: str
    items: tuple[Item, ...]
    part: int = 1
    parts: int = 1

    @property
    def members(self) -> tuple[Member, ...]:
        return tuple(member for item in self.items for member in item.members)

    def is_current(self, out: Path, places: Places) -> bool:
        """Whether the file is a whole zip that begins as this one does."""
        begin = io.BytesIO()
        _add_head(ZipFile(begin), self, places)
        try:
            with (out / self.name).open("rb") as stream:
                if stream.read(begin.tell()) != begin.getvalue():
                    return False
                size = stream.seek(0, io.SEEK_END)
                stream.seek(size - _END_SIZE)
                end = stream.read()
        except OSError:
            return False
        central, offset = int.from_bytes(end[12:16], "little"), int.from_bytes(end[16:20], "little")
        return end[:4] == b"PK\5\6" and central + offset + _END_SIZE == size

    def write(self, out: Path, places: Places, stream: BinaryIO, check: Callable[[], None]) -> None:
        """Write it; a file at a time is in memory, and *check* is called before each. Raises AlteredError."""
        target = ZipFile(stream)
        _add_head(target, self, places)
        for member in self.members:
            check()
            target.add(member.name, checked_bytes(out, member), packed=member.name.endswith(_PACKED))
        target.close()


def plan_zips(items: Sequence[Item], campaign: Campaign, by: str, limit: int, report: Report) -> list[Archive]:
    """The zips of all groups, each below *limit* bytes where its artefacts allow that; *report* hears where not, and
    which artefacts are in several."""
    groups = grouped(items, by)
    names = named_apart((campaign.stem, group) for group in groups)
    shared = sum(by == "language" and len(item.languages) > 1 for item in items)
    if shared:
        report(diagnostic("derived-zip-shared", count=shared))
    large: dict[str, None] = {}
    out: list[Archive] = []
    for group, own in groups.items():
        parts = list(_parts(own, limit))
        large |= dict.fromkeys(part[0].name for part in parts if len(part) == 1 and _FRAME + _cost(part[0]) > limit)
        for number, part in enumerate(parts, start=1):
            suffix = f"-{number}" if len(parts) > 1 else ""
            name = f"{FOLDER}/{names[campaign.stem, group]}{suffix}.zip"
            out.append(Archive(name, campaign, by, group, tuple(part), number, len(parts)))
    if large:
        report(diagnostic("derived-zip-large", count=len(large), names=few(list(large)), limit=_megabytes(limit)))
    return out


def checked_bytes(folder: Path, member: Member) -> bytes:
    """The bytes of a file; raises AlteredError where they are not those that were made."""
    try:
        data = (folder / member.name).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != member.sha256:
        raise AlteredError(member.name)
    return data


def _parts(items: Sequence[Item], limit: int) -> Iterator[list[Item]]:
    part: list[Item] = []
    size, count = _FRAME, 0
    for item in items:
        cost = _cost(item)
        if part and (size + cost > limit or count + len(item.members) > MOST_MEMBERS):
            yield part
            part, size, count = [], _FRAME, 0
        part.append(item)
        size += cost
        count += len(item.members)
    if part:
        yield part


def _cost(item: Item) -> int:
    """What an artefact takes at most."""
    names = sum(len(member.name.encode()) for member in item.members)
    words = sum(len(text.encode()) for text in (*item.words, *item.warnings, *item.statuses, *item.languages))
    return item.bytes + len(item.members) * (OVERHEAD + 70) + 4 * names + words + _ROW


def _add_head(target: ZipFile, archive: Archive, places: Places) -> None:
    target.add(README_NAME, _readme(archive).encode(), packed=True)
    target.add(PICKING_NAME, picking_list(archive.items, places), packed=True)
    target.add(SUMS_NAME, sums({member.name: member.sha256 for member in archive.members}), packed=True)


def _readme(archive: Archive) -> str:
    items = archive.items
    drafts = sum(item.draft for item in items)
    shared = sum(len(item.languages) > 1 for item in items) if archive.by == "language" else 0
    lines = [archive.campaign.name] if archive.campaign.name else []
    lines.append(f"{archive.by.capitalize()}: {_group_words(archive)}")
    if archive.parts > 1:
        lines.append(f"Part {archive.part} of {archive.parts}")
    lines += ["", f"Posters, placards and images in this zip: {len(items)}"]
    if drafts:
        lines.append(f"Drafts among them, which are not for print: {drafts}")
    if shared:
        lines.append(f"In several languages, and so in the zip of each of them: {shared}")
    lines += [
        "",
        "Print at 100 % (“actual size”).",
        f"{PICKING_NAME} says what each file is, how large, and how many are printed; any spreadsheet opens it.",
        f"{SUMS_NAME} shows whether a file came through whole: sha256sum -c {SUMS_NAME}",
    ]
    return "\n".join([*lines, ""])


def _group_words(archive: Archive) -> str:
    return named_language(archive.group) if archive.by == "language" else archive.group or "none"


def named_language(tag: str) -> str:
    """A language by its own name, its English one and its tag.

    >>> named_language("ar")
    'العربية, Arabic (ar)'
    """
    try:
        own, english = language_name(tag), language_name(tag, "en")
    except InputError:
        return tag or "none"
    names = [name for name in dict.fromkeys((own, english)) if name != tag]
    return f"{', '.join(names)} ({tag})" if names else tag


def _megabytes(limit: int) -> str:
    return f"{limit / 1_000_000:g} MB"
