"""Whatever PDF somebody brings: turned pages, odd boxes, other units, forms, files that cannot be read."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Permissions

from placards.press.source import opened
from placards.press.tiles.tile import TileRequest, tile_pdf
from placards.problems.errors import InputError
from placards.values.geometry import Rect
from placards.values.units import MM
from tests.press.made import foreign, poster
from tests.press.printed import open_sheets, page_count

#: A red square of 100 points at the lower left of a page of 600 × 400, a blue one at the upper right.
SQUARES = b"1 0 0 rg 0 0 100 100 re f 0 0 1 rg 500 300 100 100 re f"

Change = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def corners(data: bytes) -> tuple[tuple[float, float], list[str]]:
    """The poster's size, and the colours of its corners (clockwise from the upper left) as the sheets show them."""
    request = TileRequest(map=False, ruler=False, labels=False, marks="none", keep_blank=True, overlap=0)
    tiled = tile_pdf(data, request)
    width, height = tiled.grid.size
    names = {(255, 0, 0): "red", (0, 0, 255): "blue", (255, 255, 255): "white"}
    found = []
    with open_sheets(tiled.data) as sheets:
        for x, y in ((8, 8), (width - 8, 8), (width - 8, height - 8), (8, height - 8)):
            number, tile = next(
                (n, t)
                for n, t in enumerate(tiled.grid.tiles)
                if t.kept.x <= x < t.kept.right and t.kept.y <= y < t.kept.bottom
            )
            spot = sheets.drawn(number, tile.on_sheet(Rect(x - 1, y - 1, 2, 2)), 1.0)
            found.append(names[spot.getpixel((1, 1))])  # type: ignore[index]
    return (round(width), round(height)), found


def turned(degrees: int) -> Change:
    return lambda pdf, page: page.obj.__setitem__("/Rotate", degrees)


@pytest.mark.parametrize(
    ("degrees", "size", "seen"),
    [
        (0, (600, 400), ["white", "blue", "white", "red"]),
        (90, (400, 600), ["red", "white", "blue", "white"]),
        (180, (600, 400), ["white", "red", "white", "blue"]),
        (270, (400, 600), ["blue", "white", "red", "white"]),
        (-90, (400, 600), ["blue", "white", "red", "white"]),
        (450, (400, 600), ["red", "white", "blue", "white"]),
    ],
)
def test_a_turned_page_is_printed_as_it_is_seen(degrees: int, size: tuple[int, int], seen: list[str]) -> None:
    assert corners(foreign(SQUARES, turned(degrees))) == (size, seen)


def test_a_crop_box_is_what_is_printed() -> None:
    def crop(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.obj.CropBox = Array([0, 0, 300, 200])

    assert corners(foreign(SQUARES, crop)) == ((300, 200), ["white", "white", "white", "red"])


def test_boxes_may_begin_anywhere_and_be_given_by_any_corners() -> None:
    moved = b"1 0 0 1 -700 -50 cm " + SQUARES
    assert corners(foreign(moved, box=(-700, -50, -100, 350))) == ((600, 400), ["white", "blue", "white", "red"])

    def swapped(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.obj.MediaBox = Array([600, 400, 0, 0])

    assert corners(foreign(SQUARES, swapped)) == ((600, 400), ["white", "blue", "white", "red"])


def test_a_user_unit_makes_the_poster_larger() -> None:
    def unit(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.obj.UserUnit = 2

    assert corners(foreign(SQUARES, unit)) == ((1200, 800), ["white", "blue", "white", "red"])


def test_contents_in_pieces_and_inherited_entries() -> None:
    def pieces(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.obj.Contents = Array([pdf.make_stream(b"1 0 0 rg 0 0 100"), pdf.make_stream(b"100 re f")])
        parent = page.obj.Parent
        parent.Resources, parent.Rotate, parent.MediaBox = page.obj.Resources, 180, page.obj.MediaBox
        del page.obj["/Resources"], page.obj["/MediaBox"]

    assert corners(foreign(b"", pieces)) == ((600, 400), ["white", "red", "white", "white"])


def test_a_field_is_drawn_and_said() -> None:
    def field(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        look = pdf.make_stream(b"1 0 0 rg 0 0 100 100 re f")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
        shown = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 300, 100, 400]), F=4, AP=Dictionary(N=look)
        )
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 100, 100]))
        bare = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([0, 0, 9, 9]), F=4)
        page.obj.Annots = pdf.make_indirect(Array([pdf.make_indirect(one) for one in (shown, link, bare)]))

    data = foreign(SQUARES, field)
    assert corners(data)[1] == ["red", "blue", "white", "red"]
    notes = [(note.code, dict(note.parameters)["count"]) for note in tile_pdf(data).notes if "annot" in note.code]
    assert sorted(notes) == [("pdf-annotations", 1), ("pdf-annotations-lost", 1)]


