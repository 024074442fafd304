"""Texts that an area is drawn over become Diagnostics: nobody would see that they are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from placards.elements.looking import TOLERANCE, Look
from placards.elements.typeset import Typeset
from placards.problems.diagnostic import Diagnostic


def hidden(look: Look, hangs: Callable[[str], bool]) -> Iterator[Diagnostic]:
    """Texts whose whole box lies under an area of one colour that comes after them. Areas that hang on others' ink
    (*hangs*) keep clear by themselves, and one that hugs a text is drawn under it."""
    for number, text in enumerate(look.elements):
        box = look.boxes[text.id]
        if not isinstance(text, Typeset) or min(box.size) <= 0:
            continue
        for area in look.elements[number + 1 :]:
            solid = area.hides and area.ground is not None and area.opacity == 1 and not area.rotate
            solid = solid and getattr(area, "shape", "rect") == "rect"  # others may leave a part of it
            if not solid or area.waits or hangs(area.id) or not area.meets(text):
                continue
            if look.boxes[area.id].contains(box, TOLERANCE):
                yield look.diagnostic("text-hidden", text, (), id=text.id, by=area.id, size=look.sheet.name)
                break
