"""What a layout.toml says as a whole becomes a Layout: palettes, elements in drawing order, variants by the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from placards.elements.base import EVERY, Element, Showing
from placards.elements.condition import Terms, holds
from placards.frozen import dataclass
from placards.values.color import Color

#: Boxes that every layout may stand elements in.
SHEET_BOXES = ("sheet", "safe")

Palettes = Mapping[str, Mapping[str, Color]]


@dataclass(frozen=True, slots=True)
class Variant:
    """What stands on sheets for which *when* holds, with every change made."""

    when: Terms
    element: tuple[Element, ...]  # without those that it hides
    changed: frozenset[str] = frozenset()  # ids of elements with keys of the variant's own


@dataclass(frozen=True, slots=True)
class Layout:
    """A designer's layout."""

    name: str
    palettes: Palettes
    element: tuple[Element, ...]
    summary: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    languages: int = 1
    sizes: tuple[str, ...] = ("a3",)
    many: bool = False
    variant: tuple[Variant, ...] = field(default=())

    def list_for(self, values: Mapping[str, float]) -> tuple[Element, ...]:
        """The elements of the first variant that holds for a sheet, or the layout's own; conditions of elements are
        not looked at."""
        return next((v.element for v in self.variant if holds(v.when, values)), self.element)

    @property
    def every_element(self) -> tuple[Element, ...]:
        """The elements of the layout and of all variants, some more than once."""
        return (*self.element, *(element for variant in self.variant for element in variant.element))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its elements, on any sheet."""
        return frozenset(element.type for element in self.every_element)

    @property
    def art_names(self) -> tuple[str, ...]:
        """The pictures beside layout.toml that its elements name, on any sheet."""
        references = (reference for element in self.every_element for reference in element.refers())
        return tuple(dict.fromkeys(reference.name for reference in references if reference.to == "art"))

    @property
    def says(self) -> frozenset[int]:
        """The languages (1-based) of which a list shows how to say them."""
        return frozenset(language for element in self.every_element for language in element.says())

    @property
    def shows(self) -> frozenset[Showing]:
        """What of a job it can show on some sheet: whatever else a person gives cannot appear."""
        return frozenset(showing for element in self.every_element for showing in element.shows())

    @property
    def most_languages(self) -> int | None:
        """How many languages of a job it can show on some sheet; None for any number."""
        languages = {showing.language for showing in self.shows}
        return None if EVERY in languages else max(languages, default=1)

    @property
    def lists(self) -> bool:
        """Whether it has a list of slogans, which shows who calls and who answers."""
        return any(element.shows_turns for element in self.every_element)

    @property
    def own_texts(self) -> tuple[tuple[str, str], ...]:
        """The texts that stand in the layout itself, in English, each with the id of its element."""
        found = ((element.id, text) for element in self.every_element for text in element.words())
        return tuple(dict.fromkeys(found))
