"""A message becomes the same words in Latin letters, for people who call it out and cannot read its script.

A transliteration is a catalog of its own, ``locale/ar_Latn``, whose header says ``X-Transliteration-Of: ar``: a tag
alone cannot tell it from a language that is also written in Latin letters, such as ``sr_Latn``. Each entry names the
words that it spells in a translator comment, ``# Original: …``; when the original has been edited since, the
transliteration is out of date. Several such comments are readings of one text (traditional and simplified Chinese).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from placards.locale.language import language_key, parse_language
from placards.messages.library import Message, MessageLibrary
from placards.messages.pack import Slogan
from placards.messages.trust.approval import without_approvals
from placards.messages.trust.status import Status
from placards.problems.errors import PlacardsError

#: Begins the translator comment with the words that an entry spells.
ORIGINAL = "Original:"


def transliteration_tag(language: str) -> str:
    """Where the transliteration of a language would be: ``ar-Latn`` for ``ar`` and ``ar-EG``."""
    return f"{parse_language(language).language}-Latn"


def said(library: MessageLibrary, slogan: Slogan, message: Message) -> Message | None:
    """How to say a message, or None where nobody has written it down.

    A draft where it was made for other words than the message's. Raises the error of a broken catalog.
    """
    tag = transliteration_tag(message.found_language)
    original = slogan.original
    if original is not None and language_key(original.language) == language_key(message.found_language):
        say = original.say if message.text == original.text else ""
        return Message(slogan.full_name, tag, tag, say, Status.SOURCE) if say else None
    if message.status is Status.MISSING or language_key(tag) not in library.transliterations:
        return None
    found = library.own_message(slogan, tag)
    if found is None or spells(found.comments, message.text):
        return found
    return replace(found, status=Status.FUZZY, approval=None)


def originals_of(library: MessageLibrary, slogan: Slogan, language: str) -> list[str]:
    """The texts that a transliteration should spell: its language's, unless that is a draft itself or missing."""
    folder = next((f for f in library.language_folders if f.key == language_key(language) and f.transliterated()), None)
    if folder is None:
        return []
    try:
        message = library.own_message(slogan, folder.transliterated())
    except PlacardsError:  # a broken catalog has its own violation
        return []
    return [message.text] if message is not None and message.status is not Status.FUZZY else []


def spells(comments: Iterable[str], text: str) -> bool:
    """Whether an entry with these translator comments was made for this text; yes where they do not say."""
    originals = " ".join(without_approvals(tuple(comments))).split(ORIGINAL)[1:]
    # Tools wrap comments, so that spaces do not count.
    return not originals or _letters(text) in map(_letters, originals)


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
