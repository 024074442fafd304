"""Columns as they are drawn, over what Chromium draws of the same lines with the same fonts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.values.geometry import Rect
from tests.samples import Sample, vertical_samples
from tests.tools.vertical_oracle import EM, FILE, TOP, WIDTH, height, ink, unpacked

from .building import block, difference, scene, with_librsvg, with_pdfium

#: How much of the ink in one or both drawings is in both. With these fonts Chromium sets what goes together in one em
#: right of the middle, and a dash left of it; ours are centred.
LEAST, LEAST_DASH, LEAST_TOGETHER = 0.87, 0.82, 0.6


def ours(sample: Sample) -> bytes:
    size = (WIDTH, height(sample))
    # Mongolian has one weight, which we make bolder and Chromium does not.
    weight = 400 if sample.language == "mn-Mong" else None
    box = Rect(0, TOP, (WIDTH + EM) / 2, size[1])
    column = block(sample.text, sample.language, box, size=EM, vertical=True, weight=weight)
    picture = with_pdfium(render_pdf([scene(column, size=size)]), WIDTH)
    assert picture.size == size
    return ink(picture)


def overlap(one: bytes, other: bytes) -> float:
    """Of the pixels that are dark in either, the part that is dark in both."""
    both = sum(((a | b) ^ 0xFF).bit_count() for a, b in zip(one, other, strict=True))
    either = sum(((a & b) ^ 0xFF).bit_count() for a, b in zip(one, other, strict=True))
    return both / either


@pytest.fixture(scope="module")
def chromium() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))["lines"]
    return found


@pytest.mark.parametrize("sample", vertical_samples(), ids=lambda sample: sample.text)
def test_columns_agree_with_chromium(sample: Sample, chromium: dict[str, Any]) -> None:
    found = overlap(ours(sample), unpacked(chromium[sample.text]))
    assert found >= (LEAST_TOGETHER if sample.together else LEAST_DASH if "—" in sample.text else LEAST)


def test_what_is_turned_otherwise_does_not_agree(chromium: dict[str, Any]) -> None:
    """What the measure is worth: the same characters, all standing."""
    text = "2024年、第3回"
    standing = Sample(text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}), "ja", [], [], "", "", "")
    assert overlap(ours(standing), unpacked(chromium[text])) < 0.4


def test_svg_and_pdf_show_the_same_columns(tmp_path: Path) -> None:
    column = block("12月、No War!!\n3月——今!?", "ja", Rect(0, 10, 130, 600), size=50, vertical=True)
    page = scene(column, size=(130, 600))
    assert difference(with_librsvg(render_svg(page), 260, tmp_path), with_pdfium(render_pdf([page]), 260)) < 2.0
