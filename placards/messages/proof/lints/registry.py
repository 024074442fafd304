"""Functions that look at a translation become the rules of ``placards catalog check``, found by themselves."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import lru_cache

from placards.frozen import dataclass
from placards.messages.proof.finding import Finding

#: text, language, source → findings
Lint = Callable[[str, str, str], Iterator[Finding]]

#: Fixes may uncover what others mend; after so many rounds the text is as good as it gets.
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """A lint by its name, with the reason that people are given."""

    name: str
    explanation: str
    look: Lint


_RULES: dict[str, Rule] = {}


def lint(name: str, explanation: str) -> Callable[[Lint], Lint]:
    """Register a function as the rule *name*."""

    def register(function: Lint) -> Lint:
        other = _RULES.get(name)
        if other is not None and other.look.__module__ != function.__module__:
            raise ValueError(f"two lints are called {name}")
        _RULES[name] = Rule(name, explanation, function)
        return function

    return register


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules, by module and then in the order in which they are written."""
    package = __name__.rpartition(".")[0]
    path = importlib.import_module(package).__path__
    for module in sorted(info.name for info in pkgutil.iter_modules(path)):
        importlib.import_module(f"{package}.{module}")
    return tuple(sorted(_RULES.values(), key=lambda rule: rule.look.__module__))


def lint_findings(text: str, language: str, source: str) -> Iterator[Finding]:
    """What the rules find in a translation."""
    for rule in rules():
        yield from rule.look(text, language, source)


def mended(text: str, language: str, source: str) -> str:
    """The text with every safe fix made."""
    for _ in range(_ROUNDS):
        before = text
        for rule in rules():
            for finding in rule.look(text, language, source):
                if finding.fix is not None and finding.fix != text:
                    text = finding.fix
                    break
        if text == before:
            break
    return text
