"""What is drawn of an SVG is what resvg draws of it: 400 pixels wide, our SVG and our image against the file itself."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
from functools import lru_cache
from pathlib import Path

import pytest
import wasmtime
from PIL import Image, ImageChops, ImageStat

from placards.art.drawing import drawing_items
from placards.art.usvg import wasm_file
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.render.svg import render_svg
from placards.scene.items import Metadata, Scene
from placards.values.geometry import Rect, Size

from .support import DATA, read, svg

#: The mean difference of a channel, 0 to 1, that nobody sees.
SAME = 0.005

WIDTH = 400

#: The same as files that hold what is refused, without it.
CLIPS = re.sub(r'mask="url\(#\w\)"', "", (DATA / "06-clip-mask.svg").read_text("utf-8"))
FIGMA = re.sub(
    r'filter="url\([^)]*\)"|mask="url\([^)]*\)"|<rect[^>]*fill="url\(#pattern[^>]*>', "",
    (DATA / "02-figma.svg").read_text("utf-8"),
)  # fmt: skip
EVEN_ODD = svg('<path fill-rule="evenodd" d="M0 0H90V90H0ZM20 20H70V70H20Z"/><path d="M0 95H100" stroke="red"/>')

GRADIENTS = (
    "01-inkscape",
    "02-figma without",
    "03-illustrator",
    "06-clip-mask without",
    "08-css-gradients",
    "repeated",
)
REPEATED = svg(
    '<linearGradient id="a" x1=".3" x2=".5" spreadMethod="repeat"><stop stop-color="red"/>'
    '<stop offset="1" stop-color="#00f"/></linearGradient>'
    '<radialGradient id="b" r=".2" spreadMethod="reflect"><stop stop-color="#fff"/>'
    '<stop offset="1" stop-color="#080"/></radialGradient>'
    '<path fill="url(#a)" d="M0 0H100V45H0Z"/><path fill="url(#b)" d="M0 50H100V100H0Z"/>'
)

FILES = {
    **{
        path.stem: path.read_text("utf-8")
        for path in sorted(DATA.glob("*.svg"))
        if path.stem[:2] in "01 03 04 07 08 13"
    },
    "02-figma without": FIGMA,
    "06-clip-mask without": CLIPS,
    "even-odd": EVEN_ODD,
    "repeated": REPEATED,
}


@lru_cache(maxsize=1)
def program() -> tuple[wasmtime.Engine, wasmtime.Module]:
    engine = wasmtime.Engine()
    return engine, wasmtime.Module(engine, wasm_file("resvg.wasm").read_bytes())


def resvg(data: bytes, folder: Path) -> Image.Image:
    """The raster that resvg makes of an SVG."""
    engine, module = program()
    store, wasi = wasmtime.Store(engine), wasmtime.WasiConfig()
    wasi.argv = ["resvg", "--skip-system-fonts", "-w", str(WIDTH), "--background", "white", "/x/in.svg", "/x/out.png"]
    (folder / "in.svg").write_bytes(data)
    wasi.preopen_dir(str(folder), "/x")
    store.set_wasi(wasi)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    start = linker.instantiate(store, module).exports(store)["_start"]
    assert isinstance(start, wasmtime.Func)
    with contextlib.suppress(wasmtime.ExitTrap):
        start(store)
    return Image.open(io.BytesIO((folder / "out.png").read_bytes())).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return float(sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3 / 255)


@pytest.mark.parametrize("name", FILES)
def test_it_looks_as_resvg_draws_it(name: str, tmp_path: Path) -> None:
    if name in GRADIENTS and importlib.util.find_spec("placards.render.svg_paints") is None:
        pytest.skip("renderers draw no gradients yet")
    source = FILES[name]
    drawing = read(source)
    height = round(WIDTH * drawing.size.height / drawing.size.width)
    box = Rect(0, 0, WIDTH, height)
    scene = Scene(Size(WIDTH, height), (drawing_items(drawing, box),), Metadata("x", "en"), pixels=(WIDTH, height))
    expected = resvg(source.encode(), tmp_path)
    assert difference(expected, resvg(render_svg(scene), tmp_path)) <= SAME
    image = Image.open(io.BytesIO(render([scene], ".png", RenderOptions()))).convert("RGB")
    # PDFium knows 256 colours of a gradient, so that a clean edge between two rounds is up to a pixel elsewhere.
    assert difference(expected, image) <= (2 * SAME if name == "repeated" else SAME)
    assert difference(expected, Image.new("RGB", expected.size, "white")) > SAME, "it shows something"
