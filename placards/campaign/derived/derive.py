"""Records become the files beside the artefacts: bundles, zips, the picking list, and check sums of them all.

Each is a function of the records and the artefacts' bytes, and is written only where that gives other bytes than are
there. `derive` makes what the manifest then lists; `seal` writes SHA256SUMS when the manifest is there too.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, BinaryIO, cast

from placards.campaign.derived.bundles import Bundle, plan_bundles
from placards.campaign.derived.campaign import NAMELESS, Campaign
from placards.campaign.derived.extras import Extras
from placards.campaign.derived.items import Item
from placards.campaign.derived.picking import PICKING_NAME, Places, is_picking_list, picking_list
from placards.campaign.derived.sums import SUMS_NAME, file_digest, read_sums, sums
from placards.campaign.derived.zips import AlteredError, Archive, plan_zips
from placards.campaign.former import few
from placards.campaign.manifest import MANIFEST_NAME
from placards.campaign.worker import refuse_links
from placards.files.writing import holds, write_file, writing_file
from placards.frozen import dataclass
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import InputError, OutputError, Place

#: After these nothing else can be written either.
_ENDING = {"output-full", "output-quota"}


@dataclass(frozen=True, slots=True)
class Derived:
    """What there is beside the artefacts: names below the output folder, sorted, and the digests of some of them."""

    names: tuple[str, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Folder:
    """The output folder, and what may happen in it."""

    out: Path
    ours: Container[str] = ()  # files that may be replaced: an earlier run made them, or was about to
    force: bool = False  # every file may
    intend: Callable[[Iterable[str]], None] = lambda names: None  # hears what is going to be written

    def may_write(self, name: str) -> bool:
        """Whether a file may be made or replaced; raises OutputError where it is a link, or lies behind one."""
        if self.force:
            return True
        root = Path(os.path.realpath(self.out))
        refuse_links(root, root / name)
        return name in self.ours or not os.path.lexists(root / name) or self._is_like_ours(name)

    def _is_like_ours(self, name: str) -> bool:
        """Whether a list is one of ours, whoever lost the record of it: by our headings, by our manifest in it."""
        if name == SUMS_NAME:
            return MANIFEST_NAME in read_sums(self.out)
        return name == PICKING_NAME and is_picking_list(self.out / name)


def derive(
    items: Sequence[Item],
    folder: Folder,
    extras: Extras,
    report: Report,
    check: Callable[[], None],
    *,
    campaign: Campaign = NAMELESS,
    held_back: Container[str] = (),
    small: Callable[[Sequence[Item]], Mapping[str, bytes]] = lambda items: {},
) -> Derived:
    """Make what *extras* ask for and the picking list. *report* hears what there is to say, *check* is called between
    files and may raise to end it. Artefacts that are *held back* (nobody should print them) are in none of it. *small*
    gives further small files of the artefacts that are there, by name.

    Raises OutputError where the disk is full; whatever else keeps one file from being written is reported."""
    items = _present([item for item in items if item.record not in held_back], folder.out, report)
    while True:
        try:
            return _derive(items, folder, extras, report, check, campaign, small(items))
        except AlteredError as altered:
            report(diagnostic("derived-altered", count=1, names=(altered.name,)))
            items = [item for item in items if all(member.name != altered.name for member in item.members)]
        except InputError as error:  # an artefact that is no PDF
            report(error.diagnostic)
            items = [item for item in items if folder.out / item.name != error.place.file]


def seal(items: Iterable[Item], folder: Folder, derived: Derived, report: Report, check: Callable[[], None]) -> None:
    """Write SHA256SUMS of all artefacts, of what was derived from them, and of the manifest. Raises OutputError as
    `derive` does."""
    digests: dict[str, str] = {}
    for item in items:
        digests |= {member.name: member.sha256 for member in item.members}
        if item.thumbnail is not None:
            digests[item.thumbnail.name] = item.thumbnail.sha256
    for name in (MANIFEST_NAME, *derived.names):
        if name == SUMS_NAME:
            continue
        try:
            digests[name] = derived.digests.get(name) or file_digest(folder.out / name, check)
        except OSError:
            continue  # it is not there any more
    put(folder, SUMS_NAME, sums(digests), report)


def _present(items: Iterable[Item], out: Path, report: Report) -> list[Item]:
    """The artefacts of which every file is in the folder as it was made."""
    root = os.path.join(out, "")  # a Path for each of many files would take longer than asking for them
    missing: list[str] = []
    altered: list[str] = []
    found = []
    for item in items:
        sizes = [(member, _size(f"{root}{member.name}")) for member in item.members]
        gone = [member.name for member, size in sizes if size is None]
        other = [member.name for member, size in sizes if size not in (None, member.size)]
        missing += gone
        altered += other
        if not (gone or other):
            found.append(item)
    for code, names in (("derived-missing", missing), ("derived-altered", altered)):
        if names:
            report(diagnostic(code, count=len(names), names=few(names)))
    return found


def _size(path: str) -> int | None:
    try:
        return os.stat(path).st_size
    except OSError:
        return None


def _derive(
    items: Sequence[Item], folder: Folder, extras: Extras, report: Report, check: Callable[[], None],
    campaign: Campaign, small: Mapping[str, bytes],
) -> Derived:  # fmt: skip
    bound = plan_bundles(items, campaign, extras.bundle, report) if extras.bundle else []
    packed = plan_zips(items, campaign, extras.zip, extras.zip_limit, report) if extras.zip else []
    pieces: list[Bundle | Archive] = [*bound, *packed]
    names = [PICKING_NAME, SUMS_NAME, *small, *(piece.name for piece in pieces)]
    folder.intend([name for name in names if not os.path.lexists(folder.out / name)])
    places = _places(bound, packed)
    known = read_sums(folder.out)
    digests: dict[str, str | None] = {SUMS_NAME: None} if _is_free(folder, SUMS_NAME) else {}
    if put(folder, PICKING_NAME, picking_list(items, places), report):
        digests[PICKING_NAME] = None
    digests |= {name: None for name, data in small.items() if put(folder, name, data, report)}
    for piece in pieces:
        check()
        if piece.is_current(folder.out, places):
            digests[piece.name] = known.get(piece.name)
        else:
            digest = _write(folder, piece, places, report, check)
            digests |= {piece.name: digest} if digest else {}
    return Derived(tuple(sorted(digests)), {name: digest for name, digest in digests.items() if digest})


def _places(bound: Iterable[Bundle], packed: Iterable[Archive]) -> Places:
    found: dict[str, list[str]] = {}
    for archive in packed:
        for item in archive.items:
            found.setdefault(item.name, []).append(archive.name)
    labels = {name: (bundle.name, label) for bundle in bound for name, label in bundle.labels.items()}
    return Places(labels, found)


def put(folder: Folder, name: str, data: bytes, report: Report) -> bool:
    """Write a file unless its very bytes are there; whether it is there now. Raises OutputError as `derive` does."""
    path = folder.out / name
    try:
        if holds(path, data):
            return True
        if not folder.may_write(name):
            raise OutputError("output-foreign", place=Place(path))
        write_file(path, data)
    except OutputError as error:
        _tell(error, report)
        return False
    return True


def _is_free(folder: Folder, name: str) -> bool:
    try:
        return folder.may_write(name)
    except OutputError:  # said when it is to be written
        return False


def _write(
    folder: Folder, piece: Bundle | Archive, places: Places, report: Report, check: Callable[[], None]
) -> str | None:
    """Write a large file; its digest, or None where it could not be written."""
    path = folder.out / piece.name
    try:
        if not folder.may_write(piece.name):
            raise OutputError("output-foreign", place=Place(path))
        with writing_file(path) as stream:
            counted = _Digesting(stream)
            piece.write(folder.out, places, cast(BinaryIO, counted), check)
    except OutputError as error:
        _tell(error, report)
        return None
    return counted.digest


def _tell(error: OutputError, report: Report) -> None:
    if error.code in _ENDING:
        raise error
    report(error.diagnostic)


class _Digesting(io.RawIOBase):
    """Hands on what is written, and knows its SHA-256."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._total = stream, hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._total.update(data)
        return self._stream.write(data)

    @property
    def digest(self) -> str:
        return self._total.hexdigest()
