"""What a press asks of colours: that each of them means an ink, and that spot colours are the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from placards.press.preflight.document import icc_header
from placards.press.preflight.drawn import Paint
from placards.press.preflight.objects import entries, entry, identity, members, name, number
from placards.press.preflight.rule import ALWAYS, BOTH, X4, Found, found, found_if, rule
from placards.press.preflight.sources import (
    ESKO,
    GWG,
    KODAK,
    OURS,
    PDFX_TS,
    PROOF,
    lintpdf,
    verapdf,
)
from placards.press.preflight.spaces import PROCESS, read_space
from placards.press.preflight.subject import Subject

_CHANNELS = {"CMYK": 4, "RGB": 3, "GRAY": 1, "Lab": 3}
_INTENTS = frozenset({"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"})


def _painted(subject: Subject, family: str) -> Iterator[Found]:
    seen = set()
    for page, paint in subject.paints():
        if paint.space.family == family and paint.kind != "image" and page.number not in seen:
            seen.add(page.number)
            yield found(page)


@rule("rgb-painted", X4, "content", ESKO, lintpdf("028"))
def _rgb_painted(subject: Subject) -> Iterator[Found]:
    """Nothing is painted in plain RGB, unless the output intent is RGB or the page says which RGB it is."""
    if "DeviceRGB" in subject.document.uncovered:
        yield from _painted(subject, "DeviceRGB")


@rule("cmyk-painted", X4, "content", lintpdf("029"), PDFX_TS)
def _cmyk_painted(subject: Subject) -> Iterator[Found]:
    """Nothing is painted in plain CMYK, unless the output intent is CMYK or the page says which CMYK it is."""
    if "DeviceCMYK" in subject.document.uncovered:
        yield from _painted(subject, "DeviceCMYK")


@rule("device-space", X4, "dictionaries", lintpdf("085"), verapdf("6.2.4.3-2 and -3"))
def _device_space(subject: Subject) -> Iterator[Found]:
    """Pictures, gradients, blending and the alternates of spot colours are in no plain space that the output intent
    does not cover."""
    document = subject.document
    spaces = {read_space(one).device & document.uncovered for one in document.spaces}
    groups = [entry(one, "Group") for one in document.dictionaries]
    spaces |= {read_space(entry(one, "CS")).device & document.uncovered for one in groups if one is not None}
    for space in sorted({family for every in spaces for family in every}):
        yield found(space=space)


def _profiled(subject: Subject) -> Iterator[tuple[int, bytes]]:
    """The channels and the bytes of every profile that a colour space has."""
    seen = set()
    for space in subject.document.spaces:
        for part in _profiles(space, 0):
            key = identity(part) or id(part)
            if key not in seen:
                seen.add(key)
                yield int(number(entry(part, "N"))), subject.document.unpacked(part)


def _profiles(space: Any, depth: int) -> Iterator[Any]:
    parts = members(space)
    if parts and name(parts[0]) == "ICCBased" and len(parts) > 1:
        yield parts[1]
    elif parts and depth < 6:
        for one in parts[1:3]:
            yield from _profiles(one, depth + 1)


@rule("icc-space", BOTH, "dictionaries", lintpdf("031"), verapdf("6.2.4.2-1"))
def _icc_space(subject: Subject) -> Iterator[Found]:
    """A colour space by a profile has the channels that the profile has, and the profile is that of a device or of a
    space of colours."""
    for channels, profile in _profiled(subject):
        head = icc_header(profile)
        if _CHANNELS.get(head.space) != channels or head.kind not in ("mntr", "prtr", "scnr", "spac"):
            yield found(space=head.space or "nothing", channels=channels)


@rule("icc-as-intent", X4, "dictionaries", "Enfocus PitStop’s reports on profiles that equal the output intent’s")
def _icc_as_intent(subject: Subject) -> Iterator[Found]:
    """CMYK by the output intent's own profile is plain CMYK: by a profile it would overprint otherwise."""
    intent = subject.document.profile
    same = any(channels == 4 and profile == intent for channels, profile in _profiled(subject))
    yield from found_if(bool(intent) and same)


@rule("icc-overprint", X4, "content", verapdf("6.2.4.2-2"), "OCRmyPDF, issue 107")
def _icc_overprint(subject: Subject) -> Iterator[Found]:
    """Nothing that is CMYK by a profile overprints in mode 1."""
    for page, paint in subject.paints():
        if paint.space.family == "ICCBased" and paint.space.components == 4 and paint.overprint and paint.mode == 1:
            yield found(page)


@rule("spot-differs", BOTH, "dictionaries", lintpdf("032"), verapdf("6.2.4.4-2"))
def _spot_differs(subject: Subject) -> Iterator[Found]:
    """A spot colour of one name has one look: the same alternate and the same way into it."""
    known: dict[str, object] = {}
    for space in subject.document.spaces:
        parts = members(space)
        if len(parts) > 3 and name(parts[0]) == "Separation":
            ink, look = name(parts[1]), (_written(subject, parts[2]), _written(subject, parts[3]))
            if known.setdefault(ink, look) != look:
                yield found(ink=ink)


def _written(subject: Subject, part: Any) -> bytes:
    if isinstance(part, pikepdf.Stream):
        return subject.document.unpacked(part) + str(sorted(key for key, _ in entries(part))).encode()
    return part.unparse(resolved=True) if isinstance(part, pikepdf.Object) else repr(part).encode()


