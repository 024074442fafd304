"""A language becomes the words of a proof and of a message to a print shop; all of them in it, or English."""

from __future__ import annotations

from placards.messages.library import MessageLibrary
from placards.messages.whole import Whole, whole_words

#: By the name of the slogan in the pack ``interface``.
ENGLISH = {
    "print-proof": "Proof",
    "print-proof-only": "To check, not to print",
    "print-trim": "Trim: the finished edge",
    "print-bleed": "Bleed: cut off",
    "print-safe": "Safe area: all words stay inside",
    "print-fold": "Fold",
    "print-hem": "Hem: folded back",
    "print-pocket": "Pocket for a pole",
    "print-eyelet": "Eyelet",
    "print-scale": "Scale",
    "print-ask": "Please tell us what this would cost:",
    "print-quantity": "Quantity",
    "print-colours": "Printing inks",
    "print-sides": "Printed on both sides",
    "print-finishing": "Finishing",
    "print-file": "File",
    "gallery-size": "Size",
    "gallery-stock": "Paper",
    "gallery-pages": "Pages",
}


def proof_words(library: MessageLibrary, language: str) -> Whole:
    """The words in a language, by their names without what stands before a hyphen; English where one is missing."""
    names = {name.partition("-")[2]: name for name in ENGLISH}
    return whole_words(library, language, names, {short: ENGLISH[name] for short, name in names.items()})
