"""A PO file that a reader's page saved, or a person wrote by hand, becomes a reader's answers.

Its header names the reader and the day (``X-Placards-Reader``, ``X-Placards-Date``) and the language. An entry's
msgctxt is ``pack/id``, its msgid the pack's text, its msgstr the text that the reader stands for, and translator
comments say the rest, each of them in as many lines as a tool may have wrapped it into::

    # Answer: corrected
    # Was: the text on the sheet
    # Breaks: where / lines may end
    # Remark: why
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from placards.files.toml import MAX_BYTES
from placards.files.world import read_bytes
from placards.frozen import dataclass
from placards.messages.po.document import parse_document
from placards.messages.po.entries import PoEntry, read_entries
from placards.patterns import pattern
from placards.problems.errors import InputError, Place, near

ANSWERS = ("right", "corrected", "unsure")

#: Longer remarks are letters; the catalog keeps a comment.
MAX_REMARK = 500

_KEY = pattern(r"(Answer|Was|Breaks|Remark):\s*(.*)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader says of one message."""

    name: str  # pack/id
    source: str
    text: str
    answer: str  # one of ANSWERS
    was: str  # the text on the sheet, on one line; empty where the file does not say
    breaks: str
    remark: str
    place: Place


@dataclass(frozen=True, slots=True)
class Answers:
    """A file of answers."""

    reader: str
    date: str  # as it is written
    language: str
    answers: tuple[Answer, ...]
    wrong: tuple[InputError, ...]  # entries that are no answers


def read_answers(path: Path) -> Answers:
    """Read a file of answers; raises InputError for one that is broken, or names no reader, day or language."""
    raw = read_bytes(path, MAX_BYTES)
    if raw.lstrip()[:5].lower() in (b"%pdf-", b"<!doc", b"<html"):
        raise InputError("answers-sheet", place=Place(path))
    entries = [entry for entry in read_entries(raw, path) if not entry.obsolete]
    # Of two comments that say the same a catalog keeps one; here each may be the rest of another.
    comments = {(e.context, e.source): e.comments("# ") for e in parse_document(raw, path).active()}
    known = _header(next((entry.text for entry in entries if entry.header), ""))
    reader, date, language = (known.get(key, "") for key in ("x-placards-reader", "x-placards-date", "language"))
    if not reader:
        raise InputError("answers-no-reader", place=Place(path))
    if not date:
        raise InputError("answers-no-date", place=Place(path))
    if not language:
        raise InputError("answers-no-language", place=Place(path))
    found: list[Answer] = []
    wrong: list[InputError] = []
    for entry in entries:
        if entry.header:
            continue
        try:
            found.append(_answer(entry, comments.get((entry.context or "", entry.source), ()), path))
        except InputError as error:
            wrong.append(error)
    if not found and not wrong:
        raise InputError("answers-none", place=Place(path))
    return Answers(reader, date, language, tuple(found), tuple(wrong))


def _header(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.splitlines())
    return {key.strip().lower(): value.strip() for key, colon, value in pairs if colon}


def _answer(entry: PoEntry, comments: Sequence[str], path: Path) -> Answer:
    name = (entry.context or "").strip()
    place = Place(path, entry.line, message=name or None)
    said = _said(comments)
    word = said.get("Answer", "").lower().rstrip(".")
    if not word:
        raise InputError("answers-no-answer", place=place)
    if word not in ANSWERS:
        raise InputError("answers-word", remedy=near(word, ANSWERS), place=place, word=word)
    remark = said.get("Remark", "")
    if len(remark) > MAX_REMARK:
        raise InputError("answers-remark-long", place=place, length=len(remark), limit=MAX_REMARK)
    text = entry.text.replace("\r", "").strip()
    if any(ord(char) < 32 and char != "\n" for char in text):
        raise InputError("answers-control", place=place)
    return Answer(name, entry.source, text, word, said.get("Was", ""), said.get("Breaks", ""), remark, place)


def _said(comments: Sequence[str]) -> dict[str, str]:
    """What the comments say by key; a comment without a key goes on with the one before it."""
    found: dict[str, str] = {}
    key = ""
    for comment in comments:
        match = _KEY.fullmatch(comment.strip())
        if match is not None and match[1] not in found:
            key = match[1]
            found[key] = match[2].strip()
        elif key:
            found[key] = f"{found[key]} {comment.strip()}".strip()
    return found
