"""``placards list``: what there is to choose from, as a table or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placards.cli.main import complain
from placards.problems.errors import PlacardsError
from placards.values.sheet import Sheet, parse_sheet, size_names
from placards.values.units import points_to_mm

if TYPE_CHECKING:
    from placards.messages.pack import Pack

Rows = list[dict[str, Any]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=sorted(LISTS), help="what to list")
    parser.add_argument("--path", type=Path, action="append", default=[], metavar="DIR", help="own templates and fonts")
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(arguments: argparse.Namespace) -> int:
    rows = LISTS[arguments.what]([p.resolve() for p in arguments.path])
    if arguments.json:
        import json

        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _print_table(rows)
    return 0


def layouts(roots: Sequence[Path]) -> Rows:
    """Name, what it is for, how many languages it sets, palettes, sizes."""
    from placards.files.shipped import world_of
    from placards.inputs import Inputs
    from placards.template.coloring import accepted

    inputs = Inputs(world_of(roots))
    shared = inputs.palettes()
    rows = []
    for name in inputs.layout_names():
        layout = inputs.layout(name).layout
        others = len(list(accepted(layout, shared)))
        rows.append(
            {
                "name": name,
                "summary": layout.summary,
                "languages": layout.languages,
                "palettes": [*layout.palettes, *([f"+{others}"] if others else [])],
                "sizes": list(layout.sizes),
            }
        )
    return rows


def palettes(roots: Sequence[Path]) -> Rows:
    """The palettes that layouts share: name, what it is, tags, colours; in JSON by role, with their inks."""
    from placards.files.shipped import world_of
    from placards.template.shared import shared_palettes

    return [
        {
            "name": palette.name,
            "summary": palette.summary,
            "tags": list(palette.tags),
            "colors": {role: color.hex for role, color in palette.colors.items()},
        }
        for palette in shared_palettes(world_of(roots)).values()
    ]


def slogans(roots: Sequence[Path]) -> Rows:
    """Full name, text, tags; in JSON also the original, where it began in another language."""
    return [
        {
            "name": s.full_name,
            "text": " ".join(s.text.split()),
            "tags": sorted(s.tags),
            **({"original": " ".join(s.original.text.split()), "language": s.original.language} if s.original else {}),
        }
        for pack in _packs(roots)
        for s in pack.slogans
    ]


def _packs(roots: Sequence[Path]) -> tuple[Pack, ...]:
    """All packs; of those that cannot be read, a sentence each."""
    from placards.messages.library import MessageLibrary

    library = MessageLibrary.with_shipped(roots)
    for _, broken in library.all_packs():
        if isinstance(broken, PlacardsError):
            complain(broken)
    return tuple(library.packs())


def cautions(roots: Sequence[Path]) -> Rows:
    """Slogan, language (empty: all), places, what to know, who says so, when; the packs' cautions."""
    from placards.messages.cautions import place_names

    return [
        {
            "name": slogan.full_name,
            "language": caution.language,
            "places": list(place_names([caution])),
            "text": caution.text,
            "source": caution.source,
            "date": caution.date,
        }
        for pack in _packs(roots)
        for slogan in pack.slogans
        for caution in slogan.cautions
    ]


def languages(roots: Sequence[Path]) -> Rows:
    """Tag, names, direction, and how many messages are translated and fuzzy."""
    from dataclasses import asdict

    from placards.files.shipped import world_of
    from placards.messages.language_rows import language_rows

    return [asdict(row) for row in language_rows(world_of(roots))]


def sizes(roots: Sequence[Path]) -> Rows:
    """Name, kind, millimetres or pixels, what is left free, how many bytes may be uploaded."""
    rows = []
    for name in size_names():
        sheet = parse_sheet(name)
        width, height = (round(points_to_mm(v), 1) for v in sheet.trim)
        measure = f"{sheet.pixels[0]}x{sheet.pixels[1]} px" if sheet.pixels else f"{width:g}x{height:g} mm"
        limit = f"{sheet.most_bytes // 1_000_000} MB" if sheet.most_bytes else ""
        rows.append({"name": name, "kind": sheet.kind, "size": measure, "safe": _safe(sheet), "upload": limit})
    given = "50x70cm, 24x36in, banner-300x100cm, 1200x800px"
    rows.append({"name": "WxH + unit", "kind": "any", "size": given, "safe": "", "upload": ""})
    return rows


