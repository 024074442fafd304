"""What a sheet is becomes a line beside it: campaign, language, slogan, size, scale, and a date if one is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from placards.frozen import dataclass
from placards.locale.language import is_rtl
from placards.press.letters import set_within
from placards.press.marks import half
from placards.press.room import MARK, away
from placards.problems.diagnostic import Report, diagnostic
from placards.scene.items import Item, Scene
from placards.text.fontset import FontSet
from placards.values.profile import Profile

#: Points an em: what is read by somebody who holds the sheet.
_SIZE = 6.0


@dataclass(frozen=True, slots=True)
class Slug:
    """What the line says of a sheet besides what the Scene and the profile know."""

    languages: tuple[str, ...]  # BCP 47
    size: str  # the sheet's name: "a3"


def slug_items(scene: Scene, profile: Profile, slug: Slug, fonts: FontSet, report: Report) -> list[Item]:
    """The line below the sheet, from the side on which its language begins, up to the mark in the middle where there
    are marks; in black ink alone. Where there is no room for a letter of each part, it is left out, and said."""
    language = scene.metadata.language
    room = half(scene) if profile.marks else scene.trim.width
    found = set_within(list(_parts(scene, profile, slug)), language, _SIZE, room - MARK / 2, fonts)
    if found is None:
        report(diagnostic("press-no-slug", size=slug.size))
        return []
    if not found.ink.height:
        return []
    found = replace(found, size=found.size * min(1.0, MARK / found.ink.height))
    ink = found.ink
    left = MARK / 2 if profile.marks else 0.0
    if is_rtl(language):
        left = scene.trim.width - left - ink.width
    middle = scene.trim.height + scene.bleed + away(profile, scene.bleed, scene.scale) + MARK / 2
    return [found.block(left, middle - ink.y - ink.height / 2)]


def _parts(scene: Scene, profile: Profile, slug: Slug) -> Iterator[str]:
    yield profile.slug_name
    yield ", ".join(slug.languages)
    scale = f"1:{scene.scale}" if scene.scale > 1 else ""
    yield scene.metadata.title.removesuffix(f" ({scale})")
    yield slug.size
    yield scale
    yield profile.date
