"""What elements share that show one text of a job: which slot, in which of its languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from placards.elements.base import Showing
from placards.elements.typeset import Typeset


class Slotted(Typeset):
    """An element with letters that has ``show`` and ``language``; which slots it may show, each kind says."""

    if TYPE_CHECKING:  # keys of each kind's own, so that they stand where its table has them
        show: str
        language: int

    @property
    def number(self) -> int:
        """Which of the job's languages it shows: a translation is never the first one."""
        return max(self.language, 2) if self.show == "translation" else self.language

    @property
    def of_slogan(self) -> bool:
        return self.show in ("slogan", "translation")

    def shows(self) -> Iterator[Showing]:
        if self.show not in ("text", "page"):
            yield Showing("slogan" if self.of_slogan else self.show, self.number)
