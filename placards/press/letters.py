"""A short line of text becomes one path: what stands beside a sheet is for people at a press, and for no reader."""

from __future__ import annotations

from collections.abc import Sequence

from placards.frozen import dataclass
from placards.layout.text_block import place_runs
from placards.text.breaks import grapheme_ends
from placards.text.clean import settable
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle, prepare
from placards.values.color import Color
from placards.values.geometry import Matrix, Path, Rect, Segment, moved

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
    """A line's outlines, its baseline beginning at 0, 0, and the box of their ink; points, y down."""

    path: Path
    ink: Rect


def set_letters(text: str, language: str, size: float, fonts: FontSet) -> Letters:
    """The line in the fonts of running text, *size* points an em."""
    paragraph = prepare(text, TextStyle(language, weight=_WEIGHT), fonts)
    segments: list[Segment] = []
    for placed in place_runs(paragraph.line(0, len(text)).runs, size, KEY):
        for glyph, x, y in placed.run.pens():
            for outline in placed.run.font.silhouette(glyph):
                segments += moved(outline, Matrix(e=x, f=y).then(placed.matrix))
    path = Path(tuple(segments))
    return Letters(path, path.bounds())


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
