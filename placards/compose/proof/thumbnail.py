"""A message becomes a placard as a small picture, its lines those that it has on paper of that shape."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.layout.falls import SHAPES
from placards.layout.fit import FitRule, fit, prepare_message
from placards.layout.text_block import BlockStyle, place_block
from placards.locale.language import script_of
from placards.messages.library import Message
from placards.scene.items import FillPath, Item, Metadata, Scene
from placards.text.clean import settable
from placards.text.fontset import FontSet, shipped_fonts
from placards.text.shape import TextStyle
from placards.values.color import BLACK, WHITE, Color, Stroke
from placards.values.emphasis import without_marks
from placards.values.geometry import Path, Rect, Size

#: The shapes that a reader sees, by the names that `placards.layout.falls` gives them.
SHOWN = ("portrait", "wide")

#: The role of a message that stands beside its picture in words.
THUMBNAIL = "thumbnail"

#: What the paper has around the words, by its shorter side.
_MARGIN = 0.08

_EDGE = Stroke(Color((0.55, 0.55, 0.6)), 3.0)


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small placard: its shape's name, its own size in points, and what is on it."""

    shape: str
    size: Size
    items: tuple[Item, ...]

    def scene(self, message: Message) -> Scene:
        """The picture as a Scene of its own."""
        return Scene(self.size, self.items, Metadata(message.slogan, message.language))


def thumbnails(message: Message, fonts: FontSet | None = None) -> tuple[Thumbnail, ...]:
    """The message on each of the `SHOWN` shapes; raises TextError and FitError for what cannot be set."""
    return tuple(_thumbnail(message, shape, fonts or shipped_fonts()) for shape in SHOWN)


def _thumbnail(message: Message, shape: str, fonts: FontSet) -> Thumbnail:
    inner = SHAPES[shape]
    margin = _MARGIN * min(inner)
    size = Size(inner.width + 2 * margin, inner.height + 2 * margin)
    text = settable(without_marks(message.text), message.language).text
    # Mongolian has no horizontal writing.
    style = TextStyle(message.language, "display", vertical=script_of(message.language) == "Mong")
    breaks = tuple(map(without_marks, message.breaks))
    fitted = fit(prepare_message(text, style, fonts, breaks=breaks), inner, FitRule(min_size=0.1))
    box = Rect(margin, margin, *inner)
    block = place_block(fitted, box, BlockStyle(BLACK, THUMBNAIL, message.slogan), message.text)
    paper = FillPath(Path.rounded_rect(Rect(0, 0, *size), margin / 2), WHITE, stroke=_EDGE)
    return Thumbnail(shape, size, (paper, block))
