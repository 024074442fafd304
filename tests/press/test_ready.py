"""What a printer gets in place of a sheet: more paper, marks on it, finishing, and a smaller scale where it must be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.press.letters import KEY
from placards.press.marks import REGISTRATION
from placards.press.ready import ready
from placards.press.slug import Slug
from placards.problems.diagnostic import Diagnostics
from placards.scene.bounds import shown, united
from placards.scene.dump import dump
from placards.scene.items import FillPath, Group, Item, Scene, TextBlock
from placards.text.fontset import shipped_fonts
from placards.values.geometry import Matrix, Rect
from placards.values.profile import HOME, Finishing, Profile
from placards.values.units import MM
from tests.render.building import RED, block, rectangle, scene

PRESS = Profile("press", standard="pdf/x-4", inks="cmyk", marks=True, slug=True, slug_name="Rally", mark_offset_mm=5)
SLUG = Slug(("en",), "a3")


def made(profile: Profile, *sheets: Scene, slug: Slug = SLUG) -> tuple[tuple[Scene, ...], Diagnostics]:
    said = Diagnostics()
    return ready(sheets, profile, slug, shipped_fonts(), said), said


def beside(before: Scene, after: Scene) -> tuple[Item, ...]:
    return after.items[len(before.items) :]


def test_a_profile_that_wants_nothing_changes_nothing() -> None:
    sheet = scene(rectangle(0, 0, 600, 300, RED), bleed=9)
    (after,), said = made(HOME, sheet)
    assert after == sheet
    assert list(said) == []


@pytest.mark.parametrize("bleed_mm", [0, 3, 5, 20])
@pytest.mark.parametrize("size", [(30, 30), (150, 420), (842, 1191)])
def test_what_stands_beside_the_sheet_is_beyond_its_bleed_and_on_the_paper(
    bleed_mm: float, size: tuple[float, float]
) -> None:
    bleed = bleed_mm * MM
    sheet = scene(size=size, bleed=bleed)
    (after,), _ = made(PRESS, sheet)
    width, height = size
    art = Rect(0, 0, width, height).inset(*(-bleed + 1e-9,) * 4)
    edge = bleed + after.room
    paper = Rect(0, 0, width, height).inset(*(-edge - 1e-9,) * 4)
    assert beside(sheet, after)
    for item in beside(sheet, after):
        pieces = item.items if isinstance(item, Group) else subpaths(item)
        for piece in pieces:
            box = shown(piece) or (isinstance(piece, FillPath) and piece.path.bounds()) or None
            assert box is not None
            assert paper.contains(box)
            assert box.right <= art.x or box.x >= art.right or box.bottom <= art.y or box.y >= art.bottom


def subpaths(item: Item) -> list[Item]:
    """The lines and outlines of a path, each alone."""
    if not isinstance(item, FillPath):
        return [item]
    starts = [n for n, segment in enumerate(item.path.segments) if segment[0] == "M"]
    ends = [*starts[1:], len(item.path.segments)]
    return [
        replace(item, path=replace(item.path, segments=item.path.segments[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]


def test_marks_begin_at_their_offset_from_the_trim_or_at_the_bleed() -> None:
    for bleed_mm, begin in ((3, 5), (20, 20.25)):
        sheet = scene(bleed=bleed_mm * MM)
        (after,), _ = made(replace(PRESS, slug=False, inks="rgb"), sheet)
        (marks,) = beside(sheet, after)
        assert isinstance(marks, FillPath)
        assert marks.stroke is not None
        assert marks.stroke.paint == REGISTRATION
        corner = [one for one in subpaths(marks) if isinstance(one, FillPath) and one.path.bounds().x == 0.0]
        tops = [one.path.bounds() for one in corner if one.path.bounds().width == 0]
        assert [round(box.bottom / MM, 6) for box in tops if box.y < 0] == [-begin]
        assert after.room == pytest.approx((begin - bleed_mm + 5 + 2) * MM)


def test_the_offset_is_the_finished_sheets_and_marks_are_as_long_at_any_scale() -> None:
    sheet = scene(size=(20_000, 2000), bleed=20 * MM)
    (after,), _ = made(replace(PRESS, mark_offset_mm=50, inks="rgb"), sheet)
    assert after.room == pytest.approx((5 - 2 + 5 + 2) * MM)


def test_the_slug_is_black_ink_alone_below_the_sheet_where_its_language_begins() -> None:
    for language, left in (("en", True), ("ar", False)):
        sheet = scene(bleed=9)
        sheet = replace(sheet, metadata=replace(sheet.metadata, language=language))
        (after,), said = made(replace(PRESS, marks=False), sheet)
        (block,) = beside(sheet, after)
        assert isinstance(block, TextBlock)
        assert {run.paint for line in block.lines for run in line.runs} == {KEY}
        box = block.box
        assert box.y > 309
        assert (box.x < 1) == left
        assert (box.right > 599) != left
        assert not list(said)


def test_a_slug_without_room_is_left_out_and_said() -> None:
    sheet = scene(size=(30, 30))
    (after,), said = made(replace(PRESS, marks=False), sheet)
    assert beside(sheet, after) == ()
    assert [found.code for found in said] == ["press-no-slug"]


def test_the_slug_names_the_scale_once_and_the_date_only_if_it_is_given() -> None:
    plain = replace(PRESS, marks=False, slug_name="")
    long = scene(size=(20_000, 300), bleed=9)

    def width(profile: Profile, sheet: Scene) -> float:
        (after,), _ = made(profile, sheet)
        box = shown(after.items[-1])
        assert box is not None
        return box.width

    base = width(plain, scene(size=(2000, 300)))
    assert base < width(replace(plain, date="2026-05-01"), scene(size=(2000, 300)))
    assert base < width(plain, long) < 1.25 * base  # " · 1:10"


def test_a_sheet_that_is_too_long_is_drawn_smaller_with_all_that_is_on_it() -> None:
    sheet = scene(rectangle(-9, -9, 20_018, 318, RED), block("Peace", "en", Rect(0, 0, 600, 200)), size=(20_000, 300))
    (after,), said = made(replace(PRESS, slug=False, marks=False), replace(sheet, bleed=9))
    assert after.trim == (2000, 30)
    assert after.bleed == 0.9
    assert after.scale == 10
    (all_of_it,) = after.items
    assert isinstance(all_of_it, Group)
    assert all_of_it.transform == Matrix(0.1, 0, 0, 0.1, 0, 0)
    assert united(map(shown, after.items)) == pytest.approx(Rect(-0.9, -0.9, 2001.8, 31.8))
    assert after.metadata.title == f"{sheet.metadata.title} (1:10)"
    assert after.metadata.subject == "A placard; 1:10"
    (note,) = said
    assert str(note) == (
        "the file is drawn 1:10, to be printed at 1000 %: the 7,062 mm that it takes are more than the 5,080 mm that "
        "“press” holds. "
        "Tell the printer the scale."
    )


def test_finishing_is_as_large_as_the_printed_sheet_wants_it_on_a_file_that_is_smaller() -> None:
    finishing = Finishing(hem_mm=30, eyelets_mm=500)
    sheet = scene(size=(20_000, 2000))
    (after,), _ = made(Profile("banner", standard="pdf/x-4", inks="cmyk", finishing=finishing), sheet)
    layers = {item.layer: item for item in after.items if isinstance(item, Group) and item.layer}
    (hem,) = layers["Hem"].items
    assert isinstance(hem, FillPath)
    assert hem.path.bounds().x == pytest.approx(3 * MM)
    assert hem.stroke is not None
    assert hem.stroke.width == 0.5  # a line that machines and people see


@pytest.mark.parametrize(
    "changes",
    [{"layers": False}, {"finishing_on": "page"}, {"standard": "pdf/x-1a"}, {"spots": False}],
)
def test_where_finishing_has_no_layer_it_has_a_page_a_size(changes: dict[str, object]) -> None:
    profile = replace(PRESS, finishing=Finishing(cut=True, eyelets_mm=100), **changes)  # type: ignore[arg-type]
    one, two = scene(rectangle(0, 0, 9, 9, RED), bleed=9), scene(size=(300, 300), bleed=9)
    after, said = made(profile, one, one, two)
    assert len(after) == 5
    assert [(page.trim, page.bleed, page.room) for page in after[3:]] == [
        (page.trim, page.bleed, page.room) for page in (after[0], after[2])
    ]
    assert [dict(found.parameters)["page"] for found in said] == [4, 5]
    assert not any(layers(page.items) for page in after)


@pytest.mark.parametrize("screen", [True, False])
def test_no_finishing_is_drawn_for_screens_and_office_printers(screen: bool) -> None:
    finishing = Finishing(cut=True, eyelets_mm=100)
    profile = replace(PRESS if screen else HOME, marks=False, slug=False, finishing=finishing)
    sheet = scene(pixels=(800, 400) if screen else None)
    assert made(profile, sheet)[0] == (replace(sheet, room=0.0),)


def layers(items: tuple[Item, ...]) -> list[str]:
    found = []
    for item in items:
        if isinstance(item, Group):
            found += [item.layer] if item.layer else []
            found += layers(item.items)
    return found


def test_without_layers_a_sheet_loses_its_own_too() -> None:
    inner = Group((rectangle(0, 0, 9, 9, RED),), layer="photo")
    sheet = scene(Group((inner,)))
    assert layers(made(PRESS, sheet)[0][0].items) == ["photo"]
    assert layers(made(replace(PRESS, layers=False), sheet)[0][0].items) == []


def test_the_dump_shows_what_a_printer_gets() -> None:
    profile = replace(PRESS, marks=False, slug=False, finishing=Finishing(cut=True))
    (after,), _ = made(replace(profile, slug=True), scene(size=(20_000, 300), bleed=9))
    text = dump(after)
    assert "bleed 0.9 room 25.5 scale 1:10\n" in text
    assert "layer 'CutContour' overprint step Structural/Cutting\n" in text
    assert "path unfilled stroke #e60080/CutContour 0.5" in text
