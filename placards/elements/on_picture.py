"""The texts that stand on a picture, and what lies under them, become how much it is darkened so that all can be
read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from placards.elements.looking import MIN_CONTRAST, MIN_SMALL_CONTRAST, TOLERANCE
from placards.elements.typeset import Typeset
from placards.frozen import dataclass
from placards.values.color import BLACK, WHITE, Color, contrast
from placards.values.geometry import Rect

if TYPE_CHECKING:
    from placards.elements.page import Page
    from placards.elements.photo import Photo

#: Letters of at least this luminance stand on a picture that is darkened, others on one that is lightened: it is
#: that of the grey which stands out from black as much as from white.
_LIGHT = 0.179

#: More than this nobody would call a picture.
MOST = 0.88

#: How finely the least is looked for.
_STEP = 0.01

#: The part of what lies under a text that may have too little contrast before that is said: a single bright window.
_FAINT_SHARE = 0.05

#: So many of the brightest tones decide how much a picture is darkened.
_WORST = 48

Tones = Sequence[Color]


@dataclass(frozen=True, slots=True)
class TextOn:
    """A text that stands on a picture: its slot, its ink where it stands on it, a colour, and the contrast it needs."""

    slot: str
    ink: Rect
    color: Color
    least: float


@dataclass(frozen=True, slots=True)
class Veil:
    """A colour laid over a picture, and the texts that still have too little contrast there, with the ratio."""

    color: Color
    opacity: float
    faint: tuple[tuple[TextOn, float], ...] = ()


def texts_on(photo: Photo, area: Rect, page: Page) -> list[TextOn]:
    """The texts that are drawn after the picture, on it, and on nothing between."""
    after = page.standing[[element.id for element in page.standing].index(photo.id) + 1 :]
    found = []
    turned = page.is_turned(photo)
    for number, text in enumerate(after):
        if not isinstance(text, Typeset) or text.id not in page.inks:
            continue
        if getattr(text, "highlight", None) is not None:  # it has a ground of its own
            continue
        ink = page.read_ink(text)
        # Where a turned picture lies under a text is not worked out: all of it counts.
        shared = area if turned else ink.intersection(area)
        between = (e for e in after[:number] if e.hides and e.id in page.inks)
        if shared is None or any(page.boxes[e.id].contains(ink, TOLERANCE) for e in between):
            continue
        for reference, large in text.letters():
            if photo.letters in (None, reference.name):
                least = MIN_CONTRAST if large else MIN_SMALL_CONTRAST
                found.append(TextOn(text.id, shared, page.colors[reference.name], least))
    return found


def veil(
    cells: Sequence[tuple[TextOn, Tones]], darken: bool | float, dark: Color = BLACK, light: Color = WHITE
) -> Veil:
    """The least veil under which every text has its contrast in every cell; with a number, just that much; with False
    none. Its colour is *dark*, *light* under dark letters, or black or white where those do not suffice. What is too
    faint after that is named."""
    dark_letters = bool(cells) and max(text.color.luminance for text, _ in cells) < _LIGHT
    color, surest = (light, WHITE) if dark_letters else (dark, BLACK)
    worst = [(text, _worst(tones, brightest=not dark_letters)) for text, tones in cells] if darken is True else []
    if not _holds(worst, color, MOST):
        color = surest
    opacity = _least(worst, color) if darken is True else float(darken)
    return Veil(color, opacity, tuple(_faint(cells, color, opacity)))


def _worst(tones: Tones, *, brightest: bool) -> Tones:
    """The tones that letters stand out from least; a veil hardly changes their order."""
    return sorted(tones, key=_brightness, reverse=brightest)[:_WORST]


def _brightness(tone: Color) -> float:
    """Nearly the luminance, much sooner: enough to tell which tones must be looked at."""
    red, green, blue = tone.rgb
    return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue


def _least(cells: Sequence[tuple[TextOn, Tones]], color: Color) -> float:
    if _holds(cells, color, 0.0):
        return 0.0
    low, high = 0.0, MOST
    while high - low > _STEP:
        middle = (low + high) / 2
        low, high = (low, middle) if _holds(cells, color, middle) else (middle, high)
    return round(high, 3)


def _holds(cells: Sequence[tuple[TextOn, Tones]], color: Color, opacity: float) -> bool:
    return all(
        contrast(text.color, under(tone, color, opacity)) >= text.least for text, tones in cells for tone in tones
    )


def _faint(cells: Sequence[tuple[TextOn, Tones]], color: Color, opacity: float) -> Iterator[tuple[TextOn, float]]:
    for text, tones in cells:
        own = _brightness(text.color)
        veiled = [under(tone, color, opacity) for tone in tones]
        near = sorted(veiled, key=lambda tone, own=own: abs(_brightness(tone) - own))  # type: ignore[misc]
        if near:
            ratio = contrast(text.color, near[int(len(near) * _FAINT_SHARE)])
            if ratio < text.least:
                yield text, ratio


def under(tone: Color, veil: Color, opacity: float) -> Color:
    """A colour under a veil."""
    red, green, blue = (a * (1 - opacity) + b * opacity for a, b in zip(tone.rgb, veil.rgb, strict=True))
    return Color((red, green, blue))
