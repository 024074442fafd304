# ruff: noqa: E501
"""What a TOML file says becomes something near it, still a tree, and TOML again: keys renamed, values swapped, nested."""

from __future__ import annotations

import copy
import datetime
import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from fuzz import mutate, words

#: What no value of Python's stands for: written as it is.
RAW = (
    "1" * 5000, "-" + "9" * 4400, "1e999", "inf", "nan", "-nan", "0xffffffffffffffffff", "2027-04-14", "16:30:00",
    "0001-01-01", "9999-12-31", "2027-04-14T16:30:00Z", "1979-05-27T00:32:00.999999-07:00", "''", '""""""', "[]", "{}",
    "[[[[[[]]]]]]", "true", "16:30:00.000001", "23:59:60",
)  # fmt: skip


#: Names that no file should have.
NAMES = (
    "../../../../../../outside/x", "/x", "@OUTSIDE@/x", "a/b", "..", ".", "", "a\nb", "\u202ex", "a\0b", "CON", "x" * 300, "é" * 200, "a:b", "-x",
    "*", " ", "day ", "Day", "night.pdf",
)  # fmt: skip


class Raw(str):
    """TOML that goes out as it is."""


Path = tuple[str | int, ...]


#: Key → values that may well be taken.
Values = Mapping[str, Sequence[Any]]


def mutator(seeds: Sequence[bytes], dictionary: Sequence[str], values: Values) -> Callable[[Random], bytes]:
    """A maker of TOML near one of the seeds, with *dictionary* as further keys and texts. Two of three change keys of
    *values* only, to what may well be taken, so that what comes after reading is reached."""
    trees = [tomllib.loads(seed.decode("utf-8")) for seed in seeds]

    def make(rng: Random) -> bytes:
        number = rng.randrange(len(trees))
        if rng.random() < 0.05:
            return mutate.text_like(rng, seeds[number], dictionary)
        tree = copy.deepcopy(trees[number])
        sensible = rng.random() < 0.65
        for _ in range(rng.choice((1, 1, 1, 1, 2, 2, 3, 5, 10))):
            if sensible:
                change_sensibly(rng, tree, values)
            else:
                change(rng, tree, dictionary)
        data = dumps(tree).encode("utf-8")
        if sensible:
            return data
        return mutate.text_like(rng, data, dictionary, 2) if rng.random() < 0.08 else data

    return make


def change_sensibly(rng: Random, tree: dict[str, Any], values: Values) -> None:
    """Give a known key another known value, or a table a known key; now and then take a table out or say it twice."""
    paths = list(_paths(tree))
    known = [p for p in paths if p[-1] in values and not isinstance(_at(tree, p), dict)]
    tables = [p for p in paths if isinstance(_at(tree, p), dict)]
    palettes = [p for p in tables if p[:-1] == ("palettes",)]
    kind = rng.random()
    if kind < 0.06 and palettes:  # their names become file names
        named = tree["palettes"]
        named[rng.choice(NAMES)] = named.pop(rng.choice(palettes)[-1])
    elif kind < 0.7 and known:
        path = rng.choice(known)
        old = _at(tree, path)
        _at(tree, path[:-1])[path[-1]] = (
            _color(rng) if str(old).startswith("#") else copy.deepcopy(rng.choice(values[str(path[-1])]))
        )
    elif kind < 0.85 and tables:
        name = rng.choice(list(values))
        _at(tree, rng.choice(tables))[name] = copy.deepcopy(rng.choice(values[name]))
    elif tables:
        path = rng.choice(tables)
        holder: Any = _at(tree, path[:-1])
        key: Any = path[-1]
        if rng.random() < 0.5:
            del holder[key]
        elif isinstance(holder, list):
            twin = copy.deepcopy(holder[key])
            if "id" in twin:
                twin["id"] += "2"
            holder.insert(rng.randrange(len(holder) + 1), twin)


def _color(rng: Random) -> str:
    return f"#{rng.choice((0, 0xFFFFFF, rng.randrange(1 << 24))):06x}"


