"""The job's own pictures: cropped to the focus, upright, in a palette's colours, and dark enough for what stands on
them. Pixels are measured in what is drawn, by arithmetic of this file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image, ImageDraw

from placards.files.shipped import shipped_source
from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, GivenPicture, SlotText
from placards.layout.pictures import covering, of_equal_area
from placards.pipeline import Artefact, Engine
from placards.problems.errors import InputError, PlacardsError
from placards.scene.items import FillPath, Group, Item, Picture, TextBlock
from placards.values.color import Color
from placards.values.geometry import Point, Rect

from ..compose.support import GROUND, HEAD, SLOGAN, element

PHOTO = element("photo", "pic", show="photo")


def jpeg(image: Image.Image, **keys: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, **keys)
    return out.getvalue()


def plain(width: int, height: int, color: str = "#808080") -> bytes:
    return jpeg(Image.new("RGB", (width, height), color))


def spotted(width: int, height: int, x: int, y: int) -> bytes:
    """White, with a black spot at a point."""
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).ellipse((x - 30, y - 30, x + 30, y + 30), fill="black")
    return jpeg(image)


class Made:
    """A layout with a job's pictures."""

    def __init__(self, layout: str, pictures: Mapping[str, bytes], text: str = "Peace", **more: object) -> None:
        self.files = {"layouts/mine/layout.toml": layout.encode()}
        self.files |= {f"pictures/{slot}": data for slot, data in pictures.items()}
        self.inputs = Inputs(World([Memory(self.files), shipped_source()]))
        keys = {"size": "a5", "language": "en", "focus": None, "alt": "", "offered": (), **more}
        given = tuple(
            GivenPicture(slot, f"pictures/{slot}", self.inputs.picture_digest(f"pictures/{slot}"), str(keys["alt"]),
                         keys["focus"])  # type: ignore[arg-type]
            for slot in pictures
        )  # fmt: skip
        language = str(keys["language"])
        entries = (Entry("", (SlotText(text, language),)),)
        content = Content((language,), entries, pictures=given, offered=keys["offered"])  # type: ignore[arg-type]
        self.job = Job("x.png", "mine", str(keys["size"]), content, output=OutputSpec("png", 50.0))

    def artefact(self) -> Artefact:
        return Engine(inputs=self.inputs).make(self.job)

    def items(self) -> list[Item]:
        (scene,) = Engine(inputs=self.inputs).scenes(self.job)

        def walk(some: tuple[Item, ...]) -> list[Item]:
            return [i for item in some for i in (item, *(walk(item.items) if isinstance(item, Group) else []))]

        return walk(scene.items)

    def picture(self) -> Picture:
        (found,) = (item for item in self.items() if isinstance(item, Picture))
        return found

    def codes(self) -> list[str]:
        return [found.code for found in self.artefact().diagnostics]

    def pixels(self) -> Image.Image:
        return Image.open(io.BytesIO(self.artefact().data)).convert("RGB")


