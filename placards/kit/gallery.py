"""Layouts become a gallery: each at a glance, in several languages, shapes and palettes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.kit.cells import Cell, Wanted, made
from placards.kit.contact import Row, Shown, contact_sheet
from placards.kit.samples import Sample, Samples
from placards.pipeline import Engine
from placards.problems.diagnostic import Severity
from placards.scene.items import Scene
from placards.template.coloring import all_colors
from placards.template.folder import LayoutFolder
from placards.values.color import Color

#: Languages of a gallery that nobody chose: both directions, four scripts.
LANGUAGES = ("en", "ar", "hi", "ja")

#: What a layout for any number of languages shows beside the first: two dozen scripts make a wall.
WALL = tuple(
    "en ar es hi ru fr zh-Hans ja ta am ko ur bn th he pt ka te my hy ml pa el vi gu kn sw tr de fa id uk".split()
)

#: Slogans of moderate length, of which each layout shows another one.
_SLOGANS = (
    "peace/peace-now", "climate/water-is-life", "rights/justice-for-all", "solidarity/no-one-free", "climate/act-now",
    "community/stronger-together", "peace/books-not-bombs", "rights/equal-rights",
)  # fmt: skip

#: So many further shapes of a layout are shown.
_SHAPES = 2

#: Heights of cells and the width of a sheet of the gallery as a picture, in points.
_HEIGHT, _WIDTH = 170.0, 1190.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A layout of the gallery, its cells, and its palettes by name."""

    layout: LayoutFolder
    cells: tuple[Cell, ...]
    palettes: Mapping[str, Mapping[str, Color]]


class Gallery:
    """Makes the entries."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.samples, self.engine = Samples(inputs), Engine(inputs=inputs)

    def entries(self, names: Sequence[str], languages: Sequence[tuple[str, ...]]) -> Iterator[Entry]:
        """Layout by layout; raises PlacardsError for one that cannot be read."""
        for name in names:
            layout = self.inputs.layout(name)
            palettes = all_colors(layout.layout, self.inputs.palettes())
            wanted = self._wanted(layout, languages, self._palettes(layout, palettes))
            yield Entry(layout, tuple(made(layout, one, (), self.samples, self.engine) for one in wanted), palettes)

    def _palettes(self, layout: LayoutFolder, palettes: Mapping[str, object]) -> list[str]:
        """The layout's own choice, then a dark and a light one in turn; each layout begins at another."""
        first = layout.layout.palette or next(iter(palettes))
        rest = [name for name in palettes if name != first]
        if rest:
            start = _number(layout.name) % len(rest)
            rest = rest[start:] + rest[:start]
        dark = [name for name in rest if self._is_dark(name)]
        light = [name for name in rest if name not in dark]
        order = [dark, light] if not self._is_dark(first) else [light, dark]
        pairs = [name for at in range(len(rest)) for kind in order for name in kind[at : at + 1]]
        return [first, *pairs]

    def _is_dark(self, name: str) -> bool:
        shared = self.inputs.palettes().get(name)
        return shared is not None and "dark" in shared.tags

    def _wanted(
        self, layout: LayoutFolder, languages: Sequence[tuple[str, ...]], palettes: Sequence[str]
    ) -> Iterator[Wanted]:
        """Its first shape in every language, then other shapes in the first two, each cell in another palette."""
        sizes = layout.layout.sizes
        shapes = [(sizes[0], tags) for tags in languages]
        shapes += [(size, languages[at % min(2, len(languages))]) for at, size in enumerate(_others(sizes))]
        for number, (size, tags) in enumerate(shapes):
            whole = tags if len(tags) > 1 else self._together(layout, tags[0])
            yield Wanted(Sample(whole, self._slogan(layout, whole)), size, palettes[number % len(palettes)])

    def _together(self, layout: LayoutFolder, language: str) -> tuple[str, ...]:
        """A language and those beside it: a wall of one language would show nothing of what it is for."""
        if layout.layout.most_languages is None:
            return (language, *(tag for tag in WALL if tag != language))
        return self.samples.languages_for(layout, language)

    def _slogan(self, layout: LayoutFolder, languages: tuple[str, ...]) -> str:
        if layout.layout.many:
            return "shortest"
        known = self.samples.slogans_by_length(languages)
        start = _number(layout.name)
        turned = (_SLOGANS[(start + step) % len(_SLOGANS)] for step in range(len(_SLOGANS)))
        return next((name for name in turned if name in known), known[len(known) // 2] if known else "shortest")


def gallery_sheet(entries: Sequence[Entry], title: str, inputs: Inputs) -> Scene:
    """All entries below each other on one sheet."""
    rows = []
    for entry in entries:
        layout = entry.layout.layout
        shown = tuple(one for cell in entry.cells for one in _shown(cell))
        rows.append(Row(shown, _HEIGHT, layout.name, f"{entry.layout.name} · {layout.summary}"))
    return contact_sheet(rows, _WIDTH, title, inputs.fonts())


def gallery_pages(entries: Sequence[Entry], inputs: Inputs) -> list[Scene]:
    """A page for each entry."""
    return [gallery_sheet([entry], entry.layout.layout.name, inputs) for entry in entries]


def _shown(cell: Cell) -> Iterator[Shown]:
    wrong = next((str(one) for one in cell.diagnostics if one.severity is Severity.ERROR), "")
    caption = " · ".join((cell.wanted.sample.spoken, cell.wanted.size, cell.wanted.palette))
    for scene in cell.scenes[:2] or (None,):
        yield Shown(caption, scene, wrong)


def _others(sizes: Sequence[str]) -> Sequence[str]:
    """Further sizes, of shapes that differ most from the first."""
    from placards.values.sheet import parse_sheet

    first = parse_sheet(sizes[0]).trim.aspect
    rest = sorted(sizes[1:], key=lambda size: -abs(_far(parse_sheet(size).trim.aspect / first)))
    return rest[:_SHAPES]


def _far(ratio: float) -> float:
    return ratio if ratio >= 1 else 1 / ratio


def _number(name: str) -> int:
    """A number that stays a name's own, whatever other layouts there are."""
    return zlib.crc32(name.encode())


def thumbnail(scene: Scene, height: int) -> Scene:
    """The same as a small picture of that height."""
    return replace(scene, pixels=(max(1, round(height * scene.trim.aspect)), height))
