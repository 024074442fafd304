"""A piece of art in the normal form becomes its tones: one or two outlines, without any SVG reader.

The normal form is what the shipped pieces are in: an ``svg`` with a ``viewBox`` and one or two
``<path data-tone="1" fill="…" d="…"/>``, absolute M L Q C Z only, nonzero.
"""

from __future__ import annotations

from placards.art.path_data import parse_path
from placards.frozen import dataclass
from placards.patterns import pattern
from placards.values.geometry import Path

_FILE = pattern(
    r'\s*<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="[-+0-9. ]+">\s*'
    r'((?:<path data-tone="[12]" fill="#?[0-9a-zA-Z]+" d="[-+0-9.,\sMLQCZHVeE]+"\s*/>\s*){1,2})</svg>\s*'
)
_PATH = pattern(r'data-tone="([12])" fill="[^"]*" d="([^"]*)"')

#: A piece in the normal form is a few kilobytes.
MAX_NORMAL_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Tone:
    """An outline that has one ink, and which: the first or the second."""

    number: int
    path: Path


def read_normal(data: bytes) -> tuple[Tone, ...] | None:
    """The tones in drawing order; None for a file in any other form."""
    if len(data) > MAX_NORMAL_BYTES:
        return None
    try:
        text = data.decode("utf-8")
        match = _FILE.fullmatch(text)
        if match is None:
            return None
        tones = tuple(Tone(int(number), parse_path(path)) for number, path in _PATH.findall(match[1]))
    except ValueError:
        return None
    numbers = sorted(tone.number for tone in tones)
    return tones if numbers in ([1], [1, 2]) and all(tone.path.segments for tone in tones) else None
