"""The files ``palettes.toml`` of a World become the palettes that layouts share, by name; the first source that has a
name wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from placards.files.cache import Plain, user_cache
from placards.files.toml import MAX_BYTES
from placards.files.world import File, World, read_bytes
from placards.frozen import dataclass
from placards.template.derive import CONTRASTS, ROLES
from placards.values.color import Color, contrast

#: The file in a folder of a World.
FILE = "palettes.toml"

#: What the user's cache calls checked palettes.
_KIND = "palettes"

#: Ink of all four plates together, in per cent, above which paper does not dry.
MOST_INK = 300


@dataclass(frozen=True, slots=True)
class Palette:
    """A palette by the nine roles. *tags* say on what it is made: light, dark, vigil."""

    name: str
    colors: Mapping[str, Color]
    tags: tuple[str, ...] = ()
    summary: str = ""


def shared_palettes(world: World) -> dict[str, Palette]:
    """Every shared palette of a World, in the order of its files; raises InputError with all mistakes of one."""
    found: dict[str, Palette] = {}
    for source in world.sources:
        if source.has(FILE):
            for palette in _read(File(source, FILE).read(MAX_BYTES), File(source, FILE).label):
                found.setdefault(palette.name, palette)
    return found


def read_palettes(path: Path) -> tuple[Palette, ...]:
    """The palettes of one file; raises InputError with all mistakes."""
    return _checked(read_bytes(path, MAX_BYTES), path)


@lru_cache(maxsize=8)
def _read(raw: bytes, label: Any) -> tuple[Palette, ...]:
    import hashlib

    digest = hashlib.sha256(raw).hexdigest()
    known = _again(user_cache().recall(_KIND, digest))
    if known is not None:
        return known
    palettes = _checked(raw, label)
    user_cache().remember(_KIND, digest, _plain(palettes))
    return palettes


def _checked(raw: bytes, label: Any) -> tuple[Palette, ...]:
    # Imported here: palettes that were checked before need no models.
    from pydantic import Field, create_model

    from placards.elements.fields import Id
    from placards.files.mistakes import raise_found
    from placards.files.toml import parse_toml
    from placards.files.validation import Model, validate
    from placards.problems.diagnostic import Diagnostics, diagnostic
    from placards.template.palette import ColorField

    keys: dict[str, Any] = {role.replace("-", "_"): (ColorField, Field(alias=role)) for role in ROLES}
    table: Any = create_model("PaletteTable", __base__=Model, summary=(str, ""), tags=(tuple[str, ...], ()), **keys)
    whole: Any = create_model(
        "PalettesTable", __base__=Model, palettes=(Annotated[dict[Id, table], Field(min_length=1)], ...)
    )
    file = parse_toml(raw, label)
    read = validate(whole, file)
    wrong = Diagnostics()
    out = []
    for name, one in read.palettes.items():
        colors = {role: getattr(one, role.replace("-", "_")) for role in ROLES}
        for letters, ground, least in CONTRASTS:
            ratio = contrast(colors[letters], colors[ground])
            if ratio < least:
                place = file.place(("palettes", name, letters))
                code = "palette-contrast"
                wrong(diagnostic(code, place=place, letters=letters, ground=ground, ratio=ratio, least=least))
        for role, color in colors.items():
            if color.cmyk is not None and round(sum(color.cmyk) * 100) > MOST_INK:
                place = file.place(("palettes", name, role))
                wrong(diagnostic("palette-ink", place=place, total=round(sum(color.cmyk) * 100), most=MOST_INK))
        out.append(Palette(name, colors, one.tags, one.summary))
    raise_found(wrong)
    return tuple(out)


def _plain(palettes: Iterable[Palette]) -> Plain:
    return [
        (p.name, p.summary, list(p.tags), [(role, c.rgb, c.cmyk, c.spot) for role, c in p.colors.items()])
        for p in palettes
    ]


def _again(values: Plain | None) -> tuple[Palette, ...] | None:
    if not isinstance(values, list):
        return None
    try:
        return tuple(
            Palette(name, {role: Color(rgb, cmyk, spot) for role, rgb, cmyk, spot in colors}, tuple(tags), summary)
            for name, summary, tags, colors in values
        )
    except (TypeError, ValueError):
        return None
