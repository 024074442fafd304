"""Chromium sets the vertical samples in columns; what it draws becomes tests/data/vertical_chromium.json.

``python -m tests.tools.vertical_oracle [CHROMIUM]``. Chromium gets our fonts and our choice of what goes together in
one em, and decides itself what stands, what is turned, and where. Tests compare with the file, and need no browser.
"""

from __future__ import annotations

import base64
import html
import json
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from PIL import Image

from placards.text.font import Font
from placards.text.fontset import shipped_fonts
from placards.text.shape import Paragraph, TextStyle, prepare
from tests.samples import Sample, vertical_samples

FILE = Path(__file__).resolve().parents[1] / "data" / "vertical_chromium.json"

EM, WIDTH, TOP = 64, 128, 16  # px: the size, and a column whose centre line is in its middle


def height(sample: Sample) -> int:
    return TOP + EM * (len(sample.text) + 1)


def ink(picture: Image.Image) -> bytes:
    """Which pixels are dark, eight a byte."""
    return picture.convert("L").point([0] * 128 + [255] * 128).convert("1").tobytes()


def packed(pixels: bytes) -> str:
    return base64.b64encode(zlib.compress(pixels, 9)).decode("ascii")


def unpacked(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text))


def _face(name: str, font: Font, characters: str) -> str:
    return (
        f"@font-face {{ font-family: {name}; src: url('{font.path.resolve().as_uri()}'); font-weight: 1 1000;"
        f" unicode-range: {characters}; }}"
    )


def _page(sample: Sample, paragraph: Paragraph) -> str:
    main = next(run for run in paragraph.runs if run.script != "Latn")
    letters = [run for run in paragraph.runs if run.script == "Latn" and run.font != main.font]
    faces = [_face("main", main.font, "U+0-40,U+5B-60,U+7B-10FFFF" if letters else "U+0-10FFFF")]
    faces += [_face("latin", run.font, "U+41-5A,U+61-7A") for run in letters[:1]]
    parts = []
    for run in paragraph.runs:
        text, kind = html.escape(paragraph.drawn[run.start : run.end]), run.stand.kind if run.stand else ""
        weight = dict(run.font.variations).get("wght", 400)
        combine = "; text-combine-upright: all" if kind == "together" else ""
        parts.append(f'<span style="font-weight: {weight:g}{combine}">{text}</span>')
    mode = "vertical-lr" if sample.language == "mn-Mong" else "vertical-rl"
    return (
        f"<!doctype html><meta charset=utf-8><style>{''.join(faces)} body {{ margin: 0; background: #fff }}"
        f" p {{ position: absolute; left: 0; top: {TOP}px; margin: 0; writing-mode: {mode}; white-space: pre;"
        f" font: {EM}px/{WIDTH}px main, latin; color: #000 }}</style>"
        f'<p lang="{sample.language}">{"".join(parts)}</p>'
    )


def drawn_by(chromium: str, sample: Sample) -> bytes:
    paragraph = prepare(sample.text, TextStyle(sample.language, "text", vertical=True), shipped_fonts())
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(_page(sample, paragraph), encoding="utf-8")
        size = f"--window-size={max(WIDTH, 500)},{height(sample)}"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--hide-scrollbars",
                   "--force-device-scale-factor=1", f"--user-data-dir={folder}/profile", "--virtual-time-budget=3000"]  # fmt: skip
        command = [chromium, *options, size, f"--screenshot={shot}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        with Image.open(shot) as picture:
            return ink(picture.crop((0, 0, WIDTH, height(sample))))


def main() -> None:
    chromium = sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium"
    version = subprocess.run([chromium, "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    rows = {sample.text: packed(drawn_by(chromium, sample)) for sample in vertical_samples()}
    text = json.dumps({"chromium": version, "lines": rows}, ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
