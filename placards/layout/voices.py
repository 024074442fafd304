"""A message in several languages becomes strips whose letters look equally large, as large as their room allows.

Points say nothing of how large letters look: Thai at 40 points is smaller than Greek. What is made equal is the height
of a message's typical letters (`placards.layout.voice_match`). Each language breaks into as many lines as it needs, and
strips are as high (or as wide) as their lines ask. Lines that read badly count as
smaller ones (`placards.layout.sense`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import product

from placards.frozen import dataclass
from placards.layout.fit import Fitted, fit
from placards.layout.message import Message
from placards.layout.rule import FitRule
from placards.layout.voice_blocks import flush_block, widened
from placards.layout.voice_match import Voice, message_stroke_em
from placards.problems.errors import FitError
from placards.values.geometry import Rect, Size

#: Halvings of the range in which the height of letters is looked for, once it is known to a factor of two.
_ROUNDS = 15

#: Larger than any strip and smaller than any letter, in points; rounding.
_ENDLESS, _TINY, _GRACE = 1e7, 1e-3, 1 + 1e-9

#: How much worse a setting is whose lines leave half of the longest one's length empty, as a power of what they fill.
_RAGGED = 0.25

#: How many times as thick as the thinnest strokes those of a block may be that is made wider, and how much blocks of
#: one width are worth, as a power of the narrowest for the widest.
_WIDER, _EVEN = 1.15, 0.4

#: How much the sense of one language's lines counts at least: it is all that its own readers have.
_OWN_READER = 0.6

#: What a setting is worth that parts what should stay whole.
_BROKEN = 0.5


@dataclass(frozen=True, slots=True)
class VoiceRule:
    """What a strip allows each language: sizes in points per em, *pad* over and under its lines in points and
    *aside* at their ends. With *spread* the
    strips fill their room; else they are as high as their lines. Of a block, lines are up to *ratio* times as large as
    each other, to be of one width; *wide* blocks come up to the widest as far as their strokes allow."""

    min_size: float = 6.0
    max_size: float = float("inf")
    max_lines: int = 5
    align: str = "center"
    pad: float = 0.0
    aside: float = 0.0
    spread: bool = True
    ratio: float = 1.0
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """A message as it is set, and the box that its lines have."""

    fitted: Fitted
    box: Rect


@dataclass(frozen=True, slots=True)
class Option:
    """One way to break a message: what it measures at one point an em, and the part of its size that it is worth."""

    fitted: Fitted
    width: float
    height: float
    worth: float


class Spoken:
    """A voice with its options: set in one line, in two, … each time as narrow as the sense allows."""

    def __init__(self, voice: Voice, rule: VoiceRule) -> None:
        self.voice, self.message = voice, voice.message
        self.options = tuple(_options(voice.message, rule))
        #: Points an em, and the thickness of its strokes, where the common height of letters is one point.
        self.size = voice.high / voice.letters
        self.stroke = message_stroke_em(voice.message)


def _options(message: Message, rule: VoiceRule) -> list[Option]:
    vertical = message.paragraph.style.vertical
    room = Size(_ENDLESS, 1000.0) if vertical else Size(1000.0, _ENDLESS)
    found = []
    for count in range(1, rule.max_lines + 1):
        fitted = fit(message, room, FitRule(_TINY, _ENDLESS, count, rule.align))
        if len(fitted.lines) == count and not fitted.broken_words:
            found.append(_option(message, flush_block(scaled(fitted, 1 / fitted.size), rule.ratio)))
    return found or [_option(message, scaled(fitted, 1 / fitted.size))]


def _option(message: Message, fitted: Fitted) -> Option:
    along = [line.along * line.size for line in fitted.lines]
    filled = sum(along) / (len(along) * max(along)) if max(along) > 0 else 1.0
    worth = _sense(message, fitted) * max(filled, 0.1) ** _RAGGED
    if message.paragraph.style.vertical:
        return Option(fitted, fitted.height, max(along), worth)
    return Option(fitted, max(along), fitted.height, worth)


def _sense(message: Message, fitted: Fitted) -> float:
    """The part of its size that a setting is worth by its breaks."""
    ends = message.ends
    lines, first = [], 0
    for line in fitted.lines:
        last = bisect_left(ends, line.line.end)
        if last < first:
            return _BROKEN  # cut where nothing should be
        lines.append((first, last))
        first = last + 1
    return message.sense(ends).worth(tuple(lines))


def strips_in_rows(voices: Sequence[Voice], box: Rect, rule: VoiceRule) -> tuple[Strip, ...]:
    """Strips one below the other, as wide as the box, each as high as its lines ask and all together as high as the
    box; raises FitError where one language would have to be smaller than the rule allows."""
    spoken = [Spoken(voice, rule) for voice in voices]
    width, room = box.width - 2 * rule.aside, box.height - 2 * rule.pad * len(spoken)

    def fits(option: Option, size: float) -> bool:
        return option.width * size <= width * _GRACE

    settings = _largest(spoken, rule, fits, lambda option: option.height, room)
    heights = [fitted_height(fitted) + 2 * rule.pad for fitted in settings]
    spare = (box.height - sum(heights)) / len(settings) if rule.spread else 0.0
    strips, top = [], box.y
    for fitted, own in zip(settings, heights, strict=True):
        strips.append(Strip(fitted, Rect(box.x, top, box.width, own + spare)))
        top += own + spare
    return tuple(strips)


def strips_in_columns(voices: Sequence[Voice], box: Rect, rule: VoiceRule, mirrored: bool) -> tuple[Strip, ...]:
    """Strips side by side, as high as the box, each as wide as its lines ask, the first where reading begins; raises
    FitError. Blocks side by side are as wide as they are."""
    rule = replace(rule, wide=False)
    spoken = [Spoken(voice, rule) for voice in voices]
    height, room = box.height - 2 * rule.pad, box.width - 2 * rule.aside * len(spoken)

    def fits(option: Option, size: float) -> bool:
        return option.height * size <= height * _GRACE

    settings = _largest(spoken, rule, fits, lambda option: option.width, room)
    widths = [fitted_width(fitted) + 2 * rule.aside for fitted in settings]
    spare = (box.width - sum(widths)) / len(settings)
    from_right = mirrored or _begins_right(voices[0])
    strips, left = [], box.x
    for fitted, width in zip(settings, widths, strict=True):
        own = width + spare
        x = box.x + box.right - left - own if from_right else left
        strips.append(Strip(fitted, Rect(x, box.y, own, box.height)))
        left += own
    return tuple(strips)


def larger_strips(voices: Sequence[Voice], box: Rect, rule: VoiceRule, mirrored: bool) -> tuple[Strip, ...]:
    """Strips side by side or one below the other, whichever makes letters larger; raises FitError where neither can."""
    ways: list[tuple[Strip, ...]] = []
    failed: FitError | None = None
    columns = partial(strips_in_columns, voices, box, rule, mirrored)
    for way in (columns, partial(strips_in_rows, voices, box, rule)):
        try:
            ways.append(way())
        except FitError as error:
            failed = failed or error
    if not ways and failed is not None:
        raise failed
    return max(ways, key=lambda strips: sum(strip.fitted.size for strip in strips))


def fitted_width(fitted: Fitted) -> float:
    """How wide a setting is on the sheet, in points."""
    return fitted.height if fitted.paragraph.style.vertical else _along(fitted)


def fitted_height(fitted: Fitted) -> float:
    """How high a setting is on the sheet, in points."""
    return _along(fitted) if fitted.paragraph.style.vertical else fitted.height


def _begins_right(voice: Voice) -> bool:
    """Whether its columns run from the right, as those of Chinese, Japanese and Korean do."""
    paragraph = voice.message.paragraph
    return paragraph.style.vertical and not paragraph.runs_rightwards


def _along(fitted: Fitted) -> float:
    return max(line.along * line.size for line in fitted.lines)


def scaled(fitted: Fitted, factor: float) -> Fitted:
    """The same lines so many times as large."""
    lines = tuple([line.at(line.size * factor) for line in fitted.lines])
    steps = tuple([step * factor for step in fitted.steps])
    return replace(
        fitted, size=fitted.size * factor, lines=lines, leading=fitted.leading * factor,
        height=fitted.height * factor, steps=steps,
    )  # fmt: skip


def _largest(
    spoken: Sequence[Spoken],
    rule: VoiceRule,
    fits: Callable[[Option, float], bool],
    extent: Callable[[Option], float],
    room: float,
) -> list[Fitted]:
    """The settings that are worth most by the height of their letters and their sense, each option as *fits* lets it,
    all of them together in *room*; raises FitError where a size would be below the rule's."""
    low = max(rule.min_size / voice.size for voice in spoken)
    high = min(rule.max_size / voice.size for voice in spoken)

    def taken(letters: float, options: Sequence[Option]) -> float:
        return sum(extent(option) * letters * voice.size for option, voice in zip(options, spoken, strict=True))

    def chosen(letters: float, bars: Sequence[float]) -> list[Option] | None:
        found: list[Option] = []
        for voice, bar in zip(spoken, bars, strict=True):
            ways = [o for o in voice.options if o.worth >= bar and fits(o, letters * voice.size)]
            if not ways:
                return None
            found.append(min(ways, key=extent))
        return found if taken(letters, found) <= room * _GRACE else None

    def bettered(letters: float, options: list[Option]) -> list[Option]:
        """The same letters, and lines that read better where there is room for them."""
        for number, voice in enumerate(spoken):
            for option in sorted(voice.options, key=lambda option: -option.worth):
                changed = [*options[:number], option, *options[number + 1 :]]
                if fits(option, letters * voice.size) and taken(letters, changed) <= room * _GRACE:
                    options = changed
                    break
        return options

    power = min(1.0, max(2 / len(spoken), _OWN_READER))
    best: tuple[float, float, list[Option]] | None = None
    for bars in _bars(spoken):
        if best is not None and best[0] > low and (best[0] > high or chosen(best[0], bars) is None):
            continue  # no setting is worth more than its letters are high
        found = _search(partial(chosen, bars=bars), low, high)
        if found is not None:
            letters, options = found[0], bettered(*found)
            worth = letters * (_evenness(spoken, options) if rule.wide else 1.0)
            for option in options:
                worth *= option.worth**power
            if best is None or worth > best[0] * _GRACE:
                best = worth, letters, options
    if best is None:
        longest = max(spoken, key=lambda voice: voice.options[0].width * voice.size)
        text = longest.message.paragraph.text
        raise FitError("fit-voices", text=text, count=len(spoken), least=rule.min_size)
    _, letters, options = best
    sizes = [letters * voice.size for voice in spoken]
    if rule.wide:
        pairs = list(zip(options, sizes, spoken, strict=True))
        widths, strokes = [o.width * size for o, size, _ in pairs], [v.stroke * size for _, size, v in pairs]
        for number, more in enumerate(widened(widths, strokes, _WIDER)):
            extents = [extent(option) * size for option, size in zip(options, sizes, strict=True)]
            free = room - sum(extents)
            sizes[number] *= max(1.0, min(more, 1 + free / extents[number], rule.max_size / sizes[number]))
    return [scaled(option.fitted, size) for option, size in zip(options, sizes, strict=True)]


