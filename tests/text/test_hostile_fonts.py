"""Broken and hostile font files: a clear error or a usable font, never a crash, a hang or a traceback.

Every file is opened in a process of its own, because a crash of HarfBuzz would take the tests with it; a process opens
many, and says after each that it is still alive.
"""

from __future__ import annotations

import random
import struct
import subprocess
import sys
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from placards.files.shipped import fonts_folder
from placards.layout.fit import FitRule, fit, prepare_message
from placards.problems.errors import FontError
from placards.text.font import Font, load_face, load_font
from placards.text.font_files import describe_font_file
from placards.text.fontset import FontSet, shipped_fonts
from placards.text.shape import TextStyle
from placards.values.geometry import Size

TRUETYPE = fonts_folder() / "LeagueGothic" / "LeagueGothic-Regular.ttf"
VARIABLE = fonts_folder() / "Oswald" / "Oswald-VF.ttf"
NASTALIQ = fonts_folder() / "NotoNastaliqUrdu" / "NotoNastaliqUrdu-Bold.ttf"

#: What a job does with a font: describe it, set a text with it, measure, draw, colour.
USE = """
import sys
from pathlib import Path
from placards.problems.errors import PlacardsError
from placards.text.font_files import describe_font_file
from placards.text.fontset import FontSet, shipped_fonts
from placards.text.shape import TextStyle, prepare

for name in sys.argv[1:]:
    try:
        family = describe_font_file(Path(name))
        fonts = FontSet((family, *shipped_fonts().families), shipped_fonts().preferences)
        for text, language in (("Peace fi ɛ̀", "en"), ("امن", "ur")):
            paragraph = prepare(text, TextStyle(language, family.name), fonts)
            line = paragraph.line(0, len(text))
            paragraph.missing(line)
            for run in line.runs:
                for glyph in run.glyphs:
                    run.font.segments(glyph.id)
                    run.font.color_layers(glyph.id)
        font = family.font("text", 700)
        font.ascender_em, font.descender_em
        print("usable", flush=True)
    except PlacardsError as error:
        assert error.problem
        print("refused", flush=True)
"""


def outcomes(paths: list[Path], cwd: Path) -> list[str]:
    """What each file comes to. A crash ends the list early, a traceback fails at once."""
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", USE, *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=cwd,
        env={"PYTHONPATH": str(root), "PATH": ""},
        check=False,
    )
    found = done.stdout.split()
    assert done.returncode == 0, (paths[len(found)].name, done.stderr[-1000:])
    assert len(found) == len(paths)
    return found


