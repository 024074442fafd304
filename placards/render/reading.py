"""A set line becomes the strings that PDF readers must see to give its text back.

Readers find the order of characters in two ways: pdf.js and MuPDF follow the file, PDFium and Poppler look where
things stand; then all of them turn right-to-left text round by rules of their own. What suits them all: each direction
run is shown in one go, its characters from left to right, and the runs stand in the file in logical order.

Where a reader's rules would still go wrong, invisible direction marks put them right; `_right_to_left` says which.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from placards.scene.items import PlacedRun, TextBlock, TextLine

LRM, RLM, PDF = "\u200e", "\u200f", "\u202c"

#: Marks at the end of one line. Poppler skips a code of a ToUnicode table whose text is longer than 63 characters, and
#: takes two codes that are much alike and side by side for one.
_MOST_MARKS = 60

HYPHENS = ("-", "\u00ad", "\u2010")

#: Width of marks, in em. Not nothing: Poppler sorts characters by place, and takes two in one place for one drawn
#: twice; PDFium skips text narrower than 0.01 pt.
_THIN_EM = 0.002


#: PDFium takes two lines for one where the last or first character is wider than twice their distance.
_BROAD_EM = 1.2


class Cell(NamedTuple):
    """What one code of the text layer says, from left to right, and its width in points."""

    text: str
    width: float


class Show(NamedTuple):
    """Cells shown in one go, from left to right, starting so many points along the line.

    *backwards*: each cell stands to the left of the one before it.
    """

    start: float
    cells: tuple[Cell, ...]
    backwards: bool = False


class Character(NamedTuple):
    """A character its index in the line (*at*), and its place along the line in points."""

    char: str
    at: int
    start: float
    width: float
    level: int

    @property
    def end(self) -> float:
        """The right end, or the lower one of a vertical line."""
        return self.start + self.width


@dataclass(slots=True)
class _Cluster:
    """Characters that share glyphs: ``text[start:end]`` of the line, and their place in points."""

    start: int
    end: int
    left: float
    right: float
    level: int


def shows_of_line(line: TextLine, base_level: int, closing: str = "") -> list[Show]:
    """The line as readers must see it, in the order of writing; *closing* are marks for its end (`closing_marks`)."""
    characters = characters_of_line(line)
    runs = list(_runs(characters))
    if not runs:
        return []
    if any(c.char > "\uffff" and unicodedata.bidirectional(c.char) == "R" for c in characters):
        return list(_beyond_the_tables(runs, _THIN_EM * line.size))
    shows = []
    for before, run, after in zip([None, *runs[:-1]], runs, [*runs[1:], None], strict=True):
        turned = run[0].level % 2 == 1
        cells = _right_to_left(run, before, after) if turned else _left_to_right(run, before, after)
        if max(cells[0].width, cells[-1].width) > _BROAD_EM * line.size:
            thin = Cell(RLM if turned else LRM, 0.0)
            cells = [thin, *cells, thin]
        shows.append(Show(min(c.start for c in run), tuple(_with_thin_marks(cells, _THIN_EM * line.size))))
    if len({run[0].level % 2 for run in runs}) > 1 or base_level % 2:
        size = line.size
        shows.extend(_balance(shows, base_level % 2, size))
    if closing:
        thin = Cell(closing, _THIN_EM * line.size)
        left = min(show.start for show in shows) - thin.width
        right = max(show.start + sum(cell.width for cell in show.cells) for show in shows)
        shows.append(Show(left if base_level % 2 else right, (thin,)))
    if base_level % 2 == 0:
        shows.sort(key=lambda show: show.start)
    return shows


def closing_marks(blocks: Sequence[TextBlock]) -> dict[tuple[int, int], str]:
    """Marks at line ends, by block and line, that a page with both directions needs.

    Poppler reads the whole page in the direction that more letters have, and then puts the neutrals at the end of a
    left-to-right line before it, and the words around a number or comma in a right-to-left line in the wrong order.
    So lines are closed with an LRM, and where a right-to-left line has such, RLMs make that the page's direction: as
    many on each right-to-left line as it takes, from that one on.
    """
    flat = [block for block in blocks if not block.vertical]
    if not any(block.base_level % 2 for block in flat):
        return {}
    marks: dict[tuple[int, int], str] = {}
    balance, inner = 0, None
    backwards: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        for index, line in enumerate(block.lines):
            kinds = [unicodedata.bidirectional(char) for char in line.text.rstrip()]
            balance += sum((kind == "L") - (kind in ("R", "AL")) for kind in kinds)
            if block.base_level % 2 and not block.vertical:
                backwards.append((number, index))
                if inner is None and not {"L", "AN", "EN", "ES", "ET", "CS"}.isdisjoint(kinds):
                    inner = len(backwards) - 1
            if block.base_level % 2 == 0 and not block.vertical and kinds and kinds[-1] != "L":
                marks[number, index] = LRM
    if inner is not None and balance + len(marks) >= 0:
        lacking = balance + 2 * len(marks) + 4
        for place in (*backwards[inner:], *backwards[:inner]):
            marks[place] = RLM * min(lacking, _MOST_MARKS)
            lacking -= len(marks[place])
            if not lacking:
                break
    return marks


def vertical_shows(line: TextLine, block: TextBlock) -> list[Show]:
    """A vertical line in one go, top to bottom.

    PDFium sorts columns that start at one height from left to right, unless they start and end with a thin character
    and differ a little: so each column starts higher than the one before.
    """
    characters = characters_of_line(line)
    if not characters:
        return []
    size = line.size
    thin = Cell(LRM, _THIN_EM * size)
    rise = thin.width * (1 + 5 * block.lines.index(line))
    lead = Cell(LRM, rise - thin.width)
    cells = [thin, lead, *(Cell(c.char, c.width) for c in characters), thin]
    return [Show(characters[0].start - rise, tuple(cells))]


def characters_of_line(line: TextLine) -> list[Character]:
    """The line's characters in logical order, those of a cluster side by side."""
    out = []
    for cluster in _clusters(line):
        text = line.text[cluster.start : cluster.end]
        # pdf.js and MuPDF take marks for characters without width, whatever the font says.
        spacing = [unicodedata.category(char) not in ("Mn", "Cf") for char in text]
        wide = sum(spacing) or len(text)
        room = cluster.right - cluster.left
        thin = min(_THIN_EM * line.size, room / 10) if wide < len(text) else 0.0
        share = (room - thin * (len(text) - wide)) / wide
        pen = 0.0
        for i, char in enumerate(text):
            width = share if spacing[i] or not any(spacing) else thin
            start = cluster.right - pen - width if cluster.level % 2 else cluster.left + pen
            out.append(Character(char, cluster.start + i, start, width, cluster.level))
            pen += width
    return sorted(out, key=lambda c: c.at)


