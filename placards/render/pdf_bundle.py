"""Many PDF files become one to print: their pages as they are, with bookmarks, page labels, and copies as pages.

pikepdf (qpdf) puts them together and leaves every stream as it is, so that no other compressor changes bytes. Pages
that are repeated share all that is on them, and a picture that many files show stands there once. What is in memory is
dictionaries, not streams; no more than a few hundred files are open, whatever the number of files.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from io import SEEK_END
from itertools import groupby
from math import isqrt
from pathlib import Path
from typing import BinaryIO

import pikepdf

from placards.frozen import dataclass
from placards.problems.errors import InputError, Place

#: Gives what writes itself a path for a while.
Scratch = Callable[[Callable[[BinaryIO], None]], AbstractContextManager[Path]]

_NOTHING = pikepdf.Dictionary()

_FEWEST = 32  # files that are put together at once

#: Where qpdf writes the file's identifier: in the trailer, near the end.
_TAIL = 4096
_ID = re.compile(rb"/ID \[\s*<([0-9a-f]{32})>")


@dataclass(frozen=True, slots=True)
class Bound:
    """One file of a bundle."""

    path: Path
    title: str  # its bookmark
    label: str  # of its pages
    chapter: str = ""  # the bookmark above it
    copies: int = 1  # how often its pages are there, all of them in turn


@dataclass(frozen=True, slots=True)
class Cover:
    """What a bundle says of itself."""

    title: str
    language: str  # BCP 47
    key: bytes  # 16 bytes that stand for all that goes into it
    right_to_left: bool = False


def bundle_pdf(
    members: Sequence[Bound], cover: Cover, stream: BinaryIO, scratch: Scratch, check: Callable[[], None]
) -> None:
    """Write the bundle. *check* is called before each file. Raises InputError (``bundle-pdf``, with the file as its
    place) for what is no PDF."""
    size = max(_FEWEST, isqrt(len(members)) + 1)
    with ExitStack() as stack:
        if len(members) <= size:
            sources = [_opened(stack, member.path, check) for member in members]
            counts = [len(source.pages) for source in sources]
        else:
            sources, counts = [], []
            for start in range(0, len(members), size):
                part = members[start : start + size]
                sources.append(stack.enter_context(pikepdf.open(_gathered(stack, part, counts, scratch, check))))
        whole = stack.enter_context(pikepdf.Pdf.new())
        starts = _fill(whole, sources, counts, [member.copies for member in members], check)
        _describe(whole, cover)
        _label(whole, members, starts, counts)
        _mark(whole, members, starts)
        _save(whole, stream)


def bundle_key(path: Path) -> bytes | None:
    """The key of the bundle at a path; None where there is none."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, SEEK_END)
            stream.seek(max(0, size - _TAIL))
            tail = stream.read()
    except OSError:
        return None
    found = _ID.search(tail)
    return bytes.fromhex(found[1].decode()) if found and tail.endswith(b"%%EOF\n") else None


def _opened(stack: ExitStack, path: Path, check: Callable[[], None]) -> pikepdf.Pdf:
    check()
    try:
        return stack.enter_context(pikepdf.open(path))
    except (pikepdf.PdfError, OSError) as error:
        raise InputError("bundle-pdf", place=Place(path)) from error


def _gathered(
    stack: ExitStack, members: Sequence[Bound], counts: list[int], scratch: Scratch, check: Callable[[], None]
) -> Path:
    """The members' pages in a file of their own, so that theirs need not stay open; how many, goes into *counts*."""
    with ExitStack() as inner:
        sources = [_opened(inner, member.path, check) for member in members]
        own = [len(source.pages) for source in sources]
        part = inner.enter_context(pikepdf.Pdf.new())
        _fill(part, sources, own, [1] * len(own), check)
        counts += own
        return stack.enter_context(scratch(lambda stream: _save(part, stream)))


def _fill(
    pdf: pikepdf.Pdf,
    sources: Sequence[pikepdf.Pdf],
    counts: Sequence[int],
    copies: Sequence[int],
    check: Callable[[], None],
) -> list[int]:
    """Put the pages of all sources into the PDF, so many of each member and so often; the number, from 0, of each
    member's first page."""
    pages = (page for source in sources for page in source.pages)
    shared: dict[bytes, pikepdf.Object] = {}
    starts = []
    for count, times in zip(counts, copies, strict=True):
        check()
        begun = len(pdf.pages)
        starts.append(begun)
        for _ in range(count):
            pdf.pages.append(next(pages))
            _share_pictures(pdf.pages[-1].obj, shared)
        for number in range(count, count * times):
            pdf.pages.append(pdf.pages[begun + number % count])
    _keep_layers(pdf, sources)
    return starts


