"""The structures of many files become one: a part for each of them, with its own language where that is another.

Every copy of a page has elements of its own, for a reader goes through a bundle page by page. What is in memory is one
file's structure, and a number for each part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf

from placards.frozen import dataclass
from placards.render.pdf_copy import PdfWriter, reference
from placards.render.reportlab_file import Value, array, dictionary, string

#: What an element says of itself; the rest is where it stands.
_OWN = ("S", "Lang", "ActualText", "Alt", "A")

#: Pages below one node of the tree of parents.
_NODE = 200


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a file: what it says of itself, and either its page, from 0, with its number there, or what is
    below it."""

    own: dict[str, Value]
    page: int = 0
    number: int | None = None
    kids: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The structure of a file, and the language of what names none."""

    language: str
    nodes: tuple[Node, ...]


def told_by(source: pikepdf.Pdf) -> Told | None:
    """The structure of one of our files; None where it has none, as files for a press."""
    root = source.Root.get("/StructTreeRoot")
    if root is None:
        return None
    pages = {page.obj.objgen: number for number, page in enumerate(source.pages)}
    return Told(str(source.Root.get("/Lang", "und")), tuple(_nodes(root.K, pages)))


def _nodes(document: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Iterator[Node]:
    below = document.K
    for element in below if isinstance(below, pikepdf.Array) else (below,):
        own: dict[str, Value] = {key: element[f"/{key}"].unparse() for key in _OWN if f"/{key}" in element}
        if isinstance(element.K, int):
            yield Node(own, pages[element.Pg.objgen], element.K)
        else:
            yield Node(own, kids=tuple(_nodes(element, pages)))


class BundleStructure:
    """The structure of the bundle, written file by file."""

    def __init__(self, file: PdfWriter, language: str) -> None:
        self._file, self._language = file, language
        self._root, self._document = file.reserve(), file.reserve()
        self._parts: list[int] = []
        self._nodes: list[int] = []  # of the tree of parents
        self._entries: list[bytes] = []  # that the next one will have, and the pages that they are of
        self._limits = (0, 0)
        self.whole = True  # every page is of a file with a structure

    def add(self, told: Told, pages: Sequence[int], first: int) -> None:
        """The elements of a file's pages, which are these objects, and the bundle's pages from *first* on."""
        part = self._file.reserve()
        by_page: list[dict[int, int]] = [{} for _ in pages]
        kids = [self._write(node, part, pages, by_page) for node in told.nodes]
        body: dict[str, Value] = {"S": b"/Part", "P": reference(self._document), "K": _references(kids)}
        if told.language != self._language:
            body["Lang"] = string(told.language)
        self._parts.append(self._file.put(dictionary(body), part))
        for page, elements in enumerate(by_page, first):
            if not elements:
                continue
            self._limits = (self._limits[0] if self._entries else page, page)
            self._entries.append(b"%d %b" % (page, _references([elements[n] for n in sorted(elements)])))
            if len(self._entries) == _NODE:
                self._end_node()

    def finish(self, count: int) -> int:
        """Write the root of all, for so many pages; its number."""
        self._end_node()
        parts = _references(self._parts)
        self._file.put(dictionary({"S": b"/Document", "P": reference(self._root), "K": parts}), self._document)
        tree = dictionary({"Kids": _references(self._nodes)} if self._nodes else {"Nums": b"[]"})
        body: dict[str, Value] = {
            "Type": b"/StructTreeRoot", "K": reference(self._document), "ParentTree": tree, "ParentTreeNextKey": count,
        }  # fmt: skip
        return self._file.put(dictionary(body), self._root)

    def _write(self, node: Node, parent: int, pages: Sequence[int], by_page: list[dict[int, int]]) -> int:
        made = self._file.reserve()
        body: dict[str, Value] = {**node.own, "P": reference(parent)}
        if node.number is None:
            body["K"] = _references([self._write(kid, made, pages, by_page) for kid in node.kids])
        else:
            by_page[node.page][node.number] = made
            body |= {"Pg": reference(pages[node.page]), "K": node.number}
        return self._file.put(dictionary(body), made)

    def _end_node(self) -> None:
        if self._entries:
            limits = b"[%d %d]" % self._limits
            self._nodes.append(self._file.put(dictionary({"Limits": limits, "Nums": array(self._entries)})))
            self._entries = []


def _references(numbers: Sequence[int]) -> bytes:
    return array([reference(number) for number in numbers])
