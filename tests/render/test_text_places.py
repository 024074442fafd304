"""Where the text layer's characters stand: read back by PDFium, and compared with where the letters are drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pytest

from placards.render.pdf import render_pdf
from placards.scene.items import Group, Item, TextBlock
from placards.values.geometry import IDENTITY, Matrix, Point, Rect
from tests.render.building import block, scene

SIZE = (600, 300)
LONG = "Sixty men quickly jabbed five gawky zebras while foxes drove help, ill at ease"


class Box(NamedTuple):
    """Left, top, right, bottom in points from the sheet's top left."""

    left: float
    top: float
    right: float
    bottom: float


def found(*items: Item) -> dict[str, list[Box]]:
    """The boxes of all characters that PDFium finds on a sheet with the items."""
    document = pypdfium2.PdfDocument(render_pdf([scene(*items, size=SIZE)]))
    page = document[0]
    text = page.get_textpage()
    out: dict[str, list[Box]] = defaultdict(list)
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index, loose=True)
        out[text.get_text_range(index, 1)].append(Box(left, SIZE[1] - top, right, SIZE[1] - bottom))
    for opened in (text, page, document):
        opened.close()
    return out


class Drawn(NamedTuple):
    """A character, the stretch of the line that its glyph takes, and the middle of the glyph's ink."""

    char: str
    start: Point
    end: Point
    middle: Point


def drawn(block: TextBlock, matrix: Matrix = IDENTITY) -> Iterator[Drawn]:
    """Each visible character that has one glyph of its own, by HarfBuzz's own numbers."""
    for line in block.lines:
        for placed in line.runs:
            run = placed.run
            clusters = [glyph.cluster for glyph in run.glyphs]
            there = placed.matrix.then(Matrix(e=line.origin.x, f=line.origin.y)).then(matrix)
            x = y = 0
            for glyph in run.glyphs:
                char = line.text[glyph.cluster - line.start]
                extents = run.font.hb_font.get_glyph_extents(glyph.id)
                following = [c for c in clusters if c > glyph.cluster]
                alone = clusters.count(glyph.cluster) == 1 and min(following, default=run.end) == glyph.cluster + 1
                if alone and extents is not None and extents.width:
                    ink = Point(
                        x + glyph.x_offset + extents.x_bearing + extents.width / 2,
                        y + glyph.y_offset + extents.y_bearing + extents.height / 2,
                    )
                    start = there.point(x, y)
                    end = there.point(x + glyph.x_advance, y + glyph.y_advance)
                    yield Drawn(char, start, end, there.point(*ink))
                x += glyph.x_advance
                y += glyph.y_advance


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", LONG), ("ru", "Съешь же ещё этих мягких французских булок, да выпей чаю"), ("el", "Ξεσκεπάζω την ψυχοφθόρα"),
     ("he", "דג סקרן שט בים מאוכזב ולפתע מצא לו חברה"), ("ar", "دار ورد"), ("ja", "いろはにほへとちりぬるを"),
     ("en", "(035) 77-21 / 94%"), ("en", "We say “שלום” and دار together"), ("he", "שלום COVID 2024 גם")],
)  # fmt: skip
def test_characters_stand_where_their_letters_do(language: str, text: str) -> None:  # defects.md 40
    made = block(text, language, Rect(20, 20, 560, 100), size=16)
    places = found(made)
    letters = list(drawn(made))
    assert len(letters) > len(text) * 0.6
    for letter in letters:
        left, right = sorted((letter.start.x, letter.end.x))
        near = min(abs(box.left - left) + abs(box.right - right) for box in places[letter.char])
        # A thousandth of the layer's em at either side: no drift from the line's start to its end.
        assert near < 16 * 0.004 + 0.03, (letter, places[letter.char])
        assert any(box.left <= letter.middle.x <= box.right and box.top < letter.start.y for box in places[letter.char])


def test_the_rounding_of_widths_does_not_add_up() -> None:  # defects.md 40: the sign of the drift
    made = block("eeeeeeeeee" * 8, "en", Rect(20, 20, 560, 100), size=11.37)
    last = max(found(made)["e"])
    *_, letter = drawn(made)
    assert last.right == pytest.approx(letter.end.x, abs=0.03)
    assert last.left == pytest.approx(letter.start.x, abs=0.03)


@pytest.mark.parametrize(("language", "text"), [("ja", "地球を守れ"), ("zh", "和平与公正"), ("mn-Mong", "ᠡᠩᠬᠡ")])
def test_vertical_characters_stand_in_their_column(language: str, text: str) -> None:  # defects.md 40
    made = block(text, language, Rect(200, 20, 200, 260), size=32, vertical=True)
    (line,) = made.lines
    places = found(made)
    boxes = [box for char in text for box in places[char]]
    assert len(boxes) >= len(text)
    for box in boxes:
        assert (box.left + box.right) / 2 == pytest.approx(line.origin.x, abs=0.1 * 32)
        assert box.left < line.origin.x < box.right
    for letter in drawn(made):
        top, bottom = sorted((letter.start.y, letter.end.y))
        near = [box for box in places[letter.char] if abs(box.top - top) < 0.05 and abs(box.bottom - bottom) < 0.05]
        assert near, letter
        assert near[0].left < letter.middle.x < near[0].right


def test_text_in_groups_stands_where_the_group_puts_it() -> None:
    made = block("Zebra", "en", Rect(0, 0, 200, 60), size=20)
    matrix = Matrix(0, 1.5, -1.5, 0, 300, 40)
    places = found(Group((Group((made,), Matrix(e=10)),), matrix))
    for letter in drawn(made, Matrix(e=10).then(matrix)):
        assert any(
            box.left <= letter.middle.x <= box.right and box.top <= letter.middle.y <= box.bottom
            for box in places[letter.char]
        ), letter


def test_lines_of_two_sizes_keep_their_places() -> None:
    small = block("small", "en", Rect(20, 20, 560, 40), size=9)
    large = block("LARGE", "en", Rect(20, 80, 560, 200), size=90)
    places = found(small, large)
    for letter in (*drawn(small), *drawn(large)):
        assert any(
            box.left - 0.1 <= letter.start.x and letter.end.x <= box.right + 0.1 and box.bottom > letter.middle.y
            for box in places[letter.char]
        ), letter
