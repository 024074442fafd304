"""A poster becomes a PDF by Typst, fitted by bisection in two ways.

Kind to Typst: the compiler is made once and holds only the fonts of these posters; it balances no lines; the bisection
is geometric (ten steps instead of twelve for the same 0.5 %), and a size that is too large costs no PDF.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import typst

from bench.posters import Poster
from placards.values.units import POINTS_PER_INCH

SOURCES = Path(__file__).with_name("typ")

#: What ``at_size.typ`` says when the text does not fit.
TOO_LARGE = "too large"

#: The smallest size (points per em) of the bisection, and the error at which it stops.
SMALLEST = 8.0
ACCURACY = 0.005


class TypstPosters:
    """A compiler with the fonts of some posters."""

    def __init__(self, fonts: set[Path]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            loaded = load_fonts(fonts, Path(folder))
        self._bisect, self._at_size = (
            typst.Compiler(str(source), root=str(SOURCES), font_paths=loaded)
            for source in (SOURCES / "bisect.typ", SOURCES / "at_size.typ")
        )

    def by_measure(self, poster: Poster) -> bytes:
        """Bisection inside one document, with Typst's ``measure``; a PNG of a poster that has pixels."""
        if poster.pixels is None:
            return _pdf(self._bisect, bisect_inputs(poster))
        ppi = poster.pixels[0] / poster.sheet[0] * POINTS_PER_INCH
        return _bytes(self._bisect.compile(format="png", ppi=ppi, sys_inputs=bisect_inputs(poster)))

    def by_compiles(self, poster: Poster) -> bytes:
        """Bisection from outside: one compile per size; it stops before the PDF is written where the size is too
        large, and the PDF of the last size that fits is the result."""
        fixed, low, high, pdf = inputs(poster), SMALLEST, poster.slot[1], b""
        while high / low > 1 + ACCURACY:
            middle = math.sqrt(low * high)
            try:
                pdf = _pdf(self._at_size, {**fixed, "size": f"{middle}"})
                low = middle
            except typst.TypstError as error:
                if TOO_LARGE not in str(error):
                    raise
                high = middle
        return pdf


def _pdf(compiler: typst.Compiler, values: dict[str, str]) -> bytes:
    return _bytes(compiler.compile(format="pdf", sys_inputs=values))


def _bytes(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError(f"Typst gave {type(made).__name__}")
    return made


def load_fonts(files: Iterable[Path], folder: Path) -> typst.Fonts:
    """Typst's view of these font files and of no others; *folder* is where it looks."""
    for file in files:
        (folder / file.name).symlink_to(file)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def inputs(poster: Poster) -> dict[str, str]:
    """What ``common.typ`` asks for."""
    return {
        "text": poster.text,
        "lang": poster.language,
        "font": _family_name(poster.font),
        "rtl": str(int(poster.right_to_left)),
        "width": f"{poster.sheet[0]}",
        "height": f"{poster.sheet[1]}",
        "slot-width": f"{poster.slot[0]}",
        "slot-height": f"{poster.slot[1]}",
        "high": f"{poster.slot[1]}",
    }


def bisect_inputs(poster: Poster) -> dict[str, str]:
    """What ``bisect.typ`` asks for besides."""
    return {**inputs(poster), "low": f"{SMALLEST}", "accuracy": f"{ACCURACY}"}


@cache
def _family_name(font: Path) -> str:
    """The name by which Typst knows a font file: it leaves out what says width or weight."""
    with tempfile.TemporaryDirectory() as folder:
        (name,) = load_fonts([font], Path(folder)).families()
    return str(name)
