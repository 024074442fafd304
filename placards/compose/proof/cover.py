"""Whose sheet it is, and how it is filled in, become its first page: in plain words, and in signs that need none."""

from __future__ import annotations

from collections.abc import Iterator

from placards.compose.proof import symbols
from placards.compose.proof.typeset import ALERT, BOLD, GREY, INK, MIST, PALE, Column, Words, at_baseline
from placards.frozen import dataclass
from placards.layout.qr import qr_items
from placards.locale.language import language_name
from placards.messages.desk.readers import Sheet
from placards.scene.items import FillPath, Item
from placards.text.fontset import FontSet
from placards.values.color import BLACK, WHITE
from placards.values.geometry import Path, Rect


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says beside the sheet itself; nothing of it is made up."""

    date: str = ""  # in words, as it was given
    answers_to: str = ""  # an address as people read it
    link: str = ""  # the same for a camera


#: Sign, heading, sentence of each way to answer.
STEPS = (
    ("tick", "Right as it is", "You would carry it on a placard without changing a letter: tick the first box."),
    ("pencil", "Corrected", "Something is wrong or sounds odd: tick the second box, and write the whole text anew on "
     "the dotted line, with all its marks."),
    ("question", "Not sure", "Tick the third box, and say why beside the balloon. Somebody else will look."),
    ("slash", "Where lines end", "The strokes show where a line may end on a narrow placard. Cross out a stroke that "
     "tears words apart, and draw one where it is missing."),
    ("speech", "Remarks", "Anything that we should know: who speaks so, a better idea, a word that hurts."),
)  # fmt: skip

LOOK_FOR = (
    "Does it say what the English says, as people would really say it at a march, not word by word?",
    "Are letters, accents, joins, spaces and punctuation right, and does the small picture look right?",
    "Could it be misread, or offend somebody whom it does not mean?",
)

NAME = (
    "Your name will stand beside each text that you approve or correct, in a public file. A pen name will do; whoever "
    "uses the texts sees that somebody stands for them."
)


def cover_items(sheet: Sheet, cover: Cover, area: Rect, fonts: FontSet) -> list[Item]:
    """The first page's items inside *area*; raises TextError and FitError."""
    column = Column(area.x, area.y, area.width, fonts)
    items: list[Item] = [*_whose(sheet, cover, column), *_reader(column)]
    items += _steps(column)
    items += _look_for(column)
    if cover.answers_to:
        items += _back_to(cover, column, area)
    return items


def _whose(sheet: Sheet, cover: Cover, column: Column) -> Iterator[Item]:
    yield column.add(Words("Proof sheet for a fluent reader", 10.5, paint=GREY), gap=6)
    english, own = language_name(sheet.language, "en"), language_name(sheet.language)
    yield column.add(Words(english, 30, weight=BOLD, role="title"), gap=4)
    if own != english:
        yield column.add(Words(own, 26, sheet.language, BOLD, role="title", align="left"), gap=6)
    count = len(sheet.questions)
    said = f"{count} {'message' if count == 1 else 'messages'}"
    packs = ", ".join(pack.title for pack in sheet.packs)
    yield column.add(Words(f"{said} from: {packs}. Language tag: {sheet.language}.", 10.5), gap=3)
    if cover.date:
        yield column.add(Words(f"Sheet of {cover.date}", 10.5, paint=GREY), gap=3)
    column.y += 10


def _reader(column: Column) -> Iterator[Item]:
    """Lines for name and date, on a ground of their own."""
    height = 84.0
    yield FillPath(Path.rounded_rect(Rect(column.x, column.y, column.width, height), 5), MIST)
    line = column.y + 36
    middle = column.x + 0.7 * column.width
    right = column.x + column.width
    yield at_baseline(Words("Your name", 10.5, weight=BOLD), column.x + 14, line, 80, column.fonts)
    yield symbols.writing_line(column.x + 78, line + 2, middle - 14)
    yield at_baseline(Words("Date", 10.5, weight=BOLD), middle, line, 40, column.fonts)
    yield symbols.writing_line(middle + 32, line + 2, right - 14)
    note = Column(column.x + 14, line + 14, column.width - 28, column.fonts)
    yield note.add(Words(NAME, 9, paint=GREY))
    column.y += height + 20


def _steps(column: Column) -> Iterator[Item]:
    yield column.add(Words("How to fill it in", 14, weight=BOLD, role="heading"), gap=8)
    for sign, heading, sentence in STEPS:
        yield from _picture(sign, column.x, column.y)
        words = Column(column.x + 108, column.y + 2, column.width - 108, column.fonts)
        yield words.add(Words(heading, 11, weight=BOLD), gap=1)
        yield words.add(Words(sentence, 10))
        column.y = max(words.y, column.y + 36) + 10


def _picture(sign: str, x: float, y: float) -> Iterator[Item]:
    """A small piece of a sheet, filled in."""
    frame = Rect(x, y, 92, 36)
    yield FillPath(Path.rounded_rect(frame, 4), WHITE, stroke=symbols.rule(0, 0, 1, PALE, 0.8).stroke)
    middle = y + frame.height / 2
    match sign:
        case "tick":
            yield symbols.tick_box(x + 9, middle - 7, 14)
            yield symbols.tick(x + 9, middle - 9, 17, ALERT)
            yield symbols.bar(x + 36, middle - 3, 46, 6)
        case "pencil":
            yield symbols.bar(x + 36, y + 8, 46, 6)
            yield symbols.rule(x + 50, y + 11, x + 72, ALERT, 1.6)
            yield from symbols.pencil(x + 10, middle - 9, 17, ALERT)
            yield symbols.bar(x + 36, y + 20, 46, 6, ALERT)
            yield symbols.writing_line(x + 34, y + 30, x + 84)
        case "question":
            yield symbols.tick_box(x + 9, middle - 7, 14)
            yield symbols.tick(x + 9, middle - 9, 17, ALERT)
            yield from symbols.question(x + 48, middle - 10, 20)
        case "slash":
            for left, width in ((10, 18), (44, 14), (61, 22)):
                yield symbols.bar(x + left, middle - 3, width, 6)
            yield symbols.slash(x + 32, middle - 9, 18)
        case _:
            yield symbols.speech(x + 9, middle - 9, 19)
            yield symbols.bar(x + 36, middle - 3, 30, 6, ALERT)
            yield symbols.writing_line(x + 34, middle + 8, x + 84)


def _look_for(column: Column) -> Iterator[Item]:
    column.y += 6
    yield column.add(Words("What to look for", 14, weight=BOLD, role="heading"), gap=6)
    for sentence in LOOK_FOR:
        dot = Path.ellipse(Rect(column.x + 2, column.y + 3.6, 4, 4))
        yield FillPath(dot, INK)
        inner = Column(column.x + 14, column.y, column.width - 14, column.fonts)
        yield inner.add(Words(sentence, 10), gap=4)
        column.y = inner.y


def _back_to(cover: Cover, column: Column, area: Rect) -> Iterator[Item]:
    """Where the sheet goes when it is filled in, for eyes and for a camera."""
    side = 96.0
    top = max(column.y + 14, area.bottom - side)
    yield from qr_items(cover.link, Rect(area.x, top, side, side), BLACK, WHITE)
    words = Column(area.x + side + 12, top + 26, area.width - side - 12, column.fonts)
    yield words.add(Words("Send the filled-in sheet, or photographs of it, to", 10.5), gap=4)
    yield words.add(Words(cover.answers_to, 12, weight=BOLD, role="link", align="left"))
