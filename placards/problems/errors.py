"""What stops a job becomes an exception that carries its Diagnostics: what went wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from placards.problems.diagnostic import Diagnostic, Parameter, Remedy, Severity
from placards.problems.place import Place


class PlacardsError(Exception):
    """A problem that a person can mend.

    ``raise InputError("size-unknown", place=…, remedy=near(…), size=text)``: the code's sentence stands in
    `placards.problems.sentences`, the parameters fill it. The values are plain, so that a worker process can send them.
    """

    code: str  # as "size-unknown", also for machines

    def __init__(
        self,
        problem: str | Diagnostic,
        *,
        remedy: Remedy | None = None,
        place: Place | None = None,
        code: str = "",
        also: Sequence[Diagnostic] = (),
        **parameters: Parameter,
    ) -> None:
        if isinstance(problem, Diagnostic):
            self.diagnostic = problem
        else:
            values = tuple(sorted(parameters.items()))
            self.diagnostic = Diagnostic(problem, values, place or Place(), Severity.ERROR, remedy)
        self._also = tuple(also)
        self.code = code or self.diagnostic.code
        super().__init__(self.diagnostic)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong, the first thing first."""
        return (self.diagnostic, *self._also)

    @property
    def problem(self) -> str:
        """What is wrong, in English, as one clause without a full stop."""
        return self.diagnostic.problem()

    @property
    def remedy(self) -> str:
        """What to do, in English; empty where there is nothing."""
        return self.diagnostic.advice()

    @property
    def place(self) -> Place:
        return self.diagnostic.place

    @property
    def sentence(self) -> str:
        """What went wrong and what to do, in English, without the place: the same on every machine."""
        return self.diagnostic.sentence()

    def __str__(self) -> str:
        return str(self.diagnostic)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.diagnostic, self._also, self.code))

    def at(self, place: Place) -> Self:
        """The same problem, with the parts of its place that were unknown filled in from *place*."""
        self.diagnostic = self.diagnostic.at(place)
        self._also = tuple(found.at(place) for found in self._also)
        return self


def _rebuild(kind: type[PlacardsError], first: Diagnostic, also: tuple[Diagnostic, ...], code: str) -> PlacardsError:
    return kind(first, also=also, code=code)


class InputError(PlacardsError, ValueError):
    """A file, key, value or argument that cannot be used. A ValueError too, so that validators may raise it."""


class UnknownNameError(InputError):
    """A slogan, language, layout, size, palette or font that does not exist."""


class FontError(PlacardsError):
    """A font file that is broken, hostile or unusable."""


class MissingGlyphError(PlacardsError):
    """A character that no font can draw: the artefact would show a box."""

    code = "missing-glyph"


class TextError(PlacardsError):
    """A text that cannot be set: empty, too long, or with characters that have no place on paper."""


class FitError(PlacardsError):
    """A text that does not fit its slot even at the smallest size allowed there."""


class OutputError(PlacardsError):
    """A file that could not be written: no folder, no permission, no room."""


class ClusterError(PlacardsError):
    """Machines that others share the work with: none there, gone, or other programs than this one."""


#: So many names are told where none is near: all packs, and no list of languages.
_MOST_KNOWN = 24


def near(word: str, known: Sequence[str]) -> Remedy | None:
    """A remedy that offers the nearest known names, or some of them where none is near; None where there are none."""
    # difflib costs more to import than most commands need; a misspelt name is the rare case.
    import difflib

    found = difflib.get_close_matches(word, known, n=3, cutoff=0.6)
    if found:
        return Remedy("did-you-mean", (("near", tuple(found)),))
    if not known:
        return None
    return Remedy("known-names", (("known", (*known[:_MOST_KNOWN], *(("…",) if len(known) > _MOST_KNOWN else ()))),))


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """`near` in words: ``Did you mean “ur”?`` or ``Known: ur, de``."""
    from placards.problems.sentences import remedy
    from placards.problems.wording import words

    found = near(word, known)
    return words(remedy(found.code), dict(found.parameters)) if found else ""


__all__ = [
    "ClusterError", "FitError", "FontError", "InputError", "MissingGlyphError", "OutputError", "PlacardsError", "Place",
    "TextError", "UnknownNameError", "did_you_mean", "near",
]  # fmt: skip
