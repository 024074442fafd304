"""A TOML file becomes its data, and knows where every key is written, so that errors can point at it."""

from __future__ import annotations

import math
import re
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any

from placards.files.toml_positions import KeyPath as KeyPath
from placards.files.toml_positions import Positions, find_positions
from placards.files.world import File, read_bytes
from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.errors import InputError, Place

#: No file that a person writes by hand is longer.
MAX_BYTES = 5_000_000

#: Tables in tables, and parts of a dotted key: nothing that people write needs more, and what reads them recurses.
MAX_DEPTH = 32

#: TOML promises 64 bits; a longer number cannot even be shown (Python refuses to write it in digits).
_WHOLE = range(-(2**63), 2**63)

#: A key of so many parts: tomllib takes quadratic time over one, so that it is looked for before. A row of so many
#: words with nothing but dots between is refused too.
_LONG_KEY = pattern(r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")


@dataclass(frozen=True)
class TomlFile:
    """The parsed data of a file, and the text that says where its keys stand."""

    path: Path | str  # a file on this machine, or how a World names one out of a bundle or memory
    data: dict[str, Any]
    text: str = field(default="", repr=False)

    @cached_property
    def positions(self) -> Positions:
        """Where the keys are written; looked for when something is to be said of one."""
        return find_positions(self.text)

    def place(self, key: KeyPath) -> Place:
        """The place of a key, or of the nearest table around it."""
        for length in range(len(key), 0, -1):
            # Of an array of tables only its tables stand somewhere.
            found = self.positions.of(key[:length]) or self.positions.of((*key[:length], 0))
            if found is not None:
                line, column = found
                return Place(self.path, line, format_key(key), column)
        return Place(self.path, key=format_key(key) or None)


def format_key(key: KeyPath) -> str:
    """``("set", 0, "sizes")`` → ``set[0].sizes``."""
    out = ""
    for part in key:
        out += f"[{part}]" if isinstance(part, int) else f".{part}" if out else part
    return out


def read_toml(source: Path | File) -> TomlFile:
    """Read and parse a TOML file; raises InputError with file, line and column."""
    if isinstance(source, Path):
        return parse_toml(read_bytes(source, MAX_BYTES), source)
    return parse_toml(source.read(MAX_BYTES), source.label)


def parse_toml(raw: bytes, path: Path | str) -> TomlFile:
    """The bytes of a TOML file, parsed; raises InputError with file, line and column."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].rpartition(b"\n")[2]
        line = raw[: error.start].count(b"\n") + 1
        column = len(before.decode("utf-8-sig", "replace")) + 1
        raise InputError("toml-charset", place=Place(path, line, column=column)) from error
    text = text.replace("\r\n", "\n")
    long = _LONG_KEY.search(text)
    if long is not None:
        line, column = _line_and_column(text, long.start())
        raise InputError("toml-deep", place=Place(path, line, column=column))
    import tomllib  # here: what was checked before is not parsed again

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        problem = re.sub(r"\s*\(at .*\)$", "", str(error))
        line, column = (int(match[1]), int(match[2])) if match else _line_and_column(text, len(text))
        place = Place(path, line, column=column)
        raise InputError("toml-invalid", place=place, reason=f"{problem[:1].lower()}{problem[1:]}") from error
    except RecursionError as error:
        raise InputError("toml-deep", place=Place(path)) from error
    except ValueError as error:  # more digits than Python converts
        raise InputError("toml-number", place=Place(path), value="one of so many digits") from error
    file = TomlFile(path, data, text)
    _check_values(file)
    return file


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _check_values(file: TomlFile) -> None:
    """Refuse what no reader of the data could handle; without recursion, which deep data would exhaust."""
    waiting: list[tuple[KeyPath, Any]] = [((), file.data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict | list):
            if len(key) > MAX_DEPTH:
                raise InputError("toml-deep", place=file.place(key))
            waiting += (
                ((*key, part), inner)
                for part, inner in (value.items() if isinstance(value, dict) else enumerate(value))
            )
        elif isinstance(value, float) and not math.isfinite(value):
            raise InputError("toml-number", place=file.place(key), value=str(value))
        elif isinstance(value, int) and value not in _WHOLE:
            raise InputError("toml-number", place=file.place(key), value="so large a number")
