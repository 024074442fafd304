"""Scenes become those that a printer's profile wants: with inks, plates, and without transparency where none may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from placards.problems.diagnostic import Diagnostic, Report
from placards.render.options import RenderOptions
from placards.scene.items import Scene

if TYPE_CHECKING:
    from placards.files.world import World
    from placards.values.profile import Profile


def for_press(
    scenes: Sequence[Scene], options: RenderOptions, world: World | None = None, report: Report | None = None
) -> tuple[list[Scene], RenderOptions]:
    """The scenes and options to render a PDF by ``options.profile``: as they are where it wants the colours of screens,
    and takes transparency. The *world* may have an ICC profile of its own; *report* hears what became of colours and
    pictures. Raises InputError for an ICC profile that cannot be used."""
    profile = options.profile
    if profile.inks == "rgb":
        return [_opaque(scene, profile, report) for scene in scenes], options
    from placards.press.icc import condition_icc, conversion
    from placards.press.pictures import Plater
    from placards.press.separate import Separator

    tell = _unheard if report is None else report  # one that has heard nothing yet is empty
    icc = condition_icc(profile.condition, world)
    press = conversion(icc, profile.most_ink)
    separator, plater = Separator(profile, press), Plater(profile, press, tell)
    made = [separator.scene(scene) for scene in scenes]
    if not profile.transparency:
        from placards.press.flatten import flattened

        made = [flattened(scene, profile, press, separator.known, tell) for scene in made]
    made = [plater.scene(scene) for scene in made]
    separator.tell(tell)
    plater.tell()
    return made, replace(options, separate=separator.late, icc=icc)


def _opaque(scene: Scene, profile: Profile, report: Report | None) -> Scene:
    if profile.transparency:
        return scene
    from placards.press.flatten import flattened

    return flattened(scene, profile, None, {}, _unheard if report is None else report)


def _unheard(found: Diagnostic) -> None:
    """Where nobody listens."""
