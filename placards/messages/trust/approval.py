"""A translator comment in a PO file becomes an approval or an official source, as long as it fits the two texts.

``# placards: approved by NAME on 2027-01-31 sha256:0123456789abcdef``
``# placards: official SOURCE sha256:0123456789abcdef``

The sixteen digits are the beginning of the SHA-256 of the JSON array ``[msgid, msgstr]``, so that an edit of either
side, be it one space, revokes the line; where a comment says how lines break (`placards.messages.trust.breaks`), of
``[msgid, msgstr, lines]``. It is an ordinary comment, which every gettext tool keeps; tools that wrap comments (polib,
Babel) may spread it over several lines.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence

from placards.frozen import dataclass
from placards.messages.trust.breaks import comment_breaks
from placards.patterns import pattern
from placards.problems.errors import InputError

#: Categories of characters that no name has; ZWNJ and ZWJ, which names have, are Cf too.
_NO_LETTERS = ("Cc", "Cf", "Cs", "Cn", "Co")

#: Hexadecimal digits of the hash that are written: enough against accidents, which is all that it guards against.
DIGITS = 16

#: Characters of a name; a longer one is none.
MAX_NAME = 100

_LINE = pattern(
    r"placards: (?:approved by (?P<name>(?:(?!placards: ).)+?) on (?P<date>\d{4}-\d\d-\d\d)"
    r"|official (?P<source>(?:(?!placards: ).)+?)) sha256:(?P<digits>[0-9a-f]{16})(?![0-9a-f])"
)


@dataclass(frozen=True, slots=True)
class Approval:
    """Who stands for a translation: a person with a date, or an official source."""

    by: str
    date: datetime.date | None  # None = an official source
    digits: str

    @property
    def official(self) -> bool:
        """Whether the text is published by an authority, not approved by a person."""
        return self.date is None

    @property
    def comment(self) -> str:
        """The translator comment, without its ``#``."""
        if self.date is None:
            return f"placards: official {self.by} sha256:{self.digits}"
        return f"placards: approved by {self.by} on {self.date.isoformat()} sha256:{self.digits}"

    def holds_for(self, source: str, text: str, comments: Sequence[str] = ()) -> bool:
        """Whether it was given to exactly these two texts, and to what the translator's comments say of lines."""
        return self.digits == fingerprint(source, text, comment_breaks(comments, text))


def fingerprint(source: str, text: str, breaks: Sequence[str] = ()) -> str:
    """What binds an approval to a source text, its translation, and the lines that this may have."""
    import json

    parts = [source, text, " / ".join(breaks)] if breaks else [source, text]
    pair = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(pair.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def approved(source: str, text: str, by: str, date: datetime.date, breaks: Sequence[str] = ()) -> Approval:
    """An approval by a person; raises InputError for a name that the comment could not carry."""
    return Approval(_name(by), date, fingerprint(source, text, breaks))


def official(source: str, text: str, publisher: str) -> Approval:
    """The mark of a text that an authority has published; raises InputError for a name it could not carry."""
    return Approval(_name(publisher), None, fingerprint(source, text))


def read_approvals(comments: Sequence[str]) -> Iterator[Approval]:
    """The approvals in an entry's translator comments, whether they still hold or not."""
    for match in _LINE.finditer(_unwrapped(comments)):
        if match["source"]:
            yield Approval(match["source"], None, match["digits"])
            continue
        try:
            date = datetime.date.fromisoformat(match["date"])
        except ValueError:
            continue  # the thirtieth of February approves nothing
        yield Approval(match["name"], date, match["digits"])


def approval_of(comments: Sequence[str], source: str, text: str) -> Approval | None:
    """The approval that holds for these texts: an official source first, then the latest."""
    holding = [approval for approval in read_approvals(comments) if approval.holds_for(source, text, comments)]
    return max(holding, key=lambda a: (a.official, a.date or datetime.date.min), default=None)


def without_approvals(comments: Sequence[str]) -> list[str]:
    """The comments that are left when every approval is taken out of them."""
    rest: list[str] = []
    position = 0
    while position < len(comments):
        length = _length_of_approval(comments[position:])
        if not length:
            rest.append(comments[position])
        position += length or 1
    return rest


def _length_of_approval(comments: Sequence[str]) -> int:
    """How many comments, from the first on, make up one approval and nothing else."""
    if not comments or not comments[0].strip().startswith("placards:"):
        return 0
    for length in range(1, min(len(comments), 5) + 1):
        if _LINE.fullmatch(_unwrapped(comments[:length])):
            return length
    return 0


def _unwrapped(comments: Sequence[str]) -> str:
    """Comments as one line. Tools break lines at spaces, and after a hyphen within a word."""
    whole = ""
    for comment in comments:
        line = " ".join(comment.split())
        whole += line if not whole or re.search(r"\w-$", whole) else f" {line}"
    return whole


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise InputError("approval-no-name")
    if len(name) > MAX_NAME:
        raise InputError("approval-long-name", length=len(name), limit=MAX_NAME)
    bad = next((c for c in name if unicodedata.category(c) in _NO_LETTERS and c not in "\u200c\u200d"), None)
    if bad is not None:
        raise InputError("approval-character", character=f"U+{ord(bad):04X}")
    if re.search(r"sha256:|placards:| on \d{4}-\d\d-\d\d|\w- ", name):
        raise InputError("approval-name", name=name)
    return name