def _clusters(line: TextLine) -> list[_Cluster]:
    """The line's clusters; those without a width (marks, joiners) go with the one before them in the text."""
    out: list[_Cluster] = []
    for placed in line.runs:
        found = _clusters_of_run(placed, line.start)
        found.sort(key=lambda c: c.start)
        kept: list[_Cluster] = []
        for cluster in found:
            if kept and (cluster.right - cluster.left <= 0 or kept[-1].right - kept[-1].left <= 0):
                kept[-1].end = cluster.end
                if cluster.right > cluster.left:
                    kept[-1].left, kept[-1].right = cluster.left, cluster.right
            else:
                kept.append(cluster)
        out.extend(kept)
    return out


def _clusters_of_run(placed: PlacedRun, line_start: int) -> list[_Cluster]:
    run, scale = placed.run, placed.size / placed.run.font.upem
    firsts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(firsts, [*firsts[1:], run.end], strict=True))
    out: list[_Cluster] = []
    pen, last = placed.offset, -1
    for glyph in run.glyphs:
        advance = (glyph.x_advance or -glyph.y_advance) * scale
        if glyph.cluster == last:
            out[-1].right += advance
        else:
            start, end = glyph.cluster - line_start, ends[glyph.cluster] - line_start
            out.append(_Cluster(start, end, pen, pen + advance, run.level))
            last = glyph.cluster
        pen += advance
    return out


