"""What is done to a printed sheet becomes lines on layers of their own: cuts, folds, hems, pockets, eyelets.

Each kind is a spot colour and a layer, named alike; layers say by ISO 19593-1 what they are to a machine. It knows no
seams: what is folded back is glued, welded or sewn along a line, for which Gluing stands. Eyelets are punched.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.problems.errors import InputError
from placards.scene.items import FillPath, Group
from placards.values.color import Color, Stroke
from placards.values.geometry import Path, Point, Rect, Segment, Size
from placards.values.profile import Finishing, Side

#: Sides as they lie on the sheet.
Edge: TypeAlias = Literal["top", "right", "bottom", "left"]
EDGES: tuple[Edge, ...] = ("top", "right", "bottom", "left")

#: How thick the lines are, points.
_LINE = 0.5

#: Lengths of a fold's dashes and gaps, points.
_DASHES = (6.0, 3.0)

#: What is equal on paper may differ by this much, points.
_GRACE = 1e-6


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that is done to sheets: the name of its ink and layer, and its processing step (ISO 19593-1)."""

    name: str
    step: str
    color: Color


_CUT = Kind("CutContour", "Cutting", Color((0.9, 0.0, 0.5), (0.0, 1.0, 0.0, 0.0), "CutContour"))
_FOLD = Kind("Fold", "Folding", Color((0.0, 0.6, 0.9), (1.0, 0.0, 0.0, 0.0), "Fold"))
_HEM = Kind("Hem", "Gluing", Color((0.95, 0.55, 0.0), (0.0, 0.5, 1.0, 0.0), "Hem"))
_POCKET = Kind("PolePocket", "Gluing", Color((0.4, 0.7, 0.1), (0.6, 0.0, 1.0, 0.0), "PolePocket"))
_EYELETS = Kind("Eyelets", "Punching", Color((0.5, 0.2, 0.6), (0.6, 0.9, 0.0, 0.0), "Eyelets"))


@dataclass(frozen=True, slots=True)
class Step:
    """The lines of one kind on a sheet, and in numbers what they are."""

    kind: Kind
    path: Path
    note: str = ""  # "30 mm", "12 × ⌀ 12 mm"

    @property
    def line(self) -> FillPath:
        """The lines in their ink."""
        dash = _DASHES if self.kind is _FOLD else ()
        return FillPath(self.path, None, stroke=Stroke(self.kind.color, _LINE, dash=dash))

    def layer(self, *, overprint: bool) -> Group:
        """The lines on their layer."""
        return Group((self.line,), layer=self.kind.name, overprint=overprint, step=("Structural", self.kind.step))


def steps(trim: Size, finishing: Finishing, mm: float, *, rtl: bool) -> list[Step]:
    """What is to be done to a sheet, on which a millimetre of the finished one is *mm* points; *rtl*: it begins at the
    right. Raises InputError for what has no room on it."""
    found: list[Step] = []
    depths = _depths(finishing, mm, rtl)
    _check(trim, finishing, depths, mm)
    seams = {_HEM: [e for e in EDGES if depths[e][0] is _HEM], _POCKET: [e for e in EDGES if depths[e][0] is _POCKET]}
    for kind, millimetres in ((_HEM, finishing.hem_mm), (_POCKET, finishing.pocket_mm)):
        lines = [line for edge in seams[kind] for line in _seam(trim, edge, depths)]
        if lines:
            found.append(Step(kind, Path(tuple(lines)), f"{millimetres:g} mm"))
    if finishing.folds:
        folds = [line for side, at in finishing.folds for line in _across(trim, _edge(side, rtl), at * mm)]
        places = ", ".join([f"{at:g}" for _, at in finishing.folds])
        found.append(Step(_FOLD, Path(tuple(folds)), f"{places} mm"))
    if finishing.eyelets_mm:
        middles = eyelets(trim, finishing, mm, rtl=rtl)
        rings = [one for at in middles for one in _ring(at, finishing.eyelet_mm * mm)]
        if rings:
            found.append(Step(_EYELETS, Path(tuple(rings)), f"{len(middles)} × ⌀ {finishing.eyelet_mm:g} mm"))
    if finishing.cut:
        found.append(Step(_CUT, Path.rect(Rect(0, 0, *trim))))
    return found


