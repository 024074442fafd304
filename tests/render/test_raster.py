"""Images: sizes, colours, determinism and limits."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from placards.problems.errors import InputError
from placards.render import raster
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.render.pdf import render_pdf
from placards.render.raster import render_image
from placards.render.srgb import srgb_profile
from placards.values.geometry import Rect, Size
from tests.render.building import RED, block, rectangle, scene

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
