"""The image loader: what it takes as it is, what it converts, what it refuses."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageFilter, ImageOps

from placards.files.world import File, Memory
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError, Place
from placards.render import image_convert, images
from placards.render.formats import render
from placards.render.images import LoadedImage, load_image, load_image_bytes
from placards.render.png_reading import SIGNATURE, read_png
from placards.render.raster import MEMORY
from placards.render.srgb import srgb_profile
from placards.scene.items import Picture
from placards.values.geometry import Rect
from tests.render.building import difference, scene


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
    assert loaded.info["icc_profile"] == srgb_profile()
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
        (WHOLE[:30], "damaged"),
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
    with pytest.raises(InputError, match="no such file"):
        load_image(tmp_path / "none.png")
    with pytest.raises(InputError, match="is a folder"):
        load_image(tmp_path)
    monkeypatch.setattr(images, "MAX_FILE_BYTES", 10)
    (tmp_path / "large.png").write_bytes(WHOLE)
    with pytest.raises(InputError, match="more than 10"):
        load_image(tmp_path / "large.png")
    small = File(Memory({"art/dove.png": WHOLE}), "art/dove.png")
    with pytest.raises(InputError, match=r"memory:art/dove.png.*more than 10"):
        load_image(small)
    monkeypatch.undo()
    assert load_image(small).width == 64


def used(data: bytes) -> LoadedImage:
    """The image loaded, and drawn."""
    loaded = load_image_bytes(data)
    made = scene(Picture(loaded.data, Rect(0, 0, 60, 60)), size=(60, 60), pixels=(60, 60))
    for suffix in (".svg", ".png"):
        assert render([made], suffix)
    return loaded


@pytest.mark.parametrize("tail", [1, 3, 7, 8, 11, 12, 5000])
def test_bytes_after_the_end_of_a_png(tail: int) -> None:  # defects.md 23
    assert used(WHOLE + bytes(tail)).width == 64
    assert used(WHOLE + b"\xff" * tail).width == 64


def with_chunk(png: bytes, kind: bytes, data: bytes) -> bytes:
    """The PNG with a chunk after its header."""
    return png[:33] + chunk(kind, data) + png[33:]


@pytest.mark.parametrize(
    "profile",
    [b"", b"x", b"ICC Profile", b"ICC Profile\0", b"ICC Profile\0\0", b"ICC Profile\0\0junk", b"ICC Profile\0\1" + bytes(9),
     b"ICC Profile\0\0" + zlib.compress(b"no profile"), b"ICC Profile\0\0" + zlib.compress(srgb_profile())[:-9],
     b"\0" * 90],
)  # fmt: skip
def test_a_damaged_colour_profile(profile: bytes) -> None:  # defects.md 23
    for picture in (Image.new("RGB", (4, 4), (9, 99, 199)), Image.new("P", (4, 4)), Image.new("RGBA", (4, 4))):
        try:
            loaded = used(with_chunk(saved(picture, "PNG"), b"iCCP", profile))
        except InputError as error:
            assert error.diagnostic.code == "image-damaged"  # noqa: PT017 - either is right
        else:
            assert (loaded.width, loaded.height) == (4, 4)


def test_a_damaged_profile_leaves_the_colours_alone() -> None:
    data = with_chunk(saved(Image.new("RGB", (4, 4), (9, 99, 199)), "PNG"), b"iCCP", b"X\0\0" + zlib.compress(b"no"))
    assert opened(used(data).data).getpixel((1, 1)) == (9, 99, 199)


SOURCES = {
    "png": WHOLE,
    "palette": saved(Image.effect_noise((40, 30), 90).convert("P"), "PNG"),
    "deep": saved(Image.new("I;16", (20, 20), 0x1234), "PNG"),
    "alpha": saved(Image.effect_noise((40, 30), 90).convert("RGBA"), "PNG", icc_profile=srgb_profile()),
    "jpeg": PHOTO,
    "progressive": saved(Image.effect_noise((64, 64), 90), "JPEG", progressive=True),
    "webp": saved(Image.effect_noise((64, 64), 90).convert("RGB"), "WEBP"),
}


@pytest.mark.parametrize("name", SOURCES)
def test_any_change_of_bytes_gives_a_picture_or_a_sentence(name: str) -> None:  # defects.md 23
    chance = random.Random(name)
    data = SOURCES[name]
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if chance.random() < 0.3:
            del broken[chance.randrange(len(broken)) :]
        with suppress(InputError):
            used(bytes(broken))


def test_no_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:  # defects.md 23
    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(images, "converted", full)
    with pytest.raises(InputError, match="no memory left"):
        load_image_bytes(SOURCES["palette"])


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"GIF89a" + bytes(20), "GIF"), (b"II*\0" + bytes(20), "TIFF"), (b"%PDF-1.7", "PDF"), (b"\n<svg/>", "SVG"),
     (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "SVG"), (bytes(4) + b"ftypheic" + bytes(9), "HEIC"),
     (bytes(4) + b"ftypavif" + bytes(9), "AVIF")],
)  # fmt: skip
def test_other_kinds_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=f"this is {kind}, not an image that can be used") as caught:
        load_image_bytes(data)
    assert "Save it as PNG, JPEG or WebP" in caught.value.remedy


def test_a_file_of_another_name(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(PHOTO)
    assert load_image(path).data == PHOTO


def frames(kind: str) -> bytes:
    first, second = Image.new("RGB", (8, 8), (255, 0, 0)), Image.new("RGB", (8, 8), (0, 0, 255))
    return saved(first, kind, save_all=True, append_images=[second])


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_several_pictures_the_first_is_shown_and_that_is_said(kind: str) -> None:
    found = Diagnostics()
    loaded = load_image_bytes(frames(kind), Place("wave.png"), found)
    assert opened(loaded.data).getpixel((4, 4)) == pytest.approx((255, 0, 0), abs=2)
    assert not getattr(opened(loaded.data), "is_animated", False)
    assert [str(d) for d in found] == [
        "wave.png: the image has several pictures, and only the first is shown. Give one without them."
    ]


def test_a_cameras_jpeg_with_a_preview() -> None:
    found = Diagnostics()
    first = Image.new("RGB", (8, 8), (255, 0, 0))
    data = saved(first, "MPO", save_all=True, append_images=[Image.new("RGB", (4, 4))], quality=95)
    assert opened(data).format == "MPO"
    loaded = opened(load_image_bytes(data, report=found).data)
    assert (loaded.format, loaded.getpixel((4, 4))) == ("JPEG", pytest.approx((255, 0, 0), abs=4))
    assert not len(found), "nobody meant the preview to be shown"


def test_cmyk_keeps_its_colours() -> None:
    cyan = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    assert opened(load_image_bytes(saved(cyan, "JPEG", quality=95)).data).getpixel((8, 8)) == pytest.approx(
        (0, 255, 255), abs=4
    )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_camera(orientation: int) -> None:
    picture = Image.effect_noise((24, 16), 120).convert("RGB").filter(ImageFilter.GaussianBlur(3))
    exif = Image.Exif()
    exif[0x0112] = orientation
    for kind in ("PNG", "JPEG"):
        data = saved(picture, kind, exif=exif.tobytes(), **({"quality": 95} if kind == "JPEG" else {}))
        upright = ImageOps.exif_transpose(opened(data))
        loaded = opened(load_image_bytes(data).data)
        assert loaded.size == upright.size
        assert difference(loaded.convert("RGB"), upright.convert("RGB")) < 2


def test_damaged_exif_is_no_damage_to_the_picture() -> None:
    picture = Image.new("RGB", (8, 8), (0, 0, 255))
    for exif in (b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\0\x09"):
        assert used(saved(picture, "JPEG", exif=exif)).width == 8


def test_sixteen_bits_of_colour_become_eight() -> None:
    rows = b"".join(b"\0" + struct.pack(">3H", 0x8000, 0x10FF, 0xFFFF) * 5 for _ in range(3))
    data = SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 5, 3, 16, 2, 0, 0, 0))
    data += chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    found = Diagnostics()
    loaded = load_image_bytes(data, Place("deep.png"), found)
    assert opened(loaded.data).getpixel((2, 1)) == pytest.approx((128, 16, 255), abs=1)
    assert read_png(loaded.data).bits == 8
    (said,) = found
    assert (said.code, str(said.severity)) == ("image-deep", "note")
    assert str(said).startswith("deep.png: the image has 16 bits for each of its colours, and is shown with 8.")


@pytest.mark.parametrize(("mode", "said"), [("I;16", ["image-deep"]), ("L", []), ("RGBA", []), ("1", [])])
def test_only_sixteen_bits_are_told(mode: str, said: list[str]) -> None:
    found = Diagnostics()
    load_image_bytes(saved(Image.new(mode, (6, 4)), "PNG"), report=found)
    assert [one.code for one in found] == said


def test_a_grey_that_stands_for_nothing() -> None:
    data = with_chunk(saved(Image.new("L", (4, 4), 7), "PNG"), b"tRNS", b"\0\7")
    assert opened(load_image_bytes(data).data).getpixel((0, 0)) == (7, 7, 7, 0)


@pytest.mark.parametrize("damage", ["rows missing", "filter", "header", "kind", "check sum"])
def test_plain_pngs_are_looked_through(damage: str) -> None:
    rows, header = bytearray(b"\0" + bytes(30)) * 10, struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0)
    if damage == "rows missing":
        del rows[-5:]
    if damage == "filter":
        rows[31] = 5
    body = chunk(b"IDAT", zlib.compress(rows))
    if damage == "check sum":
        body = body[:-1] + bytes([body[-1] ^ 1])
    header = {"header": header[:-1], "kind": header[:9] + b"\x05" + header[10:]}.get(damage, header)
    with pytest.raises(InputError):
        load_image_bytes(SIGNATURE + chunk(b"IHDR", header) + body + chunk(b"IEND", b""))


MEASURE = """
import sys
from placards.problems.errors import InputError
from placards.render.images import load_image_bytes
from placards.render.formats import render
from placards.scene.items import Picture
from placards.values.geometry import Rect
from tests.render.building import scene
def memory(what):
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(what)))
render([scene(size=(60, 60), pixels=(60, 60))], ".png")
data = sys.stdin.buffer.read()
before = memory("VmRSS")
try:
    loaded = load_image_bytes(data)
    made = scene(Picture(loaded.data, Rect(0, 0, 600, 600)), size=(600, 600), pixels=(600, 600))
    for suffix in (".pdf", ".png"):
        render([made], suffix)
    print("made", loaded.width, loaded.height)