@rule("colorants-missing", X4, "dictionaries", verapdf("6.2.4.4-1"))
def _colorants(subject: Subject) -> Iterator[Found]:
    """A space of several inks (DeviceN) says of each spot colour what it is (Colorants)."""
    for space in subject.document.spaces:
        parts = members(space)
        if len(parts) > 1 and name(parts[0]) == "DeviceN":
            said = entry(parts[4], "Colorants") if len(parts) > 4 else None
            for ink in map(name, members(parts[1])):
                if ink not in PROCESS | {"None"} and entry(said, ink) is None:
                    yield found(ink=ink)


@rule("rendering-intent", BOTH, "content", lintpdf("035"), verapdf("6.2.6-1"))
def _rendering_intent(subject: Subject) -> Iterator[Found]:
    """How colours are converted is one of the four ways that there are."""
    said = {name(entry(one, "Intent")) for one in subject.document.images}
    said |= {name(entry(one, "RI")) for one in subject.document.states}
    said |= {one for _, drawing in subject.drawings for one in drawing.intents}
    for one in sorted(said - _INTENTS - {""}):
        yield found(intent=one)


@rule("spot-name", ALWAYS, "dictionaries", verapdf("6.1.8-1"))
def _spot_name(subject: Subject) -> Iterator[Found]:
    """The name of a spot colour is a text in UTF-8, of letters and signs that can be seen."""
    for ink in sorted(_inks(subject)):
        if "\ufffd" in ink or not ink.strip() or any(not char.isprintable() for char in ink):
            yield found(ink=ascii(ink)[1:-1])


def _inks(subject: Subject) -> set[str]:
    inks = set()
    for space in subject.document.spaces:
        parts = members(space)
        if len(parts) > 1 and name(parts[0]) in ("Separation", "DeviceN"):
            for part in [parts[1]] if name(parts[0]) == "Separation" else members(parts[1]):
                inks.add(_ink(part))
    return inks


def _ink(part: Any) -> str:
    raw = part.unparse()[1:] if isinstance(part, pikepdf.Name) else b""
    text = bytearray()
    at = 0
    while at < len(raw):
        if raw[at : at + 1] == b"#" and at + 2 < len(raw):
            try:
                text.append(int(raw[at + 1 : at + 3], 16))
                at += 3
                continue
            except ValueError:
                pass
        text.append(raw[at])
        at += 1
    return text.decode("utf-8", "replace")


@rule("registration-color", ALWAYS, "content", "Adobe, printer marks, and bookprinteconomy.cz on marks", PROOF)
def _registration(subject: Subject) -> Iterator[Found]:
    """The colour of all inks together (All) is for marks: it stands outside the BleedBox, or the TrimBox where there is
    none."""
    for page, drawing in subject.drawings:
        limit = page.printed
        box = type(limit)(*(side * page.unit for side in limit))
        for paint, places in drawing.paints.items():
            if paint.space.inks == ("All",) and any(_stands_in(place, box) for place in places):
                yield found(page)
                break


def _stands_in(place: Any, box: Any) -> bool:
    """Whether a mark, which may have no width, stands inside a box."""
    return bool(
        place.right > box.left + 0.1
        and place.left < box.right - 0.1
        and place.top > box.bottom + 0.1
        and place.bottom < box.top - 0.1
    )


@rule("white-overprint", ALWAYS, "content", PROOF, GWG)
def _white_overprint(subject: Subject) -> Iterator[Found]:
    """White overprints nothing: it would vanish."""
    seen = set()
    for page, paint in subject.paints():
        if page.number not in seen and _vanishes(paint):
            seen.add(page.number)
            yield found(page)


def _vanishes(paint: Paint) -> bool:
    if not paint.overprint or not paint.values or paint.step:
        return False
    if paint.space.family == "DeviceCMYK":
        return paint.mode == 1 and not any(paint.values)
    return paint.space.family in ("Separation", "DeviceN") and not any(paint.values) and paint.space.inks != ("All",)


@rule("transfer-function", BOTH, "dictionaries", lintpdf("075"), KODAK)
def _transfer(subject: Subject) -> Iterator[Found]:
    """Nothing changes how much ink a value means (TR, or a TR2 other than Default)."""
    for one in subject.document.states:
        changed = entry(one, "TR2")
        if entry(one, "TR") is not None or (changed is not None and name(changed) != "Default"):
            yield found()


@rule("halftone", BOTH, "dictionaries", verapdf("6.2.5-3 to -5"), KODAK)
def _halftone(subject: Subject) -> Iterator[Found]:
    """The screens of dots are the press's: only halftones of type 1 or 5, without a name, and no origin (HTP)."""
    for one in subject.document.states:
        screen = entry(one, "HT")
        named = screen is not None and name(screen) == ""
        odd = number(entry(screen, "HalftoneType")) not in (1, 5) or entry(screen, "HalftoneName") is not None
        if entry(one, "HTP") is not None or (named and odd):
            yield found()


@rule("black-generation", ALWAYS, "dictionaries", "ISO 32000-1, 10.3.4, which leaves it to the device", OURS)
def _black_generation(subject: Subject) -> Iterator[Found]:
    """No function of its own makes black out of RGB (BG, UCR)."""
    keys = ("BG", "UCR")
    yield from found_if(any(entry(one, key) is not None for one in subject.document.states for key in keys))
