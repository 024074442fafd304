"""What a file must be becomes a Rule: what it asks for, who says so, and a function that finds what breaks it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.press.preflight.document import PageBoxes
from placards.press.preflight.subject import Subject
from placards.problems.diagnostic import Parameter, Severity
from placards.problems.sentences import sentence

Standard: TypeAlias = Literal["pdf/x-4", "pdf/x-1a"]

#: When a rule counts: always, where a file is judged by a standard, or where a profile says what is wanted.
When: TypeAlias = Literal["always", "pdf/x-4", "pdf/x-1a", "profile"]

ALWAYS: tuple[When, ...] = ("always",)
X4: tuple[When, ...] = ("pdf/x-4",)
X1A: tuple[When, ...] = ("pdf/x-1a",)
BOTH: tuple[When, ...] = ("pdf/x-4", "pdf/x-1a")
PROFILE: tuple[When, ...] = ("profile",)


@dataclass(frozen=True, slots=True)
class Found:
    """Something that breaks a rule: on a page, or, with 0, in the whole file."""

    page: int = 0
    parameters: tuple[tuple[str, Parameter], ...] = ()
    severity: Severity | None = None  # where it is not the rule's


Finder: TypeAlias = Callable[[Subject], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of preflight."""

    id: str
    family: str  # the module's name: "boxes", "color", …
    asks: str  # what it asks for, in a sentence
    looks_at: str  # "bytes", "dictionaries", "content", "pixels" or "plates"
    sources: tuple[str, ...]
    when: tuple[When, ...]
    find: Finder

    @property
    def code(self) -> str:
        """Of its sentence."""
        return f"preflight-{self.id}"

    @property
    def severity(self) -> Severity:
        return sentence(self.code).severity


_rules: dict[str, Rule] = {}


def rule(identifier: str, when: tuple[When, ...], looks_at: str, *sources: str) -> Callable[[Finder], Finder]:
    """Make a function a rule, of the family of its module; its docstring says what the rule asks for."""

    def enter(find: Finder) -> Finder:
        assert identifier not in _rules, identifier
        asks = " ".join((find.__doc__ or "").split())
        family = find.__module__.rpartition(".")[2]
        _rules[identifier] = Rule(identifier, family, asks, looks_at, sources, when, find)
        return find

    return enter


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules, a family after the other."""
    from placards.press.preflight import rules as package

    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        importlib.import_module(f"{package.__name__}.{info.name}")
    return tuple(sorted(_rules.values(), key=lambda rule: rule.family))


def found(page: PageBoxes | int = 0, /, severity: Severity | None = None, **parameters: Parameter) -> Found:
    """What breaks a rule, on a page or in the whole file."""
    number = page.number if isinstance(page, PageBoxes) else page
    return Found(number, tuple(sorted(parameters.items())), severity)


def found_if(broken: bool, **parameters: Parameter) -> Iterator[Found]:
    """One thing that breaks a rule, where something is so."""
    if broken:
        yield Found(0, tuple(sorted(parameters.items())))
