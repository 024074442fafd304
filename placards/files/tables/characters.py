"""The bytes of a text table become characters: never by a silent guess."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

from placards.patterns import pattern
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, Place

#: What Windows programs write where nobody asks for Unicode, and what people call it.
LEGACY = {
    "cp1252": "Western European (Windows-1252)", "cp1250": "Central European (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)", "cp1253": "Greek (Windows-1253)", "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)", "cp1256": "Arabic (Windows-1256)", "cp1257": "Baltic (Windows-1257)",
    "cp1258": "Vietnamese (Windows-1258)", "cp874": "Thai (Windows-874)", "cp932": "Japanese (Shift JIS)",
    "gbk": "Chinese (GBK)", "cp949": "Korean (Windows-949)", "cp950": "Chinese (Big5)",
}  # fmt: skip

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

#: Letters beyond ASCII as UTF-8 writes them.
_UTF8_LETTER = pattern(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, score: Callable[[str], int], place: Place) -> tuple[str, list[Diagnostic]]:
    """The text of a file, and a warning where its encoding was found out by *score*, which says how many headings of a
    text are known. Raises InputError, with the line, for what cannot be known."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise InputError("table-encoding", place=place, encoding="UTF-32")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding, place), []
    if b"\0" in data[:1000] and data[:1000].count(b"\0") * 3 > len(data[:1000]):
        raise InputError("table-encoding", place=place, encoding="UTF-16 without a mark at its beginning")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _legacy(data, score, place, data.count(b"\n", 0, error.start) + 1)


def _strictly(data: bytes, encoding: str, place: Place) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        good = data[: error.start].decode(encoding, "replace")
        at = Place(place.file, good.count("\n") + 1)
        raise InputError("table-encoding-mixed", place=at, encoding=encoding.upper()) from error


def _legacy(data: bytes, score: Callable[[str], int], place: Place, line: int) -> tuple[str, list[Diagnostic]]:
    """What the headings say: of all encodings that Windows writes, the one in which most of them are words."""
    at = Place(place.file, line)
    if _UTF8_LETTER.search(data):
        raise InputError("table-encoding-mixed", place=at, encoding="UTF-8")
    found = list(_decoded(data))
    plain = score(data.decode("ascii", "replace"))
    most = max((score(text) for _, text in found), default=0)
    best = [(name, text) for name, text in found if score(text) == most]
    if most <= plain or len({text for _, text in best}) != 1:
        raise InputError("table-encoding-unknown", place=at)
    name, text = best[0]
    return text, [diagnostic("table-encoding-found", place=at, encoding=LEGACY[name])]


def _decoded(data: bytes) -> Iterator[tuple[str, str]]:
    for name in LEGACY:
        try:
            yield name, data.decode(name)
        except UnicodeDecodeError:
            continue
