"""What a person asks a look for (``ar+fr,ur``, ``a3,story``, a slogan) becomes checked values."""

from __future__ import annotations

from collections.abc import Sequence

from placards.inputs import Inputs
from placards.kit.samples import LENGTHS
from placards.locale.language import parse_language
from placards.messages.language_names import is_known_language, language_remedy
from placards.problems.errors import UnknownNameError
from placards.values.sheet import parse_sheet

ALL = "all"


def asked_languages(given: Sequence[str], inputs: Inputs) -> tuple[tuple[str, ...], ...]:
    """The languages of each artefact, several joined by ``+``; “all” is every one that has messages. Raises
    InputError."""
    found: list[tuple[str, ...]] = []
    for one in (part for text in given for part in text.split(",")):
        if one == ALL:
            found += ((summary.language,) for summary in inputs.messages.languages())
        else:
            found.append(tuple(_language(tag) for tag in one.split("+")))
    return tuple(dict.fromkeys(found))


def _language(tag: str) -> str:
    language = str(parse_language(tag))
    if not is_known_language(language):
        raise UnknownNameError("plan-language-unknown", remedy=language_remedy(tag), tag=tag)
    return language


def asked_sizes(given: Sequence[str]) -> tuple[str, ...]:
    """Sizes by their names, or “all” alone; raises InputError."""
    sizes = [size for text in given for size in text.split(",")]
    return (ALL,) if ALL in sizes else tuple(dict.fromkeys(parse_sheet(size).name for size in sizes))


def asked_slogans(given: Sequence[str], inputs: Inputs) -> tuple[str, ...]:
    """Slogans by their full names, ``shortest`` and ``longest`` as they are; raises InputError."""
    found = (name if name in LENGTHS else inputs.messages.slogan(name).full_name for name in given)
    return tuple(dict.fromkeys(found))
