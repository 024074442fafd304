"""What tells artefacts apart becomes their file names, which every system can hold."""

from __future__ import annotations

import re

from placards.problems.errors import InputError

#: What a pattern may name.
FIELDS = ("set", "languages", "slogan", "layout", "palette", "size", "format")


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
    rest = pattern
    for known in FIELDS:
        rest = rest.replace(f"{{{known}}}", "")
    if "{" not in rest and "}" not in rest:
        return
    import string  # only for what is not plain

    try:
        fields = [field for _, field, _, _ in string.Formatter().parse(pattern) if field is not None]
    except ValueError as error:
        raise InputError("plan-pattern-unknown", field=pattern, known=tuple(f"{{{f}}}" for f in FIELDS)) from error
    for field in fields:
        if field not in FIELDS:
            raise InputError("plan-pattern-unknown", field=field, known=tuple(f"{{{f}}}" for f in FIELDS))


def job_name(pattern: str, values: dict[str, str]) -> str:
    """The name of an artefact below the output folder. Whoever writes it looks whether a system can hold it."""
    return pattern.format_map(values)