def _share_pictures(holder: pikepdf.Object, shared: dict[bytes, pikepdf.Object]) -> None:
    """Let a page, or a form on it, show the picture that another one shows already, where they are the same."""
    objects = holder.get("/Resources", _NOTHING).get("/XObject", _NOTHING)
    for name in list(objects.keys()):
        one = objects[name]
        if one.get("/Subtype") == "/Image":
            objects[name] = shared.setdefault(_digest(one), one)
        elif one.get("/Subtype") == "/Form":
            _share_pictures(one, shared)


def _digest(value: pikepdf.Object) -> bytes:
    """What is equal for equal pictures, whatever the numbers of the objects that they are made of."""
    total = hashlib.sha256()
    if isinstance(value, pikepdf.Stream):
        total.update(b"stream" + value.read_raw_bytes())
    if isinstance(value, pikepdf.Stream | pikepdf.Dictionary):
        for key in sorted(value.keys()):
            total.update(key.encode() + _digest(value[key]))
    elif isinstance(value, pikepdf.Array):
        for one in value:
            total.update(_digest(one))
    else:
        total.update(pikepdf.unparse(value))
    return total.digest()


def _keep_layers(pdf: pikepdf.Pdf, sources: Sequence[pikepdf.Pdf]) -> None:
    """The layers that readers can hide."""
    layers = [
        pdf.copy_foreign(layer)
        for source in sources
        for layer in source.Root.get("/OCProperties", _NOTHING).get("/OCGs", ())
    ]
    if layers:
        shown = pikepdf.Array(layers)
        order = pikepdf.Dictionary(Name=pikepdf.String("Layers"), Order=shown, ON=shown)
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=shown, D=order)


def _describe(pdf: pikepdf.Pdf, cover: Cover) -> None:
    pdf.docinfo = pdf.make_indirect(
        pikepdf.Dictionary(
            Title=pikepdf.String(cover.title),
            Creator=pikepdf.String("placards"),
            Producer=pikepdf.String("pikepdf"),
            Trapped=pikepdf.Name("/False"),
        )
    )
    pdf.Root.Lang = pikepdf.String(cover.language)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines
    preferences = pikepdf.Dictionary(DisplayDocTitle=True)
    if cover.right_to_left:
        preferences.Direction = pikepdf.Name.R2L
    pdf.Root.ViewerPreferences = preferences
    # The first is the file's for good, and qpdf keeps it; the second it makes of all that it writes.
    key = pikepdf.String(cover.key)
    pdf.trailer.ID = pikepdf.Array([key, key])


def _label(pdf: pikepdf.Pdf, members: Sequence[Bound], starts: Sequence[int], counts: Sequence[int]) -> None:
    """Pages are labelled by member, those of several pages by page too, in each copy from 1."""
    numbers: list[object] = []
    for member, start, count in zip(members, starts, counts, strict=True):
        if count == 1:
            numbers += [start, pikepdf.Dictionary(P=pikepdf.String(member.label))]
            continue
        label = pikepdf.Dictionary(P=pikepdf.String(f"{member.label}-"), S=pikepdf.Name.D)
        for copy in range(member.copies):
            numbers += [start + copy * count, label]
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(numbers))


def _mark(pdf: pikepdf.Pdf, members: Sequence[Bound], starts: Sequence[int]) -> None:
    with pdf.open_outline() as outline:
        chapters = groupby(zip(members, starts, strict=True), lambda pair: pair[0].chapter)
        for chapter, pairs in chapters:
            marks = [(member.title, start) for member, start in pairs]
            items = [pikepdf.OutlineItem(title, start, "Fit") for title, start in marks]
            if chapter:
                over = pikepdf.OutlineItem(chapter, marks[0][1], "Fit")
                over.children.extend(items)
                outline.root.append(over)
            else:
                outline.root.extend(items)


def _save(pdf: pikepdf.Pdf, stream: BinaryIO) -> None:
    pdf.save(
        stream,
        min_version="1.6",
        fix_metadata_version=False,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        deterministic_id=True,
    )
