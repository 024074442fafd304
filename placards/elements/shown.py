"""What the elements of an artefact show becomes a record, to be compared with what a person gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from placards.frozen import dataclass


@dataclass
class Shown:
    """Which messages and which details have come onto a page. Entries count from 0, languages from 1."""

    messages: set[tuple[int, int]] = field(default_factory=set)  # (entry, language)
    details: set[tuple[str, int]] = field(default_factory=set)  # ("title", "link", …; language)
    pictures: set[str] = field(default_factory=set)  # "photo", "logo", …
    parts: dict[tuple[str, int], set[int]] = field(default_factory=dict)  # which items of a slot, by their numbers
    art: dict[str, None] = field(default_factory=dict)  # names of pieces, in drawing order

    def message(self, entry: int, language: int) -> None:
        """A text of an entry stands on the sheet, or why it does not was said."""
        self.messages.add((entry, language))

    def detail(self, name: str, language: int = 1) -> None:
        """A field or the link stands on the sheet."""
        self.details.add((name, language))

    def items(self, name: str, language: int, numbers: Iterable[int], count: int) -> bool:
        """Some items of a slot stand on the sheet; whether all of so many do now."""
        shown = self.parts.setdefault((name, language), set())
        shown.update(numbers)
        return len(shown) >= count

    def picture(self, slot: str) -> None:
        """A picture of the job's own stands on the sheet."""
        self.pictures.add(slot)

    def piece(self, name: str) -> None:
        """A piece of art stands on the sheet."""
        self.art[name] = None
