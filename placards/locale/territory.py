"""An ISO 3166 code becomes a place's name."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def territory_name(code: str, language: str = "en") -> str | None:
    """The name of a country or territory (``RU``), by CLDR; None for what is no such code."""
    from babel.core import Locale

    if re.fullmatch("[A-Z]{2}", code) is None or code in ("ZZ", "XA", "XB"):
        return None
    found = Locale.parse(language, sep="-").territories.get(code)
    return None if found is None else str(found)
