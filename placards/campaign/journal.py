"""What a run intends and does becomes lines at the end of a file, so that the next one knows after any death.

First the names of all files that the run may write, then each outcome. A run that ends puts it all into the manifest
and takes the journal away.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path

from placards import __version__
from placards.campaign.manifest import Record, line
from placards.files.world import read_bytes
from placards.files.writing import Appender, remove_file
from placards.frozen import dataclass
from placards.problems.errors import InputError, OutputError

JOURNAL_NAME = ".placards-journal"

_LIMIT = 2_000_000_000


class Journal:
    """The record of a run that goes on. Only its first line must succeed: when a disk fills later, the run goes on, and
    what it could not note is found by its bytes."""

    def __init__(self, folder: Path) -> None:
        """Open it behind what a dead run left; raises OutputError."""
        self.path = folder / JOURNAL_NAME
        self._file = Appender(self.path)

    def intend(self, names: Iterable[str]) -> None:
        """Note which files this run may write, before it does; raises OutputError."""
        self._file.add(line({"placards": __version__, "files": sorted(names)}).encode(), flush=True)

    def made(self, record: str) -> None:
        """Note an artefact, by its record as one line of JSON."""
        self._add('{"made": ' + record + "}")

    def failed(self, record: Record) -> None:
        """Note a failure."""
        self._add(line({"failed": record}))

    def close(self, *, finished: bool) -> None:
        """Leave it for the next run, or take it away: raises OutputError."""
        self._file.close()
        if finished:
            remove_file(self.path)

    def _add(self, text: str) -> None:
        try:
            self._file.add(text.encode("utf-8", "surrogatepass"))
        except OutputError:
            return


@dataclass(slots=True)
class Unfinished:
    """What the journal of a dead run says."""

    files: set[str] = field(default_factory=set)
    made: dict[str, Record] = field(default_factory=dict)
    failed: dict[str, Record] = field(default_factory=dict)
    damaged: int = 0  # lines


def read_journal(folder: Path) -> Unfinished | None:
    """The journal that a dead run left; None where there is none. Raises InputError where it cannot be read."""
    try:
        lines = read_bytes(folder / JOURNAL_NAME, _LIMIT).split(b"\n")
    except InputError as error:
        if error.code == "file-missing":
            return None
        raise
    found = Unfinished()
    for number, text in enumerate(lines, start=1):
        if not text:
            continue
        try:
            _take(found, json.loads(text))
        except (ValueError, KeyError, TypeError, RecursionError):
            # The last line is what the death broke off; elsewhere it is damage.
            found.damaged += number < len(lines)
    return found


def _take(found: Unfinished, entry: Record) -> None:
    if "files" in entry:
        found.files.update(map(str, entry["files"]))
    elif "made" in entry:
        name = str(entry["made"]["file"])
        found.made[name] = entry["made"]
        found.failed.pop(name, None)
    else:
        name = str(entry["failed"]["file"])
        found.failed[name] = entry["failed"]
