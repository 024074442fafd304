"""What a person typed becomes a text that can be set: what cannot be drawn is refused, what deceives is taken out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import TextError
from placards.text.bidi import OVERRIDES
from placards.text.isolate import isolated, phone_numbers, turned
from placards.text.itemize import is_ignorable
from placards.text.missing import is_mark, is_stray

_LINE_ENDS = pattern("\r\n|[\r\u0085\u2028\u2029]")
_HANGUL = pattern("[\uac00-\ud7a3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+")
_TAGGED_FLAG = pattern("\U0001f3f4[\U000e0030-\U000e007a]+\U000e007f")
_STRAY_SELECTORS = pattern("(^|\\s)[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_ISOLATE_STARTS = "\u2066\u2067\u2068"
_ISOLATE_END = "\u2069"
_BYTE_ORDER_MARK = "\ufeff"

#: Arabic letters stored as the shapes of one place in the word (Presentation Forms A and B).
_FORMS = pattern("[\ufb50-\ufbb1\ufbd3-\ufbe9\ufbfc-\ufbff\ufe80-\ufefc]+")
_JOINS_ON = ("<initial>", "<medial>")
_JOINS_BACK = ("<medial>", "<final>")


#: Whatever any step below looks for; nearly no text has any of it. (Controls, separators, isolates, marks for objects,
#: surrogates, private use, tags, presentation forms, conjoining jamo, characters that are none, lone marks.)
_NOTABLE = pattern(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u1100-\u11ff\u2028-\u202e\u2066-\u2069\u2800\ua960-\ua97f\uac00-\ud7ff"
    "\ud800-\uf8ff\ufb50-\ufdff\ufe70-\uffff\U0001fffe\U0001ffff\U0002fffe-\U0010ffff]|(?:^|\\s)\\W"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that can be set, and what was changed or looks odd in it."""

    text: str
    warnings: tuple[Diagnostic, ...] = ()


@lru_cache(maxsize=512)  # most texts of a poster stay while one is written anew, and all do from sheet to sheet
def settable(text: str, language: str = "") -> Cleaned:
    """Any text that is to be set, a person's or a layout's: cleaned, and what would turn round among right-to-left
    letters isolated. Raises TextError as `clean` does. Not for an address that a QR code carries: every character of
    that is the address."""
    cleaned = _cleaned(text)
    return Cleaned(isolated(cleaned.text, language), cleaned.warnings)


def clean(text: str) -> Cleaned:
    """Make user input settable, and warn of what would turn round among right-to-left letters; raises TextError, with
    the code point and its place, for what has none on paper."""
    cleaned = _cleaned(text)
    return Cleaned(cleaned.text, (*cleaned.warnings, *_turned(cleaned.text)))


def _is_plain(text: str) -> bool:
    """Whether a text has words and nothing else, of scripts before Hangul, of which nothing is notable but controls.
    `_NOTABLE` knows more, and takes a millisecond to compile."""
    return max(text, default=" ") < "\u1100" and all(
        word.isprintable() and word[:1].isalnum() for word in text.replace("\n", " ").replace("\u00a0", " ").split(" ")
    )


def _cleaned(text: str) -> Cleaned:
    if (_is_plain(text) or _NOTABLE.search(text) is None) and any(map(_is_visible, text)):
        return Cleaned(text)
    text = _LINE_ENDS.sub("\n", text.removeprefix(_BYTE_ORDER_MARK)).replace("\t", " ")
    refuse(text)
    warnings: list[Diagnostic] = []
    steps = (
        _without_overrides,
        _with_balanced_isolates,
        _without_stray_marks,
        _without_stray_selectors,
        _with_whole_syllables,
    )
    for step in steps:
        text, found = step(text)
        warnings.extend(found)
    warnings.extend(_notes(text))
    if not any(_is_visible(char) for char in text):
        raise TextError("text-empty", code="empty")
    _refuse_lone_marks(text)
    return Cleaned(text, tuple(warnings))


def refuse(text: str) -> None:
    """Raise TextError for the first character that cannot be set at all, and for text in visual order."""
    for index, char in enumerate(text):
        fault = _fault(char)
        if fault:
            raise TextError(f"text-{fault}", number=index + 1, code_point=f"U+{ord(char):04X}")
    first = _FORMS.search(text)
    if first and _is_visual(text):
        raise TextError(
            "text-visual-order",
            number=first.start() + 1,
            code_point=f"U+{ord(first[0][0]):04X}",
            code="visual-order",
        )


