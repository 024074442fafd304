"""A set line becomes the strings that PDF readers must see to give its text back."""

from __future__ import annotations

from typing import NamedTuple

from placards.scene.items import PlacedRun, TextLine


class Show(NamedTuple):
    """One piece of a line: where it starts along the line, and its characters with their widths, in points."""

    start: float
    characters: tuple[tuple[str, float], ...]


class Cluster(NamedTuple):
    """Characters that share glyphs: what they say in logical order, and their place along the line, in points."""

    text: str
    start: float
    width: float
    level: int


def clusters_of_line(line: TextLine) -> list[Cluster]:
    """The line's clusters in visual order; characters without glyphs of their own go with their left neighbour."""
    out = []
    for placed in line.runs:
        out.extend(_clusters_of_run(placed, line))
    return out


def _clusters_of_run(placed: PlacedRun, line: TextLine) -> list[Cluster]:
    run, scale = placed.run, placed.size / placed.run.font.upem
    firsts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(firsts, [*firsts[1:], run.end], strict=True))
    out: list[Cluster] = []
    pen, last = placed.offset, -1
    for glyph in run.glyphs:
        advance = (glyph.x_advance or -glyph.y_advance) * scale
        if glyph.cluster == last:
            out[-1] = out[-1]._replace(width=out[-1].width + advance)
        else:
            text = line.text[glyph.cluster - line.start : ends[glyph.cluster] - line.start]
            out.append(Cluster(text, pen, advance, run.level))
            last = glyph.cluster
        pen += advance
    return out


def shows_of_line(line: TextLine, base_level: int) -> list[Show]:
    characters = []
    clusters = clusters_of_line(line)
    if not clusters:
        return []
    for cluster in clusters:
        text = cluster.text[::-1] if cluster.level % 2 else cluster.text
        characters.extend((char, cluster.width / len(text)) for char in text)
    return [Show(clusters[0].start, tuple(characters))]