def write(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    paths = []
    for name, content in contents.items():
        path = folder / f"{name}.ttf"
        path.write_bytes(content)
        paths.append(path)
    return paths


def tables(data: bytes) -> dict[str, tuple[int, int, int]]:
    """tag → (place of the record, offset, length)"""
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        found[tag.decode()] = (12 + 16 * number, offset, length)
    return found


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def test_sound_files_are_usable(tmp_path: Path) -> None:
    assert outcomes([TRUETYPE, VARIABLE, NASTALIQ], tmp_path) == ["usable"] * 3


def test_no_font_at_all(tmp_path: Path) -> None:
    rng = random.Random(7)
    contents = {
        "empty": b"",
        "text": b"This is not a font.\n" * 50,
        "zeros": bytes(5000),
        "magic": b"\x00\x01\x00\x00",
        "collection": b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff" + bytes(100),
        "woff2": b"wOF2" + rng.randbytes(2000),
        "opentype": b"OTTO\xff\xff" + bytes(200),
        "random": rng.randbytes(20_000),
    }
    assert set(outcomes(write(tmp_path, contents), tmp_path)) == {"refused"}


def test_missing_and_unreadable_paths(tmp_path: Path) -> None:
    assert outcomes([tmp_path / "nothing.ttf", tmp_path], tmp_path) == ["refused"] * 2


@pytest.mark.parametrize("source", [TRUETYPE, VARIABLE, NASTALIQ], ids=lambda path: path.stem)
def test_truncated(source: Path, tmp_path: Path) -> None:
    data = source.read_bytes()
    sizes = [4, 12, 40, 200, *(len(data) * part // 16 for part in range(1, 16)), len(data) - 1]
    found = outcomes(write(tmp_path, {f"cut{size}": data[:size] for size in sizes}), tmp_path)
    assert found[0] == "refused"


@pytest.mark.parametrize("source", [TRUETYPE, VARIABLE, NASTALIQ], ids=lambda path: path.stem)
def test_random_bytes_in_tables(source: Path, tmp_path: Path) -> None:
    data = source.read_bytes()
    rng = random.Random(source.stem)
    contents = {}
    for tag, (_, offset, length) in tables(data).items():
        for kind in ("noise", "ones"):
            broken = bytearray(data)
            for _ in range(max(1, length // 50)):
                broken[offset + rng.randrange(length)] = rng.randrange(256) if kind == "noise" else 255
            contents[f"{tag.replace('/', '_').strip()}-{kind}"] = bytes(broken)
    outcomes(write(tmp_path, contents), tmp_path)


def test_wrong_tables(tmp_path: Path) -> None:
    """Records that point outside the file, at each other, or are left out."""
    data = TRUETYPE.read_bytes()
    contents = {}
    for tag, (record, offset, length) in tables(data).items():
        name = tag.replace("/", "_").strip()
        contents[f"{name}-far"] = patched(data, record + 8, struct.pack(">I", 0xFFFFFFF0))
        contents[f"{name}-long"] = patched(data, record + 12, struct.pack(">I", 0xFFFFFFFF))
        contents[f"{name}-empty"] = patched(data, record + 12, struct.pack(">I", 0))
        contents[f"{name}-gone"] = patched(data, record, b"zzzz")
        contents[f"{name}-zeros"] = patched(data, offset, bytes(length))
    found = dict(zip(contents, outcomes(write(tmp_path, contents), tmp_path), strict=True))
    assert found["cmap-gone"] == found["head-gone"] == "refused"


def test_huge_counts(tmp_path: Path) -> None:
    data = TRUETYPE.read_bytes()
    where = tables(data)
    contents = {
        "tables": patched(data, 4, b"\xff\xff"),
        "upem0": patched(data, where["head"][1] + 18, b"\x00\x00"),
        "upem65535": patched(data, where["head"][1] + 18, b"\xff\xff"),
        "glyphs0": patched(data, where["maxp"][1] + 4, b"\x00\x00"),
        "glyphs65535": patched(data, where["maxp"][1] + 4, b"\xff\xff"),
        "metrics65535": patched(data, where["hhea"][1] + 34, b"\xff\xff"),
        "ascender": patched(data, where["hhea"][1] + 4, b"\x7f\xff\x80\x00"),
        "cmaps": patched(data, where["cmap"][1] + 2, b"\xff\xff"),
    }
    for table in ("GSUB", "GPOS", "GDEF"):
        if table in where:
            contents[table] = patched(data, where[table][1] + 4, b"\xff\xff\xff\xff\xff\xff")
    found = dict(zip(contents, outcomes(write(tmp_path, contents), tmp_path), strict=True))
    assert found["glyphs0"] == "refused"
    assert found["upem0"] == "usable"  # HarfBuzz takes 1000 where the file says nonsense


def test_a_glyph_that_contains_itself(tmp_path: Path) -> None:
    font = TTFont(TRUETYPE, recalcBBoxes=False)
    from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

    name = font.getBestCmap()[ord("P")]
    glyph = Glyph()
    glyph.numberOfContours = -1
    component = GlyphComponent()
    component.glyphName, component.x, component.y, component.flags = name, 10, 10, 0x0002 | 0x0001
    glyph.components = [component] * 64
    glyph.xMin = glyph.yMin = glyph.xMax = glyph.yMax = 0
    font["glyf"].glyphs[name] = glyph
    path = tmp_path / "loop.ttf"
    font.save(path, reorderTables=None)
    outcomes([path], tmp_path)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placards.text.font.MAX_FONT_BYTES", 1000)
    path = tmp_path / "large.ttf"
    path.write_bytes(TRUETYPE.read_bytes())
    with pytest.raises(FontError, match="more than 1,000"):
        load_face(path)


def test_an_error_names_the_file_and_the_next_step(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"\x00\x01\x00\x00broken")
    with pytest.raises(FontError) as caught:
        describe_font_file(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("error", [MemoryError(), hb.HarfBuzzError("too much")])
def test_a_font_that_breaks_the_shaper(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(hb, "shape", fail)
    with pytest.raises(FontError, match="breaks the text shaper") as caught:
        load_font(TRUETYPE).shape(hb.Buffer())
    assert str(TRUETYPE) in str(caught.value)


def test_a_font_shows_its_file_and_settings() -> None:
    assert repr(load_font(VARIABLE, (("wght", 700.0),))) == "<Font Oswald-VF.ttf wght=700>"
    assert isinstance(load_font(VARIABLE), Font)


def test_glyphs_and_advances_without_measure(tmp_path: Path) -> None:  # defects.md 23
    """Huge advances are set small, glyphs as large as a house are refused: no internal error, and no endless work."""
    data = TRUETYPE.read_bytes()
    font = TTFont(TRUETYPE, recalcBBoxes=False)
    for name in font["hmtx"].metrics:
        font["hmtx"].metrics[name] = (65535, 0)
    wide, large = tmp_path / "wide.ttf", tmp_path / "large.ttf"
    font.save(wide, reorderTables=None)
    large.write_bytes(patched(data, tables(data)["head"][1] + 18, struct.pack(">H", 16)))
    rule = FitRule(min_size=0.1)
    for path, fits in ((wide, True), (large, False)):
        family = describe_font_file(path)
        fonts = FontSet((family, *shipped_fonts().families), shipped_fonts().preferences)
        if fits:
            message = prepare_message("Peace now", TextStyle("en", family.name), fonts)
            assert 0.1 <= fit(message, Size(700, 900), rule).size < 60
            continue
        with pytest.raises(FontError, match="a glyph of the font is larger than 64 em") as caught:
            prepare_message("Peace now", TextStyle("en", family.name), fonts)
        assert str(path) in str(caught.value)
