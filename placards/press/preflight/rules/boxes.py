"""What a press asks of a page's boxes: where it is cut, how far colour reaches past that, and that pages are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from placards.press.preflight.boxes_mm import least_bleed
from placards.press.preflight.document import PageBoxes
from placards.press.preflight.objects import Corners, entry, name
from placards.press.preflight.rule import ALWAYS, BOTH, PROFILE, Found, found, rule
from placards.press.preflight.sources import BOXES, ISO_32000, PROOF, SHOPS, lintpdf, verapdf
from placards.press.preflight.subject import Subject
from placards.values.units import MM

#: The smallest and the largest page in its own units.
_LEAST, _MOST = 3.0, 14_400.0

#: Rounding that no cutter sees, in millimetres.
_TOLERANCE_MM = 0.02


@rule("trim-missing", BOTH, "dictionaries", lintpdf("050"), BOXES)
def _trim_missing(subject: Subject) -> Iterator[Found]:
    """Each page has a TrimBox or an ArtBox."""
    yield from (found(page) for page in subject.pages if page.trim is None and page.art is None)


@rule("trim-and-art", BOTH, "dictionaries", BOXES, PROOF)
def _trim_and_art(subject: Subject) -> Iterator[Found]:
    """No page has both a TrimBox and an ArtBox."""
    yield from (found(page) for page in subject.pages if page.trim is not None and page.art is not None)


@rule("boxes-nested", ALWAYS, "dictionaries", BOXES, lintpdf("052 to 056"))
def _boxes_nested(subject: Subject) -> Iterator[Found]:
    """The TrimBox lies inside the BleedBox, and that inside the MediaBox; none passes the CropBox, if there is one."""
    for page in subject.pages:
        for inner, outer in _wrong(page):
            yield found(page, inner=inner, outer=outer)


def _wrong(page: PageBoxes) -> Iterator[tuple[str, str]]:
    trim, media = page.trim or page.art, page.whole
    called = "ArtBox" if page.trim is None else "TrimBox"
    pairs: list[tuple[str, Corners | None, str, Corners | None]] = [
        (called, trim, "BleedBox", page.bleed),
        (called, trim, "MediaBox", media),
        ("BleedBox", page.bleed, "MediaBox", media),
        (called, trim, "CropBox", page.crop),
        ("BleedBox", page.bleed, "CropBox", page.crop),
    ]
    for inner, small, outer, large in pairs:
        if small is not None and large is not None and not small.within(large):
            yield inner, outer


@rule("box-size", ALWAYS, "dictionaries", verapdf("6.1.13-11"), lintpdf("054"))
def _box_size(subject: Subject) -> Iterator[Found]:
    """A page is 3 to 14,400 units wide and high."""
    for page in subject.pages:
        width, height = page.whole.width, page.whole.height
        if min(width, height) < _LEAST or max(width, height) > _MOST:
            yield found(page, width=round(width, 1), height=round(height, 1))


@rule("viewer-areas", BOTH, "dictionaries", BOXES)
def _viewer_areas(subject: Subject) -> Iterator[Found]:
    """Where the file says which area is shown or printed (ViewArea, ViewClip, PrintArea, PrintClip), it is the MediaBox
    or the BleedBox."""
    wishes = entry(subject.document.root, "ViewerPreferences")
    for key in ("ViewArea", "ViewClip", "PrintArea", "PrintClip"):
        said = name(entry(wishes, key))
        if said and said not in ("MediaBox", "BleedBox"):
            yield found(key=key, box=said)


@rule("pages-differ", ALWAYS, "dictionaries", PROOF)
def _pages_differ(subject: Subject) -> Iterator[Found]:
    """All pages are of one size."""
    sizes = {page.number: _size(page) for page in subject.pages}
    (usual, _), *others = Counter(sizes.values()).most_common()
    if others:
        width, height = usual
        yield from (found(n, width=width, height=height) for n, size in sizes.items() if size != usual)


def _size(page: PageBoxes) -> tuple[int, int]:
    """In whole millimetres."""
    box = page.finished
    return round(box.width * page.unit / MM), round(box.height * page.unit / MM)


@rule("page-rotated", ALWAYS, "dictionaries", "flyer.de, which wants no page turned", PROOF)
def _page_rotated(subject: Subject) -> Iterator[Found]:
    """No page is turned by /Rotate: programs at print shops turn it back, or not."""
    yield from (found(page, degrees=round(page.rotate)) for page in subject.pages if page.rotate % 360)


@rule("user-unit", ALWAYS, "dictionaries", ISO_32000, "Poppler and PDFium, which take no notice of it")
def _user_unit(subject: Subject) -> Iterator[Found]:
    """A page's unit is the point: some programs take no notice of UserUnit, and print it too small."""
    yield from (found(page, unit=page.unit) for page in subject.pages if page.unit != 1.0)


@rule("bleed-small", PROFILE, "dictionaries", SHOPS)
def _bleed_small(subject: Subject) -> Iterator[Found]:
    """The BleedBox reaches as far past the TrimBox, on each side, as the profile wants."""
    wanted = subject.wanted.bleed_mm
    if not wanted:
        return
    for page in subject.pages:
        has = least_bleed(page) * page.unit / MM * subject.scale
        if has < wanted - _TOLERANCE_MM:
            yield found(page, has=round(has, 1), wanted=wanted)
