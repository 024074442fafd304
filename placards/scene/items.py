"""What a finished sheet consists of: filled paths, text blocks, pictures and groups, in drawing order.

Lengths are points with y down from the trim's top left corner; what lies in the bleed has negative coordinates or
passes the trim. Renderers translate these items and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from placards.text.runs import GlyphRun
from placards.values.color import Paint
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect, Size


@dataclass(frozen=True, slots=True)
class FillPath:
    """A filled outline (nonzero winding). Decoration: readers and screen readers skip it."""

    path: Path
    paint: Paint
    spread: float = 0.0  # how far the shape meant to reach past the trim; 0 = it stays inside


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A glyph run inside a line: its pen starts *offset* points after the line's origin, along the line."""

    run: GlyphRun
    offset: float
    size: float  # points per em
    paint: Paint
    sideways: bool = False  # in a vertical line: shaped horizontally and turned 90° clockwise (Latin, Mongolian)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One set line. ``text`` is its part of the message in logical order; runs stand in visual order.

    Horizontal: ``origin`` is the left end of the baseline. Vertical: the top of the centre line.
    """

    text: str
    start: int  # code point index of the line in the block's text
    origin: Point
    runs: tuple[PlacedRun, ...]
    advance: float  # points
    ink: Rect


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One message in one slot: drawn as outlines, and carried as text in a layer that readers can search."""

    text: str  # the whole message, as it should come back from a search or a screen reader
    language: str  # BCP 47
    base_level: int  # 0 left-to-right, 1 right-to-left
    role: str  # what it shows: "slogan", "translation", "organiser", "date", "title", …
    slot: str  # the layout's name for the place
    box: Rect  # the slot: ink must stay inside
    lines: tuple[TextLine, ...]
    vertical: bool = False
    min_size: float = 0.0  # the slot's smallest allowed size in points; the checker compares


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture, drawn to fill ``box``; *data* are the bytes of a PNG or JPEG file."""

    data: bytes
    box: Rect
    alt: str = ""  # empty = decoration


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one transform and clip; ``layer`` names an optional-content layer."""

    items: tuple[Item, ...]
    transform: Matrix = IDENTITY
    clip: Path | None = None
    layer: str | None = None


Item: TypeAlias = FillPath | TextBlock | Picture | Group


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself. No clock and no path: the same job gives the same bytes."""

    title: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One sheet: the trim's size, the bleed around it, the items in drawing order, and the metadata."""

    trim: Size
    items: tuple[Item, ...]
    metadata: Metadata
    bleed: float = 0.0
    pixels: tuple[int, int] | None = None  # the exact raster size for a screen preset
