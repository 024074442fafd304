"""A set line becomes the strings that PDF readers must see to give its text back.

Readers find the order of characters in two ways. pdf.js and MuPDF follow the file; PDFium and Poppler look where
characters stand, and then turn right-to-left text round by rules of their own. So a line with a right-to-left base is
written in logical order, each right-to-left character shown by itself at its own place: the first two have nothing to
turn round, and the others find the places they expect. Everything else is written from left to right.

Where a reader's rules would go wrong, invisible direction marks set them right; `_Steering` says which and why.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from placards.scene.items import PlacedRun, TextLine

LRM, RLM = "\u200e", "\u200f"

#: Width of a direction mark that PDFium shall see; it skips text narrower than 0.01 pt.
_MARK_EM = 0.002


class Show(NamedTuple):
    """Characters shown in one go: where they start along the line, and each with its width, in points.

    *apart*: pdf.js must not join them to what went before.
    """

    start: float
    characters: tuple[tuple[str, float], ...]
    apart: bool = False


class Character(NamedTuple):
    """A character and its place along the line, in points; *index* counts in logical order."""

    char: str
    index: int
    start: float
    width: float
    level: int

    @property
    def end(self) -> float:
        return self.start + self.width


@dataclass(slots=True)
class _Cluster:
    """Characters that share glyphs: ``text[start:end]`` of the line, and their place in points."""

    start: int
    end: int
    left: float
    right: float
    level: int


def shows_of_line(line: TextLine, base_level: int) -> list[Show]:
    """The line as readers must see it, in the order of writing."""
    characters = characters_of_line(line)
    if not characters:
        return []
    if base_level % 2 == 0:
        ordered = sorted(characters, key=lambda c: c.start)
        if any(c.level % 2 for c in characters):
            ordered = list(_marked_left_to_right(ordered))
        return [Show(ordered[0].start, tuple((c.char, c.width) for c in ordered))]
    return list(_Steering(characters, max(placed.size for placed in line.runs)).shows())


def characters_of_line(line: TextLine) -> list[Character]:
    """The line's characters in logical order, those of a cluster side by side."""
    out = []
    for cluster in _clusters(line):
        text = line.text[cluster.start : cluster.end]
        share = (cluster.right - cluster.left) / len(text)
        for i, char in enumerate(text):
            place = len(text) - 1 - i if cluster.level % 2 else i
            out.append(Character(char, cluster.start + i, cluster.left + place * share, share, cluster.level))
    return sorted(out, key=lambda c: c.index)


def _clusters(line: TextLine) -> list[_Cluster]:
    """The line's clusters; those without a width (marks, joiners) go with the one before them in the text."""
    out: list[_Cluster] = []
    for placed in line.runs:
        found = _clusters_of_run(placed, line.start)
        found.sort(key=lambda c: c.start)
        kept: list[_Cluster] = []
        for cluster in found:
            if kept and (cluster.right - cluster.left <= 0 or kept[-1].right - kept[-1].left <= 0):
                kept[-1].end = cluster.end
                if cluster.right > cluster.left:
                    kept[-1].left, kept[-1].right = cluster.left, cluster.right
            else:
                kept.append(cluster)
        out.extend(kept)
    return out


def _clusters_of_run(placed: PlacedRun, line_start: int) -> list[_Cluster]:
    run, scale = placed.run, placed.size / placed.run.font.upem
    firsts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(firsts, [*firsts[1:], run.end], strict=True))
    out: list[_Cluster] = []
    pen, last = placed.offset, -1
    for glyph in run.glyphs:
        advance = (glyph.x_advance or -glyph.y_advance) * scale
        if glyph.cluster == last:
            out[-1].right += advance
        else:
            start, end = glyph.cluster - line_start, ends[glyph.cluster] - line_start
            out.append(_Cluster(start, end, pen, pen + advance, run.level))
            last = glyph.cluster
        pen += advance
    return out


def _direction(char: str) -> str:
    """How PDFium sorts a character: L, R, W (weak: kept in order) or N (neutral: as what went before)."""
    kind = unicodedata.bidirectional(char)
    if kind == "L":
        return "L"
    if kind in ("R", "AL") and char <= "\uffff":  # its table ends with the Basic Multilingual Plane
        return "R"
    return "W" if kind in ("AN", "EN", "NSM", "CS", "ES", "ET", "BN") else "N"