def luminance(rgb: tuple[int, ...]) -> float:
    """WCAG 2, written down once more."""
    linear = [v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


# Where it stands.


@pytest.mark.parametrize("aspect", [0.3, 1.0, 3.7])
@pytest.mark.parametrize("focus", [(0.0, 0.0), (0.5, 0.5), (0.9, 0.2), (1.0, 1.0)])
def test_what_covers_shows_its_focus_and_no_edge(aspect: float, focus: tuple[float, float]) -> None:
    area = Rect(10, 20, 300, 200)
    target = covering(area, aspect, Point(*focus))
    assert target.contains(area, 1e-6)
    assert target.width / target.height == pytest.approx(aspect)
    x, y = target.x + focus[0] * target.width, target.y + focus[1] * target.height
    assert area.x - 1e-6 <= x <= area.right + 1e-6
    assert area.y - 1e-6 <= y <= area.bottom + 1e-6


@pytest.mark.parametrize("focus", [(0.1, 0.5), (0.9, 0.5)])
def test_a_circle_keeps_the_focus_of_the_person(focus: tuple[float, float]) -> None:
    layout = HEAD + GROUND + element("photo", "pic", show="photo", shape="circle", focus=["50%", "50%"]) + SLOGAN
    x, y = int(focus[0] * 2000), int(focus[1] * 500)
    made = Made(layout, {"photo": spotted(2000, 500, x, y)}, text=".", focus=focus)
    image = made.pixels()
    box = next(item.clip.bounds() for item in made.items() if isinstance(item, Group) and item.clip)
    assert box.width == pytest.approx(box.height)
    target = made.picture().box
    scale = image.width / 419.53
    at = (target.x + focus[0] * target.width) * scale, (target.y + focus[1] * target.height) * scale
    assert luminance(image.getpixel((round(at[0]), round(at[1])))) < 0.1, "the spot is drawn"  # type: ignore[arg-type]
    assert luminance(image.getpixel((2, round(at[1])))) > 0.9  # type: ignore[arg-type]
    without = Made(layout, {"photo": spotted(2000, 500, x, y)}, text=".").picture().box
    assert not box.x <= without.x + focus[0] * without.width <= box.right, "which the layout's focus would lose"


def test_a_photograph_reaches_into_the_bleed_and_never_turns_round() -> None:
    for language in ("en", "ar"):
        made = Made(HEAD + GROUND + PHOTO + SLOGAN, {"photo": plain(800, 600)}, language=language, size="a4")
        assert made.picture().box.contains(Rect(-8.5, -8.5, 612, 858), 0.1)
        assert not any(item.transform.a < 0 for item in made.items() if isinstance(item, Group))


def test_a_wide_word_and_a_round_seal_look_equally_strong() -> None:
    box = Rect(0, 0, 300, 80)
    word, seal = of_equal_area(box, 4.0), of_equal_area(box, 1.0)
    assert word.width * word.height == pytest.approx(seal.width * seal.height)
    assert box.contains(word)
    assert box.contains(seal)
    long = of_equal_area(box, 20.0)
    assert long.width == pytest.approx(300), "as wide as the box at most"


def test_logos_of_both_organisers() -> None:
    layout = HEAD + GROUND + element("photo", "one", show="logo", start="5%", width="30%", top="0", height="20%")
    layout += element("photo", "two", show="logo-2", end="5%", width="30%", top="0", height="20%")
    made = Made(layout + SLOGAN, {"logo": plain(200, 100), "logo-2": plain(100, 100)})
    one, two = (item.box for item in made.items() if isinstance(item, Picture))
    assert one.width * one.height == pytest.approx(two.width * two.height, rel=0.01)
    assert one.right < two.x


# What it looks like.


def test_a_picture_that_a_camera_held_sideways_stands_upright() -> None:
    image = Image.new("RGB", (400, 200), "white")
    image.paste("black", (0, 0, 200, 200))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise: black comes to the top
    made = Made(HEAD + GROUND + element("photo", "pic", show="photo", fit="contain") + SLOGAN,
                {"photo": jpeg(image, exif=exif)}, text=".")  # fmt: skip
    box = made.picture().box
    assert box.width / box.height == pytest.approx(0.5)
    pixels = made.pixels()
    scale = pixels.width / 419.53
    x = round((box.x + box.width / 2) * scale)
    assert luminance(pixels.getpixel((x, round((box.y + box.height * 0.2) * scale)))) < 0.05  # type: ignore[arg-type]
    assert luminance(pixels.getpixel((x, round((box.y + box.height * 0.8) * scale)))) > 0.9  # type: ignore[arg-type]


TWO = HEAD + 'blue = "#102a83"\ncream = "#fff1d0"\n' + GROUND


def test_a_duotone_reaches_both_colours_and_holds_no_other() -> None:
    image = Image.linear_gradient("L").resize((600, 600)).point(lambda v: 60 + v // 2).convert("RGB")
    layout = TWO + element("photo", "pic", show="photo", treatment="duotone", dark="blue", light="cream")
    made = Made(
        layout + element("text", "s", show="slogan", top="0", height="4pt", min_size="1pt"), {"photo": jpeg(image)}
    )
    picture = Image.open(io.BytesIO(made.picture().data)).convert("RGB")
    blue, cream = (0x10, 0x2A, 0x83), (0xFF, 0xF1, 0xD0)
    colors = [picture.getpixel((300, y)) for y in range(600)]
    for wanted in (blue, cream):
        assert min(max(abs(a - b) for a, b in zip(c, wanted, strict=True)) for c in colors) <= 4  # type: ignore[arg-type]
    for color in colors:  # on the straight line between the two
        share = (color[0] - blue[0]) / (cream[0] - blue[0])  # type: ignore[index]
        line = [b + share * (c - b) for b, c in zip(blue, cream, strict=True)]
        assert max(abs(a - b) for a, b in zip(color, line, strict=True)) <= 6  # type: ignore[arg-type]
    assert made.artefact().data == made.artefact().data


def test_mono_has_no_colour() -> None:
    layout = HEAD + GROUND + element("photo", "pic", show="photo", treatment="mono") + SLOGAN
    image = Image.new("RGB", (600, 600), "#c03010")
    image.paste("#1040c0", (0, 0, 300, 600))
    picture = Image.open(io.BytesIO(Made(layout, {"photo": jpeg(image)}).picture().data)).convert("RGB")
    red, green, blue = picture.split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_what_can_be_seen_through_stays_so() -> None:
    image = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((50, 50, 250, 250), fill="#c03010")
    out = io.BytesIO()
    image.save(out, "PNG")
    layout = TWO + element("photo", "pic", show="logo", treatment="duotone", dark="blue", light="cream") + SLOGAN
    picture = Image.open(io.BytesIO(Made(layout, {"logo": out.getvalue()}).picture().data))
    assert picture.mode == "RGBA"
    assert picture.getpixel((2, 2))[3] == 0  # type: ignore[index]
    assert picture.getpixel((150, 150))[3] == 255  # type: ignore[index]


# Letters on it.


def ramp() -> bytes:
    """From white above to black below."""
    return jpeg(Image.linear_gradient("L").rotate(180).resize((900, 1200)).convert("RGB"))


LIGHT = HEAD.replace("[palettes.day]", '[palettes.day]\nlight = "#ffffff"') + GROUND
WORDS = element("text", "s", show="slogan", inside="safe", fill="light", top="5%", height="30%")


@pytest.mark.parametrize("picture", [ramp(), plain(900, 1200, "#e0e0a0"), plain(900, 1200, "#ffffff")])
def test_darkened_just_so_that_white_letters_hold(picture: bytes) -> None:
    made = Made(LIGHT + element("photo", "pic", show="photo", darken=True) + WORDS, {"photo": picture})
    pixels = made.pixels()
    scale = pixels.width / 419.53
    block = next(item for item in made.items() if isinstance(item, TextBlock))
    ratios = []
    for line in block.lines:
        # Around the letters: every colour near a line of text that is not the letters' own.
        box = [round(v * scale) for v in (line.ink.x, line.ink.y, line.ink.right, line.ink.bottom)]
        ratios += [ratio(pixels.getpixel((x, y)), (255, 255, 255)) for y in box[1::2] for x in (box[0] - 2, box[2] + 2)]  # type: ignore[arg-type]
    assert min(ratios) >= 2.97, "large letters need 3"
    assert min(ratios) < 3.4, "and no darker than that"
    assert "photo-contrast" not in made.codes()


def test_small_letters_need_more_and_dark_pictures_nothing() -> None:
    small = element("text", "o", show="organiser", fill="light", height="5%", top="5%")
    layout = LIGHT + element("photo", "pic", show="photo", darken=True)

    def veil(some: str, picture: bytes) -> float:
        made = Made(layout + some, {"photo": picture})
        job = made.job.content
        fields = (("organiser", (SlotText("Students", "en"),)),)
        from dataclasses import replace

        entries = job.entries if "slogan" in some else ()
        made.job = replace(made.job, content=replace(job, fields=fields, entries=entries))
        return sum(item.opacity for item in made.items() if isinstance(item, FillPath) and item.opacity < 1)

    white = plain(400, 600, "#ffffff")
    assert veil(WORDS, plain(400, 600, "#202020")) == 0
    # 1.05 ÷ (L + 0.05) = 3 and 4.5 give greys of 0.5844 and 0.4625.
    assert veil(WORDS, white) == pytest.approx(1 - 0.5844, abs=0.012)
    assert veil(small, white) == pytest.approx(1 - 0.4625, abs=0.012)


def test_dark_letters_have_it_lightened() -> None:
    layout = HEAD + GROUND + element("photo", "pic", show="photo", darken=True) + SLOGAN
    made = Made(layout, {"photo": plain(600, 800, "#303030")})
    (veil,) = (item for item in made.items() if isinstance(item, FillPath) and item.opacity < 1)
    assert veil.paint.hex == "#ffffff"  # type: ignore[union-attr]
    assert "photo-contrast" not in made.codes()


def test_too_little_contrast_is_said() -> None:
    layout = LIGHT + element("photo", "pic", show="photo") + WORDS
    made = Made(layout, {"photo": plain(900, 1200, "#d0d0d0")})
    (said,) = (str(d) for d in made.artefact().diagnostics if d.code == "photo-contrast")
    assert "“s” stands on the picture with a contrast of 1.5, and needs 3" in said
    between = element("shape", "box", fill="ink", inside="safe", top="0", height="50%")
    covered = Made(layout.replace(WORDS, between + WORDS), {"photo": plain(900, 1200, "#d0d0d0")})
    assert "photo-contrast" not in covered.codes(), "it stands on the box"


# What is said.


def test_the_resolution_at_the_final_size() -> None:
    layout = HEAD + GROUND + element("photo", "pic", show="photo") + SLOGAN
    coarse = Made(layout, {"photo": plain(240, 340)}, size="a3").artefact()
    (said,) = (d for d in coarse.diagnostics if d.code == "photo-coarse")
    assert "only 20 pixels an inch on a3" in str(said)
    assert "Use a picture that is 1,7" in str(said), "how many are needed: 303 mm at 150 an inch, and the cropped rest"
    fine = Made(layout, {"photo": plain(3000, 4200)}, size="a3", alt="A march").codes()
    assert fine == []
    middling = Made(layout, {"photo": plain(1500, 2100)}, size="a3", alt="A march").codes()
    assert middling == ["photo-resolution"]
    banner = Made(layout, {"photo": plain(1500, 500)}, size="banner-300x100cm", alt="A march").codes()
    assert banner == ["photo-coarse"]
    screen = Made(layout, {"photo": plain(400, 400)}, size="square", alt="A march").codes()
    assert screen == ["photo-blurred"]


def test_alt_text_reaches_the_picture_and_is_missed() -> None:
    layout = HEAD + GROUND + PHOTO + SLOGAN
    assert Made(layout, {"photo": plain(900, 1300)}, alt="A march").picture().alt == "A march"
    assert "photo-without-alt" in Made(layout, {"photo": plain(900, 1300)}).codes()


def test_a_needed_picture_that_is_not_there_is_named_with_its_remedy() -> None:
    with pytest.raises(InputError, match=r"“mine” shows a photo, and the job has none\. Give one, as with --photo"):
        Made(HEAD + GROUND + PHOTO + SLOGAN, {}).artefact()
    left_out = Made(HEAD + GROUND + element("photo", "pic", show="photo", optional=True) + SLOGAN, {})
    assert not [item for item in left_out.items() if isinstance(item, Picture)]


def test_what_no_element_shows_is_said() -> None:
    made = Made(HEAD + GROUND + SLOGAN, {"logo": plain(90, 90)})
    assert made.codes() == ["picture-not-shown"]
    assert Made(HEAD + GROUND + SLOGAN, {"logo": plain(90, 90)}, offered=("logo",)).codes() == []


def test_a_condition_asks_for_pictures() -> None:
    layout = HEAD + GROUND + PHOTO + SLOGAN
    layout += '[[variant]]\nwhen = "has_photo == 0"\nhide = ["pic"]\n'
    assert Made(layout, {}).codes() == []
    assert Made(layout, {"photo": plain(900, 1300)}, alt="x").picture()


def test_a_picture_that_was_changed_makes_the_job_stale() -> None:
    made = Made(HEAD + GROUND + PHOTO + SLOGAN, {"photo": plain(900, 1300)})
    made.artefact()
    made.inputs = Inputs(World([Memory({**made.files, "pictures/photo": plain(900, 1300, "red")}), shipped_source()]))
    with pytest.raises(InputError, match="the picture “photo” was changed since this artefact was planned"):
        made.artefact()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a" + b"\0" * 20, "this is GIF, not an image that can be used"),
        (plain(100, 100)[:400], "damaged or cut short"),
        (b"not a picture", "not an image that can be used"),
    ],
)
def test_bad_pictures_are_named(data: bytes, said: str) -> None:
    with pytest.raises(PlacardsError, match=said) as caught:
        Made(HEAD + GROUND + PHOTO + SLOGAN, {"photo": data}).artefact()
    assert "memory:pictures/photo" in str(caught.value)


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1"])
def test_pictures_of_every_mode_are_shown_in_two_colours(mode: str) -> None:
    image = Image.linear_gradient("L").resize((300, 300))
    out = io.BytesIO()
    image.convert(mode).save(out, "JPEG" if mode == "CMYK" else "PNG")
    layout = TWO + element("photo", "pic", show="photo", treatment="duotone", dark="blue", light="cream") + SLOGAN
    assert Made(layout, {"photo": out.getvalue()}).artefact().data


