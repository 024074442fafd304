"""Scenes become what is to be said of faces that were asked for by role and could not draw all of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.scene.items import Group, Item, Scene, TextBlock
from placards.template.model import Layout
from placards.text.fontset import FontSet


def faces_not_whole(layout: Layout, scenes: Sequence[Scene], fonts: FontSet) -> Iterator[Diagnostic]:
    """Once for each family and language: another face stands in for it somewhere. Emoji are never a family's fault."""
    if not fonts.faces:
        return
    wanted = dict(fonts.faces)
    families = {role: fonts.family(name) for role, name in fonts.faces}
    files = {role: {f.path.name for f in family.files} for role, family in families.items() if family}
    emoji = {font.name for font in fonts.emoji()}
    roles = {element.id: {r.name for r in element.refers() if r.to == "role"} for element in layout.every_element}
    said: set[tuple[str, str]] = set()
    for block in (block for scene in scenes for block in _blocks(scene.items)):
        own = roles.get(block.slot, set())
        if not own or not own <= files.keys():
            continue  # of letters that nobody asked a face for
        used = {placed.run.font.name for line in block.lines for placed in line.runs} - emoji
        for role in sorted(own):
            key = (wanted[role], block.language)
            if not used <= files[role] and len(own) == 1 and key not in said:
                said.add(key)
                yield diagnostic("brand-face-not-whole", family=wanted[role], language=block.language)


def _blocks(items: Sequence[Item]) -> Iterator[TextBlock]:
    for item in items:
        if isinstance(item, TextBlock):
            yield item
        elif isinstance(item, Group):
            yield from _blocks(item.items)
