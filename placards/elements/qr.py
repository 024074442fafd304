"""The element ``qr``: a code of the job's link on its own light ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from placards.elements.base import Element, Reference, Showing
from placards.elements.page import Page
from placards.elements.registry import element

if TYPE_CHECKING:
    from placards.scene.items import Item


@element
class QrCode(Element):
    """A QR code of the job's link, as large as its box allows; left out where there is no link."""

    covers: ClassVar[bool] = True

    type: Literal["qr"]
    show: Literal["link"] = "link"
    fill: str = "ink"
    paper: str = "paper"
    optional: bool = True

    @property
    def stays_whole(self) -> bool:
        return True

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))
        yield Reference("color", self.paper, ("paper",))

    def shows(self) -> Iterator[Showing]:
        yield Showing("link")

    @property
    def ground(self) -> str | None:
        return self.paper

    def place(self, page: Page) -> Iterable[Item]:
        """The code's ground and its modules."""
        link = page.setting.content.link
        if not link:
            page.slot(self)
            return []
        from placards.layout.qr import qr_items

        box = page.box(self)
        page.shown.detail("link")
        return qr_items(link, box, page.colors[self.fill], page.colors[self.paper])
