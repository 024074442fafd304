"""The lines of a block in Arabic script become equally wide: kashidas stretch their words, and then the spaces.

The fitter comes first and is not asked again: the type stays as large as it is, and lines grow to the widest one.
What is far shorter than that stays ragged, and so does a line that kashidas and spaces within their limits cannot fill.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from placards.frozen import dataclass
from placards.layout.fit import Fitted
from placards.patterns import pattern
from placards.scene.items import PlacedRun
from placards.text.kashida import LAST_RESORT
from placards.text.runs import Glyph, GlyphRun, ShapedLine
from placards.text.shape import Paragraph
from placards.text.stretch import Tatweel, safe_places, tatweel_of
from placards.values.color import Paint
from placards.values.geometry import Matrix

#: A line that is shorter than this part of the widest one stays as it is.
SHORT = 0.6

#: A kashida as it looks best, the longest (em), two tatweels of most faces, and the longest of a line that would stay
#: ragged else: placards have lines of one word.
GOOD_EM, MOST_EM, LONG_EM = 0.35, 0.5, 0.9

#: What a space may grow by after that, in em.
SPACE_EM = 0.25

#: Clear room along the line between a kashida and one in the line above, in em.
_APART_EM = 0.1

#: A line is this near to its width (em) and never wider; so many times it is set again for that, and to keep kashidas
#: apart.
_EXACT_EM, _ROUNDS = 0.01, 20
_TINY = 1e-6

_WORDS = pattern(r"[^\s\u200b]+")
_SPACES = " \u00a0"


@dataclass(frozen=True, slots=True)
class FlushLine:
    """A line stretched to a width, in points from its origin."""

    runs: tuple[PlacedRun, ...]
    advance: float
    ink_left: float
    ink_right: float
    kashidas: tuple[tuple[float, float], ...]  # from and to, from the ink's left end


class _Stretch(NamedTuple):
    """A kashida that a word may take; the better ones sort first."""

    rank: int
    from_end: int  # nearer to the line's end is better
    after: int
    run: int
    tatweel: Tatweel
    upem: float


class _Shares(NamedTuple):
    """How much a line's kashidas and spaces take, in em."""

    kashidas: tuple[_Stretch, ...]
    needed: float  # by all together
    space: float  # more for each; font units are whole, and what that loses goes to the kashidas


def flush_lines(fitted: Fitted, paint: Paint) -> tuple[FlushLine | None, ...]:
    """Each line as wide as the widest; None for one that stays as it was fitted."""
    width = max(line.along * line.size for line in fitted.lines)
    out: list[FlushLine | None] = []
    for metrics in fitted.lines:
        above = out[-1].kashidas if out and out[-1] is not None else ()
        long = metrics.along * metrics.size >= SHORT * width
        found = flush_line(fitted.paragraph, metrics.line, metrics.size, width, paint, above) if long else None
        out.append(found)
    return tuple(out)


def flush_line(
    paragraph: Paragraph,
    line: ShapedLine,
    size: float,
    width: float,
    paint: Paint,
    avoid: Sequence[tuple[float, float]] = (),
) -> FlushLine | None:
    """The line set *width* points wide, by its ink; None where it is that wide, or cannot be. No kashida stands above
    one of *avoid* (see `FlushLine.kashidas`)."""
    needed = width / size - (line.ink_right_em - line.ink_left_em)
    if needed <= _TINY or not any(run.script == "Arab" and tatweel_of(run.font) for run in line.runs):
        return None
    words, spaces = _stretches(paragraph, line), _spaces(paragraph.text, line)
    for most, last_resort in ((MOST_EM, False), (MOST_EM, True), (LONG_EM, False), (LONG_EM, True)):
        usable, wanted = [[s for s in word if last_resort or s.rank < LAST_RESORT] for word in words], needed
        for _ in range(_ROUNDS):
            shares = _shared([word[0] for word in usable if word], wanted, most, spaces)
            if shares is None:
                break
            found = _set(paragraph.text, line, shares, size, paint)
            above = {s for s, span in zip(shares.kashidas, found.kashidas, strict=True) if _meets(span, avoid, size)}
            lacking = (width - found.ink_right + found.ink_left) / size
            if above:
                usable = [[s for s in word if s not in above] for word in usable]
            elif not -_TINY <= lacking <= _EXACT_EM:  # a letter that reached past the line's end does so no more
                wanted += lacking
            else:
                return found
    return None


def _meets(span: tuple[float, float], others: Sequence[tuple[float, float]], size: float) -> bool:
    apart = _APART_EM * size
    return any(span[0] < other[1] + apart and other[0] < span[1] + apart for other in others)


