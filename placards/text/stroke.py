"""A Font and a script become two numbers, in em: how thick its strokes are, and how high its letters look.

Sizes in points say little across scripts: an em of Anton is nearly all letter, one of Jomhuria half air. Languages
side by side look equal where ``height_em × size`` is equal, and equally loud where ``stroke_em × size`` is. Both are
measured from the outlines of a few common letters, so that people's own fonts are measured like ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor, hypot
from statistics import fmean, median
from typing import TypeAlias

import uharfbuzz as hb

from placards.frozen import dataclass
from placards.text.font import Font
from placards.text.script import expand_script
from placards.text.script_tables import script_tables
from placards.values.geometry import Segment

#: Common letters by script: of two cases the small ones without ascenders and descenders; of Brahmic scripts the
#: consonants and vowels without marks; of East Asian ones signs of few and of many strokes.
LETTERS = {
    "Latn": "acenorsu", "Cyrl": "аевноптс", "Grek": "αειονπστ", "Armn": "անսումտր", "Geor": "აინოსეთმ",
    "Hebr": "אבדהומשת", "Arab": "سصعفكلمه", "Syrc": "ܐܒܓܕܗܘܡܢ", "Thaa": "އށނރބޅކމ", "Nkoo": "ߊߋߌߍߎߏߓߕ",
    "Adlm": "𞤢𞤣𞤤𞤥𞤦𞤧𞤨𞤩", "Deva": "अकतदनपमस", "Beng": "অকতদনপমস", "Guru": "ਅਕਤਦਨਪਮਸ", "Gujr": "અકતદનપમસ",
    "Orya": "ଅକତଦନପମସ", "Taml": "அகதநபமரல", "Telu": "అకతదనపమస", "Knda": "ಅಕತದನಪಮಸ", "Mlym": "അകതദനപമസ",
    "Sinh": "අකතදනපමස", "Thai": "กคดตนบมร", "Laoo": "ກຄດຕນບມລ", "Khmr": "កគតទនបមស", "Mymr": "ကငစတနပမသ",
    "Tibt": "ཀགདནབམལས", "Ethi": "ለመረሰበተነአ", "Cher": "ᎠᎡᎢᎦᎭᎳᎹᎾ", "Cans": "ᐃᐅᐊᐱᑎᑭᒥᓂ", "Tfng": "ⴰⴱⴷⴻⴼⴳⵍⵎ",
    "Hang": "가나다마바사한국", "Hira": "あいかしたなのは", "Kana": "アイカシタナノハ", "Hani": "人中平民和由正義",
}  # fmt: skip

#: So many letters are measured, and so many at most looked through for a script that the table does not have.
_SOME, _MOST = 8, 4096

#: Lines that are laid through a letter in each direction, and the straight parts that a curve becomes.
_LINES, _PARTS = 9, 3

#: The weights of a curve's four points where the straight parts end.
_BERNSTEIN = [
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (n / _PARTS for n in range(1, _PARTS + 1))
]

#: Straight edges, as x and y of both ends.
Edge: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Measures:
    """A face's strokes and letters in a script, in em; 0 where it draws no letter of it."""

    stroke: float
    height: float


def stroke_em(font: Font, script: str = "Latn") -> float:
    """How thick the font's strokes typically are in this script: the median over the letters' ink of the thickness
    across the stroke."""
    return _measures(font, script).stroke


def height_em(font: Font, script: str = "Latn") -> float:
    """How high the script's common letters are: of scripts with two cases something like the x-height, of a face of
    capitals theirs."""
    return _measures(font, script).height


def _measures(font: Font, script: str) -> Measures:
    found = font.measures.get(script)
    if found is None:
        found = font.measures[script] = _measure(font, script)
    return found


def _measure(font: Font, script: str) -> Measures:
    heights: list[float] = []
    thick: list[float] = []
    for letter in _letters(font, script):
        edges = _edges(font, letter)
        ys = [edge[1] for edge in edges]
        if edges and max(ys) > min(ys):
            heights.append(max(ys) - min(ys))
            thick += _thickness(edges)
    if not thick:
        return Measures(0.0, 0.0)
    return Measures(median(thick) / font.upem, fmean(heights) / font.upem)


