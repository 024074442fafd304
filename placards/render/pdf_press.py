"""What a press wants of a file as a whole: its version, its output intent, and what it says of itself.

PDF/X-4 (ISO 15930-7) names itself in XMP and embeds the profile of its condition; PDF/X-1a (ISO 15930-1 for 2001,
15930-4 for 2003) names itself in the Info dictionary, and may name a registered condition alone.
"""

from __future__ import annotations

import re
from datetime import date

from placards.problems.errors import InputError
from placards.render.options import RenderOptions
from placards.render.output_intent import OutputIntent, output_intents
from placards.render.pdf_inks import PressInks
from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import Value, string
from placards.render.xmp import Xmp
from placards.scene.items import Metadata
from placards.values.profile import Profile

#: PDF/X demands dates. A clock would make other bytes each time, so a file of which nobody says when it was made has
#: this date, which nobody takes for a true one.
NO_DATE = "2000-01-01"

#: How PDF/X-1a names itself (ISO 15930-1 6.3, 15930-4 6.2): the version, and for that of 2001 the conformance.
_X1A: dict[int, dict[str, Value]] = {
    2001: {"GTS_PDFXVersion": string("PDF/X-1:2001"), "GTS_PDFXConformance": string("PDF/X-1a:2001")},
    2003: {"GTS_PDFXVersion": string("PDF/X-1a:2003")},
}


def press_pages(metadata: Metadata, options: RenderOptions, inks: PressInks | None) -> PdfPages:
    """An empty file of the profile's standard; raises InputError for PDF/X-4 without a colour profile, and for a date
    that is none."""
    profile = options.profile
    pages = PdfPages(metadata.language, profile=profile, inks=inks, version=version_of(profile))
    day = _day(profile)
    stamp = string(f"D:{day.replace('-', '')}000000Z")
    info: dict[str, Value] = {"CreationDate": stamp, "ModDate": stamp}
    if profile.standard == "pdf/x-1a":
        info |= _X1A[profile.edition]
    else:
        if not options.icc:
            raise InputError("press-no-icc", profile=profile.name)
        pages.xmp = Xmp(
            metadata.title, metadata.language, metadata.author, metadata.subject, metadata.keywords,
            date=f"{day}T00:00:00Z", trapped=False, claims=("pdf/x-4",),
        )  # fmt: skip
    condition = profile.condition
    intent = OutputIntent("GTS_PDFX", condition.name, options.icc, condition.info, condition.registry)
    pages.declare(OutputIntents=output_intents(lambda body: pages.document.add(body).reference, [intent]))
    pages.inform(**info)
    return pages


def version_of(profile: Profile) -> tuple[int, int]:
    """The version of PDF that a standard for presses is made of."""
    if profile.standard == "pdf/x-1a":
        return (1, 3) if profile.edition == 2001 else (1, 4)
    return (1, 6)


def _day(profile: Profile) -> str:
    if not profile.date:
        return NO_DATE
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", profile.date, re.ASCII):
            raise ValueError
        return date.fromisoformat(profile.date).isoformat()
    except ValueError:
        raise InputError("press-date", date=profile.date) from None
