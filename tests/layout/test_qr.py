"""QR codes: their modules, the quiet zone around them, and what is refused."""

from __future__ import annotations

import pytest
import segno

from placards.layout.qr import QUIET_ZONE, qr_items
from placards.problems.errors import InputError
from placards.scene.items import FillPath, Group
from placards.values.color import BLACK, WHITE, parse_hex
from placards.values.geometry import Rect

LINK = "https://example.org/rally"


def boxes(item: FillPath) -> list[Rect]:
    """The boxes that a path of boxes consists of."""
    corners = [tuple(segment[1:]) for segment in item.path.segments if segment[0] in "ML"]
    return [
        Rect(*corners[n], corners[n + 2][0] - corners[n][0], corners[n + 2][1] - corners[n][1])
        for n in range(0, len(corners), 4)
    ]


def test_each_dark_module_is_covered_and_no_light_one() -> None:
    (code,) = qr_items(LINK, Rect(10, 20, 330, 300), BLACK, WHITE)
    assert isinstance(code, Group)
    assert code.alt == f"QR: {LINK}"
    ground, modules = code.items
    assert isinstance(ground, FillPath)
    assert isinstance(modules, FillPath)
    matrix = segno.make_qr(LINK, error="m").matrix
    side = 300 / (len(matrix) + 2 * QUIET_ZONE)
    assert ground.path.bounds() == Rect(25, 20, 300, 300), "as large as the box allows, and centred"
    assert (ground.paint, modules.paint) == (WHITE, BLACK)
    runs = boxes(modules)
    for row, cells in enumerate(matrix):
        for column, dark in enumerate(cells):
            x, y = 25 + (column + QUIET_ZONE + 0.5) * side, 20 + (row + QUIET_ZONE + 0.5) * side
            assert any(r.x < x < r.right and r.y < y < r.bottom for r in runs) == bool(dark)


@pytest.mark.parametrize(("dark", "light"), [("#888888", "#999999"), ("#ffffff", "#000000")])
def test_colours_that_phones_cannot_scan(dark: str, light: str) -> None:
    with pytest.raises(InputError, match="cannot be scanned") as caught:
        qr_items(LINK, Rect(0, 0, 9, 9), parse_hex(dark), parse_hex(light))
    assert caught.value.code == "qr-colors"
    assert "dark colour" in caught.value.remedy


def test_a_link_too_long_for_a_code() -> None:
    with pytest.raises(InputError, match="too long for a QR code") as caught:
        qr_items("https://example.org/" + "a" * 3000, Rect(0, 0, 9, 9), BLACK, WHITE)
    assert caught.value.remedy == "Use a shorter link"
