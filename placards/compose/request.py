"""What one artefact's Scenes depend on, and what they become: a Request and its Composition."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from placards.elements.page import outlines_kept
from placards.frozen import dataclass
from placards.layout.content import Content, PictureLoader
from placards.layout.pictures import Pictures
from placards.problems.diagnostic import Diagnostics
from placards.scene.items import Scene
from placards.template.folder import LayoutFolder
from placards.text.fontset import FontSet
from placards.text.kept import Kept
from placards.values.color import Color
from placards.values.sheet import Sheet

if TYPE_CHECKING:
    from placards.art.library import ArtLibrary


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that one artefact's Scenes depend on."""

    layout: LayoutFolder
    sheet: Sheet
    content: Content
    colors: Mapping[str, Color]
    fonts: FontSet
    load_picture: PictureLoader
    pictures: Pictures | None = None  # where the job's own come from; None where there are none
    artwork: Callable[[], ArtLibrary] | None = None
    outlines: Kept[Hashable, Any] = field(default_factory=outlines_kept)  # what grounds look like, from job to job
    page: int | None = None  # the only one that is wanted, counted from 1; None for all


@dataclass
class Composition:
    """The Scenes of an artefact, one a page, and what there is to say of them. An error among the Diagnostics means
    that something a person gave does not appear: the Scenes are whole, and wrong."""

    scenes: list[Scene] = field(default_factory=list)
    pages: int = 0  # how many there are, though only one may have been wanted
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    art: tuple[str, ...] = ()  # the pieces that are shown, by name
    pictures: frozenset[str] = frozenset()  # the slots of the job's own pictures that are shown
    beside: dict[str, None] = field(default_factory=dict)  # the files beside the layout that were read, by name
