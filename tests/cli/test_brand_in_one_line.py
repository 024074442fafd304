"""A brand with a logo, two colours and a photograph on a placard, in one line: what a volunteer types and what she is
told (issue 8, “It must show” 7)."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from placards.cli.main import main

BRAND = """colors = ["#0b4650", "#ffe08a"]
logo = "logo.png"
organiser = { en = "Tenants of Mill Street", ar = "مستأجرو شارع الطاحونة" }
link = "https://example.org/rent"
"""


def picture(size: tuple[int, int], kind: str = "JPEG", turned: bool = False) -> bytes:
    """Dark on its left and light on its right; *turned* as a phone writes what was held upright."""
    image = Image.linear_gradient("L").rotate(90).resize(size).convert("RGB")
    exif = Image.Exif()
    if turned:
        image = image.transpose(Image.Transpose.ROTATE_90)
        exif[0x0112] = 6
    out = io.BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "brand.toml").write_text(BRAND, encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(picture((400, 200), "PNG"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(layout: str, *more: str, text: str = "Homes for *people*") -> int:
    try:
        return main(["make", text, "--layout", layout, "--brand", "brand.toml", *more])
    except SystemExit as error:
        return int(error.code or 0)


def test_all_of_it_is_on_the_placard(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "march.jpg").write_bytes(picture((2000, 2400)))
    assert make("photo-caption", "--photo", "march.jpg", "--photo-alt", "A march", "-o", "x.pdf") == 0
    assert capsys.readouterr().err == "", "nothing that she gave is missing, and nothing is amiss"
    with pikepdf.open(here / "x.pdf") as document:
        images = [x for x in document.pages[0].resources.XObject.values() if x.get("/Subtype") == "/Image"]
        assert sorted(int(image.Width) for image in images) == [400, 2000]
    assert make("photo-caption", "--photo", "march.jpg", "--photo-alt", "A march", "-o", "x.svg") == 0
    svg = (here / "x.svg").read_text(encoding="utf-8")
    assert "Tenants of Mill Street" in svg
    assert "example.org/rent" in svg
    assert "#0b4650" in svg.lower()
    assert "#ffe08a" in svg.lower()


@pytest.mark.parametrize(
    ("layout", "more"),
    [
        (
            "portrait-quote",
            ["--quote", "We stay", "--set", "name=Amina", "--portrait", "p.jpg", "--photo-alt", "Amina"],
        ),
        ("big-number", ["--number", "42", "--unit", "homes", "--credit", "Source: our count"]),
        ("demands", ["--set", "demands=Repair\nLower rents", "--call", "Join us"]),
        ("event-card", ["--date", "2027-03-20", "--time", "14:30", "--place", "Mill Street", "--call", "Join us"]),
        ("link-card", ["--size", "facebook-link"]),
        ("story", ["--size", "story", "--hashtag", "#Homes"]),
    ],
)
def test_a_brand_is_whole_on_other_layouts(
    layout: str, more: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "p.jpg").write_bytes(picture((1600, 1600)))
    assert make(layout, *more, "-o", "x.svg", text="Homes for people") == 0
    assert capsys.readouterr().err == ""
    svg = (here / "x.svg").read_text(encoding="utf-8")
    assert "Tenants of Mill Street" in svg
    assert "<image" in svg, "the logo"


def test_a_photograph_of_a_thumbnail(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "small.jpg").write_bytes(picture((234, 280)))
    assert make("photo-caption", "--photo", "small.jpg", "--photo-alt", "A march", "-o", "x.pdf") == 0
    said = capsys.readouterr().err
    assert "only 20 pixels an inch on a3" in said
    assert "Use a picture that is 1," in said


def test_a_photograph_that_a_phone_turned(here: Path) -> None:
    """It is shown as it was held: the same as one whose pixels were never turned."""
    for name, turned in (("up", False), ("turned", True)):
        (here / f"{name}.jpg").write_bytes(picture((1200, 1600), turned=turned))
        assert make("photo-caption", "--photo", f"{name}.jpg", "--dpi", "40", "-o", f"{name}.png") == 0
    up, turned_one = (Image.open(here / f"{name}.png").convert("L") for name in ("up", "turned"))
    left, right = (up.getpixel((int(up.width * share), int(up.height * 0.3))) for share in (0.1, 0.9))
    assert abs(int(left) - int(right)) > 60, "the gradient runs across"  # type: ignore[arg-type]
    for share in (0.1, 0.5, 0.9):
        at = int(up.width * share), int(up.height * 0.3)
        assert abs(int(up.getpixel(at)) - int(turned_one.getpixel(at))) < 12  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("missing.jpg", None, "missing.jpg: there is no such file. Check the name"),
        ("broken.jpg", picture((900, 900))[:2000], "broken.jpg: the image is damaged or cut short"),
        ("text.jpg", b"hello", "text.jpg: this is not an image that can be used"),
    ],
)
def test_a_photograph_that_is_none(
    name: str, data: bytes | None, part: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (here / name).write_bytes(data)
    assert make("photo-caption", "--photo", name, "-o", "x.pdf") == 2
    assert part in capsys.readouterr().err
    assert not (here / "x.pdf").exists()


def test_demands_that_were_forgotten_are_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make("demands", "-o", "x.pdf") == 2
    assert "“demands” is nothing without demands, and the job has none. Give them" in capsys.readouterr().err
    assert not (here / "x.pdf").exists()
