"""A Scene becomes a stable text that a person can read in a diff: goldens, and a look at what a layout made."""

from __future__ import annotations

from collections.abc import Iterator

from placards.scene.items import FillPath, Group, Item, Picture, Scene, TextBlock, Underlay
from placards.values.color import Color, LinearGradient, Paint, Pattern, RadialGradient, Stop, Stroke
from placards.values.geometry import IDENTITY, Matrix, Point, Rect


def dump(scene: Scene) -> str:
    """The Scene as indented lines, lengths in points with one decimal."""
    room = f" room {_n(scene.room)}" if scene.room else ""
    scale = f" scale 1:{scene.scale}" if scene.scale != 1 else ""
    head = [f"scene {_n(scene.trim.width)} x {_n(scene.trim.height)} bleed {_n(scene.bleed)}{room}{scale}"]
    if scene.pixels:
        head.append(f"pixels {scene.pixels[0]} x {scene.pixels[1]}")
    meta = scene.metadata
    head.append(f"title {meta.title!r} language {meta.language} author {meta.author!r}")
    return "\n".join([*head, *_items(scene.items, "")]) + "\n"


def _items(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, FillPath):
            yield f"{indent}path {_look(item)} {_box(item.path.bounds())} {len(item.path.segments)} segments"
        elif isinstance(item, Picture):
            yield f"{indent}picture {_box(item.box)} {len(item.data)} bytes {item.alt!r}"
        elif isinstance(item, Group):
            yield f"{indent}group {tuple(round(float(v), 3) + 0.0 for v in item.transform)}" + "".join(
                (
                    " clipped" if item.clip else "",
                    f" layer {item.layer!r}" if item.layer else "",
                    f" opacity {_n(item.opacity)}" if item.opacity != 1 else "",
                    f" blend {item.blend}" if item.blend != "normal" else "",
                    " together" if item.together else "",
                    " overprint" if item.overprint else "",
                    f" step {'/'.join(item.step)}" if item.step else "",
                    f" {item.alt!r}" if item.alt else "",
                )
            )
            yield from _items(item.items, indent + "  ")
        else:
            yield from _text(item, indent)


def _text(block: TextBlock, indent: str) -> Iterator[str]:
    direction = "vertical" if block.vertical else "rtl" if block.base_level else "ltr"
    yield f"{indent}text {block.slot} {block.role} {block.language} {direction} {_box(block.box)}"
    for underlay in block.underlays:
        yield f"{indent}  below {_underlay(underlay)}"
    for line in block.lines:
        at = f"{_n(line.origin.x)},{_n(line.origin.y)}"
        yield f"{indent}  line {line.text!r} size {_n(line.size)} at {at} ink {_box(line.ink)}"
        for placed in line.runs:
            run = placed.run
            stretched = f" times {placed.unit * run.font.upem / placed.size:.3f}" if placed.is_kashida else ""
            yield (
                f"{indent}    run {run.start}..{run.end} {run.script} level {run.level} {run.font.name} "
                f"+{_n(placed.offset)}{stretched} {_paint(placed.paint)} "
                f"glyphs {' '.join(str(g.id) for g in run.glyphs)}"
            )


def _underlay(underlay: Underlay) -> str:
    parts = [_paint(underlay.paint) if underlay.paint is not None else "unfilled"]
    if underlay.stroke is not None:
        parts.append(_stroke(underlay.stroke))
    if underlay.offset != (0, 0):
        parts.append(f"moved {_n(underlay.offset.x)},{_n(underlay.offset.y)}")
    return " ".join(parts)


def _look(item: FillPath) -> str:
    """How a path is painted, without what is as usual."""
    parts = [_paint(item.paint) if item.paint else "unfilled"]
    if item.path.fill_rule != "nonzero":
        parts.append(item.path.fill_rule)
    if item.stroke:
        parts.append(_stroke(item.stroke))
    if item.opacity != 1:
        parts.append(f"opacity {_n(item.opacity)}")
    return " ".join(parts)


def _stroke(stroke: Stroke) -> str:
    dash = f" dash {' '.join(map(_n, stroke.dash))}" if stroke.dash else ""
    return f"stroke {_paint(stroke.paint)} {_n(stroke.width)} {stroke.cap} {stroke.join}{dash}"


def _paint(paint: Paint) -> str:
    match paint:
        case Color():
            return paint.hex + (f"/{paint.spot}" if paint.spot else "")
        case LinearGradient():
            way = f"{_point(paint.start)} to {_point(paint.end)}"
            return f"linear({way} {' '.join(map(_stop, paint.stops))}{_moved(paint.matrix)})"
        case RadialGradient():
            way = f"{_point(paint.center)} radius {_n(paint.radius)}"
            if paint.focus is not None or paint.focus_radius:
                way = f"{_point(paint.focus or paint.center)} radius {_n(paint.focus_radius)} to {way}"
            return f"radial({way} {' '.join(map(_stop, paint.stops))}{_moved(paint.matrix)})"
        case Pattern():
            ground = f" on {_paint(paint.ground)}" if paint.ground is not None else ""
            figure = f"{len(paint.figure.segments)} segments"
            return f"pattern({_paint(paint.color)}{ground} {_box(paint.tile)} {figure}{_moved(paint.matrix)})"


def _stop(stop: Stop) -> str:
    through = f"/{round(stop.opacity, 3):g}" if stop.opacity < 1 else ""
    return f"{round(stop.at, 3):g}:{stop.color.hex}{through}"


def _moved(matrix: Matrix) -> str:
    return "" if matrix == IDENTITY else f" moved {tuple(round(float(v), 3) + 0.0 for v in matrix)}"


def _point(point: Point) -> str:
    return f"{_n(point.x)},{_n(point.y)}"


def _box(box: Rect) -> str:
    return f"[{_n(box.x)} {_n(box.y)} {_n(box.width)} {_n(box.height)}]"


def _n(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}"  # plus zero: a tiny negative number is no “-0.0”
