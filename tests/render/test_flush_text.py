"""Stretched lines come back as they were typed: from four readers, and from SVG."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.scene.items import TextBlock
from placards.text.kashida import TATWEEL
from tests.layout.test_flush import ABLE, kashidas, placed, scene, slogans, stretched
from tests.tools.readback import READERS, fold

LANGUAGES = ("ar", "fa", "ps", "ug", "ckb", "sd")
TYPED = f"الســلام للجميع\nوالعدالة{' '}للجميع"


def stretched_blocks() -> list[tuple[str, TextBlock]]:
    """Slogans in all languages and faces with a kashida in them, and their texts."""
    out = []
    for language in LANGUAGES:
        for number, text in enumerate(slogans(language)[::2]):
            block = placed(text, language, ABLE[number % 4])
            if any(kashidas(line) for line in block.lines):
                out.append((text, block))
    return out


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("flush")
    out = []
    for number, (text, block) in enumerate(stretched_blocks()):
        path = folder / f"{number}.pdf"
        path.write_bytes(render_pdf([scene(block)]))
        out.append((path, text))
    return out


@pytest.mark.parametrize("reader", READERS)
def test_text_comes_back_without_kashidas(reader: str, files: list[tuple[Path, str]]) -> None:
    assert len(files) >= 80
    found = READERS[reader]([path for path, _ in files])
    assert not any(TATWEEL in text for text in found)
    wrong = [(fold(text), fold(wanted)) for text, (_, wanted) in zip(found, files, strict=True)
             if fold(text) != fold(wanted)]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("reader", READERS)
def test_a_typed_tatweel_stays(reader: str, tmp_path: Path) -> None:
    block = placed(TYPED, "ar", "Noto Kufi Arabic")
    path = tmp_path / "x.pdf"
    path.write_bytes(render_pdf([scene(block)]))
    (text,) = READERS[reader]([path])
    assert text.count(TATWEEL) == 2
    assert fold(text) == fold(TYPED)


@pytest.mark.parametrize("face", ABLE)
def test_svg_has_the_text_and_the_same_letters(face: str) -> None:
    block = placed(stretched(face), "ar", face)
    svg = render_svg(scene(block))
    text = svg.decode() if isinstance(svg, bytes) else svg
    assert TATWEEL not in text
    assert " ".join(block.text.split()) in text
    drawn = sum(len(run.run.glyphs) for line in block.lines for run in line.runs)
    assert text.count("<use ") >= drawn - 2 * len(block.text.split())  # spaces are not drawn


def test_a_selection_covers_the_stretched_word() -> None:
    """PDFium's boxes of a line's characters leave no gap as wide as a kashida."""
    block = placed(stretched("Noto Kufi Arabic"), "ar", "Noto Kufi Arabic")
    document = pypdfium2.PdfDocument(render_pdf([scene(block)]))
    page = document[0]
    reader = page.get_textpage()
    boxes = [reader.get_charbox(index, loose=True) for index in range(reader.count_chars())]
    for line in block.lines:
        for run in kashidas(line):
            middle = line.origin.x + run.offset + run.run.advance * run.unit / 2
            y = 280 - line.origin.y + 0.1 * line.size
            assert any(left <= middle <= right and bottom <= y <= top for left, bottom, right, top in boxes)
    for opened in (reader, page, document):
        opened.close()