def _beyond_the_tables(runs: Sequence[Sequence[Character]], thin: float) -> Iterator[Show]:
    """A line in Adlam or Hanifi Rohingya, whose direction PDFium and pdf.js do not know: in logical order, backwards.

    Poppler does not know it either, but can be told by an RLM, which PDFium shall not see and so has no width.
    """
    for run in runs:
        cells = [Cell(PDF + c.char if c.char == " " else c.char, c.width or thin) for c in run]
        if run[0].level % 2:
            yield Show(run[0].start, tuple(cells), backwards=True)
            yield Show(run[0].end, (Cell(RLM, 0.0),))
        else:
            yield Show(run[0].start, tuple(cells))


def _with_thin_marks(cells: list[Cell], thin: float) -> list[Cell]:
    """The cells, those without a width given a thin one at the cost of a neighbour."""
    out = list(cells)
    for i, cell in enumerate(cells):
        if cell.width == 0:
            payer = i + 1 if i + 1 < len(out) and out[i + 1].width > thin else i - 1
            if payer >= 0:
                out[payer] = out[payer]._replace(width=out[payer].width - thin)
            out[i] = cell._replace(width=thin)
    return out


def _left_to_right(run: Sequence[Character], before: object, after: object) -> list[Cell]:
    """The cells of a left-to-right run."""
    text = "".join(c.char for c in run)
    if unicodedata.bidirectional(text[0]) == "AN":
        # MuPDF takes Arabic digits for right-to-left unless their code begins with an LRM.
        return [Cell(LRM + text, sum(c.width for c in run))]
    cells = []
    held, width = "", 0.0
    for i, c in enumerate(run):
        held, width = held + c.char, width + c.width
        if c.char == " " and ((i == 0 and before is not None) or (i == len(run) - 1 and after is not None)):
            held = LRM + held  # else pdf.js drops it
        if unicodedata.category(c.char) != "Cf":  # pdf.js drops a code that ends with one, so it goes with the next
            cells.append(Cell(held, width))
            held, width = "", 0.0
    if held:
        cells.append(Cell(held, width))
    if after is None and text.rstrip()[-1:] in HYPHENS:
        cells.append(Cell(LRM, 0.0))  # else PDFium and Poppler take the hyphen away and join the lines
    if before is not None and _pdfium_kind(text[0]) == "N":
        cells.insert(0, Cell(LRM, 0.0))  # else MuPDF and PDFium go on from right to left
    return cells


