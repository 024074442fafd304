# ruff: noqa: E501
"""Sound PO files become others: statements moved and doubled, escapes, charsets, line ends."""

from __future__ import annotations

from random import Random

from fuzz import campaigns, mutate


def catalog(rng: Random) -> bytes:
    """A PO file."""
    seeds = (campaigns.CATALOG.encode(), *campaigns.shipped("locale/[abdu][ermr]/LC_MESSAGES/[cpw]*.po", 4000))
    data = rng.choice(seeds[:1] * 3 + seeds)
    if rng.random() < 0.1:
        charset = rng.choice(("utf-16", "latin-1", "cp1256", "CHARSET", "utf-7", "idna", "rot13", "hex", "x\0y", "unicode_escape", "raw_unicode_escape", "punycode", "zlib", "mbcs", "undefined", ""))  # fmt: skip
        data = data.replace(b"charset=UTF-8", b"charset=" + charset.encode())
    data = rng.choice(
        (data, data, data, data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + data)
    )
    return mutate.text_like(rng, data, _PO_WORDS) if rng.random() < 0.95 else data


_PO_WORDS = (
    'msgid ""', 'msgstr ""', 'msgctxt "one"', "msgid_plural", "msgstr[0]", "#~ ", "#| ", "#~| ", "#, fuzzy", "#, ", "#. ", "#: a:1",
    '"\\n"', '"\\x"', "\\", '"', "\n\n", "\r", "\x85", "\u2028", '"POT-Creation-Date: x\\n"', '"Plural-Forms: nplurals=999; plural=n\\n"',
    '"Content-Type: text/plain; charset=x\\n"', '"Language: ar\\n"', "domain", "# approved: 2026-01-01 by A", "\x1c", "\x0b",
    "# approved by A on 9999-99-99",
)  # fmt: skip
