"""What is to be printed becomes a short message that asks a print shop for its price: a text to paste, a line a fact.

Shops ask for format, quantity, stock, colours and finishing before they name a price.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.frozen import dataclass
from placards.messages.whole import Whole
from placards.press.finishing import steps
from placards.values.geometry import Size
from placards.values.profile import Profile
from placards.values.units import MM, points_to_mm

#: What stands where nobody said anything yet: whoever sends the message fills it in.
BLANK = "…"

#: So many files are named.
_FEW = 4

_CALLED = {"Fold": "fold", "Hem": "hem", "PolePocket": "pocket", "Eyelets": "eyelet"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One kind of sheet that is to be printed."""

    files: Sequence[str]
    size: str  # its name: "a3"
    trim: Size  # points
    bleed: float
    profile: Profile
    pages: int = 1
    copies: int | None = None  # of each file; None: not said
    stock: str = ""


def price_request(wanted: Sequence[Wanted], words: Whole) -> str:
    """The message; what nobody said stands in it as “…”. Raises InputError for finishing that has no room."""
    parts = ["\n".join(_lines(one, words)) for one in wanted]
    return "\n\n".join([words["ask"], *parts]) + "\n"


def _lines(one: Wanted, words: Whole) -> Iterator[str]:
    yield f"{words['file']}: {_files(one.files)}"
    trim = f"{points_to_mm(one.trim.width):.4g} × {points_to_mm(one.trim.height):.4g} mm"
    bleed = f" + {points_to_mm(one.bleed):.3g} mm" if one.bleed else ""
    yield f"{words['size']}: {one.size} ({trim}{bleed})"
    yield f"{words['quantity']}: {_quantity(one)}"
    if one.pages == 2:
        yield words["sides"]
    elif one.pages > 2:
        yield f"{words['pages']}: {one.pages}"
    yield f"{words['stock']}: {one.stock or BLANK}"
    yield f"{words['colours']}: {_inks(one.profile)}"
    done = list(_finishing(one, words))
    if done:
        yield f"{words['finishing']}: {'; '.join(done)}"


def _files(files: Sequence[str]) -> str:
    """All of a few; of many the first, and how many there are."""
    if len(files) <= _FEW:
        return ", ".join(files)
    return f"{', '.join(files[:_FEW])}, … ({len(files)})"


def _quantity(one: Wanted) -> str:
    if one.copies is None:
        return BLANK
    return f"{one.copies}" if len(one.files) == 1 else f"{len(one.files)} × {one.copies}"


def _inks(profile: Profile) -> str:
    return f"CMYK ({profile.condition.name}, {profile.standard.upper()})" if profile.inks == "cmyk" else "RGB → CMYK"


def _finishing(one: Wanted, words: Whole) -> Iterator[str]:
    for step in steps(one.trim, one.profile.finishing, MM, rtl=False):
        if step.kind.name in _CALLED:
            yield f"{words[_CALLED[step.kind.name]]} {step.note}"