def _letters(font: Font, script: str) -> str:
    """Letters of the script that the font has; of scripts without an entry evenly from all that it has."""
    scripts = expand_script(script)
    known = [letter for one in scripts for letter in LETTERS.get(one, "") if font.glyph(ord(letter))]
    if not known:
        of = script_tables().script
        known = [chr(code) for code in sorted(font.face.unicodes) if of(code) in scripts and chr(code).isalpha()][
            :_MOST
        ]
    return "".join(known[:: max(1, len(known) // _SOME)][:_SOME])


def _edges(font: Font, letter: str) -> list[Edge]:
    """A letter by itself as straight edges. It is shaped: Nastaliq is put together from strokes and dots."""
    buffer = hb.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    font.shape(buffer)
    edges: list[Edge] = []
    pen = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y = pen + position.x_offset, float(position.y_offset)
        edges += [(a + x, b + y, c + x, d + y) for a, b, c, d in _outline(font.segments(info.codepoint))]
        pen += position.x_advance
    return edges


def _outline(segments: Iterable[Segment]) -> Iterator[Edge]:
    """An outline as straight edges; contours are closed."""
    start_x = start_y = x = y = 0.0
    for segment in segments:
        match segment:
            case ("M", to_x, to_y):
                if (x, y) != (start_x, start_y):
                    yield x, y, start_x, start_y
                start_x, start_y = x, y = to_x, to_y
            case ("L", to_x, to_y):
                yield x, y, to_x, to_y
                x, y = to_x, to_y
            case ("C", x1, y1, x2, y2, x3, y3):
                from_x, from_y = x, y
                for a, b, c, d in _BERNSTEIN:
                    to_x = a * from_x + b * x1 + c * x2 + d * x3
                    to_y = a * from_y + b * y1 + c * y2 + d * y3
                    yield x, y, to_x, to_y
                    x, y = to_x, to_y
            case _:
                if (x, y) != (start_x, start_y):
                    yield x, y, start_x, start_y
                x, y = start_x, start_y
    if (x, y) != (start_x, start_y):
        yield x, y, start_x, start_y


def _thickness(edges: Sequence[Edge]) -> Iterator[float]:
    """The thickness of the ink at points of a grid. A straight stroke that is *across* wide and *down* high where it is
    cut along both axes is across × down ÷ √(across² + down²) thick, whatever its direction."""
    xs = [x for edge in edges for x in edge[::2]]
    ys = [y for edge in edges for y in edge[1::2]]
    left, bottom = min(xs), min(ys)
    step_x, step_y = (max(xs) - left) / _LINES, (max(ys) - bottom) / _LINES
    if not step_x or not step_y:
        return
    rows = _ink(edges, bottom, step_y)
    columns = _ink([(y0, x0, y1, x1) for x0, y0, x1, y1 in edges], left, step_x)
    for row, stretches in enumerate(rows):
        y = bottom + (row + 0.5) * step_y
        for start, end in stretches:
            first, last = ceil((start - left) / step_x - 0.5), floor((end - left) / step_x - 0.5)
            for column in range(max(first, 0), min(last, _LINES - 1) + 1):
                down = next((high - low for low, high in columns[column] if low <= y <= high), 0.0)
                if down:
                    across = end - start
                    yield across * down / hypot(across, down)


def _ink(edges: Sequence[Edge], low: float, step: float) -> list[list[tuple[float, float]]]:
    """On each of the lines y = low + (n + ½) step, from where to where there is ink (nonzero winding: the contours of
    variable fonts overlap)."""
    crossings: list[list[tuple[float, int]]] = [[] for _ in range(_LINES)]
    for x0, y0, x1, y1 in edges:
        if y0 == y1:
            continue
        up = 1 if y1 > y0 else -1
        bottom, top = (y0, y1) if up > 0 else (y1, y0)
        slope = (x1 - x0) / (y1 - y0)
        # A line through a corner is crossed once: the lower end belongs to an edge, the upper one does not.
        first, last = ceil((bottom - low) / step - 0.5), ceil((top - low) / step - 0.5)
        for line in range(max(first, 0), min(last, _LINES)):
            crossings[line].append((x0 + (low + (line + 0.5) * step - y0) * slope, up))
    return [list(_stretches(sorted(crossing))) for crossing in crossings]


def _stretches(crossings: Iterable[tuple[float, int]]) -> Iterator[tuple[float, float]]:
    winding, start = 0, 0.0
    for x, up in crossings:
        if winding == 0:
            start = x
        winding += up
        if winding == 0:
            yield start, x
