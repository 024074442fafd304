"""Shipped faces draw what their letters are: no stray point far from a letter, no double quotation mark of one stroke."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
import uharfbuzz as hb

from placards.text.family import Family
from placards.text.fontset import shipped_fonts

#: How far a letter's ink may stand beyond its own advance, in em; Alkalami's longest tail comes to 1.12.
_BEYOND = 1.2

_EVERYTHING = 10**9
_FAMILIES = [family for family in shipped_fonts().families if not family.scripts & {"Hani", "Zsye"}]


def _fonts(family: Family) -> Iterator[hb.Font]:
    for file in family.files:
        yield hb.Font(hb.Face(hb.Blob(file.file.read(_EVERYTHING))))


def _ink(font: hb.Font, char: str) -> tuple[float, float] | None:
    """Where a character's ink begins, and how wide it is, in em; None where the face lacks it."""
    glyph = font.get_nominal_glyph(ord(char))
    extents = font.get_glyph_extents(glyph) if glyph else None
    return extents and (extents.x_bearing / font.face.upem, extents.width / font.face.upem)


@pytest.mark.parametrize("family", _FAMILIES, ids=lambda family: family.name)
def test_no_letter_has_points_far_away(family: Family) -> None:
    """Jomhuria's reh had one 1.7 em to the left: lines were as wide as that, and outlined ones had a speck there."""
    for font in _fonts(family):
        for char in (chr(code) for code in font.face.unicodes):
            ink = _ink(font, char) if unicodedata.category(char)[0] == "L" else None
            if ink:
                advance = font.get_glyph_h_advance(font.get_nominal_glyph(ord(char))) / font.face.upem
                assert max(-ink[0], sum(ink) - advance) < _BEYOND, (family.name, hex(ord(char)))


@pytest.mark.parametrize("family", _FAMILIES, ids=lambda family: family.name)
def test_double_quotation_marks_are_double(family: Family) -> None:
    """Karantina's were single ones under another name."""
    for font in _fonts(family):
        for single, double in ("‘“", "’”"):
            one, two = _ink(font, single), _ink(font, double)
            if one and two:
                assert two[1] > 1.3 * one[1], (family.name, double)
