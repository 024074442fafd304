"""A font file becomes a Font: a HarfBuzz face at fixed variation settings, with outlines and extents on demand."""

from __future__ import annotations

import struct
from functools import cache, cached_property
from pathlib import Path as FilePath
from typing import NamedTuple

import uharfbuzz as hb

from placards.problems.errors import FontError, Place

#: Emboldening for faces that exist in Regular only, in em, as HarfBuzz's synthetic bold in place.
SYNTHETIC_BOLD_EM = 0.022

#: A font file larger than this is refused: the largest known single face is about 40 MB.
MAX_FONT_BYTES = 100_000_000


class Extents(NamedTuple):
    """A glyph's ink in font units, y up: left, top, right, bottom; all zero for a glyph without ink."""

    left: int
    top: int
    right: int
    bottom: int


class ColorLayer(NamedTuple):
    """One layer of a colour glyph; *rgba* (0..255) is None where the text's own paint is meant."""

    glyph: int
    rgba: tuple[int, int, int, int] | None


class _SegmentPen:
    """Records HarfBuzz's drawing calls as path segments (font units, y up); quadratics become cubics."""

    def __init__(self) -> None:
        self.segments: list[tuple[str | float, ...]] = []
        self._x = self._y = 0.0

    def moveTo(self, p: tuple[float, float]) -> None:
        self.segments.append(("M", *p))
        self._x, self._y = p

    def lineTo(self, p: tuple[float, float]) -> None:
        self.segments.append(("L", *p))
        self._x, self._y = p

    def qCurveTo(self, c: tuple[float, float], p: tuple[float, float]) -> None:
        (cx, cy), (x, y) = c, p
        self.segments.append(
            (
                "C",
                self._x + (cx - self._x) * 2 / 3,
                self._y + (cy - self._y) * 2 / 3,
                x + (cx - x) * 2 / 3,
                y + (cy - y) * 2 / 3,
                x,
                y,
            )
        )
        self._x, self._y = p

    def curveTo(self, a: tuple[float, float], b: tuple[float, float], p: tuple[float, float]) -> None:
        self.segments.append(("C", *a, *b, *p))
        self._x, self._y = p

    def closePath(self) -> None:
        self.segments.append(("Z",))

    def endPath(self) -> None:
        pass


class Font:
    """A face at fixed variations. Get one with `load_font`, so that equal settings share one object and its caches."""

    def __init__(
        self, path: FilePath, face: hb.Face, variations: tuple[tuple[str, float], ...], embolden: bool
    ) -> None:
        self.path = path
        self.face = face
        self.variations = variations
        self.embolden = embolden
        self.hb_font = hb.Font(face)
        if variations:
            self.hb_font.set_variations(dict(variations))
        if embolden:
            self.hb_font.synthetic_bold = (SYNTHETIC_BOLD_EM, SYNTHETIC_BOLD_EM, True)
        self.upem: int = face.upem
        self._extents: dict[int, Extents] = {}
        self._segments: dict[int, tuple[tuple[str | float, ...], ...]] = {}
        self._nominal: dict[int, int | None] = {}
        self.has_color_layers: bool = face.has_color_layers

    def __repr__(self) -> str:
        settings = "".join(f" {tag}={value:g}" for tag, value in self.variations)
        return f"<Font {self.path.name}{settings}>"

    def glyph(self, code_point: int) -> int | None:
        """The nominal glyph id of a code point, or None."""
        try:
            return self._nominal[code_point]
        except KeyError:
            found: int | None = self.hb_font.get_nominal_glyph(code_point)
            self._nominal[code_point] = found
            return found

    def shape(self, buffer: hb.Buffer, features: dict[str, bool] | None = None) -> None:
        """Shape a buffer in place; raises FontError when the font breaks HarfBuzz."""
        try:
            hb.shape(self.hb_font, buffer, features)
        except (MemoryError, hb.HarfBuzzError) as error:
            raise FontError(
                "the font breaks the text shaper", remedy="Take it out or replace it", place=Place(self.path)
            ) from error

    def extents(self, glyph: int) -> Extents:
        """The ink box of a glyph (font units, y up)."""
        cached = self._extents.get(glyph)
        if cached is None:
            e = self.hb_font.get_glyph_extents(glyph)
            if e is None or (e.width == 0 and e.height == 0):
                cached = Extents(0, 0, 0, 0)
            else:
                cached = Extents(e.x_bearing, e.y_bearing, e.x_bearing + e.width, e.y_bearing + e.height)
            self._extents[glyph] = cached
        return cached

    def segments(self, glyph: int) -> tuple[tuple[str | float, ...], ...]:
        """The outline of a glyph as path segments (font units, y up); cases: `placards.values.geometry.Path`."""
        cached = self._segments.get(glyph)
        if cached is None:
            pen = _SegmentPen()
            self.hb_font.draw_glyph_with_pen(glyph, pen)
            cached = self._segments[glyph] = tuple(pen.segments)
        return cached

    def color_layers(self, glyph: int) -> tuple[ColorLayer, ...]:
        """The COLR version 0 layers of a glyph, bottom first; empty for a plain glyph."""
        if not self.has_color_layers:
            return ()
        palette = self._palette
        return tuple(
            ColorLayer(layer.glyph, palette[layer.color_index] if layer.color_index < len(palette) else None)
            for layer in self.face.get_glyph_color_layers(glyph)
        )

    @cached_property
    def _palette(self) -> tuple[tuple[int, int, int, int], ...]:
        """The first palette of the CPAL table as RGBA.

        Read here because uharfbuzz 0.57 never returns from ``Face.get_color_palette`` when a palette is large
        (Twemoji has over a thousand colours).
        """
        data = self.face.reference_table("CPAL").data
        if not data or len(data) < 14:
            return ()
        _, entries, _, _, offset, first = struct.unpack_from(">HHHHIH", data)
        records = data[offset + 4 * first : offset + 4 * (first + entries)]
        return tuple((r, g, b, a) for b, g, r, a in struct.iter_unpack("4B", records))

    @property
    def ascender_em(self) -> float:
        """The font's own ascender in em: nominal, not ink."""
        return float(self.hb_font.get_font_extents("ltr").ascender) / self.upem

    @property
    def descender_em(self) -> float:
        """The font's own descender in em, negative below the baseline."""
        return float(self.hb_font.get_font_extents("ltr").descender) / self.upem


@cache
def load_face(path: FilePath) -> hb.Face:
    """Map a font file (the pages are read only as they are used) and check that it is one; raises FontError."""
    place = Place(file=path)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FontError(
            f"the font cannot be read ({error.strerror})", remedy="Check the path and its permissions", place=place
        ) from error
    if size > MAX_FONT_BYTES:
        raise FontError(f"the font has {size:,} bytes, more than {MAX_FONT_BYTES:,}", place=place)
    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        usable = face.glyph_count > 0 and {"cmap", "head"} <= set(face.table_tags) and 16 <= face.upem <= 16384
    except (MemoryError, hb.HarfBuzzError, ValueError, OSError):
        usable = False
    if not usable:
        raise FontError(
            "this is not a usable font", remedy="Give a TrueType or OpenType file (.ttf, .otf)", place=place
        )
    return face


@cache
def load_font(path: FilePath, variations: tuple[tuple[str, float], ...] = (), embolden: bool = False) -> Font:
    """The shared Font for a file and its variation settings; raises FontError."""
    return Font(path, load_face(path), variations, embolden)