def change(rng: Random, tree: dict[str, Any], dictionary: Sequence[str]) -> None:
    """Change one place of the tree."""
    paths = list(_paths(tree))
    if not paths:
        tree[rng.choice(dictionary)] = value(rng, dictionary)
        return
    path = rng.choice(paths)
    holder: Any = _at(tree, path[:-1])
    key: Any = path[-1]
    kind = rng.randrange(12)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[_key(rng, str(key), dictionary)] = holder.pop(key)
    elif kind == 2:
        holder[key] = copy.deepcopy(_at(tree, rng.choice(paths)))
    elif kind == 3 and isinstance(holder, list):
        holder[key:key] = [copy.deepcopy(holder[key]) for _ in range(rng.choice((1, 1, 2, 30)))]
    elif kind == 4:
        holder[key] = [holder[key]] if rng.random() < 0.5 else {_key(rng, "x", dictionary): holder[key]}
    elif kind == 5 and isinstance(holder[key], list | dict) and holder[key]:
        inner = holder[key]
        holder[key] = rng.choice(inner if isinstance(inner, list) else list(inner.values()))
    elif kind == 6:
        for _ in range(rng.choice((2, 20, 150))):
            holder[key] = [holder[key]]
    elif kind == 7 and isinstance(holder, dict):
        holder[rng.choice(dictionary)] = value(rng, dictionary)
    elif isinstance(holder[key], str) and not isinstance(holder[key], Raw) and rng.random() < 0.6:
        holder[key] = string(rng, holder[key], dictionary)
    elif isinstance(holder[key], int | float) and rng.random() < 0.6:
        holder[key] = rng.choice((-1, 0, 1, 2, 7, holder[key] + 1, -holder[key], holder[key] * 1000, Raw(_plain(rng))))
    else:
        holder[key] = value(rng, dictionary)


def string(rng: Random, old: str, dictionary: Sequence[str]) -> str:
    """A text instead of another."""
    kind = rng.randrange(6)
    if kind == 0:
        return rng.choice(dictionary)
    if kind == 1:
        return words.text(rng, 300)
    if kind == 2:
        return words.piece(rng)
    if kind == 3:
        return mutate.text_like(rng, old.encode("utf-8", "replace"), dictionary, 2).decode("utf-8", errors="replace")
    if kind == 4:
        return words.number(rng)[:500] + rng.choice(("", "%", "pt", "mm", "vmin", "m"))
    return old + rng.choice((" ", "\0", "\n", "/", "/..", "\u202e", "x", old))


def value(rng: Random, dictionary: Sequence[str]) -> Any:
    """Any value."""
    kind = rng.randrange(8)
    if kind == 0:
        return Raw(rng.choice(RAW))
    if kind == 1:
        return Raw(_plain(rng))
    if kind == 2:
        return rng.random() < 0.5
    if kind == 3:
        return [value(rng, dictionary) for _ in range(rng.randrange(4))]
    if kind == 4:
        return {rng.choice(dictionary): value(rng, dictionary) for _ in range(rng.randrange(3))}
    return string(rng, rng.choice(dictionary), dictionary)


def _plain(rng: Random) -> str:
    number = words.number(rng)
    return number if number.isascii() and number[0] in "-0123456789in" and number != "-0" else "5"


def _key(rng: Random, old: str, dictionary: Sequence[str]) -> str:
    return rng.choice((old + "s", old[:-1], old.upper(), rng.choice(dictionary), words.piece(rng), "", "a.b", "../" + old))  # fmt: skip


def _paths(node: Any, path: Path = ()) -> list[Path]:
    found: list[Path] = [path] if path else []
    if len(path) < 40:
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, inner in items:
            found += _paths(inner, (*path, key))
    return found


def _at(tree: Any, path: Path) -> Any:
    for key in path:
        tree = tree[key]
    return tree


def dumps(tree: dict[str, Any]) -> str:
    """The tree as TOML: tables and lists of tables with headers, what is deeper in line."""
    lines: list[str] = []
    _table(tree, "", lines)
    return "\n".join(lines) + "\n"


def _table(tree: dict[str, Any], prefix: str, lines: list[str]) -> None:
    tables: list[tuple[str, Any]] = []
    for key, inner in tree.items():
        if (isinstance(inner, dict) and inner and prefix.count(".") < 3) or (
            isinstance(inner, list) and inner and all(isinstance(v, dict) for v in inner) and prefix.count(".") < 2
        ):
            tables.append((key, inner))
        else:
            lines.append(f"{_quoted_key(key)} = {inline(inner)}")
    for key, inner in tables:
        name = f"{prefix}{_quoted_key(key)}"
        for one in inner if isinstance(inner, list) else [inner]:
            lines += ["", f"[[{name}]]" if isinstance(inner, list) else f"[{name}]"]
            _table(one, f"{name}.", lines)


def inline(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Raw):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_quoted_key(k)} = {inline(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return repr(value)


def _quoted_key(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _quoted(key)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
