"""SVG files that people have: what can be drawn is, and what cannot is named."""

from __future__ import annotations

import base64

import pytest

from placards.art import usvg
from placards.art.drawing import CURRENT, drawing_items
from placards.art.svg_bounds import bounds_of
from placards.layout.pictures import is_vectors
from placards.problems.errors import InputError
from placards.scene.items import Group, Picture
from placards.values.color import BLACK, LinearGradient, RadialGradient, parse_hex
from placards.values.geometry import Matrix, Rect

from ..compose.support import png
from .support import DATA, codes, paths, read, svg, walk

RED = parse_hex("#ff0000")


def test_inkscape_layers_dashes_and_gradients_are_kept_and_a_hidden_layer_is_gone() -> None:
    drawing = read((DATA / "01-inkscape.svg").read_bytes())
    assert drawing.size == (210, 210)
    found = paths(drawing)
    assert len(found) == 6
    assert any(isinstance(path.paint, LinearGradient) for path in found)
    assert any(path.stroke and path.stroke.dash == (6, 3) for path in found)
    assert any(isinstance(item, Group) and item.opacity == 0.6 for item in walk(drawing.items))


def test_illustrator_entities_classes_and_clips_work_and_its_private_part_is_not_missed() -> None:
    drawing = read((DATA / "03-illustrator.svg").read_bytes())
    assert any(isinstance(path.paint, RadialGradient) for path in paths(drawing))
    assert any(isinstance(item, Group) and item.clip for item in walk(drawing.items))
    assert drawing.notes == ()


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("02-figma", {"svg-filter", "svg-mask", "svg-pattern"}),
        ("05-text", {"svg-text"}),
        ("06-clip-mask", {"svg-mask"}),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(file: str, expected: set[str]) -> None:
    with pytest.raises(InputError) as caught:
        read((DATA / f"{file}.svg").read_bytes())
    assert set(codes(caught.value)) == expected


@pytest.mark.parametrize(
    ("file", "words"), [("07-strokes", ["auto-start-reverse"]), ("08-css-gradients", ["!important", "nth-child"])]
)
def test_what_is_drawn_otherwise_than_the_file_says_is_said(file: str, words: list[str]) -> None:
    said = " ".join(str(note) for note in read((DATA / f"{file}.svg").read_bytes()).notes)
    assert all(word in said for word in words)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<text x="5" y="50">Peace</text>', "svg-text"),
        ('<image width="9" height="9" href="canary.png"/>', "svg-external"),
        ('<use href="canary.svg#x"/><path d="M0 0H9V9Z"/>', "svg-external"),
        ('<foreignObject width="9" height="9"/><path d="M0 0H9V9Z"/>', "svg-foreign"),
        ('<path style="mix-blend-mode:multiply" d="M0 0H9V9Z"/>', "svg-blend"),
        ('<defs><path id="a" d="M0 0H9V9Z"/></defs>', "svg-empty"),
        ('<path display="none" d="M0 0H9V9Z"/>', "svg-empty"),
        ("<path d='M0 0'", "svg-unreadable"),
        ('<image width="9" height="9" href="data:image/png;base64,AAAA"/>', None),
    ],
)
def test_each_thing_that_has_no_item_has_a_sentence(body: str, code: str | None) -> None:
    with pytest.raises(InputError) as caught:
        read(svg(body))
    assert code is None or code in codes(caught.value)
    assert all(found.sentence() for found in caught.value.diagnostics)


def test_text_in_a_hidden_layer_is_no_reason_to_refuse() -> None:
    assert len(paths(read(svg('<g display="none"><text>x</text></g><path d="M0 0H9V9Z"/>')))) == 1


def test_an_embedded_picture_stays_a_picture_where_it_stands() -> None:
    data = base64.b64encode(png(40, 20)).decode()
    drawing = read(svg(f'<image x="10" y="20" width="40" height="40" href="data:image/png;base64,{data}"/>'))
    (picture,) = [item for item in walk(drawing.items) if isinstance(item, Picture)]
    assert bounds_of(drawing.items) == pytest.approx(Rect(10, 30, 40, 20))  # whole, in the middle of its box
    assert picture.data


def test_a_group_measures_its_clip_by_what_it_fills_not_by_control_points() -> None:
    drawing = read(
        svg(
            '<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M0 0H1V.5H0Z"/></clipPath>'
            '<path clip-path="url(#c)" d="M0 50C0 0 100 0 100 50Z"/>'
        )
    )
    clips = [item.clip for item in walk(drawing.items) if isinstance(item, Group) and item.clip]
    assert clips[0].bounds() == pytest.approx(Rect(0, 12.5, 100, 18.75))


def test_clipping_shapes_that_overlap_are_united_whichever_way_round_they_run() -> None:
    drawing = read(
        svg(
            '<clipPath id="c"><path d="M0 0H60V60H0Z"/><path d="M40 40V90H90V40Z"/></clipPath>'
            '<path clip-path="url(#c)" d="M0 0H100V100H0Z"/>'
        )
    )
    (clip,) = [item.clip for item in walk(drawing.items) if isinstance(item, Group) and item.clip]
    turns = []
    contour: list[tuple[float, float]] = []
    for segment in clip.segments:
        if segment[0] == "Z":
            pairs = list(zip(contour, contour[1:] + contour[:1], strict=True))
            turns.append(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) > 0)
            contour = []
        else:
            contour.append(segment[-2:])
    assert len(set(turns)) == 1
    assert len(turns) == 2


