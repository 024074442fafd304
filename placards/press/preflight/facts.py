"""What a Document is becomes Facts that people and programs read: sizes, fonts, pictures, inks, layers, text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from placards.frozen import dataclass
from placards.press.preflight.boxes_mm import SheetSize, sheet_size
from placards.press.preflight.objects import entry, name
from placards.press.preflight.plates import declared_inks, names_of_steps
from placards.press.preflight.rules.fonts import is_embedded
from placards.press.preflight.rules.transparency import see_through
from placards.press.preflight.seen import Code
from placards.press.preflight.subject import MOST_DRAWN, Subject


@dataclass(frozen=True, slots=True)
class InkUse:
    """The inks of a page: of each, on which part of the area inside the BleedBox it is (0 to 1), and the most of all
    together at one place, in per cent."""

    page: int
    inks: Mapping[str, float]
    most: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file is. Sizes are of what is printed, in millimetres."""

    version: str  # "1.6"
    claims: Mapping[str, str]  # what it says that it is: "pdf/x" → "PDF/X-4"
    condition: str  # the output intent's
    intent_space: str  # its profile's: CMYK, RGB, GRAY
    pages: int
    sheets: tuple[SheetSize, ...]  # one for each size, with the pages that have it
    fonts: Mapping[str, bool]  # name → whether it is in the file
    letters: int  # that are shown by fonts, unseen ones not counted
    text: int  # characters that come back from a search, on the pages that were looked at
    images: int
    lowest_dpi: int | None
    spaces: tuple[str, ...]  # what is painted with: "DeviceCMYK", "Separation", …
    spots: tuple[str, ...]
    finishing: tuple[str, ...]  # spot colours that say what is done to the sheet
    thinnest_pt: float | None
    layers: tuple[str, ...]
    steps: tuple[str, ...]  # "Structural/Cutting"
    see_through: tuple[str, ...]  # what is: "graphics states", "groups", "pictures"
    overprint: bool
    inks: tuple[InkUse, ...]
    codes: tuple[Code, ...]


def facts(subject: Subject) -> Facts:
    """All of them."""
    document = subject.document
    drawings = [drawing for _, drawing in subject.drawings]
    uses = [use for drawing in drawings for use in drawing.images]
    lowest = min((use.dpi / subject.scale for use in uses if use.bits > 1), default=None)
    lines = [width for drawing in drawings for width, step in drawing.lines if not step]
    paints = {paint for _, paint in subject.paints()}
    header = re.match(rb"%PDF-(\d\.\d)", document.data)
    shown = [subject.text(index) for index in range(min(len(subject.pages), MOST_DRAWN))]
    return Facts(
        version=header[1].decode() if header else document.pdf.pdf_version,
        claims=document.claims,
        condition=_said(entry(document.intent, "OutputConditionIdentifier")),
        intent_space=document.intent_space,
        pages=len(document.pdf.pages),
        sheets=sheet_size(subject.pages, subject.scale),
        fonts={name(entry(font, "BaseFont")) or "Type3": is_embedded(font) for font in document.fonts},
        letters=sum(count for drawing in drawings for use, count in drawing.texts.items() if use.mode not in (3, 7)),
        text=sum(len("".join(text.split())) for text in shown),
        images=len({use.image or use for use in uses}),
        lowest_dpi=None if lowest is None else round(lowest),
        spaces=tuple(sorted({paint.space.family for paint in paints} - {""})),
        spots=tuple(sorted(declared_inks(document) - subject.finishing)),
        finishing=tuple(sorted(subject.finishing - {"All"})),
        thinnest_pt=round(min(lines) * subject.scale, 3) if lines else None,
        layers=tuple(_said(entry(layer, "Name")) for layer in document.layers),
        steps=names_of_steps(document),
        see_through=see_through(document),
        overprint=any(paint.overprint and not paint.step for paint in paints),
        inks=tuple(InkUse(one.page, one.inks, one.most) for one in subject.plates),
        codes=subject.codes,
    )


def _said(found: object) -> str:
    return str(found) if found is not None else ""
