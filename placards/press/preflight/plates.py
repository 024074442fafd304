"""Pages become the inks that a press would print, measured on the plates that Ghostscript makes where it is there.

Never with ``-sOutputICCProfile``: rich black would become another one. What RGB becomes follows the output intent.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping
from math import sqrt

from placards.frozen import dataclass
from placards.press.preflight.document import Document
from placards.press.preflight.objects import entry, members, name

#: So many pixels a page are separated, at most at so many an inch, and for so many seconds in all.
_PIXELS, _DPI, _SECONDS = 1_500_000, 72.0, 60

_PLATE = re.compile(r"p(\d+)\((.*)\)\.tif$")

_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@dataclass(frozen=True, slots=True)
class Plates:
    """The inks of one page."""

    page: int
    inks: Mapping[str, float]  # name → of the page's area, how much has any of it, 0 to 1
    totals: Mapping[int, int]  # ink in per cent, of all inks together → pixels that have it
    warnings: tuple[str, ...] = ()  # what Ghostscript said of the file

    @property
    def most(self) -> int:
        """The most ink at one place, in per cent."""
        return max(self.totals, default=0)

    def above(self, limit: int) -> float:
        """Of the page's area, how much has more ink than a limit in per cent."""
        whole = sum(self.totals.values())
        return sum(count for total, count in self.totals.items() if total > limit) / whole if whole else 0.0


def ghostscript() -> str | None:
    """The program; None where there is none."""
    for called in ("gs", "gswin64c", "gswin32c"):
        if found := shutil.which(called):
            return found
    return None


def separated(printed: bytes, document: Document, finishing: frozenset[str]) -> tuple[Plates, ...]:
    """The inks of pages that `printed_area` made; nothing where they cannot be had, which is remembered. *finishing*
    are the spot colours that are no ink on the sheet."""
    program = ghostscript()
    if program is None:
        document.skip("preflight-skipped-no-ghostscript")
        return ()
    if not printed:
        return ()
    with tempfile.TemporaryDirectory(prefix="placards-plates-") as folder:
        source = os.path.join(folder, "printed.pdf")
        with open(source, "wb") as stream:
            stream.write(printed)
        said = _run(program, source, folder, _dpi(document), document)
        if said is None:
            return ()
        return _measured(folder, finishing, said)


def _dpi(document: Document) -> float:
    """Pixels an inch, so that no page has too many."""
    largest = max(page.printed.width * page.printed.height for page in document.pages) / 72**2
    return max(1.0, min(_DPI, sqrt(_PIXELS / max(largest, 1e-6))))


def _run(program: str, source: str, folder: str, dpi: float, document: Document) -> tuple[str, ...] | None:
    command = [
        program, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dNOPROMPT", "-sDEVICE=tiffsep", f"-r{dpi:.3f}",
        *(["-dUsePDFX3Profile"] if document.profile else []),
        f"-sOutputFile={os.path.join(folder, 'p%d.tif')}", source,
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, cwd=folder)
    except subprocess.TimeoutExpired:
        document.skip("preflight-skipped-slow", seconds=_SECONDS)
        return None
    except OSError:
        document.skip("preflight-skipped-no-ghostscript")
        return None
    text = (done.stdout + done.stderr).decode("utf-8", "replace")
    lines = tuple(line.strip(" *") for line in text.splitlines() if line.strip(" *"))
    if done.returncode:
        document.skip("preflight-skipped-ghostscript", said=lines[0][:120] if lines else "nothing")
        return None
    return lines


def finishing_inks(document: Document) -> frozenset[str]:
    """Spot colours that say what is done to the sheet and are not printed, by the names that shops share."""
    inks = set()
    for space in document.spaces:
        parts = members(space)
        if len(parts) > 1 and name(parts[0]) == "Separation":
            ink = name(parts[1])
            if _FINISHING.search(ink) or ink == "All":
                inks.add(ink)
    return frozenset(inks)


#: How shops call what is cut, folded or punched.
_FINISHING = re.compile(
    r"cut|crease|creasing|fold|eyelet|grommet|punch|drill|perfor|\bdie|dieline|stanz|\brill|falz|öse|\bhem|pocket|\bglue",
    re.IGNORECASE,
)


def _measured(folder: str, finishing: frozenset[str], said: tuple[str, ...]) -> tuple[Plates, ...]:
    found: dict[int, dict[str, str]] = {}
    for file in sorted(os.listdir(folder)):
        if match := _PLATE.search(file):
            found.setdefault(int(match[1]), {})[match[2]] = os.path.join(folder, file)
    return tuple(_page(number, found[number], finishing, said) for number in sorted(found))


def _page(number: int, files: Mapping[str, str], finishing: frozenset[str], said: tuple[str, ...]) -> Plates:
    from PIL import Image, ImageChops

    inks: dict[str, float] = {}
    process = {}
    spots = []
    for ink in (*_PROCESS, *sorted(set(files) - set(_PROCESS))):
        if ink not in files:
            continue
        with Image.open(files[ink]) as opened:
            plate = ImageChops.invert(opened.convert("L"))  # 255 is no ink on a plate
        blank = plate.histogram()[0]
        share = 1 - blank / (plate.width * plate.height)
        if ink in _PROCESS:
            process[ink] = plate
            inks[ink] = share
        elif share:
            inks[ink] = share
            if ink not in finishing:
                spots.append(plate)
    if len(process) < len(_PROCESS):
        return Plates(number, inks, {}, said)
    together = Image.merge("CMYK", [process[ink] for ink in _PROCESS])
    totals: dict[int, int] = {}
    if not spots:
        for count, values in together.getcolors(together.width * together.height) or ():
            total = round(sum(values) / 2.55)  # type: ignore[arg-type]
            totals[total] = totals.get(total, 0) + count
    else:
        every = [plate.tobytes() for plate in (*process.values(), *spots)]
        for values, count in Counter(zip(*every, strict=True)).items():
            total = round(sum(values) / 2.55)
            totals[total] = totals.get(total, 0) + count
    return Plates(number, inks, totals, said)


def declared_inks(document: Document) -> frozenset[str]:
    """The spot colours that the file names."""
    inks = set()
    for space in document.spaces:
        parts = members(space)
        kind = name(parts[0]) if len(parts) > 1 else ""
        if kind == "Separation":
            inks.add(name(parts[1]))
        elif kind == "DeviceN":
            inks |= set(map(name, members(parts[1])))
    return frozenset(inks - set(_PROCESS) - {"All", "None"})


def names_of_steps(document: Document) -> tuple[str, ...]:
    """What the layers of processing steps are for: ``Structural/Cutting``."""
    steps = [entry(layer, "GTS_Metadata") for layer in document.layers]
    kinds = [
        (name(entry(step, "GTS_ProcStepsGroup")), name(entry(step, "GTS_ProcStepsType")))
        for step in steps
        if step is not None
    ]
    return tuple("/".join(filter(None, kind)) for kind in kinds)
