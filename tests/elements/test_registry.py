"""Adding a kind of element touches its own module, its test and its documentation: here a kind that only this test has."""

from __future__ import annotations

import dataclasses
import io
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Literal

import pytest
from PIL import Image as Pillow

from placards.elements.base import Element, Reference
from placards.elements.page import Page
from placards.elements.registry import element, kinds, registered
from placards.elements.typeset import Typeset
from placards.problems.errors import InputError
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.scene.items import FillPath, Item
from placards.template.check import check_layout
from placards.values.geometry import Path

from ..compose.support import GROUND, HEAD, composed, content, load_picture, loaded, paths
from ..parts import checked

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
        assert [found.code for found in check_layout(layout, load_picture=load_picture)] == ["layout-mute"]
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
            InputError, match=r"layout\.toml:14:1: element\[1\]\.fill: the colour “inc” .*Did you mean “ink”"
        ):
            loaded(LAYOUT + 'fill = "inc"\n')
        with pytest.raises(InputError, match="“inside” names “safee”"):
            loaded(LAYOUT + 'inside = "safee"\n')
        with pytest.raises(InputError, match=r"unknown key “fil”\. Did you mean “fill”"):
            loaded(LAYOUT + 'fil = "ink"\n')
        variant = '[[variant]]\nwhen = "aspect > 1"\nchange.spot.fill = "inc"\n'
        with pytest.raises(InputError, match=r"variant\[0\]\.change\.spot\.fill: the colour “inc”"):
            loaded(LAYOUT + variant)
    with pytest.raises(InputError, match=r"no element of the type “dot”"):
        loaded(LAYOUT)


def test_what_stands_in_an_element_that_draws_nothing_has_its_box() -> None:
    class Frame(Element):
        """A box that is not seen."""

        type: Literal["hull"]

        def place(self, page: Page) -> Iterator[Item]:
            return iter(())

    frame = '[[element]]\nid = "frame"\ntype = "hull"\nwidth = "50%"\n'
    with registered(Frame):
        made = composed(HEAD + frame + GROUND + 'inside = "frame"\ntop = "10pt"\nheight = "5pt"\n', content())
    (ground,) = paths(made)
    assert ground.path.bounds().width == pytest.approx(made.scenes[0].trim.width / 2)


def test_the_shipped_kinds_are_found_by_themselves() -> None:
    modules = sorted((ROOT / "placards" / "elements").glob("*.py"))
    written = [module.stem for module in modules if "\n@element\n" in module.read_text(encoding="utf-8")]
    assert list(kinds()) == written
    assert {"border", "bubble", "image", "list", "qr", "rays", "shape", "text", "voices", "wall"} <= set(written)
    for name, kind in kinds().items():
        assert kind.__module__ == f"placards.elements.{name}", "a module each"
        assert kind.__doc__


def test_every_kind_is_documented() -> None:
    guide = (ROOT / "templates" / "layouts" / "README.md").read_text(encoding="utf-8")
    text = guide.partition("## Elements")[2].partition("\n### ")[0]
    for name, kind in kinds().items():
        (row,) = re.findall(rf"^\| `{name}` \|(.*)$", text, re.MULTILINE)
        own = {field.name for field in dataclasses.fields(kind)} - {field.name for field in dataclasses.fields(Element)}
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


def test_reading_layouts_needs_no_text_engine() -> None:
    code = (
        "import sys; from placards.files.shipped import world_of; from placards.template.library import LayoutLibrary;"
        "library = LayoutLibrary(world_of()); [library.layout(name) for name in library.names()];"
        "print([m for m in ('uharfbuzz', 'icu4py', 'reportlab', 'PIL', 'babel') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_a_kind_does_not_say_is_nothing() -> None:
    """A new kind says what it must; the checks and the steps ask it for everything."""
    spot = checked(Dot, {"id": "spot", "type": "dot"})
    for ask in (spot.shows, spot.says, spot.words):
        assert list(ask()) == []
    assert spot.ground is None

    class Label(Typeset):
        """Letters of no colour, with notes beside them."""

        type: Literal["label"]
        notes: dict[str, str] = dataclasses.field(default_factory=dict)

        def place(self, page: Page) -> Iterator[Item]:
            return iter(())

    made = checked(Label, {"id": "a", "type": "label"})
    assert made.notes == {}
    assert list(made.letters()) == []
    assert checked(Label, {"id": "a", "type": "label", "notes": {"x": "y"}}).notes == {"x": "y"}
    with pytest.raises(InputError, match="notes"):
        checked(Label, {"id": "a", "type": "label", "notes": 3})
