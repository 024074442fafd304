"""The text of a valid TOML file becomes a map from every key, table and item of a list to where it is written."""

from __future__ import annotations

from bisect import bisect_right

from placards.frozen import dataclass
from placards.patterns import pattern

KeyPath = tuple[str | int, ...]

#: What means nothing by itself: white space, line ends, comments.
_BETWEEN = pattern(r"(?:[ \t\r\n]++|#[^\n]*+)*+")

#: A part of a key, and what stands between two parts.
_PART = pattern(r"""[A-Za-z0-9_-]++|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+'""")
_DOT = pattern(r"[ \t]*+\.[ \t]*+")

#: A value that holds no others: a string of any kind (up to two quotes may stand before the three that end one), a date
#: and its time, or a word.
_VALUE = pattern(
    r"""\"{3}(?:\\[\s\S]|"{1,2}+(?!")|[^"\\])*+"{3,5}|'{3}(?:'{1,2}+(?!')|[^'])*+'{3,5}"""
    r"""|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+'|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9][0-9:.Zz+-]*+|[^\s,\[\]{}#"'=]++"""
)


#: No file that people write has more keys and items, nor deeper ones; what comes after that has the place of the table
#: or the list around it.
_MOST, _DEEPEST = 100_000, 40


@dataclass(frozen=True, slots=True)
class Positions:
    """Where keys begin, as line and column, both from 1."""

    starts: dict[KeyPath, int]
    lines: tuple[int, ...]  # where each line begins

    def of(self, key: KeyPath) -> tuple[int, int] | None:
        """Line and column of a key, a table or an item of a list; None where it is not written."""
        start = self.starts.get(key)
        if start is None:
            return None
        line = bisect_right(self.lines, start)
        return line, start - self.lines[line - 1] + 1


def find_positions(text: str) -> Positions:
    """The positions in a text that `tomllib` has read, its lines ended by a newline alone."""
    lines = [0]
    while (end := text.find("\n", lines[-1])) >= 0:
        lines.append(end + 1)
    return Positions(_Reader(text).read(), tuple(lines))


class _Reader:
    """Goes through a text once. What is open inside a value lies on a list, not on Python's stack."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.starts: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}  # the last table of each array of tables

    def read(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._skip() and len(self.starts) < _MOST:
            if self.text[self.at] == "[":
                table = self._header()
            elif not self._pair(table):
                break
        return self.starts

    def _skip(self) -> bool:
        """To the next thing that means something; whether there is one."""
        match = _BETWEEN.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def _header(self) -> KeyPath:
        start, array = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        self._skip()
        path: KeyPath = ()
        parts = self._key()
        for number, part in enumerate(parts, 1):
            path = (*path, part)
            if array and number == len(parts):
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                path = (*path, self.counts[path])
            self.starts.setdefault(path, start)  # a table around it too, if it has no header of its own before
        self._skip()
        while self.text.startswith("]", self.at):
            self.at += 1
        return path

    def _key(self) -> list[str]:
        parts = []
        while (match := _PART.match(self.text, self.at)) is not None:
            parts.append(_plain(match[0]))
            self.at = match.end()
            dot = _DOT.match(self.text, self.at)
            if dot is None:
                break
            self.at = dot.end()
        return parts

    def _pair(self, table: KeyPath) -> bool:
        """A key with its value, and all that is written inside it; False for what is neither."""
        path = self._named(table)
        inside: list[tuple[KeyPath, int | None]] = []  # open tables (None) and lists (the number of the next item)
        while path is not None and self._skip():
            if len(self.starts) > _MOST or len(path) > _DEEPEST or not self._value(path, inside):
                return False
            while inside and self._skip():  # to the next value
                around, number = inside[-1]
                char = self.text[self.at]
                if char in "]}":
                    inside.pop()
                elif char == ",":
                    inside[-1] = (around, None if number is None else number + 1)
                elif number is None:
                    path = self._named(around)
                    break
                else:
                    path = (*around, number)
                    self.starts[path] = self.at
                    break
                self.at += 1
            if not inside:
                return True
        return False

    def _value(self, path: KeyPath, inside: list[tuple[KeyPath, int | None]]) -> bool:
        """Past a value, or into it if it holds others."""
        char = self.text[self.at]
        if char in "[{":
            inside.append((path, 0 if char == "[" else None))
            self.at += 1
            return True
        match = _VALUE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match is not None

    def _named(self, table: KeyPath) -> KeyPath | None:
        """A key's path, its equals sign passed."""
        start, path = self.at, table
        for part in self._key():
            path = (*path, part)
            self.starts.setdefault(path, start)
        self._skip()
        if path == table or not self.text.startswith("=", self.at):
            return None
        self.at += 1
        return path


def _plain(part: str) -> str:
    if part[0] not in "\"'":
        return part
    if part[0] == '"' and "\\" in part:
        import tomllib  # as it reads the file's own

        return str(tomllib.loads(f"key = {part}")["key"])
    return part[1:-1]
