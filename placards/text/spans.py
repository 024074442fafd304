"""A message becomes a list of spans: stretches of its text that are set in a manner of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from placards.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` (code points) and how it is set; None or empty: as the message around it."""

    start: int
    end: int
    weight: int | None = None
    role: str | None = None  # a font's role, or a family's name
    emphasis: str = ""  # a name that the layout gives a meaning to: a paint, an underline
    size: float = 1.0  # by that of the message around it


def whole_spans(spans: Sequence[Span], ends: Sequence[int], length: int) -> tuple[Span, ...]:
    """Spans that follow each other over the whole text of *length* and begin where grapheme clusters (their *ends*)
    do; gaps become plain spans, and where two overlap the one that begins later goes on behind the other."""
    if not spans:
        return (Span(0, length),)
    return tuple(_joined(_placed(spans, (0, *ends), length)))


def _placed(spans: Sequence[Span], borders: Sequence[int], length: int) -> Iterator[Span]:
    at = 0
    for span in sorted(spans, key=lambda span: span.start):
        start = borders[bisect_right(borders, max(span.start, at)) - 1]
        end = borders[bisect_right(borders, min(span.end, length)) - 1]
        if start < at or end <= start:
            start = at
        if end <= start:
            continue
        if start > at:
            yield Span(at, start)
        yield replace(span, start=start, end=end)
        at = end
    if at < length:
        yield Span(at, length)


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours that are set alike as one."""
    last = next(spans, None)
    for span in spans:
        if last is not None and replace(last, end=span.end) == replace(span, start=last.start):
            last = replace(last, end=span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def moved(spans: Sequence[Span], places: Sequence[int]) -> tuple[Span, ...]:
    """The spans of a text that was changed: character *i* now stands at ``places[i]``, its end at the last place."""
    last = len(places) - 1

    def place(index: int) -> int:
        return places[min(max(index, 0), last)]

    return tuple(replace(span, start=place(span.start), end=place(span.end)) for span in spans)
