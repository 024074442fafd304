"""A link becomes a QR code: dark modules as one path on a light ground with its quiet zone."""

from __future__ import annotations

from functools import lru_cache

from placards.problems.errors import InputError
from placards.scene.items import FillPath, Group, Item
from placards.values.color import Color, contrast
from placards.values.geometry import Path, Rect, Segment

#: Light modules around the code (ISO/IEC 18004).
QUIET_ZONE = 4

#: Below this contrast phones begin to fail.
MIN_CONTRAST = 3.0


def qr_items(link: str, box: Rect, dark: Color, light: Color) -> list[Item]:
    """The code as large as the box allows, centred, error correction M or better; raises InputError when the link is
    too long for a code or the colours cannot be scanned."""
    if contrast(dark, light) < MIN_CONTRAST or dark.luminance > light.luminance:
        raise InputError("qr-colors")
    side = min(box.width, box.height)
    x0, y0 = box.x + (box.width - side) / 2, box.y + (box.height - side) / 2
    shapes = FillPath(Path.rect(Rect(x0, y0, side, side)), light), FillPath(_outline(link, x0, y0, side), dark)
    return [Group(shapes, alt=f"QR: {link}")]  # which is said so in every language


@lru_cache(maxsize=32)  # the sheets of a campaign have their code in one place
def _outline(link: str, x0: float, y0: float, side: float) -> Path:
    """The dark modules of a link's code."""
    matrix = _modules(link)
    module = side / (len(matrix) + 2 * QUIET_ZONE)
    segments: list[Segment] = []
    for row, cells in enumerate(matrix):
        column = 0
        while column < len(cells):
            if not cells[column]:
                column += 1
                continue
            end = column
            while end < len(cells) and cells[end]:
                end += 1
            left, right = x0 + (column + QUIET_ZONE) * module, x0 + (end + QUIET_ZONE) * module
            top, bottom = y0 + (row + QUIET_ZONE) * module, y0 + (row + 1 + QUIET_ZONE) * module
            segments += [("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",)]
            column = end
    return Path(tuple(segments))


@lru_cache(maxsize=64)  # a campaign has one link on a thousand sheets, and choosing a code's mask takes its time
def _modules(link: str) -> tuple[bytes, ...]:
    """The rows of a link's code, a byte that is not zero for each dark module; raises InputError."""
    import segno

    try:
        code = segno.make_qr(link, error="m")
    except (ValueError, segno.DataOverflowError) as error:
        raise InputError("qr-link-long") from error
    return tuple(bytes(row) for row in code.matrix)
