"""A sheet of questions becomes A4 pages: the cover, then messages, none of them parted by a page's end."""

from __future__ import annotations

from collections.abc import Sequence

from placards.compose.proof import symbols
from placards.compose.proof.cover import Cover, cover_items
from placards.compose.proof.question import Block, question_block
from placards.compose.proof.typeset import BOLD, GREY, Column, Words, at_baseline
from placards.frozen import dataclass
from placards.locale.language import language_name
from placards.messages.desk.readers import Question, Sheet
from placards.problems.diagnostic import Report
from placards.problems.errors import PlacardsError, Place
from placards.scene.items import Group, Item, Metadata, Scene
from placards.text.fontset import FontSet, shipped_fonts
from placards.values.geometry import Matrix, Rect, Size
from placards.values.sheet import parse_sheet
from placards.values.units import MM

#: What the page keeps clear of words: most printers leave 5 mm white, and hands hold a sheet.
_SIDE, _TOP, _BOTTOM = 15 * MM, 20 * MM, 17 * MM

#: Between two messages, and below the name of a pack.
_BETWEEN = 17.0


@dataclass(frozen=True, slots=True)
class _Part:
    """What stays together on a page: perhaps a pack's name, and a message."""

    items: tuple[Item, ...]
    height: float


def sheet_scenes(sheet: Sheet, cover: Cover, report: Report, fonts: FontSet | None = None) -> list[Scene]:
    """The pages. A message that cannot be set is told to *report*, and left out."""
    fonts = fonts or shipped_fonts()
    paper = parse_sheet("a4").trim
    area = Rect(_SIDE, _TOP, paper.width - 2 * _SIDE, paper.height - _TOP - _BOTTOM)
    pages = [tuple(cover_items(sheet, cover, area, fonts)), *_pages(_parts(sheet, area, report, fonts), area)]
    title = f"Proof sheet: {language_name(sheet.language, 'en')}"
    metadata = Metadata(title, "en", subject=f"{len(sheet.questions)} messages in {sheet.language}")
    return [
        Scene(paper, (*items, *_frame(title, number, len(pages), paper, fonts)), metadata)
        for number, items in enumerate(pages, 1)
    ]


def _parts(sheet: Sheet, area: Rect, report: Report, fonts: FontSet) -> list[_Part]:
    parts = []
    pack = ""
    for question in sheet.questions:
        try:
            block = question_block(question, area.width, fonts)
        except PlacardsError as error:
            report(error.at(Place(message=question.name, language=sheet.language)).diagnostic)
            continue
        parts.append(_part(question, block, area, fonts, headed=question.pack.name != pack))
        pack = question.pack.name
    return parts


def _part(question: Question, block: Block, area: Rect, fonts: FontSet, *, headed: bool) -> _Part:
    """A message's block, the first of a pack below the pack's name."""
    if not headed:
        return _Part(block.items, block.height)
    column = Column(0, 0, area.width, fonts)
    words = Words(question.pack.title, 14, question.pack.language, BOLD, role="heading", align="left")
    heading = column.add(words, gap=8)
    return _Part((heading, Group(block.items, Matrix(f=column.y))), column.y + block.height)


def _pages(parts: Sequence[_Part], area: Rect) -> list[tuple[Item, ...]]:
    pages: list[tuple[Item, ...]] = []
    page: list[Item] = []
    y = area.y
    for part in parts:
        if page and y + part.height > area.bottom:
            pages.append(tuple(page))
            page, y = [], area.y
        if page:
            page.append(symbols.rule(area.x, y - _BETWEEN / 2, area.right))
        page.append(Group(part.items, Matrix(e=area.x, f=y)))
        y += part.height + _BETWEEN
    return [*pages, tuple(page)] if page else pages


def _frame(title: str, number: int, count: int, paper: Size, fonts: FontSet) -> list[Item]:
    """Header and footer: what a loose sheet needs to find back to the others."""
    width = paper.width - 2 * _SIDE
    foot = paper.height - _BOTTOM + 22
    page = Words(f"Page {number} of {count}", 8.5, paint=GREY, align="right", role="page")
    items: list[Item] = [at_baseline(page, _SIDE, foot, width, fonts)]
    left = Words("placards: the same message in every language", 8.5, paint=GREY, role="footer")
    items.append(at_baseline(left, _SIDE, foot, width * 0.7, fonts))
    if number > 1:
        head = _TOP - 20
        items.append(at_baseline(Words(title, 8.5, paint=GREY, role="header"), _SIDE, head, width / 2, fonts))
        reader = Words("Reader:", 8.5, paint=GREY, role="header")
        items.append(at_baseline(reader, _SIDE + width * 0.55, head, 50, fonts))
        items.append(symbols.writing_line(_SIDE + width * 0.55 + 38, head + 1, _SIDE + width))
    return items
