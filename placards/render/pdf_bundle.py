"""Many PDF files become one to print: their pages as they are, with bookmarks, page labels, and copies as pages.

Pages that are repeated share all that is on them, and what many files show stands there once (`pdf_copy`). One file is
open at a time: 1,000 pages take no more memory than one, but for their dictionaries' places. A bundle of files with
structures has one too (`bundle_structure`), and is PDF/A-2a and PDF/UA-1 as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from io import SEEK_END
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pikepdf

from placards.frozen import dataclass
from placards.problems.errors import InputError, Place
from placards.render.accessible import claim, srgb_intent
from placards.render.bundle_structure import BundleStructure, told_by
from placards.render.pdf_copy import Copier, PdfWriter, reference
from placards.render.reportlab_file import array, dictionary, string
from placards.scene.items import Metadata

#: Where the file's identifier stands: in the trailer, at the end.
_TAIL = 4096
_ID = re.compile(rb"/ID \[<([0-9a-f]{32})>")

#: Bundles are written without ReportLab.
_PRODUCER = "placards"

#: Pages below one node of the tree.
_NODE = 200


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


@dataclass(slots=True)
class _Pages:
    """The page tree that grows, by the numbers of objects."""

    root: int
    kids: list[list[int]] = field(default_factory=list)  # pages by node
    nodes: list[int] = field(default_factory=list)
    count: int = 0


def bundle_pdf(members: Sequence[Bound], cover: Cover, stream: BinaryIO, check: Callable[[], None]) -> None:
    """Write the bundle. *check* is called before each file. Raises InputError (``bundle-pdf``, with the file as its
    place) for what is no PDF."""
    file = PdfWriter(stream)
    pages, structure = _Pages(file.reserve()), BundleStructure(file, cover.language)
    layers: dict[int, None] = {}
    first: list[int] = []  # each member's first page, by object
    labels: list[bytes] = []
    for member in members:
        check()
        try:
            with pikepdf.open(member.path) as source:
                own = _copied(source, file, pages, layers, structure, member.copies)
        except (pikepdf.PdfError, OSError) as error:
            raise InputError("bundle-pdf", place=Place(member.path)) from error
        first.append(own[0])
        labels += _labels(member, pages.count - len(own), len(own))
    _write_tree(file, pages)
    catalog = {
        "Type": b"/Catalog",
        "Pages": reference(pages.root),
        "Lang": string(cover.language),
        "PageMode": b"/UseOutlines",
        "PageLabels": dictionary({"Nums": array(labels)}),
        "Outlines": reference(_write_outline(file, members, first)),
        "ViewerPreferences": dictionary(
            {"DisplayDocTitle": b"true"} | ({"Direction": b"/R2L"} if cover.right_to_left else {})
        ),
    }
    root = structure.finish(pages.count)
    if structure.whole:
        metadata = Metadata(cover.title, cover.language)
        catalog |= {
            "MarkInfo": b"<</Marked true>>",
            "StructTreeRoot": reference(root),
            "Metadata": reference(file.put(claim(metadata, _PRODUCER))),
            "OutputIntents": srgb_intent(lambda body: reference(file.put(body))),
        }
    if layers:
        shown = array(map(reference, layers))
        order = dictionary({"Name": string("Layers"), "Order": shown, "ON": shown})
        catalog["OCProperties"] = dictionary({"OCGs": shown, "D": order})
    information = {
        "Title": string(cover.title), "Creator": string("placards"), "Producer": string(_PRODUCER),
        "Trapped": b"/False",
    }  # fmt: skip
    file.finish(file.put(dictionary(catalog)), file.put(dictionary(information)), cover.key)


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


def _copied(
    source: pikepdf.Pdf,
    file: PdfWriter,
    pages: _Pages,
    layers: dict[int, None],
    structure: BundleStructure,
    copies: int,
) -> list[int]:
    """Write a file's pages so many times; the objects of them all."""
    copier, told = Copier(file), told_by(source)
    structure.whole &= told is not None
    own = [page.obj for page in source.pages]
    if not own:
        raise pikepdf.PdfError("no page")
    for layer in source.Root.get("/OCProperties", pikepdf.Dictionary()).get("/OCGs", ()):
        layers[copier.number(layer)] = None
    made = []
    for _ in range(copies):
        first = pages.count
        for page in own:
            if pages.count % _NODE == 0:
                pages.nodes.append(file.reserve())
                pages.kids.append([])
            key = pages.count if told is not None else None
            made.append(file.put(copier.page(page, pages.nodes[-1], key)))
            pages.kids[-1].append(made[-1])
            pages.count += 1
        if told is not None:
            structure.add(told, made[-len(own) :], first)
    return made


def _write_tree(file: PdfWriter, pages: _Pages) -> None:
    for node, kids in zip(pages.nodes, pages.kids, strict=True):
        below = {"Count": b"%d" % len(kids), "Kids": _references(kids)}
        file.put(dictionary({"Type": b"/Pages", "Parent": reference(pages.root), **below}), node)
    below = {"Count": b"%d" % pages.count, "Kids": _references(pages.nodes)}
    file.put(dictionary({"Type": b"/Pages", **below}), pages.root)


def _labels(member: Bound, start: int, count: int) -> list[bytes]:
    """Pages are labelled by member, those of several pages by page too, in each copy from 1."""
    each = count // member.copies
    if each == 1:
        return [b"%d %b" % (start, dictionary({"P": string(member.label)}))]
    label = dictionary({"P": string(f"{member.label}-"), "S": b"/D"})
    return [b"%d %b" % (start + copy * each, label) for copy in range(member.copies)]


def _write_outline(file: PdfWriter, members: Sequence[Bound], first: Sequence[int]) -> int:
    """The bookmarks: chapters, and in them a bookmark a member."""
    root = file.reserve()
    over = []
    count = 0
    for chapter, pairs in groupby(zip(members, first, strict=True), lambda pair: pair[0].chapter):
        marks = list(pairs)
        number = file.reserve()
        inner = _write_marks(file, number, [(member.title, page, {}) for member, page in marks])
        count += 1 + len(inner)
        below = {"First": reference(inner[0]), "Last": reference(inner[-1]), "Count": b"%d" % len(inner)}
        over.append((chapter, marks[0][1], below, number))
    _write_marks(file, root, [mark[:3] for mark in over], [mark[3] for mark in over])
    ends = {"First": reference(over[0][3]), "Last": reference(over[-1][3])}
    return file.put(dictionary({"Type": b"/Outlines", "Count": count, **ends}), root)


def _write_marks(
    file: PdfWriter,
    parent: int,
    marks: Sequence[tuple[str, int, dict[str, bytes]]],
    numbers: Sequence[int] = (),
) -> Sequence[int]:
    """Bookmarks beside each other: title, page and what is below each."""
    numbers = numbers or [file.reserve() for _ in marks]
    for place, (title, page, below) in enumerate(marks):
        entries = {
            "Title": string(title),
            "Parent": reference(parent),
            "Dest": b"[%b /Fit]" % reference(page),
            **below,
        }
        if place:
            entries["Prev"] = reference(numbers[place - 1])
        if place + 1 < len(marks):
            entries["Next"] = reference(numbers[place + 1])
        file.put(dictionary(entries), numbers[place])
    return numbers


def _references(numbers: Iterable[int]) -> bytes:
    return array(map(reference, numbers))
