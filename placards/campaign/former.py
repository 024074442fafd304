"""An output folder becomes what earlier runs left in it: their files, and what they said of them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from placards.campaign.journal import read_journal
from placards.campaign.manifest import MANIFEST_NAME, Record, artefact_files, record_files
from placards.campaign.names import stays_inside
from placards.files.world import read_bytes
from placards.files.writing import remove_leftovers, write_file
from placards.frozen import dataclass
from placards.messages.trust.status import Status
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, OutputError, Place

_LIMIT = 2_000_000_000

#: So many names stand in a sentence.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Former:
    """What earlier runs left."""

    made: dict[str, Record]  # file → its record
    failed: dict[str, Record]
    ours: frozenset[str]  # files that earlier runs made, or were about to make when they died
    found: tuple[Diagnostic, ...] = ()  # what is wrong with their records
    unfinished: bool = False  # a run died here, and its journal is still there
    derived: tuple[str, ...] = ()  # files that were made of the artefacts


def read_former(out: Path, *, force: bool = False) -> Former:
    """Read the manifest, and the journal of a run that died. A damaged manifest is kept aside. Raises OutputError
    where manifest.json is a link or somebody else's, unless *force* says that it may be replaced."""
    artefacts, failures, found, derived = _read_manifest(out, force)
    made = {r["file"]: r for r in artefacts if isinstance(r.get("file"), str)}
    failed = {r["file"]: r for r in failures if isinstance(r.get("file"), str)}
    files: set[str] = set()
    try:
        journal = read_journal(out)
    except InputError as error:
        raise OutputError(error.diagnostic) from error
    if journal is not None:
        files = journal.files
        for name in journal.made:
            failed.pop(name, None)
        made |= journal.made
        failed |= journal.failed
        if journal.damaged:
            found.append(diagnostic("journal-damaged", place=Place(out), count=journal.damaged))
    made = {name: record for name, record in made.items() if stays_inside(name)}
    listed = {name for record in made.values() for name in record_files(record)}
    beside = tuple(name for name in derived if stays_inside(name))
    ours = frozenset(filter(stays_inside, {*made, *listed, *files, *beside}))
    return Former(made, failed, ours, tuple(found), journal is not None, beside)


def sweep(out: Path, names: Iterable[str]) -> int:
    """Take away what killed runs left half-written, in every folder where they wrote; returns how many files."""
    folders = {Path(name).parent for name in names}
    return sum(remove_leftovers(out / folder) for folder in sorted({Path(), *folders}))


def what_stays(
    former: Former,
    out: Path,
    *,
    made: Iterable[str],
    failed: Iterable[str],
    planned: set[str],
    require: Status | None,
) -> tuple[dict[str, Record], list[Diagnostic]]:
    """The records of files of earlier runs that are still in the folder and were not made again, and what there is to
    say of them. *planned* are all names of the campaign, those left out by ``--only`` included."""
    gone = set(made)
    kept = {n: r for n, r in sorted(former.made.items()) if n not in gone and _is_there(out, r)}
    disallowed = [n for n, record in kept.items() if require is not None and not is_allowed(record, require)]
    stale = sorted({*failed} & kept.keys() - {*disallowed})
    older = sorted(kept.keys() - planned - {*disallowed, *stale})
    rest = len(kept) - len(disallowed) - len(stale) - len(older)
    found = []
    if disallowed:
        found.append(diagnostic("output-disallowed", count=len(disallowed), names=few(disallowed), status=str(require)))
    if stale:
        found.append(diagnostic("output-stale", count=len(stale), names=few(stale)))
    if older:
        found.append(diagnostic("output-older", count=len(older), names=few(older)))
    if rest:
        found.append(diagnostic("output-kept", count=rest))
    return kept, found


def _is_there(out: Path, record: Record) -> bool:
    return any(os.path.lexists(out / name) for name in artefact_files(record) if stays_inside(name))


def few(names: Sequence[str]) -> tuple[str, ...]:
    """Names for a sentence: all of few, the first of many."""
    return tuple(names) if len(names) <= _SHOWN + 1 else (*names[:_SHOWN], "…")


def is_allowed(record: Record, require: Status) -> bool:
    """Whether every message of an artefact is trusted enough; what cannot be read is not."""
    try:
        return all(Status(message["status"]).at_least(require) for message in record["messages"])
    except (KeyError, TypeError, ValueError):
        return False


def _read_manifest(out: Path, force: bool) -> tuple[list[Record], list[Record], list[Diagnostic], list[str]]:
    """Records of artefacts and of failures, what is wrong with them, and the names of derived files."""
    path = out / MANIFEST_NAME
    if not os.path.lexists(path):
        return [], [], [], []
    if path.is_symlink():
        if not force:
            raise OutputError("output-link", link=MANIFEST_NAME, place=Place(out))
        return [], [], [], []
    try:
        data = read_bytes(path, _LIMIT)
    except InputError as error:
        raise OutputError(error.diagnostic) from error
    text = data.decode("utf-8", "replace")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict) and "placards" in value and isinstance(value.get("artefacts"), list):
        return _records(value["artefacts"]), _records(value.get("failed")), [], _names(value.get("derived"))
    saved = [] if value is not None else list(_salvaged(text))
    blank = not data.strip(b"\0 \t\r\n")
    if not (blank or saved or (value is None and '"placards"' in text[:200])):
        if not force:
            raise OutputError("output-foreign", place=Place(path))
        return [], [], [], []
    if blank:
        return [], [], [diagnostic("manifest-damaged", place=Place(path), count=0)], []
    derived = _saved_names(text)
    copy = next(c for c in _copies(path) if not os.path.lexists(c))
    write_file(copy, data)
    return (
        saved,
        [],
        [diagnostic("manifest-damaged-kept", place=Place(path), count=len(saved), copy=copy.name)],
        derived,
    )


def _records(value: Any) -> list[Record]:
    return [record for record in value if isinstance(record, dict)] if isinstance(value, list) else []


def _names(value: Any) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _saved_names(text: str) -> list[str]:
    """The names of derived files that a damaged manifest still holds."""
    found = re.search(r'^ "derived": (\[.*\]),?$', text, re.MULTILINE)
    try:
        return _names(json.loads(found[1])) if found else []
    except (ValueError, RecursionError):
        return []


def _salvaged(text: str) -> Iterator[Record]:
    """The records of artefacts that a damaged manifest still holds whole."""
    decoder = json.JSONDecoder()
    for start in re.finditer(r'\{\s*"file"\s*:', text):
        try:
            record, _ = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            continue
        if "sha256" in record and "layout" in record:  # a thumbnail or a page has the one, and is no artefact
            yield record


def _copies(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.stem}-damaged{path.suffix}")
    number = 2
    while True:
        yield path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")
        number += 1
