"""A voice's lines become a block of one width, and the blocks of several voices come close to each other in width.

Lines grow to the longest one's width, each by a bounded part, and are so much smaller all together that the block is as
loud as before. Blocks that are narrower than the widest may grow, as long as their strokes stay alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from placards.layout.fit import Fitted
from placards.layout.stack import distance_of

#: What is clear between the lines of a block besides what their letters ask for, in points where the mean size is one.
_GAP = 0.06


def flush_block(fitted: Fitted, ratio: float) -> Fitted:
    """The same lines at a mean size of one point an em, each up to *ratio* times as large as the smallest, so that as
    many as may be are as wide as the longest. Columns stay as they are."""
    if ratio <= 1 or len(fitted.lines) < 2 or fitted.paragraph.style.vertical:
        return fitted
    along = [line.along for line in fitted.lines]
    grown = [min(max(along) / own, ratio) if own > 0 else 1.0 for own in along]
    mean = sum(grown) / len(grown)
    lines = tuple([line.at(factor / mean) for line, factor in zip(fitted.lines, grown, strict=True)])
    steps = tuple([distance_of(upper, lower) + _GAP for upper, lower in pairwise(lines)])
    height = lines[0].before * lines[0].size + sum(steps) + lines[-1].after * lines[-1].size
    return replace(fitted, size=min(line.size for line in lines), lines=lines, height=height, steps=steps)


def widened(widths: Sequence[float], strokes: Sequence[float], thicker: float) -> tuple[float, ...]:
    """By how much each block grows to come up to the widest, while its strokes are not more than *thicker* times as
    thick as the thinnest."""
    widest = max(widths)
    thinnest = min((stroke for stroke in strokes if stroke > 0), default=0.0)
    out = []
    for width, stroke in zip(widths, strokes, strict=True):
        most = thinnest * thicker / stroke if stroke > 0 else 1.0
        out.append(max(1.0, min(widest / width if width > 0 else 1.0, most)))
    return tuple(out)
