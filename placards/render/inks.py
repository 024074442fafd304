"""Colours that carry inks for a press become a warning where a file shows only the screen's side of them."""

from __future__ import annotations

from collections.abc import Sequence

from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.scene.items import Scene
from placards.scene.paints import colors

#: So many colours are named.
_NAMED = 6


def unused_inks(scenes: Sequence[Scene]) -> Diagnostic | None:
    """What to say of a PDF of these scenes, which is in sRGB: whose CMYK values and spot colours it leaves out."""
    found = {c: None for scene in scenes for c in colors(scene.items) if c.cmyk is not None or c.spot is not None}
    if not found:
        return None
    names = [color.spot or color.hex for color in found]
    return diagnostic("render-inks-unused", colors=(*names[:_NAMED], *(("…",) if len(names) > _NAMED else ())))
