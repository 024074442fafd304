"""A TOML file becomes its data and a map from every key's path to its line, so that errors can point at it."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

from placards.files.world import File, read_bytes
from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.errors import InputError, Place

KeyPath = tuple[str | int, ...]

#: No file that a person writes by hand is longer.
MAX_BYTES = 5_000_000

#: Tables in tables, and parts of a dotted key: nothing that people write needs more, and what reads them recurses.
MAX_DEPTH = 32

#: TOML promises 64 bits; a longer number cannot even be shown (Python refuses to write it in digits).
_WHOLE = range(-(2**63), 2**63)

_HEADER = pattern(r"^\s*(\[\[|\[)\s*(.+?)\s*(\]\]|\])\s*(?:#.*)?$")
_KEY = pattern(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = pattern(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")

#: A key of so many parts: tomllib takes quadratic time over one, so that it is looked for before. A row of so many
#: words with nothing but dots between is refused too.
_LONG_KEY = pattern(r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """The parsed data of a file, and where its keys stand."""

    path: Path | str  # a file on this machine, or how a World names one out of a bundle or memory
    data: dict[str, Any]
    lines: dict[KeyPath, int]

    def place(self, key: KeyPath) -> Place:
        """The place of a key, or of the nearest table around it."""
        line = None
        for length in range(len(key), 0, -1):
            # Of an array of tables only its tables stand somewhere.
            line = self.lines.get(key[:length]) or self.lines.get((*key[:length], 0))
            if line is not None:
                break
        return Place(self.path, line, format_key(key) or None)


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
        raise InputError("toml-deep", place=Place(path, text.count("\n", 0, long.start()) + 1))
    import tomllib  # here: what was checked before is not parsed again

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        problem = re.sub(r"\s*\(at .*\)$", "", str(error))
        line = int(match[1]) if match else text.count("\n") + 1
        place = Place(path, line, column=int(match[2]) if match else None)
        raise InputError("toml-invalid", place=place, reason=f"{problem[:1].lower()}{problem[1:]}") from error
    except RecursionError as error:
        raise InputError("toml-deep", place=Place(path)) from error
    except ValueError as error:  # more digits than Python converts
        raise InputError("toml-number", place=Place(path), value="one of so many digits") from error
    file = TomlFile(path, data, _key_lines(text))
    _check_values(file)
    return file


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


def _parts(dotted: str) -> list[str]:
    return [p[1:-1] if p[0] in "\"'" else p for p in _PART.findall(dotted)]


def _key_lines(text: str) -> dict[KeyPath, int]:
    """Line (1-based) of each table header and key. What stands inside a multi-line string, array or inline table is
    skipped over; a key inside an inline table has the line of the key that holds it."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    quote, depth = "", 0  # what the line begins inside of: a multi-line string, and so many brackets
    for number, line in enumerate(text.split("\n"), 1):
        if quote or depth:
            quote, depth = _after(line, quote, depth)
            continue
        key = _KEY.match(line)
        header = _HEADER.match(line)
        if key is not None:
            path = table
            for part in _parts(key[1]):
                path = (*path, part)
                lines.setdefault(path, number)
            quote, depth = _after(line[key.end() :], "", 0)
        elif header is not None:
            table = _resolve(_parts(header[2]), counts, array=header[1] == "[[")
            lines.setdefault(table, number)
    return lines


def _resolve(parts: list[str], counts: dict[KeyPath, int], *, array: bool) -> KeyPath:
    path: KeyPath = ()
    for position, part in enumerate(parts):
        path = (*path, part)
        if array and position == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _after(text: str, quote: str, depth: int) -> tuple[str, int]:
    """The multi-line string and the number of brackets that are still open after a line of a value."""
    index = 0
    while index < len(text):
        char = text[index]
        if quote:
            if char == "\\" and quote[0] == '"':
                index += 1  # whatever comes, it is no quote
            elif text.startswith(quote, index):
                index += len(quote) - 1
                if len(quote) == 3:  # up to two quotes more belong to the string
                    while text.startswith(quote[0], index + 1):
                        index += 1
                quote = ""
        elif char == "#":
            break
        elif char in "\"'":
            quote = char * 3 if text.startswith(char * 3, index) else char
            index += len(quote) - 1
        elif char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
        index += 1
    return quote if len(quote) == 3 else "", max(depth, 0)
