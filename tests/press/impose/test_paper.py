"""Both sides of each sheet are drawn, the paper is turned over as the printer does it, folded and looked at."""

from __future__ import annotations

import pytest
from PIL import Image

from placards.press.impose.impose import Imposed, ImposeRequest, impose_pdf
from placards.press.paper import Margins
from placards.problems.errors import InputError
from placards.values.geometry import Rect
from placards.values.units import MM
from tests.press.made import grey_of, numbered, poster
from tests.press.printed import WHITE, open_sheets, page_sizes

RED = (255, 0, 0)

#: Pixels a point: half of a millimetre.
SCALE = 0.7


def sides_of(made: Imposed) -> list[Image.Image]:
    with open_sheets(made.data) as sheets:
        return [sheets.drawn(n, Rect(0, 0, *made.paper.size), SCALE) for n in range(len(made.sides))]


def seen_through(back: Image.Image, flip: str) -> Image.Image:
    """A back as it lies behind its front, seen through the paper from the front: turned over the long edge of the paper
    or over the short one."""
    over_upright_axis = (flip == "long") == (back.height >= back.width)
    return back.transpose(Image.Transpose.FLIP_LEFT_RIGHT if over_upright_axis else Image.Transpose.FLIP_TOP_BOTTOM)


def look(picture: Image.Image) -> tuple[int | None, str]:
    """Which numbered page fills a part of a picture, and where its red mark is: "" where it is upright."""
    box = picture.convert("L").point(lambda v: 255 * (v < 250)).getbbox()
    if box is None:
        return None, ""
    page = picture.crop(box)
    greys = [c for _, c in sorted(page.getcolors(10_000_000) or []) if c[0] == c[1] == c[2] and c != WHITE]
    grey = greys[-1][0]
    corners = {
        "": (6, 6), "right": (page.width - 7, 6), "down": (page.width - 7, page.height - 7), "left": (6, page.height - 7)
    }  # fmt: skip
    (turn,) = [name for name, at in corners.items() if page.getpixel(at) == RED]
    return round((grey - grey_of(0)) / 10), turn


