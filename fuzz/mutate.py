# ruff: noqa: E501
"""Bytes and texts become others nearly like them: flipped, cut, doubled, spliced, with hostile words and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from fuzz import words

_TOKEN = re.compile(r"[\w-]+|\s+|[^\w\s]", re.ASCII)

#: Numbers of one, two and four bytes at the edges.
_EDGES = (b"\0", b"\xff", b"\x7f", b"\x80", b"\0\0", b"\xff\xff", b"\x7f\xff", b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff")  # fmt: skip

Mutation = Callable[[Random, bytes], bytes]


def flip(rng: Random, data: bytes) -> bytes:
    """Change bytes, one or a few, anywhere."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        if out:
            out[rng.randrange(len(out))] = rng.choice((rng.randrange(256), 0, 255, 10, 34))
    return bytes(out)


def edge(rng: Random, data: bytes) -> bytes:
    """Write a number from the edges somewhere."""
    at, value = rng.randrange(len(data) + 1), rng.choice(_EDGES)
    return data[:at] + value + data[at + len(value) :]


def cut(rng: Random, data: bytes) -> bytes:
    """Take a stretch out, or all from somewhere on."""
    start = rng.randrange(len(data) + 1)
    end = len(data) if rng.random() < 0.3 else start + rng.randrange(1, 64)
    return data[:start] + data[end:]


def double(rng: Random, data: bytes) -> bytes:
    """Say a stretch again, once or often."""
    start = rng.randrange(len(data) + 1)
    end = start + rng.randrange(1, 200)
    at = rng.randrange(len(data) + 1)
    return data[:at] + data[start:end] * rng.choice((1, 1, 2, 100)) + data[at:]


def insert(rng: Random, data: bytes) -> bytes:
    """Put a hostile text or byte in."""
    at = rng.randrange(len(data) + 1)
    new = words.piece(rng).encode("utf-8") if rng.random() < 0.6 else rng.randbytes(rng.choice((1, 1, 2, 8)))
    return data[:at] + new + data[at:]


def bytes_like(rng: Random, data: bytes, most: int = 4) -> bytes:
    """Binary data with a few mutations."""
    for _ in range(rng.randint(1, most)):
        data = rng.choice((flip, flip, edge, edge, cut, double, insert))(rng, data)
    return data


def text_like(rng: Random, data: bytes, dictionary: Sequence[str] = (), most: int = 4) -> bytes:
    """Text with a few mutations of its tokens and lines; now and then of its bytes."""
    if rng.random() < 0.1:
        return bytes_like(rng, data, most)
    tokens = _TOKEN.findall(data.decode("utf-8", errors="replace"))
    for _ in range(rng.randint(1, most)):
        tokens = _tokens_like(rng, tokens, dictionary)
    return "".join(tokens).encode("utf-8", errors="replace")


def _tokens_like(rng: Random, tokens: list[str], dictionary: Sequence[str]) -> list[str]:
    at = rng.randrange(len(tokens) + 1)
    other = rng.randrange(len(tokens) + 1)
    few = rng.choice((1, 1, 1, 2, 5, 20))
    kind = rng.randrange(9)
    if kind == 0:
        return tokens[:at] + tokens[at + few :]
    if kind == 1:
        return tokens[:at] + tokens[other : other + few] + tokens[at:]
    if kind == 2:
        return tokens[:at] + tokens[other : other + 1] + tokens[at + 1 :]
    if kind == 3:
        return [*tokens[:at], words.number(rng), *tokens[at + 1 :]]
    if kind == 4 and dictionary:
        return [*tokens[:at], rng.choice(dictionary), *tokens[at + 1 :]]
    if kind == 5:
        return [*tokens[:at], rng.choice(("[", "{", '"', "'", "(", "#", "=", ",", ".")) * rng.choice((1, 1, 3, 1200)), *tokens[at:]]  # fmt: skip
    if kind == 6:
        return tokens[:at] + tokens[at : at + few] * rng.choice((2, 2, 50)) + tokens[at + few :]
    if kind == 7:
        return _line_moved(rng, tokens)
    return [*tokens[:at], words.piece(rng), *tokens[at:]]


def _line_moved(rng: Random, tokens: list[str]) -> list[str]:
    lines = "".join(tokens).split("\n")
    line = lines.pop(rng.randrange(len(lines)))
    for _ in range(rng.choice((0, 1, 1, 2))):
        lines.insert(rng.randrange(len(lines) + 1), line)
    return _TOKEN.findall("\n".join(lines))
