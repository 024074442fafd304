"""Images for networks: the sizes and limits that `PRINT.md` lists, texts beside them, several pages as several images."""

from __future__ import annotations

import hashlib
import io
import json
import os
from pathlib import Path

import pytest
from PIL import Image

from placards.api import render as make
from placards.campaign.run import batch
from placards.cli.main import main
from placards.files.shipped import shipped_source
from placards.files.world import Memory, World
from placards.problems.errors import InputError
from placards.render.limits import render_within
from placards.render.options import RenderOptions
from placards.scene.items import FillPath, Metadata, Picture, Scene
from placards.values.color import parse_hex
from placards.values.geometry import Path as Outline
from placards.values.geometry import Rect, Size
from placards.values.sheet import parse_sheet

#: The table of PRINT.md: pixels, then what is left free (top, bottom, sides) in parts, then millions of bytes.
PRESETS = {
    "instagram-portrait": (1080, 1350, 0, 0, 0.03125, 8),
    "instagram-grid": (1080, 1440, 0, 0, 0, 8),
    "instagram-square": (1080, 1080, 0, 0, 0.125, 8),
    "story": (1080, 1920, 0.14, 0.20, 0.06, 8),
    "reel": (1080, 1920, 0.14, 0.35, 0.06, 8),
    "whatsapp-status": (1080, 1920, 0.14, 0.35, 0.06, None),
    "tiktok": (1080, 1920, 0.14, 0.35, 0.06, None),
    "square": (1080, 1080, 0, 0, 0, None),
    "facebook-link": (1200, 630, 0, 0, 0, None),
    "facebook-event": (1920, 1005, 0, 0, 0, None),
    "x-post": (1200, 675, 0, 0, 0, 5),
    "linkedin": (1200, 627, 0, 0, 0, None),
    "youtube-thumbnail": (1280, 720, 0, 0.1, 0, 2),
    "telegram": (1280, 1280, 0, 0, 0, None),
    "bluesky": (2000, 2000, 0, 0, 0, 1),
    "mastodon": (1920, 1080, 0, 0, 0, 16),
}


@pytest.mark.parametrize("name", PRESETS)
def test_presets(name: str) -> None:
    width, height, top, bottom, side, megabytes = PRESETS[name]
    sheet = parse_sheet(name)
    assert sheet.kind == "screen"
    assert sheet.pixels == (width, height)
    assert sheet.trim == pytest.approx((width * 0.75, height * 0.75))
    assert sheet.safe_top == pytest.approx(top * sheet.trim.height)
    assert sheet.safe_bottom == pytest.approx(bottom * sheet.trim.height)
    assert sheet.safe_side == pytest.approx(side * sheet.trim.width)
    assert sheet.most_bytes == (megabytes * 1_000_000 if megabytes else None)


def test_the_central_three_quarters_of_instagram() -> None:
    for name in ("instagram-portrait", "instagram-square", "instagram-grid"):
        safe = parse_sheet(name).safe
        assert safe.width / safe.height == pytest.approx(3 / 4)


@pytest.mark.parametrize("name", PRESETS)
def test_letters_stay_in_the_safe_area(name: str) -> None:
    """Looked for in the picture: letters are white, the ground black and the fields yellow."""
    made = make("We will not be moved", size=name, layout="big", palette="night", format="png")
    with Image.open(io.BytesIO(made.data)) as picture:
        assert picture.size == PRESETS[name][:2]
        letters = picture.convert("RGB").getchannel("B").point(lambda blue: 255 if blue > 80 else 0)
        left, top, right, bottom = letters.getbbox() or (0, 0, 0, 0)
    assert right > left
    width, height, above, below, side, _ = PRESETS[name]
    assert left >= side * width - 1
    assert right <= width - side * width + 1
    assert top >= above * height - 1
    assert bottom <= height - below * height + 1


# --- limits --------------------------------------------------------------------------------------------------------


