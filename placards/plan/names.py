"""What tells artefacts apart becomes their file names, which every system can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from placards.values.name_pattern import FIELDS as FIELDS
from placards.values.name_pattern import check_pattern as check_pattern


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


def job_name(pattern: str, values: Mapping[str, str | int]) -> str:
    """The name of an artefact below the output folder. Whoever writes it looks whether a system can hold it."""
    return pattern.format_map(values)
