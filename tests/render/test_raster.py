"""Images: sizes, colours, determinism and limits."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms

from placards.problems.errors import InputError
from placards.render import png as png_module
from placards.render import raster
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.render.pdf import render_drawing, render_pdf
from placards.render.png_filters import filtered_rows
from placards.render.raster import render_image
from placards.render.srgb import srgb_profile
from placards.scene.items import FillPath, Group, Picture
from placards.values.color import LinearGradient, Stop
from placards.values.geometry import Matrix, Point, Rect, Size
from placards.values.geometry import Path as Outline
from tests.render.building import BLUE, RED, block, difference, png, rectangle, scene

KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("suffix", KINDS)
def test_exact_pixels_without_the_bleed(suffix: str) -> None:
    made = scene(rectangle(-9, -9, 618, 318, RED), rectangle(0, 0, 600, 1, RED), bleed=9, pixels=(1081, 541))
    image = opened(render([made], suffix))
    assert (image.format, image.size, image.mode) == (KINDS[suffix], (1081, 541), "RGB")
    assert image.getpixel((0, 0)) == image.getpixel((1080, 540)) == pytest.approx((216, 30, 5), abs=2)
    assert image.info["icc_profile"] == srgb_profile()


def test_print_sizes_take_the_dpi() -> None:
    image = opened(render([scene(size=(72, 144))], ".png", RenderOptions(dpi=300)))
    assert image.size == (300, 600)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_only_the_trim_is_shown() -> None:
    made = scene(rectangle(0, 0, 100, 50, RED), size=(100, 50), bleed=20, pixels=(100, 50))
    image = opened(render([made], ".png"))
    assert image.getcolors() == [(5000, (216, 30, 5))]


def test_the_same_bytes_twice() -> None:
    made = scene(block("عدالة", "ar", Rect(0, 0, 500, 90)))
    for suffix in KINDS:
        assert render([made], suffix) == render([made], suffix)


def test_jpeg_keeps_every_pixels_color() -> None:
    image = opened(render([scene(size=(72, 72))], ".jpg"))
    samplings = [component[1:3] for component in image.layer]  # type: ignore[attr-defined]
    assert samplings == [(1, 1)] * 3


def test_the_profile_is_srgb() -> None:
    profile = ImageCms.getOpenProfile(io.BytesIO(srgb_profile()))
    ramp = Image.new("RGB", (256, 1))
    for i in range(256):
        ramp.putpixel((i, 0), (i, 255 - i, i // 2))
    converted = ImageCms.profileToProfile(ramp, profile, ImageCms.createProfile("sRGB"))
    assert converted is not None
    pairs = zip(ramp.tobytes(), converted.tobytes(), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 1


@pytest.mark.parametrize(
    ("pixels", "kind", "problem"),
    [
        ((20_000, 20_000), "png", "larger than 51,666,666 pixels, the most for PNG"),
        ((20_000, 20_000), "jpeg", "larger than 150,000,000 pixels, the most for JPEG"),
        ((10_000, 10_000), "webp", "larger than 17,714,285 pixels, the most for WEBP"),
        ((17_000, 100), "webp", "too long for WEBP"),
        ((70_000, 10), "jpeg", "too long for JPEG"),
        ((0, 10), "png", "no area"),
    ],
)
def test_absurd_sizes(pixels: tuple[int, int], kind: raster.Kind, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        render_image(render_pdf([scene()]), kind, RenderOptions(), pixels=pixels)
    assert caught.value.remedy


def test_what_is_no_pdf() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        render_image(b"not a PDF", "png", RenderOptions())
    with pytest.raises(InputError, match="no page 2"):
        render_image(render_pdf([scene()]), "png", RenderOptions(), page=1)


def test_images_carry_title_and_trust() -> None:
    import io

    from PIL import Image

    from placards.render.formats import render
    from placards.scene.items import Metadata, Scene

    told = Metadata("سلام & <peace>", "fa", author="Students", subject="fa: translated, not approved")
    scene = Scene(Size(100, 50), (), told)
    png = Image.open(io.BytesIO(render([scene], ".png")))
    assert png.text == {"Title": told.title, "Author": "Students", "Description": told.subject}
    jpeg = Image.open(io.BytesIO(render([scene], ".jpg")))
    assert jpeg.info["comment"].decode() == f"{told.title}\nStudents\n{told.subject}"
    webp = Image.open(io.BytesIO(render([scene], ".webp")))
    assert "سلام &amp; &lt;peace&gt;" in webp.info["xmp"].decode()
    assert "not approved" in webp.info["xmp"].decode()
    bare = Scene(Size(100, 50), (), Metadata("", "en"))
    assert Image.open(io.BytesIO(render([bare], ".png"))).text == {}


def pixels_of(data: bytes) -> Image.Image:
    return opened(data).convert("RGB")


def photograph(size: tuple[int, int] = (300, 200)) -> Image.Image:
    ramp = Image.radial_gradient("L").resize(size)
    noise = Image.effect_noise(size, 12)
    return Image.merge("RGB", (ramp, ImageChops.add(ramp, noise, 2), noise))


def test_flat_art_and_photographs_are_the_same_pixels() -> None:
    made = scene(block("عدالة", "ar", Rect(0, 0, 500, 90), size=60), pixels=(900, 450))
    pdf = render_pdf([made])
    flat = render_image(pdf, "png", RenderOptions(), pixels=(900, 450), flat=True)
    filtered = render_image(pdf, "png", RenderOptions(), pixels=(900, 450))
    assert difference(pixels_of(flat), pixels_of(filtered)) < 0.01, "PDFium rounds otherwise with four bytes a pixel"
    assert len(flat) < 1.5 * len(filtered)


def test_png_of_flat_art_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    made = scene(
        rectangle(0, 0, 600, 300, RED), block("Peace\nسلام", "en", Rect(20, 0, 560, 290), size=100), pixels=(1080, 540)
    )
    data = render([made], ".png")
    out = io.BytesIO()
    pixels_of(data).save(out, "PNG", compress_level=6, icc_profile=srgb_profile())
    assert len(data) <= 1.1 * len(out.getvalue())


def test_png_of_photographs_is_small() -> None:
    picture = photograph()
    made = scene(Picture(png(picture), Rect(0, 0, 600, 300)), pixels=(1080, 540))
    data = render([made], ".png")
    out = io.BytesIO()
    pixels_of(data).save(out, "PNG", compress_level=6, icc_profile=srgb_profile())
    assert len(data) <= 1.1 * len(out.getvalue())


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("size", [(1, 1), (3, 2), (200, 33), (31, 97), (3, 6000)])
def test_filters_are_undone_by_any_reader(mode: str, size: tuple[int, int]) -> None:
    for picture in (photograph(size), Image.new("RGB", size, (1, 2, 3)), Image.effect_noise(size, 99).convert("RGB")):
        whole = picture.convert(mode)
        if mode == "RGBA":
            whole.putalpha(Image.effect_noise(size, 50))
        colors = png_module.RGB if mode == "RGB" else png_module.RGBA
        data = png_module.png_file(b"".join(filtered_rows(whole)), size, colors, 6)
        assert opened(data).tobytes() == whole.tobytes()
        top = whole.crop((0, 0, size[0], 1))
        if size[1] > 1:
            rest = whole.crop((0, 1, *size))
            rows = b"".join([*filtered_rows(top), *filtered_rows(rest, top)])
            assert opened(png_module.png_file(rows, size, colors, 6)).tobytes() == whole.tobytes()


def test_bands_make_the_same_image(monkeypatch: pytest.MonkeyPatch) -> None:
    made = scene(
        rectangle(-9, -9, 618, 318, RED),
        Picture(png(photograph()), Rect(30, 30, 400, 240)),
        block("Peace", "en", Rect(100, 100, 400, 90), size=60),
        bleed=9,
        pixels=(700, 333),
    )
    whole = {suffix: render([made], suffix) for suffix in (".jpg", ".png")}
    monkeypatch.setattr(raster, "_BAND_PIXELS", 700 * 70)
    for suffix, data in whole.items():
        banded = render([made], suffix)
        assert banded != data or suffix == ".png"
        image = opened(banded)
        assert image.size == (700, 333)
        assert difference(image.convert("RGB"), pixels_of(data)) < 0.1
        assert image.info["icc_profile"] == srgb_profile()
    assert opened(banded).info["dpi"] == pytest.approx((84, 84), abs=0.1)
    banded = render([made], ".jpg")
    assert banded.count(b"\xff\xd8\xff") == 1, "one file, not one a band"
    assert opened(banded).info["comment"]


def test_large_webp_is_searched_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    made = scene(rectangle(0, 0, 300, 300, RED), pixels=(400, 200))
    thorough = render([made], ".webp")
    monkeypatch.setattr(raster, "MEMORY", raster._OWN + 400 * 200 * 20)
    assert difference(pixels_of(render([made], ".webp")), pixels_of(thorough)) == 0


def test_a_png_says_its_resolution_only_where_it_has_one() -> None:
    data = png_module.png_file(bytes(4), (1, 1), png_module.RGB, 1)
    assert "dpi" not in opened(data).info
    assert opened(data).info["icc_profile"] == srgb_profile()
    assert opened(data).getpixel((0, 0)) == (0, 0, 0)


def test_nothing_is_compressed_by_the_systems_zlib() -> None:
    """zlib's bytes differ between systems (zlib, zlib-ng, Cloudflare's): it may only unpack."""
    for path in sorted(Path(raster.__file__).parent.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert "zlib.compress" not in text, path
        assert "zlib.compressobj" not in text, path
        assert 'save(out, "PNG"' not in text, path


def test_only_a_page_that_is_there() -> None:
    for page in (-1, 7):
        with pytest.raises(InputError, match="no page"):
            render_image(render_pdf([scene()]), "png", RenderOptions(), page=page)


def test_a_pdf_of_another_program_without_a_trim_box() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(72, 144))
        pdf.save(out)
    image = opened(render_image(out.getvalue(), "png", RenderOptions(dpi=72)))
    assert image.size == (72, 144)


def test_an_image_shows_what_the_pdf_with_its_text_shows() -> None:
    shown = [rectangle(10, 10, 200, 90, RED), block("عدالة للجميع", "ar", Rect(20, 20, 400, 90))]
    photo = Picture(png(Image.effect_noise((300, 200), 60).convert("RGB")), Rect(300, 100, 200, 150))
    made = scene(*shown, photo, bleed=9, pixels=(360, 180))
    from_file = render_image(render_pdf([made]), "png", RenderOptions(), pixels=(360, 180))
    assert opened(render([made], ".png")).tobytes() == opened(from_file).tobytes()
    drawing = render_drawing(made)
    assert b"/Text" not in drawing
    assert b"Tf" not in drawing.rpartition(b"stream\nq ")[2]


def test_small_images_are_quick_and_large_photographs_are_filtered(monkeypatch: pytest.MonkeyPatch) -> None:
    filtered: list[int] = []
    module = "placards.render.png_filters.filtered_rows"
    monkeypatch.setattr(module, lambda picture, above=None: filtered.append(1) or filtered_rows(picture, above))
    photo = Picture(png(Image.effect_noise((300, 200), 60).convert("RGB")), Rect(0, 0, 600, 300))
    small, large = (render([scene(photo, pixels=pixels)], ".png") for pixels in ((360, 180), (1080, 540)))
    assert len(filtered) == 1, "the large one"
    assert (opened(small).size, opened(large).size) == ((360, 180), (1080, 540))


def test_copies_are_drawn_alike_whatever_they_are_painted_with() -> None:
    """Each copy in a place of its own, whose paint lies where the copy lies."""
    fade = LinearGradient(Point(0, 0), Point(100, 0), (Stop(0, RED), Stop(1, BLUE)))
    for items in ((rectangle(0, 0, 100, 50, RED),), (FillPath(Outline.rect(Rect(0, 0, 100, 50)), fade),)):
        copies = [Group(items, Matrix(e=x, f=20)) for x in (0, 150, 300)]
        image = opened(render([scene(*copies, pixels=(600, 300))], ".png"))
        parts = [image.crop((x, 0, x + 150, 100)).tobytes() for x in (0, 150, 300)]
        assert parts[0] == parts[1] == parts[2]
        assert image.getpixel((10, 40)) != (255, 255, 255)
