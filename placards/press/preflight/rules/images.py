"""What a press asks of pictures and of drawings from elsewhere: that what is seen is what is printed, and sharp."""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.preflight.objects import entry, filters, name, number
from placards.press.preflight.rule import ALWAYS, BOTH, X1A, X4, Found, found, found_if, rule
from placards.press.preflight.sources import CALLAS, KODAK, OURS, PDFX_TS, lintpdf, verapdf
from placards.press.preflight.subject import Subject
from placards.problems.diagnostic import Severity

#: Pictures of black and white alone have clean edges from here on.
_LINE_ART = 550

#: Pictures smaller than this on paper are dots and textures, in points.
_TINY = 6.0


@rule("image-alternates", BOTH, "dictionaries", verapdf("6.2.8-1"), CALLAS)
def _alternates(subject: Subject) -> Iterator[Found]:
    """No picture has others that may be printed in its place."""
    yield from found_if(any(entry(one, "Alternates") is not None for one in subject.document.images))


@rule("opi", BOTH, "dictionaries", verapdf("6.2.8-2"), CALLAS)
def _opi(subject: Subject) -> Iterator[Found]:
    """No picture and no form stands for another one that is fetched when it is printed (OPI)."""
    both = (*subject.document.images, *subject.document.forms)
    yield from found_if(any(entry(one, "OPI") is not None for one in both))


@rule("postscript", BOTH, "dictionaries", lintpdf("077"), verapdf("6.2.9-1 and -3"), KODAK)
def _postscript(subject: Subject) -> Iterator[Found]:
    """Nothing is drawn by PostScript."""
    for one in subject.document.streams:
        if name(entry(one, "Subtype")) == "PS" or name(entry(one, "Subtype2")) == "PS" or entry(one, "PS") is not None:
            yield found()


@rule("reference-xobject", BOTH, "dictionaries", verapdf("6.2.9-2"), PDFX_TS)
def _reference(subject: Subject) -> Iterator[Found]:
    """No form stands for a page of another file (Ref)."""
    yield from found_if(any(entry(one, "Ref") is not None for one in subject.document.forms))


@rule("image-bits", BOTH, "dictionaries", verapdf("6.2.8-4"))
def _bits(subject: Subject) -> Iterator[Found]:
    """A channel of a picture has 1, 2, 4, 8 or 16 bits."""
    for one in subject.document.images:
        bits = entry(one, "BitsPerComponent")
        if bits is not None and number(bits) not in (1, 2, 4, 8, 16):
            yield found(bits=int(number(bits)))


@rule("jpeg2000", X4, "bytes", lintpdf("087"), "woelferdruck.de, which takes JPEG 2000")
def _jpeg2000(subject: Subject) -> Iterator[Found]:
    """A JPEG 2000 has 1, 3 or 4 channels."""
    for one in subject.document.images:
        if "JPXDecode" in filters(one):
            data = bytes(one.read_raw_bytes()[:4096])
            at = data.find(b"\xff\x51")  # its size marker: length, capabilities, eight sizes of four bytes, channels
            channels = int.from_bytes(data[at + 38 : at + 40], "big") if at >= 0 else 0
            if channels not in (1, 3, 4):
                yield found(channels=channels)


@rule("x1a-filter", X1A, "dictionaries", KODAK, PDFX_TS)
def _x1a_filter(subject: Subject) -> Iterator[Found]:
    """No picture is packed as JPEG 2000, nor, in PDF/X-1a:2001, as JBIG2."""
    refused = {"JPXDecode", "JBIG2Decode"} if subject.is_of_2001 else {"JPXDecode"}
    used = {one for image in subject.document.images for one in filters(image)} & refused
    yield from found_if(bool(used), filters=tuple(sorted(used)))


@rule("x1a-sixteen-bits", X1A, "dictionaries", KODAK, PDFX_TS)
def _x1a_bits(subject: Subject) -> Iterator[Found]:
    """A channel of a picture has at most 8 bits."""
    yield from found_if(any(number(entry(one, "BitsPerComponent")) == 16 for one in subject.document.images))


@rule("preseparated", X1A, "dictionaries", CALLAS)
def _preseparated(subject: Subject) -> Iterator[Found]:
    """Pages are whole, not separated into inks already."""
    yield from (found(page) for page in subject.pages if entry(page.page, "SeparationInfo") is not None)


@rule(
    "resolution", ALWAYS, "content", "albionsp.com, after the Ghent Workgroup’s sheet-fed specification",
    "grano.fi for banners",
)  # fmt: skip
def _resolution(subject: Subject) -> Iterator[Found]:
    """A picture has, at the size at which it is printed, the pixels an inch that the profile wants (150), and at least
    those that it must have (72)."""
    wanted, least = subject.wanted.dpi, subject.wanted.least_dpi
    for page, drawing in subject.drawings:
        uses = [use for use in drawing.images if use.bits > 1 and min(use.width_pt, use.height_pt) > _TINY]
        lowest = min((use.dpi / subject.scale for use in uses), default=wanted)
        if lowest < wanted * 0.995:  # pixels are whole, sizes are not
            severity = Severity.ERROR if lowest < least * 0.995 else Severity.WARNING
            yield found(page, severity, dpi=round(lowest), wanted=round(wanted))


@rule(
    "line-art-resolution", ALWAYS, "content", "albionsp.com, after the Ghent Workgroup’s sheet-fed specification", OURS
)
def _line_art(subject: Subject) -> Iterator[Found]:
    """A picture of black and white alone has 550 pixels an inch."""
    for page, drawing in subject.drawings:
        uses = [use for use in drawing.images if use.bits == 1 and min(use.width_pt, use.height_pt) > _TINY]
        lowest = min((use.dpi / subject.scale for use in uses), default=float(_LINE_ART))
        if lowest < _LINE_ART * 0.995:
            yield found(page, dpi=round(lowest), wanted=_LINE_ART)
