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


def job_name(pattern: str, values: Mapping[str, str | int], factor: int = 1) -> str:
    """The name of an artefact below the output folder. Whoever writes it looks whether a system can hold it. Of one
    that is drawn smaller than it is printed, it says by which *factor*.

    >>> job_name("{language}/{size}.{format}", {"language": "en", "size": "8x2m", "format": "pdf"}, 10)
    'en/8x2m-1to10.pdf'
    """
    name = pattern.format_map(values)
    if factor == 1 or "{scale" in pattern:
        return name
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-1to{factor}.{suffix}" if dot and "/" not in suffix else f"{name}-1to{factor}"