def test_a_hidden_layer_stays_hidden() -> None:
    def layer(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Notes"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array([group])))
        page.obj.Resources.Properties = Dictionary(L=group)

    hidden = SQUARES + b" /OC /L BDC 0 0 1 rg 0 300 100 100 re f EMC"
    assert corners(foreign(hidden, layer))[1] == ["white", "blue", "white", "red"]


def saved(data: bytes, **how: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_password_only_for_changing_it_does_no_harm() -> None:
    data = saved(poster("a3"), encryption=Encryption(owner="secret", user=""))
    assert tile_pdf(data).sheets == 4


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("pdf-encrypted", lambda: saved(poster("a3"), encryption=Encryption(owner="a", user="b"))),
        (
            "pdf-forbidden",
            lambda: saved(
                poster("a3"),
                encryption=Encryption(owner="a", allow=Permissions(print_lowres=False, print_highres=False)),
            ),
        ),
        ("pdf-unreadable", lambda: b""),
        ("pdf-unreadable", lambda: b"%PDF-1.6 and nothing else"),
        ("pdf-unreadable", lambda: poster("a3")[:200]),
        ("pdf-unreadable", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("pdf-empty", lambda: _no_page()),
        ("tile-page-blank", lambda: foreign(b"", box=(0, 0, 3000, 3000))),
        ("pdf-page-empty", lambda: foreign(SQUARES, _thin)),
    ],
)
def test_a_file_that_cannot_be_printed_gets_its_sentence(code: str, make: Callable[[], bytes]) -> None:
    with pytest.raises(InputError) as caught:
        tile_pdf(make())
    assert caught.value.code == code


def _no_page() -> bytes:
    out = io.BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


def _thin(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj.MediaBox = Array([0, 0, 0.5, 400])


def test_a_page_beyond_the_last() -> None:
    with pytest.raises(InputError) as caught:
        tile_pdf(poster("a3"), TileRequest(page=2))
    assert caught.value.code == "pdf-page"


@pytest.mark.parametrize("scale", [20.0, 1000.0])
def test_thousands_of_sheets_are_asked_for_twice(scale: float) -> None:
    with pytest.raises(InputError) as caught:
        tile_pdf(poster("a3"), TileRequest(scale=scale))
    assert caught.value.code in ("tile-many", "tile-too-many")
    if caught.value.code == "tile-many":
        advised = dict(caught.value.diagnostic.parameters)["scale"]
        percent = float(str(advised).rstrip("%"))
        assert tile_pdf(poster("a3"), TileRequest(scale=percent / 100, keep_blank=True)).sheets <= 500


def test_what_is_ours_is_known_by_what_it_says() -> None:
    with opened(poster("a3")) as source:
        assert source.is_ours
        assert source.is_accessible
        assert source.language == "en"
        assert source.page(1).bleed == pytest.approx(3 * MM, abs=1e-3)
    with opened(foreign(SQUARES)) as source:
        assert not source.is_ours
        assert not source.language


def test_a_foreign_file_makes_no_claims() -> None:
    data = tile_pdf(foreign(SQUARES)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/Metadata" not in pdf.Root
        assert "/StructTreeRoot" in pdf.Root
    assert page_count(data) == 1  # it fits on one sheet, which needs no plan
