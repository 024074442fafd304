"""An artefact's Scenes become the file of its proof: a PDF of all pages, or a PNG of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from placards.locale.language import is_rtl
from placards.messages.whole import Whole
from placards.press.finishing import steps
from placards.press.proofing.page import Shown, proof_page
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.scene.items import Scene
from placards.text.fontset import FontSet
from placards.values.profile import Profile
from placards.values.sheet import Sheet
from placards.values.units import MM

#: Pixels an inch of a PNG: what a telephone shows sharply.
_DPI = 150.0

Kind = Literal["pdf", "png"]


def proof_files(
    scenes: Sequence[Scene], kind: Kind, *, name: str, sheet: Sheet, profile: Profile, words: Whole, fonts: FontSet
) -> tuple[tuple[str, bytes], ...]:
    """What follows the artefact's own name without its suffix (``.proof.pdf``, ``.proof-1.png``) and the bytes. The
    Scenes are those of screens, at the sheet's own size; raises PlacardsError."""
    pages = []
    for number, scene in enumerate(scenes, 1):
        todo = steps(scene.trim, profile.finishing, MM, rtl=is_rtl(scene.metadata.language))
        pages.append(proof_page(scene, Shown(sheet, todo, name, words, number, len(scenes)), fonts))
    if kind == "pdf":
        return ((".proof.pdf", render(pages, ".pdf")),)
    options = RenderOptions(dpi=_DPI)
    several = len(pages) > 1
    return tuple(
        (f".proof-{number}.png" if several else ".proof.png", render([replace(page, pixels=None)], ".png", options))
        for number, page in enumerate(pages, 1)
    )