def eyelets(trim: Size, finishing: Finishing, mm: float, *, rtl: bool) -> list[Point]:
    """The middles of the eyelets: one in each corner, and between them evenly, as few as keep the distance. A side with
    a pocket has none, and those beside it begin where it ends."""
    depths = _depths(finishing, mm, rtl)
    inset, apart = finishing.eyelet_inset_mm * mm, finishing.eyelets_mm * mm
    taken = {edge: inset + (depth if kind is _POCKET else 0.0) for edge, (kind, depth) in depths.items()}
    left, right = taken["left"], trim.width - taken["right"]
    top, bottom = taken["top"], trim.height - taken["bottom"]
    found: dict[Point, None] = {}
    for edge in EDGES:
        if depths[edge][0] is _POCKET:
            continue
        if edge in ("top", "bottom"):
            y = top if edge == "top" else bottom
            found |= dict.fromkeys([Point(x, y) for x in _evenly(left, right, apart)])
        else:
            x = left if edge == "left" else right
            found |= dict.fromkeys([Point(x, y) for y in _evenly(top, bottom, apart)])
    return list(found)


def _evenly(start: float, end: float, apart: float) -> list[float]:
    parts = max(1, ceil((end - start) / apart - _GRACE))
    return [start + (end - start) * n / parts for n in range(parts)] + [end]


def _depths(finishing: Finishing, mm: float, rtl: bool) -> dict[Edge, tuple[Kind | None, float]]:
    """What is folded back on each side, and how far into the sheet."""
    pockets = {_edge(side, rtl) for side in finishing.pockets} if finishing.pocket_mm else set()
    hem: tuple[Kind | None, float] = (_HEM, finishing.hem_mm * mm) if finishing.hem_mm else (None, 0.0)
    return {edge: (_POCKET, finishing.pocket_mm * mm) if edge in pockets else hem for edge in EDGES}


def _edge(side: Side, rtl: bool) -> Edge:
    match side:
        case "top" | "bottom":
            return side
        case "start" | "end":
            return "right" if (side == "start") == rtl else "left"


def _check(trim: Size, finishing: Finishing, depths: dict[Edge, tuple[Kind | None, float]], mm: float) -> None:
    across, down = (_needed(finishing, depths, pair, mm) for pair in (("left", "right"), ("top", "bottom")))
    for side, at in finishing.folds:
        if side in ("top", "bottom"):
            down = max(down, at)
        else:
            across = max(across, at)
    width, height = (length / mm for length in trim)
    if across >= width or down >= height:
        raise InputError(
            "press-finishing-room", width=round(width), height=round(height), across=round(across), down=round(down)
        )


def _needed(
    finishing: Finishing, depths: dict[Edge, tuple[Kind | None, float]], pair: tuple[Edge, Edge], mm: float
) -> float:
    """How many millimetres two sides that face each other take."""
    folded = sum(depths[edge][1] for edge in pair) / mm
    if not finishing.eyelets_mm:
        return folded
    pockets = sum(depths[edge][1] for edge in pair if depths[edge][0] is _POCKET) / mm
    return max(folded, pockets + 2 * finishing.eyelet_inset_mm + finishing.eyelet_mm)


def _seam(trim: Size, edge: Edge, depths: dict[Edge, tuple[Kind | None, float]]) -> list[Segment]:
    """Along a side, from one neighbour's seam to the other's."""
    left, right = depths["left"][1], trim.width - depths["right"][1]
    top, bottom = depths["top"][1], trim.height - depths["bottom"][1]
    corners = {
        "top": (Point(left, top), Point(right, top)), "bottom": (Point(left, bottom), Point(right, bottom)),
        "left": (Point(left, top), Point(left, bottom)), "right": (Point(right, top), Point(right, bottom)),
    }  # fmt: skip
    return _line(*corners[edge])


def _across(trim: Size, edge: Edge, at: float) -> list[Segment]:
    """All across the sheet, so far from a side."""
    width, height = trim
    if edge in ("top", "bottom"):
        y = at if edge == "top" else height - at
        return _line(Point(0, y), Point(width, y))
    x = at if edge == "left" else width - at
    return _line(Point(x, 0), Point(x, height))


def _line(start: Point, end: Point) -> list[Segment]:
    return [("M", *start), ("L", *end)]


def _ring(at: Point, diameter: float) -> Sequence[Segment]:
    return Path.ellipse(Rect(at.x - diameter / 2, at.y - diameter / 2, diameter, diameter)).segments
