"""What a press asks of layers: that they are as they are shown, and that finishing is known for what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from placards.press.preflight.objects import entry, identity, members, name, words
from placards.press.preflight.rule import ALWAYS, PROFILE, X1A, X4, Found, found, found_if, rule
from placards.press.preflight.sources import OURS, PDFX_TS, SHOPS, STEPS, lintpdf, verapdf
from placards.press.preflight.subject import Subject

#: The types that a group of processing steps may have; a group without any is of one kind.
_TYPES = {
    "Structural": frozenset(
        "Cutting PartialCutting ReversePartialCutting Creasing ReverseCreasing CuttingCreasing ReverseCuttingCreasing "
        "PartialCuttingCreasing ReversePartialCuttingCreasing Drilling Gluing FoilStamping ColdFoilStamping Embossing "
        "Debossing Perforating Bleed VarnishFree InkFree InkVarnishFree Folding Punching Stapling".split()
    ),
    "Positions": frozenset("Hologram Barcode ContentArea CodingMarking Imprinting".split()),
    **{group: frozenset() for group in "Dimensions Braille Legend White Varnish Primer PlateMaking".split()},
}


@rule("layer-names", X4, "dictionaries", lintpdf("066 and 069"), verapdf("6.9-1 and -2"))
def _layer_names(subject: Subject) -> Iterator[Found]:
    """Layers have a default configuration, and each configuration a name of its own."""
    properties = entry(subject.document.root, "OCProperties")
    if properties is None:
        return
    names = [words(entry(one, "Name")) for one in subject.document.configurations]
    yield from found_if(entry(properties, "D") is None or "" in names or len(set(names)) < len(names))


@rule("layer-automatic", X4, "dictionaries", lintpdf("070"), verapdf("6.9-4"))
def _automatic(subject: Subject) -> Iterator[Found]:
    """No layer is switched by what is done with the file (AS): on paper is what is on the screen."""
    yield from found_if(any(entry(one, "AS") is not None for one in subject.document.configurations))


@rule("layer-order", X4, "dictionaries", verapdf("6.9-3"))
def _layer_order(subject: Subject) -> Iterator[Found]:
    """Where layers are listed (Order), all of them are."""
    every = {identity(one) for one in subject.document.layers}
    for one in subject.document.configurations:
        order = entry(one, "Order")
        if order is not None and every - set(_listed(order, 0)):
            yield found()


def _listed(order: Any, depth: int) -> Iterator[tuple[int, int] | None]:
    for one in members(order):
        yield identity(one)
        if depth < 20:
            yield from _listed(one, depth + 1)


@rule("step-kind", ALWAYS, "dictionaries", STEPS)
def _step_kind(subject: Subject) -> Iterator[Found]:
    """A layer of a processing step is of a group and a type that ISO 19593-1 knows, or of a maker's own, which have an
    underscore in their name."""
    for layer in subject.document.layers:
        step = entry(layer, "GTS_Metadata")
        group, kind = name(entry(step, "GTS_ProcStepsGroup")), name(entry(step, "GTS_ProcStepsType"))
        if step is None or "_" in group or "_" in kind:
            continue
        types = _TYPES.get(group)
        if types is None or (kind not in types if types else bool(kind)):
            yield found(step=f"{group or '?'}/{kind}" if kind else group or "?")


@rule("step-ink", ALWAYS, "content", "callas, help on processing steps, article 660658", OURS)
def _step_ink(subject: Subject) -> Iterator[Found]:
    """What stands in a layer of a processing step has a spot colour of its own and overprints: else it would be
    printed, or be a gap in what is."""
    for page, drawing in subject.drawings:
        for paint in drawing.paints:
            if paint.step and (not paint.space.spots or not paint.overprint):
                yield found(page)
                break


@rule("x1a-layers", X1A, "dictionaries", PDFX_TS, "flyer.de and printered.it, which want none")
def _x1a_layers(subject: Subject) -> Iterator[Found]:
    """There are no layers."""
    yield from found_if(entry(subject.document.root, "OCProperties") is not None)


@rule("layers-unwanted", PROFILE, "dictionaries", SHOPS)
def _layers_unwanted(subject: Subject) -> Iterator[Found]:
    """There are no layers where the shop wants none."""
    count = len(subject.document.layers)
    yield from found_if(bool(count) and not subject.wanted.layers, count=count)
