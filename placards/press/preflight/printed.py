"""A document becomes one whose pages are what is printed of it before it is cut: no marks around, nothing turned."""

from __future__ import annotations

import io

import pikepdf

from placards.press.preflight.document import Document


def printed_area(document: Document, most: int) -> bytes:
    """The first *most* pages, each as large as its BleedBox, in the page's own units; empty where the file cannot be
    written again, which is remembered."""
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(document.data), suppress_warnings=True) as pdf:
            if len(pdf.pages) > most:
                del pdf.pages[most:]
            for found, page in zip(document.pages, pdf.pages, strict=False):
                box = pikepdf.Array([round(side, 4) for side in found.printed])
                for key in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/UserUnit"):
                    if key in page.obj:
                        del page.obj[key]
                page.obj["/MediaBox"] = box
                page.obj["/Rotate"] = 0
            pdf.save(out, fix_metadata_version=False)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        document.skip("preflight-skipped-damaged")
        return b""
    return out.getvalue()
