"""SVG files that mean harm: an error, or what is harmless of them, soon; and nothing outside is read."""

from __future__ import annotations

import contextlib
import random
import time
import tracemalloc

import pytest

from placards.art.drawing import Drawing
from placards.art.usvg import MAX_SVG_BYTES, simplified
from placards.problems.errors import InputError, PlacardsError, Place

from .support import CANARIES, DATA, codes, paths, read, svg


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """The first file pays for compiling the module."""
    read(svg('<path d="M0 0H9V9Z"/>'))


@pytest.mark.parametrize("file", ["10-entity-bomb", "11-use-bomb", "12-xxe"])
def test_bombs_and_outside_entities_are_refused_within_seconds(file: str) -> None:
    begin = time.process_time()
    with pytest.raises(InputError) as caught:
        read((DATA / f"{file}.svg").read_bytes())
    assert time.process_time() - begin < 15  # under a second on a machine that is not busy; without a limit, for ever
    assert not any(canary in str(found) for canary in CANARIES for found in caught.value.diagnostics)


@pytest.mark.parametrize("file", ["10-entity-bomb", "11-use-bomb", "12-xxe"])
def test_in_utf_16_they_are_refused_too(file: str) -> None:
    with pytest.raises(InputError) as caught:
        read((DATA / f"{file}.svg").read_text(encoding="utf-8").encode("utf-16"))
    assert not any(canary in str(found) for canary in CANARIES for found in caught.value.diagnostics)


def test_much_utf_16_is_not_even_decoded() -> None:
    with pytest.raises(InputError) as caught:
        read(b"\xff\xfe" + b"<\0" * MAX_SVG_BYTES)
    assert codes(caught.value) == ["file-large"]


def test_nothing_of_a_hostile_file_is_taken_in_and_what_it_wants_is_named() -> None:
    data = (DATA / "09-hostile.svg").read_bytes()
    with pytest.raises(InputError) as caught:
        read(data)
    assert {"svg-external", "svg-foreign"} <= set(codes(caught.value))
    output, _ = simplified(data, Place("x.svg"))
    assert not any(word in output for word in ("script", "onload", "href", "SECRET", "javascript", "ff00ff"))


def test_deep_nesting_is_drawn_or_refused_and_the_process_lives() -> None:
    assert len(paths(read((DATA / "13-deep-nesting.svg").read_bytes()))) == 1
    for depth in (1000, 20_000):
        with pytest.raises(InputError):
            read(svg("<g opacity='.9'>" * depth + '<path d="M0 0H9V9Z"/>' + "</g>" * depth))


@pytest.mark.parametrize("opening", ["<g transform='scale(.99)'>", "<g opacity='.99'>", "<svg x='1'>"])
def test_groups_that_each_do_something_have_a_limit(opening: str) -> None:
    closing = "</svg>" if opening.startswith("<svg") else "</g>"
    body = opening * 150 + '<path d="M0 0H9V9Z"/>' + closing * 150
    with pytest.raises(InputError) as caught:
        read(svg(body))
    assert set(codes(caught.value)) & {"svg-deep", "svg-unreadable", "svg-heavy", "svg-empty"}


def test_work_without_end_stops() -> None:
    """Every use of every use: usvg counts nodes; what it does not count runs out of fuel or memory."""
    dashes = " ".join(["0.0001"] * 2)
    body = f'<path stroke="#000" stroke-dasharray="{dashes}" d="M0 0H1000000"/>' * 3
    begin = time.process_time()
    try:
        made: object = read(svg(body))
    except InputError as error:
        made = error
    assert isinstance(made, Drawing | InputError)
    assert time.process_time() - begin < 30


def test_a_picture_bomb_in_a_drawing_is_refused_as_one_outside_it() -> None:
    import base64
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")
    link = base64.b64encode(bomb).decode()
    tracemalloc.start()
    with pytest.raises(InputError):
        read(svg(f'<image width="9" height="9" href="data:image/png;base64,{link}"/>'))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


def test_a_packed_file_is_not_unpacked() -> None:
    import gzip

    with pytest.raises(InputError) as caught:
        read(gzip.compress(svg('<path d="M0 0H9V9Z"/>').encode()))
    assert codes(caught.value) == ["svg-packed"]


@pytest.mark.parametrize("data", [b"", b"\0", b"<", b"\xff\xfe<\0s\0", b"<html/>", b"{}", b"\x89PNG", b"<svg/>"])
def test_what_is_no_svg_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read(data)


@pytest.mark.parametrize("file", sorted(path.name for path in DATA.glob("0*.svg")))
def test_damaged_files_end_in_a_drawing_or_an_error_of_ours(file: str) -> None:
    seeded = random.Random(file)
    whole = (DATA / file).read_bytes()
    for _ in range(12):
        data = bytearray(whole)
        for _ in range(seeded.randrange(1, 6)):
            at = seeded.randrange(len(data))
            data[at : at + seeded.randrange(3)] = bytes(seeded.choices(b'<>"/ 09eE-.#&;%Mz', k=seeded.randrange(3)))
        with contextlib.suppress(PlacardsError):
            read(bytes(data))
