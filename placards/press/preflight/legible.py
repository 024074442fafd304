"""The text of any PDF becomes the distances from which it is read, as far as its letters can be measured.

Letters of a font are measured by their outlines. Where text is only a layer below drawn outlines, as ours is, it tells
where each letter stands, and pixels tell how high it is: an estimate. Where there is no text at all, nothing is known.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from placards.press.distance import Distance, Factor, Measured, contrast_in
from placards.problems.errors import InputError
from placards.render.pdfium import Box, Page, opened_page
from placards.text.script_tables import script_tables

if TYPE_CHECKING:
    from PIL.Image import Image

#: So many characters of a page are measured.
_MOST = 20_000

#: So many letters that are outlines are measured by their pixels, in pictures so high that show so much above and
#: below their middle, by their size.
_SAMPLES, _ROWS, _REACH = 5, 240, 1.5

#: Steps of lightness that count as one, of 256.
_STEP = 16

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
                found = _distance(page, index, seen, letters, chars, scale) if letters and size > 0 else None
                if found is not None:
                    yield found
    except InputError:
        return


def _distance(
    page: Page, index: int, seen: bool, letters: list[_Char], chars: list[_Char], scale: float
) -> Distance | None:
    script = script_tables().script(ord(letters[0].char))
    chosen, measured = _chosen(letters)
    if seen:
        height = median(one.box.top - one.box.bottom for one in chosen)
    else:
        drawn = [tall for one in chosen[:_SAMPLES] if (tall := _drawn_height(page, one)) is not None]
        if not drawn:
            return None
        height, measured = median(drawn), "estimate"
    row = [one for one in letters if one.box.bottom < letters[0].box.top and one.box.top > letters[0].box.bottom][:8]
    row = row or letters[:1]  # letters without a height
    around = Box(
        min(one.box.left for one in row), min(one.box.bottom for one in row), max(one.box.right for one in row),
        max(one.box.top for one in row),
    )  # fmt: skip
    text = " ".join("".join(one.char for one in chars).split())
    return Distance(text, height * scale, measured, Factor(contrast_in(page, around), None, script), index + 1)


def _chosen(letters: list[_Char]) -> tuple[list[_Char], Measured]:
    """The letters whose height counts, and what it is that of."""
    capitals = [one for one in letters if one.char.isupper()]
    if capitals:
        return capitals, "capitals"
    small = [one for one in letters if one.char in "acemnorsuvwxz"] or [one for one in letters if one.char.islower()]
    return (small, "x-height") if small else (letters, "letters")


def _drawn_height(page: Page, char: _Char) -> float | None:
    """How high a letter is that is drawn as an outline where the text layer has a character: of the two colours that
    most of its place is made of, the one that ends sooner above and below its middle. None where it does not end."""
    from PIL import Image

    middle, reach = (char.box.top + char.box.bottom) / 2, char.size * _REACH
    width = char.box.right - char.box.left
    if width <= 0 or reach <= 0:
        return None
    kept, page.trim = page.trim, Box(char.box.left, middle - reach, char.box.right, middle + reach)
    size = max(4, min(_ROWS, round(_ROWS * width / (2 * reach)))), _ROWS
    try:
        pixels = bytes(page.rgbx(size))
    finally:
        page.trim = kept
    image = Image.frombuffer("RGBX", size, pixels, "raw", "RGBX", 4 * size[0], 1).convert("L")
    steps = image.point([value // _STEP for value in range(256)])
    counts = Counter(dict(enumerate(steps.crop((0, _ROWS // 4, size[0], 3 * _ROWS // 4)).histogram()[:_STEP])))
    (first, _), *others = [one for one in counts.most_common() if one[1]]
    second = next((step for step, _ in others if abs(step - first) > 1), None)
    if second is None:
        return None
    rows = min(_rows(steps, step) for step in (first, second))
    return None if rows >= _ROWS - 2 else rows / _ROWS * 2 * reach


def _rows(steps: Image, step: int) -> int:
    """In how many rows around the middle a colour is, without a row in which it is not."""
    mask = steps.point([255 * (value == step) for value in range(256)])
    inked = [mask.crop((0, row, mask.width, row + 1)).getbbox() is not None for row in range(mask.height)]
    middle = mask.height // 2
    up = next((n for n in range(middle) if not inked[middle - 1 - n]), middle)
    down = next((n for n in range(mask.height - middle) if not inked[middle + n]), mask.height - middle)
    return up + down


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
