"""What a look at a layout found becomes a page of HTML, in parts that can be replaced, that asks no network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from placards.kit.cells import Cell, Look
from placards.kit.outlines import COLORS
from placards.pipeline import text_blocks
from placards.problems.diagnostic import Diagnostic, Severity
from placards.scene.items import Scene

_HERE = Path(__file__).parent

#: How wide a sheet is shown, in pixels: as on a telephone. Wide banners get more.
PHONE, BANNER = 360, 760


def page(title: str, body: str, *, live: bool = False, again: bool = False, files: bool = False) -> bytes:
    """A whole page. A *live* one hears from the server that it came from; one that is read *again* and again is a file
    that is written anew; one with *files* has pictures beside it."""
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8") if live else ""
    pictures = "'self' file:" if files else "data:"
    allowed = f"default-src 'none'; img-src {pictures}; style-src 'unsafe-inline'"
    if script:
        allowed += f"; script-src '{_hashed(script)}'; connect-src 'self'"
    refresh = '<meta http-equiv="refresh" content="1">\n' if again else ""
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n{refresh}'
        f'<meta http-equiv="Content-Security-Policy" content="{allowed}">\n'
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n{body}\n"
        f"{f'<script>{script}</script>' if script else ''}</html>\n"
    ).encode()


def preview_body(name: str, summary: str, parts: dict[str, str], look: Look) -> str:
    """The body of a preview, from its parts."""
    legend = "".join(f'<span style="background:{COLORS[what]}"></span>{what}' for what in look.show)
    shown = f'<p class="legend">{legend}</p>' if legend else ""
    return (
        f'<header><h1>{escaped(name)}</h1><p id="summary">{escaped(summary)}</p>{shown}<p id="state"></p></header>\n'
        f'<div class="problems" id="problems">{parts["problems"]}</div>\n<main id="main">{parts["main"]}</main>'
    )


def cells_html(shown: Sequence[str], look: Look) -> str:
    """The cells in rows, one for each size, palette and slogan; *shown* is what stands in each."""
    out, across = [], len(look.languages)
    for start in range(0, len(shown), across):
        wanted = look.wanted[start]
        head = " · ".join(part for part in (wanted.size, wanted.palette, wanted.sample.slogan) if part)
        out.append(f'<h2>{escaped(head)}</h2>\n<div class="row">')
        numbered = enumerate(shown[start : start + across], start)
        out += [f'<figure id="c{number}">{html}</figure>' for number, html in numbered]
        out.append("</div>")
    return "\n".join(out)


def cell_html(cell: Cell) -> str:
    """What stands in a cell: its pages as pictures with their text, its caption, and what is wrong."""
    pictures = "".join(_picture(scene) for scene in cell.scenes)
    languages = cell.wanted.sample.spoken
    said = problems_html(cell.diagnostics)
    return f"{pictures}<figcaption>{escaped(languages)}</figcaption>{said}"


def problems_html(found: Iterable[Diagnostic]) -> str:
    """A list of what there is to say, the worst first; nothing where there is nothing."""
    order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    listed = sorted(dict.fromkeys(found), key=lambda one: order.index(one.severity))
    items = "".join(f'<li class="{one.severity}">{one.severity}: {escaped(str(one))}</li>' for one in listed)
    return f"<ul>{items}</ul>" if items else ""


def escaped(text: str) -> str:
    """Text as it may stand in HTML, in attributes too."""
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


def picture_html(data: str, width: int, height: int, alt: str) -> str:
    """An image with its text."""
    return f'<img src="{data}" width="{width}" height="{height}" alt="{escaped(alt)}">'


def width_of(scene: Scene) -> int:
    """How many pixels wide a sheet is shown."""
    return BANNER if scene.trim.aspect > 2 else PHONE


def alt_of(scene: Scene) -> str:
    """The words on a sheet, for those who cannot see it."""
    texts = (" ".join(block.text.split()) for block in text_blocks(scene.items) if block.role != "outline")
    return " / ".join(dict.fromkeys(text for text in texts if text)) or "a sheet without words"


def sized(scene: Scene, width: int) -> Scene:
    """The same with so many pixels across."""
    return replace(scene, pixels=(width, max(1, round(width / scene.trim.aspect))))


def _picture(scene: Scene) -> str:
    from placards.render.formats import render

    small = sized(scene, width_of(scene))
    assert small.pixels is not None
    data = base64.b64encode(render([small], ".png")).decode()
    return picture_html(f"data:image/png;base64,{data}", *small.pixels, alt_of(scene))


def _hashed(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
