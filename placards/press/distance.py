"""Letters become the distance from which they are read: a rule of thumb, from outlines, contrast, strokes and script.

``comfortable = 150·h·k`` and ``limit = 300·h·k``, where h is the height of the letters' ink. Sources: 300 times the
height and more is the best case of sign makers (United States Sign Council, and DIN 4844-1 and ANSI Z535 where light is
good), 150 to 167 is comfortable, and protest guides say 120 (an inch for ten feet). The factor k is ours, and nobody
has calibrated it: by contrast (the steps of WCAG 2), by how thick strokes are (signs want 1/7 to 1/8 of the height),
and 0.6 for scripts whose letters hold more in the same height.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import hypot, sqrt
from statistics import median
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from placards.frozen import dataclass
from placards.problems.errors import InputError
from placards.render.pdfium import Box, Page, opened_page
from placards.scene.bounds import line_ink
from placards.scene.items import Group, Item, PlacedRun, Scene, TextBlock, TextLine
from placards.text.stroke import LETTERS, stroke_em
from placards.values.geometry import IDENTITY, Matrix, Rect
from placards.values.units import POINTS_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

#: Distance by the letters' height.
COMFORTABLE, LIMIT = 150.0, 300.0

#: Contrast from which on a factor holds, the highest first.
_CONTRASTS = ((7.0, 1.0), (4.5, 0.85), (3.0, 0.7), (0.0, 0.5))

#: Strokes by the letters' height that are neither thin nor clogged, and what others cost.
_STROKES, _OTHER_STROKES = (1 / 8, 1 / 5), 0.8

#: Scripts with many strokes or stacked letters in one height, and what that costs.
_DENSE = frozenset(
    "Hani Hans Hant Jpan Kore Hira Kana Hang Bopo Deva Beng Guru Gujr Orya Telu Knda Mlym Sinh Khmr Mymr Tibt".split()
)
_DENSE_FACTOR = 0.6

_METRES = 0.0254 / POINTS_PER_INCH

#: What the height is that of.
Measured: TypeAlias = Literal["capitals", "x-height", "letters", "estimate"]

#: Roles of texts that nobody has to read from afar.
_MARKING = frozenset({"draft"})

#: Pixels of a piece of text in which contrast is measured: as high and at most as wide.
_PIECE = (48, 480)

#: How much of a line is looked at, by its height.
_LONG = 8.0

#: Steps of lightness that count as one, of 256.
_STEP = 8


class Factor(NamedTuple):
    """What the factor k is made of; None for what is not known, which costs nothing."""

    contrast: float | None  # WCAG 2, 1 to 21
    stroke: float | None  # by the letters' height
    script: str  # ISO 15924

    @property
    def k(self) -> float:
        factor = 1.0
        if self.contrast is not None:
            factor = next(value for least, value in _CONTRASTS if round(self.contrast, 2) >= least)
        if self.stroke is not None and not _STROKES[0] <= round(self.stroke, 3) <= _STROKES[1]:
            factor *= _OTHER_STROKES
        return factor * (_DENSE_FACTOR if self.script in _DENSE else 1.0)


@dataclass(frozen=True, slots=True)
class Distance:
    """From how far a text is read: comfortably, and at all, in metres."""

    text: str
    height_pt: float  # of the ink of its smallest letters, as they are printed
    measured: Measured
    factor: Factor
    page: int = 1
    slot: str = ""
    language: str = ""

    @property
    def comfortable_m(self) -> float:
        return COMFORTABLE * self.height_pt * _METRES * self.factor.k

    @property
    def limit_m(self) -> float:
        return LIMIT * self.height_pt * _METRES * self.factor.k


def distances(scenes: Sequence[Scene], data: bytes, scale: float = 1.0) -> tuple[Distance, ...]:
    """Of every text of an artefact, from its Scenes; *data* are those of its PDF, by which contrast is measured.
    *scale* says how many times larger than the Scenes it is printed."""
    found: list[Distance] = []
    for index, scene in enumerate(scenes):
        try:
            with opened_page(data, index) as page:
                found += _of_scene(scene, index + 1, page, scale)
        except InputError:
            found += _of_scene(scene, index + 1, None, scale)
    return tuple(found)


def _of_scene(scene: Scene, number: int, page: Page | None, scale: float) -> Iterator[Distance]:
    seen: set[int] = set()
    trim = page.trim if page is not None else None
    for block, matrix in _blocks(scene.items, IDENTITY):
        if id(block) in seen or block.role in _MARKING:
            continue  # a sheet of stickers has one block many times
        seen.add(id(block))
        sizes = [(line, size) for line in block.lines if (size := _height(line)) is not None]
        if not sizes:
            continue
        line, (height, measured, run) = min(sizes, key=lambda one: one[1][0])
        times = sqrt(abs(matrix.area))
        ink = line_ink(line, matrix)
        contrast = None
        if page is not None and trim is not None and ink is not None:
            contrast = _contrast_in(page, trim, scene, ink, height * times)
        stroke = stroke_em(run.run.font, run.run.script) * run.size / height if height else None
        factor = Factor(contrast, stroke or None, run.run.script)
        text = " ".join(block.text.split())
        yield Distance(text, height * times * scale, measured, factor, number, block.slot, block.language)


def _blocks(items: Iterable[Item], matrix: Matrix) -> Iterator[tuple[TextBlock, Matrix]]:
    for item in items:
        if isinstance(item, Group):
            if item.opacity > 0:
                yield from _blocks(item.items, item.transform.then(matrix))
        elif isinstance(item, TextBlock):
            yield item, matrix


class _Letter(NamedTuple):
    char: str
    height: float
    run: PlacedRun


def _height(line: TextLine) -> tuple[float, Measured, PlacedRun] | None:
    """The height of a line's letters in points, what it is that of, and the run that most of them are in."""
    letters = [letter for run in line.runs if not run.is_kashida for letter in _letters(line, run)]
    if not letters:
        return None
    capitals = [one for one in letters if one.char.isupper()]
    plain = [one for one in letters if one.char in LETTERS.get(one.run.run.script, "") and one.char.islower()]
    small = [one for one in letters if one.char.islower()]
    groups: list[tuple[Measured, list[_Letter]]] = [
        ("capitals", [one for one in capitals if one.char.isascii()] or capitals),
        ("x-height", plain or small),
        ("letters", letters),
    ]
    measured, chosen = next((kind, found) for kind, found in groups if found)
    return median(one.height for one in chosen), measured, chosen[0].run


