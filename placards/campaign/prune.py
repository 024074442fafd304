"""What earlier runs made and a campaign does not make any more goes out of the folder, and nothing else does."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from placards.campaign.manifest import Record, artefact_files, record_digests, record_files
from placards.campaign.names import stays_inside
from placards.files.writing import is_as_made, remove_empty_folder, remove_file
from placards.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed, and which files stayed because somebody has changed them since."""

    gone: tuple[str, ...]  # names of artefacts
    edited: tuple[str, ...]  # names of files


def prune(out: Path, records: Mapping[str, Record], *, force: bool, check: Callable[[], None]) -> Pruned:
    """Remove the files of these records, and folders that are empty then; of an artefact of which one is not as it was
    made all stay, but for *force*. *check* may raise to stop it. Raises OutputError where a file cannot be removed."""
    gone, edited, folders = [], [], set()
    for name, record in records.items():
        check()
        files = [file for file in sorted(record_files(record)) if stays_inside(file) and os.path.lexists(out / file)]
        digests = record_digests(record)
        changed = [] if force else [file for file in files if not is_as_made(out / file, digests.get(file, ""))]
        edited += changed
        if changed:
            continue
        for file in files:
            remove_file(out / file)
            folders.add((out / file).parent)
        gone.append(name)
    _remove_folders(out, folders)
    return Pruned(tuple(gone), tuple(edited))


def remove_superseded(out: Path, before: Record, now: Record, check: Callable[[], None]) -> tuple[str, ...]:
    """Remove the files that an artefact had *before* and has not any more, now that it was made anew: the second page
    of an image, a proof. What is not as it was made stays; the names of that. Raises OutputError as `prune` does."""
    edited, folders = [], []
    digests = record_digests(before)
    for file in sorted(artefact_files(before) - artefact_files(now)):
        check()
        if not stays_inside(file) or not os.path.lexists(out / file):
            continue
        if is_as_made(out / file, digests.get(file, "")):
            remove_file(out / file)
            folders.append((out / file).parent)
        else:
            edited.append(file)
    _remove_folders(out, folders)
    return tuple(edited)


def _remove_folders(out: Path, folders: Iterable[Path]) -> None:
    for folder in sorted(folders, key=lambda folder: -len(folder.parts)):
        while folder != out and out in folder.parents and _is_empty(folder):
            remove_empty_folder(folder)
            folder = folder.parent


def _is_empty(folder: Path) -> bool:
    try:
        return folder.is_dir() and not folder.is_symlink() and not os.listdir(folder)
    except OSError:
        return False
