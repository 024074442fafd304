"""The bytes of a PO file become its statements: comments, keywords and strings, each with its line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from placards.files.toml import MAX_BYTES
from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.errors import InputError, Place, near

_CHARSET = pattern(
    rb'^msgid[ \t]*""\s*msgstr[ \t]*(?:"[^\r\n]*[\r\n]\s*)*?"Content-Type:[^"\n]*charset=([^\s\\";]+)',
    re.IGNORECASE | re.MULTILINE,
)
_STATEMENT = pattern(r'(?:(msgctxt|msgid|msgstr)\s*)?"((?:[^"\\]|\\[\\"ntr])*)"')
_KEYWORDS = ["msgctxt", "msgid", "msgstr"]

#: What Python counts among its text encodings, and no text file is in: some take quadratic time, some only warn.
_NO_CHARSETS = frozenset({"idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "mbcs", "oem"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A line that says something. *keyword* is empty where the line continues the string before it; for a comment it
    is the comment's first two characters (``"#."``, ``"#,"``, ``"# "`` …) and *text* what follows the mark."""

    line: int
    keyword: str
    text: str  # between the quotes, escapes as written
    obsolete: bool = False

    @property
    def comment(self) -> bool:
        return self.keyword.startswith("#")


def read_statements(raw: bytes, path: Path | str) -> list[Statement]:
    """The statements of a PO file; raises InputError with the line. What ``#|`` lines say (the msgid before the last
    edit) is left out."""
    if len(raw) > MAX_BYTES:
        raise InputError("file-large", place=Place(path), size=len(raw), limit=MAX_BYTES)
    text = _decode(raw, path).replace("\r\n", "\n").replace("\r", "\n")
    return list(_statements(text.split("\n"), path))


def charset_of(raw: bytes) -> str:
    """The charset that the header names; UTF-8 where it names none, or there is a byte order mark."""
    match = _CHARSET.search(raw)
    charset = match[1].decode("ascii", "replace") if match else "utf-8"
    # CHARSET is what xgettext writes before anybody knows.
    return "utf-8" if raw.startswith(codecs.BOM_UTF8) or charset == "CHARSET" else charset


def _decode(raw: bytes, path: Path | str) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("catalog-utf16", place=Place(path, 1))
    charset = charset_of(raw)
    match = _CHARSET.search(raw)
    line = _line_of(raw, match.start(1)) if match else 1
    try:
        if codecs.lookup(charset).name.replace("-", "_") in _NO_CHARSETS:
            raise LookupError(charset)
        return raw.removeprefix(codecs.BOM_UTF8).decode(charset)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        place = Place(path, _line_of(raw, start))
        raise InputError("catalog-decoding", place=place, charset=charset.upper()) from None
    except (LookupError, ValueError):  # ValueError: a NUL in its name
        shown = "".join(char if char.isprintable() else "�" for char in charset[:40])
        raise InputError("catalog-charset", place=Place(path, line), charset=shown) from None


def _line_of(raw: bytes, offset: int) -> int:
    return raw[:offset].count(b"\n") + 1


def _statements(lines: list[str], path: Path | str) -> Iterator[Statement]:
    for number, raw_line in enumerate(lines, 1):
        line = raw_line.strip()
        if not line or line.startswith(("#|", "#~|")):
            continue
        obsolete = line.startswith("#~")
        body = line[2:].strip() if obsolete else line
        if body.startswith("#"):
            mark = body[:2] if body[1:2] in (".", ":", ",") else "# "
            yield Statement(number, mark, body[2:].strip() if mark != "# " else body[1:].strip())
        elif body:
            match = _STATEMENT.fullmatch(body)
            if match is None:
                raise _syntax_error(body, Place(path, number))
            yield Statement(number, match[1] or "", match[2], obsolete)


def _syntax_error(body: str, place: Place) -> InputError:
    word, string = re.match(r'([^\s"]*)\s*(.*)', body, re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    if word == "msgid_plural" or word.startswith("msgstr["):
        return InputError("catalog-plural", place=place, word=word)
    if word and word not in _KEYWORDS:
        return InputError("catalog-keyword", place=place, remedy=near(word[:40], _KEYWORDS), word=word[:80])
    if not string.startswith('"'):
        return InputError("catalog-no-text", place=place, word=word)
    inner = re.sub(r'\\[\\"ntr]', "", string[1:])
    escape = re.search(r"\\.", inner)
    if escape and '"' not in inner[: escape.start()]:
        return InputError("catalog-escape", place=place, escape=escape[0])
    return InputError("catalog-inner-quote" if '"' in inner else "catalog-open-quote", place=place)