def _letters(line: TextLine, placed: PlacedRun) -> Iterator[_Letter]:
    """The letters and numerals of a run with the height of their ink, marks left out: the highest glyph of each."""
    up = hypot(placed.matrix.c, placed.matrix.d)
    heights: dict[int, float] = {}
    for glyph in placed.run.glyphs:
        box = placed.run.font.extents(glyph.id)
        height = (box.top - box.bottom) * up
        heights[glyph.cluster] = max(height, heights.get(glyph.cluster, 0.0))
    for cluster, height in heights.items():
        index = cluster - line.start
        char = line.text[index] if 0 <= index < len(line.text) else ""
        if height > 0 and char.isalnum():
            yield _Letter(char, height, placed)


def _contrast_in(page: Page, trim: Box, scene: Scene, ink: Rect, height: float) -> float | None:
    """The contrast of a line with what is around it, as it is drawn; *height* is that of its letters."""
    ratio = (trim.right - trim.left) / scene.trim.width
    width = min(ink.width, max(height, ink.height) * _LONG)
    tall = min(ink.height, max(height, ink.width) * _LONG) if ink.height > ink.width else ink.height
    box = Box(
        trim.left + ink.x * ratio, trim.top - (ink.y + tall) * ratio, trim.left + (ink.x + width) * ratio,
        trim.top - ink.y * ratio,
    )  # fmt: skip
    return contrast_in(page, box)


def contrast_in(page: Page, box: Box) -> float | None:
    """The contrast of the two colours that most of a part of a page is made of; None for a part without room."""
    from PIL import Image

    width, height = box.right - box.left, box.top - box.bottom
    if width <= 0 or height <= 0:
        return None
    times = min(_PIECE[0] / min(width, height), _PIECE[1] / max(width, height))
    size = max(1, round(width * times)), max(1, round(height * times))
    kept, page.trim = page.trim, box
    try:
        pixels = bytes(page.rgbx(size))
    finally:
        page.trim = kept
    return contrast_of(Image.frombuffer("RGBX", size, pixels, "raw", "RGBX", 4 * size[0], 1).convert("RGB"))


def contrast_of(image: Image) -> float:
    """The WCAG contrast of the two colours that most of a picture is made of: 1 where there is one."""
    found = image.getcolors(image.width * image.height) or []
    counts: dict[int, int] = {}
    sums: dict[int, float] = {}
    for count, color in found:
        light = _luminance(color)  # type: ignore[arg-type]
        step = round(255 * light ** (1 / 2.4)) // _STEP  # as the eye sees steps
        counts[step] = counts.get(step, 0) + count
        sums[step] = sums.get(step, 0.0) + count * light
    first = max(counts, key=lambda step: counts[step])
    others = [step for step in counts if abs(step - first) > 1]
    if not others:
        return 1.0
    second = max(others, key=lambda step: counts[step])
    high, low = sorted((sums[step] / counts[step] for step in (first, second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: tuple[int, ...]) -> float:
    """WCAG 2 relative luminance of sRGB in 0 to 255."""
    red, green, blue = (_LINEAR[value] for value in color[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_LINEAR = tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (n / 255 for n in range(256)))
