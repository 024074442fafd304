"""Letters become holes in a plate of one colour, through which is seen what stands under it.

The plate is whole, and what lies under it is drawn once more over it, cut to the letters' outlines. Holes in the plate
itself would be wrong: outlines of variable fonts overlap, and an outline with holes must not. The letters stand between
in the plate's colour, where nobody sees them and every reader finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, assert_never

from placards.problems.errors import InputError
from placards.values.geometry import IDENTITY, Matrix, Path, Rect, Segment, moved

if TYPE_CHECKING:
    from placards.elements.lettering import Knockout
    from placards.elements.page import Page
    from placards.elements.text import Text
    from placards.scene.items import Item, TextBlock


def contradicts(text: Text) -> Iterator[str]:
    """The keys of a text that mean nothing, or the contrary, for letters that are holes."""
    if text.fill != "ink":
        yield "fill"
    yield from (key for key in ("gradient", "outline", "shadow", "highlight", "seam", "bridges") if getattr(text, key))
    if text.hero:
        yield "hero"
    if text.emphasis is not None and (text.emphasis.fill or text.emphasis.box or text.emphasis.underline):
        yield "emphasis"


def on_plate(text: Text, knockout: Knockout, block: TextBlock, page: Page) -> list[Item]:
    """The plate and the letters on it, to be seen through when all that is under them stands."""
    from placards.elements.page import Knocked
    from placards.scene.items import FillPath

    if text.inside in page.copies:
        raise InputError("knockout-in-cells", place=page.setting.file, id=text.id, inside=text.inside)
    letters = reduce(Rect.union, (line.ink for line in block.lines))
    size = min(line.size for line in block.lines)
    around, box = knockout.pad * size, page.boxes[text.id]
    match knockout.plate:
        case "box":
            ink, plate = box, page.reach(box)
        case "ink":
            ink = letters.inset(-around, -around, -around, -around)
            plate = page.reach(ink)
        case "sheet":
            ink, plate = letters, page.reach(page.trim)
        case _:
            assert_never(knockout.plate)
    page.inks[text.id] = ink
    color = page.colors[knockout.fill]
    # As far as the bleed where it fills the sheet or touches its edge, and never past it.
    spread = page.setting.sheet.bleed if plate != ink else 0.0
    drawn = FillPath(Path.rounded_rect(plate, knockout.radius * size), color, spread=spread)
    page.knocked[text.id] = Knocked((drawn, block), letters, ink)
    return [drawn, block]


def with_holes(text: Text, page: Page) -> list[Item]:
    """The plate, the letters, and in them what stands under the plate; nothing for a text that is not shown."""
    from placards.scene.items import FillPath, Group, TextBlock
    from placards.values.color import WHITE

    knocked = page.knocked.get(text.id)
    if knocked is None:
        return []
    page.inks[text.id] = knocked.ink
    outline = letters_path(item for item in knocked.items if isinstance(item, TextBlock))
    if not outline.segments:  # nothing but emoji
        return list(knocked.items)
    turned = page.turned(text)
    area = outline.bounds()
    over = turned.box(area)
    hidden: list[TextBlock] = []
    # Paper, where nothing is.
    seen: list[Item] = [FillPath(Path.rect(over.inset(-1, -1, -1, -1)), WHITE)]
    seen += _through(page.under(text), IDENTITY, over, hidden)
    for slot in dict.fromkeys(block.slot for block in hidden):
        page.warn("knockout-over-text", text, slot=slot)
    upright: Item = Group(tuple(seen), turned.inverse) if turned != IDENTITY else Group(tuple(seen))
    return [*knocked.items, Group((upright,), clip=outline, together=True)]


def letters_path(blocks: Iterable[TextBlock]) -> Path:
    """The outlines of all letters of blocks; those of glyphs with colours of their own are left out."""
    segments: list[Segment] = []
    for block in blocks:
        for line in block.lines:
            there = Matrix(e=line.origin.x, f=line.origin.y)
            for placed in line.runs:
                matrix, font = placed.matrix.then(there), placed.run.font
                for glyph, x, y in placed.run.pens():
                    if font.has_colors and (font.is_painted(glyph) or font.color_layers(glyph)):
                        continue
                    segments += moved(font.segments(glyph), Matrix(e=x, f=y).then(matrix))
    return Path(tuple(segments))


def _through(items: Iterable[Item], matrix: Matrix, area: Rect, hidden: list[TextBlock]) -> Iterator[Item]:
    """Of some items, what is seen in an area of the sheet, as decoration: they were described where they stand. Texts
    are left out, for readers would find them twice, and noted."""
    from placards.scene.bounds import shown
    from placards.scene.items import FillPath, Group, Picture, TextBlock

    for item in items:
        box = shown(item, matrix)
        if box is None or box.intersection(area) is None:
            continue
        match item:
            case FillPath():
                yield item
            case Picture():
                yield replace(item, alt="")
            case TextBlock():
                hidden.append(item)
            case Group():
                inner, room = item.transform.then(matrix), area
                if item.clip is not None:
                    room = item.clip.transformed(inner).bounds().intersection(area) or area
                within = tuple(_through(item.items, inner, room, hidden))
                if within:
                    yield replace(item, items=within, alt="")
            case _:
                assert_never(item)
