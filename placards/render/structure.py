"""Text blocks and figures become the structure that screen readers follow: headings, paragraphs, lists, figures.

A page's drawing and its text layer are marked as they are written: what is drawn is an artefact, for the letters are
outlines; each block of the text layer, and each figure, has a number (MCID) and becomes an element. Sources: ISO
32000-1 14.7 and 14.8, ISO 14289-1 7, ISO 19005-2 6.7.

What there is to decide:

1. A translation is a heading of the slogan's level: it is the same message, and who goes from heading to heading finds
   it in each language. Levels are never skipped, as ISO 14289-1 7.4.2 demands.
2. Elements stand in the order of their sense, not of drawing: title, slogan, translation, details, figures.
3. A sheet of copies (stickers) says each thing once: the first copy has elements, the others are artefacts, for nobody
   wants to hear a sticker 24 times. Their text can still be searched.
4. Page numbers, running headers and footers are artefacts (ISO 14289-1 7.8).
5. ActualText says what a reader could not put together from a block's lines: a word, or a text without spaces, that is
   parted by a line's end, and letters from right to left, which stand reversed in the layer. It stands one element
   above the marked content: MuPDF takes what is right above it for the characters of the text layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import groupby

from placards.frozen import dataclass
from placards.render.pdf_outlines import number
from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import Value, array, dictionary, short_string, string
from placards.scene.items import TextBlock
from placards.values.geometry import Rect

#: Levels of headings that roles would have below a title. Without one on the page, the message is as high as it.
_LEVELS = {"title": 1, "slogan": 2, "translation": 2, "heading": 2, "source": 3}
_MESSAGES = ("slogan", "translation")

#: What is read first of a page.
_FIRST = {"draft": 0, "title": 1, "slogan": 2, "translation": 3}
_DETAIL, _FIGURE = len(_FIRST), len(_FIRST) + 1

#: Roles that are no part of what a document says, and the properties of artefacts that they are.
_ASIDE = {"page": b"Pagination", "header": b"Pagination", "footer": b"Pagination", "thumbnail": b""}

#: What stands before an entry of a list.
_LABELS = ("number", "numeral", "bullet")

_NUMBERED = b"<</ListNumbering/Decimal/O/List>>"

#: What turns text round or parts words, and says nothing.
_UNSAID = dict.fromkeys([0x00AD, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])

#: Operators around what has no element.
ARTEFACT, END = "/Artifact BMC", "EMC"


@dataclass(slots=True)
class _Leaf:
    """What will be an element with content of its own."""

    kind: str
    rank: int
    language: str = ""
    text: str = ""  # ActualText
    alt: str = ""
    box: Rect | None = None  # of a figure, points of the page, y up
    entry: tuple[str, int] | None = None
    label: bool = False


@dataclass(slots=True)
class PageStructure:
    """The elements of a page, by their MCIDs."""

    language: str
    leaves: list[_Leaf] = field(default_factory=list)
    open: bool = True  # whether what is drawn may be marked: not within a figure or a form
    _kinds: dict[int, str] = field(default_factory=dict)  # of blocks, by their ids
    _seen: set[int] = field(default_factory=set)

    def is_new(self, item: object) -> bool:
        """Whether something stands on the page for the first time."""
        known = id(item) in self._seen
        self._seen.add(id(item))
        return not known

    def figure(self, alt: str, box: Rect) -> str:
        """The operator that begins a figure."""
        self.leaves.append(_Leaf("Figure", _FIGURE, alt=" ".join(alt.split()), box=box))
        return f"/Figure <</MCID {len(self.leaves) - 1}>> BDC"

    def plan(self, blocks: Iterable[TextBlock], level: int) -> int:
        """Decide what each block will be, where headings before the page end at a *level*; the level after it."""
        ordered = sorted(blocks, key=_rank)
        titled = any(block.role == "title" for block in ordered)
        for block in ordered:
            wanted = _LEVELS.get(block.role, 0) if block.entry is None else 0
            if wanted and block.lines:
                wanted -= block.role in _MESSAGES and not titled
                level = min(wanted, level + 1)
                self._kinds[id(block)] = f"H{level}"
        return level

    def block(self, block: TextBlock) -> str:
        """The operator that begins a block in the text layer."""
        aside = _ASIDE.get(block.role)
        if aside is not None or not self.is_new(block):
            return f"/Artifact <</Type/{aside.decode()}>> BDC" if aside else ARTEFACT
        label = block.entry is not None and block.role in _LABELS
        kind = "P" if block.entry is None else "Lbl" if label else "LBody"  # an entry may have several of these
        kind = self._kinds.get(id(block), kind)
        language = block.language if block.language != self.language else ""
        self.leaves.append(_Leaf(kind, _rank(block), language, actual_text(block), entry=block.entry, label=label))
        return f"/{kind} <</MCID {len(self.leaves) - 1}>> BDC"


class Structure:
    """The structure of a document, page by page."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._level = 0
        self._pages: list[PageStructure] = []

    @property
    def number(self) -> int:
        """The page that was begun last, from 0: its key in the tree of parents."""
        return len(self._pages) - 1

    def begin_page(self, blocks: Iterable[TextBlock]) -> PageStructure:
        """A page with these blocks."""
        page = PageStructure(self._language)
        self._level = page.plan(blocks, self._level)
        self._pages.append(page)
        return page

    def write(self, pages: PdfPages, references: Sequence[bytes]) -> bytes:
        """Put the structure into the file, whose pages have these *references*; the reference to its root."""
        root, document = pages.document.add(), pages.document.add()
        kids: list[bytes] = []
        nums: list[bytes] = []
        for number_of_page, (page, reference) in enumerate(zip(self._pages, references, strict=True)):
            writer = _Writer(pages, reference, page)
            kids += writer.elements(document.reference)
            if page.leaves:
                nums.append(b"%d %b" % (number_of_page, array(writer.by_number)))
        document.body = dictionary({"S": b"/Document", "P": root.reference, "K": array(kids)})
        tree = dictionary({"Nums": array(nums)})
        root.body = dictionary({
            "Type": b"/StructTreeRoot", "K": document.reference, "ParentTree": tree,
            "ParentTreeNextKey": len(self._pages),
        })  # fmt: skip
        return root.reference


