"""A message in several languages becomes strips whose letters look equally large, as large as their room allows.

Points say nothing of how large letters look: Thai at 40 points is smaller than Greek. What is made equal is the height
of a message's typical letters (`LineMetrics.body_before` and ``body_after``). Each language breaks into as many lines
as it needs, and strips are as high (or as wide) as their lines ask.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from placards.frozen import dataclass
from placards.layout.fit import Fitted, fit
from placards.layout.message import Message
from placards.layout.rule import FitRule
from placards.problems.errors import FitError
from placards.values.geometry import Rect, Size

#: Halvings of the range in which the height of letters is looked for.
_ROUNDS = 40

#: Larger than any strip and smaller than any letter, in points; rounding.
_ENDLESS, _TINY, _GRACE = 1e7, 1e-3, 1 + 1e-9


@dataclass(frozen=True, slots=True)
class VoiceRule:
    """What a strip allows each language: sizes in points per em, *pad* around its lines in points."""

    min_size: float = 6.0
    max_size: float = float("inf")
    max_lines: int = 5
    align: str = "center"
    pad: float = 0.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A message as it is set, and the box that its lines have."""

    fitted: Fitted
    box: Rect


def strips_in_rows(messages: Sequence[Message], box: Rect, rule: VoiceRule) -> tuple[Strip, ...]:
    """Strips one below the other, as wide as the box, each as high as its lines ask and all together as high as the
    box; raises FitError where one language would have to be smaller than the rule allows."""
    voices = [_Voice(message, rule) for message in messages]
    width, room = box.width - 2 * rule.pad, box.height - 2 * rule.pad * len(voices)

    def chosen(letters: float) -> list[Fitted] | None:
        found = [voice.lowest(letters, width) for voice in voices]
        settings = [fitted for fitted in found if fitted is not None]
        enough = len(settings) == len(voices) and sum(fitted.height for fitted in settings) <= room
        return settings if enough else None

    settings = _largest(chosen, voices, rule)
    spare = (room - sum(fitted.height for fitted in settings)) / len(settings)
    strips, top = [], box.y
    for fitted in settings:
        own = fitted.height + 2 * rule.pad + spare
        strips.append(Strip(fitted, Rect(box.x, top, box.width, own)))
        top += own
    return tuple(strips)


def strips_in_columns(messages: Sequence[Message], box: Rect, rule: VoiceRule, mirrored: bool) -> tuple[Strip, ...]:
    """Strips side by side, as high as the box, each as wide as its lines ask, the first where reading begins; raises
    FitError."""
    voices = [_Voice(message, rule) for message in messages]
    height, room = box.height - 2 * rule.pad, box.width - 2 * rule.pad * len(voices)

    def chosen(letters: float) -> list[Fitted] | None:
        found = [voice.narrowest(letters, height) for voice in voices]
        settings = [fitted for fitted in found if fitted is not None]
        enough = len(settings) == len(voices) and sum(map(_width, settings)) <= room
        return settings if enough else None

    settings = _largest(chosen, voices, rule)
    spare = (room - sum(map(_width, settings))) / len(settings)
    strips, left = [], box.x
    for fitted in settings:
        own = _width(fitted) + 2 * rule.pad + spare
        x = box.x + box.right - left - own if mirrored else left
        strips.append(Strip(fitted, Rect(x, box.y, own, box.height)))
        left += own
    return tuple(strips)


class _Voice:
    """One language: how it is set in one line, in two, … each time as narrow as the sense allows."""

    def __init__(self, message: Message, rule: VoiceRule) -> None:
        self.message, self.rule = message, rule
        self.options: list[Fitted] = []  # at one point an em
        for count in range(1, rule.max_lines + 1):
            found = fit(message, Size(1000.0, _ENDLESS), FitRule(_TINY, _ENDLESS, count, rule.align))
            if len(found.lines) == count and not found.broken_words:
                self.options.append(scaled(found, 1 / found.size))
        if not self.options:
            self.options.append(scaled(found, 1 / found.size))
        first = self.options[0].lines
        #: The height of its typical letters, in em.
        self.letters = max(sum(line.body_before + line.body_after for line in first) / len(first), 0.05)

    def lowest(self, letters: float, width: float) -> Fitted | None:
        """The setting with the fewest lines whose letters are so high (points), and no line longer; None for none."""
        size = letters / self.letters
        ways = (option for option in self.options if _width(option) * size <= width * _GRACE)
        found = next(ways, None)
        return None if found is None else scaled(found, size)

    def narrowest(self, letters: float, height: float) -> Fitted | None:
        """The narrowest setting whose letters are so high and which is not higher; None for none."""
        size = letters / self.letters
        ways = [option for option in self.options if option.height * size <= height * _GRACE]
        return scaled(min(ways, key=_width), size) if ways else None


def _width(fitted: Fitted) -> float:
    return max(line.along * line.size for line in fitted.lines)


def scaled(fitted: Fitted, factor: float) -> Fitted:
    """The same lines so many times as large."""
    lines = tuple([line.at(line.size * factor) for line in fitted.lines])
    steps = tuple([step * factor for step in fitted.steps])
    return replace(
        fitted, size=fitted.size * factor, lines=lines, leading=fitted.leading * factor,
        height=fitted.height * factor, steps=steps,
    )  # fmt: skip


def _largest(chosen: Callable[[float], list[Fitted] | None], voices: Sequence[_Voice], rule: VoiceRule) -> list[Fitted]:
    """The settings with the highest letters that fit; raises FitError where a size would be below the rule's."""
    low = max(rule.min_size * voice.letters for voice in voices)
    high = min(rule.max_size * voice.letters for voice in voices)
    best = chosen(low) if low <= high else None
    if best is None:
        longest = max(voices, key=lambda voice: _width(voice.options[0]) / voice.letters)
        text = longest.message.paragraph.text
        raise FitError("fit-voices", text=text, count=len(voices), least=rule.min_size)
    if high == float("inf"):
        high = low
        while chosen(high) is not None:
            high *= 2
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        found = chosen(middle)
        if found is None:
            high = middle
        else:
            low, best = middle, found
    return best
