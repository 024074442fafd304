"""A layout, a sheet and a job's content become the Scenes of one artefact, usually one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce

from placards.layout.boxes import between, place_box, reach_bleed
from placards.layout.chants import ListPage, list_items, split_pages
from placards.layout.content import Content, Entry, PictureLoader, SlotText
from placards.layout.fit import FitRule, Message, fit, prepare_message
from placards.layout.text_block import Align, BlockStyle, physical_align, place_block
from placards.layout.wall import WallSpace, wall_items
from placards.layout.watermark import with_watermark
from placards.locale.dates import with_digits
from placards.locale.language import is_rtl, script_of
from placards.problems.errors import FitError, InputError, Place, TextError
from placards.scene.items import FillPath, Group, Item, Metadata, Picture, Scene
from placards.template.library import LayoutFolder
from placards.template.model import AnyElement, Image, QrCode, Shape, SloganList, Text, Wall
from placards.text.case import upper
from placards.text.clean import clean
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle
from placards.values.color import Color
from placards.values.geometry import Path, Rect
from placards.values.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that one artefact's Scenes depend on."""

    layout: LayoutFolder
    sheet: Sheet
    content: Content
    palette: str
    fonts: FontSet
    load_picture: PictureLoader


@dataclass
class Composition:
    """The Scenes of an artefact, and how each text was set (for the manifest and warnings)."""

    scenes: list[Scene] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass
class _Sheetful:
    """What the elements of one page share while they are placed."""

    request: Request
    colors: dict[str, Color]
    mirrored: bool
    boxes: dict[str, Rect]
    entries: tuple[Entry, ...]
    warnings: list[str]
    inks: dict[str, Rect] = field(default_factory=dict)  # what "below" and "above" measure from
    list_size: float | None = None  # one for all pages of a list

    @property
    def shorter(self) -> float:
        return min(self.request.sheet.trim)

    def box(self, element: AnyElement) -> Rect:
        box = self.slot(element)
        self.inks[element.id] = box
        if self.vanishes(element):
            return box
        if box.width <= 0 or box.height <= 0:
            raise InputError(
                f"the element “{element.id}” has no room on {self.request.sheet.name}",
                remedy="Make its sides smaller, or add a variant for this shape of sheet",
                place=Place(self.request.layout.file.path),
            )
        return box

    def vanishes(self, element: AnyElement) -> bool:
        """Whether the element is a shape of the room that others leave, and they leave none."""
        left_over = isinstance(element, Shape) and bool(element.below or element.above)
        return left_over and self.boxes[element.id].height <= 0

    def slot(self, element: AnyElement) -> Rect:
        """Where the element stands, or would stand if it were shown; what is not shown has no ink."""
        upper = [self.inks[name] for name in element.below if name in self.inks]
        lower = [self.inks[name] for name in element.above if name in self.inks]
        around = between(self.boxes[element.inside], upper, lower)
        box = self.boxes[element.id] = place_box(element, around, self.shorter, self.mirrored)
        return box


def compose(request: Request) -> Composition:
    """Place every element of the layout; raises PlacardsError (unknown palette, text that cannot fit, …)."""
    layout, content = request.layout.layout, request.content
    colors = layout.palettes.get(request.palette) or layout.palettes[next(iter(layout.palettes))]
    mirrored = is_rtl(content.languages[0])
    elements = request.layout.elements_for(_condition_values(request))
    out = Composition()
    pages, list_size = _pages(request, elements, colors, mirrored, out.warnings)
    for entries in pages:
        page = _Sheetful(request, dict(colors), mirrored, _sheet_boxes(request.sheet), entries, out.warnings)
        page.list_size = list_size
        items = [item for element in elements for item in _place(element, page)]
        if content.draft is not None:
            items = with_watermark(items, content.draft, request.sheet.trim, request.fonts)
        out.scenes.append(
            Scene(request.sheet.trim, tuple(items), _metadata(request), request.sheet.bleed, request.sheet.pixels)
        )
    return out


def _condition_values(request: Request) -> dict[str, float]:
    from placards.values.units import points_to_mm

    trim = request.sheet.trim
    return {
        "aspect": trim.aspect,
        "width_mm": points_to_mm(trim.width),
        "height_mm": points_to_mm(trim.height),
        "languages": float(len(request.content.languages)),
        "screen": float(request.sheet.kind == "screen"),
        "banner": float(request.sheet.kind == "banner"),
        "has_slogan": float(any(t.text.strip() for e in request.content.entries for t in e.texts)),
        "has_link": float(bool(request.content.link)),
        **{
            f"has_{name}": float(request.content.field(name, 1) is not None)
            for name in ("title", "organiser", "date", "place")
        },
    }