def test_a_deep_png_is_shown_in_two_colours() -> None:
    image = Image.new("I;16", (200, 200), 30000)
    image.paste(60000, (0, 0, 100, 200))
    out = io.BytesIO()
    image.save(out, "PNG")
    layout = TWO + element("photo", "pic", show="photo", treatment="duotone", dark="blue", light="cream") + SLOGAN
    picture = Image.open(io.BytesIO(Made(layout, {"photo": out.getvalue()}).picture().data)).convert("RGB")
    assert ratio(picture.getpixel((30, 100)), picture.getpixel((170, 100))) > 5  # type: ignore[arg-type]


# Vectors.

LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<rect width="200" height="100" fill="#d81e05"/><circle cx="50" cy="50" r="30" fill="#ffffff"/></svg>"""


def test_a_logo_that_is_vectors_stays_vectors_and_is_of_equal_area() -> None:
    layout = HEAD + GROUND + element("photo", "pic", show="logo", top="0", height="20%") + SLOGAN
    made = Made(layout, {"logo": LOGO}, alt="Students")
    assert not [item for item in made.items() if isinstance(item, Picture)]
    (group,) = (item for item in made.items() if isinstance(item, Group) and item.alt == "Students")
    corners = group.transform.box(Rect(0, 0, 200, 100))
    raster = Made(layout, {"logo": plain(400, 200)}).picture().box
    assert corners == pytest.approx(raster)
    box = made.pixels()
    scale = box.width / 419.53
    at = round((corners.x + corners.width * 0.9) * scale), round((corners.y + corners.height * 0.5) * scale)
    assert box.getpixel(at) == (0xD8, 0x1E, 0x05)


def test_vectors_in_two_colours() -> None:
    keys = {"show": "logo", "treatment": "duotone", "dark": "blue", "light": "cream"}
    made = Made(TWO + element("photo", "pic", top="0", height="20%", **keys) + SLOGAN, {"logo": LOGO})
    colors = {item.paint.hex for item in made.items() if isinstance(item, FillPath) and isinstance(item.paint, Color)}
    assert "#fff1d0" in colors
    assert "#d81e05" not in colors


def test_vectors_that_cannot_be_drawn_are_refused_by_name() -> None:
    hostile = LOGO.replace(b"<circle", b'<image href="file:///etc/passwd" width="9" height="9"/><circle')
    with pytest.raises(InputError, match="pictures/logo"):
        Made(HEAD + GROUND + element("photo", "pic", show="logo") + SLOGAN, {"logo": hostile}).artefact()
