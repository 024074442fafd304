"""The drawing steps of a colour glyph become Scene items in its font's units: what draws shapes can draw it too."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TypeGuard, get_args

from placards.problems.errors import InputError, Place
from placards.render.color_lines import linear, radial, sweep
from placards.render.gradients import is_nested
from placards.scene.bounds import shown, united
from placards.scene.items import Blend, FillPath, Group, Item, PlacedRun
from placards.text.color_paint import Begin, Clip, End, Fill, Flow, Image, Pop, Push, Shade, Step, steps
from placards.text.font import Font
from placards.values.color import Color, LinearGradient, Paint, Pattern, RadialGradient, main_color
from placards.values.geometry import IDENTITY, Matrix, Path, Rect, Segment


def painted_glyph(placed: PlacedRun, glyph: int, pen: Matrix) -> Group:
    """A colour glyph where it stands on its line; *pen* leads from the font's units to the points of its block."""
    paint = placed.paint
    if not isinstance(paint, Color) and pen.area:  # its points are the block's
        paint = replace(paint, matrix=paint.matrix.then(pen.inverse))
    return Group(glyph_items(placed.run.font, glyph, paint), pen)


@lru_cache(maxsize=2000)
def glyph_items(font: Font, glyph: int, paint: Paint) -> tuple[Item, ...]:
    """What a colour glyph shows, in font units, y up; *paint* is that of the text. Raises InputError for what cannot be
    drawn."""
    return tuple(_Drawing(font, glyph, paint).items())


class _Drawing:
    """Follows the steps; each list of *layers* is drawn apart, the first is the glyph."""

    def __init__(self, font: Font, glyph: int, paint: Paint) -> None:
        self._font, self._glyph, self._paint = font, glyph, paint
        self._matrices = [IDENTITY]
        self._clips: list[Path] = []
        self._layers: list[list[Item]] = [[]]

    def items(self) -> list[Item]:
        for step in steps(self._font, self._glyph):
            self._take(step)
        return self._layers[0]

    def _take(self, step: Step) -> None:
        match step:
            case Push():
                self._matrices.append(
                    self._matrices[-1] if step.matrix == IDENTITY else step.matrix.then(self._matrices[-1])
                )
            case Clip():
                matrix, path = self._matrices[-1], Path(step.segments)
                self._clips.append(path if matrix == IDENTITY else path.transformed(matrix))
            case Pop():
                (self._matrices if step.kind is Push else self._clips).pop()
            case Fill():
                self._fill(self._shaded(step.shade), step.shade[1] / 255)
            case Flow():
                self._flow(step)
            case Begin():
                self._layers.append([])
            case End():
                above = self._layers.pop()
                self._layers[-1] = self._put(step.mode, above, self._layers[-1])
            case Image():
                raise self._refused("render-glyph-picture")

    def _shaded(self, shade: Shade) -> Paint:
        return self._paint if shade[0] is None else _color(shade)

    def _flow(self, flow: Flow) -> None:
        box, matrix = self._box(), self._matrices[-1]
        if box is None or not matrix.area or not flow.stops:
            return
        there = matrix.inverse.box(box)
        if any(shade[0] is None for _, shade in flow.stops) and not isinstance(self._paint, Color):
            raise self._refused("render-glyph-foreground")
        foreground = main_color(self._paint)
        if flow.kind == "sweep":
            if len({shade[1] for _, shade in flow.stops}) > 1:  # wedges lie over each other
                raise self._refused("render-glyph-sweep")
            self._layers[-1] += self._clipped([Group(tuple(sweep(flow, foreground, there)), matrix)], 0)
            return
        gradient = (linear if flow.kind == "linear" else radial)(flow, foreground, there)
        if isinstance(gradient, RadialGradient) and not is_nested(gradient):
            raise self._refused("render-glyph-cone")
        self._fill(replace(gradient, matrix=matrix), 1.0)

    def _fill(self, paint: Paint, opacity: float) -> None:
        """The innermost clip becomes the shape, those around it clip it."""
        if self._clips and self._clips[-1].segments and opacity > 0:
            self._layers[-1] += self._clipped([FillPath(self._clips[-1], paint, opacity=opacity)], 1)

    def _clipped(self, items: list[Item], drawn: int) -> list[Item]:
        """Items inside all clips but the innermost *drawn* ones; a box that holds them needs no clip."""
        for clip in reversed(self._clips[: len(self._clips) - drawn]):
            box = united(map(shown, items))
            if box is not None and not (_is_box(clip) and clip.bounds().contains(box, 0.5)):
                items = [Group(tuple(items), clip=clip)]
        return items

    def _box(self) -> Rect | None:
        """What all clips leave."""
        box: Rect | None = None
        for clip in self._clips:
            bounds = clip.bounds()
            box = bounds if box is None else box.intersection(bounds)
            if box is None:
                return None
        return box

    def _put(self, mode: str, above: list[Item], below: list[Item]) -> list[Item]:
        """One drawing on another, in the ways that shapes, clips and opacity can show."""
        match mode:
            case "SRC_OVER":
                return [*below, *above]
            case "DEST_OVER":
                return [*above, *below]
            case "CLEAR":
                return []
            case "SRC":
                return above
            case "DEST":
                return below
            case "SRC_IN":
                return self._inside(mode, above, below)
            case "DEST_IN":
                return self._inside(mode, below, above)
            case "SRC_ATOP":
                return [*below, *self._inside(mode, above, below)]
            case "DEST_ATOP":
                return [*above, *self._inside(mode, below, above)]
            case _:
                blend = mode.lower().replace("_", "-").removeprefix("hsl-")
                if not _is_blend(blend):
                    raise self._refused("render-glyph-mode", mode)
                return [Group((*below, Group(tuple(above), blend=blend)))]

    def _inside(self, mode: str, items: list[Item], mask: list[Item]) -> list[Item]:
        """Items as far as a mask is opaque; the mask is one shape of one opacity, or opaque shapes that hold the rest
        of it."""
        if not items or not mask:
            return []
        mask = [one for item in mask for one in self._bare(item)]
        shapes = [item for item in mask if isinstance(item, FillPath) and _is_even(item.paint)]
        opaque = [shape for shape in shapes if shape.opacity >= 1]
        if len(shapes) == len(mask) == 1:
            whole, opacity = shapes[0].path, shapes[0].opacity
        elif opaque and _holds(opaque, mask):
            whole, opacity = _joined([shape.path for shape in opaque]), 1.0
        else:
            raise self._refused("render-glyph-mode", mode)
        box = united(map(shown, items))
        inside = _is_box(whole) and box is not None and whole.bounds().contains(box, 0.5)
        return [Group(tuple(items), clip=None if inside else whole, opacity=opacity)]

    def _bare(self, item: Item) -> tuple[Item, ...]:
        """The items of a group that only keeps them in the glyph's box, which holds all that is drawn."""
        if isinstance(item, Group) and item == Group(item.items, clip=self._clips[0]) and _is_box(self._clips[0]):
            return item.items
        return (item,)

    def _refused(self, code: str, mode: str = "") -> InputError:
        return InputError(code, place=Place(self._font.path.name), glyph=self._glyph, mode=mode)


