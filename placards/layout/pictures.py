"""A job's pictures (photograph, portrait, logos) as values, and what elements ask of whoever holds their bytes."""

from __future__ import annotations

import codecs
from typing import Literal, Protocol

from placards.frozen import dataclass
from placards.layout.content import LoadedPicture
from placards.problems.errors import Place
from placards.values.color import Color
from placards.values.geometry import Point, Rect

#: Width ÷ height of a logo that is a word.
WORDMARK = 2.5


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is made of a picture's colours: greys (``mono``), or all tones from *dark* to *light* (``duotone``)."""

    kind: Literal["mono", "duotone"]
    dark: Color
    light: Color


class Pictures(Protocol):
    """Where the pictures of jobs come from, and what can be done with them. The pipeline hands it over: this side of it
    no bytes are decoded."""

    def picture_file(self, name: str) -> tuple[bytes, Place]:
        """The bytes of a job's picture, by its name in the World; raises InputError."""

    def author(self, name: str) -> str:
        """Who made a job's picture, as its file says; empty where it does not."""

    def treated(self, picture: LoadedPicture, treatment: Treatment) -> LoadedPicture:
        """The picture in other colours."""

    def tones(self, picture: LoadedPicture, part: Rect) -> tuple[Color, ...]:
        """The mean colours of small cells of a part of the picture, in parts of its width and height."""


def is_vectors(data: bytes) -> bool:
    """Whether the bytes are those of an SVG file, packed or not."""
    start = data[:1024]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    start = start.removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg", b"\x1f\x8b"))


def covering(area: Rect, aspect: float, focus: Point) -> Rect:
    """Where all of a picture lies that covers an area, as small as it can: its *focus* (in parts of its width and
    height) is as near to the area's middle as the picture's edges allow, and always in view."""
    width = max(area.width, area.height * aspect)
    height = width / aspect
    x = min(max(area.x + area.width / 2 - focus.x * width, area.right - width), area.x)
    y = min(max(area.y + area.height / 2 - focus.y * height, area.bottom - height), area.y)
    return Rect(x, y, width, height)


def contained(area: Rect, aspect: float, across: float = 0.5, down: float = 0.5) -> Rect:
    """Where a picture lies that is whole in an area, as large as it can; *across* and *down* say where in it, from 0
    (left, top) to 1."""
    width = min(area.width, area.height * aspect)
    return _within(area, width, width / aspect, across, down)


def of_equal_area(area: Rect, aspect: float, across: float = 0.5, down: float = 0.5) -> Rect:
    """Where a logo lies: of the same area whatever its shape, so that a wide word and a round seal look equally strong.
    That is the area which both a square and a word of `WORDMARK` can have in the box; only what is longer still has
    less."""
    area_of_all = min((whole := contained(area, shape)).width * whole.height for shape in (1.0, WORDMARK))
    width = min((area_of_all * aspect) ** 0.5, area.width, area.height * aspect)
    return _within(area, width, width / aspect, across, down)


def _within(area: Rect, width: float, height: float, across: float, down: float) -> Rect:
    return Rect(area.x + (area.width - width) * across, area.y + (area.height - height) * down, width, height)
