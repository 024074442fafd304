"""A poster becomes a PDF by WeasyPrint: HTML with one style sheet, at a size that is given to it.

Kind to WeasyPrint: it does not look for the size, and fonts and style sheet are read once, before the clock starts.
"""

from __future__ import annotations

from collections.abc import Sequence

from weasyprint import CSS, HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from bench.posters import Poster

_PAGE = """
@page {{ size: {poster.sheet[0]}pt {poster.sheet[1]}pt; margin: 0; background: #ffd400 }}
body {{ margin: 0; color: #111; text-align: center; line-height: 1.1;
  width: {poster.sheet[0]}pt; height: {poster.sheet[1]}pt; display: flex; align-items: center }}
p {{ margin: auto; width: {poster.slot[0]}pt }}
"""


class WeasyPrintPosters:
    """A style sheet with the fonts of some posters, which all have the same sheet."""

    def __init__(self, posters: Sequence[Poster]) -> None:
        self._config = FontConfiguration()
        style = _PAGE.format(poster=posters[0]) + "\n".join(_face(poster) for poster in posters)
        self._style = CSS(string=style, font_config=self._config)

    def at_size(self, poster: Poster, size: float) -> bytes:
        """The poster with its text in *size* points."""
        direction = "rtl" if poster.right_to_left else "ltr"
        html = (
            f'<html lang="{poster.language}" dir="{direction}"><p style="font-size: {size}pt">{poster.text}</p></html>'
        )
        return bytes(HTML(string=html).write_pdf(stylesheets=[self._style], font_config=self._config))


def _face(poster: Poster) -> str:
    axes = ", ".join(f'"{tag}" {value:g}' for tag, value in poster.axes) or "normal"
    name = f"poster-{poster.language}"
    return (
        f"@font-face {{ font-family: {name}; src: url({poster.font.as_uri()}); font-variation-settings: {axes} }}\n"
        f":lang({poster.language}) {{ font-family: {name}; font-variation-settings: {axes} }}"
    )