def noisy(side: int) -> Scene:
    """A photograph of nothing but noise, the heaviest that there is; its pixels come from SHAKE-128."""
    noise = Image.frombytes("RGB", (side, side), hashlib.shake_128(b"noise").digest(side * side * 3))
    out = io.BytesIO()
    noise.save(out, "PNG")
    trim = Size(side * 0.75, side * 0.75)
    box = Rect(0, 0, *trim)
    ground = FillPath(Outline.rect(box), parse_hex("#fff"))
    return Scene(trim, (ground, Picture(out.getvalue(), box)), Metadata("t", "en"), 0.0, (side, side))


def packed(suffix: str, most: int) -> tuple[bytes, list[str]]:
    said: list[str] = []
    return render_within([noisy(300)], suffix, RenderOptions(), most, lambda d: said.append(d.code)), said


@pytest.mark.parametrize(("suffix", "most"), [(".jpg", 110_000), (".png", 120_000), (".webp", 200_000)])
def test_a_heavy_image_is_packed_until_it_may_be_uploaded(suffix: str, most: int) -> None:
    whole, nothing = packed(suffix, 10**9)
    assert nothing == []
    assert len(whole) > most
    data, said = packed(suffix, most)
    assert len(data) <= most
    assert said == ["image-packed"]
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        assert picture.size == (300, 300)
        assert picture.info["icc_profile"]
    assert packed(suffix, most)[0] == data


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_what_cannot_be_packed_is_refused(suffix: str) -> None:
    with pytest.raises(InputError) as caught:
        packed(suffix, 5_000)
    assert caught.value.code == "image-heavy"
    assert "5,000" in caught.value.problem


def test_256_colours_look_the_same() -> None:
    """Flat art with a palette, pixel by pixel."""
    from placards.render.limits import in_256_colors

    made = make("Peace now", size="300x300px", format="png")
    scene = noisy(8)
    few = in_256_colors(made.data, scene)
    assert len(few) < len(made.data)
    with Image.open(io.BytesIO(made.data)) as before, Image.open(io.BytesIO(few)) as after:
        assert after.mode == "P"
        assert after.info["dpi"] == pytest.approx(before.info["dpi"])
        first, second = before.convert("RGB"), after.convert("RGB")
        worst = max(abs(a - b) for a, b in zip(first.tobytes(), second.tobytes(), strict=True))
        assert worst <= 16


# --- texts beside images -------------------------------------------------------------------------------------------

