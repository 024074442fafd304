"""Language tags (BCP 47) become what layout needs of them: script, direction, fallbacks, names."""

from __future__ import annotations

import re
from functools import lru_cache

from placards.frozen import dataclass
from placards.locale.likely import likely_script
from placards.patterns import pattern
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError

#: Scripts written from right to left (Unicode, ScriptMetadata).
RTL_SCRIPTS = frozenset(
    "Adlm Arab Aran Armi Avst Chrs Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh "
    "Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi".split()
)

_TAG = pattern(
    r"(?P<language>[a-z]{2,3}|[a-z]{5,8})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-z0-9](?:-[a-z0-9]{2,8})+)*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Language:
    """The parts of a language tag in canonical case; missing parts are empty."""

    language: str
    script: str = ""
    region: str = ""
    rest: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.region, self.rest) if part)


@lru_cache(maxsize=4096)
def parse_language(tag: str) -> Language:
    """Read ``fa``, ``zh_Hant``, ``pa-Arab-PK``; raises InputError for what is no tag."""
    language, _, script = tag.partition("-")
    if language.isalpha() and 2 <= len(language) <= 3 and tag.isascii():  # nearly all are no more
        if not script:
            return Language(language.lower())
        if script.isalpha() and len(script) == 4:
            return Language(language.lower(), script.title())
    match = _TAG.fullmatch(tag.strip().replace("_", "-"))
    if match is None:
        raise InputError("language-tag", remedy=_remedy(tag), tag=tag)
    return Language(
        match["language"].lower(),
        (match["script"] or "").title(),
        (match["region"] or "").upper(),
        (match["rest"] or "").lstrip("-").lower(),
    )


def _remedy(text: str) -> Remedy | None:
    """The tag of a language whose name was written instead."""
    name = text.strip()
    if len(name) > 50 or (len(name) < 4 and name.isascii()):
        return None
    from placards.locale.names import code_of_name, english_names

    code = code_of_name(text)
    return Remedy("language-did-you-mean", (("name", english_names().get(code, code)), ("tag", code))) if code else None


@lru_cache(maxsize=4096)
def script_of(tag: str) -> str:
    """The script of a tag, by its own subtag or CLDR's likely subtags; "Zyyy" where nothing is known."""
    language = parse_language(tag)
    if language.script:
        return language.script
    return likely_script(language.language, language.region) or "Zyyy"


@lru_cache(maxsize=4096)
def language_key(tag: str) -> str:
    """One name for one language, script and region, however the tag spells them: zh and zh_Hans are the same."""
    language = parse_language(tag)
    return str(Language(language.language, script_of(tag), language.region, language.rest))


def is_rtl(tag: str) -> bool:
    """Whether the language is written from right to left."""
    return script_of(tag) in RTL_SCRIPTS


@lru_cache(maxsize=4096)
def fallbacks(tag: str) -> tuple[str, ...]:
    """The tag and what may stand in for it, nearest first, never across scripts.

    >>> fallbacks("fa-AF")
    ('fa-AF', 'fa')
    >>> fallbacks("zh-TW")
    ('zh-TW', 'zh-Hant-TW', 'zh-Hant')
    """
    language = parse_language(tag)
    script = script_of(tag)
    out = [str(language)]

    def add(*parts: str) -> None:
        name = "-".join(p for p in parts if p)
        if name not in out:
            out.append(name)

    if script != "Zyyy":
        add(language.language, script, language.region)
        if language.region:
            add(language.language, script)
    if script_of(language.language) == script and (script != "Hant" and script != "Hans"):
        if language.region:
            add(language.language, language.region)
        add(language.language)
        # "fa-Arab" says no more than "fa": the short form is the one that people and catalogs use.
        out = [t for t in out if t == str(language) or parse_language(t).script != script]
    return tuple(out)


@lru_cache(maxsize=1)
def _cldr_languages() -> frozenset[str]:
    """The languages that have CLDR data."""
    from babel.localedata import locale_identifiers

    return frozenset(name.split("_")[0] for name in locale_identifiers())


def language_name(tag: str, in_language: str = "") -> str:
    """The language's name in itself, or in another language; the tag where CLDR has no name."""
    from babel.core import Locale, UnknownLocaleError

    language = parse_language(tag)
    for candidate in fallbacks(tag):
        if parse_language(candidate).language not in _cldr_languages():
            break  # to look up what is not there costs Babel a walk through all its locales
        try:
            locale = Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        name = locale.get_display_name(in_language.replace("-", "_") or None)
        if name:
            return str(name)
    try:
        reader = Locale.parse(in_language or "en", sep="-")
    except (UnknownLocaleError, ValueError):
        reader = Locale.parse("en")
    return str(reader.languages.get(language.language, tag))
