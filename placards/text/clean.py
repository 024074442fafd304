"""What a person typed becomes a text that can be set: what cannot be drawn is refused, what deceives is taken out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from placards.problems.errors import TextError
from placards.text.bidi import OVERRIDES
from placards.text.isolate import phone_numbers
from placards.text.itemize import is_ignorable

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+")
_TAGGED_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]+\U000e007f")
_ISOLATE_STARTS = "\u2066\u2067\u2068"
_ISOLATE_END = "\u2069"
_BYTE_ORDER_MARK = "\ufeff"

#: Arabic letters stored as the shapes of one place in the word (Presentation Forms A and B).
_FORMS = re.compile("[\ufb50-\ufbb1\ufbd3-\ufbe9\ufbfc-\ufbff\ufe80-\ufefc]+")
_JOINS_ON = ("<initial>", "<medial>")
_JOINS_BACK = ("<medial>", "<final>")


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something a person should know about a text; ``code`` is a stable name for programs."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that can be set, and what was changed or looks odd in it."""

    text: str
    warnings: tuple[TextWarning, ...] = ()


def clean(text: str) -> Cleaned:
    """Make user input settable; raises TextError, with the code point and its place, for what has none on paper."""
    text = _LINE_ENDS.sub("\n", text.removeprefix(_BYTE_ORDER_MARK)).replace("\t", " ")
    refuse(text)
    warnings: list[TextWarning] = []
    for step in (_without_overrides, _with_balanced_isolates, _without_stray_marks, _with_whole_syllables):
        text, found = step(text)
        warnings.extend(found)
    warnings.extend(_notes(text))
    if not any(_is_visible(char) for char in text):
        raise TextError("the text is empty", remedy="Give it at least one letter", code="empty")
    return Cleaned(text, tuple(warnings))


def refuse(text: str) -> None:
    """Raise TextError for the first character that cannot be set at all, and for text in visual order."""
    for index, char in enumerate(text):
        fault = _fault(char)
        if fault:
            what, remedy = fault
            raise TextError(f"character {index + 1} of the text, U+{ord(char):04X}, is {what}", remedy=remedy)
    first = _FORMS.search(text)
    if first and _is_visual(text):
        raise TextError(
            f"the Arabic at character {first.start() + 1} of the text, U+{ord(first[0][0]):04X}, is in visual order",
            remedy="Type the words again, or take them from a source that does not reverse them",
            code="visual-order",
        )


def _fault(char: str) -> tuple[str, str] | None:
    code = ord(char)
    if char == "\n" or 0x20 <= code < 0x7F:
        return None
    if code < 0x20 or 0x7F <= code < 0xA0:
        return "a control character", "Delete it"
    if 0xD800 <= code <= 0xDFFF:
        return "half of a surrogate pair", "Copy the text again from its source, as UTF-8"
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return "no character (Unicode reserves it)", "Delete it"
    if char == "\ufffd":
        return "what a program leaves for a character it could not read", "Save the file as UTF-8 and copy it again"
    if 0xFFF9 <= code <= 0xFFFC:
        return "a mark for embedded objects or notes", "Delete it"
    return None


def _is_visual(text: str) -> bool:
    """Whether presentation forms stand in visual order: neighbours' shapes join better when read backwards."""
    forward = backward = 0
    for found in _FORMS.finditer("".join(char for char in text if not unicodedata.combining(char))):
        shapes = [unicodedata.decomposition(char).split(" ")[0] for char in found[0]]
        for one, other in pairwise(shapes):
            forward += (one in _JOINS_ON) == (other in _JOINS_BACK)
            backward += (other in _JOINS_ON) == (one in _JOINS_BACK)
    return backward > forward


def _without_overrides(text: str) -> tuple[str, list[TextWarning]]:
    """Overrides and embeddings make a text read otherwise than it is stored; isolates do all that is honest."""
    found = [char for char in text if char in OVERRIDES]
    if not found:
        return text, []
    sentence = f"The text had characters that change the order of reading ({_code_points(found)}); they were taken out."
    return "".join(char for char in text if char not in OVERRIDES), [TextWarning("bidi-override", sentence)]


def _with_balanced_isolates(text: str) -> tuple[str, list[TextWarning]]:
    lines = [_balanced_line(line) for line in text.split("\n")]
    if all(before == after for before, after in zip(text.split("\n"), lines, strict=True)):
        return text, []
    sentence = "The text had a directional isolate without its partner (U+2066 … U+2069); it was mended."
    return "\n".join(lines), [TextWarning("bidi-isolate", sentence)]


def _balanced_line(line: str) -> str:
    """Isolates end with their line; an end without a start does nothing and is dropped."""
    out, depth = [], 0
    for char in line:
        if char == _ISOLATE_END:
            if not depth:
                continue
            depth -= 1
        depth += char in _ISOLATE_STARTS
        out.append(char)
    return "".join(out) + _ISOLATE_END * depth


def _without_stray_marks(text: str) -> tuple[str, list[TextWarning]]:
    if _BYTE_ORDER_MARK not in text:
        return text, []
    sentence = "The text had a byte order mark (U+FEFF) inside; it was taken out."
    return text.replace(_BYTE_ORDER_MARK, ""), [TextWarning("byte-order-mark", sentence)]


def _with_whole_syllables(text: str) -> tuple[str, list[TextWarning]]:
    """Conjoining jamo become syllables: fonts have the syllables. Nothing else is normalised, HarfBuzz does that."""
    return _HANGUL.sub(lambda found: unicodedata.normalize("NFC", found[0]), text), []


def _notes(text: str) -> Iterator[TextWarning]:
    private = [char for char in text if unicodedata.category(char) == "Co"]
    if private:
        yield TextWarning(
            "private-use",
            f"The text has private-use characters ({_code_points(private)}), which mean something in one font only.",
        )
    tags = [char for char in _TAGGED_FLAG.sub("", text) if 0xE0000 <= ord(char) <= 0xE007F]
    if tags:
        yield TextWarning("tags", f"The text has invisible tags ({_code_points(tags)}); they draw nothing.")
    numbers = [text[start:end] for start, end in phone_numbers(text)]
    if numbers:
        yield TextWarning(
            "phone-number",
            f"Among right-to-left letters the groups of {', '.join(numbers)} change places; "
            "put U+2066 before the number and U+2069 after it.",
        )
    forms = [char for found in _FORMS.findall(text) for char in found]
    if forms:
        yield TextWarning(
            "presentation-forms",
            f"The text has Arabic letters in fixed shapes ({_code_points(forms)}); typed anew they join by themselves.",
        )


def _is_visible(char: str) -> bool:
    # U+2800 is a Braille cell without dots.
    return not (char.isspace() or is_ignorable(ord(char)) or char == "\u2800" or unicodedata.category(char) == "Cf")


def _code_points(chars: list[str]) -> str:
    names = [f"U+{ord(char):04X}" for char in dict.fromkeys(chars)]
    return ", ".join(names[:6]) + (", …" if len(names) > 6 else "")
