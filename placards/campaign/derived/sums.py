"""Files and their digests become SHA256SUMS, as ``sha256sum`` writes it and ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from placards.files.world import read_bytes
from placards.problems.errors import InputError

SUMS_NAME = "SHA256SUMS"

_LIMIT = 200_000_000
_LINE = re.compile(rb"(\\?)([0-9a-f]{64}) [ *](.+)")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_CHUNK = 1 << 20


def sums(digests: Mapping[str, str]) -> bytes:
    """The list of names with their SHA-256 in hexadecimal, in the order of the names' bytes. A line whose name has a
    backslash or a line break in it begins with a backslash, as coreutils have it."""
    return b"".join(_line(name, digests[name]) for name in sorted(digests, key=str.encode))


def read_sums(folder: Path) -> dict[str, str]:
    """The digests by name in the folder's list; empty where there is none, without lines that are none."""
    try:
        data = read_bytes(folder / SUMS_NAME, _LIMIT)
    except InputError:
        return {}
    found = {}
    for text in data.split(b"\n"):
        match = _LINE.fullmatch(text)
        if match:
            name = match[3].decode("utf-8", "replace")
            found[_unescaped(name) if match[1] else name] = match[2].decode()
    return found


def file_digest(path: Path, check: Callable[[], None]) -> str:
    """The SHA-256 of a file in hexadecimal; *check* is called after each piece. Raises OSError."""
    total = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            total.update(piece)
            check()
    return total.hexdigest()


def _line(name: str, digest: str) -> bytes:
    if not any(c in name for c in _ESCAPES):
        return f"{digest}  {name}\n".encode()
    return f"\\{digest}  {''.join(_ESCAPES.get(c, c) for c in name)}\n".encode()


def _unescaped(text: str) -> str:
    back = {after[1]: before for before, after in _ESCAPES.items()}
    return re.sub(r"\\(.)", lambda found: back.get(found[1], found[0]), text)
