"""A row becomes Choices: what it says, and for the rest what the campaign says. What is wrong is named by row and
column, and concerns its row alone."""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from placards.files.tables.table import DATE, ERROR, MOMENT, NUMBER, TIME, UNKNOWN, Row
from placards.files.toml import KeyPath
from placards.files.world import check_name
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import FORMATS
from placards.locale.language import fallbacks, parse_language
from placards.messages.trust.status import Status
from placards.plan.choices import ALL, Choices, Details, Languages, Picture, Texts
from placards.plan.messages import Messages, Skipped
from placards.plan.moments import parse_time
from placards.plan.table import values
from placards.plan.table.headings import Column, language_tag
from placards.plan.table.slogans import Slogans
from placards.plan.table.words import PICTURE_KEYS, TEXT_KEYS
from placards.problems.diagnostic import Diagnostic, Diagnostics, Parameter, diagnostic
from placards.problems.errors import InputError, PlacardsError, Place
from placards.values.sheet import parse_sheet

#: What Choices call a key, where a table calls it otherwise.
_KEY_OF = {"slogans": "slogan", "print": "profile", "tags": "slogan", "pattern": "file", "calendars": "date"}


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row's keys stand: the place of the row, and its columns by key."""

    row: Place
    labels: tuple[tuple[str, str], ...]

    def __call__(self, key: KeyPath) -> Place:
        if not key:
            return self.row
        name = str(key[0])
        label = dict(self.labels).get(_KEY_OF.get(name, name))
        if label is None:
            return self.row
        return replace(self.row, key=f"{self.row.key}, {label}" if self.row.key else label)


@dataclass
class Reader:
    """Reads the rows of one sheet."""

    columns: Sequence[Column]
    base: Choices  # what the campaign says
    place: Place  # the file, and as its key the sheet
    inputs: Inputs
    report: Diagnostics
    width: int | None = None  # so many cells has a row at most, where one more means a comma too many: in text files

    @cached_property
    def slogans(self) -> Slogans:
        return Slogans(self.inputs.messages)

    @cached_property
    def messages(self) -> Messages:
        return Messages(self.inputs)

    def has(self, key: str) -> bool:
        """Whether the table has a column of a key."""
        return any(column.key == key for column in self.columns)

    def choices(self, row: Row) -> tuple[Choices, RowPlace] | None:
        """What a row asks for; None where something is wrong, which is reported, or where the row is for people."""
        cells = {column: row.cell(column.index) for column in self.columns}
        labels = tuple((column.key, column.label) for column, text in reversed(cells.items()) if text)
        where = RowPlace(replace(self.place, line=row.number), labels)
        found = Diagnostics()
        for column, text in cells.items():
            if row.kind(column.index) == ERROR:
                found(diagnostic("table-cell-error", place=_at(where, column), text=text))
            elif row.kind(column.index) == UNKNOWN:
                found(diagnostic("table-cell-uncomputed", place=_at(where, column)))
        if self.width is not None and len(row.cells) > self.width:
            found(diagnostic("table-row-long", place=where(()), cells=len(row.cells), headings=self.width))
        made = None
        if not found.errors and any(cells.values()):
            one = _Row(self, row, where, {column: text for column, text in cells.items() if text}, found)
            with found.caught(where(())):
                made = one.choices()
        for said in found:
            self.report(said)
        return None if made is None or found.errors else (made, where)


def _at(where: RowPlace, column: Column) -> Place:
    row = where.row
    return replace(row, key=f"{row.key}, {column.label}" if row.key else column.label)


