"""A Scene becomes a stable text that a person can read in a diff: goldens, and a look at what a layout made."""

from __future__ import annotations

from collections.abc import Iterator

from placards.scene.items import FillPath, Group, Item, Picture, Scene, TextBlock
from placards.values.color import Paint
from placards.values.geometry import Rect


def dump(scene: Scene) -> str:
    """The Scene as indented lines, lengths in points with one decimal."""
    head = [f"scene {_n(scene.trim.width)} x {_n(scene.trim.height)} bleed {_n(scene.bleed)}"]
    if scene.pixels:
        head.append(f"pixels {scene.pixels[0]} x {scene.pixels[1]}")
    meta = scene.metadata
    head.append(f"title {meta.title!r} language {meta.language} author {meta.author!r}")
    return "\n".join([*head, *_items(scene.items, "")]) + "\n"


def _items(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, FillPath):
            yield f"{indent}path {_paint(item.paint)} {_box(item.path.bounds())} {len(item.path.segments)} segments"
        elif isinstance(item, Picture):
            yield f"{indent}picture {_box(item.box)} {len(item.data)} bytes {item.alt!r}"
        elif isinstance(item, Group):
            yield f"{indent}group {tuple(round(float(v), 3) + 0.0 for v in item.transform)}" + (
                " clipped" if item.clip else ""
            )
            yield from _items(item.items, indent + "  ")
        else:
            yield from _text(item, indent)


def _text(block: TextBlock, indent: str) -> Iterator[str]:
    direction = "vertical" if block.vertical else "rtl" if block.base_level else "ltr"
    yield f"{indent}text {block.slot} {block.role} {block.language} {direction} {_box(block.box)}"
    for line in block.lines:
        size = line.runs[0].size if line.runs else 0.0
        at = f"{_n(line.origin.x)},{_n(line.origin.y)}"
        yield f"{indent}  line {line.text!r} size {_n(size)} at {at} ink {_box(line.ink)}"
        for placed in line.runs:
            run = placed.run
            yield (
                f"{indent}    run {run.start}..{run.end} {run.script} level {run.level} {run.font.path.name} "
                f"+{_n(placed.offset)} {_paint(placed.paint)} glyphs {' '.join(str(g.id) for g in run.glyphs)}"
            )


def _paint(paint: Paint) -> str:
    return paint.hex + (f"/{paint.spot}" if paint.spot else "")


def _box(box: Rect) -> str:
    return f"[{_n(box.x)} {_n(box.y)} {_n(box.width)} {_n(box.height)}]"


def _n(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}"  # plus zero: a tiny negative number is no “-0.0”
