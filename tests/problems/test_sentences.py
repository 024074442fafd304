"""Every problem that the code can name has its sentence, every sentence a problem, and each gets what it speaks of."""

from __future__ import annotations

import ast
import importlib
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from placards.problems.errors import PlacardsError
from placards.problems.sentences import remedies, sentences

PACKAGE = Path(__file__).parents[2] / "placards"
WORDS = PACKAGE / "problems" / "sentences"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if WORDS not in p.parents)

#: What takes a code first, beside the exceptions.
MAKERS = {"diagnostic", "Diagnostic", "Remedy", "warn"}

#: What an exception and a Diagnostic take that is no parameter of the sentence.
OWN = {"place", "remedy", "code", "also", "severity"}

#: What a code looks like.
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


def subclasses(kind: type[PlacardsError]) -> Iterator[str]:
    yield kind.__name__
    for each in kind.__subclasses__():
        yield from subclasses(each)


@lru_cache(maxsize=1)
def kinds() -> frozenset[str]:
    """The names of all exceptions for people."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        if re.search(r"^class \w+\(\w*Error", text, re.MULTILINE) and path.name != "__main__.py":
            importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    return frozenset(subclasses(PlacardsError))


@dataclass(frozen=True)
class Saying:
    """A call that says something: what it says first, and the names of its keywords."""

    where: str
    maker: str
    first: ast.expr
    keywords: frozenset[str | None]  # None: **parameters

    @property
    def codes(self) -> list[ast.expr]:
        """What the first argument may be, where that can be seen."""
        found, out = [self.first], []
        while found:
            each = found.pop()
            if isinstance(each, ast.IfExp):
                found += [each.body, each.orelse]
            else:
                out.append(each)
        return out

    @property
    def constants(self) -> list[str]:
        return [c.value for c in self.codes if isinstance(c, ast.Constant) and isinstance(c.value, str)]


@lru_cache(maxsize=1)
def sayings() -> tuple[Saying, ...]:
    out = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or isinstance(node.args[0], ast.Starred):
                continue
            called = node.func
            name = (
                called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
            )
            if name in kinds() or name in MAKERS:
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                out.append(Saying(where, name, node.args[0], frozenset(k.arg for k in node.keywords)))
    return tuple(out)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def by_place(saying: Saying) -> str:
    return f"{saying.where} {saying.maker}"


def test_there_is_something_said() -> None:
    assert len(sayings()) > 250
    assert {"InputError", "OutputError", "FitError", "TextError", "InvalidFileError"} <= kinds()


@pytest.mark.parametrize("saying", sayings(), ids=by_place)
def test_what_is_said_is_a_code_with_a_sentence(saying: Saying) -> None:
    known = remedies() if saying.maker == "Remedy" else sentences()
    for code in saying.constants:
        assert code in known
    for each in saying.codes:
        if isinstance(each, ast.JoinedStr):  # f"text-{fault}": a family of codes, no sentence
            pattern = family(each)
            assert " " not in pattern
            assert any(re.fullmatch(pattern, code) for code in known)
        assert not isinstance(each, ast.BinOp), "a sentence put together"


def family(node: ast.JoinedStr) -> str:
    parts = [re.escape(v.value) if isinstance(v, ast.Constant) else "[a-z0-9-]+" for v in node.values]
    return "".join(map(str, parts))


@pytest.mark.parametrize("saying", [s for s in sayings() if s.constants and None not in s.keywords], ids=by_place)
def test_every_field_of_the_sentence_gets_its_value(saying: Saying) -> None:
    if saying.maker in ("Remedy", "Diagnostic"):
        return  # they take their parameters as pairs, which cannot be seen here
    for code in saying.constants:
        sentence = sentences()[code]
        own = {"count"} if sentence.plural else set()
        needed = fields(sentence.problem) | fields(sentence.plural) | fields(sentence.remedy) | own
        assert needed <= saying.keywords, code


def written() -> tuple[set[str], list[str]]:
    """Every string in the code that may be a code, and the families of codes that are put together."""
    words: set[str] = set()
    families: list[str] = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                words.add(node.value)
            if isinstance(node, ast.JoinedStr):
                pattern = family(node)
                if re.match(r"[a-z]+\\-", pattern) and " " not in pattern:
                    families.append(pattern)
    return words, families


def test_every_sentence_and_every_remedy_is_used() -> None:
    words, families = written()
    idle = {
        code
        for code in (*sentences(), *remedies())
        if code not in words and not any(re.fullmatch(pattern, code) for pattern in families)
    }
    assert not idle


@pytest.mark.parametrize("code", sorted(sentences()))
def test_a_sentence_is_a_clause(code: str) -> None:
    sentence = sentences()[code]
    for words in (sentence.problem, sentence.plural, sentence.remedy):
        assert not words.rstrip().endswith("."), words
        assert words == words.strip()
    assert sentence.problem
    if sentence.plural:
        assert fields(sentence.plural) == fields(sentence.problem) | {"count"}


@pytest.mark.parametrize("code", sorted(remedies()))
def test_a_remedy_is_a_clause(code: str) -> None:
    words = remedies()[code]
    assert words
    assert not words.rstrip().endswith(".")
    assert words == words.strip()
