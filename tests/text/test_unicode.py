"""Unicode's own conformance files, through our line code."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from placards.text.bidi import REMOVED_BY_X9, line_levels, resolve_levels, visual_order
from placards.text.breaks import grapheme_ends, line_break_ends

DATA = Path(__file__).parent.parent / "data" / "unicode"

#: One character per bidi class, to turn BidiTest's class names into text.
REPRESENTATIVE = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "0", "ES": "+", "ET": "#", "AN": "\u0660", "CS": ",",
    "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "NSM": "\u0300", "BN": "\u00ad", "LRE": "\u202a",
    "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c", "LRI": "\u2066", "RLI": "\u2067",
    "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip


def lines(name: str) -> Iterator[str]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.split("#")[0].strip()
            if line:
                yield line


def outcome(text: str, base: int) -> tuple[list[int | None], list[int]]:
    """Levels (None = removed by X9) and visual order of a one-line paragraph."""
    classes, levels = resolve_levels(text, base)
    final = line_levels(classes, levels, base)
    kept = [i for i, kind in enumerate(classes) if kind not in REMOVED_BY_X9]
    order = visual_order([final[i] for i in kept])
    return [final[i] if i in set(kept) else None for i in range(len(text))], [kept[i] for i in order]


def first_strong(text: str) -> int:
    """P2 and P3, isolates skipped, as the files' "auto" direction asks."""
    import unicodedata

    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind == "B":
            break
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return 0


def test_bidi_character_test_passes_whole() -> None:
    count = 0
    for line in lines("BidiCharacterTest.txt.gz"):
        code_points, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(c, 16)) for c in code_points.split())
        level = {"0": 0, "1": 1, "2": first_strong(text)}[direction]
        assert level == int(base), line
        want_levels = [None if v == "x" else int(v) for v in levels.split()]
        assert outcome(text, level) == (want_levels, [int(v) for v in order.split()]), line
        count += 1
    assert count == 91_707


def test_bidi_test_passes_whole() -> None:
    count = 0
    want_levels: list[int | None] = []
    want_order: list[int] = []
    for line in lines("BidiTest.txt.gz"):
        if line.startswith("@Levels:"):
            want_levels = [None if v == "x" else int(v) for v in line.split(":")[1].split()]
        elif line.startswith("@Reorder:"):
            want_order = [int(v) for v in line.split(":")[1].split()]
        elif not line.startswith("@"):
            classes, bits = line.split(";")
            text = "".join(REPRESENTATIVE[name] for name in classes.split())
            for bit, base in ((1, first_strong(text)), (2, 0), (4, 1)):
                if int(bits, 16) & bit:
                    assert outcome(text, base) == (want_levels, want_order), (line, base)
                    count += 1
    assert count == 770_241


def _segments(name: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    for line in lines(name):
        text, ends = "", []
        for token in line.split():
            if token == "÷":
                ends.append(len(text))
            elif token != "×":
                text += chr(int(token, 16))
        yield text, tuple(end for end in ends if end)


def test_grapheme_break_test() -> None:
    results = [grapheme_ends(text) == ends for text, ends in _segments("GraphemeBreakTest-17.0.0.txt.gz")]
    assert len(results) == 1093
    assert sum(results) >= 1092


def test_line_break_test() -> None:
    results = [line_break_ends(text) == ends for text, ends in _segments("LineBreakTest-17.0.0.txt.gz")]
    assert len(results) == 16_672
    assert sum(results) >= 16_668
