"""A layout's own text becomes its translation, out of the catalogs that ``pybabel extract`` begins."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from placards.files.world import File, World
from placards.frozen import dataclass
from placards.locale.language import fallbacks

if TYPE_CHECKING:
    from placards.messages.po.catalog import Catalog

#: The catalogs that may hold texts of layouts: one for them alone, and the one that pybabel makes of everything. What
#: pieces of art show has one too.
DOMAINS = ("layouts", "messages")
ART_DOMAINS = ("art", "messages")


@dataclass
class OwnTexts:
    """Looks up texts of layouts by context (``layout/element``, ``art/theme/name``), English source and language.
    Called, it gives the translation and its language, or None where nobody has translated it for sure. Raises the error
    of a broken catalog."""

    world: World
    _catalogs: dict[tuple[str, str], Catalog | None] = field(default_factory=dict)

    def __call__(self, context: str, source: str, language: str) -> tuple[str, str] | None:
        for tag in fallbacks(language):
            for domain in ART_DOMAINS if context.startswith("art/") else DOMAINS:
                catalog = self._catalog(tag, domain)
                entry = catalog.entries.get((context, source)) if catalog else None
                if entry is not None and entry.filled and not entry.fuzzy:
                    return entry.text.strip(), tag
        return None

    def _catalog(self, tag: str, domain: str) -> Catalog | None:
        key = (tag, domain)
        if key not in self._catalogs:
            found = self.world.find(f"locale/{tag.replace('-', '_')}/LC_MESSAGES/{domain}.po")
            self._catalogs[key] = _read(found, tag, domain) if found else None
        return self._catalogs[key]


def _read(file: File, language: str, domain: str) -> Catalog:
    from placards.messages.po.catalog import read_catalog

    return read_catalog(file, language, domain)
