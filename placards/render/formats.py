"""A file name's suffix becomes the renderer that writes such files, imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from placards.problems.errors import InputError, did_you_mean
from placards.render.options import RenderOptions
from placards.scene.items import Scene

if TYPE_CHECKING:
    from placards.render.raster import Kind

Renderer = Callable[[Sequence[Scene], RenderOptions], bytes]


def _pdf(scenes: Sequence[Scene], options: RenderOptions) -> bytes:
    from placards.render.pdf import render_pdf

    return render_pdf(scenes)


def _svg(scenes: Sequence[Scene], options: RenderOptions) -> bytes:
    from placards.render.svg import render_svg

    return render_svg(_only(scenes, "SVG"))


def _image(kind: Kind) -> Renderer:
    def image(scenes: Sequence[Scene], options: RenderOptions) -> bytes:
        from placards.render.pdf import render_pdf
        from placards.render.raster import render_image

        scene = _only(scenes, kind.upper())
        return render_image(render_pdf([scene]), kind, options, pixels=scene.pixels, metadata=scene.metadata)

    return image


RENDERERS: dict[str, Renderer] = {
    ".pdf": _pdf,
    ".svg": _svg,
    ".png": _image("png"),
    ".jpg": _image("jpeg"),
    ".jpeg": _image("jpeg"),
    ".webp": _image("webp"),
}


def render(scenes: Sequence[Scene], suffix: str, options: RenderOptions | None = None) -> bytes:
    """The scenes as a file of the kind that *suffix* (such as ``.pdf``) names; raises InputError."""
    renderer = RENDERERS.get(suffix.lower())
    if renderer is None:
        raise InputError(
            f"“{suffix}” is not a kind of file that can be written", remedy=did_you_mean(suffix, list(RENDERERS))
        )
    return renderer(scenes, options or RenderOptions())


def _only(scenes: Sequence[Scene], kind: str) -> Scene:
    if len(scenes) != 1:
        raise InputError(
            f"a file of kind {kind} holds one page, not {len(scenes)}", remedy="Write a PDF, or a file for each page"
        )
    return scenes[0]