def _refuse_lone_marks(text: str) -> None:
    for index, char in enumerate(text):
        if is_stray(text, index):
            raise TextError("text-lone-mark", number=index + 1, code_point=f"U+{ord(char):04X}")


def _fault(char: str) -> str:
    """What is wrong with a character; empty for nearly all."""
    code = ord(char)
    if char == "\n" or 0x20 <= code < 0x7F:
        return ""
    if code < 0x20 or 0x7F <= code < 0xA0:
        return "control"
    if 0xD800 <= code <= 0xDFFF:
        return "surrogate"
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return "noncharacter"
    if char == "\ufffd":
        return "unreadable"
    if 0xFFF9 <= code <= 0xFFFC:
        return "object"
    return ""


def _is_visual(text: str) -> bool:
    """Whether presentation forms stand in visual order: neighbours' shapes join better when read backwards."""
    forward = backward = 0
    for found in _FORMS.finditer("".join(char for char in text if not unicodedata.combining(char))):
        shapes = [unicodedata.decomposition(char).split(" ")[0] for char in found[0]]
        for one, other in pairwise(shapes):
            forward += (one in _JOINS_ON) == (other in _JOINS_BACK)
            backward += (other in _JOINS_ON) == (one in _JOINS_BACK)
    return backward > forward


def _without_overrides(text: str) -> tuple[str, list[Diagnostic]]:
    """Overrides and embeddings make a text read otherwise than it is stored; isolates do all that is honest."""
    found = [char for char in text if char in OVERRIDES]
    if not found:
        return text, []
    said = diagnostic("text-bidi-override", code_points=_code_points(found))
    return "".join(char for char in text if char not in OVERRIDES), [said]


def _with_balanced_isolates(text: str) -> tuple[str, list[Diagnostic]]:
    lines = [_balanced_line(line) for line in text.split("\n")]
    if all(before == after for before, after in zip(text.split("\n"), lines, strict=True)):
        return text, []
    return "\n".join(lines), [diagnostic("text-bidi-isolate")]


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


def _without_stray_marks(text: str) -> tuple[str, list[Diagnostic]]:
    if _BYTE_ORDER_MARK not in text:
        return text, []
    return text.replace(_BYTE_ORDER_MARK, ""), [diagnostic("text-byte-order-mark")]


def _without_stray_selectors(text: str) -> tuple[str, list[Diagnostic]]:
    """A variation selector behind nothing selects nothing, and some fonts have no glyph for it."""
    found = [char for start in _STRAY_SELECTORS.finditer(text) for char in start[0][len(start[1]) :]]
    if not found:
        return text, []
    said = diagnostic("text-selector", code_points=_code_points(found))
    return _STRAY_SELECTORS.sub(lambda start: start[1], text), [said]


def _with_whole_syllables(text: str) -> tuple[str, list[Diagnostic]]:
    """Conjoining jamo become syllables: fonts have the syllables. Nothing else is normalised, HarfBuzz does that."""
    return _HANGUL.sub(lambda found: unicodedata.normalize("NFC", found[0]), text), []


def _notes(text: str) -> Iterator[Diagnostic]:
    private = [char for char in text if unicodedata.category(char) == "Co"]
    if private:
        yield diagnostic("text-private-use", code_points=_code_points(private))
    marks = [char for before, char in pairwise(text) if before == " " and is_mark(char)]
    if marks:
        yield diagnostic("text-mark-on-space", code_points=_code_points(marks))
    tags = [char for char in _TAGGED_FLAG.sub("", text) if 0xE0000 <= ord(char) <= 0xE007F]
    if tags:
        yield diagnostic("text-tags", code_points=_code_points(tags))
    forms = [char for found in _FORMS.findall(text) for char in found]
    if forms:
        yield diagnostic("text-presentation-forms", code_points=_code_points(forms))


def _turned(text: str) -> Iterator[Diagnostic]:
    """What `settable` isolates, said to those who take a text without that."""
    numbers = phone_numbers(text)
    if numbers:
        yield diagnostic("text-phone-number", numbers=tuple(text[start:end] for start, end in numbers))
    words = [text[start:end] for start, end in turned(text, "ar") if (start, end) not in numbers]
    if words:
        yield diagnostic("text-turned", words=tuple(words))


def _is_visible(char: str) -> bool:
    # U+2800 is a Braille cell without dots.
    return not (char.isspace() or is_ignorable(ord(char)) or char == "\u2800" or unicodedata.category(char) == "Cf")


def _code_points(chars: list[str]) -> str:
    names = [f"U+{ord(char):04X}" for char in dict.fromkeys(chars)]
    return ", ".join(names[:6]) + (", …" if len(names) > 6 else "")
