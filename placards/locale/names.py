"""What people call a language, in English or in itself, becomes its tag."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Names that people use and CLDR does not: of the language, of a standard of it, or of its speakers' country.
_OTHER_NAMES = {
    "farsi": "fa", "dari": "fa-AF", "pushto": "ps", "pashtu": "ps", "sorani": "ckb", "kurmanji": "ku", "bengali": "bn",
    "oriya": "or", "panjabi": "pa", "shahmukhi": "pa-Arab", "gurmukhi": "pa", "sinhalese": "si", "singhalese": "si",
    "mandarin": "zh-Hans", "putonghua": "zh-Hans", "simplified chinese": "zh-Hans", "traditional chinese": "zh-Hant",
    "tagalog": "fil", "pilipino": "fil", "bahasa": "id", "bahasa indonesia": "id", "bahasa melayu": "ms",
    "cambodian": "km", "laotian": "lo", "siamese": "th", "castilian": "es", "castellano": "es", "valencian": "ca",
    "flemish": "nl", "moldovan": "ro", "gaelic": "ga", "bokmal": "nb", "setswana": "tn", "sesotho": "st",
    "isizulu": "zu", "isixhosa": "xh", "chishona": "sn", "kiswahili": "sw", "kinyarwanda": "rw", "oromiffa": "om",
    "creole": "ht", "kreyol": "ht", "quichua": "qu", "te reo": "mi", "te reo maori": "mi", "uighur": "ug",
}  # fmt: skip


@lru_cache(maxsize=1)
def english_names() -> dict[str, str]:
    """Code → name, of every language that CLDR names in English."""
    from babel.core import Locale

    return {str(code): str(title) for code, title in Locale("en").languages.items() if "_" not in code}


@lru_cache(maxsize=1)
def codes_by_english_name() -> dict[str, str]:
    """Name, folded → code."""
    return {folded(title): code for code, title in english_names().items()}


def code_of_name(name: str) -> str | None:
    """The code of a language by its name: ``Urdu``, ``اردو``, ``francais``; None where no language is called so."""
    wanted = folded(name)
    return codes_by_english_name().get(wanted) or _OTHER_NAMES.get(wanted) or _codes_by_own_name().get(wanted)


def folded(name: str) -> str:
    """A name without what people leave out: capitals, accents, hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.replace("-", " ").replace("_", " ").split())


@lru_cache(maxsize=1)
def _codes_by_own_name() -> dict[str, str]:
    """Takes about a second, which only a wrong tag costs: every language's data is looked at."""
    from babel import localedata

    found: dict[str, str] = {}
    for code in sorted(localedata.locale_identifiers()):
        if "_" not in code:
            name = localedata.load(code, merge_inherited=False).get("languages", {}).get(code)
            if name:
                found.setdefault(folded(str(name)), code)
    return found
