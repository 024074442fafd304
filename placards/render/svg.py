"""A Scene becomes an SVG for browsers and drawing programs: the same outlines, each glyph defined once."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from typing import assert_never

from placards.render.pdf_outlines import number, run_matrix
from placards.render.refusal import plain_color
from placards.scene.items import FillPath, Group, Item, Picture, PlacedRun, Scene, TextBlock, TextLine
from placards.text.font import Font
from placards.values.color import Paint, Stroke
from placards.values.geometry import Path, Segment
from placards.values.units import points_to_mm

_JPEG_START = b"\xff\xd8"


def render_svg(scene: Scene) -> bytes:
    """The scene as an SVG document in UTF-8, its user unit the point. It shows the trim, and keeps art in the bleed."""
    drawing = _Drawing()
    body = "\n".join(drawing.items(scene.items))
    width, height = scene.trim
    view = f"0 0 {number(width)} {number(height)}"
    size = f'width="{number(points_to_mm(width))}mm" height="{number(points_to_mm(height))}mm"'
    metadata = scene.metadata
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{view}" xml:lang={_quoted(metadata.language)} '
        f"lang={_quoted(metadata.language)}>",
        f"<title>{_escaped(metadata.title)}</title>",
    ]
    if metadata.subject:
        lines.append(f"<desc>{_escaped(metadata.subject)}</desc>")
    if drawing.definitions:
        lines += ["<defs>", *drawing.definitions, "</defs>"]
    return "\n".join([*lines, body, "</svg>", ""]).encode()


def render_inline(scenes: Sequence[Scene]) -> tuple[str, list[str]]:
    """The scenes as elements of one HTML page: what they all refer to, and each as an ``svg`` of its own. A page has
    one space of names, so that glyphs are defined once for all of them."""
    drawing = _Drawing()
    drawn = []
    for scene in scenes:
        width, height = scene.trim
        body = "".join(drawing.items(scene.items))
        drawn.append(f'<svg viewBox="0 0 {number(width)} {number(height)}">{body}</svg>')
    return f'<svg width="0" height="0" aria-hidden="true"><defs>{"".join(drawing.definitions)}</defs></svg>', drawn


class _Drawing:
    """Collects the definitions (glyphs, clips) while the items are written."""

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._glyphs: dict[tuple[Font, int], str] = {}
        self._clips = 0

    def items(self, items: Sequence[Item]) -> Iterator[str]:
        for item in items:
            match item:
                case FillPath():
                    yield _shape(item)
                case TextBlock():
                    yield from self._block(item)
                case Picture():
                    yield _picture(item)
                case Group():
                    yield from self._group(item)
                case _:
                    assert_never(item)

    def _group(self, group: Group) -> Iterator[str]:
        matrix = " ".join(number(v, 6) for v in group.transform)
        clip = ""
        if group.clip is not None:
            self._clips += 1
            name = f"clip{self._clips}"
            rule = ' clip-rule="evenodd"' if group.clip.fill_rule == "evenodd" else ""
            self.definitions.append(f'<clipPath id="{name}"><path d="{_path(group.clip)}"{rule}/></clipPath>')
            clip = f' clip-path="url(#{name})"'
        label = f" data-layer={_quoted(group.layer)}" if group.layer else ""
        label += f' role="img" aria-label={_quoted(group.alt)}' if group.alt else ""
        yield f'<g transform="matrix({matrix})"{clip}{label}{_opacity(group.opacity)}>'
        yield from self.items(group.items)
        yield "</g>"

    def _block(self, block: TextBlock) -> Iterator[str]:
        """One image to a screen reader, named by the message."""
        label = " ".join(block.text.split())
        yield f'<g role="img" aria-label={_quoted(label)} lang={_quoted(block.language)}>'
        for line in block.lines:
            for placed in line.runs:
                yield from self._run(placed, line)
        yield "</g>"

    def _run(self, placed: PlacedRun, line: TextLine) -> Iterator[str]:
        font = placed.run.font
        matrix = " ".join(number(v, 8) for v in run_matrix(placed, line))
        yield f'<g transform="matrix({matrix})" {_fill(placed.paint)}>'
        for glyph, x, y in placed.run.pens():
            for layer, rgba in font.color_layers(glyph) or ((glyph, None),):
                name = self._glyph(font, layer)
                if name:
                    own = "" if rgba is None else f" {_rgba(rgba)}"
                    yield f'<use href="#{name}" x="{x}" y="{y}"{own}/>'
        yield "</g>"

    def _glyph(self, font: Font, glyph: int) -> str:
        """The id of a glyph's definition (font units, y up); empty for a glyph without ink."""
        key = (font, glyph)
        if key not in self._glyphs:
            outline = _segments(font.segments(glyph), 1)
            name = f"g{len(self._glyphs)}" if outline else ""
            if name:
                self.definitions.append(f'<path id="{name}" d="{outline}"/>')
            self._glyphs[key] = name
        return self._glyphs[key]


def _escaped(text: str) -> str:
    """Text for XML; xml.sax.saxutils would cost 20 ms of imports."""
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


def _quoted(text: str) -> str:
    return f'"{_escaped(" ".join(text.split()))}"'


def _picture(picture: Picture) -> str:
    kind = "jpeg" if picture.data.startswith(_JPEG_START) else "png"
    box = " ".join(
        f'{name}="{number(value)}"' for name, value in zip(("x", "y", "width", "height"), picture.box, strict=True)
    )
    name = f'role="img" aria-label={_quoted(picture.alt)}' if picture.alt else 'aria-hidden="true"'
    data = base64.b64encode(picture.data).decode("ascii")
    return f'<image {box} preserveAspectRatio="none" {name} href="data:image/{kind};base64,{data}"/>'


def _shape(item: FillPath) -> str:
    look = [_fill(item.paint) if item.paint is not None else 'fill="none"']
    if item.path.fill_rule == "evenodd":
        look.append('fill-rule="evenodd"')
    if item.stroke is not None:
        look.append(_stroke(item.stroke))
    return f'<path d="{_path(item.path)}" {" ".join(look)}{_opacity(item.opacity)}/>'


def _fill(paint: Paint) -> str:
    return f'fill="{plain_color(paint, "SVG").hex}"'


def _stroke(stroke: Stroke) -> str:
    dash = ""
    if stroke.dash:
        offset = f' stroke-dashoffset="{number(stroke.dash_offset)}"' if stroke.dash_offset else ""
        dash = f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"{offset}'
    return (
        f'stroke="{plain_color(stroke.paint, "SVG").hex}" stroke-width="{number(stroke.width)}" '
        f'stroke-linecap="{stroke.cap}" stroke-linejoin="{stroke.join}" '
        f'stroke-miterlimit="{number(stroke.miter_limit)}"{dash}'
    )


def _opacity(opacity: float) -> str:
    return f' opacity="{number(opacity, 4)}"' if opacity < 1 else ""


def _rgba(rgba: tuple[int, int, int, int]) -> str:
    red, green, blue, alpha = rgba
    opacity = f' fill-opacity="{number(alpha / 255)}"' if alpha < 255 else ""
    return f'fill="#{red:02x}{green:02x}{blue:02x}"{opacity}'


def _path(path: Path) -> str:
    return _segments(path.segments, 3)


def _segments(segments: Sequence[Segment], decimals: int) -> str:
    return "".join([segment[0] + " ".join([number(v, decimals) for v in segment[1:]]) for segment in segments])
