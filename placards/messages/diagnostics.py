"""A language becomes the words for Diagnostics: a gettext catalog of the sentences in `placards.problems.sentences`.

The catalog is ``locale/<lang>/LC_MESSAGES/diagnostics.po``, made from ``diagnostics.pot`` by any gettext tool. What it
lacks, what is fuzzy in it, and what would not fit its sentence's parameters is said in English.
"""

from __future__ import annotations

import gettext
import io
import string
from collections.abc import Iterator
from typing import TYPE_CHECKING

from placards.files.toml import MAX_BYTES
from placards.files.world import File, World
from placards.locale.language import fallbacks, language_key
from placards.messages.folders import DIAGNOSTICS, language_folders
from placards.problems.errors import PlacardsError

if TYPE_CHECKING:
    from babel.messages.catalog import Message


class Translator:
    """Says English sentences in a language; English where nobody has translated one."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language  # of the catalog; "en" without one
        self._translations = translations

    def __call__(self, text: str) -> str:
        """The sentence in the language."""
        return self._translations.gettext(text) if text else text

    def plural(self, singular: str, plural: str, count: int) -> str:
        """The form of a sentence for so many, by the language's own rule."""
        return self._translations.ngettext(singular, plural, count)


def translator(language: str, world: World) -> Translator:
    """The words in the nearest language that has a sound catalog of them."""
    for file, tag in _catalogs(language, world):
        try:
            return Translator(tag, _translations(file))
        except (PlacardsError, ValueError, UnicodeError):  # complaining must not fail over its own words
            continue
    return Translator("en", gettext.NullTranslations())


def _catalogs(language: str, world: World) -> Iterator[tuple[File, str]]:
    folders = list(language_folders(world))
    for tag in fallbacks(language):
        for folder in folders:
            file = folder.catalog(DIAGNOSTICS)
            if folder.language is not None and folder.key == language_key(tag) and folder.source.has(file.name):
                yield file, folder.tag


def _translations(file: File) -> gettext.GNUTranslations:
    """Babel reads the plural forms, which slogans do not have, and gettext counts by them."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.BytesIO(file.read(MAX_BYTES)), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(str(error)) from error
    for message in list(catalog):
        if message.id and not _fits(message):
            catalog.delete(message.id, message.context)
    packed = io.BytesIO()
    write_mo(packed, catalog)
    packed.seek(0)
    found = gettext.GNUTranslations(packed)
    # Babel leaves the rule out where it does not know the language.
    found.plural = gettext.c2py(catalog.plural_expr)  # type: ignore[attr-defined]  # typeshed has neither name
    return found


def _fits(message: Message) -> bool:
    """Whether every form can be filled with what the English sentence has."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    known = {field for text in ids for field in _fields(text)}
    try:
        return all(set(_fields(form)) <= known for form in forms)
    except ValueError:  # a brace without its other half
        return False


def _fields(text: str) -> Iterator[str]:
    """The parameters that a sentence names, with how each is written."""
    for _, name, form, _ in string.Formatter().parse(text):
        if name is not None:
            yield f"{name}:{form}"
