# ruff: noqa: E501
"""A manifest.json and a journal as runs leave them become others: other values, halves of lines, garbage between them."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

from fuzz import mutate, trees

_RECORD: dict[str, Any] = {
    "file": "one/a.pdf", "sha256": "0" * 64, "bytes": 1, "pages": 1, "layout": "plain", "size": "a6", "trim_mm": [105.0, 148.0], "bleed_mm": 3.0,
    "pixels": None, "palette": "day", "languages": ["en", "ar"], "draft": False,
    "messages": [{"slogan": "demo/one", "language": "ar", "status": "translated"}, {"slogan": "demo/one", "language": "en", "status": "source"}],
    "texts": [{"slot": "slogan", "role": "display", "language": "en", "size_pt": 30.5, "lines": ["Peace"], "fonts": ["Anton-Regular.ttf"]}],
    "checks": {"glyphs": 0, "warnings": []}, "diagnostics": [],
}  # fmt: skip
_FAILURE: dict[str, Any] = {"file": "one/b.pdf", "error": "Nothing.", "code": "fit", "diagnostics": []}
_MANIFEST: dict[str, Any] = {
    "placards": "1.0", "campaign": "Demo", "artefacts": [_RECORD, {**_RECORD, "file": "one/b.svg"}], "failed": [_FAILURE],
    "problems": [], "diagnostics": [], "skipped": [],
}  # fmt: skip
_JOURNAL: list[dict[str, Any]] = [
    {"placards": "1.0", "files": ["one/a.pdf", "one/b.pdf", "one/c.pdf"]}, {"made": _RECORD}, {"failed": _FAILURE}, {"made": {**_RECORD, "file": "one/c.pdf"}},
]  # fmt: skip

_DICTIONARY = (
    "file", "sha256", "made", "failed", "files", "artefacts", "placards", "messages", "status", "approved", "fuzzy", "none", "manifest.json",
    ".placards-journal", "one/a.pdf", *trees.NAMES, "\ud800", "one/\ud800.pdf", "\udcff", "a\\b",
)  # fmt: skip


def manifest(rng: Random) -> bytes:
    """A manifest.json."""
    tree = copy.deepcopy(_MANIFEST)
    _changed(rng, tree)
    return _bytes_like(rng, dumps(tree) if rng.random() < 0.5 else dumps(tree).replace('{"file"', '\n  {"file"'))


def journal(rng: Random) -> bytes:
    """A journal."""
    tree = {"lines": copy.deepcopy(_JOURNAL)}
    _changed(rng, tree)
    lines = tree.get("lines")
    return _bytes_like(rng, "\n".join(map(dumps, lines if isinstance(lines, list) else [lines])) + "\n")


def dumps(value: Any) -> str:
    """A value as JSON, with `trees.Raw` as it stands."""
    if isinstance(value, trees.Raw):
        return value
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(str(key), ensure_ascii=False)}: {dumps(v)}" for key, v in value.items()) + "}"
        )
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(dumps, value)) + "]"
    # Half of a surrogate pair can be written as an escape only.
    return json.dumps(value, ensure_ascii=isinstance(value, str) and any("\ud800" <= c <= "\udfff" for c in value))


def _changed(rng: Random, tree: dict[str, Any]) -> None:
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3, 8))):
        trees.change(rng, tree, _DICTIONARY)


def _bytes_like(rng: Random, text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    kind = rng.random()
    if kind < 0.1:  # a disk that was full
        return data[: rng.randrange(len(data) + 1)]
    if kind < 0.15:  # a file system that came back without its last blocks
        at = rng.randrange(len(data) + 1)
        return data[:at] + b"\0" * (len(data) - at)
    if kind < 0.3:
        return mutate.bytes_like(rng, data)
    return data
