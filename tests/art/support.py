"""SVG files for tests, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from placards.art.drawing import Drawing
from placards.art.svg import read_drawing
from placards.problems.errors import InputError, Place
from placards.scene.items import FillPath, Group, Item

from ..compose.support import load_picture

DATA = Path(__file__).parents[1] / "data" / "svg"
CANARIES = ("SECRETCANARY", "canary")


def read(data: str | bytes) -> Drawing:
    return read_drawing(data.encode() if isinstance(data, str) else data, Place("x.svg"), load_picture)


def svg(body: str, attributes: str = 'viewBox="0 0 100 100"') -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{body}</svg>'
    )


def codes(error: InputError) -> list[str]:
    return [found.code for found in error.diagnostics]


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from walk(item.items)


def paths(drawing: Drawing) -> list[FillPath]:
    return [item for item in walk(drawing.items) if isinstance(item, FillPath)]
