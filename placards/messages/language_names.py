"""A name that should be a language tag becomes the tag that was probably meant."""

from __future__ import annotations

from placards.locale.language import parse_language
from placards.locale.names import code_of_name, codes_by_english_name, english_names, folded
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError


def is_known_language(tag: str) -> bool:
    """Whether CLDR has a name for the language, and no shorter or newer code (``urd``, ``iw``)."""
    from babel.core import get_global

    code = parse_language(tag).language
    return code in english_names() and code not in get_global("language_aliases")


def language_remedy(name: str) -> Remedy:
    """What to do about a wrong tag: ``urd``, ``Urdu``, ``اردو`` and the country code ``pk`` all give “ur”."""
    word, _, rest = name.strip().replace("_", "-").partition("-")
    whole = code_of_name(f"{word} {rest}")
    code = whole or _code(word.lower())
    if code is None:
        return Remedy("language-write-tag")
    tag = f"{code}-{rest}" if rest and not whole and _is_tag(f"{code}-{rest}") else code
    title = english_names().get(parse_language(code).language, code)
    return Remedy("language-did-you-mean", (("name", title), ("tag", tag.replace("-", "_"))))


def suggest_language(name: str) -> str:
    """`language_remedy` in English words."""
    from placards.problems.sentences import remedy
    from placards.problems.wording import words

    found = language_remedy(name)
    return words(remedy(found.code), dict(found.parameters))


def _code(word: str) -> str | None:
    from babel.core import get_global

    aliases = get_global("language_aliases")
    if word in aliases:
        return str(aliases[word])
    if word in english_names():
        return word
    return code_of_name(word) or _language_of_country(word) or _near(word)


def _near(word: str) -> str | None:
    # difflib costs more to import than most commands need. Codes are too short to be near anything.
    import difflib

    names = codes_by_english_name()
    near = difflib.get_close_matches(folded(word), list(names), n=1, cutoff=0.75) if len(word) > 3 else []
    return names[near[0]] if near else None


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
