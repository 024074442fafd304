"""What content draws: values with which colours, how large, how thin, and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple, TypeAlias, TypeVar

from placards.frozen import dataclass
from placards.press.preflight.objects import Corners
from placards.press.preflight.spaces import Space

Numbers: TypeAlias = tuple[float, ...]

#: So many places of one paint are kept.
MOST_PLACES = 64


class Paint(NamedTuple):
    """How something is painted."""

    kind: str  # "fill", "stroke", "text", "image" or "shading"
    space: Space
    values: Numbers
    overprint: bool = False
    mode: int = 0  # the overprint mode
    step: bool = False  # in a layer of a processing step

    @property
    def black(self) -> bool:
        """Whether it is black ink alone, all of it."""
        if self.space.family == "DeviceGray":
            return self.values == (0.0,)
        if self.space.family == "DeviceCMYK":
            return self.values[:3] == (0.0, 0.0, 0.0) and self.values[3:] == (1.0,)
        return self.space.inks == ("Black",) and self.values == (1.0,)

    @property
    def inks(self) -> int:
        """With how many inks it prints; 0 for white and for what a press program converts."""
        if self.space.family == "DeviceCMYK":
            return sum(value > 0 for value in self.values)
        if self.space.family == "DeviceGray":
            return int(self.values != (1.0,))
        return sum(value > 0 for value in self.values) if self.space.inks else 0


class ImageUse(NamedTuple):
    """A picture where it is drawn."""

    image: tuple[int, int] | None
    width_px: int
    height_px: int
    width_pt: float
    height_pt: float
    bits: int
    mask: bool

    @property
    def dpi(self) -> float:
        """Of the direction in which it has fewer."""
        sides = [(self.width_px, self.width_pt), (self.height_px, self.height_pt)]
        return min((72.0 * px / pt for px, pt in sides if pt > 0), default=0.0)


class TextUse(NamedTuple):
    """Letters of one look: their font, size in points, rendering mode (3: invisible), and paint."""

    font: tuple[int, int] | None
    size: float
    mode: int
    paint: Paint


@dataclass(frozen=True, slots=True)
class Drawing:
    """What content draws, in points of the page. Collections are filled while it is read."""

    paints: dict[Paint, list[Corners]] = field(default_factory=dict)
    fields: dict[Paint, float] = field(default_factory=dict)  # of plain areas, the largest shorter side
    lines: dict[tuple[float, bool], int] = field(default_factory=dict)  # (width, whether in a step) → how many
    images: dict[ImageUse, int] = field(default_factory=dict)
    texts: dict[TextUse, int] = field(default_factory=dict)  # → bytes shown
    strange: set[str] = field(default_factory=set)  # operators that do not exist
    intents: set[str] = field(default_factory=set)  # rendering intents
    filters: set[str] = field(default_factory=set)  # of pictures in the content
    depth: list[int] = field(default_factory=lambda: [0])  # how many states were kept at most
    unbalanced: set[str] = field(default_factory=set)  # "q" or "Q", whichever is too many

    def take(self, other: Drawing, right: float, up: float, depth: int) -> None:
        """All that another one draws, moved."""
        for paint, boxes in other.paints.items():
            self.place(paint, [Corners(a + right, b + up, c + right, d + up) for a, b, c, d in boxes])
        for paint, size in other.fields.items():
            self.fields[paint] = max(size, self.fields.get(paint, 0.0))
        _add(self.lines, other.lines)
        _add(self.images, other.images)
        _add(self.texts, other.texts)
        self.strange.update(other.strange)
        self.intents.update(other.intents)
        self.filters.update(other.filters)
        self.unbalanced.update(other.unbalanced)
        self.depth[0] = max(self.depth[0], depth + other.depth[0])

    def place(self, paint: Paint, boxes: Iterable[Corners]) -> None:
        """Note where something is painted; of many places the first ones, and one around the others."""
        known = self.paints.setdefault(paint, [])
        for box in boxes:
            if len(known) < MOST_PLACES:
                known.append(box)
            else:
                known[-1] = Corners(*map(min, known[-1][:2], box[:2]), *map(max, known[-1][2:], box[2:]))


_Key = TypeVar("_Key")


def _add(mine: dict[_Key, int], theirs: dict[_Key, int]) -> None:
    for key, count in theirs.items():
        mine[key] = mine.get(key, 0) + count
