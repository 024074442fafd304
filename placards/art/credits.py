"""The pieces of art that something shows become credits: who made them, under which licence, and whether they were
changed. CC BY wants all of it said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from placards.frozen import dataclass

if TYPE_CHECKING:
    from placards.art.library import ArtLibrary


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made something that an artefact shows."""

    kind: Literal["art", "font", "layout"]
    name: str  # "peace/dove", "Noto Sans"
    author: str = ""
    licence: str = ""
    licence_url: str = ""
    source: str = ""
    changed: bool = False

    def __str__(self) -> str:
        parts = [f"{self.name} by {self.author}" if self.author else self.name]
        parts += [part for part in (self.licence, self.licence_url) if part]
        return ", ".join([*parts, "changed"] if self.changed else parts)


def credits_of(names: Iterable[str], library: ArtLibrary) -> tuple[Credit, ...]:
    """The credits of pieces by name, each once, in their order; a piece of which nothing is known has its name."""
    found = []
    for name in dict.fromkeys(names):
        about = library.about(name)
        found.append(Credit("art", name, about.author, about.licence, about.licence_url, about.source, about.changed))
    return tuple(found)


def credit_line(credits: Sequence[Credit], changed: str = "changed") -> str:
    """The credits of art as a line for small print: each author once, with the licence; *changed* is the word for art
    that somebody altered. Empty for none."""
    by: dict[str, None] = {}
    for credit in credits:
        if credit.kind == "art" and credit.author and not credit.licence.startswith("CC0"):
            by[f"{credit.author} ({credit.licence}{f', {changed}' if credit.changed else ''})"] = None
    return "; ".join(by)
