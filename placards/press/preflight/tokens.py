"""The bytes of a content stream become instructions: an operator and its operands, one after the other.

pikepdf reads content too, and makes an object of each number: for a poster of outlines ten times as long. Its reading
is the witness of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = rb"[\0\t\n\f\r ]"

#: Numbers and an operator: what nearly all of a drawing consists of.
_PLAIN = re.compile(_SPACE + rb"*((?:[-+]?[0-9.]+" + _SPACE + rb"+)*)([A-Za-z]+[0-9]?\*?)(?=[\0\t\n\f\r \[(</%]|\Z)")

_TOKEN = re.compile(
    _SPACE + rb"*(?:(?P<comment>%[^\r\n]*)"
    rb"|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<number>[-+]?[0-9.][-+0-9.]*)"
    rb"|(?P<string>\()"
    rb"|(?P<dictionary><<|>>)"
    rb"|(?P<hex><[^>]*>?)"
    rb"|(?P<array>[\[\]])"
    rb"|(?P<operator>[^\0\t\n\f\r ()<>\[\]{}/%]+)"
    rb"|(?P<odd>[){}>]))"
)

_QUIET = re.compile(rb"[^()\\]+")

_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")

#: Where an inline picture ends: by the end of a line or a blank, and something that content can begin with.
_END_IMAGE = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\Z)")


class Name(str):
    """A name among operands."""

    __slots__ = ()


class Instruction(NamedTuple):
    """An operator and what stands before it: numbers, `Name`, bytes for strings, lists for arrays, dicts. The operator
    of a picture in the content is ``INLINE``, its operand a dict."""

    operator: str
    operands: list[object]


def instructions(data: bytes) -> Iterator[Instruction]:
    """What stands in a content stream, in its order. Damaged parts are passed over."""
    at, size = 0, len(data)
    stack: list[object] = []
    opened: list[list[object]] = []  # arrays and dictionaries that are not closed yet
    plain, token = _PLAIN.match, _TOKEN.match
    known: dict[bytes, str] = {}
    while at < size:
        found = None if stack or opened else plain(data, at)
        if found is not None:
            at = found.end()
            word = found[2]
            operator = known.get(word)
            if operator is None:
                operator = known[word] = word.decode("latin-1")
            if operator in ("true", "false", "null"):
                stack = [*map(_number, found[1].split()), operator == "true"]
            elif operator == "BI":
                values, at = _inline(data, at)
                yield Instruction("INLINE", [values])
            else:
                try:
                    yield Instruction(operator, [*map(float, found[1].split())])
                except ValueError:
                    yield Instruction(operator, [*map(_number, found[1].split())])
            continue
        match = token(data, at)
        if match is None:
            break
        at = match.end()
        kind = match.lastgroup
        text = match[kind] if kind else b""
        target = opened[-1] if opened else stack
        if kind == "number":
            target.append(_number(text))
        elif kind == "name":
            target.append(_name(text))
        elif kind == "string":
            value, at = _string(data, at)
            target.append(value)
        elif kind == "hex":
            target.append(_hex(text))
        elif text in (b"[", b"<<"):
            opened.append([])
            if len(opened) > 200:  # deeper than anything means
                return
        elif text in (b"]", b">>"):
            if opened:
                inner = opened.pop()
                value_of = inner if text == b"]" else _dictionary(inner)
                (opened[-1] if opened else stack).append(value_of)
        elif kind == "operator":
            word = text.decode("latin-1")
            if opened or word in ("true", "false", "null"):
                target.append(word == "true")
            elif word == "BI":
                values, at = _inline(data, at)
                yield Instruction("INLINE", [values])
                stack = []
            else:
                yield Instruction(word, stack)
                stack = []


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        # "--5" and "1.2.3" come from programs that nobody mends; readers take what they can.
        match = re.match(rb"[-+]*(\d*\.?\d*)", text)
        digits = match[1] if match else b""
        return float(digits) if digits not in (b"", b".") else 0.0


def _name(text: bytes) -> Name:
    if b"#" in text:
        text = _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), text)
    return Name(text[1:].decode("utf-8", "replace"))


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """The string whose parenthesis was opened before *at*, and where it ends. Escapes stay as they are: how long a
    string is matters, not what it says."""
    start, depth, size = at, 1, len(data)
    while at < size:
        quiet = _QUIET.match(data, at)
        if quiet is not None:
            at = quiet.end()
            continue
        char = data[at]
        at += 2 if char == 0x5C else 1
        depth += {0x28: 1, 0x29: -1}.get(char, 0)
        if not depth:
            return data[start : at - 1], at
    return data[start:], size


def _hex(text: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", text).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _dictionary(values: list[object]) -> dict[str, object]:
    pairs = zip(values[::2], values[1::2], strict=False)
    return {str(key): value for key, value in pairs if isinstance(key, Name)}


def _inline(data: bytes, at: int) -> tuple[dict[str, object], int]:
    """What is said of a picture in the content, and where its data end."""
    values: list[object] = []
    opened: list[list[object]] = []
    while (match := _TOKEN.match(data, at)) is not None:
        at = match.end()
        kind = match.lastgroup
        text = match[kind] if kind else b""
        target = opened[-1] if opened else values
        if kind == "operator" and text == b"ID":
            break
        if kind == "name":
            target.append(_name(text))
        elif kind == "number":
            target.append(_number(text))
        elif kind == "operator":
            target.append(text == b"true")
        elif text == b"[":
            opened.append([])
        elif text == b"]" and opened:
            inner = opened.pop()
            (opened[-1] if opened else values).append(inner)
    end = _END_IMAGE.search(data, at)
    return _dictionary(values), end.end() if end is not None else len(data)
