"""The content of a page becomes what it draws: with which colours, lines, pictures and letters, at which sizes.

Forms are read once for each way in which they are drawn: a poster over sixty sheets is read once, and forms that draw
forms that draw forms cost no more than they hold.
"""

from __future__ import annotations

from math import hypot, sqrt
from typing import Any, TypeAlias

import pikepdf

from placards.press.preflight.document import Document, PageBoxes
from placards.press.preflight.drawn import Drawing, ImageUse, Numbers, Paint, TextUse
from placards.press.preflight.objects import (
    Corners,
    TooLargeError,
    content,
    entries,
    entry,
    identity,
    members,
    name,
    number,
)
from placards.press.preflight.spaces import GRAY, Space, read_space
from placards.press.preflight.tokens import Name, instructions

Linear: TypeAlias = tuple[float, float, float, float, float, float]

#: So much content of a page is unpacked, and so many instructions of a document are read.
MOST_CONTENT = 48_000_000
MOST_INSTRUCTIONS = 6_000_000

#: So deep forms may stand in forms.
_DEPTH = 28

#: Every operator that a content stream may have.
OPERATORS = frozenset(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID INLINE j J K k l m M MP n q "
    "Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)

_POINTS = frozenset("mlcvy")
_PAINTING = {
    "f": "f", "F": "f", "f*": "f", "S": "s", "s": "s", "B": "fs", "B*": "fs", "b": "fs", "b*": "fs", "n": "",
}  # fmt: skip


class _State:
    """The graphics state, as far as facts need it."""

    __slots__ = (
        "fill_space", "fill_values", "font", "matrix", "mode", "opm", "overprint_fill", "overprint_stroke",
        "size", "step", "stroke_space", "stroke_values", "width",
    )  # fmt: skip

    def __init__(self) -> None:
        self.matrix: Linear = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self.fill_space, self.stroke_space = GRAY, GRAY
        self.fill_values: Numbers = (0.0,)
        self.stroke_values: Numbers = (0.0,)
        self.width = 1.0
        self.overprint_fill = self.overprint_stroke = False
        self.opm = 0
        self.font: tuple[int, int] | None = None
        self.size = 0.0
        self.mode = 0
        self.step = False

    def copy(self) -> _State:
        made = _State.__new__(_State)
        made.matrix, made.fill_space, made.stroke_space = self.matrix, self.fill_space, self.stroke_space
        made.fill_values, made.stroke_values, made.width = self.fill_values, self.stroke_values, self.width
        made.overprint_fill, made.overprint_stroke, made.opm = self.overprint_fill, self.overprint_stroke, self.opm
        made.font, made.size, made.mode, made.step = self.font, self.size, self.mode, self.step
        return made

    def key(self) -> tuple[object, ...]:
        """What a form inherits, but for where it stands."""
        return (
            tuple(round(one, 5) for one in self.matrix[:4]), self.fill_space, self.stroke_space, self.fill_values,
            self.stroke_values, self.width, self.overprint_fill, self.overprint_stroke, self.opm, self.font, self.size,
            self.mode, self.step,
        )  # fmt: skip

    def scale(self) -> float:
        a, b, c, d, _, _ = self.matrix
        return sqrt(abs(a * d - b * c))

    def paint(self, kind: str, stroke: bool = False) -> Paint:
        if stroke:
            return Paint(kind, self.stroke_space, self.stroke_values, self.overprint_stroke, self.opm, self.step)
        return Paint(kind, self.fill_space, self.fill_values, self.overprint_fill, self.opm, self.step)


def _then(first: Linear, second: Linear) -> Linear:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _around(matrix: Linear, xs: list[float], ys: list[float]) -> Corners:
    a, b, c, d, e, f = matrix
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    across = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    up = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return Corners(min(across), min(up), max(across), max(up))


class Reader:
    """Reads the pages of a Document. What forms draw is kept from page to page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._left = MOST_INSTRUCTIONS
        self._pages: dict[tuple[object, ...], Drawing] = {}
        self._forms: dict[tuple[object, ...], Drawing] = {}
        self._spaces: dict[object, Space] = {}
        self._open: list[object] = []
        self._steps = {
            identity(layer) for layer in document.layers if entry(layer, "GTS_Metadata") is not None
        } - {None}  # fmt: skip

    def page(self, page: PageBoxes) -> Drawing:
        """What a page draws, its annotations included."""
        found = entry(page.page, "Contents")
        parts = [found] if isinstance(found, pikepdf.Stream) else members(found)
        key = (*map(identity, parts), identity(page.resources), page.unit)
        if None in key or entry(page.page, "Annots") is not None:
            return self._page(page, parts)
        if key not in self._pages:
            self._pages[key] = self._page(page, parts)
        return self._pages[key]

    def _page(self, page: PageBoxes, parts: list[Any]) -> Drawing:
        state = _State()
        state.matrix = (page.unit, 0.0, 0.0, page.unit, 0.0, 0.0)
        out = Drawing()
        self._run(b"\n".join([self._content(one) for one in parts]), page.resources, state, out, 0)
        for annotation in members(entry(page.page, "Annots")):
            for look in _appearances(entry(entry(annotation, "AP"), "N")):
                self._form(look, page.resources, state, out, 1)
        return out

    def _content(self, stream: Any) -> bytes:
        try:
            return content(stream, MOST_CONTENT)
        except TooLargeError:
            self._document.skip("preflight-skipped-large", limit=MOST_CONTENT // 1_000_000)
        except pikepdf.PdfError:
            self._document.skip("preflight-skipped-damaged")
        return b""

    def _form(self, form: Any, resources: Any, state: _State, out: Drawing, depth: int) -> None:
        """What a form draws, once for each state that it inherits."""
        own = entry(form, "Resources", resources)
        inner = state.copy()
        matrix = [number(one) for one in members(entry(form, "Matrix"))]
        if len(matrix) == 6:
            inner.matrix = _then((*matrix,), state.matrix)  # type: ignore[arg-type]
        right, up = inner.matrix[4:]
        inner.matrix = (*inner.matrix[:4], 0.0, 0.0)
        inner.step = state.step or self._is_step(entry(form, "OC"))
        which = identity(form) or id(form)
        key = (which, identity(own) if own is resources else None, *inner.key())
        if which in self._open or len(self._open) >= _DEPTH:
            return
        drawn = self._forms.get(key)
        if drawn is None:
            drawn = Drawing()
            self._open.append(which)
            self._run(self._content(form), own, inner, drawn, depth)
            self._open.pop()
            self._forms[key] = drawn
        out.take(drawn, right, up, depth)

    def _is_step(self, layer: Any) -> bool:
        if layer is None or not self._steps:
            return False
        below = entry(layer, "OCGs")
        every = [layer, below, *members(below)]
        return any(identity(one) in self._steps for one in every if one is not None)

    def _space(self, called: object, resources: Any) -> Space:
        if not isinstance(called, str):
            return Space("")  # no name where one belongs
        listed = entry(resources, "ColorSpace")
        key = (called, identity(listed) or identity(resources) or id(resources))
        found = self._spaces.get(key)
        if found is None:
            found = self._spaces[key] = read_space(called, resources)
        return found

    def _run(self, data: bytes, resources: Any, state: _State, out: Drawing, depth: int) -> None:
        """Follow the instructions of one stream."""
        kept: list[_State] = []
        marked: list[bool] = []  # for each mark that is open, whether it began a processing step
        points: list[float] = []
        starts: list[int] = []  # where in the points a part of the path begins
        cursor = _Text()
        left = self._left
        for operator, operands in instructions(data):
            left -= 1
            if left <= 0:
                self._document.skip("preflight-skipped-content", limit=MOST_INSTRUCTIONS)
                break
            if operator in _POINTS:
                if operator == "m":
                    starts.append(len(points))
                points += operands  # type: ignore[arg-type]
            elif operator == "re" and len(operands) == 4:
                x, y, width, height = map(_real, operands)
                starts.append(len(points))
                points += (x, y, x + width, y + height)
            elif (ways := _PAINTING.get(operator)) is not None:
                if ways and len(points) > 1:
                    _painted(state, ways, points, starts, out)
                points, starts = [], []
            elif operator == "q":
                kept.append(state.copy())
                out.depth[0] = max(out.depth[0], len(kept))
            elif operator == "Q":
                if kept:
                    step = state.step
                    state = kept.pop()
                    state.step = step
                else:
                    out.unbalanced.add("Q")
            elif operator in ("BMC", "BDC"):
                begins = operator == "BDC" and len(operands) == 2 and operands[0] == "OC"
                layer = entry(entry(resources, "Properties"), str(operands[1])) if begins else None
                begins = begins and not state.step and self._is_step(layer)
                marked.append(begins)
                state.step = state.step or begins
            elif operator == "EMC":
                if marked and marked.pop():
                    state.step = False
            elif operator == "Do":
                self._drawn(operands, resources, state, out, depth)
            elif operator == "gs":
                _set_state(state, entry(entry(resources, "ExtGState"), str(operands[0]) if operands else ""), out)
            elif operator not in OPERATORS:
                out.strange.add(operator[:20])
            elif operator[0] == "T" or operator in ("BT", "ET", "'", '"'):
                cursor.take(operator, operands, resources, state, out)
            else:
                self._other(operator, operands, resources, state, out, depth)
        self._left = left
        if kept:
            out.unbalanced.add("q")

    def _other(
        self, operator: str, operands: list[object], resources: Any, state: _State, out: Drawing, depth: int
    ) -> None:
        match operator:
            case "cm" if len(operands) == 6:
                state.matrix = _then(tuple(map(_real, operands)), state.matrix)  # type: ignore[arg-type]
            case "w" if operands:
                state.width = abs(_real(operands[0]))
            case "k" | "g" | "rg":
                family = {"k": "DeviceCMYK", "g": "DeviceGray", "rg": "DeviceRGB"}[operator]
                state.fill_space, state.fill_values = self._space(family, resources), _values(operands)
            case "K" | "G" | "RG":
                family = {"K": "DeviceCMYK", "G": "DeviceGray", "RG": "DeviceRGB"}[operator]
                state.stroke_space, state.stroke_values = self._space(family, resources), _values(operands)
            case "cs" if operands:
                state.fill_space, state.fill_values = self._space(operands[0], resources), ()
            case "CS" if operands:
                state.stroke_space, state.stroke_values = self._space(operands[0], resources), ()
            case "sc" | "scn":
                state.fill_values = _values(operands)
                if operands and isinstance(operands[-1], Name):
                    self._pattern(operands[-1], resources, state, out, depth)
            case "SC" | "SCN":
                state.stroke_values = _values(operands)
                if operands and isinstance(operands[-1], Name):
                    self._pattern(operands[-1], resources, state, out, depth)
            case "sh" if operands:
                shading = entry(entry(resources, "Shading"), str(operands[0]))
                out.place(
                    Paint("shading", read_space(entry(shading, "ColorSpace"), resources), (), step=state.step), ()
                )
            case "ri" if operands:
                out.intents.add(str(operands[0]))
            case "INLINE":
                _inline(operands[0], resources, state, out)

    def _pattern(self, called: str, resources: Any, state: _State, out: Drawing, depth: int) -> None:
        """What a pattern is made of: a drawing, or a shading."""
        found = entry(entry(resources, "Pattern"), called)
        if isinstance(found, pikepdf.Stream):
            inner = state.copy()
            inner.fill_space, inner.stroke_space, inner.fill_values, inner.stroke_values = GRAY, GRAY, (0.0,), (0.0,)
            self._form(found, entry(found, "Resources"), inner, out, depth + 1)
        elif (shading := entry(found, "Shading")) is not None:
            out.place(Paint("shading", read_space(entry(shading, "ColorSpace"), resources), (), step=state.step), ())

    def _drawn(self, operands: list[object], resources: Any, state: _State, out: Drawing, depth: int) -> None:
        found = entry(entry(resources, "XObject"), str(operands[0]) if operands else "")
        if name(entry(found, "Subtype")) == "Form":
            self._form(found, resources, state, out, depth + 1)
        elif name(entry(found, "Subtype")) == "Image":
            space = read_space(entry(found, "ColorSpace"), resources)
            mask = entry(found, "ImageMask") is True
            size = int(number(entry(found, "Width"))), int(number(entry(found, "Height")))
            bits = 1 if mask else int(number(entry(found, "BitsPerComponent"), 8))
            if name(entry(found, "Filter")) == "JPXDecode" and space.family == "":
                space = Space("JPX")
            _pictured(state, size, bits, mask, space, identity(found), out)


class _Text:
    """Follows the text matrix as far as it tells how large letters are."""

    def __init__(self) -> None:
        self._matrix = (1.0, 0.0, 0.0, 1.0)

    def take(self, operator: str, operands: list[object], resources: Any, state: _State, out: Drawing) -> None:
        match operator:
            case "BT":
                self._matrix = (1.0, 0.0, 0.0, 1.0)
            case "Tm" if len(operands) == 6:
                a, b, c, d = map(_real, operands[:4])
                self._matrix = a, b, c, d
            case "Tf" if len(operands) == 2:
                font = entry(entry(resources, "Font"), str(operands[0]))
                state.font, state.size = identity(font) or (0, 0), _real(operands[1])
            case "Tr" if operands:
                state.mode = int(_real(operands[0]))
            case "Tj" | "TJ" | "'" | '"':
                shown = _shown(operands)
                if shown:
                    a, b, c, d, _, _ = state.matrix
                    across, up = self._matrix[2:]
                    size = state.size * hypot(across * a + up * c, across * b + up * d)
                    paint = state.paint("text", stroke=state.mode in (1, 5))
                    use = TextUse(state.font, round(abs(size), 2), state.mode, paint)
                    out.texts[use] = out.texts.get(use, 0) + shown


def _shown(operands: list[object]) -> int:
    """How many bytes of text are shown."""
    count = 0
    for one in operands:
        if isinstance(one, bytes):
            count += len(one)
        elif isinstance(one, list):
            count += sum(len(part) for part in one if isinstance(part, bytes))
    return count


def _real(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _values(operands: list[object]) -> Numbers:
    return tuple(round(float(one), 4) for one in operands if isinstance(one, (int, float)))


def _painted(state: _State, ways: str, points: list[float], starts: list[int], out: Drawing) -> None:
    try:
        box = _around(state.matrix, points[::2], points[1::2])
    except (TypeError, ValueError):
        return  # operands that are no numbers
    if "f" in ways:
        out.place(state.paint("fill"), (box,))
        if len(starts) == 1 and len(points) <= 10:
            paint, shorter = state.paint("fill"), min(box.width, box.height)
            out.fields[paint] = max(shorter, out.fields.get(paint, 0.0))
            if shorter < 1.0:
                key = (round(shorter, 3), state.step)  # a line that is drawn as an area
                out.lines[key] = out.lines.get(key, 0) + 1
    if "s" in ways:
        paint = state.paint("stroke", stroke=True)
        boxes = [box]
        if paint.space.inks == ("All",):
            ends = [*starts[1:], len(points)]
            parts = [points[start:end] for start, end in zip(starts, ends, strict=True)]
            boxes = [_around(state.matrix, part[::2], part[1::2]) for part in parts if len(part) > 1]
        out.place(paint, boxes)
        key = (round(state.width * state.scale(), 3), state.step)
        out.lines[key] = out.lines.get(key, 0) + 1


def _pictured(
    state: _State,
    size: tuple[int, int],
    bits: int,
    mask: bool,
    space: Space,
    which: tuple[int, int] | None,
    out: Drawing,
) -> None:
    a, b, c, d, _, _ = state.matrix
    use = ImageUse(which, *size, round(hypot(a, b), 3), round(hypot(c, d), 3), bits, mask)
    out.images[use] = out.images.get(use, 0) + 1
    paint = state.paint("image") if mask else state.paint("image")._replace(space=space, values=())
    out.place(paint, (_around(state.matrix, [0.0, 1.0], [0.0, 1.0]),))


def _inline(said: object, resources: Any, state: _State, out: Drawing) -> None:
    if not isinstance(said, dict):
        return
    found = said.get("F", said.get("Filter"))
    out.filters.update(str(one) for one in (found if isinstance(found, list) else [found]) if one)
    mask = said.get("IM", said.get("ImageMask")) is True
    space = said.get("CS", said.get("ColorSpace", ""))
    size = int(_real(said.get("W", said.get("Width", 0)))), int(_real(said.get("H", said.get("Height", 0))))
    bits = int(_real(said.get("BPC", said.get("BitsPerComponent", 8))))
    family = space[-1] if isinstance(space, list) and space else space
    _pictured(state, size, 1 if mask else bits, mask, read_space(str(family), resources), None, out)


def _set_state(state: _State, found: Any, out: Drawing) -> None:
    """What a graphics state changes."""
    stroke, fill = entry(found, "OP"), entry(found, "op")
    if stroke is not None:
        state.overprint_stroke = stroke is True
    if stroke is not None or fill is not None:
        state.overprint_fill = (fill if fill is not None else stroke) is True
    if entry(found, "OPM") is not None:
        state.opm = int(number(entry(found, "OPM")))
    if entry(found, "LW") is not None:
        state.width = abs(number(entry(found, "LW")))
    font = members(entry(found, "Font"))
    if len(font) == 2:
        state.font, state.size = identity(font[0]) or (0, 0), number(font[1])
    if entry(found, "RI") is not None:
        out.intents.add(name(entry(found, "RI")))


def _appearances(found: Any) -> list[Any]:
    """The drawings of an annotation: one, or one for each of its states."""
    if isinstance(found, pikepdf.Stream):
        return [found]
    return [value for _, value in entries(found) if isinstance(value, pikepdf.Stream)]
