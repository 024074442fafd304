"""A language becomes the words of a proof and of a message to a print shop; all of them in it, or English."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.messages.interface import interface_word
from placards.messages.library import MessageLibrary

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


@dataclass(frozen=True, slots=True)
class ProofWords:
    """The words by their names without what stands before a hyphen, all in one language."""

    words: dict[str, str]
    language: str

    def __getitem__(self, name: str) -> str:
        return self.words[name]


def proof_words(library: MessageLibrary, language: str) -> ProofWords:
    """The words in a language; English where one of them is missing, for half a legend in another language confuses."""
    found = {name: interface_word(library, f"interface/{name}", language, text) for name, text in ENGLISH.items()}
    spoken = {tag for _, tag in found.values()}
    if len(spoken) == 1:
        return ProofWords({_short(name): word for name, (word, _) in found.items()}, spoken.pop())
    return ProofWords({_short(name): word for name, word in ENGLISH.items()}, "en")


def _short(name: str) -> str:
    return name.partition("-")[2]
