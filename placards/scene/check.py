"""A Scene becomes the list of what is wrong with it on the sheet, seen through every transform and clip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from math import isfinite, sqrt
from typing import assert_never

from placards.frozen import dataclass
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.place import Place
from placards.scene.bounds import line_ink, shown, underlay_ink
from placards.scene.glyphs import missing_glyphs
from placards.scene.items import FillPath, Group, Item, Picture, Scene, TextBlock, TextLine
from placards.values.geometry import IDENTITY, Matrix, Rect

#: Rounding that nobody sees, in points.
TOLERANCE = 0.05

#: The role of a text that only marks the sheet (DRAFT); areas may cut it.
MARKING = "draft"


@dataclass(frozen=True, slots=True)
class _View:
    """How items stand on the sheet: the *matrix* from their points to the sheet's, and the box that shows of them."""

    matrix: Matrix
    trim: Rect
    box: Rect | None  # None: nothing of them shows
    clipped: bool = False
    #: What readers would miss in a block, by its id: on a sheet of stickers one block stands many times.
    missing: dict[int, list[Diagnostic]] = field(default_factory=dict)

    def inside(self, group: Group) -> _View:
        """The view of a group's items."""
        matrix = group.transform.then(self.matrix)
        box = self.box if group.opacity > 0 and matrix.area else None
        if box is not None and group.clip is not None:
            box = box.intersection(group.clip.transformed(matrix).bounds())
        return _View(matrix, self.trim, box, self.clipped or group.clip is not None, self.missing)


def check_scene(scene: Scene) -> list[Diagnostic]:
    """All that is wrong with a Scene, in drawing order: errors that must not reach paper, and warnings."""
    trim = Rect(0, 0, *scene.trim)
    # What lies in the bleed alone is seen where a knife strays.
    return list(_items(scene.items, _View(IDENTITY, trim, trim.inset(*4 * (-scene.bleed,)))))


def measured(scene: Scene) -> dict[str, int]:
    """How often each thing that the checker looks for was found: what a manifest says of an artefact."""
    return counted(check_scene(scene))


def counted(problems: Iterable[Diagnostic]) -> dict[str, int]:
    """What `measured` says, of problems that were found already."""
    found = Counter(problem.code for problem in problems)
    return {
        "missing_glyphs": found["scene-glyph-missing"] + found["scene-mark-alone"],
        "ink_outside_slot": found["scene-ink-outside-slot"],
        "ink_outside_sheet": sum(found[f"scene-{kind}-{how}"] for kind in ("ink", "underlay") for how in _CUT),
        "text_too_small": found["scene-text-small"],
        "text_not_shown": found["scene-text-unset"] + found["scene-text-invisible"],
        "nothing_shown": sum(found[f"scene-{kind}-{how}"] for kind in ("path", "picture") for how in _NOTHING),
    }


_CUT = ("outside-sheet", "clipped")
_NOTHING = ("empty", "invisible")


def _items(items: tuple[Item, ...], view: _View) -> Iterator[Diagnostic]:
    for number, item in enumerate(items):
        match item:
            case Group():
                if all(map(isfinite, item.transform)):
                    yield from _items(item.items, view.inside(item))
                else:
                    yield diagnostic("scene-number", place=_at(number))
            case TextBlock():
                yield from _text(item, view)
            case FillPath():
                if not item.path.segments:
                    yield diagnostic("scene-path-empty", place=_at(number))
                elif not _shows(item, view):
                    yield diagnostic("scene-path-invisible", place=_at(number))
            case Picture():
                if not item.data:
                    yield diagnostic("scene-picture-empty", place=_at(number))
                elif not all(map(isfinite, item.box)):
                    yield diagnostic("scene-number", place=_at(number))
                elif not _shows(item, view):
                    yield diagnostic("scene-picture-invisible", place=_at(number))
            case _:
                assert_never(item)


def _at(number: int) -> Place:
    return Place(message=f"item {number}")


def _shows(item: FillPath | Picture, view: _View) -> bool:
    box = shown(item, view.matrix) if view.box is not None else None
    return box is not None and view.box is not None and box.intersection(view.box) is not None


def _text(block: TextBlock, view: _View) -> Iterator[Diagnostic]:
    place = Place(message=f"slot “{block.slot}”", language=block.language)
    if not block.lines:
        yield diagnostic("scene-text-unset", place=place)
    scale = sqrt(abs(view.matrix.area))
    if block.cut:
        view = replace(view, trim=view.trim.inset(*(-block.cut,) * 4))
    for line in block.lines:
        if not all(map(isfinite, (*line.origin, *line.ink, line.size))):
            yield diagnostic("scene-number", place=place)
            continue
        if not block.box.contains(line.ink, TOLERANCE):
            yield diagnostic("scene-ink-outside-slot", place=place, text=line.text)
        ink = line_ink(line, view.matrix) if view.box is not None else line.ink
        if ink is not None and ink.width > 0 and ink.height > 0:
            if view.box is None or ink.intersection(view.box) is None:
                yield diagnostic("scene-text-invisible", place=place, text=line.text)
            elif not view.trim.contains(ink, TOLERANCE):
                yield diagnostic("scene-ink-outside-sheet", place=place, text=line.text)
            elif view.clipped and block.role != MARKING and not view.box.contains(ink, TOLERANCE):
                yield diagnostic("scene-ink-clipped", place=place, text=line.text)
            else:
                yield from _underlays(block, line, view, view.box, place)
        size = min((placed.size for placed in line.runs), default=block.min_size) * scale
        if line.runs and size < block.min_size - TOLERANCE:
            yield diagnostic("scene-text-small", place=place, size=size, limit=block.min_size)
    if id(block) not in view.missing:
        view.missing[id(block)] = [missing.diagnostic.at(place) for missing in missing_glyphs(block)]
    yield from view.missing[id(block)]


def _underlays(block: TextBlock, line: TextLine, view: _View, box: Rect, place: Place) -> Iterator[Diagnostic]:
    """What is wrong with the shadows and outlines of a line whose letters are all right."""
    for underlay in block.underlays:
        stroke = underlay.stroke
        if not all(map(isfinite, (*underlay.offset, *((stroke.width, stroke.miter_limit) if stroke else ())))):
            yield diagnostic("scene-number", place=place)
            continue
        ink = underlay_ink(line, underlay, view.matrix)
        if ink is None:
            yield diagnostic("scene-underlay-empty", place=place)
        elif not view.trim.contains(ink, TOLERANCE):
            yield diagnostic("scene-underlay-outside-sheet", place=place, text=line.text)
        elif view.clipped and block.role != MARKING and not box.contains(ink, TOLERANCE):
            yield diagnostic("scene-underlay-clipped", place=place, text=line.text)


__all__ = ["TOLERANCE", "check_scene", "measured", "missing_glyphs"]
