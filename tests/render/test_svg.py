"""The SVG renderer, seen by an XML parser and librsvg."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from placards.render.formats import render
from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.values.geometry import Rect
from tests.render.building import block, difference, rectangle, scene, with_librsvg, with_pdfium
from tests.render.test_pdf import full_scene

NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_what_it_says_of_itself() -> None:
    root = ElementTree.fromstring(render_svg(scene(size=(144, 72))))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("50.8mm", "25.4mm", "0 0 144 72")
    assert root.get("lang") == "en"
    assert root.findtext(f"{NAMESPACE}title") == "Climate justice – عدالة"


def test_text_has_a_name_and_a_language() -> None:
    root = ElementTree.fromstring(render_svg(scene(block('عدالة\n<الآن> & "هنا"', "ar", Rect(0, 0, 500, 90)))))
    group = root.find(f"{NAMESPACE}g")
    assert group is not None
    assert (group.get("role"), group.get("lang")) == ("img", "ar")
    assert group.get("aria-label") == 'عدالة <الآن> & "هنا"'


def test_each_glyph_is_defined_once() -> None:
    root = ElementTree.fromstring(render_svg(scene(block("eeeee", "en", Rect(0, 0, 500, 90)))))
    assert len(root.findall(f"{NAMESPACE}defs/{NAMESPACE}path")) == 1
    assert len(root.findall(f".//{NAMESPACE}use")) == 5


def test_it_looks_like_the_image(tmp_path: Path) -> None:
    made = full_scene()
    (tmp_path / "made.png").write_bytes(render([made], ".png"))
    from PIL import Image

    with Image.open(tmp_path / "made.png") as image:
        assert difference(with_librsvg(render_svg(made), 640, tmp_path), image.convert("RGB")) < 2.5


def test_without_bleed_it_looks_like_the_pdf(tmp_path: Path) -> None:
    made = scene(rectangle(10, 10, 100, 50, block("x", "en", Rect(0, 0, 9, 9)).lines[0].runs[0].paint))
    assert difference(with_librsvg(render_svg(made), 300, tmp_path), with_pdfium(render_pdf([made]), 300)) < 0.5


def test_unknown_items_are_refused() -> None:
    with pytest.raises(AssertionError, match="3"):
        render_svg(scene(3))  # type: ignore[arg-type]
