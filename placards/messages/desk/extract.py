"""Slogan packs and layouts become messages for Babel: ``pybabel extract -F babel.cfg`` finds them.

Registered in pyproject.toml as the extraction methods ``placards_slogans``, ``placards_layouts`` and ``placards_art``.
Each message is a ``pgettext``: its context is the slogan's id, ``layout/element``, or ``art/theme/name``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from placards.files.toml import KeyPath, TomlFile, read_toml
from placards.messages.desk.notes import translator_notes
from placards.messages.pack import read_pack
from placards.problems.errors import InputError

#: What translators of art are told.
_ART_NOTE = "What a drawing shows, for those who cannot see it"

#: What Babel wants for each message: line, function, (context, text), comments.
Extracted = tuple[int, str, tuple[str, str], list[str]]


def extract_slogans(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Babel's extraction method for slogan packs."""
    for slogan in read_pack(_path(fileobj)).slogans:
        yield slogan.source_place.line or 1, "pgettext", (slogan.id, slogan.text), translator_notes(slogan)


def extract_layouts(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Babel's extraction method for the fixed texts of layouts."""
    path = _path(fileobj)
    file = read_toml(path)
    layout = path.parent.name
    seen: set[tuple[str, str]] = set()
    for key, element, text in _layout_texts(file):
        message = (f"{layout}/{element}", text)
        if message not in seen:
            seen.add(message)
            yield file.place(key).line or 1, "pgettext", message, [f"Text of the layout “{layout}”"]


def extract_art(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Babel's extraction method for what pieces of art show."""
    file = read_toml(_path(fileobj))
    for name, values in file.data.items():
        alt = values.get("alt") if isinstance(values, dict) else None
        if isinstance(alt, str) and alt:
            yield file.place((name, "alt")).line or 1, "pgettext", (f"art/{name}", alt), [_ART_NOTE]


def _layout_texts(file: TomlFile) -> Iterator[tuple[KeyPath, str, str]]:
    """Key, element and text of all text slots, those of variants too. A text by languages gives its English one."""
    elements: list[tuple[KeyPath, Any, dict[str, Any]]] = []
    for number, element in _tables(file.data.get("element")):
        elements.append((("element", number), element.get("id"), element))
    for number, variant in _tables(file.data.get("variant")):
        for inner, element in _tables(variant.get("element")):
            elements.append((("variant", number, "element", inner), element.get("id"), element))
        change = variant.get("change")
        for name, values in change.items() if isinstance(change, dict) else ():
            if isinstance(values, dict):
                elements.append((("variant", number, "change", name), name, values))
    kinds = {name: table.get("type") for _, name, table in elements if "type" in table}
    for key, element_id, table in elements:
        text = table.get("text")
        source = text.get("en") if isinstance(text, dict) else text
        # A picture's alternative text is not asked for in other languages; that of art is.
        alt = table.get("alt") if kinds.get(element_id) == "art" else None
        for name, words in (("text", source), ("alt", alt)):
            if isinstance(words, str) and words.strip():
                yield (*key, name), str(element_id), words.strip()


def _tables(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of an array of tables, whatever else the file has in its place."""
    return ((n, table) for n, table in enumerate(value if isinstance(value, list) else ()) if isinstance(table, dict))


def _path(fileobj: IO[bytes]) -> Path:
    name = getattr(fileobj, "name", None)
    if not isinstance(name, str):
        raise InputError("desk-no-file")
    return Path(name)