def test_current_color_and_own_colors_become_the_sheets() -> None:
    drawing = read(svg('<path fill="currentColor" d="M0 0H9V9Z"/><path fill="red" d="M0 0H9V9Z"/>'))
    assert drawing.colors == (CURRENT, RED)
    box = Rect(0, 0, 50, 50)
    assert [item.paint for item in walk((drawing_items(drawing, box),)) if hasattr(item, "paint")] == [BLACK, RED]
    blue = parse_hex("#0000ff")
    group = drawing_items(drawing, box, recolor={CURRENT: blue, RED: BLACK})
    assert [item.paint for item in walk((group,)) if hasattr(item, "paint")] == [blue, BLACK]


def test_a_root_that_says_its_color_keeps_it() -> None:
    drawing = read(svg('<path fill="currentColor" d="M0 0H9V9Z"/>', 'viewBox="0 0 9 9" color="#ff0000"'))
    assert drawing.colors == (RED,)
    styled = read(svg('<path fill="currentColor" d="M0 0H9V9Z"/>', 'viewBox="0 0 9 9" style="color:#ff0000"'))
    assert styled.colors == (RED,)


def test_fill_and_stroke_opacity_are_each_their_own() -> None:
    (filled, stroked) = paths(read(svg('<path fill="red" stroke="#000" fill-opacity=".5" d="M0 0H9V9Z"/>')))
    assert (filled.paint, filled.opacity, filled.stroke) == (RED, 0.5, None)
    assert (stroked.paint, stroked.opacity) == (None, 1)


def test_a_drawing_is_put_into_its_box_and_mirrored_in_place() -> None:
    drawing = read(svg('<path d="M0 0H10V50H0Z"/>', 'viewBox="0 0 100 50"'))
    box = Rect(10, 10, 100, 100)
    upper = bounds_of((drawing_items(drawing, box, valign="top"),))
    assert upper == pytest.approx(Rect(10, 10, 10, 50))
    flipped = bounds_of((drawing_items(drawing, box, valign="bottom", flip=True),))
    assert flipped == pytest.approx(Rect(100, 60, 10, 50))
    cover = drawing_items(drawing, box, fit="cover", align="start")
    assert cover.clip is not None
    assert cover.clip.bounds() == pytest.approx(box)
    assert bounds_of((cover,)) == pytest.approx(Rect(10, 10, 20, 100))


def test_a_view_box_that_begins_elsewhere_is_moved_to_the_corner() -> None:
    drawing = read(svg('<path d="M-50 -50H50V50H-50Z"/>', 'viewBox="-50 -50 100 100"'))
    assert bounds_of(drawing.items) == pytest.approx(Rect(0, 0, 100, 100))


def test_repeated_gradients_have_as_many_rounds_as_what_they_fill() -> None:
    (path,) = paths(
        read(
            svg(
                '<linearGradient id="g" x1="0" x2="20" gradientUnits="userSpaceOnUse" spreadMethod="reflect">'
                '<stop stop-color="red"/><stop offset="1" stop-color="#000"/></linearGradient>'
                '<path fill="url(#g)" d="M0 0H100V100H0Z"/>'
            )
        )
    )
    assert isinstance(path.paint, LinearGradient)
    assert (path.paint.start.x, path.paint.end.x) == pytest.approx((0, 100))
    inner = [stop for stop in path.paint.stops if stop.color == RED]
    assert {round(stop.at, 3) for stop in inner} == {0, 0.4, 0.8}
    assert path.paint.matrix == Matrix()


def test_a_drawing_that_was_read_before_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (DATA / "03-illustrator.svg").read_bytes()
    before = read(data)
    monkeypatch.setattr(usvg, "_run", lambda *given: pytest.fail("usvg runs again"))
    assert read(data) == before


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
@pytest.mark.parametrize(
    "declared",
    [
        "",
        '<?xml version="1.0" encoding="UTF-16"?>\n',
        "<?xml version='1.0' encoding='utf-16' standalone='no'?>",
        '<?xml version="1.0"?><!-- encoding="UTF-16" -->',
    ],
)
def test_utf_16_is_read_as_utf_8_is(mark: bytes, encoding: str, declared: str) -> None:
    text = svg('<title>Öl · 平和</title><path fill="#f00" d="M0 0H9V9Z"/>')
    data = mark + (declared + text).encode(encoding)
    assert read(data) == read(text)
    assert is_vectors(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (svg('<path d="M0 0H9V9Z"/>').encode("utf-16") + b"<", "it begins as UTF-16 and does not go on so"),
        (b"\xff\xfe\x00\xd8<\x00", "it begins as UTF-16 and does not go on so"),  # half of a surrogate pair
        (b"\xff\xfe", ""),
        (b"\xff\xfeh\x00i\x00", ""),
    ],
)
def test_what_only_begins_as_utf_16_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert codes(caught.value) == ["svg-unreadable"]
    assert reason in str(caught.value)
    assert is_vectors(data) == (b"<\x00s" in data)