except InputError as error:
    print("refused", error.sentence)
print(memory("VmHWM") - before)  # ru_maxrss counts the parent's, too
"""


def measured(data: bytes) -> tuple[str, int]:
    """What becomes of an image, and the bytes of memory that it took at most in a process of its own, besides what the
    program takes."""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", MEASURE], cwd=root, input=data, check=True, capture_output=True)
    said, peak = done.stdout.decode().splitlines()
    return said, int(peak) * 1024


def large(side: int, bits: int, kind: int) -> bytes:
    """A PNG of one colour, a side long: small as a file, large as a picture."""
    channels = {0: 1, 2: 3, 3: 1, 6: 4}[kind]
    row = b"\0" + bytes(side * channels * bits // 8)
    pack = zlib.compressobj(1)
    packed = b"".join([*(pack.compress(row) for _ in range(side)), pack.flush()])
    palette = chunk(b"PLTE", bytes(range(30))) if kind == 3 else b""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, bits, kind, 0, 0, 0))
    return SIGNATURE + header + palette + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("side", "bits", "kind", "outcome"),
    [
        (10_900, 16, 2, "refused the image has 10,900 × 10,900 pixels; of this kind of PNG no more than 50,000,000"),
        (10_900, 8, 3, "made 3634 3634"),
        (10_900, 8, 2, "made 10900 10900"),
        (9_900, 16, 0, "made 4950 4950"),
        (5_290, 8, 6, "made 5290 5290"),
    ],
    ids=["deep colour", "palette", "plain", "deep grey", "alpha"],
)
def test_no_image_takes_more_than_the_budget(side: int, bits: int, kind: int, outcome: str) -> None:  # defects.md 20
    said, peak = measured(large(side, bits, kind))
    assert said.startswith(outcome)
    assert peak < MEMORY * 0.98


def test_large_photographs_stay_within_the_budget() -> None:  # defects.md 20
    ramp = Image.radial_gradient("L").resize((9_000, 6_600))
    photograph = Image.merge("RGB", (ramp, ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT), ramp))
    exif = Image.Exif()
    exif[0x0112] = 6
    for data, outcome in (
        (saved(photograph, "JPEG", quality=70, progressive=True, subsampling=2), "made 9000 6600"),
        (saved(photograph, "JPEG", quality=70, exif=exif.tobytes()), "made 3300 4500"),
        (saved(photograph.resize((4_200, 4_200)), "WEBP", method=0), "made 4200 4200"),
    ):
        said, peak = measured(data)
        assert said.startswith(outcome), said
        assert peak < MEMORY, said


def test_what_would_take_too_much_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_DECODED", 5_000)
    for name in ("progressive", "webp"):
        with pytest.raises(InputError, match=r"64 × 64 pixels; of .* no more than [\d,]+ can be read") as caught:
            load_image_bytes(SOURCES[name])
        assert "Scale it down" in caught.value.remedy
    monkeypatch.setattr(images, "MAX_PICTURE_PIXELS", 4_000)
    with pytest.raises(InputError, match="64 × 64 pixels, more than 4,000"):
        load_image_bytes(PHOTO)


def test_too_many_pixels_are_scaled_down(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (images, image_convert):
        monkeypatch.setattr(module, "MOST_KEPT", 500)
    half = Image.new("RGBA", (41, 40), (255, 0, 0, 255))
    half.paste((0, 0, 255, 0), (20, 0, 41, 40))
    loaded = opened(load_image_bytes(saved(half, "PNG")).data)
    assert loaded.size == (21, 20)
    assert [loaded.getpixel((x, 10)) for x in (2, 18)] == [(255, 0, 0, 255), (0, 0, 0, 0)]
    turned = Image.Exif()
    turned[0x0112] = 3
    assert load_image_bytes(saved(half.convert("RGB"), "JPEG", exif=turned.tobytes())).width in (20, 21)
