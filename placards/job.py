"""One artefact to make becomes a value: plain, small, picklable, with every input named by its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from placards.files.world import TREE_DEPTH, File, Mount, World
from placards.frozen import dataclass
from placards.layout.content import Content
from placards.problems.diagnostic import Diagnostic
from placards.values.color import Color
from placards.values.profile import HOME, Profile

#: The kinds of files that can be written, by suffix without its dot.
FORMATS = ("pdf", "svg", "png", "jpg", "jpeg", "webp")


@dataclass(frozen=True, slots=True)
class OutputSpec:
    """What kind of file to write. An image of a print size has *dpi* pixels an inch, or is exactly *width_px* wide; one
    of a screen size has the size's own pixels unless *width_px* says otherwise. PDF and SVG have no pixels."""

    format: str = "pdf"  # one of FORMATS
    dpi: float = 150.0
    width_px: int | None = None
    profile: Profile = HOME  # what the printer of a PDF wants; images and SVG have none
    proof: str = ""  # "pdf" or "png": beside a PDF, a page on which its owner sees the cut and the finishing
    preflight: bool = False  # a batch looks at each PDF as a print shop would, and says so in manifest and report
    tile: str = ""  # "a4", "a4,3mm,5mm": beside a PDF, the same on sheets for a home printer

    @property
    def suffix(self) -> str:
        """``.pdf``."""
        return f".{self.format}"


@dataclass(frozen=True, slots=True)
class Job:
    """One artefact to make: plain values only, so that a job travels to another process or machine, and a cache can
    name it. What it makes depends on nothing but these values and the bytes that they name by digest."""

    name: str  # path of the artefact below the output folder, with slashes and suffix
    layout: str  # the layout's name
    size: str
    content: Content
    palette: str = ""  # a name, or colours; empty for the layout's own choice
    output: OutputSpec = OutputSpec()
    layout_digest: str = ""  # of all files of the layout when it was planned; empty for whatever they are
    fonts_digest: str = ""  # of people's own fonts when it was planned; empty for whatever they are
    statuses: tuple[tuple[str, str, str], ...] = ()  # (slogan, language, status) of each message
    tags: tuple[tuple[str, str], ...] = ()  # what the choices say of the job, for the manifest
    art_digest: str = ""  # of people's own art when it was planned; empty for whatever it is, or where none is shown
    colors: tuple[tuple[str, Color], ...] = ()  # by name, of a palette that is not the layout's own
    faces: tuple[tuple[str, str], ...] = ()  # role of letters → the family that goes first for it
    notes: tuple[Diagnostic, ...] = ()  # what planning found worth saying; the artefact says it too
    copies: int = 1  # how many are printed; the file is the same
    stock: str = ""  # what they are printed on; the file is the same

    @property
    def suffix(self) -> str:
        """``.pdf``, as the output says."""
        return self.output.suffix


def layout_digest(world: World, name: str) -> str:
    """SHA-256 over the names and bytes of all files in a layout's folder."""
    return _digest(world, (file for file in _walk(world, f"layouts/{name}")))


def fonts_digest(world: World) -> str:
    """SHA-256 over people's own fonts and their fonts.toml; "none" where there are none. What is shipped belongs to the
    program and its version."""
    own = own_sources(world)
    if not (own.names("fonts") or own.folders("fonts")):
        return "none"
    return _digest(world, (file for file in _walk(own, "fonts")))


def art_digest(world: World) -> str:
    """SHA-256 over people's own art; "none" where there is none. What is shipped belongs to the program."""
    own = own_sources(world)
    if not (own.names("art") or own.folders("art")):
        return "none"
    return _digest(world, (file for file in _walk(own, "art")))


def own_sources(world: World) -> World:
    """The World without what is shipped."""
    return World([source for source in world.sources if not isinstance(source, Mount)])


def _digest(world: World, files: Iterator[File]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name}\0{world.digest(file)}\n".encode())
    return total.hexdigest()


def _walk(world: World, folder: str, depth: int = TREE_DEPTH) -> Iterator[File]:
    for name in world.names(folder):
        found = world.find(f"{folder}/{name}")
        if found is not None:  # a link that leads outside is listed, and is no file of the World
            yield found
    for name in world.folders(folder) if depth else ():
        yield from _walk(world, f"{folder}/{name}", depth - 1)
