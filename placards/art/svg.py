"""Any SVG becomes a Drawing: usvg makes it simple, and what is left becomes Scene items. What has no item (masks,
filters, patterns, blending, text that is no outline) is refused by name; nothing is dropped in silence."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from typing import Any, Literal, cast
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from placards.art.drawing import Drawing
from placards.art.outlines import united, united_needs_more
from placards.art.path_data import parse_path
from placards.art.source import is_packed, looked_through, what_usvg_said, with_current
from placards.art.svg_bounds import bounds_of, tight_bounds
from placards.art.svg_paint import Filled, gradient, matrix_of, number
from placards.art.usvg import in_utf8, simplified
from placards.layout.content import PictureLoader
from placards.problems.diagnostic import Diagnostics, Severity, diagnostic
from placards.problems.errors import InputError, Place
from placards.scene.items import FillPath, Group, Item, Picture
from placards.values.color import Stroke, parse_hex
from placards.values.geometry import IDENTITY, FillRule, Matrix, Path, Rect, Size

#: Deeper groups, each with a transform, a clip or an opacity of its own, are no drawing.
MAX_DEPTH = 60

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"


def read_drawing(data: bytes, place: Place, load_picture: PictureLoader) -> Drawing:
    """An SVG file as a Drawing; raises InputError with the place, and with everything in it that cannot be drawn.
    Pictures in it go through *load_picture*."""
    if is_packed(data):
        raise InputError("svg-packed", place=place)
    data = in_utf8(data, place)
    output, said = simplified(with_current(data), place)
    found = Diagnostics()
    for one in looked_through(data, place):
        found(one)
    outside = any(one.code == "svg-external" for one in found)
    for one in what_usvg_said(said, data, place):
        if not (outside and one.code == "svg-picture"):  # the same thing, and less of it
            found(one)
    try:
        if "xmlns:xlink" not in output.partition(">")[0]:  # usvg may forget to declare the prefix of pictures' links
            output = output.replace("<svg ", f'<svg xmlns:xlink="{_XLINK[1:-1]}" ', 1)
        root = ElementTree.fromstring(output)
        reader = _Reader(root, place, load_picture, found)
        items = tuple(reader.items(root, 0))
        view = Rect(*map(float, root.get("viewBox", "").split()))
    except (ValueError, TypeError, ElementTree.ParseError) as error:
        if isinstance(error, InputError):
            raise error.at(place) from None
        raise InputError("svg-unreadable", place=place, reason=f"{error}"[:100]) from error
    if found.errors:
        raise InputError(found.errors[0], also=found.errors[1:])
    if not items or view.width <= 0 or view.height <= 0:
        raise InputError("svg-empty", place=place)
    if view.x or view.y:
        items = (Group(items, Matrix(e=-view.x, f=-view.y)),)
    return Drawing(Size(view.width, view.height), items, notes=tuple(found.warnings))


class _Reader:
    """Walks through what usvg wrote. What cannot be drawn is told, and the rest goes on."""

    def __init__(self, root: Element, place: Place, load_picture: PictureLoader, report: Diagnostics) -> None:
        self._named = {name: one for one in root.iter() if (name := one.get("id"))}
        self._place, self._load, self._report = place, load_picture, report

    def items(self, parent: Element, depth: int) -> Iterator[Item]:
        """The items of an element's children. Groups that do nothing are opened: some files have hundreds in each
        other."""
        if depth > MAX_DEPTH:
            raise InputError("svg-deep", place=self._place)
        waiting = list(reversed(parent))
        while waiting:
            one = waiting.pop()
            tag = one.tag.removeprefix(_SVG)
            if tag == "g":
                if set(one.keys()) <= {"id"}:
                    waiting.extend(reversed(one))
                else:
                    yield from self._group(one, depth)
            elif tag == "path":
                yield from self._path(one)
            elif tag == "image":
                yield from self._image(one)
            elif tag != "defs":
                self._refuse("svg-unknown", what=f"<{tag}>")

    def _group(self, element: Element, depth: int) -> Iterator[Item]:
        for name in ("mask", "filter"):
            if element.get(name):
                self._refuse(f"svg-{name}")
        if "mix-blend-mode" in element.get("style", ""):
            self._refuse("svg-blend")
        opacity = number(element.get("opacity"), 1.0)
        matrix = matrix_of(element.get("transform"))
        items = tuple(self.items(element, depth + 1))
        if not items or opacity <= 0 or not matrix.area:
            return
        clips = self._clips(element.get("clip-path"), bounds_of(items))
        if clips is None:
            return
        for clip in clips[1:]:
            items = (Group(items, clip=clip),)
        yield Group(items, matrix, clips[0] if clips else None, opacity=min(opacity, 1.0))

    # Clips.

    def _clips(self, link: str | None, bounds: Rect | None) -> list[Path] | None:
        """The outlines that cut something off, all of which hold; None where nothing is left of it."""
        found: list[Path] = []
        seen: set[str] = set()
        while link:
            element = self._linked(link)
            if element is None or link in seen:
                break
            seen.add(link)
            matrix = matrix_of(element.get("transform"))
            if element.get("clipPathUnits") == "objectBoundingBox":
                if bounds is None or bounds.width <= 0 or bounds.height <= 0:
                    return None
                matrix = matrix.then(Matrix(bounds.width, 0, 0, bounds.height, bounds.x, bounds.y))
            parts = list(self._clip_parts(element, matrix))
            if not parts:
                return None
            if united_needs_more(parts):
                self._refuse("svg-clip")
            found.append(united(parts))
            link = element.get("clip-path")
        return found

    def _clip_parts(self, element: Element, matrix: Matrix) -> Iterator[Path]:
        for one in element:
            inner = matrix_of(one.get("transform")).then(matrix)
            if one.get("clip-path"):
                self._refuse("svg-clip")
            if one.tag == f"{_SVG}g":
                yield from self._clip_parts(one, inner)
            elif one.tag == f"{_SVG}path":
                rule = cast(FillRule, one.get("clip-rule", "nonzero"))
                yield parse_path(one.get("d", ""), rule).transformed(inner)

    # Paths.

    def _path(self, element: Element) -> Iterator[Item]:
        if element.get("visibility", "visible") != "visible":
            return
        path = parse_path(element.get("d", ""), cast(FillRule, element.get("fill-rule", "nonzero")))
        matrix = matrix_of(element.get("transform"))
        if not path.segments or not matrix.area:
            return
        bounds = tight_bounds(path)
        fill = self._paint(element.get("fill", "#000000"), number(element.get("fill-opacity"), 1.0), bounds)
        line = self._paint(element.get("stroke", "none"), number(element.get("stroke-opacity"), 1.0), bounds)
        stroke = None if line is None else _stroke(element, line)
        behind = element.get("paint-order", "").split()[:1] == ["stroke"]
        plain = fill is not None and line is not None and fill.opacity == line.opacity == 1
        made: list[Item] = []
        if fill is not None and plain and not behind:
            made = [FillPath(path, fill.paint, stroke=stroke)]
        else:
            if fill is not None:
                made.append(FillPath(path, fill.paint, opacity=fill.opacity))
            if line is not None:
                made.insert(0 if behind else len(made), FillPath(path, None, stroke=stroke, opacity=line.opacity))
        if made and matrix != IDENTITY:
            yield Group(tuple(made), matrix)
        else:
            yield from made

    def _paint(self, text: str, opacity: float, bounds: Rect) -> Filled | None:
        if text == "none" or opacity <= 0:
            return None
        if not text.startswith("url("):
            return Filled(parse_hex(text), min(opacity, 1.0))
        element = self._linked(text)
        if element is None:
            return None
        if element.tag == f"{_SVG}pattern":
            self._refuse("svg-pattern")
            return None
        return gradient(element, bounds, min(opacity, 1.0))

    # Pictures.

    def _image(self, element: Element) -> Iterator[Item]:
        if element.get("visibility", "visible") != "visible":
            return
        link = element.get("href") or element.get(f"{_XLINK}href") or ""
        kind, comma, text = link.partition(",")
        if not (kind.startswith("data:image/") and kind.endswith(";base64") and comma):
            self._refuse("svg-picture")
            return
        if "svg" in kind:
            self._refuse("svg-nested")
            return
        try:
            data = base64.b64decode("".join(text.split()), validate=True)
        except (binascii.Error, ValueError):
            self._refuse("svg-picture")
            return
        picture = self._load(data, self._place)
        for note in picture.notes:
            self._report(note)
        box = Rect(*(number(element.get(name)) for name in ("x", "y", "width", "height")))
        if box.width <= 0 or box.height <= 0:
            return
        asked = element.get("preserveAspectRatio", "xMidYMid meet").split()
        target, cut = _aspect(asked, picture.pixels, box)
        drawn: Item = Picture(picture.data, target)
        if cut:
            drawn = Group((drawn,), clip=Path.rect(box))
        matrix = matrix_of(element.get("transform"))
        yield drawn if matrix == IDENTITY else Group((drawn,), matrix)

    def _linked(self, link: str) -> Element | None:
        return self._named.get(link.strip().removeprefix("url(").removesuffix(")").strip("\"'").removeprefix("#"))

    def _refuse(self, code: str, **parameters: Any) -> None:
        self._report(diagnostic(code, place=self._place, severity=Severity.ERROR, **parameters))


def _stroke(element: Element, line: Filled) -> Stroke:
    dash = tuple(map(float, element.get("stroke-dasharray", "").replace(",", " ").split()))
    join = element.get("stroke-linejoin", "miter")
    return Stroke(
        line.paint,
        number(element.get("stroke-width"), 1.0),
        cast(Literal["butt", "round", "square"], element.get("stroke-linecap", "butt")),
        cast(Literal["miter", "round", "bevel"], "miter" if join in ("miter-clip", "arcs") else join),
        number(element.get("stroke-miterlimit"), 4.0),
        dash * 2 if len(dash) % 2 else dash,
        number(element.get("stroke-dashoffset")),
    )


def _aspect(asked: list[str], pixels: Size, box: Rect) -> tuple[Rect, bool]:
    """Where a picture lies in its box by preserveAspectRatio, and whether some of it is cut off."""
    align, how = asked[0] if asked else "xMidYMid", asked[1] if len(asked) > 1 else "meet"
    if align == "none":
        return box, False
    scales = box.width / pixels.width, box.height / pixels.height
    scale = max(scales) if how == "slice" else min(scales)
    shares = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
    width, height = pixels.width * scale, pixels.height * scale
    x = box.x + (box.width - width) * shares[align[1:4]]
    y = box.y + (box.height - height) * shares[align[5:8]]
    return Rect(x, y, width, height), how == "slice"
