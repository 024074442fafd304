"""Where a problem stands: in a file, or in a message of an artefact."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from placards.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A file with line, column (both 1-based) and key, or a message (a slogan's name, a field, a slot) in a language;
    whatever is known of these."""

    file: Path | str | None = None
    line: int | None = None
    key: str | None = None
    column: int | None = None
    message: str | None = None  # "peace/ceasefire-now", "organiser", "slot “title”"
    language: str | None = None  # BCP 47

    def __str__(self) -> str:
        parts = []
        if self.file is not None:
            position = f":{self.line}" if self.line else ""
            parts.append(f"{self.file}{position}{f':{self.column}' if self.line and self.column else ''}")
        elif self.line:
            parts.append(f"line {self.line}")
        if self.key:
            parts.append(self.key)
        if self.message or self.language:
            parts.append(" ".join(filter(None, (self.message, self.language and f"({self.language})"))))
        return ": ".join(parts)

    @property
    def without_file(self) -> Place:
        """The place as it is the same on every machine."""
        return Place(key=self.key, message=self.message, language=self.language)

    def filled(self, other: Place) -> Place:
        """This place, with what it does not know taken from *other*: nothing where they are of different files, for a
        line or a key of one file says nothing about another, nor does a column about another line."""
        if self.file is not None and other.file is not None and self.file != other.file:
            return self
        if self.line is not None and self.line != other.line:
            other = replace(other, column=None)
        return Place(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))
