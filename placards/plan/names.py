"""What tells artefacts apart becomes their file names, which every system can hold."""

from __future__ import annotations

import re
import string
import unicodedata

from placards.files.world import check_name
from placards.problems.errors import InputError, PlacardsError

#: What a pattern may name.
FIELDS = ("set", "languages", "slogan", "layout", "palette", "size", "format")

#: Names that Windows keeps for devices, with any suffix.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)

#: No file system that people use holds more bytes in one part of a path.
_MAX_BYTES = 255


def file_part(text: str) -> str:
    """A text as a part of a file name: small Latin letters, digits and hyphens.

    >>> file_part("No one is free…")
    'no-one-is-free'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def automatic_pattern(*, slogan: bool, layouts: bool, palettes: bool, named: bool) -> str:
    """The shortest pattern that tells artefacts apart: by slogan where one slogan is an artefact, by layout and palette
    where there are several.

    >>> automatic_pattern(slogan=True, layouts=False, palettes=False, named=True)
    '{set}/{languages}/{slogan}-{size}.{format}'
    """
    parts = ["{slogan}"] if slogan else []
    if layouts or not parts:
        parts.append("{layout}")
    if palettes:
        parts.append("{palette}")
    parts.append("{size}")
    return f"{'{set}/' if named else ''}{{languages}}/{'-'.join(parts)}.{{format}}"


def check_pattern(pattern: str) -> None:
    """Raise InputError for a pattern with a field that there is not."""
    try:
        fields = [field for _, field, _, _ in string.Formatter().parse(pattern) if field is not None]
    except ValueError as error:
        raise InputError("plan-pattern-unknown", field=pattern, known=tuple(f"{{{f}}}" for f in FIELDS)) from error
    for field in fields:
        if field not in FIELDS:
            raise InputError("plan-pattern-unknown", field=field, known=tuple(f"{{{f}}}" for f in FIELDS))


def job_name(pattern: str, values: dict[str, str]) -> str:
    """The name of an artefact below the output folder; raises InputError where it would leave it, or where some system
    cannot hold it."""
    name = pattern.format_map(values)
    if not is_portable(name):
        raise InputError("plan-name-unsafe", name=name.encode("unicode_escape").decode() if _odd(name) else name)
    return name


def is_portable(name: str) -> bool:
    """Whether Linux, macOS and Windows can all hold a file of this name, and it stays inside its folder."""
    try:
        check_name(name)
    except PlacardsError:
        return False
    return bool(name) and not _odd(name) and all(map(_portable_part, name.split("/")))


def _portable_part(part: str) -> bool:
    return (
        not any(char in '<>:"|?*\\' for char in part)
        and not part.endswith((".", " "))
        and not part.startswith((" ", "-"))
        and not _DEVICES.fullmatch(part)
        and len(part.encode("utf-8", "surrogatepass")) <= _MAX_BYTES
    )


def _odd(name: str) -> bool:
    """Whether a name has characters that nobody sees: controls, marks of direction, halves of surrogate pairs."""
    return any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for char in name)
