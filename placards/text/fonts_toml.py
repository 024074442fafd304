"""What people write in a fonts.toml is checked, every mistake named, and becomes plain values."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, Field

from placards.files.mistakes import raise_found
from placards.files.toml import TomlFile
from placards.files.validation import Model, validate
from placards.files.world import check_name
from placards.problems.diagnostic import Diagnostics, diagnostic
from placards.problems.errors import InputError, PlacardsError
from placards.text.family import RENAMED_ROLES, FontFile
from placards.text.font import MAX_FONT_BYTES
from placards.text.font_list import FontList, Rows


def _axis(tag: str) -> str:
    if not re.fullmatch(r"[\x20-\x7e]{4}", tag):
        raise InputError("font-axis", axis=tag)
    return tag


def _script(code: str) -> str:
    if not re.fullmatch(r"[A-Z][a-z]{3}", code):
        raise InputError("font-script", script=code)
    return code


def _digest(value: str) -> str:
    if value and not re.fullmatch(r"[0-9a-f]{64}", value):
        raise InputError("font-sha256", value=value[:80])
    return value


def _ordered(axes: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    for tag, (low, high) in axes.items():
        if low > high:
            raise InputError("font-axis-range", axis=tag, low=low, high=high)
    return axes


_Number = Annotated[float, Field(strict=True, ge=-100_000, le=100_000)]
_Axis = Annotated[str, AfterValidator(_axis)]
_Text = Annotated[str, Field(max_length=500)]
_Name = Annotated[str, Field(min_length=1, max_length=100)]


class _File(Model):
    """A file of a family."""

    file: Annotated[str, Field(min_length=1), AfterValidator(check_name)]
    weight: Annotated[int, Field(strict=True, ge=1, le=1000)] = 400
    axes: Annotated[dict[_Axis, tuple[_Number, _Number]], AfterValidator(_ordered)] = Field(default_factory=dict)
    sha256: Annotated[str, AfterValidator(_digest)] = ""


class _Family(Model):
    """A family."""

    name: _Name
    files: Annotated[tuple[_File, ...], Field(min_length=1)]
    roles: tuple[_Name, ...] = ()
    scripts: tuple[Annotated[str, AfterValidator(_script)], ...] = ()
    variations: dict[str, dict[_Axis, _Number]] = Field(default_factory=dict)
    license: _Text = ""
    license_file: _Text = ""
    source: _Text = ""


class _Preference(Model):
    """Families that go first for some languages."""

    languages: tuple[_Name, ...]
    families: tuple[_Name, ...]
    roles: tuple[_Name, ...] = ()


class _Fonts(Model):
    """A fonts.toml."""

    family: tuple[_Family, ...] = ()
    preference: tuple[_Preference, ...] = ()


def _roles(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(RENAMED_ROLES.get(name, name) for name in names)


def written_rows(file: TomlFile) -> Rows:
    """What a fonts.toml says, as plain values; raises InputError with all that is wrong in ``diagnostics``."""
    written = validate(_Fonts, file)
    families = [
        (
            family.name,
            [(f.file, f.weight, tuple((t, *r) for t, r in sorted(f.axes.items())), f.sha256) for f in family.files],
            _roles(family.roles),
            family.scripts,
            tuple((*_roles([role]), tuple(sorted(fixed.items()))) for role, fixed in sorted(family.variations.items())),
            family.license,
            family.license_file,
            family.source,
        )
        for family in written.family
    ]
    return families, [(p.languages, p.families, _roles(p.roles)) for p in written.preference]


def with_digests(found: FontList, toml: TomlFile) -> FontList:
    """The same list, its files looked at and named by their digests; raises InputError for each that is missing or not
    what was listed."""
    wrong = Diagnostics()
    seen: set[str] = set()
    families = []
    for number, family in enumerate(found.families):
        if family.name.casefold() in seen:
            place = toml.place(("family", number, "name"))
            wrong(diagnostic("font-family-twice", place=place, family=family.name))
        seen.add(family.name.casefold())
        files = []
        for index, font in enumerate(family.files):
            place = toml.place(("family", number, "files", index, "file"))
            name = PurePosixPath(font.file.name).name
            if not font.file.source.has(font.file.name):
                wrong(diagnostic("font-file-missing", place=place, name=name))
                continue
            try:
                digest = hashlib.sha256(font.file.read(MAX_FONT_BYTES)).hexdigest()
            except PlacardsError as error:
                wrong.take(error)
                continue
            if font.sha256 not in ("", digest):
                wrong(diagnostic("font-file-other", place=place, name=name))
            files.append(FontFile(font.file, font.weight, font.axes, digest))
        families.append(family.with_files(tuple(files)))
    raise_found(wrong)
    return FontList(tuple(families), found.preferences)
