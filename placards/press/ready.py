"""Scenes become those that a printer gets: at the file's scale, with finishing, marks and slug as the profile says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from placards.locale.language import is_rtl
from placards.press.finishing import Step, steps
from placards.press.finishing_page import finishing_page
from placards.press.marks import marks
from placards.press.room import room_of
from placards.press.scale import factor_of, whole_mm
from placards.press.slug import Slug, slug_items
from placards.problems.diagnostic import Report, diagnostic
from placards.scene.items import Group, Item, Metadata, Scene
from placards.text.fontset import FontSet
from placards.values.geometry import Matrix, Size
from placards.values.profile import Profile
from placards.values.units import MM


def ready(scenes: Sequence[Scene], profile: Profile, slug: Slug, fonts: FontSet, report: Report) -> tuple[Scene, ...]:
    """The pages of the file. Where finishing has no layer to stand on, a page for each size of sheet follows them,
    which *report* hears of, as it does of a scale. Raises InputError for a sheet that is too long at any scale, and
    for finishing that has no room."""
    made = []
    apart: dict[tuple[Size, float], Scene] = {}
    on_page = not _on_layers(profile)
    for scene in scenes:
        sheet = _scaled(scene if profile.layers else replace(scene, items=_flat(scene.items)), profile, report)
        sheet = replace(sheet, room=room_of(profile, sheet.bleed, sheet.scale))
        todo = _steps(sheet, profile)
        if todo and on_page:
            apart.setdefault((sheet.trim, sheet.bleed), finishing_page(sheet, todo, fonts))
        layers = () if on_page else tuple(step.layer(overprint=profile.overprint) for step in todo)
        made.append(_marked(replace(sheet, items=(*sheet.items, *layers)), profile, slug, fonts, report))
    for number, page in enumerate(apart.values(), len(made) + 1):
        report(diagnostic("press-finishing-page", page=number, profile=profile.name))
        made.append(_marked(page, profile, slug, fonts, report))
    return tuple(made)


def _on_layers(profile: Profile) -> bool:
    """PDF/X-1a knows no layers; and lines in the inks of the sheet would be printed."""
    may = profile.layers and profile.standard != "pdf/x-1a" and profile.spots
    return may and profile.finishing_on == "layers"


def _steps(sheet: Scene, profile: Profile) -> list[Step]:
    """None for a screen, and none for an office's printer, which would print them."""
    if sheet.pixels or not profile.is_press:
        return []
    return steps(sheet.trim, profile.finishing, MM / sheet.scale, rtl=is_rtl(sheet.metadata.language))


def _marked(scene: Scene, profile: Profile, slug: Slug, fonts: FontSet, report: Report) -> Scene:
    beside: list[Item] = marks(scene, profile) if profile.marks else []
    if profile.slug:
        beside += slug_items(scene, profile, slug, fonts, report)
    return replace(scene, items=(*scene.items, *beside)) if beside else scene


def _scaled(scene: Scene, profile: Profile, report: Report) -> Scene:
    """The sheet as small as its file must be: all of it, strokes and bleed too."""
    factor = factor_of(profile, max(scene.trim), scene.bleed)
    if factor == 1:
        return scene
    length = whole_mm(profile, max(scene.trim), scene.bleed)
    limit = round(profile.scale.longest_mm)
    report(
        diagnostic(
            "press-scaled", factor=factor, length=length, percent=100 * factor, profile=profile.name, limit=limit
        )
    )
    width, height = scene.trim
    return replace(
        scene,
        trim=Size(width / factor, height / factor),
        bleed=scene.bleed / factor,
        items=(Group(scene.items, Matrix(1 / factor, 0, 0, 1 / factor, 0, 0)),),
        metadata=_named(scene.metadata, factor),
        scale=factor,
    )


def _named(metadata: Metadata, factor: int) -> Metadata:
    """The scale stands where everybody looks first, and again where a longer text may stand."""
    scale = f"1:{factor}"
    return replace(
        metadata,
        title=f"{metadata.title} ({scale})",
        subject=f"{metadata.subject}; {scale}" if metadata.subject else scale,
    )


def _flat(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items without layers."""
    return tuple(
        replace(item, items=_flat(item.items), layer=None, step=None) if isinstance(item, Group) else item
        for item in items
    )
