"""The text layer's character table becomes a font without any ink: codes, widths, and what each code says."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import Value, array, dictionary, integers, name, stream, string
from placards.render.text_layer import FONT_NAME, Character, TextLayer

_BASE_FONT = "AAAAAA+Glyphless"

_UNITS_PER_EM = 1000

#: The box of a glyph; where lines are set tighter than its height, PDFium may take two lines for one.
_TOP, _BOTTOM = 900, -200

_NAME = name(_BASE_FONT)
_DESCRIPTOR: dict[str, Value] = {
    "Type": b"/FontDescriptor",
    "FontName": _NAME,
    "Flags": 4,
    "ItalicAngle": 0,
    "Ascent": _TOP,
    "Descent": _BOTTOM,
    "CapHeight": 700,
    "StemV": 80,
}
_DESCENDANT: dict[str, Value] = {
    "Type": b"/Font",
    "Subtype": b"/CIDFontType2",
    "BaseFont": _NAME,
    "DW": 0,
    "CIDToGIDMap": b"/Identity",
    "CIDSystemInfo": dictionary({"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}),
}
_FONT: dict[str, Value] = {"Type": b"/Font", "Subtype": b"/Type0", "BaseFont": _NAME, "Encoding": b"/Identity-H"}

_METRIC = struct.Struct(">Hh").pack

#: Entries of a ToUnicode block, at most; the format's own limit.
_BLOCK = 100


def font_program(widths: Sequence[int]) -> bytes:
    """A TrueType file with a glyph of each width; glyph 0 is .notdef.

    A glyph is one contour of two points, from the lower left to the upper right of its box: it encloses nothing, but
    has a bounding box, and PDFium neither finds text without one nor highlights it. The advances stand here too, not
    only in the PDF's table, because MuPDF before 1.24 reads these and PDF/A compares them.
    """
    count, widest = len(widths), max(widths)
    glyphs = [_glyph(width) for width in widths]
    offsets = [0, *accumulate(len(glyph) // 2 for glyph in glyphs)]
    long = offsets[-1] > 0xFFFF
    tables = {
        "glyf": b"".join(glyphs) or bytes(4),
        "head": struct.pack(
            ">4I2H2q4h2H3h",
            *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0, _UNITS_PER_EM, 0, 0),
            *(0, _BOTTOM, widest, _TOP, 0, 8, 2, long, 0),
        ),
        "hhea": struct.pack(">I3hH3h3h8xhH", 0x00010000, _TOP, _BOTTOM, 0, widest, 0, 0, widest, 1, 0, 0, 0, count),
        "hmtx": b"".join([_METRIC(width, 0) for width in widths]),
        "loca": struct.pack(f">{count + 1}{'I' if long else 'H'}", *([2 * o for o in offsets] if long else offsets)),
        "maxp": struct.pack(">I14H", 0x00010000, count, 2, 1, 0, 0, 1, *[0] * 8),
    }
    return _sfnt(tables)


@lru_cache(maxsize=4096)
def _glyph(width: int) -> bytes:
    """The outline of a glyph; a glyph without width has none, and so no place that PDFium could find."""
    if not width:
        return b""
    header = struct.pack(">5h", 1, 0, _BOTTOM, width, _TOP)
    points = struct.pack(">HH2B4h", 1, 0, 1, 1, 0, width, _BOTTOM, _TOP - _BOTTOM)
    return header + points


def _sfnt(tables: dict[str, bytes]) -> bytes:
    """Tables as a font file: directory, four-byte alignment, checksums."""
    count = len(tables)
    power = count.bit_length() - 1
    offset = 12 + 16 * count
    directory = [struct.pack(">I4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))]
    body = []
    total = adjust = 0
    for tag, data in tables.items():
        padded = data + bytes(-len(data) % 4)
        checksum = _checksum(padded)
        directory.append(struct.pack(">4s3I", tag.encode(), checksum, offset, len(data)))
        if tag == "head":
            adjust = offset + 8
        body.append(padded)
        total += checksum
        offset += len(padded)
    head = b"".join(directory)
    font = bytearray(b"".join((head, *body)))
    struct.pack_into(">I", font, adjust, (0xB1B0AFBA - total - _checksum(head)) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF


def add_glyphless_font(pages: PdfPages, layer: TextLayer) -> None:
    """Put the layer's font into the file, if any page has text."""
    if not layer.codes:
        return
    widths = [width for _, width in layer.codes]
    program = font_program([0, *widths])
    add = pages.document.add
    file = add(stream(program, {"Length1": len(program)})).reference
    box = integers((0, _BOTTOM, max(widths), _TOP))
    descriptor = add(dictionary({**_DESCRIPTOR, "FontBBox": box, "FontFile2": file})).reference
    every_width = b"[1 %b]" % integers(widths)
    descendant = add(dictionary({**_DESCENDANT, "FontDescriptor": descriptor, "W": every_width})).reference
    unicode = add(stream(to_unicode(layer.codes))).reference
    font: dict[str, Value] = {**_FONT, "DescendantFonts": array([descendant]), "ToUnicode": unicode}
    pages.use_font(FONT_NAME, add(dictionary(font)).reference)


def to_unicode(characters: Iterable[Character]) -> bytes:
    """The CMap from codes 1, 2, 3, … to what they say."""
    return "\n".join(_cmap_lines(list(characters))).encode("ascii")


def _cmap_lines(characters: list[Character]) -> Iterator[str]:
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    yield "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def"
    yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    for start in range(0, len(characters), _BLOCK):
        block = characters[start : start + _BLOCK]
        yield f"{len(block)} beginbfchar"
        for code, (text, _) in enumerate(block, start + 1):
            yield f"<{code:04X}> <{_utf16(text)}>"
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"


@lru_cache(maxsize=4096)
def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
