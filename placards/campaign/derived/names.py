"""Words of people become parts of the names of derived files, in their own script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from placards.campaign.names import portable

_LONGEST = 40  # characters; at most four bytes each, of the 255 that a name may have


def name_part(text: str) -> str:
    """A text as a part of a file name: letters, marks and digits of any script, and hyphens.

    >>> name_part("Wasser ist Leben!"), name_part("الماء حياة")
    ('wasser-ist-leben', 'الماء-حياة')
    """
    kept = [
        c if unicodedata.category(c)[0] in "LMN" or c == "+" else "-"
        for c in unicodedata.normalize("NFC", text).lower()
    ]
    parts = [part for part in "".join(kept).split("-") if part]
    return portable("-".join(parts)[:_LONGEST].rstrip("-"))


def named_apart(keys: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """A name for each key: its parts with hyphens between; where two would be called the same, a number is added."""
    names: dict[tuple[str, ...], str] = {}
    taken: set[str] = set()
    for key in keys:
        name = plain = "-".join(filter(None, map(name_part, key))) or "other"
        number = 2
        while name.casefold() in taken:
            name, number = f"{plain}-{number}", number + 1
        taken.add(name.casefold())
        names[key] = name
    return names
