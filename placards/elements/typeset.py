"""What all elements with letters share: the smallest and the largest size of type, and whether they can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from placards.elements.base import Element, Reference
from placards.problems.errors import InputError
from placards.values.units import Length

if TYPE_CHECKING:
    from placards.elements.fields import ExtentField
    from placards.elements.looking import Look
    from placards.problems.diagnostic import Diagnostic


class Typeset(Element):
    """An element with letters. They are set as large as the box allows, between ``min_size`` and ``max_size``."""

    min_size: ExtentField = Length(6.0, "pt")
    max_size: ExtentField | None = None

    @property
    def stays_whole(self) -> bool:
        return True

    def contradictions(self) -> None:
        super().contradictions()
        low, high = self.min_size, self.max_size
        if high is not None and low.unit == high.unit and low.value > high.value:
            raise InputError("sizes-crossed", low=str(low), high=str(high))

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        """The colours that letters have, and whether those letters are large: slogans are, small print is not."""
        return iter(())

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """Sizes of different units that cross on this sheet, and letters that do not stand out from what is under
        them."""
        from placards.elements.looking import faint

        box = look.boxes[self.id]
        low = self.min_size.points(box.height, look.shorter)
        if self.max_size is not None and low > (high := self.max_size.points(box.height, look.shorter)) + 0.01:
            yield look.diagnostic("sizes-crossed-here", self, ("max_size",), low=low, high=high, size=look.sheet.name)
        if not (self.below or self.above) and (box.height < 0.6 * low or box.width < 0.4 * low):
            width, height = box.size
            yield look.diagnostic(
                "slot-too-small", self, (), id=self.id, width=width, height=height, low=low, size=look.sheet.name
            )
        for fill, large in self.letters():
            yield from faint(self, fill, large, look)
