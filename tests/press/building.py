"""What the tests of inks share: profiles, files of a few items, and what a file paints with."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
from PIL import Image

from placards.press.prepare import for_press
from placards.problems.diagnostic import Diagnostics
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.scene.items import FillPath, Group, Item, Picture, Scene, Underlay
from placards.values.color import WHITE, Color, LinearGradient, Pattern, Stop, Stroke
from placards.values.geometry import Matrix, Path, Point, Rect
from placards.values.profile import Profile
from tests.render.building import BLUE, RED, block, png, rectangle, scene
from tests.render.color_fonts import color_font, set_in
from tests.render.test_color_glyphs import glyph, layers, solid

X4 = Profile("x4", standard="pdf/x-4", inks="cmyk")
X1A = Profile("x1a", standard="pdf/x-1a", inks="cmyk", layers=False, transparency=False)

#: The sheet of most tests, in points.
SIZE = (200, 100)


def pressed(made: Scene, profile: Profile = X4, report: Diagnostics | None = None) -> bytes:
    """A Scene as a PDF for a press."""
    scenes, options = for_press([made], RenderOptions(profile=profile), report=report)
    return render(scenes, ".pdf", options, report)


def sheet(*items: Item, profile: Profile = X4, report: Diagnostics | None = None) -> bytes:
    """The items as a PDF for a press, on a sheet of `SIZE`."""
    return pressed(scene(*items, size=SIZE), profile, report)


def without_overprint(profile: Profile) -> Profile:
    return replace(profile, overprint=False)


def codes(report: Diagnostics) -> list[str]:
    return [found.code for found in report]


def operators(pdf: bytes) -> set[str]:
    """The operators of all pages, forms and tiling patterns, whether they are reached or not."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = [page.obj for page in opened.pages]
        streams = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
        drawn = [one for one in streams if one.get("/Subtype") == "/Form" or one.get("/PatternType") == 1]
        return {str(done.operator) for one in (*pages, *drawn) for done in pikepdf.parse_content_stream(one)}


def names(pdf: bytes) -> set[str]:
    """All names of PDF that stand anywhere in a file as keys or values, except in streams."""

    def of(value: pikepdf.Object) -> Iterator[str]:
        if isinstance(value, pikepdf.Name):
            yield str(value)
        elif isinstance(value, pikepdf.Array):
            for one in value:
                if not getattr(one, "is_indirect", False):
                    yield from of(one)
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            for key, one in value.items():
                yield key
                if not getattr(one, "is_indirect", False):
                    yield from of(one)

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {name for one in opened.objects for name in of(one)}


def everything() -> list[Item]:
    """One of each that can be painted with, and much of it see-through."""
    flow = LinearGradient(Point(0, 0), Point(100, 0), (Stop(0, RED, 0.2), Stop(1, BLUE)))
    dots = Pattern(Path.rect(Rect(0, 0, 10, 10)), RED, Rect(0, 0, 20, 20), ground=BLUE)
    shape, circle = Path.rect(Rect(0, 0, 100, 50)), Path.ellipse(Rect(0, 0, 50, 50))
    pair = (rectangle(0, 0, 60, 60, RED), rectangle(0, 0, 60, 60, BLUE))
    shadow = Underlay(RED, Point(1, 1), Stroke(WHITE, 3))
    letters = block("Peace", "en", Rect(10, 10, 180, 80), size=60)
    return [
        rectangle(0, 0, 200, 100, Color((0.9, 0.8, 0.7))),
        FillPath(shape, flow),
        Group((FillPath(shape, dots),), Matrix(e=100), opacity=0.5),
        Group((rectangle(20, 20, 60, 60, RED),), blend="multiply"),
        Group(pair, clip=circle, together=True, layer="Notes"),
        FillPath(shape, RED, stroke=Stroke(flow, 4), opacity=0.4),
        set_in(
            color_font({"A": layers(glyph("square", solid(0)), glyph("diamond", solid(3)))}), "A", 40, Point(120, 90)
        ),
        replace(letters, underlays=(shadow,)),
        block("Now", "en", Rect(10, 10, 180, 80), size=20),
        Picture(png(Image.new("RGBA", (20, 20), (200, 10, 90, 128))), Rect(150, 50, 40, 40)),
    ]
