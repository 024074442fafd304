"""A message becomes the ways in which it falls into lines on sheets of several shapes: what a translator looks at."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.layout.fit import FitRule, fit
from placards.layout.message import Message, prepare_message
from placards.problems.errors import PlacardsError
from placards.text.fontset import shipped_fonts
from placards.text.sense.table import CLINGS, WORD
from placards.text.shape import TextStyle
from placards.values.emphasis import without_marks
from placards.values.geometry import Size

#: Shapes of slots, by their names.
SHAPES = {"square": Size(400, 400), "portrait": Size(300, 424), "wide": Size(600, 300), "very wide": Size(1200, 300)}

#: A break of this price is one that a reader stumbles over.
STUMBLES = CLINGS

_RULE = FitRule(min_size=0.1)


@dataclass(frozen=True, slots=True)
class Fall:
    """Lines that a message falls into, the shapes in which it does, and the price of the break after each line but the
    last (see `placards.text.sense`)."""

    shapes: tuple[str, ...]
    lines: tuple[str, ...]
    prices: tuple[float, ...]

    @property
    def bad(self) -> bool:
        """Whether a reader stumbles over one of the breaks."""
        return any(price >= STUMBLES for price in self.prices)


def falls(text: str, language: str, breaks: tuple[str, ...] = ()) -> tuple[Fall, ...]:
    """How a message falls in each of `SHAPES`, equal ones together; raises TextError and FitError."""
    message = _message(text, language, breaks)
    found: dict[tuple[int, ...], list[str]] = {}
    for name, shape in SHAPES.items():
        fitted = fit(message, shape, _RULE)
        starts = tuple(metrics.line.start for metrics in fitted.lines)
        found.setdefault(starts, []).append(name)
    prices = dict(zip(message.ends, message.costs(message.ends), strict=False))
    words = message.paragraph.text
    return tuple(
        Fall(
            tuple(shapes),
            tuple(words[a:b].strip(" \u200b") for a, b in zip(starts, (*starts[1:], len(words)), strict=True)),
            tuple(prices.get(start, 1.0) for start in starts[1:]),
        )
        for starts, shapes in found.items()
    )


def stumbling(text: str, language: str) -> str:
    """The message as it falls where a reader stumbles, its lines parted by strokes; nothing where it falls well in all
    shapes."""
    try:
        return next((" / ".join(way.lines) for way in falls(text, language) if way.bad), "")
    except PlacardsError:  # what cannot be set at all is another remark's business
        return ""


def good_lines(text: str, language: str) -> tuple[str, ...]:
    """The message as the lines that it may have in some shape: broken wherever a break costs no more than between two
    words. Empty where there is no choice, and for a text that cannot be set, of which others tell."""
    try:
        message = _message(text, language, ())
    except PlacardsError:
        return ()
    words = message.paragraph.text
    ends = [end for end, price in zip(message.ends, message.costs(message.ends), strict=False) if price <= WORD]
    lines = [words[a:b].strip(" \u200b") for a, b in zip([0, *ends], [*ends, len(words)], strict=True)]
    return tuple(lines) if len(lines) > 1 else ()


def _message(text: str, language: str, breaks: tuple[str, ...]) -> Message:
    plain, lines = without_marks(text), tuple(map(without_marks, breaks))
    return prepare_message(plain, TextStyle(language, "display"), shipped_fonts(), breaks=lines)
