"""One message becomes a block of the sheet: what it looks like, what it should say, and room for a reader's pen."""

from __future__ import annotations

from placards.compose.proof import symbols
from placards.compose.proof.thumbnail import thumbnails
from placards.compose.proof.typeset import (
    ALERT,
    BOLD,
    GREY,
    INK,
    MIST,
    Column,
    Words,
    at_baseline,
)
from placards.frozen import dataclass
from placards.locale.language import is_rtl, language_name
from placards.messages.desk.readers import Question
from placards.messages.trust.status import Status
from placards.scene.items import FillPath, Group, Item
from placards.text.fontset import FontSet
from placards.values.color import WHITE
from placards.values.geometry import Matrix, Path, Rect

#: Widths of the pictures' column and of the gap beside it; heights of the pictures.
PICTURES, GAP = 104.0, 16.0
_PORTRAIT_HEIGHT = 86.0

#: From one line to write on to the next: handwriting of most scripts needs 8 mm.
_WRITING = 23.0

#: So many letters go on a line to write on; and more lines than these are too many.
_LONG, _MOST_LINES = 42, 8

#: What the status means for a reader.
_STATUS = {
    Status.FUZZY: "draft: its author was not sure",
    Status.TRANSLATED: "translated, read by nobody yet",
    Status.APPROVED: "approved",
    Status.OFFICIAL: "official",
}


@dataclass(frozen=True, slots=True)
class Block:
    """Items from (0, 0) down, and how high they are."""

    items: tuple[Item, ...]
    height: float


def question_block(question: Question, width: float, fonts: FontSet) -> Block:
    """The block of one message; raises TextError and FitError where it cannot be set."""
    pictures, picture_height = _pictures(question, fonts)
    column = Column(PICTURES + GAP, 0.0, width - PICTURES - GAP, fonts)
    items = [*pictures, *_head(question, column), *_meaning(question, column), *_answers(column)]
    items += _lines(question, column)
    items += _to_write(question, column)
    return Block(tuple(items), max(picture_height, column.y))


def _pictures(question: Question, fonts: FontSet) -> tuple[list[Item], float]:
    """The placards below each other."""
    items: list[Item] = []
    y = 1.0
    for shown in thumbnails(question.message, fonts):
        scale = min(PICTURES / shown.size.width, _PORTRAIT_HEIGHT / shown.size.height)
        x = (PICTURES - shown.size.width * scale) / 2
        items.append(Group(shown.items, Matrix(scale, 0, 0, scale, x, y)))
        y += shown.size.height * scale + 7
    return items, y - 7


def _head(question: Question, column: Column) -> list[Item]:
    """Number, name and status."""
    number = str(question.number)
    tab = Rect(column.x, 0.0, 11 + 6.2 * len(number), 15.0)
    baseline = 10.9
    items: list[Item] = [
        FillPath(Path.rounded_rect(tab, 3), INK),
        at_baseline(_small(number, paint=WHITE, weight=BOLD, size=9.5, align="center"), tab.x, baseline, tab.width,
                    column.fonts),
        at_baseline(_small(question.name), tab.right + 7, baseline, column.width * 0.5, column.fonts),
    ]  # fmt: skip
    status = _STATUS.get(question.message.status, str(question.message.status))
    approval = question.message.approval
    if approval is not None:
        status += f" by {approval.by}" if approval.date else f": {approval.by}"
        status = status if len(status) <= 44 else status[:43] + "…"
    fuzzy = question.message.status is Status.FUZZY
    words = _small(status, paint=ALERT if fuzzy else GREY, align="right")
    items.append(at_baseline(words, column.x + column.width * 0.5, baseline, column.width * 0.5, column.fonts))
    column.y = tab.bottom + 5.5
    return items


