"""What a layout.toml may say: palettes, elements in drawing order, and variants by the sheet's shape."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from placards.files.validation import Model
from placards.problems.errors import InputError
from placards.template.condition import parse_condition
from placards.values.color import Color, parse_hex
from placards.values.units import Length, parse_length


def _length(value: Any) -> Any:
    if isinstance(value, str):
        return parse_length(value)
    if value == 0:
        return Length(0.0, "pt")
    raise InputError(f"{value!r} is not a length", remedy='Write a text with a unit, such as "12mm" or "5%"')


def _color(value: Any) -> Any:
    if isinstance(value, str):
        return parse_hex(value)
    if isinstance(value, dict) and isinstance(value.get("rgb"), str) and not set(value) - {"rgb", "cmyk", "spot"}:
        cmyk = value.get("cmyk")
        if cmyk is not None and not (
            isinstance(cmyk, list)
            and len(cmyk) == 4
            and all(isinstance(v, int | float) and 0 <= v <= 100 for v in cmyk)
        ):
            raise InputError("cmyk is not four numbers from 0 to 100", remedy="Write it as cmyk = [0, 90, 100, 5]")
        c, m, y, k = cmyk or (0, 0, 0, 0)
        twin = (c / 100, m / 100, y / 100, k / 100) if cmyk else None
        return Color(parse_hex(value["rgb"]).rgb, twin, value.get("spot"))
    raise InputError("this is not a colour", remedy='Write "#rrggbb" or { rgb = "#rrggbb", cmyk = [c, m, y, k] }')


def _condition(value: Any) -> Any:
    if not isinstance(value, str):
        raise InputError("a condition is a text such as “aspect >= 2”")
    return parse_condition(value)


def _names(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


LengthField = Annotated[Length, BeforeValidator(_length)]
ColorField = Annotated[Color, BeforeValidator(_color)]
Terms = tuple[tuple[str, str, float], ...]
ConditionField = Annotated[Terms, BeforeValidator(_condition)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
NamesField = Annotated[tuple[Id, ...], BeforeValidator(_names)]

#: What a text slot can show.
SHOWN = ("slogan", "translation", "organiser", "title", "date", "place", "link", "text")


class Element(Model):
    """A box by its logical sides. Sides and extents that are not given follow from the others; with none, the element
    fills what it stands in. ``inside`` names an element, "sheet" or "safe".

    ``below`` and ``above`` name elements that stand before this one: the room inside then begins under the lowest ink
    of those, not under their slots, or ends over the highest. What is not shown does not count. A shape for which no
    room is left is not drawn."""

    id: Id
    inside: str = "sheet"
    below: NamesField = ()
    above: NamesField = ()
    start: LengthField | None = None
    end: LengthField | None = None
    top: LengthField | None = None
    bottom: LengthField | None = None
    width: LengthField | None = None
    height: LengthField | None = None
    mirror: bool = True
    when: ConditionField | None = None

    @model_validator(mode="after")
    def _not_too_many_sides(self) -> Element:
        for first, second, extent in (("start", "end", "width"), ("top", "bottom", "height")):
            if all(getattr(self, name) is not None for name in (first, second, extent)):
                raise InputError(
                    f"{first}, {second} and {extent} contradict each other", remedy="Give two of the three"
                )
        return self


class Shape(Element):
    """A filled area. A rectangle that touches the sheet's edge reaches into the bleed by itself."""

    type: Literal["shape"]
    fill: str
    shape: Literal["rect", "ellipse", "polygon"] = "rect"
    radius: LengthField = Length(0.0, "pt")
    points: tuple[tuple[LengthField, LengthField], ...] = ()

    @model_validator(mode="after")
    def _polygon_has_points(self) -> Shape:
        if (self.shape == "polygon") != bool(self.points) or 0 < len(self.points) < 3:
            raise InputError(
                "a polygon needs at least three points, other shapes none", remedy='Write points = [["0%", "0%"], …]'
            )
        return self


