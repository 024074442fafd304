"""A layout and what to show of it become cells: Scenes with a caption, or what keeps one from being made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from placards.frozen import dataclass
from placards.job import OutputSpec
from placards.kit.outlines import outlined
from placards.kit.samples import Sample, Samples, sample_jobs, told
from placards.pipeline import Engine
from placards.problems.diagnostic import Diagnostic, Diagnostics
from placards.problems.errors import PlacardsError
from placards.scene.check import check_scene
from placards.scene.items import Scene
from placards.template.folder import LayoutFolder
from placards.values.sheet import parse_sheet

#: Pages of one artefact that a look shows.
MOST_PAGES = 4


@dataclass(frozen=True, slots=True)
class Look:
    """What to show of a layout."""

    languages: tuple[tuple[str, ...], ...]
    sizes: tuple[str, ...]
    slogans: tuple[str, ...] = ("shortest", "longest")
    palettes: tuple[str, ...] = ("",)
    show: tuple[str, ...] = ()  # outlines

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """Every cell, in rows: the languages of one size, slogan and palette stand side by side."""
        return tuple(
            Wanted(Sample(languages, slogan), size, palette)
            for size in self.sizes
            for palette in self.palettes
            for slogan in self.slogans
            for languages in self.languages
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """One artefact that a look shows."""

    sample: Sample
    size: str
    palette: str = ""

    @property
    def caption(self) -> str:
        """As “ar · longest · a3”."""
        parts = (self.sample.spoken, self.sample.slogan, self.size, self.palette)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of one: its pages, the text on them, and what there is to say."""

    wanted: Wanted
    scenes: tuple[Scene, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def cells(layout: LayoutFolder, look: Look, samples: Samples, engine: Engine) -> Iterator[Cell]:
    """The cells, one by one."""
    for wanted in look.wanted:
        yield made(layout, wanted, look.show, samples, engine)


def made(layout: LayoutFolder, wanted: Wanted, show: Sequence[str], samples: Samples, engine: Engine) -> Cell:
    """One cell; whatever is wrong with it stands in it."""
    found = Diagnostics()
    try:
        choices = samples.choices(layout, wanted.sample, wanted.size, wanted.palette, OutputSpec("png"))
        ((job, wrong),) = sample_jobs([choices], engine.inputs)
        if job is None:
            return Cell(wanted, (), wrong)
        scenes = engine.scenes(replace(job, layout_digest=""), found)
        for scene in scenes:
            for problem in check_scene(scene):
                found(problem)
        sheet, fonts = parse_sheet(wanted.size), engine.inputs.fonts()
        drawn = tuple(outlined(scene, sheet, show, fonts) for scene in scenes[:MOST_PAGES])
    except PlacardsError as error:
        return Cell(wanted, (), (*told(found), *error.diagnostics))
    return Cell(wanted, drawn, told(found))
