"""What a person called a part of a drawing becomes the slot that it marks."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from placards.layout.slots import SLOTS
from placards.problems.errors import InputError, near

INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"

#: A part that is to be the layout's own words, and one that is to be a QR code.
OWN, CODE = "text", "qr"

KNOWN = (*(slot.name for slot in SLOTS), "translation", OWN, CODE)

_ASKED = re.compile(r"slot\s*[:_]\s*(.*)", re.IGNORECASE)
#: Figma numbers names that stand twice, Illustrator too: slogan_2, slogan-00000012345_.
_TWIN = re.compile(r"(_\d+_?|-\d{4,}_?)$")
_TRANSLATION = re.compile(r"translation(?:-([2-5]))?")


def slot_named(element: Element) -> tuple[str, int]:
    """The slot that an element is called after, and of which of the job's languages it is; "" for none. A layer is one
    only where it is called ``slot:…``: “Name” and “Photo” are what people call layers. Raises InputError for a
    ``slot:…`` that there is none of."""
    layer = element.get(f"{INKSCAPE}groupmode") == "layer"
    for called in (element.get(f"{INKSCAPE}label"), element.get("data-name"), element.get("id")):
        if not called:
            continue
        asked = _ASKED.fullmatch(called.strip().lstrip("#").strip())
        name = _plain(asked[1] if asked else called)
        found = _TRANSLATION.fullmatch(name)
        if found and (asked or not layer):
            return "translation", int(found[1] or 1) + 1
        if name in KNOWN and (asked or not layer):
            return name, 1
        if asked:
            raise InputError("from-svg-slot", remedy=near(name, list(KNOWN)), name=asked[1])
    return "", 1


def _plain(called: str) -> str:
    """``Organizer 2`` → ``organiser-2``."""
    name = _TWIN.sub("", called.strip().lstrip("#").strip().lower())
    name = re.sub(r"[\s_]+", "-", name)
    return name.replace("organizer", "organiser").removesuffix("-box").removesuffix("-text")


def spoken(element: Element) -> str:
    """What to call an element before the person who drew it."""
    return (element.get(f"{INKSCAPE}label") or element.get("id") or element.tag.rpartition("}")[2])[:60]
