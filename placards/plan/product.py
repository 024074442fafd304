"""Choices become their jobs, one after the other: every cell of the product, each guarded by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from placards.files.toml import KeyPath
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import FORMATS, Job, OutputSpec
from placards.layout.content import Content, GivenPicture, SlotText
from placards.messages.trust.status import Status
from placards.plan.capacity import default_layout, default_size, languages_shown, layouts_for
from placards.plan.choices import Choices
from placards.plan.details import ShownDetails, date_style, details_for
from placards.plan.languages import Cell, Chosen
from placards.plan.messages import Messages, Skipped, Worded, own_words
from placards.plan.names import automatic_pattern, check_pattern, file_part, job_name
from placards.problems.diagnostic import Diagnostics, Remedy, diagnostic
from placards.problems.errors import InputError, PlacardsError, near
from placards.problems.place import Place
from placards.template.coloring import Coloring
from placards.template.folder import LayoutFolder
from placards.template.translating import Lookup, translated
from placards.values.sheet import parse_sheet

if TYPE_CHECKING:
    from placards.messages.pack import Slogan

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
    _worded: dict[tuple[object, ...], Worded | None] = field(default_factory=dict)
    _details: dict[tuple[str, ...], ShownDetails | None] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict)

    def count(self) -> int:
        """How many jobs there are at most, without planning them."""
        per_layout = len(self.choices.palettes) * len(self._sizes) * len(self._formats) * len(self._cells)
        slogans = max(1, len(self._slogans))
        return per_layout * sum(1 if many else slogans for many in self._many())

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
        return len(self.report.errors) == before

    @cached_property
    def _slogans(self) -> tuple[Slogan, ...]:
        found = []
        key = "tags" if self.choices.tags else "slogans"
        with self._guarded(key):
            for slogan in self.messages.slogans(self.choices):
                if isinstance(slogan, PlacardsError):
                    self.report.take(slogan, self.where((key,)))
                else:
                    found.append(slogan)
        return tuple(found)

    @cached_property
    def _cells(self) -> tuple[Cell, ...]:
        chosen = Chosen(self.choices, self.messages, self._slogans)
        found: list[Cell] = []
        for number in range(len(self.choices.languages)):
            with self._guarded("languages", number):
                found.extend(chosen.cells(number))
        return tuple(dict.fromkeys(found))

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

    def _digest(self, layout: str) -> str:
        if layout not in self._digests:
            self._digests[layout] = self.inputs.layout_digest(layout)
        return self._digests[layout]

    @cached_property
    def _own_texts(self) -> Lookup:
        from placards.plan.own_texts import OwnTexts

        return OwnTexts(self.inputs.world)

    @cached_property
    def _fonts(self) -> str:
        return self.inputs.fonts_digest()

    # The product.

    def _layouts_and_cells(self) -> Iterator[tuple[Cell, LayoutFolder, Coloring]]:
        for name in self.choices.layouts:
            if name:
                layout = self._layout(name)
                for palette in self._palettes(layout) if layout else ():
                    for cell in self._cells:
                        if layout and self._fits(cell, layout):
                            yield cell, layout, palette
                continue
            for cell in self._cells:
                layout = self._layout(self._default_layout(len(cell.languages)))
                for palette in self._palettes(layout) if layout else ():
                    if layout and self._fits(cell, layout):
                        yield cell, layout, palette

    def _default_layout(self, languages: int) -> str:
        pictures = self.choices.details.pictures
        return default_layout(languages, len(self._slogans), [picture.slot for picture in pictures])

    def _layout(self, name: str) -> LayoutFolder | None:
        with self._guarded("layouts"):
            return self.inputs.layout(name)
        return None

    def _palettes(self, layout: LayoutFolder) -> Iterator[Coloring]:
        for number, palette in enumerate(self.choices.palettes):
            with self._guarded("palettes", number):
                yield replace(self._coloring(layout, palette), name=palette)

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

    def _fits(self, cell: Cell, layout: LayoutFolder) -> bool:
        """Whether the layout shows so many languages: none may be dropped."""
        with self._guarded("layouts"):
            most = languages_shown(layout)
            if len(cell.languages) <= most:
                return True
            others = layouts_for(self.inputs, len(cell.languages), many=layout.layout.many)
            remedy = Remedy("plan-layouts-for", (("layouts", others),)) if others else None
            raise InputError(
                "plan-languages-many", remedy=remedy, layout=layout.name, count=most, languages=cell.languages
            )
        return False

    def _jobs_of(self, layout: LayoutFolder, palette: Coloring, cell: Cell) -> Iterator[Job]:
        details = self._details_in(cell.languages)
        worded = list(self._all_worded(layout, cell.languages))
        if not worded or details is None:
            return
        for group in [worded] if layout.layout.many else [[one] for one in worded]:
            with self._guarded("slogans"):
                yield from self._jobs_of_group(layout, palette, cell, group, details)

    def _jobs_of_group(
        self, layout: LayoutFolder, palette: Coloring, cell: Cell, group: Sequence[Worded], details: ShownDetails
    ) -> Iterator[Job]:
        content = self._content(layout, cell.languages, group, details)
        entries = content.entries
        names = {
            "set": self.choices.name,
            "languages": cell.name or "+".join(cell.languages),
            "slogan": file_part(entries[0].slogan.split("/")[-1]) if len(entries) == 1 else "",
            "layout": layout.name,
            "palette": file_part(palette.name),
        }
        statuses = tuple(status for one in group for status in one.statuses)
        tags = (("set", self.choices.name), ("layout", layout.name))
        shown = {showing.what for showing in layout.layout.shows}
        said = (note for note in details.notes if note.place.message in shown)  # the rest is said of the whole detail
        notes = (*palette.notes, *cell.notes, *(note for one in group for note in one.notes), *said)
        digests = self._digest(layout.name), self._fonts
        art = self.inputs.art_digest() if "art" in layout.layout.kinds else ""
        # What the layout has of its own is in its folder, and goes with its digest.
        colors = () if palette.own else tuple(palette.colors.items())
        for asked in self._sizes:
            size = asked or default_size(layout)
            for kind in self._formats:
                with self._guarded("layouts"):
                    name = self._name({**names, "size": size, "format": kind})
                    output = OutputSpec(kind, self.choices.dpi)
                    yield Job(
                        name, layout.name, size, content, palette.name, output, *digests, statuses, tags,
                        art_digest=art, colors=colors, faces=self.choices.faces, notes=notes,
                        copies=self.choices.copies, stock=self.choices.stock,
                    )  # fmt: skip

    def _all_worded(self, layout: LayoutFolder, languages: tuple[str, ...]) -> Iterator[Worded]:
        if self._speechless:
            yield Worded(None)
        elif self.choices.text is not None:
            with self._guarded("text"):
                yield own_words(self.choices, languages)
        says = layout.layout.says
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

    def _content(
        self, layout: LayoutFolder, languages: tuple[str, ...], group: Sequence[Worded], details: ShownDetails
    ) -> Content:
        entries = tuple(one.entry for one in group if one.entry is not None)
        draft = turns = None
        if any(status == Status.FUZZY for one in group for _, _, status in one.statuses):
            from placards.messages.draft import draft_word

            draft = SlotText(*draft_word(self.messages.library, languages[0]))
        if layout.layout.lists and any(entry.response for entry in entries):
            from placards.messages.interface import turn_words

            leader, crowd = turn_words(self.messages.library, languages[0])
            turns = SlotText(*leader), SlotText(*crowd)
        own = translated(layout, languages, self._own_texts) if layout.layout.own_texts else ()
        chosen = self.choices.details
        pictures: tuple[GivenPicture, ...] = ()
        if chosen.pictures:
            from placards.plan.pictures import given_pictures

            pictures = given_pictures(self.choices, languages[0], self.inputs)
        content = Content(
            languages, entries, details.fields, chosen.link, draft, turns, own, chosen.offered, pictures, chosen.digits
        )
        if content.field("credit", 1):
            from placards.compose.credited import asks_for_credit
            from placards.messages.interface import changed_word

            if asks_for_credit(content):
                content = replace(content, changed=changed_word(self.messages.library, languages[0]))
        return self._with_art(layout, replace(content, art=chosen.art))

    def _with_art(self, layout: LayoutFolder, content: Content) -> Content:
        """The content with what art needs to know of it, where the layout has art."""
        if "art" not in layout.layout.kinds:
            return content
        from placards.plan.art import alt_texts

        tags = {slogan.full_name: slogan.tags for slogan in self._slogans}
        themes = (tag for entry in content.entries for tag in tags.get(entry.slogan, ()))
        content = replace(content, themes=tuple(dict.fromkeys(themes)))
        alts = alt_texts(layout, content, self.inputs.artwork, self._own_texts)
        return replace(content, own=(*content.own, *alts))

    def _name(self, values: dict[str, str]) -> str:
        choices = self.choices
        pattern = choices.pattern or automatic_pattern(
            slogan=bool(values["slogan"]),
            layouts=len(choices.layouts) > 1,
            palettes=len(choices.palettes) > 1,
            named=bool(choices.name),
        )
        return job_name(pattern, values)

    @contextmanager
    def _guarded(self, *key: str | int) -> Iterator[None]:
        """What goes wrong inside is reported at the key; an error of this program's own too, and nothing stops."""
        place = self.where(key)
        try:
            yield
        except PlacardsError as error:
            self.report.take(error, place)
        except Exception as error:
            detail = f"{error}"[:200]
            self.report(diagnostic("internal", place=place, kind=type(error).__name__, detail=detail))
