# ruff: noqa: E501
"""Small shipped fonts become damaged and hostile ones, table by table, so that what is damaged is reached."""

from __future__ import annotations

import struct
from functools import cache
from random import Random

from fuzz import mutate
from fuzz.words import ROOT

#: Small, and together with every kind of table: outlines of both kinds, layout, variations, colour.
_NAMES = (
    "NotoSansMinor/NotoSansTagbanwa-Regular.ttf", "NotoSansMinor/NotoSansTagalog-Regular.ttf",
    "NotoSansMinor/NotoSansBuginese-Regular.ttf", "NotoSansMinor/NotoSansHanunoo-Regular.ttf",
    "NotoSansMinor/NotoSansSoraSompeng-Bold.ttf", "LeagueGothic/LeagueGothic-Regular.ttf", "Oswald/Oswald-VF.ttf",
)  # fmt: skip


@cache
def seeds() -> tuple[bytes, ...]:
    """Sound fonts."""
    found = [ROOT / "fonts" / name for name in _NAMES]
    return tuple(path.read_bytes() for path in found if path.is_file())


def font(rng: Random) -> bytes:
    """A font with a few things wrong."""
    data = rng.choice(seeds())
    for _ in range(rng.choice((0, 1, 1, 1, 2, 4))):
        data = _tables(rng, data) if rng.random() < 0.85 else mutate.bytes_like(rng, data)
    return data


def _tables(rng: Random, data: bytes) -> bytes:
    count = struct.unpack_from(">H", data, 4)[0] if len(data) >= 12 else 0
    entries = [struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count) if len(data) >= 28 + 16 * n]
    tables = [
        (tag, data[offset : offset + length]) for tag, _, offset, length in entries if offset + length <= len(data)
    ]
    if not tables:
        return mutate.bytes_like(rng, data)
    number = rng.randrange(len(tables))
    tag, body = tables[number]
    kind = rng.randrange(8)
    if kind == 0:
        del tables[number]
    elif kind == 1:
        tables[number] = (rng.choice(tables)[0], body)
    elif kind == 2:
        tables[number] = (tag, rng.choice(tables)[1])
    elif kind == 3 and tag == b"hmtx":
        tables[number] = (tag, b"\xff\xff" * (len(body) // 2))
    elif kind == 4 and tag in (b"head", b"hhea", b"OS/2", b"maxp"):
        at = 2 * rng.randrange(len(body) // 2 or 1)
        tables[number] = (
            tag,
            body[:at] + rng.choice((b"\0\0", b"\xff\xff", b"\x7f\xff", b"\x80\0", b"\0\1")) + body[at + 2 :],
        )
    else:
        tables[number] = (tag, mutate.bytes_like(rng, body))
    out, offset = [], 12 + 16 * len(tables)
    for tag, body in tables:
        out.append(struct.pack(">4sIII", tag, 0, offset, len(body)))
        offset += len(body) + -len(body) % 4
    return data[:4] + struct.pack(">HHHH", len(tables), 0, 0, 0) + b"".join(out) + b"".join(b + b"\0" * (-len(b) % 4) for _, b in tables)  # fmt: skip
