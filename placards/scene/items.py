"""What a finished sheet consists of: painted paths, text blocks, pictures and groups, in drawing order.

Lengths are points with y down from the trim's top left corner; what lies in the bleed has negative coordinates or
passes the trim. Renderers translate these items and decide nothing. The union of items and that of paints are closed:
renderers match them exhaustively, and refuse by name a value that they cannot draw; nothing is dropped.
"""

from __future__ import annotations

from math import hypot
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.text.runs import GlyphRun
from placards.values.color import Paint, Stroke
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect, Size


@dataclass(frozen=True, slots=True)
class FillPath:
    """An outline that is filled, stroked, or both (first filled). Decoration: readers and screen readers skip it."""

    path: Path
    paint: Paint | None  # None: only the stroke
    spread: float = 0.0  # how far the shape meant to reach past the trim; 0 = it stays inside
    stroke: Stroke | None = None
    opacity: float = 1.0  # of fill and stroke together, 0 to 1


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A glyph run inside a line.

    *matrix* leads from the font's units (y up, the pen at the run's start) to points (y down) from the line's origin,
    and is all that drawing needs. *offset* and *size* say the same to readers: where along the line the run begins, and
    how many points an em takes.

    A kashida is a run without text of its own (it starts where it ends), scaled along the line; its glyphs' cluster is
    the last code point before it.
    """

    run: GlyphRun
    offset: float
    size: float  # points per em
    paint: Paint
    matrix: Matrix

    @property
    def unit(self) -> float:
        """A font unit along the line, in points."""
        return hypot(self.matrix.a, self.matrix.b)

    @property
    def is_kashida(self) -> bool:
        """Whether the run only stretches what is before it in the text."""
        return self.run.start == self.run.end


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
    size: float  # points per em of its letters; runs in it may be smaller


@dataclass(frozen=True, slots=True)
class Underlay:
    """The letters of a block drawn once more below themselves, as a shadow or an outline: moved by *offset*, filled
    with *paint* (None: not filled), and stroked. Lengths are points. Decoration: no reader finds the text twice."""

    paint: Paint | None
    offset: Point = Point(0.0, 0.0)
    stroke: Stroke | None = None


#: The role of a text beside the sheet, for those who print it: no reader finds it.
BESIDE = "beside"


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
    underlays: tuple[Underlay, ...] = ()  # of all lines, in drawing order, below all letters
    cut: float = 0.0  # how far its ink is meant to reach past the trim, into the bleed
    entry: tuple[str, int] | None = None  # the list that it belongs to, by its element, and which entry of it


@dataclass(frozen=True, slots=True)
class Plates:
    """A picture's pixels as inks, row by row from the top: cyan, magenta, yellow, black, a byte each, 255 being all of
    the ink."""

    width: int  # pixels
    height: int
    data: bytes
    packing: Literal["png", "jpeg"]  # rows of PNG's filters in a zlib stream, or a JPEG whose values are the inks
    mask: bytes = b""  # a zlib stream of how opaque each pixel is, a byte each; empty where all are


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture, drawn to fill ``box``; *data* are the bytes of a PNG or JPEG file."""

    data: bytes
    box: Rect
    alt: str = ""  # empty = decoration
    plates: Plates | None = None  # the same for a press, where it has been separated


#: How colours mix where one lies on another, by their names in CSS.
Blend: TypeAlias = Literal[
    "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light",
    "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one transform and clip; ``layer`` names an optional-content layer. The clip is in the items' points.

    With an *opacity* below 1 the items are drawn together first, and then let the ground through as one; *together*
    asks for that anyway, so that at the clip's edge nothing shows of an item that others hide. A *blend* says
    how they mix with the items before them in the group around them, and with nothing else. *alt* says what vector art
    shows, to those who cannot see it; empty for decoration and for what speaks for itself. What a group paints with
    *overprint* leaves the inks below it that are not its own. A *step* says what the layer is to a finisher: the group
    and the type of a processing step of ISO 19593-1.
    """

    items: tuple[Item, ...]
    transform: Matrix = IDENTITY
    clip: Path | None = None
    layer: str | None = None
    opacity: float = 1.0
    blend: Blend = "normal"
    alt: str = ""
    together: bool = False
    overprint: bool = False
    step: tuple[str, str] | None = None


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
    """One sheet: the trim's size, the bleed around it, the items in drawing order, and the metadata. Beyond the bleed
    there may be *room* on all sides for what a press cuts off: marks, and a line that says what it is."""

    trim: Size
    items: tuple[Item, ...]
    metadata: Metadata
    bleed: float = 0.0
    pixels: tuple[int, int] | None = None  # the exact raster size for a screen preset
    room: float = 0.0
    scale: int = 1  # how many times larger than it stands here it is printed
