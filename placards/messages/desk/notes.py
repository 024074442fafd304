"""A slogan becomes the comments that a translator sees above it: note, placeholders, example, tags, room, relatives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from placards.locale.language import fallbacks, language_name, parse_language, script_of
from placards.messages.library import MessageLibrary
from placards.messages.pack import Slogan
from placards.messages.trust.status import Status

_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")

#: Languages whose translation helps those who translate into the first one: near relatives, or scripts of one language.
#: They are shown as comments, never copied.
RELATIVES = {
    "az": ("tr",),
    "ckb": ("ku", "fa"),
    "es": ("pt", "fr"),
    "fr": ("es", "it"),
    "hi": ("ur",),
    "id": ("ms",),
    "ks": ("ur", "hi"),
    "ku": ("ckb", "tr"),
    "ms": ("id",),
    "ne": ("hi",),
    "pa": ("hi", "ur"),
    "ps": ("fa", "ur"),
    "pt": ("es", "fr"),
    "sd": ("ur", "hi"),
    "ur": ("hi", "fa"),
    "yue": ("zh-Hant",),
    "zh-Hans": ("zh-Hant",),
    "zh-Hant": ("zh-Hans",),
}

#: What translators of a call and response must know.
_RESPONSE = "Call and response: one person calls a line and everyone answers with the next. Keep {count} lines."


class Room(Protocol):
    """Says how much room a text has on a placard. Layout owns the answer; a command hands it in."""

    def __call__(self, text: str, language: str) -> str:
        """One sentence, or nothing."""


def translator_notes(slogan: Slogan, room: str = "", relatives: Sequence[str] = ()) -> list[str]:
    """The comments, one line each."""
    placeholders = list(dict.fromkeys(_PLACEHOLDER.findall(slogan.text)))
    notes = [
        *_of_original(slogan),
        " ".join(slogan.note.split()),
        _RESPONSE.format(count=len(slogan.text.splitlines())) if slogan.response else "",
        f"Keep as they are: {' '.join(placeholders)}" if placeholders else "",
        f"Example: {' '.join(slogan.example.split())}" if slogan.example else "",
        f"Tags: {', '.join(slogan.tags)}" if slogan.tags else "",
        room,
        *relatives,
    ]
    return [note for note in notes if note]


def _of_original(slogan: Slogan) -> list[str]:
    """What a translator must know of a slogan that began in another language: the text here is only its meaning."""
    original = slogan.original
    if original is None:
        return []
    name = language_name(original.language, "en")
    words = " / ".join(original.text.splitlines())
    return [f"Original ({name}): {words}", f"From: {' '.join(original.source.split())}" if original.source else ""]


def relatives_of(language: str) -> tuple[str, ...]:
    """The languages to show beside the source text, nearest first: wider tags of the same, then others."""
    parsed = parse_language(language)
    with_script = f"{parsed.language}-{script_of(language)}"
    found = RELATIVES.get(with_script) or RELATIVES.get(parsed.language, ())
    return (*fallbacks(language)[1:], *found)


def relative_texts(slogan: Slogan, library: MessageLibrary, languages: Sequence[str]) -> list[str]:
    """The slogan in these languages, where there is a firm text: ``French: Paix maintenant``."""
    texts = []
    for language in languages:
        message = library.own_message(slogan, language)
        if message is not None and message.status.at_least(Status.TRANSLATED):
            texts.append(f"{language_name(language, 'en')}: {' '.join(message.text.split())}")
    return texts
