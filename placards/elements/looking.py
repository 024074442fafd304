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

    def grounds(self, element: Element, colors: Mapping[str, Color]) -> tuple[tuple[str, Color], ...] | None:
        """What an element stands on, as names and colours of a palette: a field, and the figures over it each by
        itself; white paper where nothing is. None where a picture lies under it."""
        if element.beneath is not None:
            return ((element.beneath, colors[element.beneath]),)
        box = self.boxes[element.id]
        box = box.intersection(Rect(0, 0, *self.sheet.trim)) or box  # what stands past the edge is cut off
        found: tuple[tuple[str, Color], ...] | None = (("#ffffff", WHITE),)
        for below in self.elements[: self.elements.index(element)]:
            if not below.meets(element):
                continue
            there = self.boxes[below.id]
            if below.hides and there.contains(box, TOLERANCE):
                if below.opacity < 1 and found is None:
                    continue  # the picture shows through
                found = _laid(below, colors, found or ()) or None
            elif below.blurs and there.contains(box, TOLERANCE):
                found = None
            elif below.mottles and found is not None and there.intersection(box) is not None:
                found = (*found, *_laid(below, colors, found))
        return found


def _laid(
    element: Element, colors: Mapping[str, Color], under: tuple[tuple[str, Color], ...]
) -> tuple[tuple[str, Color], ...]:
    """An element's colours where it lies over others; each of them as often as it lets one through."""
    if element.opacity == 1:
        return tuple((name, colors[name]) for name in element.undertones)
    return tuple(
        (name, _mixed(colors[name], color, element.opacity)) for name in element.undertones for _, color in under
    )


def _mixed(upper: Color, lower: Color, opacity: float) -> Color:
    red, green, blue = (u * opacity + v * (1 - opacity) for u, v in zip(upper.rgb, lower.rgb, strict=True))
    return Color((red, green, blue))


def faint(element: Element, fill: Reference, large: bool, look: Look, ground: str = "") -> Iterator[Diagnostic]:
    """What to say where letters of a colour hardly differ from what they stand on (from *ground*, where they have one
    of their own), in the palette in which they are worst, and over the worst of several colours. What stands on a
    picture is not judged."""
    yield from faint_among(element, fill, lambda colors: [colors[fill.name]], large, look, ground)


def faint_among(
    element: Element,
    fill: Reference,
    shades: Callable[[Mapping[str, Color]], list[Color]],
    large: bool,
    look: Look,
    ground: str = "",
) -> Iterator[Diagnostic]:
    """The same of letters of several colours, of which the worst counts; *fill* is what they are called."""
    judged = [
        (contrast(_mixed(shade, color, element.opacity), color), palette, name)
        for palette, colors in look.palettes.items()
        for name, color in (((ground, colors[ground]),) if ground else look.grounds(element, colors) or ())
        for shade in shades(colors)
    ]
    if judged:
        yield from _told(element, fill, large, look, *min(judged))


def faint_on(
    element: Element, fill: Reference, worst: Callable[[Mapping[str, Color]], float], look: Look
) -> Iterator[Diagnostic]:
    """The same of large letters that stand on grounds of the element's own; *worst* is their least contrast in a
    palette."""
    judged = [(worst(colors), palette) for palette, colors in look.palettes.items()]
    if judged:
        yield from _told(element, fill, True, look, *min(judged), "its own ground")


def _told(
    element: Element, fill: Reference, large: bool, look: Look, worst: float, palette: str, name: str
) -> Iterator[Diagnostic]:
    limit = MIN_CONTRAST if large else MIN_SMALL_CONTRAST
    if worst < limit:
        code = "contrast-too-low" if worst < MIN_CONTRAST else "contrast-low"
        yield look.diagnostic(
            code, element, fill.key, fill=fill.name, ground=name, palette=palette, ratio=worst, least=limit
        )
