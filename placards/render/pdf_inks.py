"""Inks become PDF operators and colour spaces: cyan, magenta, yellow, black, and inks of their own (Separation)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placards.render.pdf_outlines import number
from placards.render.reportlab_file import Value, array, dictionary
from placards.render.separation import Separate, by_arithmetic
from placards.values.color import Color, Stop
from placards.values.geometry import Rect
from placards.values.profile import Inks, Profile

if TYPE_CHECKING:
    from placards.render.pdf_pages import PdfPages

#: The inks of letters that print over what is below them.
BLACK_ALONE: Inks = (0.0, 0.0, 0.0, 1.0)

_ANYWHERE = Rect(-1e9, -1e9, 2e9, 2e9)

_REGULAR = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+")


class PressInks:
    """How a file for a press writes colours."""

    def __init__(self, profile: Profile, separate: Separate | None = None) -> None:
        self.profile = profile
        self._separate = separate or by_arithmetic
        self._operators: dict[tuple[Inks, bool], str] = {}
        self._pictures: list[Rect] = []

    def of(self, color: Color) -> tuple[float, float, float, float]:
        """The inks of a colour; for a spot colour, what stands for it."""
        return color.cmyk or self._separate(color).cmyk or BLACK_ALONE

    def channels(self, stop: Stop) -> tuple[float, ...]:
        """The inks of a gradient's stop."""
        return self.of(stop.color)

    def operator(self, pages: PdfPages, color: Color, *, stroke: bool) -> str:
        """The operator that makes a colour the one for fills, or for strokes."""
        inks = self.of(color)
        if color.spot:  # where a profile has none, `placards.press` has taken them out, but for those of finishing
            space = _spot_space(pages, color.spot, inks)
            return f"/{space} CS 1 SCN" if stroke else f"/{space} cs 1 scn"
        known = self._operators.get((inks, stroke))
        if known is None:
            known = f"{' '.join([number(v, 4) for v in inks])} {'K' if stroke else 'k'}"
            self._operators[inks, stroke] = known
        return known

    def begin_page(self) -> None:
        """Forget the pictures of the page before."""
        self._pictures.clear()

    def picture_at(self, pages: PdfPages, box: Rect) -> None:
        """Remember that a picture was painted; inside a form nobody knows where on the page that is."""
        self._pictures.append(_ANYWHERE if pages.is_within_form else pages.space.box(box))

    def overprint(self, pages: PdfPages, color: Color, box: Rect | None) -> str:
        """The operator after which letters print over what is below them: those in black alone, which would show a rim
        of paper where plates shift. Nothing else does: white that overprints is not there. Over a picture, whose inks
        may be many already, black takes their place. *box* holds the letters, in the page's points."""
        if not self.profile.overprint or color.spot or pages.is_within_form or self.of(color) != BLACK_ALONE:
            return ""
        if box is None or any(picture.intersection(box) is not None for picture in self._pictures):
            return ""
        name = pages.use("ExtGState", "op", dictionary({"OP": b"true", "op": b"true", "OPM": 1}))
        return f"/{name} gs "


def spot_name(text: str) -> bytes:
    """A spot colour's name as a PDF name object: UTF-8, with all that is not plain as #xx (ISO 32000-1, 7.3.5)."""
    return b"/" + b"".join([bytes([v]) if v in _REGULAR else b"#%02X" % v for v in text.encode()])


def _spot_space(pages: PdfPages, spot: str, inks: Inks) -> str:
    """The resource name of an ink of its own, whose tints are those of the inks that stand for it."""
    full = f"[{' '.join([number(v, 4) for v in inks])}]".encode()
    tint: dict[str, Value] = {"FunctionType": 2, "Domain": b"[0 1]", "C0": b"[0 0 0 0]", "C1": full, "N": 1}
    body = array([b"/Separation", spot_name(spot), b"/DeviceCMYK", dictionary(tint)])
    reference = pages.register(f"spot {spot} {full.decode()}", body)
    return pages.use("ColorSpace", f"S{reference.split()[0].decode()}", reference)
