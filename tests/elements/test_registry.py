"""Adding a kind of element touches its own module, its test and its documentation: here a kind that only this test has."""

from __future__ import annotations

import io
import pathlib
import re
from collections.abc import Iterator
from typing import Literal

import pytest
from PIL import Image as Pillow

from placards.elements.base import Element, Reference
from placards.elements.page import Page
from placards.elements.registry import element, kinds, registered
from placards.problems.errors import InputError
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.scene.items import FillPath, Item
from placards.template.check import check_layout
from placards.values.geometry import Path

from ..compose.support import GROUND, HEAD, composed, content, load_picture, loaded

ROOT = pathlib.Path(__file__).parents[2]


class Dot(Element):
    """A round spot of a colour."""

    type: Literal["dot"]
    fill: str = "ink"

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))

    def place(self, page: Page) -> Iterator[Item]:
        yield FillPath(Path.ellipse(page.box(self)), page.colors[self.fill])


LAYOUT = HEAD + GROUND + '[[element]]\nid = "spot"\ntype = "dot"\nwidth = "20vmin"\nheight = "20vmin"\n'


# The 7th proof.
def test_a_new_kind_is_read_checked_composed_and_drawn() -> None:
    with registered(Dot):
        layout = loaded(LAYOUT)
        assert list(check_layout(layout, load_picture=load_picture)) == []
        made = composed(layout, content())
        pdf = render(made.scenes, ".pdf", RenderOptions())
        assert pdf.startswith(b"%PDF")
        picture = Pillow.open(io.BytesIO(render(made.scenes, ".png", RenderOptions(dpi=30)))).convert("RGB")
    middle = picture.getpixel((picture.width // 2, picture.height // 2))
    assert middle == (16, 16, 16), "the spot is drawn"
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    assert "dot" not in kinds(), "and it is gone again"


def test_a_new_kind_has_the_checks_of_every_kind() -> None:
    with registered(Dot):
        with pytest.raises(
            InputError, match=r"layout\.toml:14: element\[1\]\.fill: the colour “inc” .*Did you mean “ink”"
        ):
            loaded(LAYOUT + 'fill = "inc"\n')
        with pytest.raises(InputError, match="“inside” names “safee”"):
            loaded(LAYOUT + 'inside = "safee"\n')
        with pytest.raises(InputError, match=r"unknown key “fil”\. Did you mean “fill”"):
            loaded(LAYOUT + 'fil = "ink"\n')
        variant = '[[variant]]\nwhen = "aspect > 1"\nchange.spot.fill = "inc"\n'
        with pytest.raises(InputError, match=r"variant\[0\]\.change\.spot\.fill: the colour “inc”"):
            loaded(LAYOUT + variant)
    with pytest.raises(InputError, match=r"no element of the type “dot”\. Known: image, list, qr, shape, text, wall"):
        loaded(LAYOUT)


def test_the_shipped_kinds_are_found_by_themselves() -> None:
    assert list(kinds()) == ["image", "list", "qr", "shape", "text", "wall"]
    for name, kind in kinds().items():
        assert kind.__module__ == f"placards.elements.{name}", "a module each"
        assert kind.__doc__


def test_every_kind_is_documented() -> None:
    text = (ROOT / "templates" / "layouts" / "README.md").read_text(encoding="utf-8")
    for name, kind in kinds().items():
        (row,) = re.findall(rf"^\| `{name}` \|(.*)$", text, re.MULTILINE)
        own = set(kind.model_fields) - set(Element.model_fields)
        assert own - {"optional", "show"} <= set(re.findall(r"`([a-z_]+)", row)) | {"optional"}, name


def test_two_kinds_of_one_name_are_refused() -> None:
    class Text(Dot):
        type: Literal["text"]  # type: ignore[assignment]  # that is the point

    with pytest.raises(ValueError, match="two kinds of elements are called text"):
        element(Text)

    class Nameless(Element):
        pass

    with pytest.raises(ValueError, match="Nameless: type is no Literal"):
        element(Nameless)


def test_an_element_that_places_nothing_by_itself_is_no_kind() -> None:
    class Unfinished(Element):
        type: Literal["unfinished"]

    with pytest.raises(TypeError, match="abstract"):
        Unfinished(id="x", type="unfinished")  # type: ignore[abstract]  # that is the point
