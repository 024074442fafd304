"""``below`` and ``above``: what hangs on a text's ink, and closes up where the text is not shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.job import Job
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import text_blocks
from placards.problems.errors import InputError
from placards.scene.items import FillPath, Scene
from placards.template.folder import layout_at

from ..jobs import engine_of

LAYOUT = """
name = "Below"
[palettes.day]
paper = "#ffffff"
ink = "#000000"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
height = "60%"
valign = "top"
[[element]]
id = "date"
type = "text"
show = "date"
inside = "safe"
below = "slogan"
top = "2mm"
height = "4mm"
max_size = "8pt"
valign = "top"
[[element]]
id = "place"
type = "text"
show = "place"
inside = "safe"
below = ["slogan", "date"]
top = "2mm"
height = "4mm"
max_size = "8pt"
valign = "top"
[[element]]
id = "field"
type = "shape"
fill = "ink"
below = ["slogan", "date", "place"]
top = "20mm"
bottom = "0"
"""


def scene(folder: Path, text: str, fields: tuple[str, ...], size: str = "a4") -> Scene:
    layout = folder / "layouts" / "below"
    layout.mkdir(parents=True, exist_ok=True)
    (layout / "layout.toml").write_text(LAYOUT, encoding="utf-8")
    shown = tuple((name, (SlotText("Somewhere", "en"),)) for name in fields)
    content = Content(("en",), (Entry("", (SlotText(text, "en"),)),), shown)
    return engine_of(folder).scenes(Job("x.pdf", "below", size, content))[0]


def ink_of(page: Scene, slot: str) -> tuple[float, float]:
    lines = next(block.lines for block in text_blocks(page.items) if block.slot == slot)
    return min(line.ink.y for line in lines), max(line.ink.bottom for line in lines)


@pytest.mark.parametrize("text", ["Peace", "No one is free until all of us are free"])
def test_field_takes_what_the_slogan_leaves(tmp_path: Path, text: str) -> None:
    page = scene(tmp_path, text, ())
    field = next(item for item in page.items if isinstance(item, FillPath)).path.bounds()
    assert field.y == pytest.approx(ink_of(page, "slogan")[1] + 20 * 72 / 25.4)
    assert field.bottom == pytest.approx(page.trim.height + page.bleed)


def test_what_is_not_shown_leaves_no_hole(tmp_path: Path) -> None:
    gap = 2 * 72 / 25.4
    page = scene(tmp_path, "Peace", ("date", "place"))
    assert ink_of(page, "place")[0] == pytest.approx(ink_of(page, "date")[1] + gap)
    page = scene(tmp_path, "Peace", ("place",))
    assert ink_of(page, "place")[0] == pytest.approx(ink_of(page, "slogan")[1] + gap)


def test_field_without_room_is_not_drawn(tmp_path: Path) -> None:
    page = scene(tmp_path, "Peace and bread", ("date", "place"), "60x30mm")
    assert not [item for item in page.items if isinstance(item, FillPath)]


def test_below_names_an_earlier_element(tmp_path: Path) -> None:
    (tmp_path / "layout.toml").write_text(LAYOUT.replace('below = "slogan"', 'below = "place"'), encoding="utf-8")
    with pytest.raises(InputError, match="stands after it"):
        layout_at(tmp_path)
