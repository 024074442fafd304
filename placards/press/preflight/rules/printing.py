"""What a printer asks of the sheet: ink where it is cut, not too much of it, lines and letters that hold."""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.preflight.drawn import Paint, TextUse
from placards.press.preflight.plates import declared_inks
from placards.press.preflight.rule import ALWAYS, PROFILE, Found, found, found_if, rule
from placards.press.preflight.sources import OURS, PROOF, SHOPS
from placards.press.preflight.subject import MOST_DRAWN, Subject
from placards.values.units import MM

#: Lines thinner than this break, in points.
_THIN = 0.25

#: Letters smaller than this are for one ink alone, and those that are smaller still for nobody, in points.
_SMALL, _TINY = 12.0, 5.0

#: Where a warning begins, in per cent of ink below the limit.
_NEAR = 20

#: Of a side's length, what touches the cut by chance.
_TOUCHES = 0.02


@rule("bleed-empty", ALWAYS, "pixels", PROOF, SHOPS)
def _bleed_empty(subject: Subject) -> Iterator[Found]:
    """What touches the cut reaches to the edge of the BleedBox, on every side, as it is drawn."""
    for border in subject.borders:
        if border.stops_mm is not None:
            yield found(
                border.page, side=border.side, stops=round(border.stops_mm * subject.scale, 1),
                bleed=round(border.bleed_mm * subject.scale, 1), share=round(100 * border.share),
            )  # fmt: skip


@rule("bleed-missing", ALWAYS, "pixels", PROOF, SHOPS)
def _bleed_missing(subject: Subject) -> Iterator[Found]:
    """Where ink touches the cut, there is a bleed."""
    if subject.wanted.bleed_mm == 0:
        return  # a shop that makes it by itself
    sides: dict[int, list[str]] = {}
    for border in subject.borders:
        if border.bleed_mm < 0.05 and border.touching > _TOUCHES:
            sides.setdefault(border.page, []).append(border.side)
    yield from (found(page, sides=tuple(names)) for page, names in sides.items())


@rule("ink-total", ALWAYS, "plates", "printcarrier.com and printered.it, 300 %", PROOF, OURS)
def _ink_total(subject: Subject) -> Iterator[Found]:
    """Nowhere inside the BleedBox is more ink, of all inks together, than the profile allows (300 %)."""
    limit = round(100 * subject.wanted.most_ink)
    for plates in subject.plates:
        if plates.most > limit + 1:  # plates count in steps of 0.4 %
            share = round(100 * plates.above(limit + 1), 1)
            yield found(plates.page, most=plates.most, limit=limit, share=share)


@rule(
    "ink-high", ALWAYS, "plates", "offset 320 to 340 %, inkjet 300 to 400 % of some shops, 280 % of careful ones", OURS
)
def _ink_high(subject: Subject) -> Iterator[Found]:
    """Where nobody said how much ink is allowed, there is at most 280 %, which everybody can print."""
    limit = round(100 * subject.wanted.most_ink)
    for plates in subject.plates:
        if subject.profile is None and limit - _NEAR + 1 < plates.most <= limit + 1:
            yield found(plates.page, most=plates.most, near=limit - _NEAR)


@rule("ghostscript-warns", ALWAYS, "plates", "a press’s own programs, which complain of the same", OURS)
def _ghostscript_warns(subject: Subject) -> Iterator[Found]:
    """Ghostscript reads the file without a warning, where it is there."""
    said = {one for plates in subject.plates for one in plates.warnings}
    yield from (found(said=one[:160]) for one in sorted(said)[:3])


@rule("spots-unwanted", PROFILE, "dictionaries", SHOPS, "WeasyPrint, issue 2911")
def _spots(subject: Subject) -> Iterator[Found]:
    """There are no spot colours but those of finishing where the shop prints only CMYK."""
    inks = tuple(sorted(declared_inks(subject.document) - subject.finishing))
    yield from found_if(bool(inks) and not subject.wanted.spots, inks=inks)


@rule("rgb-unwanted", PROFILE, "content", SHOPS)
def _rgb(subject: Subject) -> Iterator[Found]:
    """Nothing is RGB where the shop wants inks."""
    if subject.wanted.inks != "cmyk":
        return
    seen = set()
    for page, paint in subject.paints():
        if _is_rgb(paint) and page.number not in seen:
            seen.add(page.number)
            yield found(page)


def _is_rgb(paint: Paint) -> bool:
    space = paint.space
    return (
        "DeviceRGB" in space.device
        or space.family in ("CalRGB", "Lab")
        or (space.family == "ICCBased" and space.components == 3)
    )


@rule("hairline", ALWAYS, "content", PROOF, SHOPS)
def _hairline(subject: Subject) -> Iterator[Found]:
    """No line has the width 0, which is one dot of the machine, whatever its size."""
    for page, drawing in subject.drawings:
        count = sum(n for (width, step), n in drawing.lines.items() if width == 0 and not step)
        if count:
            yield found(page, count=count)


@rule("thin-line", ALWAYS, "content", "druckerei-urlaub.de and grano.fi", PROOF)
def _thin_line(subject: Subject) -> Iterator[Found]:
    """A line is at least 0.25 pt wide at the size at which it is printed, also one that is drawn as an area."""
    for page, drawing in subject.drawings:
        thin = [
            width * subject.scale for width, step in drawing.lines if 0 < width * subject.scale < 0.245 and not step
        ]
        if thin:
            yield found(page, width=round(min(thin), 3), least=_THIN)


