"""The text of a message becomes a list of what is wrong with its characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from placards.messages.pack import MAX_TEXT
from placards.messages.severity import Severity

#: Embeddings, overrides and isolates reorder what follows them; a mark only stands there like a letter.
_BIDI_FORMATTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BIDI_MARKS = frozenset("\u200e\u200f\u061c")

_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")

#: What a decomposition of characters that exist only for old encodings begins with.
_PRESENTATION = ("<initial>", "<medial>", "<final>", "<isolated>", "<vertical>")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a text."""

    severity: Severity
    rule: str
    problem: str
    remedy: str


def text_findings(text: str) -> Iterator[Finding]:
    """What is wrong with a text by itself, whatever it says."""
    if any(line != line.strip() for line in text.split("\n")) or text != text.strip():
        yield Finding(
            Severity.WARNING, "space", "space stands at the start or end of the text or of a line", "Take it out"
        )
    if len(text) > MAX_TEXT:
        yield Finding(
            Severity.ERROR, "too-long", f"the text has {len(text)} characters, more than {MAX_TEXT}", "Shorten it"
        )
    if not unicodedata.is_normalized("NFC", text):
        yield Finding(
            Severity.WARNING, "not-nfc", "the text is not in Unicode's normal form NFC", "Convert the file to NFC"
        )
    for char in dict.fromkeys(text):
        yield from _character_findings(char)


def placeholder_findings(source: str, text: str) -> Iterator[Finding]:
    """Placeholders such as ``{city}`` that the translation lost or added."""
    wanted, found = (set(_PLACEHOLDER.findall(each)) for each in (source, text))
    for name in sorted(wanted - found):
        yield Finding(Severity.ERROR, "placeholder", f"the placeholder {name} is missing", f"Write {name} as it is")
    for name in sorted(found - wanted):
        yield Finding(
            Severity.ERROR, "placeholder", f"the source text has no placeholder {name}", "Take it out or correct it"
        )


def _character_findings(char: str) -> Iterator[Finding]:
    shown = f"{unicodedata.name(char, 'a character without a name')} (U+{ord(char):04X})"
    if char in _BIDI_FORMATTING:
        yield Finding(
            Severity.ERROR, "bidi-control", f"the text has {shown}", "Take it out: the direction comes by itself"
        )
    elif char in _BIDI_MARKS:
        yield Finding(
            Severity.WARNING, "bidi-control", f"the text has {shown}", "Take it out unless the order is wrong without"
        )
    elif char in "\ufeff\ufffd" or (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"):
        yield Finding(Severity.ERROR, "control", f"the text has {shown}", "Take it out or write what was meant")
    elif _is_presentation_form(char):
        plain = unicodedata.normalize("NFKC", char)
        yield Finding(
            Severity.ERROR,
            "presentation-form",
            f"the text has {shown}, a shape and not a letter",
            f"Write “{plain}”; the font finds its shape" if plain != char else "Write the letters it is made of",
        )


def _is_presentation_form(char: str) -> bool:
    code = ord(char)
    if 0xFDF0 <= code <= 0xFDFF:  # honorifics such as ﷺ, which people do write as one character
        return False
    return 0xFB00 <= code <= 0xFB4F or unicodedata.decomposition(char).startswith(_PRESENTATION)
