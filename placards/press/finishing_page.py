"""Finishing becomes a page of its own, for printers that want no layers: the sheet's outline, its lines, a legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from placards.press.finishing import Step
from placards.press.letters import KEY, set_letters
from placards.scene.items import FillPath, Item, Scene
from placards.text.fontset import FontSet
from placards.values.color import Stroke
from placards.values.geometry import Path, Rect

#: Of the legend's letters: a part of the sheet's shorter side, but readable on paper and no poster of its own; points.
_PART, _LEAST, _MOST = 0.03, 5.0, 24.0

#: Between the legend's lines, and how long its samples are, in em.
_LEADING, _SAMPLE = 1.8, 3.0

_OUTLINE = Stroke(KEY, 0.25, dash=(2.0, 2.0))


def finishing_page(scene: Scene, steps: Sequence[Step], fonts: FontSet) -> Scene:
    """A page with the boxes of *scene* that shows what is to be done to the sheet, and nothing to print."""
    trim = FillPath(Path.rect(Rect(0, 0, *scene.trim)), None, stroke=_OUTLINE)
    lines = tuple(step.line for step in steps)
    return replace(scene, items=(trim, *lines, *_legend(scene, steps, fonts)), pixels=None)


def _legend(scene: Scene, steps: Sequence[Step], fonts: FontSet) -> Iterator[Item]:
    """In the middle of the sheet: a sample of each line, the name of its ink, and its numbers."""
    width, height = scene.trim
    size = max(_LEAST, min(_MOST, min(width, height) * _PART))
    rows = [(step, set_letters(f"{step.kind.name} {step.note}".strip(), "en", size, fonts)) for step in steps]
    widest = max((letters.ink.width / size for _, letters in rows), default=0.0) + _SAMPLE + 1
    size *= min(1.0, 0.9 * width / (widest * size), 0.9 * height / (size * _LEADING * max(len(rows), 1)))
    left, top = (width - widest * size) / 2, (height - size * _LEADING * len(rows)) / 2
    for number, (step, letters) in enumerate(rows):
        baseline = top + (number * _LEADING + 1) * size
        y = baseline - size / 4
        yield replace(step.line, path=Path((("M", left, y), ("L", left + _SAMPLE * size, y))))
        yield replace(letters, size=size).block(left + (_SAMPLE + 1) * size, baseline)