def _right_to_left(
    run: Sequence[Character], before: Sequence[Character] | None, after: Sequence[Character] | None
) -> list[Cell]:
    """The cells of a right-to-left run, from left to right.

    PDFium cuts a line, as it stands, into stretches of L, R, W (weak) and N (neutral) characters, takes the stretches
    from the right, and turns and mirrors the R ones, and the N ones that follow an R one. So

    - a bracket needs an LRM before it, lest it be mirrored, and then an RLM before the next neutral,
    - weak characters that touch need an RLM between them, lest they stay as they stand.

    Poppler takes digits and the characters . , : / - + % for left-to-right, with the neutrals after them: an RLM ends
    that. MuPDF takes - + % and the like for left-to-right unless their code begins with an RLM. pdf.js drops codes that
    end with a formatting character, and a space next to a mark or at the end of a run unless its code begins with one.
    """
    cells: list[Cell] = []
    state, previous = "R", ""
    if before is not None and unicodedata.bidirectional(run[0].char) not in ("R", "AL"):
        cells.append(Cell(RLM, 0.0))
    for i, c in enumerate(run):
        kind, bidi = _pdfium_kind(c.char), unicodedata.bidirectional(c.char)
        text = c.char
        if unicodedata.category(text) == "Cf" and cells:
            cells[-1] = Cell(text + cells[-1].text, cells[-1].width + c.width)
        elif kind == "N" and unicodedata.mirrored(text) and (state == "R" or previous == "N"):
            if i:
                cells[-1] = Cell(text + LRM + cells[-1].text, cells[-1].width + c.width)
            else:
                cells += [Cell(LRM, 0.0), Cell(text, c.width)]
            state = "L"
        else:
            if (kind == "N" and state == "L") or (kind == "W" and previous == "W" and _stay(run[i - 1].char, text)):
                cells.append(Cell(RLM, 0.0))
                state = "R"
            following = run[i + 1].char if i + 1 < len(run) else ""
            ends_number = bidi == "CS" and following and unicodedata.bidirectional(following) not in ("R", "AL")
            needs_fence = bidi in ("ES", "ET") or (ends_number and unicodedata.mirrored(following))
            lost = text == " " and (
                (i == 0 and before is not None)
                or (i == len(run) - 1 and after is not None)
                or (i > 0 and unicodedata.category(run[i - 1].char) == "Mn")
            )
            cells.append(Cell(RLM + text if needs_fence or lost else text, c.width))
            if ends_number and not needs_fence:
                cells.append(Cell(RLM, 0.0))
                kind = "R"
            if kind == "R" or needs_fence:
                state = "R"
        previous = kind
    if after is not None and previous == "W":
        cells.append(Cell(RLM, 0.0))
    elif after is None and unicodedata.category(run[-1].char) == "Mn":
        # pdf.js would put a mark that opens a line into the line before.
        cells.append(Cell(RLM + " ", 0.0))
    cells.reverse()
    if unicodedata.bidirectional(cells[0].text[0]) not in ("R", "AL"):
        cells.insert(0, Cell(RLM, 0.0))
    return cells


def _stay(first: str, second: str) -> bool:
    """Whether PDFium would leave two touching weak characters in the wrong order; marks that NFC sorts may stay."""
    if unicodedata.bidirectional(second) == "NSM" == unicodedata.bidirectional(first):
        return unicodedata.combining(first) == unicodedata.combining(second)
    return True


def _balance(shows: Sequence[Show], base: int, size: float) -> list[Show]:
    """Marks at the line's logical end, until PDFium counts enough stretches of the line's own direction.

    It reads a line from the right if it has more R stretches than L ones, or in later versions as many.
    """
    ordered = sorted(shows, key=lambda show: show.start)
    kinds = [_pdfium_kind(char) for show in ordered for cell in show.cells for char in cell.text]
    stretches = [kind for i, kind in enumerate(kinds) if i == 0 or kind != kinds[i - 1]]
    surplus = stretches.count("L") - stretches.count("R")
    lacking = surplus + 1 if base else 1 - surplus
    if lacking <= 0 or (not base and not stretches.count("R")):
        return []
    width = _THIN_EM * size
    cells = [Cell(PDF, width), Cell(RLM if base else LRM, width)] * lacking
    if base:
        return [Show(ordered[0].start - len(cells) * width, tuple(reversed(cells)))]
    end = max(show.start + sum(cell.width for cell in show.cells) for show in ordered)
    return [Show(end, tuple(cells))]


def _pdfium_kind(char: str) -> str:
    """How PDFium sorts a character: L, R, W (weak: kept in order) or N (neutral: as what went before)."""
    kind = unicodedata.bidirectional(char)
    if kind == "L":
        return "L"
    if kind in ("R", "AL") and char <= "\uffff":  # its table ends with the Basic Multilingual Plane
        return "R"
    return "W" if kind in ("AN", "EN", "NSM", "CS", "ES", "ET", "BN") else "N"


def _runs(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Stretches of one level, in logical order."""
    run: list[Character] = []
    for c in characters:
        if run and c.level != run[-1].level:
            yield run
            run = []
        run.append(c)
    if run:
        yield run
