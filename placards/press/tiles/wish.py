"""A wish as ``a4`` or ``a4,3mm,5mm`` (paper, margin, overlap) becomes the request that puts a poster on sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.messages.library import MessageLibrary
from placards.press.paper import Margins, parse_distance, parse_paper
from placards.press.tiles.tile import TileRequest, tile_pdf
from placards.problems.diagnostic import Report
from placards.problems.errors import InputError
from placards.render.pdf import render_pdf
from placards.scene.items import Scene


def parse_wish(text: str) -> TileRequest:
    """Read a wish; raises InputError."""
    parts = [part.strip() for part in text.split(",")]
    if not parts[0] or len(parts) > 3:
        raise InputError("tile-wish", text=text[:60])
    usual = TileRequest()
    margin = parse_distance(parts[1]) if len(parts) > 1 else None
    margins = usual.margins if margin is None else Margins(margin, margin, margin, margin)
    overlap = parse_distance(parts[2]) if len(parts) > 2 else usual.overlap
    paper = parse_paper(parts[0], margins)
    return TileRequest(paper=paper.name, margins=margins, overlap=overlap)


def tile_files(
    scenes: Sequence[Scene], wish: str, library: MessageLibrary, report: Report
) -> Iterator[tuple[str, bytes]]:
    """What follows the artefact's own name without its suffix (``.tiles-a4.pdf``, ``.tiles-a4-2.pdf``) and the bytes:
    a file for each page. The Scenes are those of screens: home printers know no press's inks. *report* hears what there
    is to say; raises InputError."""
    request = parse_wish(wish)
    for number, scene in enumerate(scenes, 1):
        tiled = tile_pdf(render_pdf([scene]), request, library)
        for note in tiled.notes:
            report(note)
        yield (f".tiles-{request.paper}{f'-{number}' if len(scenes) > 1 else ''}.pdf", tiled.data)
