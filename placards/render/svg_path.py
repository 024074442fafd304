"""Path segments become SVG path data."""

from __future__ import annotations

from collections.abc import Sequence

from placards.render.pdf_outlines import number
from placards.values.geometry import Segment


def path_data(segments: Sequence[Segment], decimals: int = 3) -> str:
    """Path segments as SVG writes them."""
    return "".join([segment[0] + " ".join([number(v, decimals) for v in segment[1:]]) for segment in segments])
