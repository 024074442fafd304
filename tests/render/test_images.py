"""The image loader: what it takes as it is, what it converts, what it refuses."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from placards.problems.errors import InputError
from placards.render import images
from placards.render.images import load_image, load_image_bytes
from placards.render.srgb import srgb_profile


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "L"), ("PNG", "LA"), ("JPEG", "RGB"), ("JPEG", "L")]
)
def test_plain_files_stay_as_they_are(kind: str, mode: str) -> None:
    data = saved(Image.new(mode, (7, 5)), kind)
    loaded = load_image_bytes(data)
    assert (loaded.data, loaded.width, loaded.height) == (data, 7, 5)


@pytest.mark.parametrize(
    ("kind", "mode", "becomes"),
    [("PNG", "P", ("PNG", "RGB")), ("PNG", "1", ("PNG", "RGB")), ("PNG", "I;16", ("PNG", "RGB")),
     ("JPEG", "CMYK", ("JPEG", "RGB")), ("WEBP", "RGB", ("PNG", "RGB")), ("WEBP", "RGBA", ("PNG", "RGBA"))],
)  # fmt: skip
def test_others_are_converted(kind: str, mode: str, becomes: tuple[str, str]) -> None:
    loaded = opened(load_image_bytes(saved(Image.new(mode, (6, 4)), kind)).data)
    assert (loaded.format, loaded.mode) == becomes


def test_sixteen_bits_keep_their_greys() -> None:
    grey = Image.new("I;16", (2, 2), 0x8000)
    assert opened(load_image_bytes(saved(grey, "PNG")).data).getpixel((0, 0)) == pytest.approx((128, 128, 128), abs=1)


def test_a_palette_keeps_its_transparency() -> None:
    picture = Image.new("P", (2, 1))
    picture.putpalette([255, 0, 0, 0, 255, 0])
    picture.putpixel((1, 0), 1)
    loaded = opened(load_image_bytes(saved(picture, "PNG", transparency=1)).data)
    assert [loaded.getpixel((x, 0)) for x in (0, 1)] == [(255, 0, 0, 255), (0, 255, 0, 0)]


def test_a_turned_photograph_is_set_upright() -> None:
    picture = Image.new("RGB", (40, 20), (255, 0, 0))
    picture.paste((0, 0, 255), (20, 0, 40, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    loaded = load_image_bytes(saved(picture, "JPEG", exif=exif.tobytes(), quality=95))
    assert (loaded.width, loaded.height) == (20, 40)
    top = opened(loaded.data).convert("RGB").getpixel((10, 5))
    assert isinstance(top, tuple)
    assert top[0] > 200 > top[2]
    assert opened(loaded.data).getexif().get(0x0112, 1) == 1


def test_a_wide_gamut_becomes_srgb() -> None:
    swapped = srgb_profile().replace(b"rXYZ", b"tmp ").replace(b"gXYZ", b"rXYZ").replace(b"tmp ", b"gXYZ")
    swapped = swapped.replace(b"sRGB", b"Swap")  # its red is our green
    loaded = opened(load_image_bytes(saved(Image.new("RGB", (2, 2), (200, 10, 10)), "PNG", icc_profile=swapped)).data)
    assert "icc_profile" not in loaded.info
    assert loaded.getpixel((0, 0)) == pytest.approx((10, 200, 10), abs=2)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


BOMB = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(bytes(1000)))
    + chunk(b"IEND", b"")
)
WHOLE = saved(Image.effect_noise((64, 64), 90), "PNG")
PHOTO = saved(Image.effect_noise((64, 64), 90), "JPEG")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not an image"),
        (b"<svg/>", "not an image"),
        (b"GIF89a" + bytes(20), "not an image"),
        (WHOLE[:30], "not an image"),
        (WHOLE[: len(WHOLE) // 2], "damaged"),
        (PHOTO[: len(PHOTO) // 2], "damaged"),
        (WHOLE[:60] + bytes(200) + WHOLE[260:], "damaged"),
        (BOMB, "far too many pixels"),
    ],
    ids=["empty", "svg", "gif", "header", "half a PNG", "half a JPEG", "zeros inside", "bomb"],
)
def test_hostile_files(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(data)
    with pytest.raises(InputError, match=problem) as caught:
        load_image(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_image(tmp_path / "none.png")
    with pytest.raises(InputError, match="cannot be read"):
        load_image(tmp_path)
    monkeypatch.setattr(images, "MAX_FILE_BYTES", 10)
    (tmp_path / "large.png").write_bytes(WHOLE)
    with pytest.raises(InputError, match="more than 10"):
        load_image(tmp_path / "large.png")
