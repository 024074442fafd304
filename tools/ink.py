"""How much ink every shipped layout takes at most in every shared palette, as a table: ``python -m tools.ink``.

Photographs stand where layouts show some. Needs Ghostscript. The whole takes a quarter of an hour; ``--layouts`` and
``--palettes`` take names. Fails if any sheet has more ink than the profile allows.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.layout.slots import PICTURES
from placards.pipeline import Engine
from placards.problems.errors import InputError
from placards.values.profile import Profile
from placards.values.sheet import parse_sheet
from tests.jobs import example_job, layouts
from tests.tools.plates import most_ink, plates

#: The largest side of what is measured, in pixels.
_PIXELS = 500

X4 = Profile("x4", standard="pdf/x-4", inks="cmyk")
X1A = Profile("x1a", standard="pdf/x-1a", inks="cmyk", layers=False, transparency=False)


def photograph(number: int) -> bytes:
    """All colours and darknesses side by side, with noise: what needs more ink than any real photograph."""
    hue = Image.linear_gradient("L").resize((600, 450)).rotate(90, expand=True).resize((600, 450))
    dark = Image.linear_gradient("L").resize((600, 450))
    full = Image.new("L", (600, 450), 200 + 10 * number)
    colors = Image.merge("HSV", (hue, full, dark)).convert("RGB")
    grain = Image.radial_gradient("L").resize((600, 450)).convert("RGB")
    out = io.BytesIO()
    Image.blend(colors, grain, 0.1).save(out, "JPEG", quality=90)
    return out.getvalue()


def photograph_world() -> World:
    """What is shipped, with a photograph for each slot of pictures."""
    from placards.files.shipped import world_of

    files = {f"pictures/{name}.png": photograph(number) for number, name in enumerate(PICTURES)}
    return World([Memory(files), *world_of().sources])


def measured(engine: Engine, layout: str, palette: str, profile: Profile) -> float:
    """The most ink at one place of a layout's first page."""
    folder = layouts().layout(layout).layout
    size = folder.sizes[0] if folder.sizes else "a3"
    job = replace(example_job(layout, "en", size), palette=palette)
    job = replace(job, output=replace(job.output, profile=profile))
    sheet = parse_sheet(size)
    return most_ink(plates(engine.make(job).data, round(72 * _PIXELS / max(sheet.trim), 2)))


def _or_none(engine: Engine, layout: str, palette: str, profile: Profile) -> float | None:
    """None for a palette that the layout does not take."""
    try:
        return measured(engine, layout, palette, profile)
    except InputError as error:
        if error.diagnostics[0].code != "palette-not-accepted":
            raise
        return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the status to end with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layouts", nargs="*")
    parser.add_argument("--palettes", nargs="*")
    parser.add_argument("--x1a", action="store_true", help="without transparency")
    asked = parser.parse_args(arguments)
    engine = Engine(inputs=Inputs(photograph_world()))
    profile = X1A if asked.x1a else X4
    palettes = asked.palettes or ["", *engine.inputs.palettes()]
    worst = 0.0
    for layout in asked.layouts or layouts().names():
        found = [_or_none(engine, layout, palette, profile) for palette in palettes]
        worst = max(worst, *(one for one in found if one is not None))
        print(f"{layout:20} {' '.join('   -' if one is None else f'{100 * one:4.0f}' for one in found)}", flush=True)
    print(f"at most {100 * worst:.1f} %; allowed {100 * profile.most_ink:.0f} %")
    return int(worst > profile.most_ink + 1e-9)


if __name__ == "__main__":
    sys.exit(main())
