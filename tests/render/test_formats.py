"""The table of formats."""

from __future__ import annotations

import subprocess
import sys

import pytest

from placards.problems.errors import InputError
from placards.render.formats import RENDERERS, render
from tests.render.building import scene

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
