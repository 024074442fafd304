"""A layout as it is now becomes the parts of a page, one after the other, or one picture of all cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from placards.frozen import dataclass
from placards.kit.asked import ALL
from placards.kit.cells import Cell, Look, made
from placards.kit.checking import found_at_once
from placards.kit.contact import Row, Shown, contact_sheet
from placards.kit.page import cell_html, cells_html, page, preview_body, problems_html
from placards.kit.samples import LENGTHS, Samples
from placards.kit.target import Target
from placards.pipeline import Engine
from placards.problems.diagnostic import Diagnostic, Severity
from placards.problems.errors import PlacardsError
from placards.scene.items import Scene
from placards.template.folder import LayoutFolder

#: Languages of a look that nobody chose: those of samples that differ most.
FEW = ("en", "ar", "ur", "hi", "ta", "th", "ja", "ru")

#: How high the cells of one picture are, and how wide it is, in points.
_HEIGHT, _WIDTH = 200.0, 1280.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants to see; what is empty follows from the layout."""

    languages: tuple[tuple[str, ...], ...] = ()
    sizes: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    palettes: tuple[str, ...] = ()
    show: tuple[str, ...] = ()


@dataclass
class Preview:
    """Looks at one layout again and again. Parts are HTML by the id of the element that they fill."""

    target: Target
    asked: Asked
    parts: dict[str, str] = field(default_factory=lambda: {"problems": "", "main": ""})
    wrong: tuple[Diagnostic, ...] = ()  # the errors of the last look, each once
    _shown: list[str] = field(default_factory=list)
    _look: Look | None = None
    _layout: LayoutFolder | None = None

    def __post_init__(self) -> None:
        self.engine = Engine(inputs=self.target.inputs)
        self.samples = Samples(self.target.inputs)

    def refresh(self) -> Iterator[Mapping[str, str]]:
        """What of the page is other now, as soon as it is known: first what is wrong with the layout, or its cells one
        by one, then what a check finds."""
        self.wrong = ()
        try:
            yield from self._refresh()
        except PlacardsError as error:
            self._take(error.diagnostics)
            # Nothing old stays: it would show what the file does not say. A file that is being saved may be read when
            # it is half there, at any step; the next turn finds it whole.
            self._layout, self._look, self._shown = None, None, []
            yield self._new({"problems": problems_html(error.diagnostics), "main": ""})

    def _refresh(self) -> Iterator[Mapping[str, str]]:
        layout = self._layout = self.engine.inputs.layout(self.target.name)
        look = self.look(layout)
        if look != self._look:
            self._look, self._shown = look, [""] * len(look.wanted)
            yield self._new({"main": cells_html(self._shown, look)})
        if self.parts["problems"]:
            yield self._new({"problems": ""})
        for number, wanted in enumerate(look.wanted):
            cell = made(layout, wanted, look.show, self.samples, self.engine)
            self._take(cell.diagnostics)
            html = cell_html(cell)
            if html != self._shown[number]:
                self._shown[number] = html
                self.parts["main"] = cells_html(self._shown, look)
                yield {f"c{number}": html}
        at_once = found_at_once(layout, self.engine.inputs)
        self._take(at_once)
        problems = problems_html(at_once)
        if problems != self.parts["problems"]:
            yield self._new({"problems": problems})

    def look(self, layout: LayoutFolder) -> Look:
        """What to show of the layout as it is now."""
        asked = self.asked
        languages = asked.languages or tuple((language,) for language in FEW)
        completed = (
            tags if len(tags) > 1 else self.samples.languages_for(layout, tags[0]) for tags in languages
        )  # fmt: skip
        sizes = asked.sizes or layout.layout.sizes[:1] or ("a3",)
        if sizes == (ALL,):
            sizes = layout.layout.sizes
        return Look(
            tuple(dict.fromkeys(completed)),
            sizes,
            asked.slogans or LENGTHS,
            asked.palettes or ("",),
            asked.show,
        )

    def page(self, *, live: bool = False, again: bool = False) -> bytes:
        """The whole page with what is known by now."""
        layout = self._layout
        summary = layout.layout.summary if layout else ""
        look = self._look or Look((), (), show=self.asked.show)
        body = preview_body(self.target.name, summary, self.parts, look)
        return page(f"{self.target.name} · placards", body, live=live, again=again)

    def picture(self) -> Scene:
        """All cells on one sheet; raises PlacardsError where the layout cannot be read."""
        layout = self.engine.inputs.layout(self.target.name)
        look = self.look(layout)
        found = [made(layout, wanted, look.show, self.samples, self.engine) for wanted in look.wanted]
        self.wrong = ()
        self._take(found_at_once(layout, self.engine.inputs))
        for cell in found:
            self._take(cell.diagnostics)
        across = len(look.languages)
        rows = []
        for start in range(0, len(found), across):
            wanted = look.wanted[start]
            heading = " · ".join(part for part in (wanted.size, wanted.palette, wanted.sample.slogan) if part)
            rows.append(Row(tuple(_shown(found[start : start + across])), _HEIGHT, heading))
        return contact_sheet(rows, _WIDTH, layout.layout.name, self.engine.inputs.fonts())

    def _take(self, found: Iterable[Diagnostic]) -> None:
        errors = (one for one in found if one.severity is Severity.ERROR)
        self.wrong = tuple(dict.fromkeys((*self.wrong, *errors)))

    def _new(self, parts: dict[str, str]) -> Mapping[str, str]:
        self.parts |= parts
        return parts


def _shown(found: list[Cell]) -> Iterator[Shown]:
    for cell in found:
        languages = cell.wanted.sample.spoken
        errors = [str(one) for one in cell.diagnostics if one.severity is Severity.ERROR]
        if not cell.scenes:
            yield Shown(languages, None, errors[0] if errors else "")
        for scene in cell.scenes:
            yield Shown(languages, scene)
