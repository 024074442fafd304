"""Slots for pictures get pictures that stand in for a person's own: a landscape, a portrait, two logos."""

from __future__ import annotations

from functools import cache

from placards.layout.slots import PICTURES
from placards.scene.items import FillPath, Item, Metadata, Scene
from placards.values.color import LinearGradient, Stop, parse_hex
from placards.values.geometry import Path, Point, Rect, Size

#: Where the pictures lie in the World of a preview.
FOLDER = "kit-samples"

_WIDE, _TALL, _SQUARE = Size(1200, 900), Size(900, 1200), Size(600, 600)


def sample_name(slot: str) -> str:
    """The name of a slot's picture in the World."""
    return f"{FOLDER}/{slot}.png"


@cache
def sample_pictures() -> dict[str, bytes]:
    """A PNG for each slot of a picture, by its name in the World."""
    from placards.render.formats import render
    from placards.render.options import RenderOptions

    drawn = {"photo": (_WIDE, _landscape()), "portrait": (_TALL, _person()), "logo": (_SQUARE, _leaf())}
    drawn["logo-2"] = (_SQUARE, _ring())
    found = {}
    for slot in PICTURES:
        size, items = drawn[slot]
        scene = Scene(size, items, Metadata(slot, "en"), pixels=(round(size.width), round(size.height)))
        found[sample_name(slot)] = render([scene], ".png", RenderOptions())
    return found


def _sky(size: Size, top: str, bottom: str) -> Item:
    stops = (Stop(0.0, parse_hex(top)), Stop(1.0, parse_hex(bottom)))
    return FillPath(Path.rect(Rect(0, 0, *size)), LinearGradient(Point(0, 0), Point(0, size.height), stops))


def _landscape() -> tuple[Item, ...]:
    """A sun over hills, and people before them."""
    items = [
        _sky(_WIDE, "#2f5d8c", "#f6d7a7"),
        FillPath(Path.ellipse(Rect(760, 250, 210, 210)), parse_hex("#ffe9b8")),
        FillPath(Path.polygon([(0, 620), (300, 420), (620, 640), (900, 470), (1200, 600), (1200, 900), (0, 900)]),
                 parse_hex("#5f7d6a")),
        FillPath(Path.polygon([(0, 720), (420, 620), (800, 740), (1200, 650), (1200, 900), (0, 900)]),
                 parse_hex("#33504a")),
    ]  # fmt: skip
    for x, height in ((90, 190), (230, 235), (390, 205), (560, 250), (720, 215), (880, 240), (1040, 200)):
        head = Rect(x - 28, 900 - height, 56, 62)
        items.append(FillPath(Path.ellipse(head), parse_hex("#1d1b22")))
        items.append(FillPath(Path.rounded_rect(Rect(x - 62, head.bottom + 4, 124, 260), 50), parse_hex("#1d1b22")))
    return tuple(items)


def _person() -> tuple[Item, ...]:
    return (
        _sky(_TALL, "#8fa3a8", "#d7cfc2"),
        FillPath(Path.ellipse(Rect(245, 190, 410, 520)), parse_hex("#241a17")),
        FillPath(Path.rounded_rect(Rect(130, 800, 640, 620), 220), parse_hex("#3c5a78")),
        FillPath(Path.rounded_rect(Rect(375, 620, 150, 260), 60), parse_hex("#8a5a3d")),
        FillPath(Path.ellipse(Rect(290, 260, 320, 430)), parse_hex("#a56e4c")),
    )


def _leaf() -> tuple[Item, ...]:
    leaf = (("M", 120.0, 480.0), ("C", 80.0, 200.0, 300.0, 90.0, 500.0, 100.0),
            ("C", 520.0, 320.0, 400.0, 520.0, 120.0, 480.0), ("Z",))  # fmt: skip
    return (
        FillPath(Path.ellipse(Rect(0, 0, 600, 600)), parse_hex("#ffffff")),
        FillPath(Path(leaf), parse_hex("#1f6b4a")),  # type: ignore[arg-type]
    )


def _ring() -> tuple[Item, ...]:
    return (
        FillPath(Path.ellipse(Rect(0, 0, 600, 600)), parse_hex("#1d3f72")),
        FillPath(Path.ellipse(Rect(110, 110, 380, 380)), parse_hex("#ffffff")),
        FillPath(Path.ellipse(Rect(210, 210, 180, 180)), parse_hex("#1d3f72")),
    )