def _size(text: TextUse, subject: Subject) -> float:
    return text.size * subject.scale


@rule("small-text", ALWAYS, "content", "iolibro.it and woelferdruck.de", OURS)
def _small_text(subject: Subject) -> Iterator[Found]:
    """Letters are at least 5 pt large."""
    sizes: dict[int, float] = {}
    for page, text in subject.letters():
        if 0 < _size(text, subject) < _TINY:
            sizes[page.number] = min(_size(text, subject), sizes.get(page.number, _TINY))
    yield from (found(page, size=round(size, 1), least=_TINY) for page, size in sizes.items())


@rule("small-text-inks", ALWAYS, "content", PROOF, "woelferdruck.de and iolibro.it")
def _small_text_inks(subject: Subject) -> Iterator[Found]:
    """Letters below 12 pt are printed with one ink: several never meet exactly."""
    counts: dict[int, int] = {}
    for page, text in subject.letters():
        if 0 < _size(text, subject) < _SMALL and text.paint.inks > 1:
            counts[page.number] = max(text.paint.inks, counts.get(page.number, 0))
    yield from (found(page, inks=inks, below=_SMALL) for page, inks in counts.items())


@rule("black-text-gap", PROFILE, "content", "wolski-shop.de", PROOF)
def _black_text(subject: Subject) -> Iterator[Found]:
    """Black letters below 12 pt overprint: else a white rim shows where plates are not exactly over each other."""
    if not subject.wanted.overprint or subject.wanted.inks != "cmyk":
        return
    seen = set()
    for page, text in subject.letters():
        gap = text.paint.black and not text.paint.overprint and 0 < _size(text, subject) < _SMALL
        if gap and page.number not in seen:
            seen.add(page.number)
            yield found(page)


@rule("overprint-unwanted", PROFILE, "content", "digital-print-solutions.com, which wants none at all")
def _overprint(subject: Subject) -> Iterator[Found]:
    """Nothing overprints where the shop wants none."""
    if subject.wanted.overprint:
        return
    seen = set()
    for page, paint in subject.paints():
        if paint.overprint and page.number not in seen:
            seen.add(page.number)
            yield found(page)


@rule("black-large", ALWAYS, "content", "printcarrier.com, deep black", SHOPS)
def _black_large(subject: Subject) -> Iterator[Found]:
    """Plain black areas of 20 mm and more have other inks below the black, as the profile says: black alone looks
    grey. Letters may be black alone."""
    recipe = subject.wanted.black
    if not any(recipe.large[:3]):
        return
    least = recipe.large_from_mm * MM / subject.scale
    for page, drawing in subject.drawings:
        for paint, size in drawing.fields.items():
            native = paint.space.family in ("DeviceCMYK", "Separation")
            if native and paint.black and not paint.step and size >= least:
                yield found(page, size=round(size * subject.scale / MM))
                break


@rule("marks-unwanted", PROFILE, "content", SHOPS)
def _marks(subject: Subject) -> Iterator[Found]:
    """There are no marks and no colour bars where the shop sets its own."""
    if subject.wanted.marks:
        return
    for page, drawing in subject.drawings:
        if any(paint.space.inks == ("All",) for paint in drawing.paints):
            yield found(page)


@rule("standard-differs", PROFILE, "dictionaries", SHOPS)
def _standard(subject: Subject) -> Iterator[Found]:
    """The file says that it is of the standard that the profile asks for."""
    wanted = subject.wanted.standard
    said = subject.document.claims.get("pdf/a" if wanted == "pdf/a-2a" else "pdf/x", "")
    prefix = {"pdf/a-2a": "PDF/A-2a", "pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1"}[wanted]
    yield from found_if(
        not said.startswith(prefix), said=said or "nothing", wanted=wanted.upper().replace("A-2A", "A-2a")
    )


@rule("text-lost", ALWAYS, "pixels", OURS)
def _text_lost(subject: Subject) -> Iterator[Found]:
    """The text of a page can be searched for, unless it is one of finishing alone."""
    for index, (page, drawing) in enumerate(subject.drawings[:MOST_DRAWN]):
        printed = [paint for paint in drawing.paints if not _is_finishing(paint, subject)]
        if printed and not subject.text(index).strip():
            yield found(page)


def _is_finishing(paint: Paint, subject: Subject) -> bool:
    return paint.step or (bool(paint.space.inks) and set(paint.space.inks) <= subject.finishing | {"All"})


@rule("text-garbled", ALWAYS, "pixels", OURS)
def _text_garbled(subject: Subject) -> Iterator[Found]:
    """What comes back of the text are letters, not codes that only the font knew."""
    for index, page in enumerate(subject.pages[:MOST_DRAWN]):
        text = "".join(subject.text(index).split())
        odd = sum(
            char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or ord(char) < 32 or char == "\ufffe" for char in text
        )
        if len(text) >= 3 and odd > 0.1 * len(text):
            yield found(page, share=round(100 * odd / len(text)))


@rule("code-unread", ALWAYS, "pixels", OURS)
def _code(subject: Subject) -> Iterator[Found]:
    """A code for cameras can be read."""
    readable = {code.page for code in subject.codes if code.readable}
    for code in subject.codes:
        if not code.readable and code.page not in readable:
            yield found(code.page, kind=code.kind)