def _safe(sheet: Sheet) -> str:
    """What is left free at the top, the bottom and the sides."""
    sides = (sheet.safe_top, sheet.safe_bottom, sheet.safe_side)
    if not any(sides):
        return ""
    if sheet.pixels:
        scale = sheet.pixels[0] / sheet.trim.width
        return " ".join(
            f"{word} {round(v * scale)} px" for word, v in zip(("top", "bottom", "sides"), sides, strict=True)
        )
    return f"{round(points_to_mm(sheet.safe_side), 1):g} mm"


def profiles(roots: Sequence[Path]) -> Rows:
    """What printers want: name, a sentence, source, on which day it was looked up."""
    from placards.files.shipped import world_of
    from placards.press.profile_file import profile_names, read_profile

    world, rows = world_of(roots), []
    for name in profile_names(world):
        try:
            profile = read_profile(world, name)
        except PlacardsError as error:
            complain(error)
            continue
        about = {"summary": profile.summary, "source": profile.source, "checked": profile.checked}
        rows.append({"name": name, **about, "standard": profile.standard})
    return rows


def fonts(roots: Sequence[Path]) -> Rows:
    """Family, roles, scripts, licence."""
    from placards.files.shipped import world_of
    from placards.text.fontset import font_set

    return [
        {
            "family": family.name,
            "roles": sorted(family.roles),
            "scripts": sorted(family.scripts),
            "license": family.license,
            "own": family.user,
        }
        for family in font_set(world_of(roots)).families
    ]


def art(roots: Sequence[Path]) -> Rows:
    """Name, what it shows, tones, whether it mirrors, licence, and where it is delicate."""
    from placards.plan.planner import open_inputs

    library = open_inputs(roots).artwork
    rows = []
    for name in library.names():
        about = library.about(name)
        rows.append(
            {
                "name": name,
                "shows": about.alt,
                "tones": len(library.piece(name).tones) or 0,
                "mirrors": about.mirror,
                "licence": about.licence,
                "author": about.author,
                "notes": about.notes,
            }
        )
    return rows


def campaigns(roots: Sequence[Path]) -> Rows:
    """The shipped campaigns, by the name that ``placards batch`` takes."""
    from placards.files.shipped import world_of
    from placards.files.toml import read_toml

    world = world_of(roots)
    rows = []
    for name in world.names("campaigns", ".toml"):
        data = read_toml(world.file(f"campaigns/{name}")).data
        event, sets = data.get("campaign"), data.get("set")
        title = event.get("name", "") if isinstance(event, dict) else ""
        count = len(sets) if isinstance(sets, list) else 0
        rows.append({"name": name.removesuffix(".toml"), "title": title, "sets": count})
    return rows


def slots(roots: Sequence[Path]) -> Rows:
    """Everything that a job can give to be shown, and how it is given."""
    from placards.cli.make import OPTIONS
    from placards.layout.slots import NAMED, SETTABLE, SLOTS

    def given(name: str, kind: str) -> str:
        if name in OPTIONS or name in NAMED or name in ("date", "time", "link") or kind == "picture":
            return f"--{name}" if name != "logo-2" else "--logo, twice"
        return f"--set {name}=…" if name in SETTABLE else "the text, or --slogan" if kind == "slogan" else "--date"

    return [{"name": s.name, "summary": s.summary, "given": given(s.name, s.kind)} for s in SLOTS]


LISTS: dict[str, Callable[[Sequence[Path]], Rows]] = {
    "layouts": layouts,
    "art": art,
    "slogans": slogans,
    "cautions": cautions,
    "languages": languages,
    "palettes": palettes,
    "profiles": profiles,
    "sizes": sizes,
    "fonts": fonts,
    "campaigns": campaigns,
    "slots": slots,
}


def _print_table(rows: Rows) -> None:
    from placards.cli.table import table

    # In one piece: where the reader goes away, `main` hears of it, and nothing else decides.
    print(table([{name: _cell(value) for name, value in row.items()} for row in rows]) or "nothing")


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    if isinstance(value, dict):
        return " ".join(map(str, value.values()))
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)
