"""A document becomes one whose pages are what is printed of it before it is cut: no marks around, nothing turned."""

from __future__ import annotations

import io
import itertools
from typing import Any

import pikepdf

from placards.press.preflight.document import Document

_BOXES = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/UserUnit")
_REFERRING = ("/Outlines", "/Dests", "/Names", "/StructTreeRoot", "/PageLabels", "/OpenAction", "/AcroForm", "/Threads")


def printed_area(document: Document, most: int) -> bytes:
    """The first *most* pages, each as large as its BleedBox, in the page's own units; empty where the file cannot be
    written again, which is remembered."""
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(document.data), suppress_warnings=True) as pdf:
            kept = [page.obj for page in itertools.islice(pdf.pages, most)]
            tree = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=len(kept), Kids=kept))
            for found, page in zip(document.pages, kept, strict=False):
                for key in _BOXES:
                    if key in page:
                        del page[key]
                page["/MediaBox"] = pikepdf.Array([round(side, 4) for side in found.printed])
                page["/Rotate"] = 0
                if "/Resources" not in page and (above := _inherited(page)) is not None:
                    page["/Resources"] = above
                page["/Parent"] = tree
            # Nothing else that the catalog has is seen on a page, and it would bring the other pages along.
            for key in _REFERRING:
                if key in pdf.Root:
                    del pdf.Root[key]
            pdf.Root["/Pages"] = tree
            pdf.save(out, fix_metadata_version=False)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        document.skip("preflight-skipped-damaged")
        return b""
    return out.getvalue()


def _inherited(page: Any) -> Any:
    """The resources of a page that has none of its own."""
    above = page
    for _ in range(64):
        above = above.get("/Parent")
        if not isinstance(above, pikepdf.Dictionary):
            return None
        if "/Resources" in above:
            return above["/Resources"]
    return None
