"""How thick strokes are and how high letters look, beside faces that were built to be measured and what fontTools reads
of others."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from placards.files.shipped import fonts_folder
from placards.text.font import Font, load_font
from placards.text.fontset import shipped_fonts
from placards.text.stroke import LETTERS, height_em, stroke_em

SANS = fonts_folder() / "NotoSans" / "NotoSans-VF.ttf"


def shipped(family: str, weight: int = 900, role: str = "display") -> Font:
    found = shipped_fonts().family(family)
    assert found is not None
    return found.font(role, weight)


Contour = list[tuple[int, int]]


def built(folder: Path, *contours: Contour) -> Font:
    """A face whose letters of Latn all have the same contours; 1000 units an em."""
    pen = TTGlyphPen(None)
    for contour in contours:
        pen.moveTo(contour[0])
        for point in contour[1:]:
            pen.lineTo(point)
        pen.closePath()
    empty = TTGlyphPen(None).glyph()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "letter"])
    builder.setupCharacterMap({ord(letter): "letter" for letter in LETTERS["Latn"]})
    builder.setupGlyf({".notdef": empty, "letter": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "letter": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Built", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = folder / f"{len(list(folder.iterdir()))}.ttf"
    builder.save(path)
    return load_font(path)


def box(left: int, bottom: int, right: int, top: int) -> Contour:
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


@pytest.mark.parametrize(
    ("contours", "stroke", "height"),
    [
        ([box(0, 0, 100, 1000)], 0.1, 1.0),
        ([box(0, 0, 1000, 80)], 0.08, 0.08),
        ([[(0, 0), (800, 800), (900, 800), (100, 0)]], 0.0707, 0.8),  # leans by 45°
        ([box(0, 0, 600, 600), box(100, 100, 500, 500)[::-1]], 0.1, 0.6),  # a frame
        ([box(0, 0, 100, 700), box(0, 0, 100, 700)], 0.1, 0.7),  # one over the other, as in variable fonts
        ([box(0, 0, 60, 700), box(40, 0, 100, 700)], 0.1, 0.7),
        ([box(0, 0, 50, 700), box(200, 0, 250, 700)], 0.05, 0.7),
    ],
)  # fmt: skip
def test_faces_that_were_built(contours: list[Contour], stroke: float, height: float, tmp_path: Path) -> None:
    font = built(tmp_path, *contours)
    assert stroke_em(font) == pytest.approx(stroke, rel=0.04)
    assert height_em(font) == pytest.approx(height)


def test_what_readers_see() -> None:
    anton, regular, black = shipped("Anton"), shipped("Noto Sans", 400), shipped("Noto Sans", 900)
    assert stroke_em(anton) > stroke_em(black) > 1.5 * stroke_em(regular)
    strokes = [stroke_em(shipped("Noto Sans", weight)) for weight in range(100, 1000, 100)]
    assert strokes == sorted(strokes)
    assert len(set(strokes)) == len(strokes)
    nastaliq, heavy = shipped("Noto Nastaliq Urdu"), shipped("Placard Nastaliq")
    # Every outline was moved out by 0.024 em a side.
    assert stroke_em(heavy, "Arab") - stroke_em(nastaliq, "Arab") == pytest.approx(0.048, abs=0.012)
    assert height_em(heavy, "Arab") - height_em(nastaliq, "Arab") == pytest.approx(0.048, abs=0.012)
    assert stroke_em(shipped("Amatic SC")) < 0.4 * stroke_em(shipped("Shantell Sans"))


@pytest.mark.parametrize("family", ["Noto Sans", "Inter", "Fira Sans Extra Condensed", "Alumni Sans", "Rubik"])
def test_the_height_is_about_the_x_height_that_the_font_gives(family: str) -> None:
    font = shipped(family)
    with TTFont(font.path) as tables:
        x_height, upem = tables["OS/2"].sxHeight, tables["head"].unitsPerEm
    assert height_em(font) == pytest.approx(x_height / upem, rel=0.09)  # rounds overshoot, and t stands above it


@pytest.mark.parametrize(
    ("family", "letter"), [("Noto Sans", "l"), ("Oswald", "l"), ("Inter", "l"), ("Alumni Sans", "l"), ("Anton", "l")]
)
def test_the_stroke_is_about_the_width_of_an_l(family: str, letter: str) -> None:
    """A sans's l is one stem: its ink is as wide as the stroke, and rounds are cut thinner where they turn."""
    font = shipped(family)
    glyph = font.glyph(ord(letter))
    assert glyph is not None
    stem = font.extents(glyph)
    assert stroke_em(font) == pytest.approx((stem.right - stem.left) / font.upem, rel=0.25)


def test_every_family_is_measured_in_every_script_that_it_is_listed_for() -> None:
    for family in shipped_fonts().families[::3]:
        for script in family.scripts - {"Zyyy", "Zsye", "Brai"}:
            font = family.font("display", 900)
            assert 0.03 < stroke_em(font, script) < 0.32, (family.name, script)
            assert 0.3 < height_em(font, script) < 1.2, (family.name, script)


def test_compound_scripts_and_scripts_that_are_not_there() -> None:
    font = shipped("Noto Sans CJK JP")
    parts = [height_em(font, script) for script in ("Hira", "Kana", "Hani")]
    assert min(parts) < height_em(font, "Jpan") < max(parts)
    assert (stroke_em(shipped("Anton"), "Deva"), height_em(shipped("Anton"), "Deva")) == (0, 0)


def test_emboldened_faces_are_measured_as_they_are_drawn() -> None:
    family = shipped_fonts().family("Noto Sans NKo")
    assert family is not None
    bold, plain = family.font("display", 900), load_font(family.files[0].path)
    assert bold.embolden
    assert stroke_em(bold, "Nkoo") > stroke_em(plain, "Nkoo") * 1.1


def test_measured_once_and_the_same_every_time() -> None:
    font = load_font(SANS, (("wght", 650.0),))
    first = stroke_em(font, "Grek"), height_em(font, "Grek")
    assert font.measures["Grek"] is font.measures["Grek"]
    font.measures.clear()
    assert (stroke_em(font, "Grek"), height_em(font, "Grek")) == first
    again = pickle.loads(pickle.dumps(font))
    assert (stroke_em(again, "Grek"), height_em(again, "Grek")) == first


def test_letters_are_letters_of_their_scripts() -> None:
    from fontTools.unicodedata import script

    for name, letters in LETTERS.items():
        assert {script(letter) for letter in letters} == {name}
        assert len(set(letters)) == len(letters) >= 7
