"""A layout becomes what planning asks of it, found out once: a plan asks for every artefact."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.plan.capacity import languages_shown
from placards.template.folder import LayoutFolder


@dataclass(frozen=True, slots=True)
class Facts:
    """What a layout has a place for."""

    layout: LayoutFolder
    most_languages: int
    shown: frozenset[str]  # slots
    says: frozenset[int]  # languages (1-based) of which it shows how to say them
    has_art: bool
    lists: bool  # slogans, with who calls and who answers
    has_texts: bool  # of its own

    @classmethod
    def of(cls, folder: LayoutFolder) -> Facts:
        """The facts of a layout."""
        layout = folder.layout
        return cls(
            folder,
            languages_shown(folder),
            frozenset(showing.what for showing in layout.shows),
            layout.says,
            "art" in layout.kinds,
            layout.lists,
            bool(layout.own_texts),
        )
