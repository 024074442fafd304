"""A short line of text beside a sheet becomes a block of letters: it is for people at a press, and for no reader."""

from __future__ import annotations

from collections.abc import Sequence

from placards.frozen import dataclass
from placards.layout.text_block import place_runs
from placards.scene.items import BESIDE, TextBlock, TextLine
from placards.text.breaks import grapheme_ends
from placards.text.clean import settable
from placards.text.fontset import FontSet
from placards.text.runs import ShapedLine
from placards.text.shape import TextStyle, prepare
from placards.values.color import Color
from placards.values.geometry import Point, Rect

#: Black ink alone.
KEY = Color((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))

#: As running text is.
_WEIGHT = 400

#: What stands for what was left out.
_LEFT_OUT = "…"

#: What stands between the parts of a line.
_BETWEEN = " · "

#: A part of its own among others of another direction (first strong isolate, and its end).
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Letters:
    """A line that is shaped, and how large it is to be: points an em."""

    text: str
    language: str  # BCP 47
    base_level: int
    shaped: ShapedLine
    size: float

    @property
    def ink(self) -> Rect:
        """The box of its ink, the baseline beginning at 0, 0; points, y down."""
        line, size = self.shaped, self.size
        left, top = line.ink_left_em * size, line.ink_top_em * size
        return Rect(left, top, line.ink_right_em * size - left, line.ink_bottom_em * size - top)

    def block(self, x: float, baseline: float) -> TextBlock:
        """The line with its ink's left end at *x*."""
        ink = self.ink
        origin = Point(x - ink.x, baseline)
        box = Rect(x, baseline + ink.y, ink.width, ink.height)
        runs = place_runs(self.shaped.runs, self.size, KEY)
        line = TextLine(self.text, 0, origin, runs, self.shaped.advance_em * self.size, box, self.size)
        return TextBlock(self.text, self.language, self.base_level, BESIDE, BESIDE, box, (line,))


def set_letters(text: str, language: str, size: float, fonts: FontSet) -> Letters:
    """The line in the fonts of running text."""
    paragraph = prepare(text, TextStyle(language, weight=_WEIGHT), fonts)
    return Letters(text, paragraph.hb_language, paragraph.base_level, paragraph.line(0, len(text)), size)


def set_within(parts: Sequence[str], language: str, size: float, width: float, fonts: FontSet) -> Letters | None:
    """The parts in one line no wider than *width*. Where they are, the longest lose their middles, all down to the same
    number of characters, the most that fits; None where not even one of each does."""
    cleaned = [settable(" ".join(part.split()), language).text for part in parts if part.strip()]
    clusters = [_clusters(part) for part in cleaned]

    def line(most: int) -> Letters | None:
        shown = [_shortened(part, most) for part in clusters]
        found = set_letters(_BETWEEN.join([f"{_ISOLATE}{part}{_END}" for part in shown]), language, size, fonts)
        return found if found.ink.width <= width else None

    longest = max(map(len, clusters), default=0)
    found = line(longest)
    low, high = 1, 0 if found is not None else longest - 1
    while low <= high:
        most = (low + high + 1) // 2
        tried = line(most)
        if tried is None:
            high = most - 1
        else:
            found, low = tried, most + 1
    return found


def _clusters(text: str) -> list[str]:
    ends = grapheme_ends(text)
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


def _shortened(clusters: Sequence[str], most: int) -> str:
    """At most so many clusters of a part, "…" in place of its middle."""
    if len(clusters) <= most:
        return "".join(clusters)
    head, tail = most // 2, (most - 1) // 2
    return "".join([*clusters[:head], _LEFT_OUT, *clusters[len(clusters) - tail :]])
