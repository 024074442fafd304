"""What a person wants beside the artefacts becomes a value."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.errors import InputError, near

#: What artefacts may be put together by.
BY = ("language", "layout", "size", "set")

#: Bytes: the least that the large messengers take of one file. Signal takes 100 MB, WhatsApp and Telegram 2 GB; most
#: mail servers no more than 25 MB, of which the encoding of mail takes a quarter.
ZIP_LIMIT = 100_000_000

#: A zip without the extensions of 1999 that old programs lack holds less than 4 GiB.
_MOST = 4_000_000_000
_LEAST = 100_000

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "ki": 2**10, "mi": 2**20, "gi": 2**30}
_BYTES = pattern(r"\s*(\d{1,12}(?:[.,]\d{1,6})?)\s*([kmg]?i?)(?:b|bytes)?\s*")


@dataclass(frozen=True, slots=True)
class Extras:
    """What is made beside the artefacts; check sums and the picking list always are. *zip* and *bundle* are words of
    `BY`, or empty; *zip_limit* is in bytes. Raises InputError for what is none."""

    zip: str = ""
    zip_limit: int = ZIP_LIMIT
    bundle: str = ""

    def __post_init__(self) -> None:
        for option, word in (("zip", self.zip), ("bundle", self.bundle)):
            if word and word not in BY:
                raise InputError("derived-by", remedy=near(word, BY), option=option, word=word)
        if not _LEAST <= self.zip_limit <= _MOST:
            raise InputError("derived-limit-range", count=self.zip_limit)


def parse_bytes(text: str) -> int:
    """How many bytes a person means: ``100MB``, ``25 mb``, ``1.5 GiB``, ``4000000``. Raises InputError.

    >>> parse_bytes("25 MB"), parse_bytes("1,5 GiB")
    (25000000, 1610612736)
    """
    found = _BYTES.fullmatch(text.lower())
    if found is None or found[2] not in _UNITS:
        raise InputError("derived-limit", text=text)
    return round(float(found[1].replace(",", ".")) * _UNITS[found[2]])
