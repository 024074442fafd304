"""A picture that was loaded becomes the same one in other colours, or the mean colours of its parts."""

from __future__ import annotations

import io
from math import ceil, sqrt
from typing import TYPE_CHECKING

from placards.layout.content import LoadedPicture
from placards.layout.pictures import Treatment
from placards.problems.errors import InputError
from placards.render.image_convert import MOST_KEPT, encoded, quiet_pillow
from placards.values.color import BLACK, WHITE, Color
from placards.values.geometry import Rect, Size

if TYPE_CHECKING:
    from PIL.Image import Image

#: Cells along each side of a part whose tones are asked for: smaller than the strokes of letters that fill it.
CELLS = 32

#: The part of a picture's pixels, in per cent, that may fall together at each end when its tones are spread from dark
#: to light.
CUTOFF = 0.5


def treated(picture: LoadedPicture, treatment: Treatment) -> LoadedPicture:
    """The picture in other colours, its tones spread from the darkest to the lightest; see-through stays see-through.
    Raises InputError where there is no memory for it."""
    from PIL import ImageOps

    try:
        with quiet_pillow():
            image = _opened(picture)
            alpha = image.getchannel("A") if image.mode == "RGBA" else None
            grey = image.convert("RGB").convert("L")
            image.close()
            # What is seen through says nothing of how dark the picture is.
            grey = ImageOps.autocontrast(grey, cutoff=CUTOFF, mask=alpha and alpha.point(lambda v: 255 * (v > 127)))
            dark, light = (BLACK, WHITE) if treatment.kind == "mono" else (treatment.dark, treatment.light)
            made = grey if treatment.kind == "mono" else ImageOps.colorize(grey, _levels(dark), _levels(light))
            if alpha is not None:
                made = made.convert("RGB")
                made.putalpha(alpha)
            data, size = encoded(made, as_jpeg=alpha is None)
            return LoadedPicture(data, Size(*size), picture.notes)
    except MemoryError as error:
        raise InputError("image-memory") from error


def tones(picture: LoadedPicture, part: Rect) -> tuple[Color, ...]:
    """The mean colours of up to `CELLS` × `CELLS` cells of a part of the picture, given in parts of its width and
    height. What is seen through counts as white: the paper."""
    from PIL import Image

    with quiet_pillow():
        image = _opened(picture, draft=True)
        if image.mode == "RGBA":
            ground = Image.new("RGB", image.size, "white")
            ground.paste(image, mask=image.getchannel("A"))
            image = ground
        image = image.convert("RGB")
        width, height = image.size
        left, top = max(part.x * width, 0.0), max(part.y * height, 0.0)
        right, bottom = min(part.right * width, width), min(part.bottom * height, height)
        if right - left < 1 or bottom - top < 1:
            return ()
        across, down = (max(1, min(CELLS, round(length))) for length in (right - left, bottom - top))
        small = image.resize((across, down), Image.Resampling.BOX, box=(left, top, right, bottom))
        raw = small.tobytes()
    return tuple([Color((r / 255, g / 255, b / 255)) for r, g, b in zip(raw[::3], raw[1::3], raw[2::3], strict=True)])


def _opened(picture: LoadedPicture, *, draft: bool = False) -> Image:
    """The picture in RGB, RGBA or L, with no more pixels than are of use."""
    from PIL import Image

    image: Image.Image = Image.open(io.BytesIO(picture.data))
    factor = ceil(sqrt(image.width * image.height / MOST_KEPT))
    if image.format == "JPEG" and (draft or factor > 1):
        # libjpeg's own halving, much sooner than all pixels.
        image.draft(None, (1600, 1600) if draft else (image.width // factor, image.height // factor))
    image.load()
    factor = ceil(sqrt(image.width * image.height / MOST_KEPT))
    kept = image.reduce(factor) if factor > 1 else image
    return kept if kept.mode in ("RGB", "RGBA", "L") else kept.convert("RGBA" if image.has_transparency_data else "RGB")


def _levels(color: Color) -> tuple[int, int, int]:
    red, green, blue = (round(v * 255) for v in color.rgb)
    return red, green, blue