def _meaning(question: Question, column: Column) -> list[Item]:
    """What the message should say: the pack's text, the note, how it sounds, and what to beware of."""
    slogan = question.slogan
    items: list[Item] = [
        column.add(
            Words(" /\n".join(slogan.text.splitlines()), 11.0, question.pack.language, BOLD, role="source",
                  slot=question.name), gap=2.5,
        )
    ]  # fmt: skip
    original = slogan.original
    notes = [" ".join(slogan.note.split())]
    if original is not None:
        words = " / ".join(original.text.splitlines())
        notes.append(f"Began in {language_name(original.language, 'en')}: {words}")
        notes.append(f"From: {' '.join(original.source.split())}" if original.source else "")
    if slogan.response:
        notes.append("Call and response: one person calls a line and everyone answers with the next.")
    if slogan.example:
        notes.append(f"Example: {' '.join(slogan.example.split())}")
    if question.said:
        notes.append(f"Say: {' '.join(question.said.split())}")
    items += [column.add(_small(note, slot=question.name), gap=1.5) for note in notes if note]
    for caution in question.cautions:
        items += symbols.alert(column.x, column.y + 0.5, 9)
        column.x, column.width = column.x + 14, column.width - 14
        items.append(column.add(_small(caution, paint=ALERT, slot=question.name), gap=1.5))
        column.x, column.width = column.x - 14, column.width + 14
    column.y += 5
    return items


def _answers(column: Column) -> list[Item]:
    """Three boxes, one of which is ticked."""
    side, y = 11.0, column.y
    items: list[Item] = []
    thirds = (0.0, 0.36, 0.7)
    for share, label in zip(thirds, ("right as it is", "corrected below", "not sure"), strict=True):
        x = column.x + share * column.width
        items.append(symbols.tick_box(x, y, side))
        sign_x, sign = x + side + 4, 10.0
        if share == 0.0:
            items.append(symbols.tick(sign_x, y + 0.5, sign))
        elif share < 0.5:
            items += symbols.pencil(sign_x, y + 0.5, sign)
        else:
            items += symbols.question(sign_x, y + 0.5, sign)
        words = _small(label, paint=INK, size=9)
        items.append(at_baseline(words, sign_x + sign + 4, y + 8.8, 0.3 * column.width, column.fonts))
    column.y = y + side + 6
    return items


def _lines(question: Question, column: Column) -> list[Item]:
    """The message with strokes where its lines may end, on a ground of its own, with room for a pen."""
    language = question.message.language
    inner = Column(_start(column, question, 24, 10), column.y + 4, column.width - 34, column.fonts)
    block = inner.add(Words(question.marked, 13.5, language, BOLD, role="lines", slot=question.name), gap=4)
    ground = FillPath(Path.rounded_rect(Rect(column.x, column.y, column.width, inner.y - column.y), 3), MIST)
    sign = symbols.slash(_sign_x(column, question), column.y + 7, 12)
    column.y = inner.y
    return [ground, sign, block]


def _to_write(question: Question, column: Column) -> list[Item]:
    """Lines for a corrected text and for a remark."""
    count = min(1 + len(question.marked) // _LONG, _MOST_LINES)
    left = _start(column, question, 24, 0)
    items: list[Item] = []
    for number in range(count + 1):
        column.y += _WRITING
        if number == 0:
            items += symbols.pencil(_sign_x(column, question), column.y - 12, 11)
        elif number == count:
            items.append(symbols.speech(_sign_x(column, question), column.y - 12, 12))
        items.append(symbols.writing_line(left, column.y, left + column.width - 24))
    column.y += 1
    return items


def _start(column: Column, question: Question, start: float, end: float) -> float:
    """Where what begins so far from the side where the reader's lines begin has its left edge."""
    return column.x + (end if is_rtl(question.message.language) else start)


def _sign_x(column: Column, question: Question) -> float:
    """Where a sign stands: at the side where the reader's lines begin."""
    return column.x + column.width - 18 if is_rtl(question.message.language) else column.x + 5


def _small(text: str, **looks: object) -> Words:
    """Small grey print."""
    return Words(text, **{"size": 8.5, "paint": GREY, **looks})  # type: ignore[arg-type]
