"""Words and a place become text blocks, set by the same engine as placards: every script comes out right."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.layout.fit import FitRule, Fitted, prepare_message, wrap
from placards.layout.text_block import Align, BlockStyle, physical_align, place_block
from placards.locale.language import is_rtl
from placards.scene.items import TextBlock
from placards.text.clean import settable
from placards.text.fontset import FontSet, shipped_fonts
from placards.text.shape import TextStyle
from placards.values.color import Color
from placards.values.geometry import Rect

#: From a line's baseline to the next, at least: in em of Latin small print. Ink that stands higher asks for more.
LEADING_EM = 1.28

#: What Latin capitals have above the baseline, and descenders below it, about, in em.
ASCENT_EM, DESCENT_EM = 0.74, 0.24

REGULAR, BOLD = 400, 700

INK = Color((0.1, 0.1, 0.12))
GREY = Color((0.4, 0.4, 0.44))
PALE = Color((0.78, 0.78, 0.82))
MIST = Color((0.945, 0.945, 0.955))
ALERT = Color((0.7, 0.16, 0.06))


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and how it is to be set. Text of the reader's language begins at its own side."""

    text: str
    size: float = 9.0
    language: str = "en"
    weight: int = REGULAR
    paint: Color = INK
    role: str = "note"
    slot: str = "sheet"
    align: Align | None = None  # None: where the language begins


class Column:
    """A column of a page, from the top down: words are put below each other, *y* is where the next ones begin."""

    def __init__(self, x: float, y: float, width: float, fonts: FontSet | None = None) -> None:
        self.x, self.y, self.width = x, y, width
        self.fonts = fonts or shipped_fonts()

    def add(self, words: Words, gap: float = 0.0) -> TextBlock:
        """Set words as high as they need, and go down below them; raises TextError and FitError."""
        fitted = set_words(words, self.width, self.fonts)
        first, last, size = fitted.lines[0], fitted.lines[-1], fitted.size
        top = max(first.before, ASCENT_EM) * size
        baseline = self.y + top
        below = baseline + fitted.leading * (len(fitted.lines) - 1) + max(last.after, DESCENT_EM) * size
        block = placed(words, fitted, self.x, baseline, self.width)
        self.y = below + gap
        return block


def set_words(words: Words, width: float, fonts: FontSet) -> Fitted:
    """Words broken into lines that the width holds."""
    text = settable(words.text, words.language).text
    message = prepare_message(text, TextStyle(words.language, "text", words.weight), fonts)
    fitted = wrap(message, width, words.size, FitRule(align=_align(words)))
    even = max(fitted.leading, LEADING_EM * words.size)
    return Fitted(
        fitted.paragraph, fitted.size, fitted.lines, even,
        fitted.height + (even - fitted.leading) * (len(fitted.lines) - 1), fitted.broken_words,
    )  # fmt: skip


def at_baseline(words: Words, x: float, baseline: float, width: float, fonts: FontSet) -> TextBlock:
    """One line of words on a baseline, between *x* and *x* + *width*."""
    return placed(words, set_words(words, width, fonts), x, baseline, width)


def placed(words: Words, fitted: Fitted, x: float, baseline: float, width: float) -> TextBlock:
    """Fitted words with their first line on a baseline."""
    box = Rect(x, baseline - fitted.lines[0].before * fitted.size, width, fitted.height)
    style = BlockStyle(words.paint, words.role, words.slot, align=_align(words), valign="top")
    return place_block(fitted, box, style, words.text)


def _align(words: Words) -> Align:
    return words.align or physical_align("start", is_rtl(words.language))
