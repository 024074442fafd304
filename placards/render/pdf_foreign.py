"""Pages of finished PDFs become forms that a file we write draws: as often as it likes, at any size, stored once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from placards.frozen import dataclass
from placards.render.pdf_copy import Copier
from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import Value, numbers, stream

#: A text of our invisible layer, and marks of structure and decoration, in what we write: nothing else there has these
#: words, for our texts are hexadecimal.
_TEXT = re.compile(rb"\bBT\b.*?\bET\b", re.DOTALL)
_MARK = re.compile(
    rb"(?P<open>/[^\s/<>\[\]()]+\s*(?:<<[^>]*(?:>(?!>)[^>]*)*>>|/[^\s/<>\[\]()]+)?\s*\b(?:BDC|BMC)\b)|\bEMC\b"
)
_INVISIBLE = re.compile(rb"\b3 Tr\b")

#: Marks that must stay: what is inside belongs to a layer.
_LAYER = b"/OC"


@dataclass(frozen=True, slots=True)
class ForeignForm:
    """A form in the file that is written, in the coordinates of the page it was; *text* is another one with that page's
    invisible text, None where it has none of ours."""

    key: str
    reference: bytes
    text: ForeignForm | None = None


class ForeignPages:
    """Takes pages of one open PDF into a file that is written."""

    def __init__(self, source: pikepdf.Pdf, pages: PdfPages) -> None:
        self._source, self._pages = source, pages
        self._copier = Copier(_Numbered(pages))

    def form(self, page: pikepdf.Page, box: tuple[float, float, float, float], *, ours: bool = False) -> ForeignForm:
        """The page as a form that paints inside *box* (left, bottom, right, top, in the page's own units). Of a file
        that is *ours* the invisible text and the marks of its structure are left out, and the text is a form of its
        own: it shall be found once, however often the page is drawn."""
        content = _content(page)
        resources = self._inherited(page, "/Resources")
        text = b""
        if ours:
            content, text = _parted(content)
        made = self._form(content, box, resources)
        if not text:
            return made
        return ForeignForm(made.key, made.reference, self._form(text, box, resources))

    def group(self, page: pikepdf.Page) -> bytes | None:
        """The transparency group of the page, which a page that draws it should have too."""
        group = page.obj.get("/Group")
        return None if group is None else self._copier.value(group)

    def catalog(self, key: str) -> bytes | None:
        """An entry of the file's catalog (``/OCProperties``, ``/OutputIntents``), copied; None where there is none."""
        found = self._source.Root.get(key)
        return None if found is None else self._copier.value(found)

    def _form(self, content: bytes, box: tuple[float, float, float, float], resources: bytes) -> ForeignForm:
        entries: Mapping[str, Value] = {
            "Type": b"/XObject",
            "Subtype": b"/Form",
            "BBox": numbers(*box),
            "Resources": resources,
        }
        body = stream(content, entries)
        key = f"P{hashlib.sha256(body).hexdigest()[:16]}"
        return ForeignForm(key, self._pages.register(key, body))

    def _inherited(self, page: pikepdf.Page, key: str) -> bytes:
        above: Any = page.obj
        seen: set[tuple[int, int]] = set()
        while key not in above and "/Parent" in above and above.objgen not in seen:
            seen.add(above.objgen)
            above = above["/Parent"]
        return self._copier.value(above[key]) if key in above else b"<< >>"


class _Numbered:
    """A file of ours as something that objects are copied into."""

    def __init__(self, pages: PdfPages) -> None:
        self._document = pages.document
        self._known: dict[bytes, int] = {}

    def reserve(self) -> int:
        return int(self._document.add().reference.split()[0])

    def put(self, body: bytes, number: int | None = None) -> int:
        number = self.reserve() if number is None else number
        self._document.idToObject[number].body = body
        return number

    def put_once(self, body: bytes) -> int:
        digest = hashlib.sha256(body).digest()[:16]
        number = self._known.get(digest)
        if number is None:
            number = self._known[digest] = self.put(body)
        return number


def _content(page: pikepdf.Page) -> bytes:
    """The page's operators. A page may have them in pieces, which meet at a space."""
    found = page.obj.get("/Contents")
    if found is None:
        return b""
    parts = list(found) if isinstance(found, pikepdf.Array) else [found]
    return b"\n".join([part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream)])


def _parted(content: bytes) -> tuple[bytes, bytes]:
    """What is drawn, and the invisible texts; both without marks of structure."""
    texts = [found[0] for found in _TEXT.finditer(content) if _INVISIBLE.search(found[0])]
    drawn = _TEXT.sub(lambda found: b"" if _INVISIBLE.search(found[0]) else found[0], content)
    return _unmarked(drawn), b"\n".join([_unmarked(text) for text in texts])


def _unmarked(content: bytes) -> bytes:
    return b"".join(_pieces(content))


def _pieces(content: bytes) -> Iterator[bytes]:
    """The content without marked-content operators, but those of layers."""
    kept: list[bool] = []
    at = 0
    for found in _MARK.finditer(content):
        yield content[at : found.start()]
        at = found.end()
        opened = found["open"]
        if opened is not None:
            kept.append(opened.startswith((_LAYER + b" ", _LAYER + b"/")))
            if kept[-1]:
                yield opened
        elif kept and kept.pop():
            yield b"EMC"
    yield content[at:]
