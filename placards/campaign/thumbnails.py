"""An artefact becomes the small picture that stands for it in the gallery, and the name of that picture's file."""

from __future__ import annotations

import hashlib

from placards.pipeline import Artefact, Engine
from placards.render.thumbnail import Thumbnail, fitted, image_thumbnail, pdf_thumbnail
from placards.values.sheet import parse_sheet

FOLDER = "thumbnails"

_SUFFIX = ".png"

#: What file systems take of a name, in bytes.
_LONGEST = 255


def thumbnail_name(name: str) -> str:
    """Where the thumbnail of an artefact stands: ``a/b.pdf`` → ``thumbnails/a/b.pdf.png``. A name that would get too
    long is replaced by its hash."""
    folder, slash, last = name.rpartition("/")
    if len(last.encode("utf-8", "surrogatepass")) + len(_SUFFIX) > _LONGEST:
        last = hashlib.sha256(last.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{FOLDER}/{folder}{slash}{last}{_SUFFIX}"


def thumbnail(engine: Engine, artefact: Artefact) -> Thumbnail:
    """Of the first page; raises PlacardsError. A PDF is drawn as it is. To read an image of two million pixels again
    takes longer (51 ms) than to compose its sheet once more (36 ms), and one of a hundred million would fill the
    memory."""
    job = artefact.job
    if job.output.format == "pdf":
        return pdf_thumbnail(artefact.data)
    width, _ = fitted(*parse_sheet(job.size).trim)
    return image_thumbnail(engine.preview(job, width_px=width).data)
