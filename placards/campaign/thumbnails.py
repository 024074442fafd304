"""An artefact becomes the small picture that stands for it in the gallery, and the name of that picture's file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from placards.pipeline import Traced

if TYPE_CHECKING:
    from placards.render.thumbnail import Thumbnail

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


def thumbnail(traced: Traced) -> Thumbnail:
    """Of the first page; raises PlacardsError. A PDF is drawn as it is. To read an image of two million pixels again
    takes longer than to draw its Scene once more, and one of a hundred million would fill the memory."""
    # Imported here: a run that makes nothing draws nothing.
    from placards.render.formats import render
    from placards.render.thumbnail import fitted, image_thumbnail, pdf_thumbnail

    artefact = traced.artefact
    if artefact.job.output.format == "pdf" or not traced.scenes:
        return pdf_thumbnail(artefact.data)
    scene = traced.scenes[0]
    return image_thumbnail(render([replace(scene, pixels=fitted(*scene.trim))], ".png"))
