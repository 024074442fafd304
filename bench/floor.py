"""What no program in this process could beat: HarfBuzz, outlines and deflate, called directly for a poster's lines."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import deflate
import uharfbuzz as hb

from bench.posters import Poster, drawing
from placards.render.flate import PDF_LEVEL


class _Pen:
    """Writes an outline as PDF operators, as plainly as can be."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def moveTo(self, p: tuple[float, float]) -> None:
        self.parts.append(f"{p[0]:g} {p[1]:g} m")

    def lineTo(self, p: tuple[float, float]) -> None:
        self.parts.append(f"{p[0]:g} {p[1]:g} l")

    def qCurveTo(self, c: tuple[float, float], p: tuple[float, float]) -> None:
        self.parts.append(f"{c[0]:g} {c[1]:g} {p[0]:g} {p[1]:g} v")

    def curveTo(self, a: tuple[float, float], b: tuple[float, float], p: tuple[float, float]) -> None:
        self.parts.append(f"{a[0]:g} {a[1]:g} {b[0]:g} {b[1]:g} {p[0]:g} {p[1]:g} c")

    def closePath(self) -> None:
        self.parts.append("h")

    def endPath(self) -> None:
        pass


class Floor:
    """The lines, font and page that placards found, ready to be shaped, drawn and compressed again."""

    def __init__(self, poster: Poster, *, fresh_outlines: bool) -> None:
        self._lines, self._page = drawing(poster)
        self._font = _font(poster.font, poster.axes)
        self._known: dict[int, str] = {} if fresh_outlines else _known(poster.font, poster.axes)

    def run(self) -> bytes:
        """Shape each line, join its glyphs' outlines, and compress the page's operators."""
        outlines = []
        for line in self._lines:
            buffer = hb.Buffer()
            buffer.add_str(line)
            buffer.guess_segment_properties()
            hb.shape(self._font, buffer)
            outlines += [self._outline(info.codepoint) for info in buffer.glyph_infos]
        "\n".join(outlines)
        return bytes(deflate.zlib_compress(self._page, PDF_LEVEL))

    def _outline(self, glyph: int) -> str:
        found = self._known.get(glyph)
        if found is None:
            pen = _Pen()
            self._font.draw_glyph_with_pen(glyph, pen)
            found = self._known[glyph] = " ".join(pen.parts)
        return found


@cache
def _font(path: Path, axes: tuple[tuple[str, float], ...]) -> hb.Font:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    font.set_variations(dict(axes))
    return font


@cache
def _known(path: Path, axes: tuple[tuple[str, float], ...]) -> dict[int, str]:
    """Outlines that were drawn already, as every warm program keeps them."""
    return {}
