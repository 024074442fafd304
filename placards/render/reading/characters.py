"""A line's glyphs become its characters, each with its place along the line: a cluster's width is shared out."""

from __future__ import annotations

import unicodedata
from operator import itemgetter

from placards.frozen import dataclass
from placards.render.reading.cells import THIN_EM, Character
from placards.scene.items import PlacedRun, TextLine

_AT = itemgetter(1)


@dataclass(slots=True)
class _Cluster:
    """Characters that share glyphs: ``text[start:end]`` of the line, and their place in points."""

    start: int
    end: int
    left: float
    right: float
    level: int


def characters_of_line(line: TextLine) -> list[Character]:
    """The line's characters in logical order, those of a cluster side by side."""
    out: list[Character] = []
    for cluster in _clusters(line):
        text = line.text[cluster.start : cluster.end]
        room = cluster.right - cluster.left
        if len(text) == 1:
            start = cluster.right - room if cluster.level % 2 else cluster.left
            out.append(Character(text, cluster.start, start, room, cluster.level))
            continue
        # pdf.js and MuPDF take marks for characters without width, whatever the font says.
        spacing = [unicodedata.category(char) not in ("Mn", "Cf") for char in text]
        wide = sum(spacing) or len(text)
        thin = min(THIN_EM * line.size, room / 10) if wide < len(text) else 0.0
        share = (room - thin * (len(text) - wide)) / wide
        pen = 0.0
        for i, char in enumerate(text):
            width = share if spacing[i] or not any(spacing) else thin
            start = cluster.right - pen - width if cluster.level % 2 else cluster.left + pen
            out.append(Character(char, cluster.start + i, start, width, cluster.level))
            pen += width
    out.sort(key=_AT)
    return out


def _clusters(line: TextLine) -> list[_Cluster]:
    """The line's clusters; those without a width (marks, joiners) go with the one before them in the text."""
    out: list[_Cluster] = []
    for placed in line.runs:
        if placed.is_kashida:
            continue
        found = _clusters_of_run(placed, line.start)
        found.sort(key=lambda c: c.start)
        kept: list[_Cluster] = []
        for cluster in found:
            if kept and (cluster.right - cluster.left <= 0 or kept[-1].right - kept[-1].left <= 0):
                kept[-1].end = cluster.end
                if cluster.right > cluster.left:
                    kept[-1].left, kept[-1].right = cluster.left, cluster.right
            else:
                kept.append(cluster)
        out.extend(kept)
    for placed in line.runs:
        if placed.is_kashida:
            _widen(out, placed, line.start)
    return out


def _widen(clusters: list[_Cluster], placed: PlacedRun, line_start: int) -> None:
    """The letter before a kashida takes its room: it is selected with it, and its text stays as it was typed."""
    at = placed.run.glyphs[0].cluster - line_start
    for cluster in clusters:
        if cluster.start <= at < cluster.end:
            cluster.left = min(cluster.left, placed.offset)
            cluster.right = max(cluster.right, placed.offset + placed.run.advance * placed.unit)


def _clusters_of_run(placed: PlacedRun, line_start: int) -> list[_Cluster]:
    run, scale = placed.run, placed.size / placed.run.font.upem
    if run.stand is not None and run.stand.kind == "together":
        # Readers find what stands side by side in one em as if its characters shared the em's height, in their order.
        scale *= run.advance / (sum(glyph.x_advance for glyph in run.glyphs) or run.advance)
    firsts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(firsts, [*firsts[1:], run.end], strict=True))
    out: list[_Cluster] = []
    pen, last = placed.offset, -1
    for glyph in run.glyphs:
        advance = (glyph.x_advance or -glyph.y_advance) * scale
        if glyph.cluster == last:
            out[-1].right += advance
        else:
            start, end = glyph.cluster - line_start, ends[glyph.cluster] - line_start
            out.append(_Cluster(start, end, pen, pen + advance, run.level))
            last = glyph.cluster
        pen += advance
    return out