def _stretches(paragraph: Paragraph, line: ShapedLine) -> list[list[_Stretch]]:
    """What each word of the line can take, best first."""
    text = paragraph.text
    words = [match.span() for match in _WORDS.finditer(text, line.start, line.end)]
    out: list[list[_Stretch]] = [[] for _ in words]
    for number, run in enumerate(line.runs):
        tatweel = tatweel_of(run.font) if run.script == "Arab" else None
        if tatweel is None:
            continue
        for word, found in zip(out, safe_places(text, words, run, paragraph.codes, paragraph.hb_language), strict=True):
            word += [_Stretch(p.rank, -p.after, p.after, number, tatweel, run.font.upem) for p in found]
    return [sorted(word, key=lambda s: s[:2]) for word in out]


def _spaces(text: str, line: ShapedLine) -> int:
    return sum(text[glyph.cluster] in _SPACES for run in line.runs for glyph in run.glyphs)


def _shared(usable: Sequence[_Stretch], needed: float, most: float, spaces: int) -> _Shares | None:
    """What the line lacks, shared among its best kashidas, as few as look well, and what they cannot take among its
    spaces; None where that is too much."""
    best = sorted(usable, key=lambda s: s[:2])
    count = min(len(best), ceil(needed / GOOD_EM))
    while count and spaces and any(needed / count < s.tatweel.least / s.upem for s in best[:count]):
        count -= 1
    kashida = min(needed / count, most) if count else 0.0
    rest = needed - count * kashida
    if rest > _TINY and (not spaces or rest / spaces > SPACE_EM):
        return None
    return _Shares(tuple(best[:count]), needed, rest / spaces if rest > _TINY else 0.0)


def _set(text: str, line: ShapedLine, shares: _Shares, size: float, paint: Paint) -> FlushLine:
    """The line's runs, parted where kashidas go in between."""
    spaced = [_spaced(text, run, shares.space) for run in line.runs]
    widened = sum((new.advance - run.advance) / run.font.upem for new, run in zip(spaced, line.runs, strict=True))
    kashida = (shares.needed - widened) / max(1, len(shares.kashidas))
    placed: list[PlacedRun] = []
    spans: dict[int, tuple[float, float]] = {}
    pen = 0.0
    for number, run in enumerate(spaced):
        unit = size / run.font.upem
        for part in _parts(run, [s for s in shares.kashidas if s.run == number]):
            if isinstance(part, _Stretch):
                count = part.tatweel.count(kashida * part.upem)
                scale = kashida * part.upem / (count * part.tatweel.advance)
                bar = Glyph(part.tatweel.glyph, part.after, part.tatweel.advance, 0, 0, 0)
                at = part.after + 1
                between = GlyphRun(at, at, run.script, run.level, run.font, (bar,) * count)
                matrix = Matrix(unit * scale, 0.0, 0.0, -unit, pen, 0.0)
                placed.append(PlacedRun(between, pen, size, paint, matrix))
                spans[part.after] = pen, pen + kashida * size
                pen += kashida * size
            else:
                placed.append(PlacedRun(part, pen, size, paint, Matrix(unit, 0.0, 0.0, -unit, pen, 0.0)))
                pen += part.advance * unit
    left, right = _ink(placed)
    kashidas = [(spans[s.after][0] - left, spans[s.after][1] - left) for s in shares.kashidas]
    return FlushLine(tuple(placed), pen, left, right, tuple(kashidas))


def _spaced(text: str, run: GlyphRun, more_em: float) -> GlyphRun:
    """The run with wider spaces."""
    more = int(more_em * run.font.upem)
    if not more:
        return run
    glyphs = [g._replace(x_advance=g.x_advance + more) if text[g.cluster] in _SPACES else g for g in run.glyphs]
    return GlyphRun(run.start, run.end, run.script, run.level, run.font, tuple(glyphs))


def _parts(run: GlyphRun, stretches: Sequence[_Stretch]) -> Iterator[GlyphRun | _Stretch]:
    """A right-to-left run from left to right, its last letters first, with the stretches where they belong."""
    glyphs, end = list(run.glyphs), run.end
    for stretch in sorted(stretches, key=lambda s: -s.after):
        at = next(i for i, glyph in enumerate(glyphs) if glyph.cluster <= stretch.after)
        yield GlyphRun(stretch.after + 1, end, run.script, run.level, run.font, tuple(glyphs[:at]))
        yield stretch
        glyphs, end = glyphs[at:], stretch.after + 1
    yield GlyphRun(run.start, end, run.script, run.level, run.font, tuple(glyphs)) if stretches else run


def _ink(runs: Sequence[PlacedRun]) -> tuple[float, float]:
    """Where the ink of a line begins and ends, in points from its origin."""
    left, right = float("inf"), float("-inf")
    for placed in runs:
        for glyph, x, _ in placed.run.pens():
            ink = placed.run.font.extents(glyph)
            if ink.left != ink.right:
                left = min(left, placed.offset + (x + ink.left) * placed.unit)
                right = max(right, placed.offset + (x + ink.right) * placed.unit)
    return left, right
