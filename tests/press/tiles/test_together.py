"""Sheets that are cut and laid together by the plan's own geometry are the poster again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from placards.press.paper import Margins
from placards.press.tiles.plan import Flaps
from placards.press.tiles.tile import Tiled, TileRequest, tile_pdf
from placards.values.geometry import Rect
from placards.values.units import MM
from tests.press.made import poster, striped
from tests.press.printed import WHITE, differing, open_sheets, page_sizes, trim_picture

PLAIN = TileRequest(marks="none", map=False, ruler=False, labels=False, keep_blank=True)


def together(tiled: Tiled, across: float, size: tuple[int, int]) -> Image.Image:
    """The poster from its sheets at so many pixels a point, each pixel from the sheet that shows it in the end."""
    grid = tiled.grid
    whole = Image.new("RGB", size, "magenta")
    printed = [tile for tile in grid.tiles if (tile.row, tile.column) not in tiled.left_out]
    with open_sheets(tiled.data) as sheets:
        first = tiled.pages - len(printed)
        for number, tile in enumerate(printed):
            left, right = round(tile.kept.x * across), round(tile.kept.right * across)
            top, bottom = round(tile.kept.y * across), round(tile.kept.bottom * across)
            part = Rect(left / across, top / across, (right - left) / across, (bottom - top) / across)
            whole.paste(sheets.drawn(first + number, tile.on_sheet(part), across), (left, top))
    for row, column in tiled.left_out:
        kept = next(tile.kept for tile in grid.tiles if (tile.row, tile.column) == (row, column))
        whole.paste(WHITE, tuple(round(v * across) for v in (kept.x, kept.y, kept.right, kept.bottom)))
    return whole


def assert_same(data: bytes, tiled: Tiled, scale: float) -> None:
    """Whether sheets are the poster again, at so many pixels a point of the sheets."""
    size = (int(tiled.grid.size.width * scale), int(tiled.grid.size.height * scale))
    poster_picture = trim_picture(data, scale * tiled.scale, size)
    assert differing(together(tiled, scale, size), poster_picture) <= 1e-5


@pytest.mark.parametrize("size", ["a2", "a0", "24x36in", "banner-300x100cm"])
def test_a_poster_is_whole_again(size: str) -> None:
    data = poster(size)
    tiled = tile_pdf(data, PLAIN)
    assert_same(data, tiled, 1.0)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    width=st.integers(150, 900), height=st.integers(150, 900), overlap=st.integers(0, 25), margin=st.integers(0, 12),
    paper=st.sampled_from(["a4", "letter", "a3"]),
)  # fmt: skip
def test_sheets_of_any_size_are_whole_again(width: int, height: int, overlap: int, margin: int, paper: str) -> None:
    data = striped(width, height)
    request = replace(PLAIN, paper=paper, overlap=overlap * MM, margins=Margins(*[margin * MM] * 4))
    tiled = tile_pdf(data, request)
    assert_same(data, tiled, 0.7)


@pytest.mark.parametrize("marks", ["ticks", "lines"])
@pytest.mark.parametrize("flaps", [Flaps(), Flaps(right=False), Flaps(bottom=False), Flaps(right=False, bottom=False)])
def test_no_mark_is_seen_in_the_end(marks: str, flaps: Flaps) -> None:
    data = striped(500, 400)
    plain = tile_pdf(data, replace(PLAIN, flaps=flaps))
    marked = tile_pdf(data, TileRequest(marks=marks, flaps=flaps, map=False, ruler=False, keep_blank=True))  # type: ignore[arg-type]
    assert marked.grid == plain.grid
    scale = 2.0
    with open_sheets(plain.data) as without, open_sheets(marked.data) as with_marks:
        for number, tile in enumerate(plain.grid.tiles):
            kept = tile.on_sheet(tile.kept).inset(0.6, 0.6, 0.6, 0.6)  # pixels that the seam itself runs through
            assert differing(without.drawn(number, kept, scale), with_marks.drawn(number, kept, scale), 0) == 0
            window = tile.on_sheet(tile.window)
            assert differing(without.drawn(number, window, scale), with_marks.drawn(number, window, scale)) > 0


def test_a_kept_edge_is_as_without_marks_to_a_tenth_of_a_millimetre() -> None:
    data = striped(300, 200)
    plain, marked = tile_pdf(data, PLAIN), tile_pdf(data, TileRequest(map=False, ruler=False, keep_blank=True))
    with open_sheets(plain.data) as without, open_sheets(marked.data) as with_marks:
        for number, tile in enumerate(plain.grid.tiles):
            kept = tile.on_sheet(tile.kept).inset(0.1, 0.1, 0.1, 0.1)
            assert differing(without.drawn(number, kept, 10), with_marks.drawn(number, kept, 10), 8) == 0


@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
def test_nothing_lies_in_the_printers_margin_and_pages_are_the_papers_size(paper: str) -> None:
    margins = Margins(4 * MM, 5 * MM, 9 * MM, 6 * MM)
    tiled = tile_pdf(striped(700, 500), TileRequest(paper=paper, margins=margins, marks="lines", language="ar"))
    assert set(page_sizes(tiled.data)) == {
        (round(tiled.grid.paper.size.width, 4), round(tiled.grid.paper.size.height, 4))
    }
    size, usable = tiled.grid.paper.size, tiled.grid.paper.usable
    scale = 3.0
    with open_sheets(tiled.data) as sheets:
        for number in range(tiled.pages):
            whole = sheets.drawn(number, Rect(0, 0, *size), scale)
            inner = [round(v * scale) for v in (usable.x, usable.y, usable.right, usable.bottom)]
            whole.paste(WHITE, (inner[0] - 1, inner[1] - 1, inner[2] + 1, inner[3] + 1))
            assert whole.getextrema() == ((255, 255),) * 3, number


def test_white_sheets_are_left_out_and_the_rest_is_the_poster() -> None:
    from placards.render.pdf import render_pdf
    from placards.scene.items import FillPath, Metadata, Scene
    from placards.values.color import BLACK
    from placards.values.geometry import Path, Size

    corner = FillPath(Path.rect(Rect(20, 20, 200, 200)), BLACK)
    data = render_pdf([Scene(Size(600 * MM, 800 * MM), (corner,), Metadata("Corner", "en"))])
    tiled = tile_pdf(data, replace(PLAIN, keep_blank=False))
    assert tiled.sheets == 1
    assert len(tiled.left_out) == len(tiled.grid.tiles) - 1
    assert next(note.code for note in tiled.notes) == "tile-blank"
    assert_same(data, tiled, 0.5)
    assert tile_pdf(data, PLAIN).sheets == len(tiled.grid.tiles)


def test_as_large_as_six_sheets() -> None:
    data = striped(210, 297)
    tiled = tile_pdf(data, replace(PLAIN, sheets=6))
    assert tiled.sheets == 6
    assert 1.9 < tiled.scale < 2.2
    assert_same(data, tiled, 0.8)


def test_same_request_same_bytes() -> None:
    data = striped(400, 300)
    assert tile_pdf(data).data == tile_pdf(data).data


def test_a_banner_of_three_metres_takes_less_than_a_hundred_kilobytes() -> None:
    data = poster("banner-300x100cm")
    tiled = tile_pdf(data)
    assert tiled.sheets <= 64
    assert tiled.pages == tiled.sheets + 1
    assert len(tiled.data) < 100_000
