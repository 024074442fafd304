"""What a press asks of fonts: that each is in the file, or that its letters are outlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from placards.press.preflight.objects import entry, identity, members, name, number
from placards.press.preflight.rule import ALWAYS, BOTH, X4, Found, found, rule
from placards.press.preflight.sources import CALLAS, SHOPS, lintpdf, verapdf
from placards.press.preflight.subject import Subject

_FILES = ("FontFile", "FontFile2", "FontFile3")


def is_embedded(font: Any) -> bool:
    """Whether a font's file is in the PDF; one of drawings (Type 3) has none."""
    descriptor = entry(font, "FontDescriptor")
    return name(entry(font, "Subtype")) == "Type3" or any(entry(descriptor, key) is not None for key in _FILES)


@rule("font-missing", ALWAYS, "dictionaries", lintpdf("036 to 042"), CALLAS, SHOPS)
def _font_missing(subject: Subject) -> Iterator[Found]:
    """Every font is in the file, also that of letters that nobody sees."""
    for font in subject.document.fonts:
        if not is_embedded(font):
            yield found(font=name(entry(font, "BaseFont")) or "?")


@rule("cid-map", X4, "dictionaries", lintpdf("039"), verapdf("6.2.11.3.2-1"))
def _cid_map(subject: Subject) -> Iterator[Found]:
    """A TrueType font of many characters says which of its glyphs each is (CIDToGIDMap)."""
    for font in subject.document.fonts:
        if name(entry(font, "Subtype")) == "CIDFontType2" and entry(font, "CIDToGIDMap") is None:
            yield found(font=name(entry(font, "BaseFont")) or "?")


@rule(
    "font-widths", BOTH, "dictionaries", "ISO 32000-1, 9.6.2, on FirstChar, LastChar and Widths", verapdf("6.2.11.5-1")
)
def _font_widths(subject: Subject) -> Iterator[Found]:
    """A font of single bytes has a width for each of its characters."""
    for font in subject.document.fonts:
        if name(entry(font, "Subtype")) in ("Type1", "MMType1", "TrueType", "Type3"):
            first, last = entry(font, "FirstChar"), entry(font, "LastChar")
            expected = number(last) - number(first) + 1
            standard = first is None and last is None and not is_embedded(font)
            if not standard and (first is None or last is None or len(members(entry(font, "Widths"))) != expected):
                yield found(font=name(entry(font, "BaseFont")) or "Type3")


@rule("font-subset-name", X4, "dictionaries", "ISO 32000-1, 9.8, on FontName, which is BaseFont")
def _subset_name(subject: Subject) -> Iterator[Found]:
    """A font is called the same wherever its name stands: in the font, in its descendant, in its descriptor."""
    seen = set()
    for _, font in subject.document.resource("Font"):
        for below in members(entry(font, "DescendantFonts")) or [font]:
            called = name(entry(below, "BaseFont"))
            described = name(entry(entry(below, "FontDescriptor"), "FontName"))
            if called and described and called != described and identity(below) not in seen:
                seen.add(identity(below))
                yield found(font=called, other=described)
