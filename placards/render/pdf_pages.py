"""Operators and resources become the pages of a PDF file, with its catalog, information and layers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

from placards.problems.errors import InputError
from placards.render.flate import PDF_LEVEL
from placards.render.reportlab_file import (
    PRODUCER,
    VERSION,
    PrintDocument,
    Value,
    array,
    dictionary,
    name,
    numbers,
    stream,
    string,
)
from placards.render.xmp import Xmp, xmp_packet
from placards.values.geometry import IDENTITY, Matrix
from placards.values.profile import HOME, Profile

if TYPE_CHECKING:
    from placards.render.pdf_inks import PressInks
    from placards.render.structure import PageStructure


class _Content:
    """A stream of operators, and by category (XObject, ExtGState, …) the resources that it uses, by name."""

    def __init__(self, scale: float = 1.0) -> None:
        self.code: list[str] = []
        self.space = IDENTITY
        self.scale = scale
        self.resources: dict[str, dict[str, Value]] = {}

    def operators(self) -> bytes:
        return "\n".join([*self.code, ""]).encode("latin-1")

    def offered(self) -> dict[str, Value]:
        return {category: dictionary(entries) for category, entries in self.resources.items()}


class Form:
    """A piece of drawing of its own, as the file knows it once it is finished."""

    def __init__(self) -> None:
        self.key, self.reference = "", b""


class PdfPages:
    """Collects a file's pages and objects; not *packed*, what is drawn stays as it is written, else it is compressed,
    *level* 1 to 12. An *xmp* is what the file says of itself once more, in a packet."""

    def __init__(
        self,
        language: str,
        *,
        packed: bool = True,
        level: int = PDF_LEVEL,
        profile: Profile = HOME,
        inks: PressInks | None = None,
        version: tuple[int, int] = VERSION,
    ) -> None:
        self._packed, self._level = packed, level
        self.profile = profile
        self.inks = inks  # None: the colours are those of screens
        self.xmp: Xmp | None = None
        self.structure: PageStructure | None = None  # of the page that is being written
        self.document = PrintDocument(version)
        self._tree, self._fonts = self.document.add(), self.document.add()
        self._catalog: dict[str, Value] = {
            "Type": b"/Catalog",
            "Pages": self._tree.reference,
            "Lang": string(language),
            "PageMode": b"/UseNone",
        }
        self._info: dict[str, Value] = {
            "Creator": string("placards"),
            "Producer": string(PRODUCER),
            "Trapped": b"/False",
        }
        self._font_names: dict[str, Value] = {}
        self._kids: list[bytes] = []
        self._registered: dict[str, bytes] = {}
        self._layers: list[bytes] = []
        self._page: dict[str, Value] = {}
        self._inherited: dict[str, Value] = {}
        self._content = _Content()
        self._repeated: dict[int, tuple[object, list[str]]] = {}
        self._bound = 0  # how often what is drawn has asked for something of its surroundings
        self._forms = 0  # how many forms are being written, one inside the other
        self._is_mixed = False  # whether something on the page mixes with what is below it

    def describe(self, **known: str) -> None:
        """Title, Author, Subject, Keywords; what is empty is left out."""
        self._info |= {key: string(value) for key, value in known.items() if value}

    def declare(self, **entries: Value) -> None:
        """What the catalog says of the whole file."""
        self._catalog |= entries

    def inform(self, **entries: Value) -> None:
        """What the Info dictionary says besides."""
        self._info |= entries

    def declare_all_pages(self, **entries: Value) -> None:
        """What all pages say of themselves that say nothing else."""
        self._inherited |= entries

    def declare_page(self, **entries: Value) -> None:
        """What the page that is being written says of itself."""
        self._page |= entries

    @property
    def references(self) -> Sequence[bytes]:
        """The pages that are closed."""
        return self._kids

    def mark(self, text: str) -> None:
        """Append operators that stand for one place of one page: what they are in is never repeated."""
        self._bound += 1
        self._content.code.append(text)

    @property
    def code(self) -> list[str]:
        """The operators of the page, or the form, that is being written."""
        return self._content.code

    @property
    def fonts(self) -> bytes:
        """The reference to the fonts that all pages are offered."""
        return self._fonts.reference

    @property
    def used(self) -> dict[str, dict[str, Value]]:
        """The resources that the page being written uses so far, by category and name."""
        return self._content.resources

    def operators(self, text: str) -> None:
        """Append content stream operators."""
        self._content.code.append(text)

    def repeat(self, what: object, draw: Callable[[], None]) -> None:
        """Append the operators that *draw* writes for *what*; when that comes again, as on a sheet of stickers, those
        of the first time, unless they were of this place: by resources, or by how large a unit is here."""
        known = self._repeated.get(id(what))
        if known is not None and known[0] is what:
            self._content.code += known[1]
            return
        begun, bound = len(self._content.code), self._bound
        draw()
        if self._bound == bound:
            self._repeated[id(what)] = what, self._content.code[begun:]

    def set_boxes(self, media: Sequence[float], trim: Sequence[float], bleed: Sequence[float] | None) -> None:
        """Set the page's size, and its boxes (left, bottom, right, top), points, y up."""
        self._page |= {"MediaBox": numbers(0, 0, *media), "TrimBox": numbers(*trim)}
        if bleed:
            self._page["BleedBox"] = numbers(*bleed)

    def register(self, key: str, body: bytes) -> bytes:
        """Make an indirect object, once a *key*; the reference to it."""
        self._bound += 1
        reference = self._registered.get(key)
        if reference is None:
            reference = self._registered[key] = self.document.add(body).reference
        return reference

    def registered(self, key: str) -> bytes | None:
        """The reference to what `register` made of that key."""
        return self._registered.get(key)

    def use(self, category: str, key: str, value: Value) -> str:
        """Offer a resource to the operators that follow; its name there."""
        self._bound += 1
        self._content.resources.setdefault(category, {})[key] = value
        return key

    def use_opacity(self, opacity: float) -> str:
        """The operator after which all that is painted lets the ground through: 0 wholly, 1 not at all."""
        self._need_transparency()
        value = f"{round(opacity, 4):g}".encode()
        name = self.use("ExtGState", f"a{round(opacity * 10_000)}", dictionary({"ca": value, "CA": value}))
        return f"/{name} gs"

    def use_blend(self, blend: str) -> str:
        """The operator after which all that is painted mixes with what is below it, as CSS names it."""
        self._need_transparency()
        name = "".join([word.capitalize() for word in blend.split("-")])
        return f"/{self.use('ExtGState', f'b{name}', dictionary({'BM': f'/{name}'.encode()}))} gs"

    def _need_transparency(self) -> None:
        if not self.profile.transparency:
            raise InputError("render-see-through")  # `placards.press` makes a picture of it before
        self._is_mixed = True

    def use_font(self, resource: str, reference: bytes) -> None:
        """Offer a font to all pages under a resource name."""
        self._font_names[resource] = reference

    def use_overprint(self) -> str:
        """The operator after which what is painted leaves the inks below it that are not its own."""
        state = dictionary({"OP": b"true", "op": b"true", "OPM": 1})
        return f"/{self.use('ExtGState', 'op', state)} gs"

    def use_layer(self, title: str, step: tuple[str, str] | None = None) -> str:
        """The operator that opens a layer which readers can hide; ``EMC`` closes it. A *step* is what ISO 19593-1 calls
        what is on it: the group and the type of a processing step."""
        key = f"layer {title}"
        known = self.registered(key)
        entries: dict[str, Value] = {"Type": b"/OCG", "Name": string(title)}
        if step is not None:
            keys = zip(("GTS_ProcStepsGroup", "GTS_ProcStepsType"), map(name, step), strict=True)
            entries["GTS_Metadata"] = dictionary(dict(keys))
        reference = self.register(key, dictionary(entries))
        if known is None:
            self._layers.append(reference)
        return f"/OC /{self.use('Properties', f'L{self._layers.index(reference)}', reference)} BDC"

    @property
    def space(self) -> Matrix:
        """From the points of what is drawn to those in which the page, or the form that is being written, begins."""
        return self._content.space

    @space.setter
    def space(self, matrix: Matrix) -> None:
        self._content.space = matrix

    @property
    def scale(self) -> float:
        """How many points a unit of what is drawn takes on the page."""
        self._bound += 1
        return self._content.scale * sqrt(abs(self._content.space.area))

    @property
    def is_within_form(self) -> bool:
        """Whether what is written belongs to a form, and not to the page itself."""
        self._bound += 1
        return self._forms > 0

    @contextmanager
    def apart(self) -> Iterator[_Content]:
        """What is written meanwhile is no part of the page: it is the caller's, with the resources that it uses."""
        outer, self._content = self._content, _Content(self.scale)
        try:
            yield self._content
        finally:
            self._content = outer

    @contextmanager
    def form(
        self, box: Sequence[float], isolated: bool = False, space: bytes = b"", *, grouped: bool = True
    ) -> Iterator[Form]:
        """What is written meanwhile becomes a transparency group, drawn as one, that paints inside *box* (left, top,
        right, bottom), mixes with nothing outside it if it is *isolated*, and may have a colour space of its own; not
        *grouped*, it is drawn as if its operators stood where it is used. It is put into the file at the end, and drawn
        by what `use_form` gives."""
        if grouped:
            self._need_transparency()
        outer, self._content = self._content, _Content(self.scale)
        made = Form()
        self._forms += 1
        try:
            yield made
        finally:
            inner, self._content = self._content, outer
            self._forms -= 1
        if self.inks is not None and not space:
            space = b"/DeviceCMYK"
        group: dict[str, Value] = {"Type": b"/Group", "S": b"/Transparency"}
        if isolated:
            group["I"] = b"true"
        if space:
            group["CS"] = space
        entries: dict[str, Value] = {
            "Type": b"/XObject",
            "Subtype": b"/Form",
            "BBox": numbers(*box),
            "Resources": dictionary(inner.offered()),
        }
        if grouped:
            entries["Group"] = dictionary(group)
        body = stream(inner.operators(), entries, packed=self._packed, level=self._level)
        made.key = f"G{hashlib.sha256(body).hexdigest()[:16]}"
        made.reference = self.register(made.key, body)

    def use_form(self, form: Form) -> str:
        """The operator that draws a form."""
        return f"/{self.use('XObject', form.key, form.reference)} Do"

    def end_page(self) -> None:
        """Close the page, and begin the next one."""
        contents = self.document.add(stream(self._content.operators(), packed=self._packed, level=self._level))
        page = {"Type": b"/Page", "Parent": self._tree.reference, "Contents": contents.reference, **self._page}
        if "Resources" not in page:
            page["Resources"] = dictionary({"Font": self._fonts.reference, **self._content.offered()})
        if self.inks is not None and self._is_mixed:  # else readers would mix in colours of their own choice
            page["Group"] = dictionary({"Type": b"/Group", "S": b"/Transparency", "CS": b"/DeviceCMYK"})
        self._is_mixed = False
        self._kids.append(self.document.add(dictionary(page)).reference)
        self._page, self._content = {}, _Content()

    def finish(self) -> bytes:
        """The finished file: ReportLab writes it."""
        if self._layers:
            shown = array(self._layers)
            order = dictionary({"Name": string("Layers"), "Order": shown, "ON": shown})
            self._catalog["OCProperties"] = dictionary({"OCGs": shown, "D": order})
        document = self.document
        self._fonts.body = dictionary(self._font_names)
        self._tree.body = dictionary(
            {"Type": b"/Pages", "Count": len(self._kids), "Kids": array(self._kids), **self._inherited}
        )
        document.Catalog.body = dictionary(self._catalog)
        document.info.body = dictionary(self._info)
        if self.xmp is not None:
            packet = document.add()
            document.Catalog.body = dictionary(self._catalog | {"Metadata": packet.reference})
            said = xmp_packet(replace(self.xmp, document_id=document.digest()))
            packet.body = stream(said, {"Type": b"/Metadata", "Subtype": b"/XML"}, packed=False)
        return bytes(document.format())
