"""A Scene becomes an SVG for browsers and drawing programs: the same outlines, each glyph defined once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import assert_never

from placards.render.pdf_outlines import number, run_matrix
from placards.render.plain import is_plain
from placards.render.svg_path import path_data
from placards.render.svg_pictures import image, repeated
from placards.scene.items import FillPath, Group, Item, Picture, PlacedRun, Scene, TextBlock, TextLine, Underlay
from placards.text.font import Font
from placards.values.color import Color, Paint, Stroke
from placards.values.geometry import Matrix, Rect, moved
from placards.values.units import points_to_mm


def render_svg(scene: Scene) -> bytes:
    """The scene as an SVG document in UTF-8, its user unit the point. It shows the trim, and keeps art in the bleed."""
    drawing = _Drawing(repeated(scene.items))
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
    drawing = _Drawing(repeated(item for scene in scenes for item in scene.items))
    drawn = []
    for scene in scenes:
        width, height = scene.trim
        body = "".join(drawing.items(scene.items))
        drawn.append(f'<svg viewBox="0 0 {number(width)} {number(height)}">{body}</svg>')
    return f'<svg width="0" height="0" aria-hidden="true"><defs>{"".join(drawing.definitions)}</defs></svg>', drawn


class _Drawing:
    """Collects the definitions (glyphs, clips) while the items are written."""

    def __init__(self, repeated: Set[tuple[bytes, Rect]]) -> None:
        self._repeated = repeated
        self._pictures: dict[tuple[bytes, Rect], str] = {}
        self.definitions: list[str] = []
        self._glyphs: dict[tuple[Font, int], str] = {}
        self._clips = 0
        self._paints: dict[Paint, str] = {}

    def items(self, items: Sequence[Item]) -> Iterator[str]:
        for item in items:
            match item:
                case FillPath():
                    yield self._shape(item)
                case TextBlock():
                    yield from self._block(item)
                case Picture():
                    yield self._picture(item)
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
            shape = f'<path d="{path_data(group.clip.segments)}"{rule}/>'
            self.definitions.append(f'<clipPath id="{name}">{shape}</clipPath>')
            clip = f' clip-path="url(#{name})"'
        label = f" data-layer={_quoted(group.layer)}" if group.layer else ""
        label += f' role="img" aria-label={_quoted(group.alt)}' if group.alt else ""
        yield f'<g transform="matrix({matrix})"{clip}{label}{_opacity(group.opacity)}{_mixing(group)}>'
        yield from self.items(group.items)
        yield "</g>"

    def _block(self, block: TextBlock) -> Iterator[str]:
        """One image to a screen reader, named by the message."""
        label = " ".join(block.text.split())
        yield f'<g role="img" aria-label={_quoted(label)} lang={_quoted(block.language)}>'
        for underlay in block.underlays:
            yield from self._underlay(block, underlay)
        for line in block.lines:
            for placed in line.runs:
                yield from self._run(placed, line)
        yield "</g>"

    def _underlay(self, block: TextBlock, underlay: Underlay) -> Iterator[str]:
        """All strokes before the fills: only the outside of the letters' common outline should show."""
        from placards.render.svg_paints import outlines  # most letters have no underlay

        drawn = [
            path_data(outline)
            for line in block.lines
            for placed in line.runs
            for outline in outlines(placed, line, underlay.offset)
        ]
        if underlay.stroke is not None and underlay.stroke.width > 0:
            look = self._stroke(underlay.stroke)
            yield from (f'<path d="{data}" fill="none" {look}/>' for data in drawn)
        if underlay.paint is not None:
            look = self._fill(underlay.paint)
            yield from (f'<path d="{data}" {look}/>' for data in drawn)

    def _run(self, placed: PlacedRun, line: TextLine) -> Iterator[str]:
        if not is_plain(placed.paint):
            yield from self._painted_run(placed, line)
            return
        font = placed.run.font
        matrix = " ".join(number(v, 8) for v in run_matrix(placed, line))
        yield f'<g transform="matrix({matrix})" {self._fill(placed.paint)}>'
        for glyph, x, y in placed.run.pens():
            if font.is_painted(glyph):
                yield from self._painted_glyph(placed, glyph, Matrix(e=x, f=y))
                continue
            for layer, rgba in font.color_layers(glyph) or ((glyph, None),):
                name = self._glyph(font, layer)
                if name:
                    own = "" if rgba is None else f" {_rgba(rgba)}"
                    yield f'<use href="#{name}" x="{x}" y="{y}"{own}/>'
        yield "</g>"

    def _painted_run(self, placed: PlacedRun, line: TextLine) -> Iterator[str]:
        """Letters in a gradient or a pattern, whose points are the block's; glyphs with colours of their own keep
        them."""
        from placards.render.svg_paints import outlines

        font = placed.run.font
        if not font.has_colors:
            look = self._fill(placed.paint)
            yield from (f'<path d="{path_data(outline)}" {look}/>' for outline in outlines(placed, line))
            return
        for glyph, x, y in placed.run.pens():
            pen = Matrix(e=x, f=y).then(run_matrix(placed, line))
            if font.is_painted(glyph):
                yield from self._painted_glyph(placed, glyph, pen)
                continue
            for layer, rgba in font.color_layers(glyph) or ((glyph, None),):
                data = path_data(moved(font.segments(layer), pen))
                if data:
                    yield f'<path d="{data}" {self._fill(placed.paint) if rgba is None else _rgba(rgba)}/>'

    def _painted_glyph(self, placed: PlacedRun, glyph: int, pen: Matrix) -> Iterator[str]:
        from placards.render.color_glyphs import painted_glyph  # fonts of COLR version 1 are people's own

        yield from self._group(painted_glyph(placed, glyph, pen))

    def _picture(self, picture: Picture) -> str:
        """A picture; one that is drawn several times stands in the file once."""
        role = f'role="img" aria-label={_quoted(picture.alt)}' if picture.alt else 'aria-hidden="true"'
        key = (picture.data, picture.box)
        if key not in self._repeated:
            return image(picture, role)
        if key not in self._pictures:
            name = self._pictures[key] = f"i{len(self._pictures)}"
            self.definitions.append(image(picture, f'id="{name}"'))
        return f'<use href="#{self._pictures[key]}" {role}/>'

    def _shape(self, item: FillPath) -> str:
        look = [self._fill(item.paint) if item.paint is not None else 'fill="none"']
        if item.path.fill_rule == "evenodd":
            look.append('fill-rule="evenodd"')
        if item.stroke is not None:
            look.append(self._stroke(item.stroke))
        return f'<path d="{path_data(item.path.segments)}" {" ".join(look)}{_opacity(item.opacity)}/>'

    def _fill(self, paint: Paint) -> str:
        return f'fill="{self._paint(paint)}"'

    def _stroke(self, stroke: Stroke) -> str:
        dash = ""
        if stroke.dash:
            offset = f' stroke-dashoffset="{number(stroke.dash_offset)}"' if stroke.dash_offset else ""
            dash = f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"{offset}'
        return (
            f'stroke="{self._paint(stroke.paint)}" stroke-width="{number(stroke.width)}" '
            f'stroke-linecap="{stroke.cap}" stroke-linejoin="{stroke.join}" '
            f'stroke-miterlimit="{number(stroke.miter_limit)}"{dash}'
        )

    def _paint(self, paint: Paint) -> str:
        """A colour, or the name of what paints otherwise."""
        if isinstance(paint, Color):
            return paint.hex
        if paint not in self._paints:
            from placards.render.svg_paints import paint_server

            name = f"p{len(self._paints)}"
            self.definitions.append(paint_server(name, paint))
            self._paints[paint] = name
        return f"url(#{self._paints[paint]})"

    def _glyph(self, font: Font, glyph: int) -> str:
        """The id of a glyph's definition (font units, y up); empty for a glyph without ink."""
        key = (font, glyph)
        if key not in self._glyphs:
            outline = path_data(font.segments(glyph), 1)
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


def _opacity(opacity: float) -> str:
    return f' opacity="{number(opacity, 4)}"' if opacity < 1 else ""


def _mixing(group: Group) -> str:
    """How a group mixes with what is below it; what its items mix with is only what it holds."""
    styles = [f"mix-blend-mode:{group.blend}"] if group.blend != "normal" else []
    if group.together or any(isinstance(item, Group) and item.blend != "normal" for item in group.items):
        styles.append("isolation:isolate")
    return f' style="{";".join(styles)}"' if styles else ""


def _rgba(rgba: tuple[int, int, int, int]) -> str:
    red, green, blue, alpha = rgba
    opacity = f' fill-opacity="{number(alpha / 255)}"' if alpha < 255 else ""
    return f'fill="#{red:02x}{green:02x}{blue:02x}"{opacity}'
