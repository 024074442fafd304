"""Shadows and outlines below letters: where they lie, what they hide, and that no reader finds the text twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath

import pytest

from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.scene.bounds import line_ink, shown, underlay_ink
from placards.scene.items import Group, TextBlock, Underlay
from placards.text.font import load_font
from placards.values.color import BLACK, WHITE, LinearGradient, Stop, Stroke, parse_hex
from placards.values.geometry import Matrix, Point, Rect, turn
from tests.render.building import BLUE, RED, block, difference, scene, with_librsvg, with_pdfium, with_poppler
from tests.render.test_gradients import ACROSS, DOTS, ROUND, letters
from tests.render.test_paints import drawn
from tests.tools.readback import READERS, fold

YELLOW = parse_hex("#ffd500")
OUTLINE = Underlay(None, stroke=Stroke(BLACK, 6, join="round"))
SHADOW = Underlay(YELLOW, Point(4, 4))
UNDERLAYS = {
    "outline": (OUTLINE,),
    "shadow": (SHADOW,),
    "outline over shadow": (SHADOW, OUTLINE),
    "outlined shadow": (Underlay(WHITE, Point(5, 5), Stroke(BLACK, 2)),),
    "pointed outline": (Underlay(None, stroke=Stroke(BLUE, 6)),),
    "gradient": (Underlay(ACROSS, Point(4, 4), Stroke(ROUND, 3, join="round")),),
    "fading": (Underlay(LinearGradient(Point(0, 0), Point(100, 0), (Stop(0, RED), Stop(1, BLUE, 0.0))), Point(6, 6)),),
    "pattern": (Underlay(DOTS, Point(4, 4)),),
}
TEXTS = {"en": "Rage", "ar": "العدل", "ur": "انصاف", "hi": "शांति", "ja": "平和"}


def underlaid(text: str, language: str, *underlays: Underlay, size: float = 34) -> TextBlock:
    return replace(letters(RED, text, language, size), underlays=underlays)


@pytest.mark.parametrize("name", UNDERLAYS)
def test_all_renderers_draw_the_same(name: str, tmp_path: FilePath) -> None:
    cells = [Group((underlaid(text, code, *UNDERLAYS[name]),), Matrix(e=100.0 * n)) for n, (code, text) in enumerate(TEXTS.items())]  # fmt: skip
    cells.append(Group((underlaid("A🌍", "en", *UNDERLAYS[name]),), turn(-20, Point(50, 50)).then(Matrix(e=500))))
    made = scene(*cells, size=(600, 100))
    pdf = render_pdf([made])
    first = with_pdfium(pdf, 2400)
    assert difference(first, with_librsvg(render_svg(made), 2400, tmp_path)) < 1.5
    assert difference(first, with_poppler(pdf, 2400, tmp_path)) < 1.5
    plain = scene(*(Group((replace(cell.items[0], underlays=()),), cell.transform) for cell in cells), size=(600, 100))  # type: ignore[type-var]
    assert difference(first, with_pdfium(render_pdf([plain]), 2400)) > 1, "they show"


def test_a_stroke_is_as_wide_as_it_says(tmp_path: FilePath) -> None:
    """Half of it shows beside a stem, whatever the letters' size."""
    for size in (20.0, 60.0):
        text = underlaid("l", "en", Underlay(None, stroke=Stroke(BLUE, 8, join="round")), size=size)
        for kind, picture in drawn(text, tmp_path).items():
            row = [picture.getpixel((x, 0.5 * (size + 15) * 10 // 1)) for x in range(1000)]  # type: ignore[arg-type]
            blue = [x for x, color in enumerate(row) if color == (0, 87, 183)]
            red = [x for x, color in enumerate(row) if color == (216, 30, 5)]
            assert red, kind
            left, right = [x for x in blue if x < red[0]], [x for x in blue if x > red[-1]]
            assert len(right) == pytest.approx(40, abs=3), (kind, size)
            assert not left or len(left) == pytest.approx(40, abs=3), (kind, size)


def test_a_stroke_is_not_squeezed_with_its_letters(tmp_path: FilePath) -> None:
    text = underlaid("l", "en", Underlay(None, stroke=Stroke(BLUE, 8, join="round")), size=40)
    (line,) = text.lines
    (run,) = line.runs
    narrow = replace(
        run, matrix=Matrix(0.3, 0, 0, 1, 0, 0).then(Matrix(e=25)) and run.matrix.then(Matrix(0.3, 0, 0, 1, 20, 0))
    )
    text = replace(text, lines=(replace(line, runs=(narrow,)),))
    for kind, picture in drawn(text, tmp_path).items():
        row = [picture.getpixel((x, 300)) for x in range(1000)]
        red = [x for x, color in enumerate(row) if color == (216, 30, 5)]
        right = [x for x, color in enumerate(row) if color == (0, 87, 183) and x > red[-1]]
        assert len(right) == pytest.approx(40, abs=3), kind


def test_crossing_outlines_show_no_lines_inside_letters(tmp_path: FilePath) -> None:
    """The contours of a variable font cross; letters touch each other: strokes lie below all letters."""
    from placards.files.shipped import fonts_folder

    font = load_font(fonts_folder() / "Archivo" / "Archivo-VF.ttf", (("wght", 900.0),))
    text = underlaid("A", "en", Underlay(None, stroke=Stroke(BLUE, 3, join="round")), size=70)
    (line,) = text.lines
    (run,) = line.runs
    glyph = font.glyph(ord("A")) or 0
    twice = tuple(replace_glyph(run.run.glyphs[0], glyph, font.upem // 3) for _ in range(2))
    scale = 70 / font.upem
    moved = replace(run, run=replace(run.run, font=font, glyphs=twice), matrix=Matrix(scale, 0, 0, -scale, 5, 0))
    made = replace(text, lines=(replace(line, runs=(moved,)),))
    plain = replace(made, underlays=())
    for kind, picture in drawn(made, tmp_path).items():
        bare = drawn(plain, tmp_path)[kind]
        for x in range(0, 1000, 7):
            for y in range(0, 1000, 7):
                if bare.getpixel((x, y)) == (216, 30, 5):
                    assert picture.getpixel((x, y)) == pytest.approx((216, 30, 5), abs=3), (kind, x, y)


def replace_glyph(glyph, number, advance):  # type: ignore[no-untyped-def]
    return glyph._replace(id=number, x_advance=advance)


def test_bounds_hold_underlays(tmp_path: FilePath) -> None:
    for name, underlays in UNDERLAYS.items():
        for matrix in (Matrix(), turn(30, Point(50, 50)), Matrix(0.5, 0, 0, 0.8, 20, 10)):
            made = Group((tight(underlaid("Rag", "en", *underlays, size=30)),), matrix)
            picture = drawn(made, tmp_path)["png"].convert("L").point(lambda v: 255 * (v < 250))
            found, box = picture.getbbox(), shown(made)
            assert found is not None
            assert box is not None
            ink = Rect(found[0] / 10, found[1] / 10, (found[2] - found[0]) / 10, (found[3] - found[1]) / 10)
            assert box.contains(ink, 0.15), (name, matrix)
            assert box.width < ink.width + 60, "and not much more"


def tight(text: TextBlock) -> TextBlock:
    """The block with the true ink of its lines."""
    lines = []
    for line in text.lines:
        almost = line_ink(line, turn(1e-9, Point(0, 0)))
        assert almost is not None
        lines.append(replace(line, ink=almost))
    return replace(text, lines=tuple(lines))


def test_what_an_underlay_draws_of_a_line() -> None:
    (line,) = underlaid("l", "en").lines
    line = replace(line, ink=Rect(10, 10, 5, 20))
    assert underlay_ink(line, Underlay(RED, Point(3, 4))) == Rect(13, 14, 5, 20)
    assert underlay_ink(line, Underlay(None, stroke=Stroke(RED, 4, join="round"))) == Rect(8, 8, 9, 24)
    assert underlay_ink(line, Underlay(None, stroke=Stroke(RED, 4, join="round")), Matrix(a=2, d=2)) == Rect(
        16, 16, 18, 48
    )
    assert underlay_ink(line, Underlay(None)) is None
    assert underlay_ink(line, Underlay(None, stroke=Stroke(RED, 0))) is None


@pytest.mark.parametrize("reader", READERS)
def test_the_text_comes_back_once(reader: str, tmp_path: FilePath) -> None:
    """As from plain letters, whether they are painted, outlined, shadowed or turned."""
    files, wanted = [], []
    for code, text in {**TEXTS, "en": "No planet B", "fa": "صلح ۱۲۳"}.items():
        plain = block(text, code, Rect(50, 50, 500, 60), size=40)
        dressed = replace(plain, underlays=UNDERLAYS["gradient"])
        dressed = replace(
            dressed,
            lines=tuple(
                replace(line, runs=tuple(replace(run, paint=ACROSS) for run in line.runs)) for line in dressed.lines
            ),
        )
        half = LinearGradient(Point(0, 0), Point(300, 0), (Stop(0, RED, 0.4), Stop(1, BLUE)))
        faint = replace(plain, underlays=(Underlay(half, Point(2, 2)),))
        turned = (Group((dressed,), turn(angle, Point(300, 80)), opacity=0.7) for angle in (-8, 3, 25))
        for made in (dressed, faint, *turned):
            file = tmp_path / f"{len(files)}.pdf"
            file.write_bytes(render_pdf([scene(made)]))
            files.append(file)
            wanted.append(fold(text))
    found = [fold(text) for text in READERS[reader](files)]
    wrong = [pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1]]
    assert not wrong
