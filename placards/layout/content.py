"""What a layout's slots are to show: the messages of a job in its languages, and its fields."""

from __future__ import annotations

from typing import Protocol

from placards.frozen import dataclass
from placards.problems.diagnostic import Diagnostic
from placards.problems.errors import Place
from placards.values.color import Color
from placards.values.geometry import Size


@dataclass(frozen=True, slots=True)
class SlotText:
    """A text, its language (BCP 47), the lines that somebody who reads it allows, in all shapes of sheets, and the
    stretches (code points) that it emphasises. Slogans have ``*marks*`` around those until they are cleaned."""

    text: str
    language: str
    breaks: tuple[str, ...] = ()
    marked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One slogan in each of the job's languages, in their order."""

    slogan: str
    texts: tuple[SlotText, ...]
    said: tuple[SlotText | None, ...] = ()  # how to say each text, in Latin letters, where that is known
    response: bool = False  # call and response: the lines of a text are the leader's and the crowd's in turn


@dataclass(frozen=True, slots=True)
class OwnText:
    """A layout's own text in a language of the job, as the catalogs have it. Catalogs know it by its *context*
    (``layout/element``) and its English *source*."""

    context: str
    source: str
    language: str  # that was asked for; what is shown may be in one that stands in for it
    shown: SlotText


@dataclass(frozen=True, slots=True)
class GivenPicture:
    """A picture of the person's own: which file of the World it is, and what they say of it."""

    slot: str  # "photo", "portrait", "logo", "logo-2"
    file: str  # its name in the World
    digest: str = ""  # SHA-256 of the file when the job was planned; empty for whatever it is
    alt: str = ""  # for those who cannot see it, in the artefact's first language
    focus: tuple[float, float] | None = None  # what must stay in view, in parts of its width and height


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the slots of one artefact can show."""

    languages: tuple[str, ...]
    entries: tuple[Entry, ...]
    fields: tuple[tuple[str, tuple[SlotText, ...]], ...] = ()  # by slot (`slots`): a text per language
    link: str = ""
    draft: SlotText | None = None  # the word across an artefact whose texts nobody has checked
    turns: tuple[SlotText, SlotText] | None = None  # the words for who calls and who answers
    own: tuple[OwnText, ...] = ()  # the layout's own texts, translated
    offered: tuple[str, ...] = ()  # slots that a whole campaign has: an artefact need not show them
    pictures: tuple[GivenPicture, ...] = ()
    digits: str = "default"  # that the person wants numbers in (`placards.locale.digits`)
    art: str = ""  # the piece that the person chose; layouts show it where they leave a choice
    themes: tuple[str, ...] = ()  # the tags of its slogans, by which art is found that suits them
    changed: str = "changed"  # the word for art that somebody altered, in a credit that is found out

    def own_text(self, context: str, source: str, language: str) -> SlotText | None:
        """A layout's own text in a language, or None where no catalog has it."""
        found = (t.shown for t in self.own if (t.context, t.source, t.language) == (context, source, language))
        return next(found, None)

    def picture(self, slot: str) -> GivenPicture | None:
        """The picture that was given for a slot."""
        return next((picture for picture in self.pictures if picture.slot == slot), None)

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
    notes: tuple[Diagnostic, ...] = ()  # what of the file is not shown


class PictureLoader(Protocol):
    """Reads the bytes of a picture file; raises InputError with the place. render/ owns the implementation, the
    pipeline hands it over."""

    def __call__(self, data: bytes, place: Place) -> LoadedPicture: ...


Palette = dict[str, Color]
