"""A Scene becomes the list of its violations: ink outside its slot or the sheet, text too small, nothing drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placards.scene.items import FillPath, Group, Item, Picture, Scene, TextBlock
from placards.text.missing import missing_in
from placards.values.geometry import Rect

#: Rounding that nobody sees, in points.
TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong with an item of a Scene."""

    rule: str
    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


def check_scene(scene: Scene) -> list[Violation]:
    """All violations of a Scene, in drawing order."""
    return list(_check_items(scene.items, scene, transformed=False))


def _check_items(items: tuple[Item, ...], scene: Scene, *, transformed: bool) -> Iterator[Violation]:
    trim = Rect(0, 0, *scene.trim)
    for number, item in enumerate(items):
        if isinstance(item, Group):
            yield from _check_items(item.items, scene, transformed=transformed or item.transform != (1, 0, 0, 1, 0, 0))
        elif isinstance(item, TextBlock):
            yield from _check_text(item, trim, transformed)
        elif isinstance(item, FillPath):
            if not item.path.segments:
                yield Violation("empty-path", f"item {number}", "a shape without an outline")
        elif isinstance(item, Picture) and not item.data:
            yield Violation("empty-picture", f"item {number}", "a picture without data")


def _check_text(block: TextBlock, trim: Rect, transformed: bool) -> Iterator[Violation]:
    where = f"slot “{block.slot}” ({block.language})"
    if not block.lines:
        yield Violation("no-lines", where, "the text was not set")
    for line in block.lines:
        if not block.box.contains(line.ink, TOLERANCE):
            yield Violation("ink-outside-slot", where, f"“{line.text}” reaches out of its slot")
        if not transformed and not trim.contains(line.ink, TOLERANCE):
            yield Violation("ink-outside-sheet", where, f"“{line.text}” reaches past the sheet's edge")
        for placed in line.runs:
            if placed.size < block.min_size - TOLERANCE:
                yield Violation(
                    "text-too-small", where, f"{placed.size:.1f} pt is less than the {block.min_size:.1f} pt allowed"
                )
    for missing in missing_glyphs(block):
        yield Violation("missing-glyph", where, str(missing))


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that would come out as a box, or a mark without its letter, which shows a dotted circle."""

    char: str
    font: str
    boxed: bool

    def __str__(self) -> str:
        what = "no font can draw" if self.boxed else "a mark stands without its letter at"
        return f"{what} “{self.char}” (U+{ord(self.char):04X})"


def missing_glyphs(block: TextBlock) -> Iterator[MissingGlyph]:
    """What a reader of the block would see as boxes, stray dotted circles or marks beside their place."""
    for line in block.lines:
        for found in missing_in(line.text, [placed.run for placed in line.runs], line.start):
            yield MissingGlyph(found.char, found.font, boxed=found.kind == "notdef")
