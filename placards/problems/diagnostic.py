"""What there is to say becomes a value: a code with parameters, a place and a remedy; its words come by the code.

A Diagnostic is plain and picklable, so that it travels from a worker, into a manifest, and to a page that shows it in
another language. It is collected wherever work can go on; an exception (`placards.problems.errors`) only stops a job.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from placards.frozen import dataclass
from placards.problems.place import Place

if TYPE_CHECKING:
    from placards.problems.errors import PlacardsError

#: What a parameter may be: plain, so that it pickles, compares and goes into JSON.
Parameter: TypeAlias = "str | int | float | tuple[str, ...]"
Parameters: TypeAlias = tuple[tuple[str, Parameter], ...]

#: An English text becomes one in another language (gettext's ``gettext``).
Translate: TypeAlias = Callable[[str], str]

#: Hears of what is found while work goes on.
Report: TypeAlias = "Callable[[Diagnostic], None]"


class Severity(StrEnum):
    """How much it matters."""

    ERROR = "error"  # an artefact would be wrong, or cannot be made
    WARNING = "warning"  # it was made, and somebody should look
    NOTE = "note"  # good to know


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do: a code among the remedies of `placards.problems.sentences`, and its parameters."""

    code: str
    parameters: Parameters = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to say. Without a *remedy* of its own it has the one that stands beside its sentence."""

    code: str  # a stable name, as "layout-unknown"; see placards/problems/sentences/
    parameters: Parameters = ()
    place: Place = Place()
    severity: Severity = Severity.ERROR
    remedy: Remedy | None = None

    def problem(self, translate: Translate | None = None) -> str:
        """What is wrong, as one clause without a full stop."""
        from placards.problems.wording import problem_words

        return problem_words(self, translate)

    def advice(self, translate: Translate | None = None) -> str:
        """What to do about it, as one clause without a full stop; empty where there is nothing."""
        from placards.problems.wording import remedy_words

        return remedy_words(self, translate)

    def sentence(self, translate: Translate | None = None) -> str:
        """What is wrong and what to do, without the place."""
        from placards.problems.wording import finished

        advice = self.advice(translate)
        problem = finished(self.problem(translate))
        return f"{problem} {finished(advice)}" if advice else problem

    def __str__(self) -> str:
        """For a terminal: the place and the sentence, in English."""
        place = str(self.place)
        return f"{place}: {self.sentence()}" if place else self.sentence()

    def at(self, place: Place) -> Diagnostic:
        """The same, with the parts of its place that were unknown filled in."""
        return replace(self, place=self.place.filled(place))

    @property
    def portable(self) -> Diagnostic:
        """The same without a file's path: equal on every machine, fit for an artefact's manifest."""
        return replace(self, place=self.place.without_file)


def diagnostic(
    code: str,
    /,
    *,
    place: Place | None = None,
    severity: Severity | None = None,
    remedy: Remedy | None = None,
    **parameters: Parameter,
) -> Diagnostic:
    """A Diagnostic by its code, with the severity that the code has by itself."""
    if severity is None:
        from placards.problems.sentences import sentence

        severity = sentence(code).severity
    return Diagnostic(code, tuple(sorted(parameters.items())), place or Place(), severity, remedy)


class Diagnostics:
    """Collects, each thing once, in the order in which it was found."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def __call__(self, found: Diagnostic) -> None:
        self._found.setdefault(found)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self._found if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self._found if d.severity is not Severity.ERROR)

    @contextmanager
    def caught(self, place: Place | None = None) -> Iterator[None]:
        """Collect what a PlacardsError says instead of letting it through: what follows can go on without."""
        from placards.problems.errors import PlacardsError

        try:
            yield
        except PlacardsError as error:
            self.take(error, place)

    def take(self, error: PlacardsError, place: Place | None = None) -> None:
        """Everything that an error says."""
        for found in error.diagnostics:
            self(found.at(place) if place else found)