def _is_even(paint: Paint | None) -> bool:
    """Whether a paint lets the ground through nowhere."""
    match paint:
        case Color():
            return True
        case LinearGradient() | RadialGradient():
            return all(stop.opacity >= 1 for stop in paint.stops)
        case Pattern() | None:
            return False


def _is_blend(name: str) -> TypeGuard[Blend]:
    return name in get_args(Blend)


def _holds(shapes: list[FillPath], items: list[Item]) -> bool:
    """Whether the box of some shapes holds all that some items show."""
    whole, box = united(map(shown, shapes)), united(map(shown, items))
    return whole is not None and box is not None and whole.contains(box, 0.5)


def _joined(paths: list[Path]) -> Path:
    """The area that paths cover together: they must run the same way round, lest two make a hole."""
    segments: list[Segment] = []
    for path in paths:
        segments += path.segments if _turning(path) >= 0 else _backwards(path)
    return Path(tuple(segments))


def _turning(path: Path) -> float:
    """Twice the area of a path, negative where it runs clockwise; curves count by their ends."""
    area = x = y = 0.0
    for segment in path.segments:
        if segment[0] != "Z":
            to_x, to_y = segment[-2], segment[-1]
            area += x * to_y - y * to_x if segment[0] != "M" else 0.0
            x, y = to_x, to_y
    return area


def _backwards(path: Path) -> list[Segment]:
    """A closed path run the other way round: its contours in their order, each from its end to its start."""
    found: list[Segment] = []
    contour: list[Segment] = []
    x = y = 0.0
    for segment in path.segments:
        match segment:
            case ("M", to_x, to_y):
                contour = [("Z",)]
                x, y = to_x, to_y
            case ("L", to_x, to_y):
                contour.append(("L", x, y))
                x, y = to_x, to_y
            case ("C", x1, y1, x2, y2, to_x, to_y):
                contour.append(("C", x2, y2, x1, y1, x, y))
                x, y = to_x, to_y
            case ("Z",):
                found += [("M", x, y), *reversed(contour)]
    return found


def _is_box(path: Path) -> bool:
    """Whether a path is an upright box."""
    points = [segment[1:] for segment in path.segments if len(segment) == 3]
    if len(points) != 4 or len(path.segments) != 5:
        return False
    return len({x for x, _ in points}) == 2 == len({y for _, y in points})


def _color(shade: Shade) -> Color:
    red, green, blue = shade[0] or (0, 0, 0)
    return Color((red / 255, green / 255, blue / 255))