@dataclass
class _Row:
    """One row on its way."""

    reader: Reader
    row: Row
    where: RowPlace
    cells: Mapping[Column, str]
    found: Diagnostics

    def choices(self) -> Choices | None:
        base = self.reader.base
        languages = self._languages()
        home = _first(languages) or base.language
        wordy = self._texts("text")
        slogan = next((text for column, text in self.cells.items() if column.key == "slogan"), "")
        if slogan and wordy:
            self._wrong("text", "table-row-two")
        self._check_one_text(wordy, languages, home)
        details = self._details()
        choices = replace(
            base,
            languages=languages,
            language=home,
            text=Texts.of(wordy) if wordy else None if slogan else base.text,
            slogans=base.slogans if wordy else (),
            tags=() if slogan or wordy else base.tags,
            layouts=self._list("layouts", lambda text: "-".join(text.lower().split())) or base.layouts,
            sizes=self._list("sizes", lambda text: parse_sheet(text).name) or base.sizes,
            formats=self._list("formats", _format) or base.formats,
            palettes=self._list("palettes", str, whole=True) or base.palettes,
            copies=self._copies(),
            stock=self._text("stock") or base.stock,
            printing=replace(base.printing, profile=self._text("profile") or base.printing.profile),
            details=details,
        )
        if slogan:
            choices = replace(choices, slogans=self._slogan(slogan, languages))
        elif not wordy and not (choices.slogans or choices.tags or choices.text or any(choices.layouts)):
            self.found(diagnostic("table-row-wordless", place=self.where(())))
        self._say_unused(languages, home)
        return self._named(choices, slogan)

    # One cell each.

    def _column(self, key: str) -> Column | None:
        return next((column for column in self.cells if column.key == key), None)

    def _text(self, key: str) -> str:
        column = self._column(key)
        return self.cells[column] if column is not None else ""

    def _wrong(self, key: str, code: str, *parameters: tuple[str, Parameter]) -> None:
        self.found(Diagnostic(code, tuple(sorted(parameters)), self.where((key,))))

    def _list(self, key: str, read: Callable[[str], str], *, whole: bool = False) -> tuple[str, ...]:
        """The items of a cell, each read; what is wrong is reported."""
        text = self._text(key)
        made = []
        for part in [text] if whole and text else values.parts(text):
            with self.found.caught(self.where((key,))):
                made.append(read(part))
        return tuple(dict.fromkeys(made))

    def _copies(self) -> int:
        text = self._text("copies")
        if text:
            with self.found.caught(self.where(("copies",))):
                return values.whole_number(text)
        return self.reader.base.copies

    # Languages.

    def _languages(self) -> tuple[Languages, ...]:
        base = self.reader.base
        text = self._text("languages")
        if text:
            made: list[Languages] = []
            for part in values.parts(text):
                tags = tuple(filter(None, (self._tag(tag.strip()) for tag in part.split("+"))))
                if tags:
                    made.append(tags[0] if len(tags) == 1 and "+" not in part else tags)
            return tuple(dict.fromkeys(made))
        named = [column.language for column in self.cells if column.key == "text" and column.language]
        if named:
            return tuple(dict.fromkeys(named))
        if base.languages:
            return base.languages
        words = " ".join(t for column, t in self.cells.items() if column.key in TEXT_KEYS and not column.language)
        if _foreign(words) and base.language == "en":
            self.found(diagnostic("table-language-missing", place=self.where(()), example="ur"))
        elif base.language == "en" and any(char.isalpha() for char in words):
            row = self.where.row
            place = row if self.reader.has("languages") else Place(row.file, key=row.key)
            self.found(diagnostic("table-language-assumed", place=place, language=base.language))
        return (base.language,)

    def _check_one_text(self, wordy: Mapping[str, str], languages: tuple[Languages, ...], home: str) -> None:
        """One text is in one language: nobody's words stand for another's."""
        others = [tag for tag in _tags(languages) if tag != ALL and home not in fallbacks(tag)]
        if list(wordy) == [""] and others:
            key = self._column("text")
            place = self.where(("languages",)) if key is None else _at(self.where, key)
            every = tuple(_tags(languages))
            said = diagnostic("table-text-one", place=place, languages=every, example=f"text ({others[0]})")
            self.found(said)

    def _tag(self, text: str) -> str:
        if text.lower() == ALL:
            return ALL
        tag = language_tag(text)
        if tag is None:
            from placards.messages.language_names import language_remedy

            known = text.strip().lower().replace("_", "-")
            if known in (t.lower() for t in self.reader.inputs.messages.language_tags()):
                return str(parse_language(text))
            place = self.where(("languages",))
            remedy = language_remedy(text) if text.strip() else None
            self.found(diagnostic("table-language-unclear", place=place, remedy=remedy, name=text[:40]))
            return ""
        if _plain(text) != _plain(tag):
            place = Place(self.where.row.file, key=self.where.row.key)
            self.found(diagnostic("table-language-named", place=place, name=text[:40], tag=tag))
        return tag

    def _say_unused(self, languages: tuple[Languages, ...], home: str) -> None:
        """What is given in a language that the row is not for is named."""
        every = set(_tags(languages))
        if ALL in every:
            return
        useful = {near for tag in every for near in fallbacks(tag)} | {home}
        for column in self.cells:
            if column.language and column.language not in useful:
                said = diagnostic(
                    "table-text-unused",
                    place=self.where(()),
                    key=column.heading[:40],
                    language=column.language,
                    languages=tuple(sorted(every)),
                )
                self.found(said)

    # Words.

    def _texts(self, key: str) -> dict[str, str]:
        """The texts of a key by language, "" for the row's own. What was no text in its cell is said."""
        found = {}
        for column, text in self.cells.items():
            if column.key != key:
                continue
            kind = self.row.kind(column.index)
            if kind in (DATE, TIME, MOMENT):
                self.found(diagnostic("table-date-in-text", place=_at(self.where, column), text=text))
            elif key == "phone" and kind == NUMBER and not text.startswith("0"):
                self.found(diagnostic("table-phone-number", place=_at(self.where, column)))
            found[column.language] = text
        return found

    def _slogan(self, text: str, languages: tuple[Languages, ...]) -> tuple[str, ...]:
        tags = _tags(languages)
        try:
            name = self.reader.slogans.name(text, [tag for tag in tags if tag != ALL])
        except PlacardsError as error:
            self.found.take(error, self.where(("slogans",)))
            return ()
        for tag in tags if ALL not in tags else ():
            with self.found.caught(self.where(("slogans",))):
                self._check_message(name, tag)
        return (name,)

    def _check_message(self, name: str, tag: str) -> None:
        """A row asks for just this message: what it lacks is an error of its own."""
        choices = self.reader.base
        message = self.reader.messages.message(self.reader.messages.library.slogan(name), tag)
        if not message.status.at_least(choices.minimum):
            skipped = Skipped("", name, tag, message.status.value, " ".join(message.text.split()))
            wanted = choices.require if choices.require is not Status.TRANSLATED else None
            self.found(replace(skipped.diagnostic(wanted), place=self.where(("slogans",))))

    # Details.

    def _details(self) -> Details:
        base = self.reader.base.details
        given = {key: Texts.of(texts) for key in TEXT_KEYS if (texts := self._texts(key)) and key != "text"}
        slots = {**dict(base.slots), **{key: texts for key, texts in given.items() if _is_slot(key)}}
        date, time = self._when()
        pictures = self._pictures(given)
        own = {*given, *(picture.slot for picture in pictures)}
        own |= {key for key in ("link", "art") if self._text(key)} | ({"date"} if date or time else set())
        return replace(
            base,
            title=given.get("title", base.title),
            organiser=given.get("organiser", base.organiser),
            place=given.get("place", base.place),
            date=date or base.date,
            time=time if time is not None else base.time,
            link=self._text("link") or base.link,
            art=self._text("art") or base.art,
            slots=tuple(slots.items()),
            pictures=tuple({**{p.slot: p for p in base.pictures}, **{p.slot: p for p in pictures}}.values()),
            offered=tuple(name for name in base.offered if name not in own),
        )

    def _when(self) -> tuple[datetime.date | None, datetime.time | None]:
        date: datetime.date | None = None
        time: datetime.time | None = None
        column = self._column("date")
        if column is not None:
            with self.found.caught(_at(self.where, column)):
                date, time = values.moment(self.cells[column], self.row.kind(column.index))
        column = self._column("time")
        if column is not None:
            with self.found.caught(_at(self.where, column)):
                own = parse_time(self.cells[column])
                if time is not None and own != time:
                    raise InputError("table-moment-time", date=f"{date}", time=f"{time:%H:%M}", other=f"{own:%H:%M}")
                time = own
        return date, time

    def _pictures(self, given: Mapping[str, Texts]) -> list[Picture]:
        found = []
        for slot in PICTURE_KEYS:
            name = self._text(slot).replace("\\", "/")
            if name:
                with self.found.caught(self.where((slot,))):
                    found.append(Picture(slot, check_name(name), alt=given.get(f"{slot}-alt", Texts())))
        return found

    # The name.

    def _named(self, choices: Choices, slogan: str) -> Choices | None:
        text = self._text("file")
        if not text:
            return replace(choices, pattern=choices.pattern or self._automatic(choices, slogan))
        stem, suffix = values.file_stem(text.replace("\\", "/"), FORMATS)
        with self.found.caught(self.where(("file",))):
            check_name(stem)
        if suffix and (suffix,) != choices.formats:
            if self._text("formats"):
                kinds = ", ".join(choices.formats)
                self._wrong("file", "table-file-suffix", ("name", text[:60]), ("format", kinds))
            choices = replace(choices, formats=(suffix,))
        for name, several in (
            ("languages", len(choices.languages) > 1 or ALL in choices.languages),
            ("layout", len(choices.layouts) > 1),
            ("palette", len(choices.palettes) > 1),
            ("size", len(choices.sizes) > 1),
        ):
            if several and f"{{{name}}}" not in stem:
                stem += f"-{{{name}}}"
        return replace(choices, pattern=f"{stem}.{{format}}")

    def _automatic(self, choices: Choices, slogan: str) -> str:
        """By the words, where no slogan has a name; layouts and palettes are in it where the table has several."""
        parts = ["{slogan}"] if slogan or choices.slogans or choices.tags else [self._words(choices)]
        if self.reader.has("layouts") or len(choices.layouts) > 1:
            parts.append("{layout}")
        if self.reader.has("palettes") or len(choices.palettes) > 1:
            parts.append("{palette}")
        return f"{{languages}}/{'-'.join(filter(None, (*parts, '{size}')))}.{{format}}"

    def _words(self, choices: Choices) -> str:
        texts = [text for key in ("text", "title", "quote", "name") for text in self._texts_quietly(key)]
        if not texts:
            return "" if self.reader.has("layouts") else "{layout}"
        made = values.slug(texts[0])
        letters = sum(char.isalpha() for char in texts[0])
        # Of a text that is not in Latin letters, the digits and foreign names alone tell nothing apart.
        if sum(char.isalpha() for char in made) * 2 >= letters and made:
            return made
        return f"text-{hashlib.sha256(texts[0].encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"

    def _texts_quietly(self, key: str) -> list[str]:
        return [text for column, text in self.cells.items() if column.key == key]


def _is_slot(key: str) -> bool:
    return key not in ("text", "title", "organiser", "place") and not key.endswith("-alt")


def _format(text: str) -> str:
    kind = text.lower().lstrip(".")
    if kind not in FORMATS:
        try:
            parse_sheet(text)
        except InputError:
            return kind  # the planner names what is near
        raise InputError("table-format-size", text=text[:40])
    return kind


def _first(languages: tuple[Languages, ...]) -> str:
    first = languages[0] if languages else ""
    tag = first if isinstance(first, str) else first[0]
    return "" if tag == ALL else tag


def _tags(languages: tuple[Languages, ...]) -> list[str]:
    """All languages that a row names, one after the other."""
    return [tag for entry in languages for tag in ((entry,) if isinstance(entry, str) else entry)]


def _plain(tag: str) -> str:
    return tag.strip().replace("_", "-").casefold()


def _foreign(text: str) -> bool:
    """Whether most letters of a text are not Latin ones."""
    letters = [char for char in text if char.isalpha()]
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return latin * 2 < len(letters)