class Text(Element):
    """A text slot."""

    type: Literal["text"]
    show: Literal["slogan", "translation", "organiser", "title", "date", "place", "link", "text"]
    text: str | dict[str, str] = ""
    language: Annotated[int, Field(ge=1, le=6)] = 1
    role: str = "display"
    weight: Annotated[int, Field(ge=100, le=1000)] | None = None
    fill: str = "ink"
    align: Literal["start", "center", "end"] = "center"
    valign: Literal["top", "middle", "bottom"] = "middle"
    min_size: LengthField = Length(6.0, "pt")
    max_size: LengthField | None = None
    max_lines: Annotated[int, Field(ge=1, le=60)] = 8
    leading: Annotated[float, Field(ge=0.5, le=3)] = 1.0
    writing: Literal["horizontal", "vertical"] = "horizontal"
    case: Literal["none", "upper"] = "none"
    digits: Literal[
        "default", "latin", "arabic", "persian", "devanagari", "bengali", "thai", "khmer", "burmese", "tamil"
    ] = "default"
    optional: bool = False


class Image(Element):
    """A picture file beside the layout."""

    type: Literal["image"]
    file: str
    fit: Literal["contain", "cover"] = "contain"
    alt: str = ""
    mirror: bool = False


class QrCode(Element):
    """A QR code of the campaign's link; left out where there is no link."""

    type: Literal["qr"]
    show: Literal["link"] = "link"
    fill: str = "ink"
    paper: str = "paper"
    optional: bool = True


class ListText(Model):
    """How one line of a list is set; ``size`` is relative to the list's own size. ``say`` is how to say the message of
    this language, in Latin letters; the line is left out where nobody has written that down."""

    show: Literal["message", "say"] = "message"
    language: Annotated[int, Field(ge=1, le=6)] = 1
    role: str = "text"
    weight: Annotated[int, Field(ge=100, le=1000)] | None = None
    fill: str = "ink"
    size: Annotated[float, Field(gt=0, le=2)] = 1.0


class SloganList(Element):
    """The slogans of the job one below the other, numbered, all in one size. In a call and response the leader's lines
    are lighter than the crowd's (``leader_weight``)."""

    type: Literal["list"]
    lines: tuple[ListText, ...]
    numbers: bool = True
    number_fill: str = "ink"
    leader_weight: Annotated[int, Field(ge=100, le=1000)] = 400
    gap: Annotated[float, Field(ge=0, le=5)] = 0.8
    columns: Annotated[int, Field(ge=1, le=4)] = 1
    column_gap: LengthField = Length(4.0, "%")
    min_size: LengthField = Length(9.0, "pt")
    max_size: LengthField | None = None
    rule: str | None = None


class Wall(Element):
    """The job's slogan in all its languages at once, strip beside strip: a specimen. ``fills`` take turns."""

    type: Literal["wall"]
    fills: Annotated[tuple[str, ...], Field(min_length=1)]
    role: str = "text"
    weight: Annotated[int, Field(ge=100, le=1000)] | None = None
    min_size: LengthField = Length(7.0, "pt")
    max_size: LengthField | None = None


AnyElement = Annotated[Shape | Text | Image | QrCode | SloganList | Wall, Field(discriminator="type")]


class Variant(Model):
    """What changes on sheets of another shape: elements left out, keys changed by element id, or a whole new list."""

    when: ConditionField
    hide: tuple[str, ...] = ()
    change: dict[str, dict[str, Any]] = Field(default_factory=dict)
    element: tuple[AnyElement, ...] = ()


class Layout(Model):
    """A designer's layout."""

    name: str
    summary: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    languages: Annotated[int, Field(ge=1, le=6)] = 1
    sizes: tuple[str, ...] = ("a3",)
    many: bool = False
    palettes: dict[str, dict[str, ColorField]]
    element: tuple[AnyElement, ...]
    variant: tuple[Variant, ...] = ()

    @property
    def says(self) -> frozenset[int]:
        """The languages (1-based) of which a list shows how to say them."""
        elements = (*self.element, *(element for variant in self.variant for element in variant.element))
        lists = [element for element in elements if isinstance(element, SloganList)]
        return frozenset(line.language for one in lists for line in one.lines if line.show == "say")

    @property
    def lists(self) -> bool:
        """Whether it has a list of slogans, which shows who calls and who answers."""
        return any(isinstance(element, SloganList) for element in self.element)

    @field_validator("palettes")
    @classmethod
    def _has_palette(cls, value: dict[str, dict[str, Color]]) -> dict[str, dict[str, Color]]:
        if not value:
            raise InputError("there is no palette", remedy="Add a table such as [palettes.day]")
        return value
