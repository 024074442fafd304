"""Entries of the user's cache become damaged ones, and values become others that the program never kept."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from fuzz import campaigns, mutate, pictures, trees
from placards.files.shipped import shipped_source
from placards.files.world import File, Folder, Memory, World
from placards.messages.language_rows import language_rows
from placards.messages.remembered import shipped_catalog, shipped_pack
from placards.template.folder import read_layout
from placards.template.kept import kept
from placards.text.font_list import read_font_list

#: How inputs begin that are a value, not a damage.
VALUES = b"value "

_SPLICE, _CUT, _REPLACE, _SWAP, _FOLDER, _LONGER = range(6)


def outcome(folder: Path) -> list[Any]:
    """Whatever the program remembers, one of each kind, as it comes out now."""
    shipped, own = shipped_source(), World([Folder(folder)])
    return [
        read_font_list(File(shipped, "fonts/fonts.toml")),
        read_layout(own, "layouts/plain").layout,
        shipped_pack(File(shipped, "slogans/climate.toml")),
        shipped_catalog(File(shipped, "locale/de/LC_MESSAGES/climate.po"), "de", "climate"),
        language_rows(own),
    ]


def entry(rng: Random) -> bytes:
    """A damage: which entry, what is done to it, where, and bytes; or a value."""
    if rng.random() < 0.3:
        return VALUES + _value(rng)
    size = rng.choice((1, 1, 2, 8, 40))
    return bytes((rng.randrange(8), rng.randrange(6))) + rng.randbytes(2) + mutate.bytes_like(rng, rng.randbytes(size))


def damage(cache: Path, data: bytes) -> Callable[[], None]:
    """Do to the cache what an input says; returns what makes it whole again."""
    files = sorted(path for path in cache.rglob("*") if path.is_file())
    which, what, high, low = (data + b"\0\0\0\0")[:4]
    path, payload = files[which % len(files)], data[4:]
    sound = path.read_bytes()
    # Where a program of this day looks, wherever it lies: the beginning matters most.
    at = (high << 8 | low) % (len(sound) if low & 1 else 60)
    if what == _SPLICE:
        path.write_bytes(sound[:at] + payload + sound[at + len(payload) :])
    elif what == _CUT:
        path.write_bytes(sound[:at])
    elif what == _REPLACE:
        path.write_bytes(payload)
    elif what == _SWAP:
        path.write_bytes(files[(which + 1) % len(files)].read_bytes())
    elif what == _FOLDER:
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(sound + payload)

    def mend() -> None:
        if path.is_dir():
            shutil.rmtree(path)
        path.write_bytes(sound)

    return mend


def value(data: bytes) -> Any:
    """The value that an input stands for; None for what is none."""
    try:
        return ast.literal_eval(data.removeprefix(VALUES).decode("utf-8", errors="replace"))
    except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
        return None


def _value(rng: Random) -> bytes:
    tree = ast.literal_eval(_layout())
    for _ in range(rng.choice((1, 1, 2, 4))):
        _change(rng, tree)
    return repr(tree).encode("utf-8", "replace")


def _layout() -> str:
    if not _written:
        files = {"layouts/x/layout.toml": campaigns.LAYOUT, "layouts/x/picture.png": pictures.seeds()[0]}
        _written.append(repr(kept(read_layout(World([Memory(files)]), "layouts/x").layout)))
    return _written[0]


_written: list[str] = []


def _change(rng: Random, node: Any) -> None:
    """One thing somewhere in a tree of dicts, lists and tuples."""
    for _ in range(rng.randrange(12)):
        inner = [v for v in (node.values() if isinstance(node, dict) else node) if isinstance(v, dict | list) and v]
        inner += [p for v in (node.values() if isinstance(node, dict) else node) if isinstance(v, tuple) for p in v if isinstance(p, dict | list) and p]  # fmt: skip # noqa: E501
        if not inner:
            break
        node = rng.choice(inner)
    key = rng.choice(list(node)) if isinstance(node, dict) else rng.randrange(len(node))
    kind = rng.randrange(6)
    if kind == 0:
        del node[key]
    elif kind == 1:
        node[key] = [node[key]]
    elif kind == 2 and isinstance(node[key], tuple):
        node[key] = node[key][:-1] if rng.random() < 0.5 else (*node[key], None)
    elif kind == 3 and isinstance(node[key], tuple):
        node[key] = ("part", rng.choice(_MODULES), rng.choice(_NAMES), rng.choice(({}, [], {"id": 1}, None)))
    else:
        node[key] = rng.choice((None, True, -1, 0.5, "", "x", trees.NAMES[0], [], {}, (), ("length",), ("color", 1), ("part",), (1, 2, 3, 4)))  # fmt: skip # noqa: E501


_MODULES = ("placards.elements.text", "placards.elements.none", "placards.elements.", "placards.elements..", "os", 7)
_NAMES = ("Text", "text_of", "annotations", "none", "", 7)
