"""What a press asks of the instructions that draw a page: only those that PDF has, each state given back."""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.preflight.rule import ALWAYS, BOTH, Found, found, rule
from placards.press.preflight.sources import CALLAS, verapdf
from placards.press.preflight.subject import Subject

#: So many graphics states may be kept at a time.
_DEPTH = 28


@rule("operator-unknown", BOTH, "content", verapdf("6.2.2-1"), CALLAS)
def _operator(subject: Subject) -> Iterator[Found]:
    """Content has only operators of PDF, also where it says that others shall be passed over."""
    for page, drawing in subject.drawings:
        if drawing.strange:
            yield found(page, operators=tuple(sorted(drawing.strange)[:5]))


@rule("states-unbalanced", ALWAYS, "content", "ISO 32000-1, 8.4.2, on q and Q")
def _unbalanced(subject: Subject) -> Iterator[Found]:
    """Every graphics state that is kept (q) is given back (Q), in each stream."""
    for page, drawing in subject.drawings:
        if drawing.unbalanced:
            yield found(page, operators=tuple(sorted(drawing.unbalanced)))


@rule("states-deep", BOTH, "content", verapdf("6.1.13-8"))
def _deep(subject: Subject) -> Iterator[Found]:
    """At most 28 graphics states are kept at a time."""
    for page, drawing in subject.drawings:
        if drawing.depth[0] > _DEPTH:
            yield found(page, depth=drawing.depth[0])
