"""What went wrong, where, and what to do about it, in words for the person who made the campaign."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands: a file, a line in it (1-based) and the key's path, as far as they are known."""

    file: Path | str | None = None
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        parts = []
        if self.file is not None:
            parts.append(f"{self.file}:{self.line}" if self.line else str(self.file))
        elif self.line:
            parts.append(f"line {self.line}")
        if self.key:
            parts.append(self.key)
        return ": ".join(parts)


def _sentence(text: str) -> str:
    return text if text.endswith(("?", "!", "…")) else text.rstrip(".") + "."


class PlacardsError(Exception):
    """A problem that a person can mend.

    ``problem`` is one plain clause without a full stop, ``remedy`` the next step to take. ``code`` is a stable name
    for programs and for translated user interfaces. The values are plain, so that a worker process can send them.
    """

    code = "error"

    def __init__(self, problem: str, *, remedy: str = "", place: Place | None = None, code: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.place = place or Place()
        self.code = code or type(self).code

    @property
    def sentence(self) -> str:
        """What went wrong and what to do, without the place: the same on every machine."""
        problem = _sentence(self.problem)
        return f"{problem} {_sentence(self.remedy)}" if self.remedy else problem

    def __str__(self) -> str:
        place = str(self.place)
        return f"{place}: {self.sentence}" if place else self.sentence

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.problem, self.remedy, self.place, self.code))

    def at(self, place: Place) -> PlacardsError:
        """The same problem, with the parts of its place that were unknown filled in from *place*: a line or a key of
        one file says nothing about another."""
        mine = self.place
        if mine.file is not None and place.file is not None and mine.file != place.file:
            return self
        self.place = Place(mine.file or place.file, mine.line or place.line, mine.key or place.key)
        return self


def _rebuild(kind: type[PlacardsError], problem: str, remedy: str, place: Place, code: str) -> PlacardsError:
    return kind(problem, remedy=remedy, place=place, code=code)


class InputError(PlacardsError, ValueError):
    """A file, key, value or argument that cannot be used. A ValueError too, so that validators may raise it."""

    code = "input"


class UnknownNameError(InputError):
    """A slogan, language, layout, size, palette or font that does not exist."""

    code = "unknown-name"


class FontError(PlacardsError):
    """A font file that is broken, hostile or unusable."""

    code = "font"


class MissingGlyphError(PlacardsError):
    """A character that no font can draw: the artefact would show a box."""

    code = "missing-glyph"


class TextError(PlacardsError):
    """A text that cannot be set: empty, too long, or with characters that have no place on paper."""

    code = "text"


class FitError(PlacardsError):
    """A text that does not fit its slot even at the smallest size allowed there."""

    code = "fit"


class OutputError(PlacardsError):
    """A file that could not be written: no folder, no permission, no room."""

    code = "output"


def did_you_mean(word: str, known: list[str]) -> str:
    """A remedy that offers the nearest known names: ``Did you mean “ur”? Known: …``."""
    # difflib costs more to import than most commands need; a misspelt name is the rare case.
    import difflib

    near = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    if near:
        return "Did you mean " + " or ".join(f"“{name}”" for name in near) + "?"
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    return f"Known: {shown}" if shown else ""