def _marked_left_to_right(characters: Sequence[Character]) -> Iterator[Character]:
    """PDFium turns and mirrors what is neutral after a right-to-left word: a mark ends the word."""
    before = None
    for c in characters:
        if before is not None and before.level % 2 and c.level % 2 == 0 and _direction(c.char) != "L":
            yield Character(LRM, -1, c.start, 0.0, 0)
        yield c
        before = c


class _Steering:
    """A line with a right-to-left base, its marks set.

    PDFium cuts the line, as it stands, into stretches of L, R, W and N characters, reads the stretches from the
    right, and turns and mirrors the R ones, and the N ones that follow an R one. So

    - a bracket needs an LRM before it, lest it be mirrored, and then an RLM before the next neutral,
    - neutrals after a left-to-right word need an RLM before them,
    - weak characters that touch but are not read from the left ("1894-1962" in Arabic) need an RLM between them,
    - and there must be as many R stretches as L ones, lest it read the line from the left.

    MuPDF starts a new line where text jumps without a change of direction, and guesses directions from the
    characters; marks without width, which PDFium skips, tell it.
    """

    def __init__(self, characters: Sequence[Character], size: float) -> None:
        self._characters = characters
        self._mark = _MARK_EM * size

    def shows(self) -> Iterator[Show]:
        state, guess = "R", 0
        before: Character | None = None
        seen: list[str] = []
        for run in _runs(self._characters):
            odd = run[0].level % 2 == 1
            right = max(c.end for c in run)
            for i, c in enumerate(run):
                at = c.end if odd else right
                kind = _direction(c.char)
                mark = self._pdfium_mark(c, kind, before, state, first=i == 0)
                if mark:
                    yield Show(at - self._mark / 2, ((mark, self._mark),))
                    state = seen_kind = "L" if mark == LRM else "R"
                    seen.append(seen_kind)
                    guess = int(mark == RLM)
                wanted, guessed = int(odd), _mupdf_guess(c.char, guess)
                if guessed != wanted or (not odd and guessed != guess and kind == "W") :
                    hidden = RLM if odd else LRM
                    yield Show(at, ((hidden, 0.0),))
                    guess = int(odd)
                if odd or i == 0:
                    group = [c]
                elif not odd:
                    group = [c]
                yield Show(c.start, tuple((g.char, g.width) for g in group), apart=unicodedata.category(c.char) == "Mn")
                guess = _mupdf_guess(c.char, guess)
                if kind in "LR":
                    state = kind
                seen.append(kind)
                before = c
        yield from self._balance(seen)

    def _pdfium_mark(self, c: Character, kind: str, before: Character | None, state: str, *, first: bool) -> str:
        previous = _direction(before.char) if before else ""
        odd = c.level % 2 == 1
        if kind == "N" and odd:
            if unicodedata.mirrored(c.char):
                return LRM if state == "R" or previous == "N" else ""
            return RLM if state == "L" else ""
        if kind == "W" and previous == "W" and before is not None:
            if odd and unicodedata.bidirectional(c.char) == "NSM":
                same = unicodedata.combining(c.char) == unicodedata.combining(before.char)
                return RLM if same else ""
            return RLM if odd or first else ""
        return ""

    def _balance(self, seen: Sequence[str]) -> Iterator[Show]:
        """Marks at the end of the line, until PDFium counts as many R stretches as L ones."""
        stretches = [kind for i, kind in enumerate(seen) if i == 0 or kind != seen[i - 1]]
        lacking = stretches.count("L") - stretches.count("R")
        left = min(c.start for c in self._characters)
        for i in range(max(0, lacking)):
            yield Show(left - (2 * i + 1) * self._mark, (("\u202c", self._mark),))
            yield Show(left - (2 * i + 2) * self._mark, ((RLM, self._mark),))


def _mupdf_guess(char: str, current: int) -> int:
    kind = unicodedata.bidirectional(char)
    if kind in ("R", "AL", "AN"):
        return 1
    if kind in ("L", "EN", "ES", "ET"):
        return 0
    return current


def _runs(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Stretches of one level, in logical order."""
    run: list[Character] = []
    for c in characters:
        if run and c.level != run[-1].level:
            yield run
            run = []
        run.append(c)
    if run:
        yield run
