"""What a profile says that cannot be true together: each rule names both keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from placards.files.toml import format_key
from placards.frozen import dataclass
from placards.press.profile_keys import key_of
from placards.problems.diagnostic import Diagnostic, Parameter
from placards.problems.place import Place
from placards.values.profile import Profile
from placards.values.sheet import MAX_SIDE
from placards.values.units import points_to_mm

#: How far inside a chain of files something was said, and where: looked for when something is to be said of it.
Said: TypeAlias = tuple[int, Callable[[], Place]]


@dataclass(frozen=True, slots=True)
class Stated:
    """A profile, and where each of its fields was said, by the field's path; what nobody said is not there."""

    profile: Profile
    places: Mapping[str, Said]

    def place(self, path: str) -> tuple[int, Place]:
        """How far inside a field was said, and where."""
        depth, find = self.places[path]
        return depth, find()

    def says(self, path: str) -> bool:
        """Whether somebody said it, be it the same as what would be there anyway."""
        return path in self.places


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Fields that cannot be what they are together, and the sentence that says so."""

    code: str
    fields: tuple[str, ...]
    parameters: tuple[tuple[str, Parameter], ...] = ()


Rule: TypeAlias = Callable[[Stated], Iterator[Contradiction]]

#: What only inks have.
_OF_INKS = ("spots", "overprint", "most_ink", "black", "condition")

#: What only files for a press show.
_OF_PRESS = ("marks", "slug")


def contradictions(stated: Stated) -> Iterator[Diagnostic]:
    """Everything that contradicts itself, at the place where the last of it was said."""
    for rule in RULES:
        for found in rule(stated):
            said = [stated.place(field) for field in found.fields if stated.says(field)]
            place = max(said, key=lambda one: (one[0], one[1].line or 0))[1] if said else Place()
            names = {f"key_{n}": format_key(key_of(field)) for n, field in enumerate(found.fields, 1)}
            yield Diagnostic(found.code, tuple(sorted({**names, **dict(found.parameters)}.items())), place)


def _x1a(stated: Stated) -> Iterator[Contradiction]:
    profile = stated.profile
    if stated.says("edition") and profile.standard != "pdf/x-1a":
        yield Contradiction("profile-edition", ("edition", "standard"))
    if profile.standard == "pdf/x-1a":
        for field in ("layers", "transparency"):
            if getattr(profile, field):
                yield Contradiction("profile-x1a-has-none", (field, "standard"))


def _inks(stated: Stated) -> Iterator[Contradiction]:
    profile = stated.profile
    if profile.is_press and profile.inks == "rgb":
        yield Contradiction("profile-press-rgb", ("inks", "standard"), (("standard", profile.standard),))
    elif not profile.is_press and profile.inks == "cmyk":
        yield Contradiction("profile-home-cmyk", ("inks", "standard"))
    elif profile.inks == "rgb":
        for path in stated.places:
            head = path.partition(".")[0]
            if head in _OF_INKS and getattr(profile, head) is not False:
                yield Contradiction("profile-rgb-key", (path, "inks"))


def _marks(stated: Stated) -> Iterator[Contradiction]:
    profile = stated.profile
    if not profile.is_press:
        for field in _OF_PRESS:
            if getattr(profile, field):
                yield Contradiction("profile-home-marks", (field, "standard"))
    bleed = profile.bleed_mm
    if stated.says("mark_offset_mm") and bleed is not None and profile.mark_offset_mm < bleed:
        numbers = (("offset", profile.mark_offset_mm), ("bleed", bleed))
        yield Contradiction("profile-marks-bleed", ("mark_offset_mm", "bleed_mm"), numbers)


def _finishing(stated: Stated) -> Iterator[Contradiction]:
    profile, finishing = stated.profile, stated.profile.finishing
    if profile.finishing_on == "layers" and not profile.layers and stated.says("finishing_on"):
        yield Contradiction("profile-finishing-layers", ("finishing_on", "layers"))
    if bool(finishing.pocket_mm) != bool(finishing.pockets):
        code = "profile-pockets-nowhere" if finishing.pocket_mm else "profile-pockets-width"
        yield Contradiction(code, ("finishing.pocket_mm", "finishing.pockets"))
    if finishing.eyelets_mm and finishing.eyelet_inset_mm < finishing.eyelet_mm / 2:
        yield Contradiction("profile-eyelets-cut", ("finishing.eyelet_inset_mm", "finishing.eyelet_mm"))
    if finishing.eyelets_mm and finishing.eyelets_mm < 2 * finishing.eyelet_mm:
        yield Contradiction("profile-eyelets-close", ("finishing.eyelets_mm", "finishing.eyelet_mm"))


def _scale(stated: Stated) -> Iterator[Contradiction]:
    scale = stated.profile.scale
    largest = round(points_to_mm(MAX_SIDE))
    if scale.longest_mm > 5080:
        yield Contradiction("profile-scale-longest", ("scale.longest_mm",), (("most", 5080),))
    elif scale.longest_mm < 100:
        yield Contradiction("profile-scale-least", ("scale.longest_mm",), (("least", 100),))
    elif largest > scale.longest_mm * max(scale.factors):
        numbers = (("factor", max(scale.factors)), ("longest", scale.longest_mm), ("largest", largest // 1000))
        yield Contradiction("profile-scale-short", ("scale.factors", "scale.longest_mm"), numbers)


def _amounts(stated: Stated) -> Iterator[Contradiction]:
    profile = stated.profile
    for field in ("text", "large"):
        total = sum(getattr(profile.black, field))
        if profile.is_press and total > profile.most_ink + 1e-9:
            numbers = (("total", round(total * 100)), ("most", round(profile.most_ink * 100)))
            yield Contradiction("profile-black-ink", (f"black.{field}", "most_ink"), numbers)
    if profile.dpi < profile.least_dpi:
        yield Contradiction("profile-dpi", ("dpi", "least_dpi"), (("dpi", profile.dpi), ("least", profile.least_dpi)))


RULES: tuple[Rule, ...] = (_x1a, _inks, _marks, _finishing, _scale, _amounts)


def settled(stated: Stated) -> Profile:
    """The profile, where what follows from one key is filled in for another of which nobody said anything: marks stand
    outside the bleed, and finishing on a page of its own where there may be no layers."""
    profile = stated.profile
    if not stated.says("mark_offset_mm"):
        profile = replace(profile, mark_offset_mm=max(profile.mark_offset_mm, profile.bleed_mm or 0.0))
    if not profile.slug:
        profile = replace(profile, slug_name="")
    if not profile.layers and not stated.says("finishing_on"):
        profile = replace(profile, finishing_on="page")
    return profile