def _sheet_boxes(sheet: Sheet) -> dict[str, Rect]:
    return {"sheet": Rect(0, 0, *sheet.trim), "safe": sheet.safe}


def _metadata(request: Request) -> Metadata:
    content = request.content
    title = content.field("title", 1) if request.layout.layout.many else None
    first = content.entries[0].texts[0] if content.entries else None
    heading = title or first or content.field("title", 1)
    organiser = content.field("organiser", 1)
    return Metadata(
        title=" ".join(heading.text.split()) if heading else request.layout.layout.name,
        language=content.languages[0],
        author=organiser.text if organiser else "",
        keywords=tuple(entry.slogan for entry in content.entries if entry.slogan),
    )


def _pages(
    request: Request,
    elements: tuple[AnyElement, ...],
    colors: dict[str, Color],
    mirrored: bool,
    warnings: list[str],
) -> tuple[list[tuple[Entry, ...]], float | None]:
    """The slogans of each page, and the size of a list: one that would become too small goes on on further pages."""
    lists = [e for e in elements if isinstance(e, SloganList)]
    if not lists:
        return [request.content.entries], None
    page = _Sheetful(request, colors, mirrored, _sheet_boxes(request.sheet), request.content.entries, warnings)
    for element in elements[: elements.index(lists[0])]:
        _place(element, page)
    page.box(lists[0])
    return split_pages(_list_page(lists[0], page), request.content.entries)


def _list_page(element: SloganList, page: _Sheetful) -> ListPage:
    request = page.request
    return ListPage(
        element, page.boxes[element.id], page.shorter, page.colors, request.fonts, page.mirrored, request.content.turns
    )


def _place(element: AnyElement, page: _Sheetful) -> list[Item]:
    if isinstance(element, Shape):
        box = page.box(element)
        return [] if page.vanishes(element) else [_shape(element, box, page)]
    if isinstance(element, Text):
        return _text(element, page)
    if isinstance(element, Image):
        return [_image(element, page)]
    if isinstance(element, QrCode):
        if not page.request.content.link:
            page.slot(element)
            return []
        from placards.layout.qr import qr_items

        box = page.box(element)
        return qr_items(page.request.content.link, box, page.colors[element.fill], page.colors[element.paper])
    box = page.box(element)
    if isinstance(element, Wall):
        texts = page.entries[0].texts if page.entries else ()
        space = WallSpace(box, page.shorter, page.colors, page.request.fonts, page.warnings.append)
        return wall_items(element, space, texts)
    before = page.request.content.entries.index(page.entries[0])
    return list_items(_list_page(element, page), page.entries, before, page.list_size)


def _shape(element: Shape, box: Rect, page: _Sheetful) -> FillPath:
    sheet = page.request.sheet
    paint = page.colors[element.fill]
    trim = Rect(0, 0, *sheet.trim)
    if element.shape == "polygon":
        points = [(x.points(box.width, page.shorter), y.points(box.height, page.shorter)) for x, y in element.points]
        if page.mirrored and element.mirror:
            points = [(box.width - x, y) for x, y in points]
        corners = [_push_out(box.x + x, box.y + y, trim, sheet.bleed) for x, y in points]
        return FillPath(Path.polygon(corners), paint, sheet.bleed)
    if element.shape == "ellipse":
        return FillPath(_ellipse(box), paint)
    radius = element.radius.points(min(box.size), page.shorter)
    if radius > 0:
        return FillPath(Path.rounded_rect(box, radius), paint)
    return FillPath(Path.rect(reach_bleed(box, trim, sheet.bleed)), paint, sheet.bleed)


def _push_out(x: float, y: float, trim: Rect, bleed: float) -> tuple[float, float]:
    """A corner on the trim's edge, moved to the bleed's edge."""
    x = x - bleed if x <= trim.x + 0.01 else x + bleed if x >= trim.right - 0.01 else x
    y = y - bleed if y <= trim.y + 0.01 else y + bleed if y >= trim.bottom - 0.01 else y
    return x, y


