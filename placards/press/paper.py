"""The paper in a home printer becomes a value: its size, and the edges that the printer leaves white."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.problems.errors import InputError
from placards.values.geometry import Rect, Size
from placards.values.sheet import parse_sheet
from placards.values.units import MM, parse_length

#: What most printers leave white, and a little for those that feed askew.
MARGIN = 5 * MM


@dataclass(frozen=True, slots=True)
class Margins:
    """What a printer leaves white at each side of a sheet that stands upright, in points."""

    top: float = MARGIN
    right: float = MARGIN
    bottom: float = MARGIN
    left: float = MARGIN

    @property
    def across(self) -> Margins:
        """The same of a sheet that lies across. Printers turn it to either hand, so that each side takes the larger of
        the two that may come to lie there."""
        ends, sides = max(self.top, self.bottom), max(self.left, self.right)
        return Margins(sides, ends, sides, ends)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as it lies: its size and margins, in points."""

    name: str
    size: Size
    margins: Margins = Margins()

    @property
    def upright(self) -> Paper:
        """The sheet with its longer side upright; what it is already where it is so."""
        return self if self.size.width <= self.size.height else self.turned

    @property
    def turned(self) -> Paper:
        """The sheet turned by a quarter, with margins that hold either way."""
        return Paper(self.name, Size(self.size.height, self.size.width), self.margins.across)

    @property
    def usable(self) -> Rect:
        """What of it can be printed on, from its top left."""
        m = self.margins
        return Rect(0, 0, *self.size).inset(m.left, m.top, m.right, m.bottom)


USUAL = Margins()


def parse_paper(text: str, margins: Margins = USUAL) -> Paper:
    """Read the size of a paper, standing upright; raises InputError for what is none, or has no room inside its
    margins."""
    sheet = parse_sheet(text)
    if sheet.kind == "screen":
        raise InputError("paper-screen", size=text)
    width, height = sorted(sheet.trim)
    paper = Paper(sheet.name, Size(width, height), margins)
    check_room(paper)
    return paper


def check_room(paper: Paper, least: float = 20 * MM) -> None:
    """Raise InputError where margins leave less than *least* points on a side."""
    if min(paper.usable.size) < least:
        left = [max(0, round(side / MM)) for side in paper.usable.size]
        raise InputError("paper-no-room", paper=paper.name, width=left[0], height=left[1])


def parse_margins(text: str) -> Margins:
    """Read one length for all sides, or four: top, right, bottom, left. Raises InputError."""
    parts = text.split(",")
    if len(parts) not in (1, 4):
        raise InputError("paper-margins", text=text)
    lengths = [parse_distance(part) for part in parts]
    return Margins(*(lengths * 4 if len(lengths) == 1 else lengths))


def parse_distance(text: str) -> float:
    """A length in points, 0 or more; raises InputError."""
    length = parse_length(text.strip())
    if length.value < 0 or length.unit in ("%", "vmin"):
        raise InputError("paper-length", text=text)
    return length.points()
