"""What a press asks of what is see-through: how it is mixed, and where nothing may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from placards.press.preflight.document import Document
from placards.press.preflight.objects import entries, entry, members, name, number
from placards.press.preflight.rule import PROFILE, X1A, X4, Found, found, found_if, rule
from placards.press.preflight.sources import KODAK, PDFX_TS, PROOF, SHOPS, lintpdf, verapdf
from placards.press.preflight.spaces import read_space
from placards.press.preflight.subject import Subject

_MODES = frozenset(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference "
    "Exclusion Hue Saturation Color Luminosity".split()
)


def _modes(state: Any) -> list[str]:
    said = entry(state, "BM")
    return [name(one) for one in (members(said) or ([said] if said is not None else []))]


@rule("blend-mode", X4, "dictionaries", lintpdf("046"), verapdf("6.2.10-1"))
def _blend_mode(subject: Subject) -> Iterator[Found]:
    """Colours are mixed in one of the ways that PDF names."""
    for mode in sorted({mode for one in subject.document.states for mode in _modes(one)} - _MODES):
        yield found(mode=mode or "?")


@rule(
    "blend-space", X4, "dictionaries", "WeasyPrint, issue 2723, of a shop that refused RGB there", lintpdf("044"), PROOF
)
def _blend_space(subject: Subject) -> Iterator[Found]:
    """A page with something see-through on it says in which colours it is mixed, and they are the output intent's."""
    document = subject.document
    for page in subject.pages:
        group = entry(page.page, "Group")
        space = entry(group, "CS")
        if (space is not None and read_space(space, page.resources).device & document.uncovered) or (
            space is None and any(map(_sees_through, _states(page.resources)))
        ):
            yield found(page)


def _states(resources: Any) -> Iterator[Any]:
    """The graphics states of resources, and of the forms in them."""
    for _, state in entries(entry(resources, "ExtGState")):
        yield state
    for _, form in entries(entry(resources, "XObject")):
        for _, state in entries(entry(entry(form, "Resources"), "ExtGState")):
            yield state


def _sees_through(state: Any) -> bool:
    """Whether a graphics state lets anything through."""
    mask = entry(state, "SMask")
    return (
        number(entry(state, "ca"), 1.0) < 1
        or number(entry(state, "CA"), 1.0) < 1
        or (mask is not None and name(mask) != "None")
        or any(mode not in ("Normal", "Compatible") for mode in _modes(state))
    )


def see_through(document: Document) -> tuple[str, ...]:
    """What in a file is see-through."""
    ways = []
    if any(map(_sees_through, document.states)):
        ways.append("graphics states")
    if any(name(entry(entry(one, "Group"), "S")) == "Transparency" for one in document.dictionaries):
        ways.append("groups")
    if any(entry(one, "SMask") is not None or number(entry(one, "SMaskInData")) for one in document.images):
        ways.append("pictures")
    return tuple(ways)


@rule("x1a-transparency", X1A, "dictionaries", KODAK, PDFX_TS)
def _x1a_transparency(subject: Subject) -> Iterator[Found]:
    """Nothing is see-through: no group of transparency, no mask of shades, no opacity below 1, no mixing."""
    ways = see_through(subject.document)
    yield from found_if(bool(ways), ways=ways)


@rule("transparency-unwanted", PROFILE, "dictionaries", SHOPS)
def _unwanted(subject: Subject) -> Iterator[Found]:
    """Nothing is see-through where the shop wants it flat."""
    ways = see_through(subject.document)
    yield from found_if(bool(ways) and not subject.wanted.transparency, ways=ways)
