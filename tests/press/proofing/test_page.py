"""A proof shows the whole sheet in small, with its lines where a ruler would find them, in words that somebody reads."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.files.shipped import world_of
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.messages.library import MessageLibrary
from placards.messages.whole import Whole
from placards.pipeline import Engine
from placards.press.finishing import steps
from placards.press.proofing.page import SAFE, TRIM, Shown, proof_page
from placards.press.proofing.words import ENGLISH, proof_words
from placards.scene.items import FillPath, Group, Item, Metadata, Scene
from placards.text.fontset import shipped_fonts
from placards.values.color import BLACK, Color
from placards.values.geometry import Matrix, Path, Point, Rect, Size
from placards.values.profile import Finishing, Profile
from placards.values.sheet import parse_sheet, sheet_for
from placards.values.units import MM

WORDS = Whole({name.partition("-")[2]: word for name, word in ENGLISH.items()}, "en")
BANNER = Profile("b", bleed_mm=20, safe_mm=50, finishing=Finishing(hem_mm=30, eyelets_mm=500))


def page_of(size: str, profile: Profile = BANNER, words: Whole = WORDS) -> tuple[Scene, Scene]:
    """A sheet of black from bleed to bleed, and its proof."""
    sheet = sheet_for(profile, parse_sheet(size))
    whole = Rect(0, 0, *sheet.trim).inset(*4 * (-sheet.bleed,))
    scene = Scene(sheet.trim, (FillPath(Path.rect(whole), BLACK),), Metadata("All black", "en"), sheet.bleed)
    todo = steps(sheet.trim, profile.finishing, MM, rtl=False)
    return scene, proof_page(scene, Shown(sheet, todo, "black.pdf", words), shipped_fonts())


def lines(items: tuple[Item, ...], color: Color) -> Iterator[FillPath]:
    for item in items:
        if isinstance(item, FillPath) and item.stroke is not None and item.stroke.paint == color:
            yield item


def place_of(page: Scene) -> Matrix:
    """From the sheet to its place on the page: the one group with a clip."""
    (small,) = (item for item in page.items if isinstance(item, Group) and item.clip is not None)
    return small.transform


SIZES = ["a3", "a5", "a3-landscape", "banner-300x100cm", "banner-100x300cm", "10x10cm", "24x36in", "6x3ft", "50x1m"]


@pytest.mark.parametrize("size", SIZES)
def test_lines_lie_where_the_sheet_has_them(size: str) -> None:
    profile = (
        BANNER if "m" in size and size != "10x10cm" else replace(BANNER, bleed_mm=3, safe_mm=5, finishing=Finishing())
    )
    scene, page = page_of(size, profile)
    place = place_of(page)
    assert place.a == place.d > 0
    assert place.b == place.c == 0
    boxes = [line.path.bounds() for line in lines(page.items, TRIM)]
    trim = Rect(*place.point(0, 0), scene.trim.width * place.a, scene.trim.height * place.a)
    assert [round(v, 6) for v in boxes[0]] == [round(v, 6) for v in trim]
    (safe, *_) = lines(page.items, SAFE)
    sheet = sheet_for(profile, parse_sheet(size))
    assert safe.path.bounds().width == pytest.approx(sheet.safe.width * place.a)


@given(st.floats(40, 5000), st.floats(40, 5000), st.floats(0, 15))
def test_everything_is_on_the_page(width: float, height: float, bleed: float) -> None:
    _, page = page_of(f"{width:.1f}x{height:.1f}mm", Profile("p", bleed_mm=bleed, safe_mm=5))
    inside = Rect(0, 0, *page.trim).inset(30, 30, 30, 30)
    for item in page.items:
        for box in _boxes(item, Matrix()):
            assert inside.x <= box.x
            assert box.right <= inside.right
            assert inside.y <= box.y
            assert box.bottom <= inside.bottom


def _boxes(item: Item, matrix: Matrix) -> Iterator[Rect]:
    match item:
        case Group() if item.clip is not None:
            yield item.clip.transformed(item.transform.then(matrix)).bounds()
        case Group():
            for one in item.items:
                yield from _boxes(one, item.transform.then(matrix))
        case FillPath():
            yield item.path.transformed(matrix).bounds()
        case _:
            for line in item.lines if hasattr(item, "lines") else ():
                corners = [
                    matrix.point(x, y) for x in (line.ink.x, line.ink.right) for y in (line.ink.y, line.ink.bottom)
                ]
                yield _around(corners)


def _around(points: list[Point]) -> Rect:
    left, top = min(p.x for p in points), min(p.y for p in points)
    return Rect(left, top, max(p.x for p in points) - left, max(p.y for p in points) - top)


def test_the_bleed_is_seen_and_faded() -> None:
    """Pixels of the drawn page: black inside the trim, grey in the bleed, white outside."""
    from placards.render.formats import render

    scene, page = page_of("banner-300x100cm", replace(BANNER, finishing=Finishing()))
    place, scale = place_of(page), 4.0
    picture = pypdfium2.PdfDocument(render([page], ".pdf"))[0].render(scale=scale).to_pil().convert("L")

    def at(x: float, y: float) -> int:
        point = place.point(x, y)
        found = picture.getpixel((round(point.x * scale), round(point.y * scale)))
        assert isinstance(found, int)
        return found

    middle = scene.trim.width / 2
    assert at(middle, 25 * MM) == 0
    assert 120 < at(middle, -10 * MM) < 180
    assert at(middle, -40 * MM) == 255


@pytest.mark.parametrize("language", ["en", "ur", "hi", "th", "ja", "ar", "de"])
def test_the_page_is_read_in_its_language(language: str) -> None:
    library = MessageLibrary(world_of())
    words = proof_words(library, language)
    assert words.language == language
    job = Job(
        "x.pdf",
        "big",
        "a4",
        Content((language,), (Entry("", (SlotText("Peace", "en"),)),)),
        output=OutputSpec(proof="pdf"),
    )
    (name, data) = Engine(world_of()).make(job).files[1]
    assert name == "x.proof.pdf"
    page = pypdfium2.PdfDocument(data)[0]
    assert [round(v, 1) for v in page.get_size()] == [595.3, 841.9]
    text = page.get_textpage().get_text_bounded()
    assert words["proof-only"].split()[0] in text
    assert "210 × 297 mm" in text


def test_every_language_that_has_the_words_can_set_them() -> None:
    library = MessageLibrary(world_of())
    languages = {words.language: words for tag in library.language_tags() if (words := proof_words(library, tag))}
    assert len(languages) > 60
    for words in languages.values():
        page_of("banner-300x100cm", words=words)


def test_pages_of_a_leaflet_are_numbered() -> None:
    content = Content(
        ("en",), (Entry("", (SlotText("Peace", "en"),)),), fields=(("body", (SlotText("Some words.", "en"),)),)
    )
    engine = Engine(world_of())
    job = Job("x.pdf", "leaflet", "a5", content, output=OutputSpec(proof="pdf"))
    with pikepdf.open(io.BytesIO(engine.make(job).files[1][1])) as pdf:
        assert len(pdf.pages) == 2
    pictures = engine.make(replace(job, output=OutputSpec(proof="png"))).files
    assert [name for name, _ in pictures] == ["x.pdf", "x.proof-1.png", "x.proof-2.png"]
    assert Size(*pypdfium2.PdfDocument(engine.make(job).files[0][1])[0].get_size()).aspect < 1
