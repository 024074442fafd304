"""Several outlines become one that has inside what any of them has inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from placards.values.geometry import Path, Segment


def united(parts: Sequence[Path]) -> Path:
    """One outline for all parts. Those that run the other way round are turned: else two of them that overlap would
    take each other away."""
    if len(parts) == 1:
        return parts[0]
    segments: list[Segment] = []
    for part in parts:
        segments += part.segments if _area(part) >= 0 else _backwards(part)
    return Path(tuple(segments))


def united_needs_more(parts: Sequence[Path]) -> bool:
    """Whether `united` would be wrong: a part with holes by the even-odd rule beside others."""
    holes = any(p.fill_rule == "evenodd" and sum(segment[0] == "M" for segment in p.segments) > 1 for p in parts)
    return holes and len(parts) > 1


def _area(path: Path) -> float:
    """Twice the area inside, by the points where segments end: its sign says which way round the outline runs."""
    total = x = y = start_x = start_y = 0.0
    for segment in path.segments:
        if segment[0] == "Z":
            total += x * start_y - start_x * y
            x, y = start_x, start_y
            continue
        end_x, end_y = segment[-2:]
        if segment[0] == "M":
            start_x, start_y = end_x, end_y
        else:
            total += x * end_y - end_x * y
        x, y = end_x, end_y
    return total


def _backwards(path: Path) -> Iterable[Segment]:
    """The same outline, run through from its end to its start."""
    contours: list[list[Segment]] = []
    for segment in path.segments:
        if segment[0] == "M":
            contours.append([])
        if contours:
            contours[-1].append(segment)
    for contour in contours:
        moves = [segment for segment in contour if segment[0] != "Z"]
        ends = [segment[-2:] for segment in moves]
        yield ("M", *ends[-1])
        for segment, end in zip(reversed(moves[1:]), reversed(ends[:-1]), strict=True):
            if len(segment) == 7:
                _, x1, y1, x2, y2, _, _ = segment
                yield ("C", x2, y2, x1, y1, *end)
            else:
                yield ("L", *end)
        yield ("Z",)
