"""Pictures become SVG images; which of them a drawing holds several times."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Iterator

from placards.render.pdf_outlines import number
from placards.scene.items import Group, Item, Picture
from placards.values.geometry import Rect

_JPEG_START = b"\xff\xd8"


def image(picture: Picture, more: str) -> str:
    """The element with the picture's bytes in it; *more* is what else it says of itself."""
    kind = "jpeg" if picture.data.startswith(_JPEG_START) else "png"
    box = " ".join(
        f'{name}="{number(value)}"' for name, value in zip(("x", "y", "width", "height"), picture.box, strict=True)
    )
    data = base64.b64encode(picture.data).decode("ascii")
    return f'<image {box} preserveAspectRatio="none" {more} href="data:image/{kind};base64,{data}"/>'


def repeated(items: Iterable[Item]) -> frozenset[tuple[bytes, Rect]]:
    """The pictures that stand in one place of several groups, as on a sheet of stickers and in letters that are
    holes."""
    found = Counter(_pictures(items))
    return frozenset(key for key, count in found.items() if count > 1)


def _pictures(items: Iterable[Item]) -> Iterator[tuple[bytes, Rect]]:
    for item in items:
        if isinstance(item, Picture):
            yield item.data, item.box
        elif isinstance(item, Group):
            yield from _pictures(item.items)
