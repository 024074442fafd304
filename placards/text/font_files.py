"""A font file becomes a family of its own: name, weight, axes and scripts are read from the file."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

import uharfbuzz as hb

from placards.files.world import File, Folder, read_bytes
from placards.problems.errors import FontError, Place
from placards.text.family import Family, FontFile
from placards.text.font import MAX_FONT_BYTES, FontBytes, load_face

#: A handful of letters (a logo, a currency sign) does not make a font of that script.
_ENOUGH = 10

#: So many letters are looked at for ink.
_SAMPLE = 40


def describe_font_file(source: Path | File) -> Family:
    """A loose font file as a family; raises FontError for one that is damaged or no font."""
    file = File(Folder(source.parent), source.name) if isinstance(source, Path) else source
    place = file.place()
    # Read once and whole: the digest is of the very bytes that are looked at.
    data = read_bytes(source, MAX_FONT_BYTES) if isinstance(source, Path) else file.read(MAX_FONT_BYTES)
    found = FontBytes.of(data, str(file.label))
    face = load_face(found)
    _check_whole(data, place)
    try:
        font = hb.Font(face)
        name = face.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY) or face.get_name(
            hb.OTNameIdPredefined.FONT_FAMILY
        )
        weight = round(font.get_style_value(hb.StyleTag.WEIGHT))
        axes = tuple(sorted((a.tag, float(a.min_value), float(a.max_value)) for a in face.axis_infos))
        characters = [chr(c) for c in face.unicodes if c < 0x110000]
        blank = _is_blank(font, characters)
    except (MemoryError, ValueError, OverflowError, UnicodeError, hb.HarfBuzzError) as error:
        raise FontError("font-unusable", place=place) from error
    if blank:
        raise FontError("font-blank", place=place)
    path = PurePosixPath(file.name)
    own = FontFile(file, min(max(weight, 1), 1000), axes, found.digest)
    return Family(_plain(name) or path.stem, (own,), scripts=_scripts(characters), user=True)


def _scripts(characters: Iterable[str]) -> frozenset[str]:
    from fontTools import unicodedata as ucd

    counts = Counter(ucd.script(char) for char in characters)
    return frozenset(s for s, count in counts.items() if count >= _ENOUGH and s not in ("Zyyy", "Zinh", "Zzzz"))


def _plain(name: str | None) -> str:
    """A family's name as people can type it."""
    return "".join(char for char in name or "" if char.isprintable()).strip()[:100]


def _is_blank(font: hb.Font, characters: Iterable[str]) -> bool:
    """Whether there are letters and none has ink: the file was cut off, or HarfBuzz refused its outlines."""
    letters = list(islice((char for char in characters if char.isalpha()), _SAMPLE))
    if not letters:
        return False
    for char in letters:
        glyph = font.get_nominal_glyph(ord(char))
        extents = font.get_glyph_extents(glyph) if glyph is not None else None
        if extents is not None and (extents.width or extents.height):
            return False
    return True


def _check_whole(data: bytes, place: Place) -> None:
    """Raise FontError where the file ends before what its directory promises. HarfBuzz takes such a table for empty:
    the letters would be there, and show nothing."""
    for start in _directories(data):
        try:
            count = struct.unpack_from(">H", data, start + 4)[0]
            for number in range(count):
                tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
                if offset + length > len(data):
                    table = "".join(c if c.isprintable() else "�" for c in tag.decode("ascii", "replace"))
                    raise FontError("font-damaged", place=place, table=table)
        except struct.error as error:
            raise FontError("font-unusable", place=place) from error


def _directories(data: bytes) -> Iterator[int]:
    """Where the table directories begin: one, or one for each face of a collection."""
    if not data.startswith(b"ttcf"):
        yield 0
        return
    # Only the first face of a collection is used.
    if len(data) >= 16:
        yield struct.unpack_from(">I", data, 12)[0]
