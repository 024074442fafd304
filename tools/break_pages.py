"""All shipped messages of a language become one page: how their lines broke before sense was weighed, and how now.

``python tools/break_pages.py ja th`` writes ``docs/breaks/ja.png``, ``docs/breaks/th.png`` and, when every language is
made (without arguments), ``docs/breaks/README.md``. What was before is the program at an earlier commit
(`bench/former.py`), which is given the texts of today. The same program and fonts give the same bytes.
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.former import COMMIT, environment, former_tree
from placards.frozen import dataclass
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.messages.trust.status import Status
from placards.pipeline import Engine

OUT = Path(__file__).parents[1] / "docs" / "breaks"
LANGUAGES = ("zh-Hans", "ja", "th", "my", "km", "lo", "vi", "ko", "hi", "ur", "ar", "fa", "he", "tr", "de", "fr", "en")
PACKS = ("climate", "community", "peace", "rights", "solidarity", "work")
LAYOUT, PALETTE, SIZES = "big", "sea", ("a3", "a3-landscape")

#: Thumbnails a3 and a3-landscape, in pixels; drawn larger and reduced, so that thin strokes stay.
THUMBNAILS, DRAWN_DPI = ((62, 88), (124, 88)), 24.0
WIDTH, GAP, BETWEEN, LABEL, LEVELS = 1600, 4, 14, 13, 4
NOW, BEFORE, PAGE, INK = "#ffffff", "#f7dcc4", "#b9bec4", "#101418"

#: Runs with the former program on its path: a job a line, answered by its lines and its image.
_WORKER = """
import base64, json, sys
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Job, make
from placards.resources import templates_folder
layout = templates_folder() / "layouts" / "big"
for line in sys.stdin:
    language, text, size, palette, dpi = json.loads(line)
    content = Content((language,), (Entry("", (SlotText(text, language),)),))
    made = make(Job("poster.png", layout, size, content, palette=palette, dpi=dpi))
    shown = made.texts[0]
    print(json.dumps([shown.lines, shown.size_pt, base64.b64encode(made.data).decode()]), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a program set a message on a sheet."""

    lines: tuple[str, ...]
    size: float
    image: bytes


@dataclass(frozen=True, slots=True)
class Row:
    """A message with its settings, before and now, for each of SIZES."""

    name: str
    pairs: tuple[tuple[Setting, Setting], ...]


def texts(engine: Engine, language: str) -> Iterator[tuple[str, str]]:
    """The full name and the text of every message that the packs have in a language."""
    library = engine.inputs.messages
    for pack in PACKS:
        for slogan in library.pack(pack).slogans:
            message = library.message(slogan, language)
            if message.status is not Status.MISSING:
                yield slogan.full_name, message.text


def rows(language: str) -> list[Row]:
    """All messages of a language, set by both programs."""
    engine = Engine()
    command = [sys.executable, "-c", _WORKER]
    with subprocess.Popen(
        command, cwd=former_tree(), env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as former:
        found = [
            Row(
                name,
                tuple((_before(former, language, text, size), _now(engine, language, text, size)) for size in SIZES),
            )
            for name, text in texts(engine, language)
        ]
        assert former.stdin is not None
        former.stdin.close()
    return found


def _now(engine: Engine, language: str, text: str, size: str) -> Setting:
    content = Content((language,), (Entry("", (SlotText(text, language),)),))
    output = OutputSpec("png", dpi=DRAWN_DPI)
    made = engine.make(Job("poster.png", LAYOUT, size, content, palette=PALETTE, output=output))
    return Setting(_bare(made.texts[0].lines), made.texts[0].size_pt, made.data)


def _before(former: subprocess.Popen[str], language: str, text: str, size: str) -> Setting:
    assert former.stdin is not None
    assert former.stdout is not None
    former.stdin.write(json.dumps([language, text, size, PALETTE, DRAWN_DPI]) + "\n")
    former.stdin.flush()
    lines, points, image = json.loads(former.stdout.readline())
    return Setting(_bare(lines), points, base64.b64decode(image))


def _bare(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines without the spaces, newlines and controls at their ends, which the programs treat differently."""
    return tuple(line.strip(" \n\u200b\u2066\u2067\u2068\u2069") for line in lines)


def page(found: Sequence[Row]) -> Image.Image:
    """One page, on which the messages follow each other like the words of a paragraph."""
    places, x, y = [], GAP, GAP
    for row in found:
        width = sum(_width(pair, shape) for pair, shape in zip(row.pairs, THUMBNAILS, strict=True)) - GAP
        if x + width > WIDTH:
            x, y = GAP, y + THUMBNAILS[0][1] + LABEL + GAP
        places.append((row, x, y))
        x += width + BETWEEN
    paper = Image.new("RGB", (WIDTH, y + THUMBNAILS[0][1] + LABEL + GAP), PAGE)
    draw, font = ImageDraw.Draw(paper), ImageFont.load_default(9)
    for row, left, top in places:
        draw.text((left, top), _label(row), fill=INK, font=font)
        for (before, now), shape in zip(row.pairs, THUMBNAILS, strict=True):
            for setting, ground in ((before, BEFORE), (now, NOW))[before.lines == now.lines :]:
                paper.paste(_thumbnail(setting, shape, ground), (left, top + LABEL))
                left += shape[0] + GAP
    return paper.quantize(2 * LEVELS + 4, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def _width(pair: tuple[Setting, Setting], shape: tuple[int, int]) -> int:
    return (shape[0] + GAP) * (1 if pair[0].lines == pair[1].lines else 2)


def _label(row: Row) -> str:
    """``climate/planet-b -8%``: what the letters of the sheets that changed have lost, or won."""
    ratios = [now.size / before.size - 1 for before, now in row.pairs if before.lines != now.lines]
    return " ".join((row.name, *(f"{ratio:+.0%}" for ratio in ratios)))


def _thumbnail(setting: Setting, shape: tuple[int, int], ground: str) -> Image.Image:
    """An image of few greys, on a ground of its own."""
    image = ImageOps.autocontrast(
        Image.open(io.BytesIO(setting.image)).convert("L").resize(shape, Image.Resampling.BOX)
    )
    step = 255 / (LEVELS - 1)
    few = image.point([round(round(value / step) * step) for value in range(256)])
    return ImageOps.colorize(few, INK, ground)


def index(counts: dict[str, tuple[int, int, int]]) -> str:
    """The Markdown file that lists the pages, with (changed, all, messages) for each language."""
    head = f"""# Line breaks, before and after

Every page shows the messages of the packs {", ".join(PACKS)} in one
language, in the layout `{LAYOUT}` on {" and ".join(SIZES)}. A pair of thumbnails is a sheet whose
lines break differently since line breaks have a price (`placards/text/sense/`): first, on a brown ground, what commit
{COMMIT} made of today's text, then what is made now. A single one broke the same. Behind a message's name stands how
much larger or smaller its letters became.

`python tools/break_pages.py` makes them; `python tools/break_pages.py ja` makes one.

| | sheets that changed | of |
|---|---|---|
"""
    lines = (f"| [{language}]({language}.png) | {n} | {all_} |\n" for language, (n, all_, _) in counts.items())
    return head + "".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", default=[], metavar="LANGUAGE")
    parser.add_argument("-o", "--out", type=Path, default=OUT, metavar="DIR")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    counts = {}
    for language in options.languages or LANGUAGES:
        found = rows(language)
        page(found).save(options.out / f"{language}.png", optimize=True)
        pairs = [pair for row in found for pair in row.pairs]
        counts[language] = (sum(before.lines != now.lines for before, now in pairs), len(pairs), len(found))
        print(language, *counts[language], (options.out / f"{language}.png").stat().st_size)
    if not options.languages:
        (options.out / "README.md").write_text(index(counts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
