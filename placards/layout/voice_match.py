"""A message in several languages, each in a choice of faces, becomes one face and one height of letters a language, so
that all look equally large and equally loud.

Letters look equally large where they are equally high, and equally loud where their strokes are equally thick. Faces
differ in how thick a stroke they have for the height of their letters: Anton beside a light Nastaliq shouts. Where the
faces that a layout asks for come close, heights and strokes share what is left; where they do not, the voice that is
farthest off takes a heavier or a lighter face.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import log

from placards.frozen import dataclass
from placards.layout.message import Message
from placards.text.stroke import stroke_em

#: Letters of the highest voice are at most so many times as high as those of the lowest.
HIGHER = 1.25

#: Strokes of the thickest voice should be so many times as thick as those of the thinnest; eyes accept
#: 1.33, and letters of one message differ a little from those that a face is measured by.
THICKER = 1.2

#: Where faces differ by more for the height of their letters, one is exchanged. A little more than both bounds allow: a
#: face that is much too light looks worse than strokes that are a trifle apart.
_FAR = 1.04 * HIGHER * THICKER

#: Voices whose strokes differ by no more keep equally high letters.
_ALIKE = 1.06

#: Ways to set one message, the one that is asked for first; each is made when it is looked at.
Faces = Sequence[Callable[[], Message]]


@dataclass(frozen=True, slots=True)
class Voice:
    """A message in the face that it is set in; its letters are *high* times as high as the common height."""

    message: Message
    high: float = 1.0

    @property
    def letters(self) -> float:
        """The height of its letters in em."""
        return letters_em(self.message)


def letters_em(message: Message) -> float:
    """The height of a message's typical letters in em (of columns, their width)."""
    whole = (len(message.paragraph.text),)
    line = message.table(whole, "center").metrics(0, 0)
    if message.paragraph.style.vertical:  # columns keep room beside their ink
        return max(line.before + line.after, 0.05)
    return max(line.body_before + line.body_after, 0.05)


def message_stroke_em(message: Message) -> float:
    """The thickness of its strokes in em, by how much of the message each face sets; 0 where nothing has strokes."""
    total = weight = 0.0
    for run in message.paragraph.runs:
        thick = stroke_em(run.font, run.script)
        if thick > 0:
            total += thick * (run.end - run.start)
            weight += run.end - run.start
    return total / weight if weight else 0.0


def equal_in_size(faces: Sequence[Faces]) -> tuple[Voice, ...]:
    """Every voice in the face that is asked for, all letters equally high."""
    return tuple([Voice(ways[0]()) for ways in faces])


def equal_in_stroke(faces: Sequence[Faces]) -> tuple[Voice, ...]:
    """Faces and heights whose strokes come close to each other, and letters that are nearly equally high."""
    messages = [ways[0]() for ways in faces]
    ratios = [_ratio(message) for message in messages]
    for _ in range(2 * len(faces)):
        if _spread(ratios) <= _FAR:
            break
        changed = min(_changes(faces, ratios), key=lambda change: _price(change[0]), default=None)
        if changed is None or _spread(changed[0]) > _spread(ratios) * 0.98:
            break
        ratios, number, message = changed
        messages[number] = message
    return tuple([Voice(message, high) for message, high in zip(messages, heights(ratios), strict=True)])


def heights(ratios: Sequence[float]) -> tuple[float, ...]:
    """How much higher than the common height each voice's letters are, by the *ratios* of their strokes to them: half
    of the difference is taken by the heights and half is left to the strokes, as far as both bounds hold."""
    known = [ratio for ratio in ratios if ratio > 0]
    spread = _spread(ratios)
    if spread <= _ALIKE:
        return (1.0,) * len(ratios)
    part = min(max(0.5, 1 - log(THICKER) / log(spread)), log(HIGHER) / log(spread))
    middle = (min(known) * max(known)) ** 0.5
    return tuple([(middle / ratio) ** part if ratio > 0 else 1.0 for ratio in ratios])


def _ratio(message: Message) -> float:
    """The thickness of strokes for the height of letters."""
    return message_stroke_em(message) / letters_em(message)


def _spread(ratios: Sequence[float]) -> float:
    known = [ratio for ratio in ratios if ratio > 0]
    return max(known) / min(known) if known else 1.0


def _price(ratios: Sequence[float]) -> tuple[float, float]:
    """Near enough is enough: of the changes that come so near, the heaviest."""
    return max(_spread(ratios), _FAR), -sum(ratios)


def _changes(faces: Sequence[Faces], ratios: list[float]) -> Iterator[tuple[list[float], int, Message]]:
    """The ratios with another face for the lightest voice, or for the heaviest."""
    known = [ratio for ratio in ratios if ratio > 0]
    for number in {ratios.index(min(known)): None, ratios.index(max(known)): None}:
        for way in faces[number][1:]:
            message = way()
            changed = [*ratios[:number], _ratio(message), *ratios[number + 1 :]]
            if changed[number] > 0:
                yield changed, number, message
