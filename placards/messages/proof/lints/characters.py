"""Characters that have no place in a message: bidi controls, control characters, old encodings' shapes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.problems.diagnostic import Severity

#: Embeddings, overrides and isolates reorder what follows them; a mark only stands there like a letter.
_BIDI_FORMATTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BIDI_MARKS = frozenset("\u200e\u200f\u061c")

#: What a decomposition of characters that exist only for old encodings begins with.
_PRESENTATION = ("<initial>", "<medial>", "<final>", "<isolated>", "<vertical>")


@lint("bidi-control", "Placards finds the direction by itself; hidden controls reverse text where nobody sees why.")
def bidi_controls(text: str, language: str, source: str) -> Iterator[Finding]:
    """Embeddings, overrides, isolates and direction marks."""
    for char in dict.fromkeys(text):
        if char in _BIDI_FORMATTING:
            fix = "".join(c for c in text if c not in _BIDI_FORMATTING)
            remedy = "Take it out: the direction comes by itself"
            yield Finding(Severity.ERROR, "bidi-control", f"the text has {shown(char)}", remedy, fix)
        elif char in _BIDI_MARKS:
            remedy = "Take it out unless the order is wrong without"
            yield Finding(Severity.WARNING, "bidi-control", f"the text has {shown(char)}", remedy)


@lint("control", "Control characters and the sign for a broken character come from damaged files.")
def controls(text: str, language: str, source: str) -> Iterator[Finding]:
    """Control characters, separators, byte order marks, replacement characters, halves of surrogate pairs."""
    for char in dict.fromkeys(text):
        if char in "\ufeff\ufffd" or (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"):
            meant = {"\ufeff": "", "\t": " ", "\u2028": "\n", "\u2029": "\n"}.get(char)
            fix = None if meant is None else text.replace(char, meant)
            yield Finding(
                Severity.ERROR, "control", f"the text has {shown(char)}", "Take it out or write what was meant", fix
            )


@lint("presentation-form", "Shapes of letters are the font's business; written as characters, nobody can search them.")
def presentation_forms(text: str, language: str, source: str) -> Iterator[Finding]:
    """Ready-made initial, medial, final, isolated and vertical forms, and Latin ligatures."""
    for char in dict.fromkeys(text):
        if not _is_presentation_form(char):
            continue
        plain = unicodedata.normalize("NFKC", char)
        usable = plain != char and " " not in plain  # a lone vowel mark would get a space before it
        yield Finding(
            Severity.ERROR,
            "presentation-form",
            f"the text has {shown(char)}, a shape and not a letter",
            f"Write “{plain}”; the font finds its shape" if plain != char else "Write the letters it is made of",
            text.replace(char, plain) if usable else None,
        )


def shown(char: str) -> str:
    """A character by name and code point."""
    return f"{unicodedata.name(char, 'a character without a name')} (U+{ord(char):04X})"


def _is_presentation_form(char: str) -> bool:
    code = ord(char)
    if 0xFDF0 <= code <= 0xFDFF:  # honorifics such as ﷺ, which people do write as one character
        return False
    return 0xFB00 <= code <= 0xFB4F or unicodedata.decomposition(char).startswith(_PRESENTATION)
