"""The text layer's character table becomes a font without any ink: codes, widths, and what each code says."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence

from placards.render.reportlab_canvas import FlateStream, PrintCanvas
from placards.render.text_layer import FONT_NAME, Character, TextLayer

_BASE_FONT = "AAAAAA+Glyphless"

_UNITS_PER_EM = 1000

#: Entries of a ToUnicode block, at most; the format's own limit.
_BLOCK = 100


def font_program(widths: Sequence[int]) -> bytes:
    """A TrueType file of empty glyphs with the given advances; glyph 0 is .notdef.

    The advances stand here and in the PDF's own table because MuPDF before 1.24 reads these and PDF/A compares them.
    """
    count = len(widths)
    ascent, descent, widest = 800, -200, max(widths)
    head = struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0, _UNITS_PER_EM, 0, 0),
        *(0, descent, widest, ascent, 0, 8, 2, 0, 0),
    )
    tables = {
        b"glyf": bytes(4),
        b"head": head,
        b"hhea": struct.pack(">IhhhHhhhhhhq4x", 0x00010000, ascent, descent, 0, widest, 0, 0, 0, 1, 0, 0, 0)[:34]
        + struct.pack(">H", count),
        b"hmtx": b"".join(struct.pack(">Hh", width, 0) for width in widths),
        b"loca": bytes(2 * count + 2),
        b"maxp": struct.pack(">IH", 0x00010000, count) + struct.pack(">13H", 0, 0, 0, 0, 1, *[0] * 8),
    }
    return _sfnt(tables)


def _sfnt(tables: dict[bytes, bytes]) -> bytes:
    """Tables as a font file: directory, four-byte alignment, checksums."""
    power = len(tables).bit_length() - 1
    offset = 12 + 16 * len(tables)
    directory, body = [struct.pack(">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))], []
    for tag, data in tables.items():
        padded = data + bytes(-len(data) % 4)
        directory.append(struct.pack(">4sIII", tag, _checksum(padded), offset, len(data)))
        body.append(padded)
        offset += len(padded)
    font = bytearray(b"".join(directory + body))
    adjust = font.index(tables[b"head"]) + 8
    struct.pack_into(">I", font, adjust, (0xB1B0AFBA - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(data: bytes) -> int:
    return sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF


def add_glyphless_font(canvas: PrintCanvas, layer: TextLayer) -> None:
    """Put the layer's font into the file, if any page has text."""
    if not layer.codes:
        return
    widths = [width for _, width in layer.codes]
    program = font_program([0, *widths])
    name = canvas.name
    descriptor = {
        "Type": name("FontDescriptor"),
        "FontName": name(_BASE_FONT),
        "Flags": 4,
        "FontBBox": canvas.array([0, -200, 1000, 800]),
        "ItalicAngle": 0,
        "Ascent": 800,
        "Descent": -200,
        "CapHeight": 700,
        "StemV": 80,
        "FontFile2": canvas.register(FlateStream(program, {"Length1": len(program)}), "TextFontFile"),
    }
    descendant = {
        "Type": name("Font"),
        "Subtype": name("CIDFontType2"),
        "BaseFont": name(_BASE_FONT),
        "CIDSystemInfo": canvas.dictionary(
            {"Registry": canvas.string("Adobe"), "Ordering": canvas.string("Identity"), "Supplement": 0}
        ),
        "FontDescriptor": canvas.register(canvas.dictionary(descriptor), "TextFontDescriptor"),
        "DW": 0,
        "W": canvas.array([1, canvas.array(widths)]),
        "CIDToGIDMap": name("Identity"),
    }
    font = {
        "Type": name("Font"),
        "Subtype": name("Type0"),
        "BaseFont": name(_BASE_FONT),
        "Encoding": name("Identity-H"),
        "DescendantFonts": canvas.array([canvas.register(canvas.dictionary(descendant), "TextFontDescendant")]),
        "ToUnicode": canvas.register(FlateStream(to_unicode(layer.codes)), "TextFontUnicode"),
    }
    canvas.use_font(FONT_NAME, canvas.register(canvas.dictionary(font), "TextFont"))


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
            yield f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"
