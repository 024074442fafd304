"""What a person writes for a slot (a text, a list of items, either by language; or ``name@language=text``) becomes
Texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placards.layout.slots import ITEMS, check_settable, slot
from placards.plan.choices import Texts
from placards.plan.languages import given_language
from placards.problems.errors import InputError, Place

#: A text, or the texts of a slot with items.
Given = str | Sequence[str]


def slot_texts(name: str, given: Given | Mapping[str, Given]) -> Texts:
    """The texts of a slot; raises InputError for a slot that there is not, a list where one text belongs, or nothing.

    >>> slot_texts("demands", {"en": ["Water", "Bread"], "es": ["Agua", "Pan"]})
    Texts(by_language=(('en', 'Water\\nBread'), ('es', 'Agua\\nPan')))
    """
    check_settable(name)
    by_language = given if isinstance(given, Mapping) else {"": given}
    texts = {tag: _one(name, text) for tag, text in by_language.items()}
    if not texts or not all(text.strip() for text in texts.values()):
        raise InputError("slot-empty", name=name)
    return Texts.of(texts)


def _one(name: str, given: Given) -> str:
    """A text; items stand on a line each."""
    if isinstance(given, str):
        return given
    if slot(name).kind != "items":
        raise InputError("slot-one-text", name=name)
    return "\n".join(" ".join(item.split()) for item in given)


def assigned(assignments: Sequence[str]) -> tuple[tuple[str, Texts], ...]:
    """The slots of ``name=text`` and ``name@language=text``. Items are given one after the other, each by a line or an
    assignment of its own. Raises InputError.

    >>> assigned(["demands=Water", "demands=Bread", "quote@es=Basta"])
    (('demands', Texts(by_language=(('', 'Water\\nBread'),))), ('quote', Texts(by_language=(('es', 'Basta'),))))
    """
    found: dict[str, dict[str, str]] = {}
    for assignment in assignments:
        key, equals, text = assignment.partition("=")
        name, at, tag = key.strip().partition("@")
        if not equals or not name or (at and not tag):
            raise InputError("slot-assignment", text=assignment[:60])
        check_settable(name)
        texts, language = found.setdefault(name, {}), given_language(tag) if tag else ""
        if language in texts and name not in ITEMS:
            raise InputError("slot-twice", place=Place(message=name, language=language or None), name=name)
        texts[language] = f"{texts[language]}\n{text}" if language in texts else text
    return tuple((name, slot_texts(name, texts)) for name, texts in found.items())
