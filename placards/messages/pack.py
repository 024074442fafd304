"""A slogan pack (TOML) becomes a Pack: slogans with their source text, notes for translators and tags."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from placards.files.toml import read_toml
from placards.frozen import dataclass
from placards.problems.errors import Place

if TYPE_CHECKING:
    from placards.files.world import File


#: A longer text is a leaflet, not a placard.
MAX_TEXT = 500


@dataclass(frozen=True, slots=True)
class Original:
    """The words that a slogan began with, in another language than its pack's; the pack has only their meaning."""

    language: str  # canonical tag
    text: str
    say: str = ""  # the same in Latin letters, for people who do not read the script
    source: str = ""  # where it comes from


@dataclass(frozen=True, slots=True)
class Caution:
    """What somebody who carries a message in a place should know first."""

    language: str  # canonical tag, empty for the message in all languages
    places: tuple[str, ...]  # ISO 3166 codes
    text: str
    source: str
    date: str  # of the source: year, month or day


@dataclass(frozen=True, slots=True)
class Slogan:
    """A message's identity: its id within a pack and the text that translators start from."""

    pack: str
    id: str
    text: str  # a newline is a preferred line break
    note: str
    tags: tuple[str, ...]  # the pack's, then its own
    source_place: Place
    example: str = ""  # for translators: the text in use, or with its placeholders filled
    response: bool = False  # call and response: the text's lines are the leader's and the crowd's in turn
    original: Original | None = None  # then *text* is its meaning
    cautions: tuple[Caution, ...] = ()

    @property
    def full_name(self) -> str:
        """``pack/id``, unique among all packs."""
        return f"{self.pack}/{self.id}"


@dataclass(frozen=True, slots=True)
class Pack:
    """A file of slogans in one language."""

    name: str  # the file's stem, also the name of its catalogs
    title: str
    description: str
    language: str  # canonical tag
    tags: tuple[str, ...]
    slogans: tuple[Slogan, ...]
    path: Path | str  # the file, or how a World names it
    kind: str = "slogans"

    def find(self, slogan_id: str) -> Slogan | None:
        """The slogan of that id."""
        return next((slogan for slogan in self.slogans if slogan.id == slogan_id), None)


def read_pack(source: Path | File) -> Pack:
    """Read and validate a pack; raises InputError with file, line and key, and all that is wrong in ``diagnostics``."""
    # What checks a pack takes longer to import than most commands need that only show one.
    from placards.messages.pack_file import build_pack

    return build_pack(read_toml(source), PurePath(source.name).stem)