@pytest.mark.parametrize("count", [1, 3, 4, 8, 13])
@pytest.mark.parametrize("flip", ["short", "long"])
def test_a_booklet_is_leafed_through(count: int, flip: str) -> None:
    request = ImposeRequest(kind="booklet", flip=flip, marks="none", right_to_left=False)  # type: ignore[arg-type]
    made = impose_pdf([numbered(count)], request)
    assert made.paper.size.width > made.paper.size.height
    sides = sides_of(made)
    assert len(sides) == 2 * made.sheets == 2 * -(-count // 4)
    inwards, outwards = [], []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        half = front.width // 2
        # Paper turned over: what is behind the right half of the front is the other side of that leaf.
        behind = seen_through(back, flip)
        leaf, other = (half, 0, front.width, front.height), (0, 0, half, front.height)
        mirrored = Image.Transpose.FLIP_LEFT_RIGHT
        inwards += [look(front.crop(leaf)), look(behind.crop(leaf).transpose(mirrored))]
        outwards = [look(behind.crop(other).transpose(mirrored)), look(front.crop(other)), *outwards]
    read = [*inwards, *outwards]
    assert [page for page, _ in read] == [*range(count), *[None] * (-count % 4)]
    assert {turn for _, turn in read} == {""}


def test_a_booklet_from_right_to_left_has_its_first_page_on_the_left_of_the_fold() -> None:
    made = impose_pdf([numbered(4)], ImposeRequest(kind="booklet", marks="none", right_to_left=True))
    front = sides_of(made)[0]
    half = front.width // 2
    assert look(front.crop((0, 0, half, front.height)))[0] == 0
    assert look(front.crop((half, 0, front.width, front.height)))[0] == 3


def test_sheets_inside_a_booklet_lie_nearer_to_the_fold() -> None:
    made = impose_pdf([numbered(12)], ImposeRequest(kind="booklet", creep=1 * MM, marks="none"))
    middle = made.paper.size.width / 2
    away = [round(min(abs(one.box.x - middle) for one in side.placed) / MM, 3) for side in made.sides]
    assert away == [2, 2, 1, 1, 0, 0]
    for side in made.sides:
        assert all(made.paper.usable.contains(one.box, 1e-6) for one in side.placed)


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize(("width", "height"), [(150, 250), (250, 150)])
def test_both_sides_of_a_placard_are_upright_for_who_walks_around_it(flip: str, width: float, height: float) -> None:
    request = ImposeRequest(kind="duplex", flip=flip)  # type: ignore[arg-type]
    made = impose_pdf([numbered(2, width, height)], request)
    front, back = sides_of(made)
    behind = seen_through(back, flip)
    # Who walks around it sees what the front's viewer would see through the paper, mirrored about the upright axis.
    assert look(front) == (0, "")
    assert look(behind.transpose(Image.Transpose.FLIP_LEFT_RIGHT)) == (1, "")
    (first, second) = (side.convert("L").point(lambda v: 255 * (v < 250)).getbbox() for side in (front, behind))
    assert first
    assert second
    assert all(abs(a - b) <= 1 for a, b in zip(first, second, strict=True))


def test_two_files_back_to_back() -> None:
    made = impose_pdf([numbered(1), numbered(2)], ImposeRequest(kind="duplex"))
    assert [side.placed[0].page for side in made.sides if side.placed] == [0, 1, 2]
    assert made.sheets == 2
    assert "impose-blank" in [note.code for note in made.notes]


def test_a_tent_card_is_upright_from_both_sides() -> None:
    made = impose_pdf([numbered(2, 150, 100)], ImposeRequest(kind="tent", marks="none"))
    (sheet,) = sides_of(made)
    lower = sheet.crop((0, sheet.height // 2, sheet.width, sheet.height))
    upper = sheet.crop((0, 0, sheet.width, sheet.height // 2)).transpose(Image.Transpose.ROTATE_180)
    assert look(lower) == (0, "")
    assert look(upper) == (1, "")
    (one,) = sides_of(impose_pdf([numbered(1, 150, 100)], ImposeRequest(kind="tent", marks="none")))
    assert look(one.crop((0, 0, one.width, one.height // 2)).transpose(Image.Transpose.ROTATE_180)) == (0, "")


@pytest.mark.parametrize(("columns", "rows"), [(1, 2), (2, 2), (3, 2), (1, 1), (4, 4)])
@pytest.mark.parametrize("marks", ["ticks", "lines", "none"])
def test_pages_side_by_side_keep_their_order_and_the_margins(columns: int, rows: int, marks: str) -> None:
    request = ImposeRequest(columns=columns, rows=rows, gap=4 * MM, marks=marks)  # type: ignore[arg-type]
    made = impose_pdf([numbered(columns * rows)], request)
    (sheet,) = sides_of(made)
    boxes = [one.box for one in made.sides[0].placed]
    for number, box in enumerate(boxes):
        inner = box.inset(2, 2, 2, 2)
        part = sheet.crop(tuple(round(v * SCALE) for v in (inner.x, inner.y, inner.right, inner.bottom)))  # type: ignore[arg-type]
        assert look(part)[0] == number
        assert made.paper.usable.contains(box, 1e-6)
        assert all(box.intersection(other) is None for other in boxes if other is not box)
    assert page_sizes(made.data) == [(round(made.paper.size.width, 4), round(made.paper.size.height, 4))]
    usable = made.paper.usable
    for start, end in made.sides[0].cuts:
        assert all(usable.x - 0.01 <= p.x <= usable.right + 0.01 for p in (start, end))
        assert all(usable.y - 0.01 <= p.y <= usable.bottom + 0.01 for p in (start, end))


def test_cut_marks_point_at_each_edge_and_touch_no_page() -> None:
    made = impose_pdf([numbered(1, 60, 60)], ImposeRequest(kind="stickers", gap=3 * MM))
    side = made.sides[0]
    xs = {round(x, 2) for one in side.placed for x in (one.box.x, one.box.right)}
    marked = {round(start.x, 2) for start, end in side.cuts if start.x == end.x}
    assert marked == xs
    for start, end in side.cuts:
        tick = Rect(min(start.x, end.x), min(start.y, end.y), abs(start.x - end.x) + 0.1, abs(start.y - end.y) + 0.1)
        assert all(one.box.intersection(tick) is None for one in side.placed)


def test_as_many_stickers_as_fit_at_their_true_size() -> None:
    made = impose_pdf([numbered(1, 90, 50)], ImposeRequest(kind="stickers", gap=0, marks="none"))
    assert len(made.sides[0].placed) == 10  # 200 × 287 mm hold 2 × 5
    assert made.scale == pytest.approx(1)


@pytest.mark.parametrize(
    ("code", "request_"),
    [
        ("impose-cells", ImposeRequest(columns=0, rows=3)),
        ("impose-no-room", ImposeRequest(columns=40, rows=40, gap=10 * MM)),
        ("impose-one-page", ImposeRequest(kind="duplex")),
        ("impose-sticker", ImposeRequest(kind="stickers", paper="a7")),
        ("paper-no-room", ImposeRequest(margins=Margins(*[100 * MM] * 4))),
    ],
)
def test_what_has_no_room_gets_its_sentence(code: str, request_: ImposeRequest) -> None:
    with pytest.raises(InputError) as caught:
        impose_pdf([numbered(1)], request_)
    assert caught.value.code == code


def test_creep_without_room() -> None:
    with pytest.raises(InputError) as caught:
        impose_pdf([numbered(16)], ImposeRequest(kind="booklet", creep=50 * MM))
    assert caught.value.code == "impose-creep"


def test_same_pages_same_bytes_and_text_is_there_once() -> None:
    import io

    import pikepdf

    request = ImposeRequest(columns=2, rows=2)
    made = impose_pdf([poster("a6")], request)
    assert made.data == impose_pdf([poster("a6")], request).data
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert "/Metadata" in pdf.Root  # as PDF/A-2a and PDF/UA-1
