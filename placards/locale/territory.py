"""An ISO 3166 code becomes a place's name, and tells who speaks a language there."""

from __future__ import annotations

import re
from functools import lru_cache

#: Per cent of a place's people.
_MANY = 30


@lru_cache(maxsize=256)
def territory_name(code: str, language: str = "en") -> str | None:
    """The name of a country or territory (``RU``), by CLDR; None for what is no such code."""
    from babel.core import Locale

    if re.fullmatch("[A-Z]{2}", code) is None or code in ("ZZ", "XA", "XB"):
        return None
    found = Locale.parse(language, sep="-").territories.get(code)
    return None if found is None else str(found)


@lru_cache(maxsize=1024)
def is_spoken_in(language: str, code: str) -> bool:
    """Whether a language (primary tag) is official in a place, or three tenths of its people speak it, by CLDR."""
    from babel.languages import get_territory_language_info

    for tag, info in get_territory_language_info(code).items():
        if tag.split("_")[0] == language:
            share = float(info["population_percent"] or 0)
            if share >= _MANY or info["official_status"] in ("official", "de_facto_official"):
                return True
    return False