def _evenness(spoken: Sequence[Spoken], options: Sequence[Option]) -> float:
    """How near blocks come to one width, from 0 to 1, as a part of the size that this is worth."""
    widths = [option.width * voice.size for option, voice in zip(options, spoken, strict=True)]
    return float((min(widths) / max(widths)) ** _EVEN)


def _bars(spoken: Sequence[Spoken]) -> Iterator[tuple[float, ...]]:
    """What the settings of each voice must be worth at least: of two voices all choices; of more, which would have too
    many, one bar for all, as far as each can reach it."""
    worths = [sorted({option.worth for option in voice.options}) for voice in spoken]
    if len(spoken) <= 2:
        yield from product(*worths)
        return
    for least in sorted({worth for own in worths for worth in own}):
        yield tuple([min(least, own[-1]) for own in worths])


def _search(
    chosen: Callable[[float], list[Option] | None], low: float, high: float
) -> tuple[float, list[Option]] | None:
    """The greatest height of letters for which there are options, and those; None where there are none at *low*."""
    best = chosen(low) if low <= high else None
    if best is None:
        return None
    if high == float("inf"):
        high = max(low, _TINY)
        while (found := chosen(high)) is not None:
            low, best = high, found
            high *= 2
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        found = chosen(middle)
        if found is None:
            high = middle
        else:
            low, best = middle, found
    return low, best
