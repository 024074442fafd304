"""How a file's colours are meant becomes its output intents: the condition's name and its ICC profile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from placards.frozen import dataclass
from placards.render.flate import compressed_once
from placards.render.reportlab_file import PrintDocument, Value, array, dictionary, stream, string

#: An ICC profile says in these bytes of its header what it describes.
_SPACE = slice(16, 20)
_CHANNELS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """How colours are meant, for PDF/X or for PDF/A. Without *icc*, the bytes of a profile, the condition is known by
    its name in the registry alone, which PDF/X-1a allows."""

    subtype: Literal["GTS_PDFX", "GTS_PDFA1"]
    condition: str  # "FOGRA39", "sRGB"
    icc: bytes = b""
    info: str = ""  # the same for people
    registry: str = ""  # where the condition's name is registered


def output_intents(document: PrintDocument, intents: Sequence[OutputIntent]) -> bytes:
    """The catalog's OutputIntents. Intents of one profile share it, as PDF/A demands (ISO 19005-2 6.2.3); raises
    KeyError for a profile that is neither of grey, RGB nor CMYK."""
    profiles: dict[bytes, bytes] = {}
    made = []
    for intent in intents:
        entries: dict[str, Value] = {
            "Type": b"/OutputIntent",
            "S": f"/{intent.subtype}".encode(),
            "OutputConditionIdentifier": string(intent.condition),
        }
        if intent.info:
            entries["OutputCondition"] = entries["Info"] = string(intent.info)
        if intent.registry:
            entries["RegistryName"] = string(intent.registry)
        if intent.icc:
            if intent.icc not in profiles:
                profiles[intent.icc] = document.add(_profile(intent.icc)).reference
            entries["DestOutputProfile"] = profiles[intent.icc]
        made.append(dictionary(entries))
    return array(made)


def _profile(icc: bytes) -> bytes:
    return stream(compressed_once(icc), {"N": _CHANNELS[icc[_SPACE]], "Filter": b"/FlateDecode"})
