"""What tells artefacts apart becomes their file names, which every system can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from placards.problems.errors import InputError

#: What a pattern may name.
FIELDS = ("set", "languages", "language", "slogan", "layout", "palette", "size", "format", "n")


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
    """Raise InputError for a pattern with a field that there is not. ``{n}`` is the artefact's number in its set, and
    ``{n:03}`` the same with three digits; no other field has a format of its own.

    >>> check_pattern("{set}/{n:03}-{language}.{format}")
    """
    rest = pattern
    for known in FIELDS:
        rest = rest.replace(f"{{{known}}}", "")
    if "{" not in rest and "}" not in rest:
        return
    import string  # only for what is not plain

    shown = (*(f"{{{f}}}" for f in FIELDS), "{n:03}")
    try:
        parts = [part[1:] for part in string.Formatter().parse(pattern) if part[1] is not None]
    except ValueError as error:
        raise InputError("plan-pattern-unknown", field=pattern, known=shown) from error
    for field, form, conversion in parts:
        if field not in FIELDS or conversion or (form and (field != "n" or not re.fullmatch("0[1-9]", form))):
            raise InputError("plan-pattern-unknown", field=f"{field}{f':{form}' if form else ''}", known=shown)


def job_name(pattern: str, values: Mapping[str, str | int]) -> str:
    """The name of an artefact below the output folder. Whoever writes it looks whether a system can hold it."""
    return pattern.format_map(values)
