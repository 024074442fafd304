"""A file name's suffix becomes the renderer that writes such files, imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from placards.problems.diagnostic import Report
from placards.problems.errors import InputError, near
from placards.render.options import RenderOptions
from placards.scene.items import Group, Item, Picture, Scene
from placards.scene.paints import paints
from placards.values.color import LinearGradient, RadialGradient

if TYPE_CHECKING:
    from placards.render.raster import Kind

Renderer = Callable[[Sequence[Scene], RenderOptions], bytes]


def _pdf(scenes: Sequence[Scene], options: RenderOptions) -> bytes:
    from placards.render.pdf import render_pdf

    return render_pdf(scenes, options.profile)


def _svg(scenes: Sequence[Scene], options: RenderOptions) -> bytes:
    from placards.render.svg import render_svg

    return render_svg(_only(scenes, "SVG"))


def _image(kind: Kind) -> Renderer:
    def image(scenes: Sequence[Scene], options: RenderOptions) -> bytes:
        from placards.render.pdf import render_drawing
        from placards.render.raster import render_image

        scene = _only(scenes, kind.upper())
        pdf, flat = render_drawing(scene), is_flat(scene.items)
        return render_image(pdf, kind, options, pixels=scene.pixels, metadata=scene.metadata, flat=flat)

    return image


RENDERERS: dict[str, Renderer] = {
    ".pdf": _pdf,
    ".svg": _svg,
    ".png": _image("png"),
    ".jpg": _image("jpeg"),
    ".jpeg": _image("jpeg"),
    ".webp": _image("webp"),
}


def render(
    scenes: Sequence[Scene], suffix: str, options: RenderOptions | None = None, report: Report | None = None
) -> bytes:
    """The scenes as a file of the kind that *suffix* (such as ``.pdf``) names; raises InputError for what cannot be
    written, and tells *report* what the file does not show."""
    renderer = RENDERERS.get(suffix.lower())
    if renderer is None:
        raise InputError("render-suffix-unknown", remedy=near(suffix, list(RENDERERS)), suffix=suffix)
    data = renderer(scenes, options or RenderOptions())
    if report is not None and suffix.lower() == ".pdf":  # images and SVG are for screens
        from placards.render.inks import unused_inks

        unused = unused_inks(scenes)
        if unused is not None:
            report(unused)
    return data


def is_flat(items: Sequence[Item]) -> bool:
    """Whether there is no picture and no gradient among the items, but areas of one colour alone."""
    return _no_picture(items) and not any(isinstance(p, LinearGradient | RadialGradient) for p in paints(items))


def _no_picture(items: Sequence[Item]) -> bool:
    return not any(
        isinstance(item, Picture) or (isinstance(item, Group) and not _no_picture(item.items)) for item in items
    )


def _only(scenes: Sequence[Scene], kind: str) -> Scene:
    if len(scenes) != 1:
        raise InputError("render-one-page", kind=kind, pages=len(scenes))
    return scenes[0]