LAYOUT = b"""name = "Fist"
alt = "A raised fist"
[[element]]
id = "ground"
type = "shape"
fill = "paper"
[[element]]
id = "organiser"
type = "text"
show = "organiser"
optional = true
height = "10%"
bottom = "0"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
bottom = "12%"
"""

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "fist/alt"
msgid "A raised fist"
msgstr "قبضة مرفوعة"
"""


def fist() -> World:
    files = {"layouts/fist/layout.toml": LAYOUT, "locale/ar/LC_MESSAGES/layouts.po": PO.encode()}
    return World([Memory(files, "memory"), shipped_source()])


def test_translators_find_the_description(tmp_path: Path) -> None:
    from placards.messages.desk.extract import extract_layouts

    file = tmp_path / "fist" / "layout.toml"
    file.parent.mkdir()
    file.write_bytes(LAYOUT)
    with file.open("rb") as opened:
        ((line, _, message, _),) = extract_layouts(opened, {}, (), {})
    assert (line, message) == (2, ("fist/alt", "A raised fist"))


def alts(text: str, language: str, **more: str) -> tuple[tuple[str, ...], list[str]]:
    made = make(text, language=language, layout="fist", world=fist(), size="square", format="png", **more)
    return made.alts, [d.code for d in made.diagnostics]


def test_the_text_is_in_the_language_of_the_image() -> None:
    assert alts("Peace\nnow", "en", organiser="Nurses") == (("Peace now\nNurses\n\nA raised fist\n",), [])
    assert alts("سلام", "ar") == (("سلام\n\nقبضة مرفوعة\n",), [])
    assert alts("Frieden", "de") == (("Frieden\n",), ["alt-untranslated"])


def test_only_images_for_screens_have_one() -> None:
    assert make("Peace", size="square", format="pdf").alts == ()
    assert make("Peace", size="a6", format="png", dpi=40).alts == ()
    made = make("Peace", size="square", format="jpg")
    assert [name for name, _ in made.files] == [made.job.name, f"{made.job.name}.alt.txt"]


def chants(folder: Path, formats: str = '["png"]', count: int = 60) -> Path:
    slogans = "".join(
        f'[[slogan]]\nid = "s{n}"\ntext = "Chant number {n} for us all"\ntags = ["x"]\n' for n in range(count)
    )
    (folder / "slogans").mkdir(parents=True, exist_ok=True)
    (folder / "slogans" / "demo.toml").write_text('[pack]\nname = "D"\nlanguage = "en"\n' + slogans, encoding="utf-8")
    file = folder / "c.toml"
    file.write_text(
        '[campaign]\nname = "C"\n[[set]]\nname = "s"\nlayouts = ["chant-sheet"]\ntags = ["x"]\nlanguages = ["en"]\n'
        f'sizes = ["square"]\nformats = {formats}\n',
        encoding="utf-8",
    )
    return file


def test_several_pages_become_several_images(tmp_path: Path) -> None:
    file, out = chants(tmp_path), tmp_path / "out"
    done = batch(file, out)
    assert done.failed == ()
    images = sorted(p.name for p in (out / "s").rglob("*.png"))
    assert len(images) > 1
    assert images == [f"chant-sheet-square-{n}.png" for n in range(1, len(images) + 1)]
    (record,) = json.loads((out / "manifest.json").read_bytes())["artefacts"]
    assert record["pages"] == len(images)
    assert {one["file"] for one in record["files"]} == {
        p.relative_to(out).as_posix() for p in (out / "s").rglob("*") if p.is_file()
    }
    for one in record["files"]:
        assert hashlib.sha256((out / one["file"]).read_bytes()).hexdigest() == one["sha256"]
    for number, name in enumerate(images):
        beside = next(out.rglob(f"{name}.alt.txt")).read_text(encoding="utf-8")
        assert beside == record["alt"][number]
        assert "Chant number" in beside
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    again = batch(file, out)
    assert again.failed == ()
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_a_text_of_somebody_elses_is_not_replaced(tmp_path: Path) -> None:
    file, out = chants(tmp_path, count=2), tmp_path / "out"
    (out / "s" / "en").mkdir(parents=True)
    mine = out / "s" / "en" / "chant-sheet-square.png.alt.txt"
    mine.write_text("mine", encoding="utf-8")
    done = batch(file, out)
    assert [d.code for failure in done.failed for d in failure.diagnostics] == ["output-foreign"]
    assert mine.read_text(encoding="utf-8") == "mine"
    assert [p.name for p in out.rglob("*") if p.name.endswith(".part")] == []
    assert list(out.rglob("*.png")) == []
    done = batch(file, out, force=True)
    assert done.failed == ()
    assert "Chant number" in mine.read_text(encoding="utf-8")


def test_what_changed_is_made_anew_with_its_text(tmp_path: Path) -> None:
    file, out = chants(tmp_path, count=2), tmp_path / "out"
    batch(file, out)
    pack = tmp_path / "slogans" / "demo.toml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("for us all", "for them"), encoding="utf-8")
    assert batch(file, out).failed == ()
    assert "for them" in next(out.rglob("*.alt.txt")).read_text(encoding="utf-8")


def test_make_writes_all_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "peace.png"
    assert main(["make", "Peace now", "--size", "square", "-o", str(output)]) == 0
    assert capsys.readouterr().out.split() == [str(output), f"{output}.alt.txt"]
    assert (tmp_path / "peace.png.alt.txt").read_bytes() == b"Peace now\n"
    assert sorted(os.listdir(tmp_path)) == ["peace.png", "peace.png.alt.txt"]


def test_list_sizes_says_what_is_covered_and_what_may_be_uploaded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "sizes", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert {*PRESETS} <= {*rows}
    assert rows["story"]["safe"] == "top 269 px bottom 384 px sides 65 px"
    assert rows["youtube-thumbnail"]["upload"] == "2 MB"
    assert rows["a3"]["safe"] == "5 mm"
