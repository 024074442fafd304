"""A small ICC profile of a press: real enough for every program that reads one, and made of numbers alone."""

from __future__ import annotations

import itertools
import struct


def _tag(kind: bytes, body: bytes) -> bytes:
    data = kind + b"\0\0\0\0" + body
    return data + b"\0" * (-len(data) % 4)


def _lut(inputs: int, outputs: int, grid: list[tuple[int, ...]]) -> bytes:
    unity = [1, 0, 0, 0, 1, 0, 0, 0, 1]
    curve = bytes(range(256))
    return _tag(
        b"mft1",
        struct.pack(">BBBB9i", inputs, outputs, 2, 0, *[value << 16 for value in unity])
        + curve * inputs
        + b"".join(map(bytes, grid))
        + curve * outputs,
    )


def _lab(inks: tuple[int, ...]) -> tuple[int, int, int]:
    cyan, magenta, yellow, black = inks
    light = 255
    for ink, left in zip(inks, (0.6, 0.5, 0.9, 0.15), strict=True):
        light = round(light * left) if ink else light
    return light, 128 - 40 * cyan + 70 * magenta, 128 - 40 * cyan + 90 * yellow - 10 * magenta * (1 - black)


def _inks(lab: tuple[int, ...]) -> tuple[int, int, int, int]:
    light, a, b = lab
    return (0 if a else 200, 200 if a else 0, 200 if b else 0, 0 if light else 200)


def press_profile(kind: bytes = b"prtr", space: bytes = b"CMYK") -> bytes:
    """A profile of version 2, between CMYK and Lab."""
    text = b"A small press"
    tags = [
        (b"desc", _tag(b"desc", struct.pack(">I", len(text) + 1) + text + b"\0" + b"\0" * 78)),
        (b"cprt", _tag(b"text", b"None\0")),
        (b"wtpt", _tag(b"XYZ ", struct.pack(">3i", 63190, 65536, 54061))),
        (b"A2B0", _lut(4, 3, [_lab(inks) for inks in itertools.product((0, 1), repeat=4)])),
        (b"B2A0", _lut(3, 4, [_inks(lab) for lab in itertools.product((0, 1), repeat=3)])),
    ]
    at = 128 + 4 + 12 * len(tags)
    table, bodies = struct.pack(">I", len(tags)), b""
    for name, body in tags:
        table += struct.pack(">4sII", name, at + len(bodies), len(body))
        bodies += body
    size = at + len(bodies)
    header = struct.pack(">I4sI4s4s4s", size, b"test", 0x02400000, kind, space, b"Lab ")
    header += struct.pack(">6H", 2027, 3, 20, 0, 0, 0) + b"acsp" + b"\0" * 28
    header += struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + table + bodies
