"""A font file becomes a Font: a HarfBuzz face at fixed variation settings, with outlines and extents on demand."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import uharfbuzz as hb

from placards.frozen import dataclass
from placards.problems.errors import FontError, Place
from placards.values.geometry import Segment

if TYPE_CHECKING:
    from placards.files.world import File
    from placards.text.stroke import Measures

#: Emboldening for faces that exist in Regular only, in em, as HarfBuzz's synthetic bold in place.
SYNTHETIC_BOLD_EM = 0.022

#: A font file larger than this is refused: the largest known single face is about 40 MB.
MAX_FONT_BYTES = 100_000_000

#: Faces, and faces at settings, that stay loaded; the shipped fonts are about a hundred files.
MAX_FACES, MAX_FONTS = 256, 512


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
        self.segments: list[Segment] = []
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
    """A face at fixed variations. Get one with `load_font`, so that equal settings share one object and its caches.

    Fonts compare and pickle by what they are made from: the file (by path, and as it was when it was read) or the
    digest of its bytes, and the settings.
    """

    def __init__(
        self,
        source: FontSource,
        face: hb.Face,
        variations: tuple[tuple[str, float], ...],
        embolden: bool,
        stamp: Stamp | None = None,
    ) -> None:
        self.source = source
        self.face = face
        self.variations = variations
        self.embolden = embolden
        self.hb_font = hb.Font(face)
        if variations:
            self.hb_font.set_variations(dict(variations))
        if embolden:
            self.hb_font.synthetic_bold = (SYNTHETIC_BOLD_EM, SYNTHETIC_BOLD_EM, True)
        self.units: int = face.upem
        #: Font units to an em of the text; fewer in a face that is set larger than the text around it (`at`).
        self.upem: float = face.upem
        self.size = 1.0  # by the text around it
        self._key: tuple[object, ...] = (source, stamp, variations, embolden)
        self._hash = hash(self._key)
        self._extents: dict[int, Extents] = {}
        self._segments: dict[int, tuple[Segment, ...]] = {}
        self._nominal: dict[int, int | None] = {}
        self.name: str = self.path.name  # without its folder
        self.climbs = "nastaliq" in self.name.lower()
        self.strips: dict[int, tuple[Extents, ...]] = {}  # by glyph: what `placards.text.strips` found
        self.measures: dict[str, Measures] = {}  # by script: what `placards.text.stroke` found
        self.has_color_layers: bool = face.has_color_layers
        self._has_paint: bool = face.has_color_paint
        self.has_pictures: bool = face.has_color_png or face.has_color_svg
        self.has_colors: bool = self.has_color_layers or self._has_paint

    @property
    def path(self) -> FilePath:
        """The font file; of a font out of memory only its name."""
        return self.source if isinstance(self.source, FilePath) else FilePath(self.source.name)

    def __repr__(self) -> str:
        settings = "".join(f" {tag}={value:g}" for tag, value in self.variations)
        settings += f" ×{self.size:g}" if self.size != 1 else ""
        return f"<Font {self.name}{settings}>"

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Font) and self._key == other._key)

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[object, ...]:
        plain = (load_font, (self.source, self.variations, self.embolden))
        return plain if self.size == 1 else (_sized, (load_font(*plain[1]), self.size))

    def at(self, size: float) -> Font:
        """The same face for words that are so many times as large as the text around them: all that is measured in em
        of that text, and all that is drawn, follows from its ``upem``."""
        return self if size == self.size else _sized(self, size)

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
            raise FontError("fontfile-breaks-shaper", place=Place(self.path)) from error

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

    def segments(self, glyph: int) -> tuple[Segment, ...]:
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

    def is_painted(self, glyph: int) -> bool:
        """Whether a glyph has the paint of COLR version 1, which `placards.text.color_paint` reads."""
        return self._has_paint and bool(self.face.glyph_has_color_paint(glyph))

    def is_picture(self, glyph: int) -> bool:
        """Whether a glyph is a PNG or an SVG picture and no outline, so that nothing of it can be drawn."""
        if not self.has_pictures or self.silhouette(glyph):
            return False
        png, svg = self.hb_font.get_glyph_color_png(glyph), self.face.get_glyph_color_svg(glyph)
        return any(blob is not None and len(blob.data or b"") > 0 for blob in (png, svg))

    def silhouette(self, glyph: int) -> tuple[tuple[Segment, ...], ...]:
        """The outlines that together hold all that shows of a glyph, whatever its colours (font units, y up)."""
        if self.is_painted(glyph):
            from placards.text.color_paint import outlines, steps

            return tuple(outlines(steps(self, glyph)))
        parts = [layer.glyph for layer in self.color_layers(glyph)] or [glyph]
        return tuple([outline for outline in map(self.segments, parts) if outline])

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


@lru_cache(maxsize=256)
def _sized(font: Font, size: float) -> Font:
    """A font that shares everything with another one but its size."""
    made = Font.__new__(Font)
    made.__dict__.update(font.__dict__)
    made.size, made.upem = size, font.units / size
    made._key = font._key[:4] if size == 1 else (*font._key[:4], size)
    made._hash = hash(made._key)
    made.measures = {}  # in em
    return made


@dataclass(frozen=True)
class FontBytes:
    """A font that is no file on this machine: out of a bundle, a download, or memory. Equal where bytes and name are:
    the name is shown, and what is shown must not depend on what was loaded before."""

    digest: str  # SHA-256 of the bytes, in hexadecimal
    data: bytes = field(repr=False, compare=False)
    name: str = "font"  # how errors and manifests call it

    @staticmethod
    def of(data: bytes, name: str = "font") -> FontBytes:
        return FontBytes(sha256(data).hexdigest(), data, name)


#: What a font is made from.
FontSource: TypeAlias = FilePath | FontBytes


def load_face(source: FontSource | File) -> hb.Face:
    """The face in a font file, checked to be one; raises FontError. A file on this machine is mapped: its pages are
    read only as they are used, and it is looked at again when it has changed."""
    found = _source(source)
    if isinstance(found, FontBytes):
        return _face_of_bytes(found)
    return _face_of_file(found, _stamp(found))


def load_font(
    source: FontSource | File, variations: tuple[tuple[str, float], ...] = (), embolden: bool = False
) -> Font:
    """The shared Font for a file and its variation settings; raises FontError."""
    found = _source(source)
    return _font(found, None if isinstance(found, FontBytes) else _stamp(found), variations, embolden)


def _source(source: FontSource | File) -> FontSource:
    if isinstance(source, FilePath | FontBytes):
        return source
    path = source.path
    if path is not None:
        return path
    return FontBytes.of(source.read(MAX_FONT_BYTES), FilePath(source.name).name)


#: What changes when a file does: time of change, size, number on the disk.
Stamp: TypeAlias = tuple[int, int, int]


def _stamp(path: FilePath) -> Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FontError("fontfile-unreadable", place=Place(path), reason=reason) from error
    return found.st_mtime_ns, found.st_size, found.st_ino


@lru_cache(maxsize=MAX_FACES)
def _face_of_file(path: FilePath, stamp: Stamp) -> hb.Face:
    _check_size(stamp[1], path)
    return _face(lambda: hb.Blob.from_file_path(str(path)), path)


@lru_cache(maxsize=MAX_FACES)
def _face_of_bytes(source: FontBytes) -> hb.Face:
    _check_size(len(source.data), source.name)
    return _face(lambda: hb.Blob(source.data), source.name)


def _check_size(size: int, where: FilePath | str) -> None:
    if size > MAX_FONT_BYTES:
        raise FontError("fontfile-large", place=Place(where), size=size, limit=MAX_FONT_BYTES)


def _face(blob: Callable[[], hb.Blob], where: FilePath | str) -> hb.Face:
    try:
        face = hb.Face(blob())
        usable = face.glyph_count > 0 and {"cmap", "head"} <= set(face.table_tags) and 16 <= face.upem <= 16384
    except (MemoryError, hb.HarfBuzzError, ValueError, OSError):
        usable = False
    if not usable:
        raise FontError("fontfile-unusable", place=Place(where))
    return face


@lru_cache(maxsize=MAX_FONTS)
def _font(source: FontSource, stamp: Stamp | None, variations: tuple[tuple[str, float], ...], embolden: bool) -> Font:
    face = _face_of_bytes(source) if isinstance(source, FontBytes) else _face_of_file(source, stamp or _stamp(source))
    return Font(source, face, variations, embolden, stamp)
