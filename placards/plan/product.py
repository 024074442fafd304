"""Choices become their jobs, one after the other: every cell of the product, each guarded by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from placards.files.toml import KeyPath
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import FORMATS, Job, OutputSpec
from placards.plan.capacity import default_layout, default_size, layouts_for
from placards.plan.choices import Choices
from placards.plan.contents import Contents
from placards.plan.details import ShownDetails, date_style, details_for
from placards.plan.excluded import Excluded
from placards.plan.facts import Facts
from placards.plan.languages import Cell, cells_of
from placards.plan.messages import Messages, Skipped, Worded, own_words
from placards.plan.names import automatic_pattern, check_pattern, file_part, job_name
from placards.press.scale import scale_of
from placards.problems.diagnostic import Diagnostic, Diagnostics, Remedy, diagnostic
from placards.problems.errors import InputError, PlacardsError, near
from placards.problems.place import Place
from placards.template.coloring import Coloring
from placards.template.folder import LayoutFolder
from placards.values.profile import HOME, Finishing, Profile
from placards.values.sheet import parse_sheet, sheet_for

if TYPE_CHECKING:
    from placards.messages.pack import Slogan

#: A size and a format.
Output: TypeAlias = tuple[str, str]

#: Where a key of the choices stands: in a file, in a row, nowhere.
Where: TypeAlias = Callable[[KeyPath], Place]


def nowhere(key: KeyPath) -> Place:
    """The place of choices that stand in no file."""
    return Place()


@dataclass
class Product:
    """Everything that some Choices ask for. What is wrong is reported at its place; the rest goes on."""

    choices: Choices
    inputs: Inputs
    messages: Messages
    report: Diagnostics
    skipped: dict[Skipped, None]
    where: Where = nowhere
    numbers: Counter[str] = field(default_factory=Counter)  # by set: how many artefacts have one already
    _facts: dict[str, Facts] = field(default_factory=dict)
    _colorings: dict[str, tuple[Coloring, ...]] = field(default_factory=dict)
    _worded: dict[tuple[object, ...], Worded | None] = field(default_factory=dict)
    _details: dict[tuple[str, ...], ShownDetails | None] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict)
    _specs: dict[str, OutputSpec] = field(default_factory=dict)
    _factors: dict[str, int] = field(default_factory=dict)  # by size: how much smaller a PDF is drawn; 0: not at all

    def count(self) -> int:
        """How many jobs there are at most, without planning them."""
        axes = self._axes
        slogans = self._slogan_names
        return sum(
            self._excluded.left([("layouts", [name]), *axes], slogans, many=many)
            for name, many in zip(self.choices.layouts, self._many(), strict=True)
        )

    @property
    def full_count(self) -> int:
        """The same, as if nothing were left out."""
        each = len(self.choices.palettes) * len(self._sizes) * len(self._formats) * len(self._cells)
        return each * sum(1 if many else len(self._slogan_names) for many in self._many())

    @property
    def axes(self) -> list[tuple[str, Sequence[str]]]:
        """What artefacts differ in, each with all that stands there."""
        return [("layouts", self.choices.layouts), *self._axes, ("slogans", self._slogan_names)]

    def rules_met(self) -> int:
        """Which of the choices' exclusions concern something here: a bit for each."""
        return self._excluded.met(self.axes)

    @property
    def has_languages(self) -> bool:
        """Whether there is an artefact in the languages that the choices are for."""
        return bool(self._cells)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages of artefacts, those of others' included, as file names have them."""
        return tuple(dict.fromkeys(cell.label for cell in self._every_cell))

    def jobs(self) -> Iterator[Job]:
        """The jobs, layout by layout, in the order of the choices."""
        if not self._usable:
            return
        for cell, layout, palette in self._layouts_and_cells():
            yield from self._jobs_of(layout, palette, cell)

    # What is looked up once.

    @cached_property
    def _usable(self) -> bool:
        """Whether what concerns every job of the choices is right."""
        before = len(self.report.errors)
        details = self.choices.details
        if details.link:
            from placards.plan.links import check_link

            with self._guarded("link"):
                check_link(details.link)
        if details.dated:
            with self._guarded("calendars"):
                date_style(details)
        for picture in details.pictures:
            from placards.plan.pictures import check_picture

            with self._guarded(picture.slot.removesuffix("-2")):
                check_picture(picture, self.inputs)
        if details.art:
            with self._guarded("art"):
                self.inputs.artwork.piece(details.art)
        with self._guarded("pattern"):
            check_pattern(self.choices.pattern)
        with self._guarded("print", "profile"):
            self._profile  # noqa: B018 - what is wrong with it is said here
        return len(self.report.errors) == before

    @cached_property
    def _profile(self) -> Profile:
        printing = self.choices.printing
        if not printing:
            return HOME
        return self.inputs.profile(printing.name, printing.keys, lambda key: self.where(("print", *key)))

    @cached_property
    def _slogans(self) -> tuple[Slogan, ...]:
        found = []
        key = "tags" if self.choices.tags else "slogans"
        with self._guarded(key):
            for number, slogan in enumerate(self.messages.slogans(self.choices)):
                if isinstance(slogan, PlacardsError):
                    self.report.take(slogan, self.where((key, number) if key == "slogans" else (key,)))
                else:
                    found.append(slogan)
        return tuple(found)

    @cached_property
    def _every_cell(self) -> tuple[Cell, ...]:
        found: list[Cell] = []
        for number in range(len(self.choices.languages)):
            with self._guarded("languages", number):
                found.extend(cells_of(self.choices, self.messages, self._slogans, number))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _cells(self) -> tuple[Cell, ...]:
        only, without = self.choices.only_in, self.choices.not_in
        return tuple(c for c in self._every_cell if (not only or c.label == only) and c.label not in without)

    @cached_property
    def _excluded(self) -> Excluded:
        return Excluded(self.choices.exclude)

    @property
    def _slogan_names(self) -> Sequence[str]:
        return [slogan.full_name for slogan in self._slogans] if not self._speaks_itself else [""]

    @property
    def _axes(self) -> list[tuple[str, Sequence[str]]]:
        """What stands on each axis but those of layouts and slogans."""
        return [
            ("languages", [cell.label for cell in self._cells]),
            ("sizes", self._sizes),
            ("formats", self._formats),
            ("palettes", self.choices.palettes),
        ]

    @cached_property
    def _sizes(self) -> tuple[str, ...]:
        found = []
        for size in self.choices.sizes:
            with self._guarded("sizes"):
                found.append(parse_sheet(size).name if size else "")
        return tuple(found)

    @cached_property
    def _formats(self) -> tuple[str, ...]:
        found = []
        for kind in self.choices.formats:
            if kind in FORMATS:
                found.append(kind)
            else:
                suffix, known = f".{kind}", [f".{known}" for known in FORMATS]
                place, remedy = self.where(("formats",)), near(suffix, known)
                self.report(diagnostic("render-suffix-unknown", place=place, remedy=remedy, suffix=suffix))
        return tuple(found)

    def _many(self) -> Iterator[bool]:
        """For each layout, whether one artefact of it shows all slogans."""
        for name in self.choices.layouts:
            try:
                yield self.inputs.layout(name or self._default_layout(1)).layout.many
            except PlacardsError:
                yield False  # it is reported when the jobs are planned

    @cached_property
    def _speechless(self) -> bool:
        """Whether the artefacts have no slogan, by choice."""
        choices = self.choices
        return choices.text is None and not choices.slogans and not choices.tags

    @property
    def _speaks_itself(self) -> bool:
        """Whether the artefacts have no slogan, or a text in its place."""
        return self._speechless or self.choices.text is not None

    def _digest(self, layout: str) -> str:
        if layout not in self._digests:
            self._digests[layout] = self.inputs.layout_digest(layout)
        return self._digests[layout]

    @cached_property
    def _contents(self) -> Contents:
        tags = {slogan.full_name: tuple(slogan.tags) for slogan in self._slogans}
        return Contents(self.choices, self.inputs, self.messages, tags)

    @cached_property
    def _fonts(self) -> str:
        return self.inputs.fonts_digest()

    # The product.

    def _layouts_and_cells(self) -> Iterator[tuple[Cell, Facts, Coloring]]:
        for name in self.choices.layouts:
            if name:
                facts = self._layout(name)
                for palette in self._palettes(facts) if facts else ():
                    for cell in self._cells:
                        if facts and self._fits(cell, facts):
                            yield cell, facts, palette
                continue
            for cell in self._cells:
                facts = self._layout(self._default_layout(len(cell.languages)))
                for palette in self._palettes(facts) if facts else ():
                    if facts and self._fits(cell, facts):
                        yield cell, facts, palette

    def _default_layout(self, languages: int) -> str:
        pictures = self.choices.details.pictures
        return default_layout(languages, len(self._slogans), [picture.slot for picture in pictures])

    def _layout(self, name: str) -> Facts | None:
        layouts = self.choices.layouts
        with self._guarded("layouts", layouts.index(name) if name in layouts else 0):
            if name not in self._facts:
                self._facts[name] = self.inputs.world.kept(("facts", name), lambda: Facts.of(self.inputs.layout(name)))
            return self._facts[name]
        return None

    def _palettes(self, facts: Facts) -> tuple[Coloring, ...]:
        name = facts.layout.name
        if name not in self._colorings:
            found = []
            for number, palette in enumerate(self.choices.palettes):
                with self._guarded("palettes", number):
                    found.append(replace(self._coloring(facts.layout, palette), name=palette))
            self._colorings[name] = tuple(found)
        return self._colorings[name]

    def _coloring(self, layout: LayoutFolder, palette: str) -> Coloring:
        """What a person asks for, else the brand's colours if the layout takes them, else its own."""
        branded = self.choices.given or self.choices.brand_palette
        if palette or not branded:
            return self.inputs.coloring(layout, palette)
        try:
            return self.inputs.coloring(layout, branded)
        except InputError:
            # The brand itself was checked: it is the layout that has no use for it.
            left = diagnostic("brand-colors-not-taken", layout=layout.name)
            own = self.inputs.coloring(layout)
            return replace(own, notes=(*own.notes, left))

    def _fits(self, cell: Cell, facts: Facts) -> bool:
        """Whether the layout shows so many languages: none may be dropped."""
        most = facts.most_languages
        if len(cell.languages) <= most:
            return True
        if self._excluded and not self._left(facts.layout.name, cell):
            return False
        with self._guarded("layouts"):
            layout = facts.layout
            others = layouts_for(self.inputs, len(cell.languages), many=layout.layout.many)
            remedy = Remedy("plan-layouts-for", (("layouts", others),)) if others else None
            raise InputError(
                "plan-languages-many", remedy=remedy, layout=layout.name, count=most, languages=cell.languages
            )
        return False

    def _left(self, layout: str, cell: Cell) -> int:
        """How many artefacts of a layout in these languages are not left out, if it shows one slogan."""
        rest = [(axis, values) for axis, values in self._axes if axis != "languages"]
        axes = [("layouts", [layout]), ("languages", [cell.label]), *rest]
        return self._excluded.left(axes, self._slogan_names, many=False)

    def _jobs_of(self, facts: Facts, palette: Coloring, cell: Cell) -> Iterator[Job]:
        outputs = [(size or default_size(facts.layout), kind) for size in self._sizes for kind in self._formats]
        here = -1
        if self._excluded:
            bits = self._excluded.bits
            here = bits("layouts", facts.layout.name) & bits("palettes", palette.name) & bits("languages", cell.label)
        if here == 0 or not self._excluded:
            kept = None
        else:
            kept = [(o, here & bits("sizes", o[0]) & bits("formats", o[1])) for o in outputs]
        details = self._details_in(cell.languages)
        worded = list(self._all_worded(facts, cell.languages))
        if not worded or details is None:
            return
        for group in [worded] if facts.layout.layout.many else [[one] for one in worded]:
            for shown, sizes in [(group, outputs)] if kept is None else self._staying(group, kept):
                with self._guarded("slogans"):
                    yield from self._jobs_of_group(facts, palette, cell, shown, details, sizes)

    def _staying(
        self, group: Sequence[Worded], outputs: Sequence[tuple[Output, int]]
    ) -> Iterator[tuple[Sequence[Worded], list[Output]]]:
        """What stays of some messages on each sheet, sheets that show the same together."""
        said = [(one, self._excluded.bits("slogans", one.entry.slogan if one.entry else "")) for one in group]
        together: dict[tuple[int, ...], list[Output]] = {}
        for output, rules in outputs:
            stays = tuple([number for number, (_, bits) in enumerate(said) if not bits & rules])
            if stays:
                together.setdefault(stays, []).append(output)
        for stays, sheets in together.items():
            yield [group[number] for number in stays], sheets

    def _jobs_of_group(
        self,
        facts: Facts,
        palette: Coloring,
        cell: Cell,
        group: Sequence[Worded],
        details: ShownDetails,
        outputs: Sequence[Output],
    ) -> Iterator[Job]:
        choices, layout = self.choices, facts.layout
        content = self._contents.content(facts, cell.languages, group, details)
        entries = content.entries
        slogan = file_part(entries[0].slogan.split("/")[-1]) if len(entries) == 1 else ""
        names: dict[str, str | int] = {
            "set": choices.name,
            "languages": cell.label,
            "language": cell.label,
            "slogan": slogan,
            "layout": layout.name,
            "palette": file_part(palette.name),
            "profile": file_part(self._profile.name),
        }
        pattern = choices.pattern or automatic_pattern(
            slogan=bool(slogan),
            layouts=len(choices.layouts) > 1 or "layout" in choices.told_by,
            palettes=len(choices.palettes) > 1 or "palette" in choices.told_by,
            named=bool(choices.name),
        )
        numbered = "{n" in pattern or "{n" in self._profile.file_name
        statuses = tuple([status for one in group for status in one.statuses])
        tags = (("set", choices.name), ("layout", layout.name))
        said = (note for note in details.notes if note.place.message in facts.shown)  # the rest: of the whole detail
        notes = (*palette.notes, *cell.notes, *(note for one in group for note in one.notes), *said)
        digests = self._digest(layout.name), self._fonts
        art = self.inputs.art_digest() if facts.has_art else ""
        # What the layout has of its own is in its folder, and goes with its digest.
        colors = () if palette.own else tuple(palette.colors.items())
        for size, kind in outputs:
            names["size"], names["format"] = size, kind
            factor = self._factor(size) if kind == "pdf" else 1
            if not factor:
                continue
            if numbered:
                self.numbers[choices.name] += 1
                names["n"] = self.numbers[choices.name]
            names["scale"] = f"1to{factor}"
            named = job_name((kind == "pdf" and self._profile.file_name) or pattern, names, factor)
            yield Job(
                named, layout.name, size, content, palette.name, self._output(kind), *digests,
                statuses, tags, art_digest=art, colors=colors, faces=choices.faces,
                notes=(*notes, *self._not_printed(size, kind)),
                copies=choices.copies, stock=choices.stock,
            )  # fmt: skip

    def _output(self, kind: str) -> OutputSpec:
        if kind not in self._specs:
            # Images and SVG have no printer.
            self._specs[kind] = OutputSpec(kind, self.choices.dpi, profile=self._profile if kind == "pdf" else HOME)
        return self._specs[kind]

    def _factor(self, size: str) -> int:
        """How many times smaller than in print a PDF of a size is drawn; 0 where the profile and the size cannot go
        together, which is said once."""
        if size not in self._factors:
            self._factors[size] = 0
            with self._guarded("sizes"):
                self._factors[size] = scale_of(self._profile, sheet_for(self._profile, parse_sheet(size)))
        return self._factors[size]

    def _not_printed(self, size: str, kind: str) -> tuple[Diagnostic, ...]:
        """What of the profile an artefact does not show. That a set of images has none, the plan says once."""
        profile, said = self._profile, diagnostic
        if profile is HOME:
            return ()
        if kind != "pdf":
            alone = "pdf" not in self.choices.formats and not self.choices.name
            return (said("profile-not-for-images", profile=profile.name, formats=(kind,)),) if alone else ()
        if parse_sheet(size).kind == "screen" and (profile.bleed_mm or profile.finishing != Finishing()):
            return (said("profile-not-for-screens", profile=profile.name, size=size),)
        if not profile.is_press and profile.finishing != Finishing():
            return (said("profile-finishing-not-drawn", profile=profile.name, key="finishing"),)
        return ()

    def _all_worded(self, facts: Facts, languages: tuple[str, ...]) -> Iterator[Worded]:
        if self._speechless:
            yield Worded(None)
        elif self.choices.text is not None:
            with self._guarded("text"):
                yield own_words(self.choices, languages)
        says = facts.says
        for slogan in self._slogans:
            key = (slogan.full_name, languages, says)
            if key not in self._worded:
                self._worded[key] = None
                with self._guarded("slogans"):
                    worded = self.messages.worded(self.choices, slogan, languages, says)
                    self.skipped.update(dict.fromkeys(worded.skipped))
                    self._worded[key] = None if worded.skipped else worded
            found = self._worded[key]
            if found is not None:
                yield found

    def _details_in(self, languages: tuple[str, ...]) -> ShownDetails | None:
        if languages not in self._details:
            self._details[languages] = None
            with self._guarded("date"):
                self._details[languages] = details_for(self.choices, languages)
        return self._details[languages]

    @contextmanager
    def _guarded(self, *key: str | int) -> Iterator[None]:
        """What goes wrong inside is reported at the key; an error of this program's own too, and nothing stops."""
        try:
            yield
        except PlacardsError as error:
            self.report.take(error, self.where(key))
        except Exception as error:
            detail = f"{error}"[:200]
            self.report(diagnostic("internal", place=self.where(key), kind=type(error).__name__, detail=detail))
