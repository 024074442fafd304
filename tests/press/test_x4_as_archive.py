"""PDF/X-4 by an independent oracle: what it shares with PDF/A-2, which veraPDF knows.

A copy of the file whose output intent stands there once more as one of PDF/A, with the same profile, and whose XMP
claims PDF/A-2b too, must be PDF/A-2b. Nobody else's free program knows PDF/X-4 itself.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pikepdf
from pikepdf import Name

from placards.render.xmp import Xmp, xmp_packet
from tests.press.files import FINISHING, X4, artefact, opened
from tests.tools.verapdf import wrong

#: Layouts with art, photographs, gradients, see-through parts, several pages, and scripts of all directions.
SHEETS = {
    "big": ("en", "There is no planet B"), "placard": ("ar", "لا كوكب بديل"), "badge": ("ja", "地球は一つ"),
    "diagonal": ("hi", "कोई दूसरा ग्रह नहीं है"), "bubble": ("uk", "Планети Б не існує"), "frame": ("my", "ဒုတိယကမ္ဘာ မရှိပါ"),
    "hero-word": ("vi", "Không có hành tinh B"), "banner-wide": ("ur", "کوئی دوسرا سیارہ نہیں"),
}  # fmt: skip
PROFILES = {
    "layers": replace(X4, finishing=FINISHING), "plain": replace(X4, marks=False, slug=False),
    "page": replace(X4, finishing=FINISHING, finishing_on="page", date="2026-05-01"),
}  # fmt: skip


def as_archive(pdf: bytes) -> bytes:
    """The copy that must be PDF/A-2b: nothing that is drawn, and none of the file's other claims, is touched."""
    with opened(pdf) as file:
        (intent,) = file.Root.OutputIntents
        again = pikepdf.Dictionary(dict(intent.items()))
        again.S = Name.GTS_PDFA1
        file.Root.OutputIntents.append(again)
        packet, info = file.Root.Metadata.read_bytes().decode(), file.docinfo
        found = re.search(r"<xmp:CreateDate>(.*?)<.*uuid:([0-9a-f-]+)<", packet, re.DOTALL)
        assert found is not None
        claims = Xmp(
            str(info["/Title"]), str(file.Root.Lang), subject=str(info.get("/Subject", "")), date=found[1],
            keywords=("peace",), document_id=found[2].replace("-", ""), trapped=False, claims=("pdf/x-4", "pdf/a-2b"),
        )  # fmt: skip
        file.Root.Metadata = file.make_stream(xmp_packet(claims), Type=Name.Metadata, Subtype=Name.XML)
        out = io.BytesIO()
        file.save(out, fix_metadata_version=False, deterministic_id=True)
        return out.getvalue()


def test_with_an_intent_of_pdf_a_it_is_pdf_a(tmp_path: Path) -> None:
    files = []
    for (layout, (language, text)), (name, profile) in zip(SHEETS.items(), cycle(PROFILES.items()), strict=False):
        size = "banner-600x100cm" if layout == "banner-wide" else "a3"
        made = artefact(profile, layout=layout, size=size, text=text, language=language)
        files.append(tmp_path / f"{layout}-{name}.pdf")
        files[-1].write_bytes(as_archive(made.data))
    assert wrong(files, ["2b"]) == []


def test_what_is_no_pdf_a_is_found(tmp_path: Path) -> None:
    """The oracle looks: without the intent, DeviceCMYK has no meaning."""
    file = tmp_path / "a.pdf"
    with opened(as_archive(artefact(X4).data)) as pdf:
        del pdf.Root.OutputIntents
        pdf.save(file, fix_metadata_version=False)
    assert [line for line in wrong([file], ["2b"]) if "6.2.4.3" in line]
