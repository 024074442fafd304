"""What people write of a printer in TOML, key by key: in a profile's file, and under [print] in a campaign."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field

from placards.elements.fields import LengthField
from placards.files.toml import KeyPath
from placards.files.validation import Model
from placards.files.world import check_name
from placards.problems.errors import InputError
from placards.values.name_pattern import check_pattern
from placards.values.profile import Profile
from placards.values.units import Length, points_to_mm

#: What is said, as the path of a field of `Profile` and its value: ``("finishing.hem_mm", 30.0)``.
Said: TypeAlias = tuple[tuple[str, Any], ...]

#: In metres: no bleed, hem or margin is larger, and no distance along a sheet.
_LARGEST, _LONGEST = 1, 50


def _within(length: Length, most: int) -> Length:
    if length.unit in ("%", "vmin"):
        raise InputError("profile-length-unit", length=str(length))
    if not 0 <= _mm(length) <= most * 1000:
        raise InputError("profile-length-large", length=str(length), most=most)
    return length


def _absolute(length: Length) -> Length:
    return _within(length, _LARGEST)


def _is_long(length: Length) -> Length:
    return _within(length, _LONGEST)


def _inks(value: Any) -> Any:
    numbers = isinstance(value, list | tuple) and all(
        isinstance(one, int | float) and not isinstance(one, bool) and 0 <= one <= 100 for one in value
    )
    if not numbers or len(value) != 4:
        raise InputError("color-cmyk")
    return tuple(one / 100 for one in value)


def _pattern(value: Any) -> Any:
    if isinstance(value, str) and value:
        check_pattern(value)
    return value


def _file_name(value: Any) -> Any:
    if isinstance(value, str):
        check_name(value)
    return value


def _per_cent(value: float) -> float:
    return value / 100


def _rising(value: tuple[int, ...]) -> tuple[int, ...]:
    if list(value) != sorted(set(value)):
        raise InputError("profile-factors-order", factors=tuple(map(str, value)))
    return value


def _each_once(value: tuple[str, ...]) -> tuple[str, ...]:
    for one in value:
        if value.count(one) > 1:
            raise InputError("profile-side-twice", side=one)
    return value


#: A length on paper or cloth: with a unit that needs nothing to be measured by.
Distance = Annotated[LengthField, AfterValidator(_absolute)]

#: Four amounts in per cent.
InksField = Annotated[tuple[float, float, float, float], BeforeValidator(_inks)]

_Side = Literal["top", "bottom", "start", "end"]


class BlackTable(Model):
    """How black is printed, as amounts of cyan, magenta, yellow and black in per cent."""

    text: InksField | None = None  # of letters and small shapes, as [0, 0, 0, 100]
    large: InksField | None = None  # of areas, as [60, 40, 40, 100]
    large_from: Distance | None = None  # how wide and high an area is at least


class ConditionTable(Model):
    """How a press prints."""

    name: Annotated[str, Field(min_length=1, max_length=120)] | None = None  # as it is registered: FOGRA39
    icc: Annotated[str, BeforeValidator(_file_name)] | None = None  # the ICC profile's file
    registry: Annotated[str, Field(max_length=120)] | None = None  # the address of who registers names
    info: Annotated[str, Field(max_length=250)] | None = None  # in words


class ScaleTable(Model):
    """When a file is drawn smaller than what is printed of it."""

    longest: Annotated[LengthField, AfterValidator(_is_long)] | None = None  # side that is still drawn 1:1
    #: tried in turn past that; 10 is one to ten
    factors: (
        Annotated[
            tuple[Annotated[int, Field(ge=2, le=100)], ...], Field(min_length=1, max_length=10), AfterValidator(_rising)
        ]
        | None
    ) = None


class FoldTable(Model):
    """A line along which a sheet is folded."""

    side: _Side  # that it is measured from
    at: Annotated[LengthField, AfterValidator(_is_long)]  # how far from there


class FinishingTable(Model):
    """What is done to a sheet once it is printed."""

    hem: Distance | None = None  # that is folded back on all sides without a pocket
    pocket: Distance | None = None  # a pole pocket's flat width
    pockets: Annotated[tuple[_Side, ...], AfterValidator(_each_once)] | None = None  # the sides that have one
    eyelets: Annotated[LengthField, AfterValidator(_is_long)] | None = None  # how far apart they are at most
    eyelet_inset: Distance | None = None  # from the sheet's edge to an eyelet's middle
    eyelet: Distance | None = None  # an eyelet's outer diameter
    cut: bool | None = None  # a cut line along the sheet's edge
    folds: Annotated[tuple[FoldTable, ...], Field(max_length=20)] | None = None  # as [{ side = "top", at = "10cm" }]


class PrintKeys(Model):
    """What a printer wants of a file. What is not said stays as it is."""

    standard: Literal["pdf/a-2a", "pdf/x-4", "pdf/x-1a"] | None = None  # of the file; pdf/a-2a is PDF/UA-1 as well
    edition: Literal[2001, 2003] | None = None  # of PDF/X-1a: that of 2001 is PDF 1.3, that of 2003 PDF 1.4
    inks: Literal["rgb", "cmyk"] | None = None  # what colours are written in
    condition: ConditionTable | None = None
    black: BlackTable | None = None
    #: per cent of all inks together at one place
    most_ink: Annotated[float, Field(ge=100, le=400), AfterValidator(_per_cent)] | None = None
    spots: bool | None = None  # spot colours stay inks of their own; else their CMYK is printed
    overprint: bool | None = None  # black letters print over what is below them
    layers: bool | None = None  # a file may have layers; else finishing stands on a page of its own
    transparency: bool | None = None  # else what is see-through is made one picture with what is below it
    bleed: Distance | None = None  # what is printed beyond the sheet's edge; by itself what the size says
    safe: Distance | None = None  # the margin that words keep clear of; by itself what the size says
    marks: bool | None = None  # crop and registration marks, and colour bars
    mark_offset: Distance | None = None  # from the sheet's edge to the marks, at least the bleed
    slug: bool | None = None  # a line outside the bleed: campaign, language, slogan, size, scale
    date: datetime.date | None = None  # in the slug, and of the file; by itself none
    dpi: Annotated[float, Field(ge=20, le=2400)] | None = None  # what a picture should have at the finished size
    least_dpi: Annotated[float, Field(ge=5, le=2400)] | None = None  # what it must have
    scale: ScaleTable | None = None
    finishing: FinishingTable | None = None
    finishing_on: Literal["layers", "page"] | None = None  # where finishing is drawn
    #: a pattern of file names, as "{languages}/{slogan}-{size}.{format}"; {scale} is 1to10
    file_name: Annotated[str, BeforeValidator(_pattern)] | None = None


def said(table: Model) -> Said:
    """What a table says, as fields of `Profile`."""
    return tuple(_said(table, Profile, ""))


def _said(table: Model, kind: type, start: str) -> Iterator[tuple[str, Any]]:
    fields = {field.name: field for field in dataclasses.fields(kind)}
    for name in sorted(table.model_fields_set, key=list(type(table).model_fields).index):
        value = getattr(table, name)
        if value is None or name not in {key.removesuffix("_mm") for key in fields}:
            continue  # what a file says of itself
        path = f"{start}{name if name in fields else f'{name}_mm'}"
        if isinstance(value, Model):
            yield from _said(value, type(fields[name].default), f"{path}.")
        else:
            yield path, _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Length):
        return _mm(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple) and value and isinstance(value[0], FoldTable):
        return tuple((fold.side, _mm(fold.at)) for fold in value)
    return value


def _mm(length: Length) -> float:
    return round(points_to_mm(length.points()), 6)


def with_said(profile: Profile, keys: Said) -> Profile:
    """The profile with what is said in place of its own."""
    for path, value in keys:
        head, _, inner = path.partition(".")
        changed = dataclasses.replace(getattr(profile, head), **{inner: value}) if inner else value
        profile = dataclasses.replace(profile, **{head: changed})
    return profile


def key_of(path: str) -> KeyPath:
    """The key that people write for a field of `Profile`: ``finishing.hem_mm`` → ``("finishing", "hem")``."""
    return tuple(part.removesuffix("_mm") for part in path.split("."))


def shown(path: str) -> str:
    """The same as errors name it: ``finishing.hem``."""
    return ".".join(map(str, key_of(path)))


def paths(keys: Iterable[tuple[str, Any]]) -> tuple[str, ...]:
    """The fields that are said."""
    return tuple(path for path, _ in keys)
