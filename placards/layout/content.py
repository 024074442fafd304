"""What a layout's slots are to show: the messages of a job in its languages, and its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from placards.values.color import Color
from placards.values.geometry import Size


@dataclass(frozen=True, slots=True)
class SlotText:
    """A text and its language (BCP 47)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One slogan in each of the job's languages, in their order."""

    slogan: str
    texts: tuple[SlotText, ...]
    said: tuple[SlotText | None, ...] = ()  # how to say each text, in Latin letters, where that is known
    response: bool = False  # call and response: the lines of a text are the leader's and the crowd's in turn


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the slots of one artefact can show."""

    languages: tuple[str, ...]
    entries: tuple[Entry, ...]
    fields: tuple[tuple[str, tuple[SlotText, ...]], ...] = ()  # organiser, title, date, place → a text per language
    link: str = ""
    draft: SlotText | None = None  # the word across an artefact whose texts nobody has checked
    turns: tuple[SlotText, SlotText] | None = None  # the words for who calls and who answers

    def field(self, name: str, language: int) -> SlotText | None:
        """A field in the job's n-th language (1-based), or in the nearest one that has it."""
        texts = dict(self.fields).get(name, ())
        if not texts:
            return None
        return texts[min(language, len(texts)) - 1]


@dataclass(frozen=True, slots=True)
class LoadedPicture:
    """A picture ready for the Scene: bytes that every renderer reads, and its pixel size."""

    data: bytes
    pixels: Size


class PictureLoader(Protocol):
    """Reads a picture file of a layout; render/ owns the implementation, the pipeline hands it over."""

    def __call__(self, path: str) -> LoadedPicture: ...


Palette = dict[str, Color]
