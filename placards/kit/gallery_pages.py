"""A gallery becomes files of a folder: a page of HTML, the same for GitHub, and a small picture of every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.frozen import dataclass
from placards.kit.gallery import Entry, thumbnail
from placards.kit.page import alt_of, escaped, page, picture_html
from placards.render.formats import render
from placards.render.options import RenderOptions

#: How high and how wide pictures are at most, in pixels.
_HIGH, _WIDE = 260, 360

#: Above so many bytes a picture is packed with loss, if that makes it smaller: photographs and fine grounds.
_HEAVY = 14_000

TITLE = "Gallery of layouts"


@dataclass(frozen=True, slots=True)
class _Picture:
    name: str
    data: bytes
    width: int
    height: int
    alt: str
    caption: str


def gallery_files(entries: Sequence[Entry], command: str) -> Iterator[tuple[str, bytes]]:
    """The files by their names in the folder; *command* says how they were made."""
    pictures = {entry.layout.name: tuple(_pictures(entry)) for entry in entries}
    for shown in pictures.values():
        yield from ((picture.name, picture.data) for picture in shown)
    yield "index.html", _html(entries, pictures, command)
    yield "README.md", _markdown(entries, pictures, command)


def _pictures(entry: Entry) -> Iterator[_Picture]:
    number = 0
    for cell in entry.cells:
        wanted = cell.wanted
        for scene in cell.scenes[:2]:
            number += 1
            small = thumbnail(scene, min(_HIGH, round(_WIDE / scene.trim.aspect)))
            assert small.pixels is not None
            caption = " · ".join((wanted.sample.spoken, wanted.size, wanted.palette))
            data = render([small], ".webp", RenderOptions())
            if len(data) > _HEAVY:
                data = min(data, render([small], ".webp", RenderOptions(webp_lossless=False, jpeg_quality=80)), key=len)
            yield _Picture(f"{entry.layout.name}-{number}.webp", data, *small.pixels, alt_of(scene), caption)


def _html(entries: Sequence[Entry], pictures: dict[str, tuple[_Picture, ...]], command: str) -> bytes:
    links = "".join(f'<a href="#{e.layout.name}">{escaped(e.layout.layout.name)}</a><br>' for e in entries)
    body = [f"<header><h1>{TITLE}</h1><p>Made by <code>{escaped(command)}</code></p></header>\n<nav>{links}</nav>"]
    for entry in entries:
        layout = entry.layout.layout
        body.append(
            f'<section id="{entry.layout.name}"><h2>{escaped(layout.name)}</h2>\n<p>{escaped(_said(entry))}</p>'
        )
        body.append(f'<p class="swatches">{_swatches(entry)}</p>\n<div class="row">')
        for one in pictures[entry.layout.name]:
            image = picture_html(one.name, one.width, one.height, one.alt)
            body.append(f"<figure>{image}<figcaption>{escaped(one.caption)}</figcaption></figure>")
        body.append("</div></section>")
    return page(TITLE, "\n".join(body), files=True)


def _swatches(entry: Entry) -> str:
    """The palettes, each as its colours side by side; the first few of many."""
    out = []
    for name, colors in list(entry.palettes.items())[:6]:
        fields = "".join(f'<span style="background:{color.hex}"></span>' for color in list(colors.values())[:9])
        out.append(f'<span style="all:unset" title="{escaped(name)}">{fields}</span> {escaped(name)} ')
    more = len(entry.palettes) - 6
    return "".join(out) + (f"and {more} more" if more > 0 else "")


def _markdown(entries: Sequence[Entry], pictures: dict[str, tuple[_Picture, ...]], command: str) -> bytes:
    out = [f"# {TITLE}\n", f"Made by `{command}`. The same as a page: [index.html](index.html).\n"]
    for entry in entries:
        out.append(f"## {entry.layout.layout.name}\n\n{_said(entry)}\n")
        for one in pictures[entry.layout.name]:
            image = picture_html(one.name, one.width, one.height, one.alt)
            out.append(image.replace("<img ", f'<img title="{escaped(one.caption)}" ', 1))
        out.append("")
    return "\n".join(out).encode()


def _said(entry: Entry) -> str:
    """What the layout is, in a line."""
    layout = entry.layout.layout
    least, most = layout.languages, layout.most_languages
    if most is None:
        languages = "in any number of languages"
    elif most > least:
        languages = f"in {least} to {most} languages"
    else:
        languages = "in one language" if least == 1 else f"in {least} languages"
    return f"{entry.layout.name}: {layout.summary}, {languages}. Made for {', '.join(layout.sizes)}."
