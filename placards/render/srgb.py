"""The sRGB colour space becomes the ICC profile that our images carry: small, and the same bytes everywhere.

LittleCMS would write the clock into its profile, and the well-known files are 3 KB or more.
"""

from __future__ import annotations

import struct
from functools import lru_cache

#: sRGB's primaries and white as ICC wants them: CIE XYZ adapted to D50.
_COLORANTS = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
    b"wtpt": (0.96420, 1.00000, 0.82491),
}

#: Points of the tone curve: enough for an error far below one step of eight bits.
_CURVE_POINTS = 256


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """An ICC version 2 display profile of sRGB."""
    tags = {b"desc": _description("sRGB"), b"cprt": b"text\0\0\0\0CC0\0"}
    tags |= {name: b"XYZ \0\0\0\0" + _xyz(color) for name, color in _COLORANTS.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve())
    at = 128 + 4 + 12 * len(tags)
    table, body, places = [struct.pack(">I", len(tags))], b"", dict[bytes, int]()
    for name, data in tags.items():
        if data not in places:  # the three channels share one curve
            places[data] = at + len(body)
            body += data + bytes(-len(data) % 4)
        table.append(struct.pack(">4sII", name, places[data], len(data)))
    return _header(at + len(body)) + b"".join(table) + body


def _header(size: int) -> bytes:
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return struct.pack(
        ">I4sI4s4s4s12s4s4sI4s4sQI12s4s44x",
        *(size, b"", 0x02100000, b"mntr", b"RGB ", b"XYZ ", date, b"acsp"),
        *(b"", 0, b"", b"", 0, 0, _xyz((0.9642, 1.0, 0.8249)), b""),
    )


def _xyz(color: tuple[float, float, float]) -> bytes:
    return struct.pack(">3i", *(round(v * 65536) for v in color))


def _description(text: str) -> bytes:
    name = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    points = [_linear(i / (_CURVE_POINTS - 1)) for i in range(_CURVE_POINTS)]
    values = [round(v * 65535) for v in points]
    return b"curv\0\0\0\0" + struct.pack(f">I{len(values)}H", len(values), *values)


def _linear(v: float) -> float:
    return float(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4)