class _Writer:
    """Writes the elements of a page."""

    def __init__(self, pages: PdfPages, reference: bytes, page: PageStructure) -> None:
        self._add, self._page, self._leaves = pages.document.add, reference, page.leaves
        self.by_number = [b""] * len(page.leaves)

    def elements(self, parent: bytes) -> list[bytes]:
        """The references to all elements right below *parent*, in the order in which they are read."""
        out: list[bytes] = []
        order = sorted(range(len(self._leaves)), key=self._rank)
        for name, group in groupby(order, key=self._list_of):
            numbers = list(group)
            out += [self._list(numbers, parent)] if name else [self._leaf(one, parent) for one in numbers]
        return out

    def _rank(self, number: int) -> int:
        return self._leaves[number].rank

    def _list_of(self, number: int) -> str:
        entry = self._leaves[number].entry
        return entry[0] if entry is not None else ""

    def _list(self, numbers: list[int], parent: bytes) -> bytes:
        made = self._add()
        entries: dict[int, list[int]] = {}
        for one in numbers:
            entry = self._leaves[one].entry
            assert entry is not None
            entries.setdefault(entry[1], []).append(one)
        kids = array([self._entry(members, made.reference) for members in entries.values()])
        body: dict[str, Value] = {"S": b"/L", "P": parent, "K": kids}
        if any(self._leaves[one].label for one in numbers):
            body["A"] = _NUMBERED
        made.body = dictionary(body)
        return made.reference

    def _entry(self, numbers: list[int], parent: bytes) -> bytes:
        """An entry: its label, where it has one, and what it says."""
        made = self._add()
        numbers.sort(key=lambda one: not self._leaves[one].label)
        kids = array([self._leaf(one, made.reference) for one in numbers])
        made.body = dictionary({"S": b"/LI", "P": parent, "K": kids})
        return made.reference

    def _leaf(self, number_of_leaf: int, parent: bytes) -> bytes:
        leaf, made = self._leaves[number_of_leaf], self._add()
        body: dict[str, Value] = {"S": f"/{leaf.kind}".encode(), "P": parent}
        if leaf.language:
            body["Lang"] = string(leaf.language)
        content = made
        if leaf.text:
            content = self._add()
            body |= {"ActualText": short_string(leaf.text), "K": content.reference}
            inner: dict[str, Value] = {"S": b"/Span", "P": made.reference}
            content.body = dictionary(inner | {"Pg": self._page, "K": number_of_leaf})
        else:
            body |= {"Pg": self._page, "K": number_of_leaf}
        if leaf.alt:
            body["Alt"] = string(leaf.alt)
        if leaf.box is not None:
            box = leaf.box
            sides = " ".join([number(v, 2) for v in (box.x, box.y, box.right, box.bottom)])
            body["A"] = f"<</BBox[{sides}]/O/Layout/Placement/Block>>".encode()
        made.body = dictionary(body)
        self.by_number[number_of_leaf] = content.reference
        return made.reference


def _rank(block: TextBlock) -> int:
    return _DETAIL if block.entry is not None else _FIRST.get(block.role, _DETAIL)


def actual_text(block: TextBlock) -> str:
    """What a block says, where its lines in the text layer do not say it by themselves; else nothing."""
    words = block.text.split()
    turned = block.base_level or any(placed.run.level for line in block.lines for placed in line.runs)
    if not turned and " ".join([line.text for line in block.lines]).split() == words:
        return ""
    return " ".join(words).translate(_UNSAID)
