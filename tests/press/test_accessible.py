"""Sheets of our own posters are PDF/A-2a and PDF/UA-1, as the posters are; and what a screen reader is told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from placards.press.impose.impose import ImposeRequest, impose_pdf
from placards.press.tiles.tile import TileRequest, tile_pdf
from tests.jobs import example_job, layouts, make
from tests.press.made import numbered, poster
from tests.tools.verapdf import verapdf

#: Instructions in scripts of every direction and kind.
LANGUAGES = ("en", "ar", "ja", "hi", "he", "th", "de", "ur")


def files() -> Iterator[tuple[str, bytes]]:
    for index, name in enumerate(layouts().names()[::6]):
        language = LANGUAGES[index % len(LANGUAGES)]
        yield f"tiles-{name}", tile_pdf(make(example_job(name, language, "a2")).data).data
    data = poster("a2")
    yield "no-map", tile_pdf(data, TileRequest(map=False, ruler=False)).data
    yield "bare", tile_pdf(data, TileRequest(marks="none", labels=False, keep_blank=True)).data
    yield "one", tile_pdf(data, TileRequest(paper="a2", sheets=1)).data
    card = make(example_job("placard", "ar", "a6")).data
    for kind in ("grid", "stickers", "booklet", "duplex", "tent"):
        yield kind, impose_pdf([card, numbered(3)], ImposeRequest(kind=kind)).data  # type: ignore[arg-type]


def test_verapdf_finds_nothing(tmp_path: Path) -> None:
    made = []
    for name, data in files():
        made.append(tmp_path / f"{name}.pdf")
        made[-1].write_bytes(data)
    broken = {
        (file.stem, flavour): verdict.broken
        for file, verdicts in verapdf(made).items()
        for flavour, verdict in verdicts.items()
        if verdict.broken
    }
    assert not broken


def alts(data: bytes) -> list[str]:
    """What is said instead of each picture, in reading order."""

    def below(element: pikepdf.Object) -> Iterator[str]:
        if "/Alt" in element:
            yield str(element.Alt)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                yield from below(kid)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(below(pdf.Root.StructTreeRoot.K))


def test_each_sheet_says_which_it_is() -> None:
    assert alts(tile_pdf(poster("a3")).data) == [
        "Peace now",
        "A1, row 1/2",
        "A2, row 1/2",
        "B1, row 2/2",
        "B2, row 2/2",
    ]


def test_a_leaflet_that_is_printed_four_times_is_said_once() -> None:
    assert alts(impose_pdf([poster("a6")], ImposeRequest(columns=2, rows=2)).data) == ["Peace now"]
