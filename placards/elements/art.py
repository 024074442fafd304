"""The element ``art``: a piece of vector art in the palette's inks, or an SVG file beside the layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.base import Element, Reference, Showing
from placards.elements.page import Page
from placards.elements.registry import element
from placards.problems.errors import InputError

if TYPE_CHECKING:
    from pydantic import Field

    from placards.art.drawing import Drawing
    from placards.art.library import ArtLibrary
    from placards.elements.looking import Look
    from placards.layout.content import Content
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import Item
    from placards.values.color import Color

#: What an SVG file calls the colour of whatever it is put into.
_CURRENT = "currentColor"

#: Below this contrast a shape is not told from its ground.
_MIN_CONTRAST = 3.0


@element
class Art(Element):
    """Vector art: a piece by its name (``placards list art``), or an SVG ``file`` beside the layout. A piece is painted
    in ``fills``: the first for its first tone, the second for its second; a second tone that lies under the first is
    left out without an ink that differs. ``art = "auto"`` takes a piece that suits the slogan; with ``choose = true``
    it shows the piece that the job asks for, and its own where the job asks for none. A file keeps its colours, but for
    those in ``recolor``, and ``currentColor``, which becomes the first of ``fills``. Pieces that point or move along
    the reading turn round in right-to-left sheets by themselves; ``mirror_art`` says otherwise. One of the room that
    others leave (``below``, ``above``) is left out where they leave none, or less than ``least``."""

    vanishes: ClassVar[bool] = True

    type: Literal["art"]
    art: str = ""
    file: str = ""
    fills: Annotated[tuple[str, ...], Field(min_length=1, max_length=2)] = ("ink",)
    recolor: dict[str, str] | None = None
    choose: bool = False
    fit: Literal["contain", "cover"] = "contain"
    align: Literal["start", "center", "end"] = "center"
    valign: Literal["top", "middle", "bottom"] = "middle"
    mirror_art: bool | None = None
    alt: str | None = None

    @property
    def blurs(self) -> bool:
        return bool(self.file)  # in colours of its own, all over its box or here and there

    @property
    def stays_whole(self) -> bool:
        return self.fit == "contain"

    def contradictions(self) -> None:
        super().contradictions()
        if bool(self.art) == bool(self.file):
            raise InputError("art-or-file")
        if self.file and self.choose:
            raise InputError("art-choose-file")
        if self.recolor and not self.file:
            raise InputError("art-recolor-piece")
        for name in self.recolor or ():
            if name != _CURRENT:
                _color(name)

    def refers(self) -> Iterator[Reference]:
        for number, name in enumerate(self.fills):
            yield Reference("color", name, ("fills", number))
        for key, name in (self.recolor or {}).items():
            yield Reference("color", name, ("recolor", key))
        if self.file:
            yield Reference("art", self.file, ("file",))
        elif self.art != "auto":
            yield Reference("piece", self.art, ("art",))

    def shows(self) -> Iterator[Showing]:
        if self.choose:
            yield Showing("art")

    def words(self) -> Iterator[str]:
        if self.alt and self.alt.strip():
            yield self.alt.strip()

    def piece_name(self, content: Content, library: ArtLibrary) -> str:
        """The piece that it shows of a job; empty for a file of its own."""
        if self.choose and content.art:
            return content.art
        if self.art == "auto":
            return library.suiting(content.themes, content.entries[0].slogan if content.entries else "")
        return self.art

    def place(self, page: Page) -> Iterator[Item]:
        """The drawing in its box, as one group with its alternative text."""
        from placards.art.drawing import drawing_items, target_of

        box = page.box(self)
        if page.vanished(self):
            del page.inks[self.id]
            return
        drawing, mirrors, alt = self._drawing(page)
        mirrored = page.setting.mirrored
        align = self.align
        if mirrored and self.mirror:
            align = {"start": "end", "end": "start"}.get(align, align)  # type: ignore[assignment]
        area = page.reach(box) if self.fit == "cover" else box
        if self.fit == "contain":
            page.inks[self.id] = target_of(drawing.size, area, "contain", align, self.valign)
        item = drawing_items(drawing, area, fit=self.fit, align=align, valign=self.valign, flip=mirrored and mirrors)
        yield replace(item, alt=alt)

    def _drawing(self, page: Page) -> tuple[Drawing, bool, str]:
        """What it shows, in this page's colours; whether that turns round; and what it is to those who cannot see."""
        setting = page.setting
        if setting.artwork is None:
            raise InputError("art-nowhere", place=setting.file)
        library = setting.artwork()
        fills = [page.colors[name] for name in self.fills]
        if self.file:
            drawing = library.drawing(*setting.art(self.file))
            for note in drawing.notes:
                setting.report(note)
            return self._recolored(drawing, page.colors, fills[0]), bool(self.mirror_art), self._alt(page, "", "")
        name = self.piece_name(setting.content, library)
        piece = library.piece(name)
        setting.shown.piece(name)
        mirrors = piece.about.mirror if self.mirror_art is None else self.mirror_art
        return piece.drawing(fills), mirrors, self._alt(page, name, piece.about.alt)

    def _recolored(self, drawing: Drawing, colors: Mapping[str, Color], current: Color) -> Drawing:
        from placards.art.drawing import CURRENT
        from placards.art.piece import recolored_drawing

        changes = {CURRENT: current}
        for key, name in (self.recolor or {}).items():
            changes[CURRENT if key == _CURRENT else _color(key)] = colors[name]
        return recolored_drawing(drawing, changes)

    def _alt(self, page: Page, name: str, alt: str) -> str:
        """The alternative text in the artefact's first language, where it is translated."""
        setting = page.setting
        context = f"art/{name}"
        if self.alt is not None:
            context, alt = f"{setting.layout}/{self.id}", self.alt.strip()
        found = setting.content.own_text(context, alt, setting.content.languages[0]) if alt else None
        return found.text if found else alt

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """Art that hardly differs from what it stands on, in the palette in which it is worst. Decoration may."""
        from placards.values.color import contrast

        first = self.fills[0]
        judged = [
            (contrast(colors[first], color), palette, name)
            for palette, colors in look.palettes.items()
            for name, color in look.grounds(self, colors) or ()
        ]
        if not judged or self.file or self.alt == "":
            return
        worst, palette, name = min(judged)
        if worst < _MIN_CONTRAST:
            yield look.diagnostic(
                "art-faint", self, ("fills", 0), fill=first, ground=name, palette=palette, ratio=worst,
                least=_MIN_CONTRAST,
            )  # fmt: skip


def _color(text: str) -> Color:
    from placards.values.color import parse_hex

    return parse_hex(text)
