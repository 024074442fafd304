"""Grounds: mirrored, reaching into the bleed, the same for a seed everywhere, and never more than a printer bears."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import atan2, degrees, hypot

import pytest

from placards.elements.page import outlines_kept
from placards.layout.content import Content
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.scene.items import FillPath, Group, Item
from placards.values.color import RadialGradient
from placards.values.geometry import Matrix, Path, Rect

from ..compose.support import HEAD, SLOGAN, codes, composed, content, element, paths

BLEED = 3 * 72 / 25.4

GROUNDS: dict[str, dict[str, object]] = {
    "rays": {"irregular": 0.5, "twist": 30, "hole": "5vmin"},
    "halftone": {"toward": 20},
    "dots": {"jitter": 0.4, "mark": "square"},
    "stripes": {"angle": -30},
    "checks": {},
    "grain": {},
    "texture": {"style": "woodcut"},
    "spray": {},
    "glow": {"radius": "30%"},
    "border": {"motif": "leaf"},
    "frame": {"corner": "scooped"},
}
SEEDED = ("rays", "dots", "grain", "texture", "spray")


def layout(kind: str, **keys: object) -> str:
    return HEAD + element(kind, "field", **{"fill": "ink", **GROUNDS[kind], **keys}) + SLOGAN


def drawn(text: str, language: str = "en", size: str = "a4") -> FillPath:
    job = content((language, {"en": "Peace", "ar": "سلام"}[language]))
    return paths(composed(text, job, size))[0]


def points(path: Path) -> list[tuple[float, float]]:
    return [(x, y) for s in path.segments for x, y in zip(s[1::2], s[2::2], strict=True)]


def clip(item: Item) -> Rect:
    assert isinstance(item, Group)
    assert item.clip is not None
    return item.clip.bounds()


@pytest.mark.parametrize("kind", GROUNDS)
def test_a_mirrored_sheet_has_the_mirror_image(kind: str) -> None:
    text = layout(kind, start="0", width="40%", top="10%", height="30%")
    there, back = drawn(text), drawn(text, "ar")
    width = composed(text, content(("en", "Peace"))).scenes[0].trim.width
    flip = Matrix(-1, 0, 0, 1, width, 0)
    flipped = points(there.path.transformed(flip))
    assert len(flipped) == len(points(back.path)) > 3
    for (x, y), (u, v) in zip(flipped, points(back.path), strict=True):
        assert (x, y) == pytest.approx((u, v), abs=0.011)
    assert points(drawn(text.replace('id = "field"', 'id = "field"\nmirror = false'), "ar").path) == points(there.path)


@pytest.mark.parametrize("kind", [kind for kind in GROUNDS if kind not in ("border", "frame", "spray")])
def test_what_touches_the_edge_reaches_into_the_bleed_and_no_further(kind: str) -> None:
    text = layout(
        kind, start="0", width="40%", top="0", height="30%", **({"center": '["0%", "0%"]'} if kind == "glow" else {})
    )
    text = text.replace('"["0%", "0%"]"', '["0%", "0%"]')
    item = composed(text, content(("en", "Peace"))).scenes[0].items[0]
    box = clip(item) if isinstance(item, Group) else drawn(text).path.bounds()
    wide = composed(text, content(("en", "Peace"))).scenes[0].trim.width * 0.4
    assert (box.x, box.y) == pytest.approx((-BLEED, -BLEED), abs=4)
    assert box.x >= -BLEED - 0.01
    assert box.right <= wide + 0.01
    if kind not in ("grain", "texture", "glow"):
        assert (box.x, box.y) == pytest.approx((-BLEED, -BLEED), abs=0.01)


def test_spray_passes_its_box_and_is_cut_at_the_bleed_alone() -> None:
    text = layout("spray", start="0", width="40%", top="10%", height="30%", reach="40mm")
    item = composed(text, content(("en", "Peace"))).scenes[0].items[0]
    trim = composed(text, content(("en", "Peace"))).scenes[0].trim
    assert clip(item) == pytest.approx((-BLEED, -BLEED, trim.width + 2 * BLEED, trim.height + 2 * BLEED), abs=0.01)
    assert drawn(text).path.bounds().right > trim.width * 0.4


@pytest.mark.parametrize("kind", SEEDED)
def test_a_seed_decides_and_by_itself_the_id(kind: str) -> None:
    by_itself, seeded = drawn(layout(kind)), drawn(layout(kind, seed=7))
    assert by_itself == drawn(layout(kind))
    assert seeded == drawn(layout(kind, seed=7))
    assert seeded != by_itself
    assert drawn(layout(kind).replace('id = "field"', 'id = "other"')) != by_itself
    assert drawn(layout(kind, seed=7).replace('id = "field"', 'id = "other"')) == seeded


def test_a_seed_gives_these_very_coordinates_on_every_machine() -> None:
    """What a person approved is what every other machine prints."""
    found = {kind: points(drawn(layout(kind, seed=7)).path)[:2] for kind in SEEDED}
    assert found == GOLDEN


GOLDEN = {
    "rays": [(295.99, 475.42), (297.15, 417.36)],
    "dots": [(623.44, -2.02), (612.08, -13.39)],
    "grain": [(188.93, 120.87), (189.93, 120.38)],
    "texture": [(166.52, 121.43), (182.93, 120.87)],
    "spray": [(206.86, -7.88), (206.86, -7.32)],
}


@pytest.mark.parametrize("kind", GROUNDS)
def test_six_metres_are_no_million_of_figures(kind: str) -> None:
    fine: dict[str, dict[str, object]] = {
        "rays": {"count": 120, "twist": 180}, "halftone": {"pitch": "1mm"}, "dots": {"pitch": "1mm"},
        "stripes": {"pitch": "1mm"}, "checks": {"cell": "1mm"}, "grain": {"size": "0.5mm", "density": 0.2},
        "texture": {"size": "0.5mm", "wear": 1.0, "style": "letterpress"},
        "spray": {"size": "0.5mm", "density": 1.0, "reach": "30cm"}, "border": {"depth": "2mm"},
    }  # fmt: skip
    made = composed(layout(kind, **fine.get(kind, {})), content(("en", "Peace")), "banner-600x100cm")
    path = paths(made)[0].path
    assert sum(segment[0] == "M" for segment in path.segments) <= 6000
    if kind != "glow":  # its paint is drawn by another part
        alone = composed(layout(kind, **fine.get(kind, {})).replace(SLOGAN, ""), content(), "banner-600x100cm")
        assert len(render(alone.scenes, ".pdf", RenderOptions())) < 300_000


def test_the_woodcut_is_bounded_too() -> None:
    path = drawn(layout("texture", size="0.5mm", wear=1.0), size="banner-600x100cm").path
    assert 2000 < sum(segment[0] == "M" for segment in path.segments) <= 6000


def test_a_ground_of_the_room_that_others_leave_goes_where_they_leave_none() -> None:
    for kind in GROUNDS:
        text = HEAD + SLOGAN + element(kind, "field", fill="ink", below="slogan", top="200%", bottom="0")
        assert paths(composed(text, content(("en", "Peace")))) == [], kind


def test_that_nothing_is_seen_is_said() -> None:
    text = layout("dots", pitch="200%", edge="whole", jitter=0, angle=0, share=1.0)
    assert ("ground-empty", "warning") in codes(composed(text, content(("en", "Peace"))))


def test_that_the_room_others_leave_is_too_small_is_no_mistake() -> None:
    text = HEAD + SLOGAN + element(
        "dots", "field", fill="ink", below="slogan", top="2mm", bottom="0", pitch="900%", edge="whole", angle=0, share=1.0
    )  # fmt: skip
    scene = composed(text, content(("en", "Peace")))
    assert paths(scene) == []
    assert codes(scene) == []


# --- each for itself -------------------------------------------------------------------------------------------------


def rays_of(path: Path) -> list[list[tuple[float, float]]]:
    out: list[list[tuple[float, float]]] = []
    for segment in path.segments:
        if segment[0] == "M":
            out.append([])
        if segment[0] == "M" or segment[0] == "L":
            out[-1].append((segment[1], segment[2]))
    return out


def test_rays_leave_their_centre_and_the_first_points_up() -> None:
    text = HEAD + element("rays", "field", fill="ink", count=12, center="@").replace('"@"', '["50%", "50%"]') + SLOGAN
    trim = composed(text, content(("en", "Peace"))).scenes[0].trim
    x, y = trim.width / 2, trim.height / 2
    found = rays_of(drawn(text).path)
    assert len(found) == 12
    assert all(min(hypot(px - x, py - y) for px, py in ray) < 0.02 for ray in found)
    angles = sorted(degrees(atan2(py - y, px - x)) for px, py in found[0] if hypot(px - x, py - y) > 1)
    assert angles[0] + angles[-1] == pytest.approx(-180, abs=0.01), "even on both sides of straight up"
    assert angles[-1] - angles[0] == pytest.approx(15, abs=0.01), "half of a twelfth of the circle"


def test_a_hole_is_left_free() -> None:
    text = layout("rays", irregular=0, twist=0, hole="20mm").replace(SLOGAN, "")
    trim = composed(text, content()).scenes[0].trim
    x, y = trim.width / 2, trim.height * 0.6
    nearest = min(hypot(px - x, py - y) for px, py in points(paths(composed(text, content()))[0].path))
    assert nearest == pytest.approx(20 * 72 / 25.4, abs=0.1)


@pytest.mark.parametrize(("fade", "first", "last"), [("out", 1.0, 0.0), ("in", 0.0, 1.0)])
def test_rays_fade_into_the_ground(fade: str, first: float, last: float) -> None:
    paint = drawn(layout("rays", fade=fade)).paint
    assert isinstance(paint, RadialGradient)
    assert (paint.stops[0].opacity, paint.stops[-1].opacity) == (first, last)
    steps = [after.opacity - before.opacity for before, after in pairwise(paint.stops)]
    assert all(step <= 0 for step in steps) or all(step >= 0 for step in steps)


def sizes(path: Path) -> list[tuple[float, float, float]]:
    """Centre and width of every dot: a start and four curves and a close each."""
    out = []
    for i in range(0, len(path.segments), 6):
        box = Path(path.segments[i : i + 6]).bounds()
        out.append((box.x + box.width / 2, box.y + box.height / 2, box.width))
    return out


def test_a_halftone_falls_along_its_line() -> None:
    dots = sorted(sizes(drawn(layout("halftone", toward=0)).path))
    third = len(dots) // 3
    means = [
        sum(width for _, _, width in part) / len(part) for part in (dots[:third], dots[third:-third], dots[-third:])
    ]
    assert means[0] > 1.3 * means[1] > 1.3 * 1.3 * means[2]


def test_a_halftone_falls_away_from_a_point() -> None:
    text = layout("halftone", falls="point", radius="40mm", pitch="3mm")
    trim = composed(text, content(("en", "Peace"))).scenes[0].trim
    dots = [(hypot(x - trim.width / 2, y - trim.height / 2), width) for x, y, width in sizes(drawn(text).path)]
    assert max(far for far, _ in dots) < 40 * 72 / 25.4
    dots.sort()
    assert all(after <= before + 0.02 for (_, before), (_, after) in pairwise(dots))


def test_whole_dots_stay_inside_and_cut_ones_are_cut() -> None:
    text = layout("dots", edge="whole", jitter=0.0, start="20mm", width="60mm", top="30mm", height="60mm")
    assert isinstance(composed(text, content(("en", "Peace"))).scenes[0].items[0], FillPath)
    mm = 72 / 25.4
    assert Rect(20 * mm, 30 * mm, 60 * mm, 60 * mm).contains(drawn(text).path.bounds(), 0.02)
    item = composed(text.replace("whole", "cut"), content(("en", "Peace"))).scenes[0].items[0]
    assert clip(item) == pytest.approx((20 * mm, 30 * mm, 60 * mm, 60 * mm), abs=0.01)


def test_lines_swell_with_the_tone() -> None:
    text = layout("halftone", mark="line", toward=90, angle=0, pitch="5mm").replace(SLOGAN, "")
    heights = [
        max(y for _, y in ray) - min(y for _, y in ray) for ray in rays_of(paths(composed(text, content()))[0].path)
    ]
    assert len(heights) > 20
    inner = heights[1:-1]
    assert inner[0] > 3 * inner[-1]
    assert all(after <= before + 0.03 for before, after in pairwise(inner))


def test_stripes_are_whole_along_the_longer_side() -> None:
    text = layout("stripes", angle=0, start="10mm", width="50mm", top="10mm", height="105mm", pitch="10mm")
    mm = 72 / 25.4
    tops = sorted({round(y, 1) for _, y in points(drawn(text).path)})
    step = (tops[2] - tops[0]) / mm
    assert 105 / step == pytest.approx(round(105 / step), abs=0.03)
    ends = (tops[0] - 10 * mm, 115 * mm - tops[-1])
    assert ends[0] == pytest.approx(ends[1], abs=0.2), "both ends look alike"


def test_checks_are_whole_cells() -> None:
    text = layout("checks", start="10mm", width="50mm", top="10mm", height="33mm", cell="10mm")
    mm = 72 / 25.4
    xs = sorted({round(x / mm - 10, 2) for x, _ in points(drawn(text).path)})
    ys = sorted({round(y / mm - 10, 2) for _, y in points(drawn(text).path)})
    assert xs == pytest.approx([0, 10, 20, 30, 40, 50], abs=0.02)
    assert ys == pytest.approx([0, 11, 22, 33], abs=0.02)


def test_a_glow_lets_the_ground_through_at_its_rim() -> None:
    text = layout("glow", strength=0.5)
    paint = drawn(text).paint
    assert isinstance(paint, RadialGradient)
    trim = composed(text, content(("en", "Peace"))).scenes[0].trim
    assert paint.center == pytest.approx((trim.width / 2, trim.height / 2))
    assert paint.radius == pytest.approx(trim.height * 0.3)
    opacities = [stop.opacity for stop in paint.stops]
    assert (opacities[0], opacities[-1]) == (0.5, 0.0)
    assert opacities == sorted(opacities, reverse=True)


def kept(text: str, jobs: list[Content]) -> list[Path]:
    """The first outline of each job, made one after the other by one process."""
    store = outlines_kept()
    return [paths(composed(text, job, outlines=store))[0].path for job in jobs]


@pytest.mark.parametrize("kind", [kind for kind in GROUNDS if kind not in ("glow", "border")])
def test_a_ground_is_worked_out_once_for_a_box(kind: str) -> None:
    jobs = [content(("en", "Peace")), content(("en", "Peace now")), content(("ar", "سلام"))]
    first, again, mirrored = kept(layout(kind), jobs)
    assert first is again
    assert mirrored is not first
    assert first == drawn(layout(kind)).path


def test_a_shape_with_a_seed_is_worked_out_once_for_a_box() -> None:
    text = HEAD + element("shape", "field", shape="torn", fill="ink") + SLOGAN
    first, again = kept(text, [content(("en", "Peace")), content(("en", "Peace now"))])
    assert first is again


def test_a_border_that_suits_the_job_is_never_another_jobs() -> None:
    jobs = [replace(content(("en", "Peace")), art=art) for art in ("peace/dove", "climate/sun", "work/hammer")]
    made = kept(layout("border", motif="auto"), jobs)
    alone = [paths(composed(layout("border", motif="auto"), job))[0].path for job in jobs]
    assert made == alone
    assert len(set(alone)) > 1
