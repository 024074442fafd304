"""Layouts without a disk: a text becomes a loaded layout, and with a content its Scenes."""

from __future__ import annotations

import io
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from PIL import Image

from placards.art.library import ArtLibrary
from placards.compose.request import Composition, Request
from placards.compose.steps import compose
from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.layout.content import Content, Entry, LoadedPicture, SlotText
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import Place
from placards.scene.items import FillPath, Group, Item, Picture, TextBlock
from placards.template.coloring import choose
from placards.template.folder import LayoutFolder, read_layout
from placards.template.shared import shared_palettes
from placards.text.fontset import shipped_fonts
from placards.text.kept import Kept
from placards.values.geometry import Size
from placards.values.sheet import parse_sheet

HEAD = 'name = "Mine"\n[palettes.day]\npaper = "#ffffff"\nink = "#101010"\n'


def element(kind: str, name: str, **keys: object) -> str:
    """An element as it stands in layout.toml; values are TOML."""
    lines = [
        f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {_toml(value)}" for key, value in keys.items()
    ]
    return "\n".join([f'[[element]]\nid = "{name}"\ntype = "{kind}"', *lines, ""])


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


GROUND = element("shape", "ground", fill="paper")
SLOGAN = element("text", "slogan", show="slogan", inside="safe")


def png(width: int, height: int, color: str = "#d81e05") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), color).save(out, "PNG")
    return out.getvalue()


def world(text: str, art: Mapping[str, bytes] | None = None, name: str = "mine") -> World:
    files = {f"layouts/{name}/{file}": data for file, data in (art or {}).items()}
    return World([Memory({f"layouts/{name}/layout.toml": text.encode(), **files})])


def loaded(text: str, art: Mapping[str, bytes] | None = None) -> LayoutFolder:
    return read_layout(world(text, art), "layouts/mine")


def load_picture(data: bytes, place: Place) -> LoadedPicture:
    from placards.render.images import load_image_bytes

    notes = Diagnostics()
    image = load_image_bytes(data, place, notes)
    return LoadedPicture(image.data, Size(image.width, image.height), tuple(notes))


@lru_cache(maxsize=1)
def artwork() -> ArtLibrary:
    """What is shipped."""
    return ArtLibrary(world_of(), load_picture)


def content(*texts: tuple[str, str], **fields: str) -> Content:
    """One slogan in these (language, text), with fields in the first language; ``link`` is the link."""
    languages = tuple(language for language, _ in texts) or ("en",)
    entries = (Entry("", tuple(SlotText(text, language) for language, text in texts)),) if texts else ()
    link = fields.pop("link", "")
    shown = tuple((name, (SlotText(text, languages[0]),)) for name, text in fields.items())
    return Content(languages, entries, shown, link)


def composed(
    layout: str | LayoutFolder,
    job: Content,
    size: str = "a4",
    palette: str = "",
    art: Mapping[str, bytes] | None = None,
    outlines: Kept[Hashable, Any] | None = None,
) -> Composition:
    folder = loaded(layout, art) if isinstance(layout, str) else layout
    colors = choose(folder.layout, palette, shared_palettes(world_of()), name=folder.name).colors
    request = Request(folder, parse_sheet(size), job, colors, shipped_fonts(), load_picture, artwork=artwork)
    return compose(request if outlines is None else replace(request, outlines=outlines))


def codes(made: Composition) -> list[tuple[str, str]]:
    """What there is to say: code and severity."""
    return [(found.code, str(found.severity)) for found in made.diagnostics]


def items(made: Composition, page: int = 0) -> Iterator[Item]:
    """All items of a page, those in groups too."""

    def walk(some: tuple[Item, ...]) -> Iterator[Item]:
        for item in some:
            yield item
            if isinstance(item, Group):
                yield from walk(item.items)

    return walk(made.scenes[page].items)


def blocks(made: Composition, page: int = 0) -> dict[str, TextBlock]:
    return {item.slot: item for item in items(made, page) if isinstance(item, TextBlock)}


def paths(made: Composition) -> list[FillPath]:
    return [item for item in items(made) if isinstance(item, FillPath)]


def pictures(made: Composition) -> list[Picture]:
    return [item for item in items(made) if isinstance(item, Picture)]
