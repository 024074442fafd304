"""The sets of a campaign file become Choices: each set, what it changes for some languages, and what it includes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from placards.files.toml import KeyPath, TomlFile
from placards.frozen import dataclass
from placards.locale.language import parse_language
from placards.messages.trust.status import Status
from placards.plan import choices as chosen
from placards.plan.campaign_file import (
    ArtefactSet,
    Campaign,
    Changes,
    Details,
    Event,
    Exclude,
    Include,
    LanguageChanges,
    PictureTable,
    Print,
    TableSource,
)
from placards.plan.planner import Asked
from placards.plan.slot_texts import slot_texts
from placards.press.profile_keys import said
from placards.problems.errors import PlacardsError
from placards.problems.place import Place


def asked(campaign: Campaign, file: TomlFile, *, draft: bool = False, require: Status | None = None) -> Iterator[Asked]:
    """The Choices of each set, and where its keys stand in the file."""
    for number, one in enumerate(campaign.set):
        yield from _Set(campaign, one, file, number, draft, require).asked()


def base_of_rows(
    campaign: Campaign, table: TableSource, *, draft: bool = False, require: Status | None = None
) -> chosen.Choices:
    """What stands where a row of the table says nothing. Without languages, it is for the row to name some."""
    event = campaign.campaign
    return chosen.Choices(
        languages=table.languages,
        layouts=table.layouts,
        sizes=table.sizes,
        formats=table.formats,
        palettes=table.palettes,
        dpi=table.dpi,
        details=_details([_Level(event, ("campaign",)), _Level(table, ("table",))]),
        language=event.language,
        draft=draft,
        require=require,
        pattern=table.files,
        copies=table.copies,
        stock=table.stock,
        printing=_printing(event.name, campaign.print, table.print),
    )


def _printing(name: str, *tables: Print | None) -> chosen.Printing:
    """What tables of a campaign of this *name* say of the printer, the outermost first: the innermost goes before, key
    by key."""
    said_by = [table for table in tables if table is not None]
    if not said_by:
        return chosen.Printing()
    keys = {"slug_name": name} | {path: value for table in said_by for path, value in said(table)}
    return chosen.Printing(next((t.profile for t in reversed(said_by) if t.profile), ""), keys=tuple(keys.items()))


@dataclass(frozen=True, slots=True)
class _Level:
    """A table that says something of details; those before it say the rest."""

    given: Details
    path: KeyPath
    language: str = ""  # of texts that name none; empty for the campaign's


@dataclass(frozen=True, slots=True)
class _Set:
    """A set, number *number* of its file."""

    campaign: Campaign
    own: ArtefactSet
    file: TomlFile
    number: int
    draft: bool
    require: Status | None

    @property
    def event(self) -> Event:
        return self.campaign.campaign

    def asked(self) -> Iterator[Asked]:
        levels = [_Level(self.event, ("campaign",)), _Level(self.own, ("set", self.number))]
        base = replace(self._base(), exclude=tuple(map(_combination, self.own.exclude)))
        yield from self._by_language(base, levels)
        for number, more in enumerate(self.own.include):
            level = _Level(more, ("set", self.number, "include", number), _only_language(more))
            yield from self._by_language(_included(self._base(), more), levels, level)

    def _by_language(self, base: chosen.Choices, levels: list[_Level], more: _Level | None = None) -> Iterator[Asked]:
        """Some Choices in all their languages but those for which something is other, and in each of those."""
        added = [more] if more else []
        spelt = {_name(tag): tag for tag in self._table().get("language", {})}
        others = self.own.language
        if more is not None and chosen.ALL not in base.languages:
            names = {"+".join(tags) if isinstance(tags, tuple) else tags for tags in base.languages}
            others = {tag: changes for tag, changes in others.items() if tag in names}
        yield self._asked(replace(base, not_in=tuple(others)), [*levels, *added])
        for tag, changes in others.items():
            home = "" if "+" in tag or tag == chosen.ALL else tag
            level = _Level(changes, ("set", self.number, "language", spelt[tag]), home)
            changed = _changed(base, changes, home)
            if more is not None and isinstance(more.given, Include):
                changed = _included(changed, more.given)
            yield self._asked(replace(changed, only_in=tag), [*levels, level, *added])

    def _asked(self, choices: chosen.Choices, levels: Sequence[_Level]) -> Asked:
        where = _Where(self.file, tuple(level.path for level in levels))
        included = "include" in levels[-1].path
        return Asked(replace(choices, details=_details(levels)), where, added=included)

    def _table(self) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self.file.data["set"][self.number]
        return table

    def _base(self) -> chosen.Choices:
        own = self.own
        return chosen.Choices(
            languages=own.languages,
            layouts=own.layouts,
            sizes=own.sizes,
            slogans=own.slogans,
            tags=own.tags,
            text=None if own.text is None else chosen.Texts.of(own.text),
            without=own.without,
            formats=own.formats,
            palettes=own.palettes,
            dpi=own.dpi,
            language=self.event.language,
            draft=self.draft,
            require=self.require,
            name=own.name,
            pattern=own.files,
            copies=own.copies,
            stock=own.stock,
            told_by=tuple(n for n in ("layout", "palette") if any(getattr(more, n) for more in own.include)),
            printing=_printing(self.event.name, self.campaign.print, own.print),
        )


class _Where:
    """The place of a key: in the innermost table that has it."""

    def __init__(self, file: TomlFile, paths: Sequence[KeyPath]) -> None:
        self._file, self._paths = file, paths

    def __call__(self, key: KeyPath) -> Place:
        if not key:
            return self._file.place(self._paths[-1])
        if key[0] == "print":
            return self._printed(key)
        for path in reversed(self._paths):
            # What an include has one of is a list in a set.
            names = (key[0], str(key[0]).removesuffix("s")) if "include" in path else (key[0],)
            found = next((name for name in names if name in _inside(self._file.data, path)), None)
            if found is not None:
                return self._file.place((*path, found, *key[1:]))
        return self._file.place(self._paths[-1])

    def _printed(self, key: KeyPath) -> Place:
        """The innermost table of the printer that has the key, or has a part of it."""
        tables = [(*path, *key) for path in reversed(self._paths) if len(path) == 2] + [key]
        for length in range(len(key), 0, -1):
            for path in tables:
                path = path[: len(path) - len(key) + length]
                if _has(self._file.data, path):
                    return self._file.place(path)
        return self._file.place(self._paths[-1])


def _has(data: Any, path: KeyPath) -> bool:
    for part in path:
        there = part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))
        if not there:
            return False
        data = data[part]
    return True


def _inside(data: Any, path: KeyPath) -> Mapping[str, Any]:
    for part in path:
        data = data[part]
    found: Mapping[str, Any] = data
    return found


def _name(tag: str) -> str:
    """Languages as file names have them."""
    try:
        return tag if tag == chosen.ALL else "+".join(str(parse_language(part)) for part in tag.split("+"))
    except PlacardsError:
        return tag


def _only_language(more: Include) -> str:
    """The language of texts that name none, in an include of one language."""
    languages = more.language or ()
    return languages[0] if len(languages) == 1 and languages[0] != chosen.ALL and "+" not in languages[0] else ""


def _combination(rule: Exclude) -> chosen.Combination:
    return chosen.Combination(
        rule.layout or (), rule.language or (), rule.size or (), rule.format or (), rule.palette or (),
        rule.slogan or (),
    )  # fmt: skip


def _changed(base: chosen.Choices, changes: Changes, language: str) -> chosen.Choices:
    """The Choices with what a table changes, whose texts are in a *language* where they name none."""
    changed: dict[str, Any] = {
        name: value for name in ("dpi", "copies", "stock") if (value := getattr(changes, name)) is not None
    }
    if changes.files is not None:
        changed["pattern"] = changes.files
    if isinstance(changes, LanguageChanges):
        axes = ("layouts", "sizes", "formats", "palettes")
        changed |= {name: value for name in axes if (value := getattr(changes, name)) is not None}
        if changes.slogans or changes.tags:
            changed |= {"slogans": changes.slogans or (), "tags": changes.tags or (), "text": None}
    if changes.text is not None:
        changed |= {"slogans": (), "tags": (), "text": chosen.Texts.of(_tagged(changes.text, language))}
    return replace(base, **changed)


def _included(base: chosen.Choices, more: Include) -> chosen.Choices:
    """The Choices with what an include says."""
    changed: dict[str, Any] = {
        f"{name}s": value
        for name in ("layout", "size", "format", "palette")
        if (value := getattr(more, name)) is not None
    }
    if more.slogan is not None:
        changed |= {"slogans": more.slogan, "tags": (), "text": None}
    if more.language is not None:
        changed["languages"] = tuple(tuple(tag.split("+")) if "+" in tag else tag for tag in more.language)
    return replace(_changed(base, more, _only_language(more)), **changed)


def _details(levels: Sequence[_Level]) -> chosen.Details:
    """What the innermost table says that says something of it."""
    event, own = levels[0].given, [level.given for level in levels[1:]]
    offers = [n for n in ("title", "organiser", "place", "link", "art") if getattr(event, n) and not _any(own, n)]
    offers += [name for name in event.details if not any(name in given.details for given in own)]
    pictures = [_pictures(level) for level in levels]
    offers += [name for name in pictures[0] if not any(name in given for given in pictures[1:])]
    if (event.date or event.time) and not any(given.date is not None or given.time is not None for given in own):
        offers.append("date")
    slots = {name: _slot(level, name) for level in levels for name in level.given.details}
    every = [level.given for level in reversed(levels)]
    return chosen.Details(
        title=_text(levels, "title"),
        organiser=_text(levels, "organiser"),
        place=_text(levels, "place"),
        date=next((given.date for given in every if given.date), None),
        time=next((given.time for given in every if given.time is not None), None),
        link=_first(every, "link") or "",
        calendars=_first(every, "calendars") or (),
        digits=_first(every, "digits") or "default",
        hijri_shift=next((given.hijri_shift for given in every if given.hijri_shift is not None), 0),
        art=_first(every, "art") or "",
        offered=tuple(offers),
        slots=tuple(slots.items()),
        pictures=tuple({name: picture for given in pictures for name, picture in given.items()}.values()),
    )


def _any(given: Sequence[Details], name: str) -> bool:
    return any(getattr(one, name) for one in given)


def _first(given: Sequence[Details], name: str) -> Any:
    return next((value for one in given if (value := getattr(one, name))), None)


def _text(levels: Sequence[_Level], name: str) -> chosen.Texts:
    for level in reversed(levels):
        given = getattr(level.given, name)
        if given:
            return chosen.Texts.of(_tagged(given, level.language))
    return chosen.Texts()


def _tagged(given: Any, language: str) -> Any:
    """A text that names no language, in that of its table."""
    return given if isinstance(given, Mapping) or not language or not given else {language: given}


def _slot(level: _Level, name: str) -> chosen.Texts:
    return slot_texts(name, _tagged(level.given.details[name], level.language))


def _pictures(level: _Level) -> dict[str, chosen.Picture]:
    """The pictures of a table, by slot."""
    given = level.given
    logos = given.logo if isinstance(given.logo, tuple) else (given.logo,)
    slots = {"photo": given.photo, "portrait": given.portrait, **dict(zip(("logo", "logo-2"), logos, strict=False))}
    found = {}
    for slot, picture in slots.items():
        table = PictureTable(file=picture) if isinstance(picture, str) else picture
        if table.file:
            alt = chosen.Texts.of(_tagged(table.alt, level.language))
            found[slot] = chosen.Picture(slot, table.file, alt=alt, focus=table.focus)
    return found
