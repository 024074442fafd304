"""Pictures: whole or covering, into the bleed, and on the right side of right-to-left sheets."""

from __future__ import annotations

import io

import pytest
from PIL import Image as Pillow

from placards.problems.errors import InputError
from placards.scene.items import Group
from placards.template.check import check_layout
from placards.values.geometry import Rect

from ..compose.support import (
    GROUND,
    HEAD,
    SLOGAN,
    codes,
    composed,
    content,
    element,
    items,
    load_picture,
    loaded,
    paths,
    pictures,
    png,
)  # fmt: skip

BLEED = 3 * 72 / 25.4
ENGLISH, ARABIC = content(("en", "Peace")), content(("ar", "سلام"))


def image(**keys: object) -> str:
    return HEAD + GROUND + element("image", "pic", file="p.png", **keys) + SLOGAN


def clip(made: object) -> Rect:
    group = next(item for item in items(made) if isinstance(item, Group) and item.clip)  # type: ignore[arg-type]  # a Composition
    assert group.clip is not None
    return group.clip.bounds()


# defects.md 5
@pytest.mark.parametrize("pixels", [(400, 100), (100, 400), (200, 283)])
@pytest.mark.parametrize("sides", [{}, {"top": "0", "height": "40%"}, {"end": "0", "width": "30%"}])
def test_what_covers_its_box_covers_the_bleed(pixels: tuple[int, int], sides: dict[str, str]) -> None:
    made = composed(image(fit="cover", **sides), ENGLISH, art={"p.png": png(*pixels)})
    (picture,) = pictures(made)
    assert picture.box.contains(clip(made), 0.001), "no white edge after cutting"
    assert picture.box.width / picture.box.height == pytest.approx(pixels[0] / pixels[1]), "not distorted"
    trim = Rect(0, 0, *made.scenes[0].trim)
    bleed = trim.inset(-BLEED, -BLEED, -BLEED, -BLEED)
    area = clip(made)
    if not sides:
        assert area == pytest.approx(bleed)
    elif "top" in sides:
        assert (area.x, area.y, area.right) == pytest.approx((-BLEED, -BLEED, bleed.right))
        assert area.bottom == pytest.approx(0.4 * trim.height), "only where it touches the edge"
    else:
        assert (area.right, area.y, area.bottom) == pytest.approx((bleed.right, -BLEED, bleed.bottom))


def test_what_is_contained_stays_in_its_box() -> None:
    made = composed(image(width="50%", height="20%"), ENGLISH, art={"p.png": png(100, 100)})
    (picture,) = pictures(made)
    trim = made.scenes[0].trim
    assert picture.box.width == picture.box.height == pytest.approx(0.2 * trim.height)
    assert picture.box.x + picture.box.width / 2 == pytest.approx(trim.width / 2)
    assert not [item for item in items(made) if isinstance(item, Group)]


# defects.md 6
def test_the_box_mirrors_and_the_pixels_do_not() -> None:
    art = {"p.png": png(100, 100)}
    keys = {"start": "10%", "width": "20%", "top": "5%", "height": "10%"}
    left = pictures(composed(image(**keys), ENGLISH, art=art))[0].box
    made = composed(image(**keys), ARABIC, art=art)
    right = pictures(made)[0].box
    assert right.x == pytest.approx(made.scenes[0].trim.width - left.right)
    assert not [item for item in items(made) if isinstance(item, Group)]
    refusing = composed(image(mirror=False, **keys), ARABIC, art=art)
    assert pictures(refusing)[0].box == pytest.approx(left)


def test_pixels_turn_round_where_they_may() -> None:
    art = {"p.png": png(100, 100)}
    keys = {"start": "10%", "width": "20%", "mirror_art": True}
    assert not [i for i in items(composed(image(**keys), ENGLISH, art=art)) if isinstance(i, Group)]
    made = composed(image(**keys), ARABIC, art=art)
    group = next(item for item in items(made) if isinstance(item, Group))
    (picture,) = pictures(made)
    turn = group.transform
    assert (turn.a, turn.d) == (-1, 1)
    left, right = (turn.a * x + turn.e for x in (picture.box.right, picture.box.x))
    assert (left, right) == pytest.approx((picture.box.x, picture.box.right)), "turned in its place"


def test_a_damaged_picture_is_named() -> None:
    with pytest.raises(InputError, match=r"memory:layouts/mine/p\.png: .*not an image"):
        composed(image(), ENGLISH, art={"p.png": b"GIF89a"})


def test_what_is_not_shown_of_a_picture_is_said() -> None:
    out = io.BytesIO()
    frames = [Pillow.new("RGB", (9, 9), color) for color in ("red", "green")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    made = composed(image(), ENGLISH, art={"p.png": out.getvalue()})
    assert codes(made) == [("image-animated", "warning")]
    layout = loaded(image(width="10%"), {"p.png": out.getvalue()})
    assert "image-animated" in [found.code for found in check_layout(layout, load_picture=load_picture)]


def test_an_ellipse_touches_its_box() -> None:
    layout = HEAD + element(
        "shape", "sun", fill="ink", shape="ellipse", start="10pt", width="60pt", top="20pt", height="30pt"
    )
    (sun,) = paths(composed(layout, content()))
    assert sun.path.bounds() == pytest.approx((10, 20, 60, 30))
