"""The element ``photo``: the job's photograph, portrait or logo, cropped to its focus, in a shape, in the palette's
colours, darkened until the letters on it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.base import Element, Reference, Showing
from placards.elements.page import Page
from placards.elements.registry import element
from placards.frozen import dataclass
from placards.layout.content import LoadedPicture
from placards.layout.pictures import Treatment, contained, covering, is_vectors, of_equal_area
from placards.problems.errors import InputError
from placards.values.color import BLACK, WHITE, Color
from placards.values.geometry import Path, Point, Rect, Size
from placards.values.units import POINTS_PER_INCH, Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.art.drawing import Drawing
    from placards.elements.fields import GapField, LengthField, Percent
    from placards.elements.looking import Look
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import Item

#: Pixels an inch at the size at which a picture is printed: fewer than this are seen as blocks, at arm's length and on
#: a banner. Up to GOOD_PPI the figure is said, for who wants to judge.
MIN_PPI = 100.0
MIN_BANNER_PPI = 40.0
GOOD_PPI = 150.0

#: Pixels of the picture for each of the screen's: fewer are seen as blur.
MIN_OF_SCREEN = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """The picture that is to be shown, and what is known of it."""

    art: LoadedPicture | Drawing  # pixels or vectors
    alt: str
    focus: Point
    given: bool  # by the person, not by the layout

    @property
    def size(self) -> Size:
        """In pixels or units, for its shape."""
        return self.art.pixels if isinstance(self.art, LoadedPicture) else self.art.size


@element
class Photo(Element):
    """The job's photograph, portrait or logo (``show``), or else a ``file`` beside the layout. One that is not
    ``optional`` and has no ``file`` needs its picture. PNG, JPEG and WebP; SVG stays vectors.

    With ``fit = "cover"`` it fills its box, and the bleed where the box touches the sheet's edge; what is too much is
    cut off so that its ``focus`` stays in view, the person's own before the layout's. With ``"contain"`` it is whole;
    with ``"area"``, which logos have by themselves, a wide word and a round seal look equally strong. Its pixels never
    turn round.

    ``darken = true`` lays just so much black over it that every text that stands on it can be read (white, where the
    letters are dark); a number from 0 to 1 says how much. Too little contrast is said."""

    covers: ClassVar[bool] = True

    type: Literal["photo"]
    show: Literal["photo", "portrait", "logo", "logo-2"] = "photo"
    file: str = ""
    alt: str = ""  # of the file beside the layout
    optional: bool = False
    fit: Literal["cover", "contain", "area"] | None = None  # "area" for logos, "cover" for the rest
    focus: tuple[Percent, Percent] = (0.5, 0.5)  # from the left and from the top, as ["40%", "30%"]
    align: Literal["start", "center", "end"] = "center"  # where it stands when it does not cover its box
    valign: Literal["top", "middle", "bottom"] = "middle"
    shape: Literal["rect", "circle", "rounded", "polygon"] = "rect"
    radius: GapField = Length(6.0, "%")  # of rounded corners, by the shorter side
    points: tuple[tuple[LengthField, LengthField], ...] = ()
    treatment: Literal["none", "mono", "duotone"] = "none"
    dark: str = "ink"  # the colour of a duotone's shadows
    light: str = "paper"  # and of its lights
    darken: bool | Annotated[float, Field(ge=0, le=1)] = False
    letters: str | None = None  # only letters of this colour count; all that stand on it by itself

    def contradictions(self) -> None:
        super().contradictions()
        if (self.shape == "polygon") != bool(self.points) or 0 < len(self.points) < 3:
            raise InputError("polygon-points")

    @property
    def fitting(self) -> str:
        """How it stands in its box."""
        return self.fit or ("area" if self.show.startswith("logo") else "cover")

    @property
    def hides(self) -> bool:
        return self.fitting == "cover" and self.shape == "rect" and not self.optional

    @property
    def waits(self) -> bool:
        return True

    def refers(self) -> Iterator[Reference]:
        if self.file:
            yield Reference("art", self.file, ("file",))
        if self.treatment == "duotone":
            yield Reference("color", self.dark, ("dark",))
            yield Reference("color", self.light, ("light",))
        if self.letters is not None:
            yield Reference("color", self.letters, ("letters",))

    def shows(self) -> Iterator[Showing]:
        yield Showing(self.show)

    def place(self, page: Page) -> Iterator[Item]:
        """The picture in its shape, and what darkens it. Raises InputError where a needed one was not given."""
        from placards.scene.items import Group

        found = self._found(page)
        if found is None:
            page.slot(self)
            if not self.optional:
                raise InputError("picture-not-given", layout=page.setting.layout, show=self.show)
            return
        box = page.box(self)
        if not page.standing:  # on a trial, or before the texts that will stand on it
            return
        if found.given:
            page.shown.picture(self.show)
        area, target = self._stand(box, found, page)
        drawn: list[Item] = [self._drawn(found, target, page)]
        if isinstance(found.art, LoadedPicture):
            if found.given:
                self._say_resolution(target, found.art.pixels.width, page)
            drawn += self._veil(area, target, found.art, page)
        clipped = self.fitting == "cover" or self.shape != "rect" or len(drawn) > 1
        yield Group(tuple(drawn), clip=self._outline(area, page)) if clipped else drawn[0]

    def _found(self, page: Page) -> Found | None:
        setting = page.setting
        given = setting.content.picture(self.show)
        if given is not None and setting.pictures is not None:
            data, place = setting.pictures.picture_file(given.file)
            focus = Point(*(given.focus or self.focus))
            organiser = setting.content.field("organiser-2" if self.show == "logo-2" else "organiser", 1)
            alt = given.alt or (organiser.text if organiser and self.show.startswith("logo") else "")
            if not alt and page.standing:
                code = "logo-without-alt" if self.show.startswith("logo") else "photo-without-alt"
                page.note(code, self, show=self.show)
        elif self.file:
            (data, place), focus, alt = setting.art(self.file), Point(*self.focus), self.alt
        else:
            return None
        art: LoadedPicture | Drawing
        if is_vectors(data):
            if setting.artwork is None:
                raise InputError("art-nowhere", place=setting.file)
            art = setting.artwork().drawing(data, place)
        else:
            art = setting.load_picture(data, place)
        for note in art.notes:
            setting.report(note)
        if isinstance(art, LoadedPicture) and self.treatment != "none" and setting.pictures is not None:
            art = setting.pictures.treated(art, Treatment(self.treatment, *self._tints(page)))
        return Found(art, alt, focus, given is not None)

    def _tints(self, page: Page) -> tuple[Color, Color]:
        """What its tones run between."""
        return (page.colors[self.dark], page.colors[self.light]) if self.treatment == "duotone" else (BLACK, WHITE)

    def _drawn(self, found: Found, target: Rect, page: Page) -> Item:
        from placards.scene.items import Picture

        if isinstance(found.art, LoadedPicture):
            return Picture(found.art.data, target, found.alt)
        from placards.art.drawing import drawing_items

        dark, light = self._tints(page)
        tints = {c: between(dark, light, c) for c in found.art.colors} if self.treatment != "none" else {}
        return replace(drawing_items(found.art, target, recolor=tints), alt=found.alt)

    def _stand(self, box: Rect, found: Found, page: Page) -> tuple[Rect, Rect]:
        """What is seen of it, and where all of the picture lies."""
        aspect = found.size.aspect
        if self.fitting == "cover":
            area = page.reach(box) if self.shape == "rect" else _square(box) if self.shape == "circle" else box
            return area, covering(area, aspect, found.focus)
        across = {"start": 0.0, "center": 0.5, "end": 1.0}[self.align]
        if page.setting.mirrored and self.mirror:
            across = 1.0 - across
        down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[self.valign]
        stand = of_equal_area if self.fitting == "area" else contained
        target = stand(box, aspect, across, down)
        return _square(target) if self.shape == "circle" else target, target

    def _outline(self, area: Rect, page: Page) -> Path:
        match self.shape:
            case "rect":
                return Path.rect(area)
            case "circle":
                return Path.ellipse(area)
            case "rounded":
                return Path.rounded_rect(area, self.radius.points(min(area.size), page.shorter))
            case "polygon":
                points = [
                    (x.points(area.width, page.shorter), y.points(area.height, page.shorter)) for x, y in self.points
                ]
                if page.setting.mirrored and self.mirror:
                    points = [(area.width - x, y) for x, y in points]
                return Path.polygon([(area.x + x, area.y + y) for x, y in points])

    def _veil(self, area: Rect, target: Rect, picture: LoadedPicture, page: Page) -> Iterator[Item]:
        """What makes the letters on it readable: nothing where they are, or nobody asked for it."""
        from placards.elements.on_picture import texts_on, veil
        from placards.scene.items import FillPath

        standing = texts_on(self, area, page)
        pictures = page.setting.pictures
        if pictures is None or not (standing or (self.darken and not isinstance(self.darken, bool))):
            return
        cells = [(text, pictures.tones(picture, _part(text.ink, target))) for text in standing]
        chosen = veil(cells, self.darken, *self._tints(page))  # black would look dirty on a duotone
        for text, ratio in chosen.faint:
            page.warn("photo-contrast", self, slot=text.slot, ratio=ratio, least=text.least)
        if chosen.opacity > 0:
            yield FillPath(Path.rect(area), chosen.color, opacity=chosen.opacity)

    def _say_resolution(self, target: Rect, across: float, page: Page) -> None:
        sheet = page.setting.sheet
        if sheet.kind == "screen":
            shown = target.width * (sheet.pixels[0] / sheet.trim.width if sheet.pixels else 1.0)
            if across < shown * MIN_OF_SCREEN:
                page.warn("photo-blurred", self, show=self.show, across=across, shown=round(shown), size=sheet.name)
            return
        inches = target.width / POINTS_PER_INCH
        ppi = across / inches
        least = MIN_BANNER_PPI if sheet.kind == "banner" else MIN_PPI
        good = least * GOOD_PPI / MIN_PPI
        if ppi < least:
            needed = round(inches * good)
            page.warn("photo-coarse", self, show=self.show, ppi=ppi, size=sheet.name, across=across, needed=needed)
        elif ppi < good:
            page.note("photo-resolution", self, show=self.show, ppi=ppi, size=sheet.name)

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """A file beside the layout with too few pixels for its place on a printed sheet."""
        picture, box = look.picture(self.file) if self.file else None, look.boxes[self.id]
        if picture is None or look.sheet.kind == "screen":
            return
        aspect = picture.pixels.aspect
        target = covering(box, aspect, Point(*self.focus)) if self.fitting == "cover" else contained(box, aspect)
        ppi = picture.pixels.width / target.width * POINTS_PER_INCH
        if ppi < (MIN_BANNER_PPI if look.sheet.kind == "banner" else MIN_PPI):
            yield look.diagnostic("picture-coarse", self, ("file",), file=self.file, ppi=ppi, size=look.sheet.name)


def between(dark: Color, light: Color, color: Color) -> Color:
    """The colour on the way from dark to light that is as bright as another."""
    red, green, blue = color.rgb
    share = 0.299 * red + 0.587 * green + 0.114 * blue  # as pixels become grey
    first, second, third = (a + share * (b - a) for a, b in zip(dark.rgb, light.rgb, strict=True))
    return Color((first, second, third))


def _square(box: Rect) -> Rect:
    """The largest square in the middle of a box."""
    side = min(box.size)
    return Rect(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side)


def _part(ink: Rect, target: Rect) -> Rect:
    """A box on the sheet in parts of the picture's width and height."""
    return Rect(
        (ink.x - target.x) / target.width,
        (ink.y - target.y) / target.height,
        ink.width / target.width,
        ink.height / target.height,
    )
