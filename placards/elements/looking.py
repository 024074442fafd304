"""A layout on a sheet, as ``placards check`` looks at it: where its elements stand, and what lies under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from placards.elements.base import Element, Reference
from placards.files.toml import KeyPath
from placards.frozen import dataclass
from placards.layout.content import LoadedPicture
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import Place
from placards.values.color import WHITE, Color, contrast
from placards.values.geometry import Rect
from placards.values.sheet import Sheet

#: Below this contrast (WCAG 2) no letter is read from afar, and one of small print not at all.
MIN_CONTRAST = 3.0
MIN_SMALL_CONTRAST = 4.5

#: Rounding of boxes that nobody sees, in points.
TOLERANCE = 0.5


@dataclass(frozen=True)
class Look:
    """A layout on one sheet. Boxes are in points; every text is taken to fill its slot."""

    layout: str  # the layout's name
    sheet: Sheet
    elements: tuple[Element, ...]  # that stand on this sheet, in drawing order
    boxes: Mapping[str, Rect]
    palettes: Mapping[str, Mapping[str, Color]]
    picture: Callable[[str], LoadedPicture | None]  # a picture beside layout.toml, None where it cannot be used
    place: Callable[[Element, KeyPath], Place]  # where a key of an element is written

    @property
    def shorter(self) -> float:
        return min(self.sheet.trim)

    def diagnostic(self, code: str, element: Element, key: KeyPath, **parameters: Any) -> Diagnostic:
        """Something to say about a key of an element."""
        return diagnostic(code, place=self.place(element, key), **parameters)

    def under(self, element: Element) -> Element | None:
        """The last element that is drawn before this one and lies under all of its box."""
        box = self.boxes[element.id]
        before = self.elements[: self.elements.index(element)]
        covering = (e for e in reversed(before) if e.covers and self.boxes[e.id].contains(box, TOLERANCE))
        return next(covering, None)


def faint(element: Element, fill: Reference, large: bool, look: Look) -> Iterator[Diagnostic]:
    """What to say where letters of a colour hardly differ from what they stand on, in the palette in which they are
    worst. What stands on a picture is not judged."""
    ground = look.under(element)
    name = ground.ground if ground is not None else None
    if (ground is not None and name is None) or not look.palettes:
        return
    worst, palette = min(
        (contrast(colors[fill.name], colors[name] if name else WHITE), palette)
        for palette, colors in look.palettes.items()
    )
    limit = MIN_CONTRAST if large else MIN_SMALL_CONTRAST
    if worst < limit:
        code = "contrast-too-low" if worst < MIN_CONTRAST else "contrast-low"
        yield look.diagnostic(
            code, element, fill.key, fill=fill.name, ground=name or "#ffffff", palette=palette, ratio=worst, least=limit
        )
