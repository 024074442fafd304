"""The records of a folder become the gallery in it, written only where it differs from what is there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from placards.campaign.gallery.page import GENERATOR, gallery_page
from placards.campaign.gallery.words import gallery_words
from placards.campaign.manifest import GALLERY_NAME, Record
from placards.files.writing import write_file
from placards.messages.library import MessageLibrary
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import Place

#: So far into a page of ours stands who made it.
_TOP = 2000


def write_gallery(
    out: Path,
    records: Iterable[Record],
    name: str,
    language: str,
    library: MessageLibrary,
    *,
    force: bool = False,
    report: Report,
) -> tuple[str, ...]:
    """Write index.html, and return its name; nothing where somebody else's stands there, unless by *force*, or where
    there is nothing to show and never was. Raises OutputError."""
    path, records = out / GALLERY_NAME, list(records)
    if not records and not os.path.lexists(path):
        return ()
    page, left_out = gallery_page(records, name, language, gallery_words(library, language))
    if left_out:
        report(diagnostic("gallery-left-out", count=left_out))
    there = _bytes(path)
    if there == page:
        return (GALLERY_NAME,)
    if not force and os.path.lexists(path) and (path.is_symlink() or there is None or not _is_ours(there)):
        report(diagnostic("gallery-foreign", place=Place(path)))
        return ()
    write_file(path, page)
    return (GALLERY_NAME,)


def _is_ours(page: bytes) -> bool:
    return GENERATOR.encode() in page[:_TOP]


def _bytes(path: Path) -> bytes | None:
    try:
        return None if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
