"""Scenes travel and compare: a font is named by its file or its bytes, and by its settings."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from placards.files.shipped import fonts_folder
from placards.files.world import File, Folder, Memory
from placards.problems.errors import FontError
from placards.render.formats import render
from placards.scene.items import FillPath, Group, Metadata, Picture, Scene
from placards.text import font as font_module
from placards.text.font import FontBytes, load_face, load_font
from placards.values.color import BLACK, Stroke
from placards.values.geometry import Matrix, Rect, Size
from placards.values.geometry import Path as Outline
from tests.render.building import RED, block, png

FONT = fonts_folder() / "Oswald" / "Oswald-VF.ttf"
BOLD = (("wght", 700.0),)


def full_scene() -> Scene:
    from PIL import Image

    items = (
        FillPath(Outline.ellipse(Rect(0, 0, 90, 90)), RED, stroke=Stroke(BLACK, 2, dash=(3, 1)), opacity=0.5),
        Group(
            (block("Peace 🌍", "en", Rect(0, 0, 300, 90)),), Matrix(e=9), Outline.rect(Rect(0, 0, 200, 90)), "art", 0.9
        ),
        block("عدالة", "ar", Rect(0, 90, 300, 90)),
        Picture(png(Image.new("RGB", (3, 2), (1, 2, 3))), Rect(0, 0, 9, 9), "a dot"),
    )
    return Scene(Size(300, 200), items, Metadata("Peace", "en"), 9)


def test_a_scene_goes_through_pickle() -> None:
    made = full_scene()
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert hash(again) == hash(made)
    for suffix in (".pdf", ".svg", ".png"):
        assert render([again], suffix) == render([made], suffix)


LOAD = """
import hashlib, pickle, sys
from placards.render.formats import render
scene = pickle.loads(sys.stdin.buffer.read())
print(hashlib.sha256(render([scene], ".pdf")).hexdigest())
"""


def test_a_scene_reaches_another_process() -> None:
    import hashlib

    made = full_scene()
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", LOAD],
        cwd=root,
        env=environment,
        input=pickle.dumps(made),
        check=True,
        capture_output=True,
    )
    assert done.stdout.decode().strip() == hashlib.sha256(render([made], ".pdf")).hexdigest()


def test_fonts_compare_by_what_they_are_made_from() -> None:
    assert load_font(FONT) is load_font(FONT)
    assert load_font(FONT) != load_font(FONT, BOLD)
    assert load_font(FONT) != load_font(FONT, embolden=True)
    assert load_font(FONT) != "Oswald"
    again = font_module.Font(FONT, load_face(FONT), BOLD, False, font_module._stamp(FONT))
    assert again == load_font(FONT, BOLD)
    assert hash(again) == hash(load_font(FONT, BOLD))


def test_a_font_out_of_memory() -> None:
    data = FONT.read_bytes()
    first = load_font(FontBytes.of(data, "Own.ttf"), BOLD)
    assert (first.name, first.path) == ("Own.ttf", Path("Own.ttf"))
    assert first is load_font(FontBytes.of(bytes(data), "Own.ttf"), BOLD), "equal bytes of one name are one font"
    assert load_font(FontBytes.of(data, "Other.ttf"), BOLD).name == "Other.ttf", "whatever was loaded before"
    assert pickle.loads(pickle.dumps(first)) == first
    assert first.segments(first.glyph(ord("A")) or 0) == load_font(FONT, BOLD).segments(first.glyph(ord("A")) or 0)
    assert repr(first) == "<Font Own.ttf wght=700>"


def test_a_font_of_a_world() -> None:
    inside = File(Memory({"fonts/Own.ttf": FONT.read_bytes()}), "fonts/Own.ttf")
    assert load_font(inside).name == "Own.ttf"
    assert load_font(inside) == load_font(FontBytes.of(FONT.read_bytes(), "Own.ttf"))
    on_disk = File(Folder(FONT.parent), FONT.name)
    assert load_font(on_disk) is load_font(FONT)


def test_a_font_file_that_changed_is_read_again(tmp_path: Path) -> None:  # no behaviour hides in a cache
    path = tmp_path / "Own.ttf"
    shutil.copy(FONT, path)
    first = load_font(path)
    os.replace(shutil.copy(fonts_folder() / "LeagueGothic" / "LeagueGothic-Regular.ttf", tmp_path / "new.ttf"), path)
    second = load_font(path)
    assert first != second
    assert first.face.glyph_count != second.face.glyph_count


@pytest.mark.parametrize("data", [b"", b"no font", b"\0\1\0\0" + bytes(200)])
def test_bytes_that_are_no_font(data: bytes) -> None:
    with pytest.raises(FontError, match="not a usable font") as caught:
        load_font(FontBytes.of(data, "Own.ttf"))
    assert str(caught.value).startswith("Own.ttf: ")


def test_a_font_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_module, "MAX_FONT_BYTES", 10)
    with pytest.raises(FontError, match="11 bytes, more than 10"):
        load_font(FontBytes.of(bytes(11)))


def test_a_font_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="cannot be read"):
        load_font(tmp_path / "None.ttf")
    with pytest.raises(FontError, match="cannot be read"):
        load_font(tmp_path / "No\0ne.ttf")
