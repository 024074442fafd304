"""A character becomes its Vertical_Orientation (UAX #50), as Unicode 15.0.0 has it.

Made by tools/vertical_orientation.py out of VerticalOrientation.txt; do not edit.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Literal, TypeAlias, cast

#: Upright, rotated, or transformed typographically: by a glyph of its own, else upright or rotated.
Orientation: TypeAlias = Literal["U", "R", "Tu", "Tr"]

#: Where each range begins, and what it has.
_RANGES = (
    "0 R a7 U a8 R a9 U aa R ae U af R b1 U b2 R bc U bf R d7 U d8 R f7 U f8 R 2ea U 2ec R 1100 U 1200 R 1401 U "
    "1680 R 18b0 U 1900 R 2016 U 2017 R 2020 U 2022 R 2030 U 2032 R 203b U 203d R 2042 U 2043 R 2047 U 204a R 2051 "
    "U 2052 R 2065 U 2066 R 20dd U 20e1 R 20e2 U 20e5 R 2100 U 2102 R 2103 U 210a R 210f U 2110 R 2113 U 2115 R "
    "2116 U 2118 R 211e U 2124 R 2125 U 2126 R 2127 U 2128 R 2129 U 212a R 212e U 212f R 2135 U 2140 R 2145 U 214b "
    "R 214c U 214e R 214f U 218a R 218c U 2190 R 221e U 221f R 2234 U 2236 R 2300 U 2308 R 230c U 2320 R 2324 U "
    "2329 Tr 232b U 232c R 237d U 239b R 23be U 23ce R 23cf U 23d0 R 23d1 U 23dc R 23e2 U 2423 R 2424 U 2500 R 25a0 "
    "U 261a R 2620 U 2768 R 2776 U 2794 R 2b12 U 2b30 R 2b50 U 2b5a R 2b97 U 2b98 R 2bb8 U 2bd2 R 2bd3 U 2bec R "
    "2bf0 U 2c00 R 2e50 U 2e52 R 2e80 U 3001 Tu 3003 U 3008 Tr 3012 U 3014 Tr 3020 U 3030 Tr 3031 U 3041 Tu 3042 U "
    "3043 Tu 3044 U 3045 Tu 3046 U 3047 Tu 3048 U 3049 Tu 304a U 3063 Tu 3064 U 3083 Tu 3084 U 3085 Tu 3086 U 3087 "
    "Tu 3088 U 308e Tu 308f U 3095 Tu 3097 U 309b Tu 309d U 30a0 Tr 30a1 Tu 30a2 U 30a3 Tu 30a4 U 30a5 Tu 30a6 U "
    "30a7 Tu 30a8 U 30a9 Tu 30aa U 30c3 Tu 30c4 U 30e3 Tu 30e4 U 30e5 Tu 30e6 U 30e7 Tu 30e8 U 30ee Tu 30ef U 30f5 "
    "Tu 30f7 U 30fc Tr 30fd U 3127 Tu 3128 U 31f0 Tu 3200 U 32ff Tu 3358 U 337b Tu 3380 U a4d0 R a960 U a980 R ac00 "
    "U d800 R e000 U fb00 R fe10 U fe20 R fe30 U fe49 R fe50 Tu fe53 U fe58 R fe59 Tr fe5f U fe63 R fe67 U fe70 R "
    "ff01 Tu ff02 U ff08 Tr ff0a U ff0c Tu ff0d R ff0e Tu ff0f U ff1a Tr ff1c R ff1f Tu ff20 U ff3b Tr ff3c U ff3d "
    "Tr ff3e U ff3f Tr ff40 U ff5b Tr ff61 R ffe0 U ffe3 Tr ffe4 U ffe8 R fff0 U fff9 R fffc U fffe R 10980 U 109a0 "
    "R 11580 U 11600 R 11a00 U 11ac0 R 13000 U 13460 R 14400 U 14680 R 16fe0 U 18d80 R 1aff0 U 1b300 R 1cf00 U "
    "1cfd0 R 1d000 U 1d200 R 1d2e0 U 1d380 R 1d800 U 1dab0 R 1f000 U 1f200 Tu 1f202 U 1f800 R 1f900 U 1fb00 R 20000 "
    "U 2fffe R 30000 U 3fffe R f0000 U ffffe R 100000 U 10fffe R "
)


def vertical_orientation(char: str) -> Orientation:
    """How a character stands in a vertical line."""
    starts, values = _table()
    return values[bisect_right(starts, ord(char)) - 1]


@lru_cache(maxsize=1)
def _table() -> tuple[list[int], list[Orientation]]:
    words = "".join(_RANGES).split()
    return [int(start, 16) for start in words[::2]], cast("list[Orientation]", words[1::2])
