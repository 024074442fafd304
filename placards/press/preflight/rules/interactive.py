"""What a press asks of what belongs on a screen: that none of it stands on the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.preflight.objects import corners, entry, members, name
from placards.press.preflight.rule import ALWAYS, BOTH, Found, found, found_if, rule
from placards.press.preflight.sources import BOXES, CALLAS, lintpdf, verapdf
from placards.press.preflight.subject import Subject

_PLAYING = frozenset({"3D", "Movie", "Sound", "Screen", "RichMedia"})
_RUNNING = frozenset({"JavaScript", "Launch", "ImportData", "SubmitForm", "ResetForm"})


@rule("annotation-inside", BOTH, "dictionaries", BOXES, CALLAS)
def _annotation(subject: Subject) -> Iterator[Found]:
    """Annotations stand outside the BleedBox (or the TrimBox where there is none); printer's marks outside the TrimBox;
    networks of traps may stand anywhere."""
    for page in subject.pages:
        for one in members(entry(page.page, "Annots")):
            kind = name(entry(one, "Subtype"))
            place = corners(entry(one, "Rect"))
            limit = page.finished if kind == "PrinterMark" else page.printed
            if kind != "TrapNet" and place is not None and place.meets(limit):
                yield found(page, kind=kind or "?")


@rule("actions", BOTH, "dictionaries", lintpdf("071 and 072"), verapdf("6.5.1-1"))
def _actions(subject: Subject) -> Iterator[Found]:
    """Nothing happens when the file is opened or a page is shown: no actions, no JavaScript."""
    document = subject.document
    opening = name(entry(entry(document.root, "OpenAction"), "S"))
    scripts = entry(entry(document.root, "Names"), "JavaScript") is not None
    starts = entry(document.root, "AA") is not None or (opening and opening != "GoTo")
    runs = any(name(entry(one, "S")) in _RUNNING for one in document.dictionaries)
    yield from found_if(bool(scripts or starts or runs))
    yield from (found(page) for page in subject.pages if entry(page.page, "AA") is not None)


@rule("multimedia", BOTH, "dictionaries", lintpdf("057 to 060"))
def _multimedia(subject: Subject) -> Iterator[Found]:
    """Nothing on a page moves or sounds."""
    for page in subject.pages:
        for one in members(entry(page.page, "Annots")):
            if name(entry(one, "Subtype")) in _PLAYING:
                yield found(page, kind=name(entry(one, "Subtype")))


@rule("form", ALWAYS, "dictionaries", lintpdf("074"), verapdf("6.4.2-1"))
def _form(subject: Subject) -> Iterator[Found]:
    """A form to fill in has the looks of its fields in the file: none that a viewer makes (NeedAppearances), and none
    of XFA."""
    form = entry(subject.document.root, "AcroForm")
    yield from found_if(entry(form, "XFA") is not None or entry(form, "NeedAppearances") is True)
