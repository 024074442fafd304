"""A hundred emoji sequences as vectors in every output, beside HarfBuzz's own raster of the font."""

from __future__ import annotations

import io
from pathlib import Path as FilePath

import pytest
from PIL import Image

from placards.render.formats import render
from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.scene.glyphs import missing_glyphs
from placards.scene.items import TextBlock
from placards.values.geometry import Rect
from tests.render.building import block, difference, scene, with_librsvg, with_pdfium, with_poppler
from tests.render.color_fonts import reference

#: People, skin tones, families, flags of countries, regions and causes, keycaps, hearts, hands, signs.
SEQUENCES = (
    "😀 😂 🥰 😢 😡 🤔 🙏 👏 👋 👍 "
    "✊ ✊🏻 ✊🏼 ✊🏽 ✊🏾 ✊🏿 ✌️ ✌🏽 🤝 👊🏾 "
    "👩 👩🏽 👨🏿 🧑‍🚒 👩‍🌾 👨🏾‍🏭 👩🏻‍🔬 👩🏿‍⚕️ 🧑🏽‍🎓 👩‍🏫 "
    "👨‍👩‍👧 👨‍👩‍👧‍👦 👩‍👩‍👦 👨‍👨‍👧 👩‍👧‍👦 👨‍👦 👩‍❤️‍👩 👨‍❤️‍👨 👫 👭 "
    "🧑‍🤝‍🧑 👩🏽‍🤝‍👨🏿 🧑🏻‍🤝‍🧑🏿 🧕 🧕🏾 👳🏽‍♂️ 🧓 👵🏼 👶🏿 🤱🏽 "
    "🧑‍🦽 👩‍🦼 👨‍🦯 🧏‍♀️ 🙋🏽‍♀️ 🙅🏾‍♂️ 🚶🏿‍♀️ 🏃🏽 💃🏻 🕺🏾 "
    "🇵🇸 🇺🇦 🇸🇩 🇾🇪 🇦🇫 🇲🇲 🇨🇩 🇮🇷 🇧🇷 🇮🇳 "
    "🇯🇵 🇰🇪 🇩🇪 🇲🇽 🇨🇺 🇺🇳 🇪🇺 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏳️‍🌈 "
    "🏳️‍⚧️ 🏳️ 🏴 0️⃣ 1️⃣ 9️⃣ #️⃣ *️⃣ ❤️ 💚 "
    "🕊️ ☮️ 🌍 🌈 🔥 💧 ☀️ 🌻 📢 ⚖️"
).split()

COLUMNS, CELL, SIZE = 10, 64, 40

#: Pixels a point.
SCALE = 2

#: How much of 255 a cell's mean pixel may differ: edges are drawn in more than one way.
TOLERANCE = 2.5


def emoji(sequence: str, number: int) -> TextBlock:
    across, down = number % COLUMNS, number // COLUMNS
    return block(sequence, "en", Rect(across * CELL + 8, down * CELL + 8, CELL - 16, CELL - 16), size=SIZE)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    folder: FilePath = tmp_path_factory.mktemp("emoji")
    blocks = [emoji(sequence, number) for number, sequence in enumerate(SEQUENCES)]
    width, height = COLUMNS * CELL, len(SEQUENCES) // COLUMNS * CELL
    made = scene(*blocks, size=(width, height), pixels=(width * SCALE, height * SCALE))
    pdf = render_pdf([made])
    width, height = width * SCALE, height * SCALE
    wanted = Image.new("RGB", (width, height), "white")
    for number in range(len(SEQUENCES)):
        cell = reference(emoji(SEQUENCES[number], 0), (CELL * SCALE, CELL * SCALE), SCALE)
        wanted.paste(cell, (number % COLUMNS * CELL * SCALE, number // COLUMNS * CELL * SCALE))
    return {
        "wanted": wanted,
        "pdf": with_pdfium(pdf, width),
        "poppler": with_poppler(pdf, width, folder),
        "svg": with_librsvg(render_svg(made), width, folder),
        "png": Image.open(io.BytesIO(render([made], ".png"))).convert("RGB"),
    }


def cells(picture: Image.Image) -> list[Image.Image]:
    return [
        picture.crop((x, y, x + CELL * SCALE, y + CELL * SCALE))
        for y in range(0, picture.height, CELL * SCALE)
        for x in range(0, picture.width, CELL * SCALE)
    ]


def test_there_are_a_hundred_and_the_font_has_them() -> None:
    assert len(set(SEQUENCES)) == len(SEQUENCES) == 100
    for number, sequence in enumerate(SEQUENCES):
        one = emoji(sequence, number)
        assert not list(missing_glyphs(one)), sequence
        glyphs = [g for line in one.lines for placed in line.runs for g in placed.run.glyphs if g.x_advance]
        assert len(glyphs) == 1, f"{sequence} is one picture"


@pytest.mark.parametrize("kind", ["pdf", "poppler", "svg", "png"])
def test_each_looks_as_the_font_says(kind: str, pictures: dict[str, Image.Image]) -> None:
    found = [difference(*pair) for pair in zip(cells(pictures[kind]), cells(pictures["wanted"]), strict=True)]
    wrong = {SEQUENCES[n]: round(value, 2) for n, value in enumerate(found) if value > TOLERANCE}
    assert not wrong


def test_the_comparison_tells_emoji_apart(pictures: dict[str, Image.Image]) -> None:
    first, *others = cells(pictures["wanted"])
    assert min(difference(first, other) for other in others) > 2 * TOLERANCE
    assert all(len(cell.getcolors(100_000) or ()) > 5 for cell in (first, *others)), "each shows colours"
