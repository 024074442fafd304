"""A poster becomes a PDF by WeasyPrint: HTML with one style sheet, at a size that is given to it.

Kind to WeasyPrint: it does not look for the size, and fonts and style sheet are read once, before the clock starts.
"""

from __future__ import annotations

from pathlib import Path

from weasyprint import CSS, HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from bench.posters import Poster

_PAGE = """
@page {{ size: {sheet[0]}pt {sheet[1]}pt; margin: 0; background: #ffd400 }}
body {{ margin: 0; color: #111; text-align: center; line-height: 1.1;
  width: {sheet[0]}pt; height: {sheet[1]}pt; display: flex; align-items: center }}
p {{ margin: auto; width: {slot[0]}pt }}
"""


class WeasyPrintPosters:
    """A style sheet with the fonts of some posters, all on the same sheet."""

    def __init__(self, fonts: dict[str, Path], sheet: tuple[float, float], slot: tuple[float, float]) -> None:
        faces = [
            f"@font-face {{ font-family: poster-{language}; src: url({font.as_uri()}) }}"
            f" :lang({language}) {{ font-family: poster-{language} }}"
            for language, font in fonts.items()
        ]
        self._config = FontConfiguration()
        style = _PAGE.format(sheet=sheet, slot=slot) + "\n".join(faces)
        self._style = CSS(string=style, font_config=self._config)

    def at_size(self, poster: Poster, size: float) -> bytes:
        """The poster with its text in *size* points."""
        direction = "rtl" if poster.right_to_left else "ltr"
        html = f'<html lang="{poster.language}" dir="{direction}"><p style="font-size: {size}pt">{poster.text}</p></html>'
        return bytes(HTML(string=html).write_pdf(stylesheets=[self._style], font_config=self._config))