def _ellipse(box: Rect) -> Path:
    k = 0.5522847498
    rx, ry = box.width / 2, box.height / 2
    x, y = box.x + rx, box.y + ry
    return Path(
        (
            ("M", x + rx, y),
            ("C", x + rx, y + k * ry, x + k * rx, y + ry, x, y + ry),
            ("C", x - k * rx, y + ry, x - rx, y + k * ry, x - rx, y),
            ("C", x - rx, y - k * ry, x - k * rx, y - ry, x, y - ry),
            ("C", x + k * rx, y - ry, x + rx, y - k * ry, x + rx, y),
            ("Z",),
        )
    )


def _image(element: Image, page: _Sheetful) -> Item:
    box = page.box(element)
    picture = page.request.load_picture(str(page.request.layout.folder / element.file))
    scale_x, scale_y = box.width / picture.pixels.width, box.height / picture.pixels.height
    scale = min(scale_x, scale_y) if element.fit == "contain" else max(scale_x, scale_y)
    width, height = picture.pixels.width * scale, picture.pixels.height * scale
    target = Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
    drawn = Picture(picture.data, target, element.alt)
    if element.fit == "contain":
        return drawn
    trim = Rect(0, 0, *page.request.sheet.trim)
    return Group((drawn,), clip=Path.rect(reach_bleed(box, trim, page.request.sheet.bleed)))


def _shown(element: Text, page: _Sheetful) -> SlotText | None:
    content = page.request.content
    number = max(element.language, 2) if element.show == "translation" else element.language
    if element.show in ("slogan", "translation"):
        if not page.entries:
            return None
        texts = page.entries[0].texts
        return texts[number - 1] if number <= len(texts) else None
    if element.show == "link":
        shown = content.link.removeprefix("https://").removeprefix("http://").rstrip("/")
        return SlotText(shown, "und-Latn") if content.link else None
    if element.show == "text":
        language = content.languages[min(number, len(content.languages)) - 1]
        if isinstance(element.text, str):
            return SlotText(clean(element.text).text, language) if element.text else None
        from placards.locale.language import fallbacks

        for tag in (*fallbacks(language), "en"):
            if element.text.get(tag):
                return SlotText(clean(element.text[tag]).text, tag)
        return None
    return content.field(element.show, number)


def _text(element: Text, page: _Sheetful) -> list[Item]:
    shown = _shown(element, page)
    if shown is None or not shown.text.strip():
        page.slot(element)
        if element.optional or element.show not in ("slogan", "translation", "title"):
            return []
        raise TextError(
            f"the layout “{page.request.layout.name}” shows a {element.show} for language {element.language}, "
            "and the job has none",
            remedy=f"Give it {element.language} languages, or choose another layout",
        )
    box = page.box(element)
    min_size = element.min_size.points(box.height, page.shorter)
    try:
        text = with_digits(upper(shown.text, shown.language) if element.case == "upper" else shown.text, element.digits)
        # Mongolian has no horizontal writing: a layout need not ask for the vertical one.
        vertical = element.writing == "vertical" or script_of(shown.language) == "Mong"
        style = TextStyle(shown.language, element.role, element.weight, vertical=vertical)
        message = prepare_message(text, style, page.request.fonts)
        align = _align(element, page, message)
        fitted = fit(message, box, _rule(element, box, page.shorter, align))
    except (FitError, TextError) as error:
        error.at(Place(message=f"slot “{element.id}”", language=shown.language))
        raise
    if fitted.broken_words:
        page.warnings.append(
            f"slot “{element.id}” ({shown.language}): a word is too long for the slot and was broken between letters"
        )
    stand = BlockStyle(page.colors[element.fill], element.show, element.id, align, element.valign, min_size)
    block = place_block(fitted, box, stand, text)
    page.inks[element.id] = reduce(Rect.union, (line.ink for line in block.lines))
    return [block]


def _align(element: Text, page: _Sheetful, message: Message) -> Align:
    """A message starts where its own reader begins; what stands around it (organiser, date, place) starts where the
    sheet does, whatever its language."""
    own = element.show in ("slogan", "translation")
    return physical_align(element.align, message.paragraph.base_level == 1 if own else page.mirrored)


def _rule(element: Text, box: Rect, shorter: float, align: Align) -> FitRule:
    return FitRule(
        min_size=element.min_size.points(box.height, shorter),
        max_size=element.max_size.points(box.height, shorter) if element.max_size else float("inf"),
        max_lines=element.max_lines,
        align=align,
        leading=element.leading,
    )
