"""A name that should be a language tag becomes the tag that was probably meant."""

from __future__ import annotations

from collections.abc import Mapping

from placards.locale.language import parse_language
from placards.problems.errors import InputError


def is_known_language(tag: str) -> bool:
    """Whether CLDR has a name for the language, and no shorter or newer code (``urd``, ``iw``)."""
    from babel.core import Locale, get_global

    code = parse_language(tag).language
    return code in Locale("en").languages and code not in get_global("language_aliases")


def suggest_language(name: str) -> str:
    """A remedy for a wrong tag: ``urd``, ``urdu`` and the country code ``pk`` all give “ur”."""
    from babel.core import Locale

    names = {code: title for code, title in Locale("en").languages.items() if "_" not in code}
    word, _, rest = name.strip().replace("_", "-").partition("-")
    by_title = {title.lower(): code for code, title in names.items()}
    whole = by_title.get(f"{word} {rest}".replace("-", " ").lower())
    code = whole or _code(word.lower(), names, by_title)
    if code is None:
        return "Write a BCP 47 tag such as ur, pt_BR or zh_Hant"
    tag = f"{code}-{rest}" if rest and not whole and _is_tag(f"{code}-{rest}") else code
    return f"Did you mean “{tag.replace('-', '_')}” ({names.get(parse_language(code).language, code)})?"


def _code(word: str, names: Mapping[str, str], by_title: Mapping[str, str]) -> str | None:
    from babel.core import get_global

    aliases = get_global("language_aliases")
    if word in aliases:
        return str(aliases[word])
    if word in names:
        return word
    return by_title.get(word) or _language_of_country(word) or _near(word, by_title)


def _near(word: str, by_title: Mapping[str, str]) -> str | None:
    # difflib costs more to import than most commands need. Codes are too short to be near anything.
    import difflib

    near = difflib.get_close_matches(word, list(by_title), n=1, cutoff=0.75) if len(word) > 3 else []
    return by_title[near[0]] if near else None


def _language_of_country(word: str) -> str | None:
    from babel.core import get_global

    likely = get_global("likely_subtags").get(f"und_{word.upper()}")
    return None if likely is None else parse_language(str(likely)).language


def _is_tag(tag: str) -> bool:
    try:
        parse_language(tag)
    except InputError:
        return False
    return True
