"""PDF files become the texts that four independent readers find in them: PDFium, Poppler, MuPDF and pdf.js.

``python tests/tools/readback.py FILE.pdf…`` prints each reader's text. The readers come from ``pip install
pypdfium2 pymupdf``, ``apt-get install poppler-utils`` and ``npm ci --omit=optional`` in this folder.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pymupdf
import pypdfium2

HERE = Path(__file__).parent

#: UAX #9's explicit formatting characters: marks, embeddings and overrides, isolates.
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DROP_CONTROLS = dict.fromkeys(map(ord, BIDI_CONTROLS))


def fold(text: str) -> str:
    """What must agree: bidi controls dropped, NFC, every stretch of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_DROP_CONTROLS)).split())


def read_pdfium(files: Sequence[Path]) -> list[str]:
    """What Chrome's viewer finds."""
    texts = []
    for file in files:
        document = pypdfium2.PdfDocument(file)
        pages = []
        for page in document:
            reader = page.get_textpage()
            pages.append(reader.get_text_range())
            reader.close()
            page.close()
        document.close()
        texts.append("\f".join(pages))
    return texts


def read_poppler(files: Sequence[Path]) -> list[str]:
    """What Evince, Okular and many indexers find."""
    return [_run(["pdftotext", "-enc", "UTF-8", str(file), "-"]) for file in files]


def read_mupdf(files: Sequence[Path]) -> list[str]:
    """What MuPDF, SumatraPDF and PyMuPDF find.

    Not ``mutool`` from Debian 12: MuPDF learnt to read right-to-left text in version 1.24 (commit 8b61b8339).
    """
    texts = []
    for file in files:
        with pymupdf.open(file) as document:
            texts.append("\f".join(page.get_text() for page in document))
    return texts


def read_pdfjs(files: Sequence[Path]) -> list[str]:
    """What Firefox finds."""
    command = ["node", str(HERE / "pdfjs_text.mjs")]
    texts: list[str] = json.loads(_run(command, "\n".join(str(file.resolve()) for file in files)))
    return texts


READERS: dict[str, Callable[[Sequence[Path]], list[str]]] = {
    "pdfium": read_pdfium,
    "poppler": read_poppler,
    "mupdf": read_mupdf,
    "pdfjs": read_pdfjs,
}


def _run(command: list[str], stdin: str = "") -> str:
    done = subprocess.run(command, input=stdin.encode(), capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8", errors="replace")


def read_back(files: Sequence[Path]) -> dict[str, list[str]]:
    """Each reader's texts, in the order of the files."""
    return {name: read(files) for name, read in READERS.items()}


if __name__ == "__main__":
    paths = [Path(argument) for argument in sys.argv[1:]]
    for reader, found in read_back(paths).items():
        for path, text in zip(paths, found, strict=True):
            print(f"--- {reader}: {path}\n{text}")
