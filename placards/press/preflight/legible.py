"""The text of any PDF becomes the distances from which it is read, as far as its letters can be measured.

Letters of a font are measured by their outlines. Where text is only a layer below drawn outlines, as ours is, its size
is known and the height of its letters is estimated; where there is no text at all, nothing is known.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from placards.press.distance import Distance, Factor, Measured, contrast_in
from placards.problems.errors import InputError
from placards.render.pdfium import Box, opened_page
from placards.text.script_tables import script_tables

#: So many characters of a page are measured.
_MOST = 20_000

#: The height of letters by their size, where they cannot be measured.
_ESTIMATE = 0.7

#: A letter that is not seen.
_INVISIBLE = (3, 7)


class _Char(NamedTuple):
    char: str
    size: float
    box: Box
    seen: bool


def legible(pdf: bytes, pages: int, scale: float) -> tuple[Distance, ...]:
    """One distance for each size of letters on each of the first pages, the largest first; *scale* says how many times
    larger than the file it is printed."""
    return tuple(found for index in range(pages) for found in _of_page(pdf, index, scale))


def _of_page(pdf: bytes, index: int, scale: float) -> Iterator[Distance]:
    try:
        with opened_page(pdf, index) as page:
            groups: dict[tuple[float, bool], list[_Char]] = {}
            for char in _chars(page.handle):
                groups.setdefault((round(char.size, 1), char.seen), []).append(char)
            for (size, seen), chars in sorted(groups.items(), key=lambda one: -one[0][0]):
                letters = [one for one in chars if one.char.isalnum()]
                if letters and size > 0:
                    yield _distance(page, index, size, seen, letters, chars, scale)
    except InputError:
        return


def _distance(
    page: Any, index: int, size: float, seen: bool, letters: list[_Char], chars: list[_Char], scale: float
) -> Distance:
    script = script_tables().script(ord(letters[0].char))
    height, measured = _height(letters) if seen else (_ESTIMATE * size, "estimate")
    row = [one for one in letters if one.box.bottom < letters[0].box.top and one.box.top > letters[0].box.bottom][:8]
    around = Box(
        min(one.box.left for one in row), min(one.box.bottom for one in row), max(one.box.right for one in row),
        max(one.box.top for one in row),
    )  # fmt: skip
    text = " ".join("".join(one.char for one in chars).split())
    return Distance(text, height * scale, measured, Factor(contrast_in(page, around), None, script), index + 1)


def _height(letters: list[_Char]) -> tuple[float, Measured]:
    capitals = [one for one in letters if one.char.isupper()]
    small = [one for one in letters if one.char in "acemnorsuvwxz"] or [one for one in letters if one.char.islower()]
    chosen, measured = (capitals, "capitals") if capitals else (small, "x-height") if small else (letters, "letters")
    return median(one.box.top - one.box.bottom for one in chosen), measured  # type: ignore[return-value]


def _chars(handle: Any) -> Iterator[_Char]:
    text = pdfium.FPDFText_LoadPage(handle)
    if not text:
        return
    try:
        sides = [ctypes.c_double() for _ in range(4)]
        for index in range(min(pdfium.FPDFText_CountChars(text), _MOST)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if not pdfium.FPDFText_GetCharBox(text, index, *map(ctypes.byref, sides)):
                continue
            left, right, bottom, top = (side.value for side in sides)
            shown = pdfium.FPDFText_GetTextObject(text, index)
            mode = pdfium.FPDFTextObj_GetTextRenderMode(shown) if shown else 0
            # Its size as it stands on the page: that of the object is before the page's own matrices.
            size = _em(text, index)
            char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
            yield _Char(char, size, Box(left, bottom, right, top), mode not in _INVISIBLE)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _em(text: Any, index: int) -> float:
    """The size of a character on the page, by the matrix of its object."""
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(text, index))
    if pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        up = (matrix.c**2 + matrix.d**2) ** 0.5
        return size * up if up > 0 else size
    return size
