"""The table of formats."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PIL import Image

from placards.problems.diagnostic import Diagnostics, Severity
from placards.problems.errors import InputError
from placards.render.formats import RENDERERS, render
from placards.render.inks import unused_inks
from placards.render.pdf import render_pdf
from placards.scene.items import FillPath, Group, Picture
from placards.scene.paints import colors
from placards.values.color import BLACK, WHITE, Color, LinearGradient, Pattern, Stop, Stroke
from placards.values.geometry import Path, Point, Rect
from tests.render.building import BLUE, RED, block, png, rectangle, scene, with_pdfium

STARTS = {
    ".pdf": b"%PDF-1.6",
    ".svg": b"<svg",
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8",
    ".jpeg": b"\xff\xd8",
    ".webp": b"RIFF",
}


@pytest.mark.parametrize("suffix", RENDERERS)
def test_each_suffix_writes_its_kind(suffix: str) -> None:
    assert render([scene()], suffix).startswith(STARTS[suffix])
    assert render([scene()], suffix.upper()).startswith(STARTS[suffix])


def test_an_unknown_suffix() -> None:
    with pytest.raises(InputError, match=r"“\.pgn”.*Did you mean “\.png”"):
        render([scene()], ".pgn")


def test_an_image_holds_one_page() -> None:
    with pytest.raises(InputError, match="one page, not 2"):
        render([scene(), scene()], ".png")


def test_renderers_are_imported_on_demand() -> None:
    code = "import placards.render.formats, sys; print([m for m in ('reportlab', 'PIL', 'pypdfium2_raw') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_inks_that_a_pdf_leaves_out_are_said() -> None:  # defects.md 9
    red = Color((0.85, 0.12, 0.02), (0, 0.9, 1, 0.05))
    spot = Color((0, 0, 0), spot="Warm Grey")
    items = (
        rectangle(0, 0, 9, 9, red),
        Group((FillPath(Path.rect(Rect(0, 0, 9, 9)), BLUE, stroke=Stroke(spot, 1)),)),
        block("A", "en", Rect(0, 0, 90, 90), paint=red),
    )
    found = Diagnostics()
    render([scene(*items)], ".pdf", report=found)
    (said,) = found
    assert said.severity is Severity.WARNING
    assert str(said).startswith(
        "the PDF shows the screen's colours: the inks given for #d91f05, Warm Grey are not in it"
    )
    for suffix, made in ((".png", items), (".svg", items), (".pdf", (rectangle(0, 0, 9, 9, BLUE),))):
        quiet = Diagnostics()
        render([scene(*made)], suffix, report=quiet)
        assert not len(quiet)


def test_many_inks_are_not_all_named() -> None:
    items = [rectangle(0, 0, 9, 9, Color((n / 9, 0, 0), (0, n / 9, 1, 0))) for n in range(9)]
    said = unused_inks([scene(*items)])
    assert said is not None
    assert "…" in str(said)
    assert str(said).count("#") == 6


def test_paints_of_all_kinds() -> None:
    stops = (Stop(0, RED), Stop(1, BLUE))
    items = (
        FillPath(Path(()), LinearGradient(Point(0, 0), Point(1, 1), stops)),
        FillPath(Path(()), Pattern(Path(()), BLACK, Rect(0, 0, 1, 1), ground=WHITE)),
        Picture(b"", Rect(0, 0, 1, 1)),
        FillPath(Path(()), Pattern(Path(()), BLACK, Rect(0, 0, 1, 1))),
    )
    assert list(colors(items)) == [RED, BLUE, BLACK, WHITE]


def test_a_picture_reaches_into_the_bleed() -> None:  # defects.md 5: what compose gives is drawn to its edge
    picture = Picture(png(Image.new("RGB", (9, 9), (216, 30, 5))), Rect(-30, -30, 160, 160))
    made = scene(Group((picture,), clip=Path.rect(Rect(-10, -10, 120, 120))), size=(100, 100), bleed=10)
    drawn = with_pdfium(render_pdf([made]), 120)
    assert drawn.getcolors() == [(120 * 120, (216, 30, 5))]
