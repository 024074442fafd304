"""What the choice of people's own fonts for some texts depends on, besides the bytes of those that are looked at."""

from __future__ import annotations

from collections.abc import Iterable

from placards.locale.language import fallbacks, script_of
from placards.text.family import Family
from placards.text.fontset import FontSet
from placards.text.script import COMMON, expand_script, resolve_scripts

#: A value that prints the same in every process.
Plain = tuple[object, ...]


def choice_for(fonts: FontSet, languages: Iterable[str], characters: frozenset[str]) -> tuple[Plain, ...]:
    """People's own families that may go first for these characters in these languages, in their order, and what they
    prefer among all families: plain values, equal where the choice is among the same."""
    languages = tuple(languages)
    scripts = {one for language in languages for one in expand_script(script_of(language))}
    scripts |= set(resolve_scripts("".join(sorted(characters)), COMMON))
    tags = {f"{tag}{end}" for language in languages for tag in fallbacks(language) for end in ("", *_ends(scripts))}
    families = (described(family) for family in fonts.families if family.user and family.scripts & scripts)
    preferences = (
        ("preference", tuple(sorted(p.languages & tags)), tuple(sorted(p.roles)), p.families)
        for p in fonts.preferences
        if p.languages & tags
    )
    return (*families, *preferences)


def described(family: Family) -> Plain:
    """What is said of a family."""
    files = tuple((file.file.name, file.weight, file.axes) for file in family.files)
    return (
        family.name, tuple(sorted(family.roles)), tuple(sorted(family.scripts)), family.variations, family.license,
        family.source, files,
    )  # fmt: skip


def _ends(scripts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"-{script}" for script in scripts)
