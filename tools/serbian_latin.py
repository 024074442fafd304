"""The Serbian catalogs in Cyrillic letters become those in Latin letters, by rule: ``python tools/serbian_latin.py``.

Every letter of one alphabet has its letter or pair of letters in the other (Pravopis srpskoga jezika, Matica srpska):
nothing is left to choose. A pair is written Lj before a small letter, and LJ among capitals.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from placards.files.writing import write_file
from placards.messages.po.document import PoDocument, read_document

LOCALE = Path(__file__).parents[1] / "templates" / "locale"

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
LETTERS = dict(zip(_CYRILLIC, _LATIN, strict=True))


def in_latin(text: str) -> str:
    """A Serbian text in Latin letters."""

    def letter(match: re.Match[str]) -> str:
        char, after = match[1], match[2]
        found = LETTERS[char.lower()]
        if char.islower():
            return found
        capitals = (
            len(found) == 1 or (after.isalpha() and after.isupper()) or (match.start() > 0 and _shouts(text, match))
        )
        return found.upper() if capitals else found.capitalize()

    return re.sub(f"([{_CYRILLIC}{_CYRILLIC.upper()}])(?=(.?))", letter, text, flags=re.DOTALL)


def _shouts(text: str, match: re.Match[str]) -> bool:
    """Whether the letter before is a capital and none follows: the end of a word in capitals."""
    before = text[match.start() - 1]
    return before.isupper() and not match[2].islower()


def latin_catalog(document: PoDocument) -> bytes:
    """The catalog's bytes with all translations in Latin letters; approvals do not go over: they are of other words."""
    for entry in document.active():
        entry.set_string("msgstr", in_latin(entry.text))
        comments = [c for c in entry.comments("# ") if not c.lstrip().startswith("placards:")]
        entry.set_comments("# ", [in_latin(c) if c.startswith("Breaks:") else c for c in comments])
    return document.encoded().replace(b'"Language: sr\\n"', b'"Language: sr_Latn\\n"')


def main() -> int:
    """Write the catalogs."""
    for source in sorted((LOCALE / "sr" / "LC_MESSAGES").glob("*.po")):
        if source.stem == "human-rights":
            continue  # the published text in Latin letters is another one
        path = LOCALE / "sr_Latn" / "LC_MESSAGES" / source.name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, latin_catalog(read_document(source)))
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
