"""What a printer wants of a file becomes a value: boxes, inks, marks, layers, finishing, scale."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Literal, TypeAlias

from placards.frozen import dataclass

#: Amounts of cyan, magenta, yellow and black, 0 to 1 each.
Inks: TypeAlias = tuple[float, float, float, float]

Side: TypeAlias = Literal["top", "bottom", "start", "end"]


@dataclass(frozen=True, slots=True)
class BlackRecipe:
    """How black is printed. *text* is that of letters and small shapes, *large* that of areas at least *large_from_mm*
    wide and high, which look grey in black ink alone."""

    text: Inks = (0.0, 0.0, 0.0, 1.0)
    large: Inks = (0.6, 0.4, 0.4, 1.0)
    large_from_mm: float = 20.0


@dataclass(frozen=True, slots=True)
class Condition:
    """How a press prints: the registered name of the condition and the ICC profile that says it. *icc* is the name of a
    file of the World, or of one that is shipped; *digest* that of its bytes, once it has been planned."""

    name: str = "FOGRA39"
    icc: str = "FOGRA39L_coated.icc"
    registry: str = "http://www.color.org"
    info: str = "Offset, ISO 12647-2, coated paper"
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Finishing:
    """What is done to a sheet once it is printed. Lengths are millimetres at the finished size; 0 and () mean none."""

    hem_mm: float = 0.0  # that is folded back on all sides without a pocket
    pocket_mm: float = 0.0  # a pole pocket's flat width
    pockets: tuple[Side, ...] = ()  # the sides that have one
    eyelets_mm: float = 0.0  # how far apart eyelets are at most; there is one in each corner
    eyelet_inset_mm: float = 25.0  # from the trim's edge to an eyelet's middle
    eyelet_mm: float = 12.0  # an eyelet's outer diameter
    cut: bool = False  # a cut line along the trim
    folds: tuple[tuple[Side, float], ...] = ()  # fold lines: the side they are measured from, and millimetres


@dataclass(frozen=True, slots=True)
class Scale:
    """When a file is drawn smaller than what is printed of it. *factors* are tried in turn: the first that brings the
    longest side, bleed included, under *longest_mm* (14,400 points, which is all that Acrobat holds)."""

    longest_mm: float = 5080.0
    factors: tuple[int, ...] = (10,)  # 10: one to ten


@dataclass(frozen=True, slots=True)
class Profile:
    """What a printer, or a kind of printing, wants of a PDF. Lengths are millimetres at the finished size; None leaves
    a sheet what its size says."""

    name: str
    summary: str = ""  # a sentence
    standard: Literal["pdf/a-2a", "pdf/x-4", "pdf/x-1a"] = "pdf/a-2a"  # pdf/a-2a is PDF/UA-1 as well
    inks: Literal["rgb", "cmyk"] = "rgb"
    condition: Condition = Condition()
    black: BlackRecipe = BlackRecipe()
    most_ink: float = 3.0  # of all inks together, at one place: 3.0 is 300 %
    spots: bool = True  # spot colours stay inks of their own; False: their CMYK is printed
    overprint: bool = True  # black letters print over what is below them
    layers: bool = True  # a file may have layers; else finishing stands on a page of its own
    transparency: bool = True  # else what is see-through is made one picture with what is below it
    bleed_mm: float | None = None
    safe_mm: float | None = None
    marks: bool = False  # crop and registration marks, and colour bars
    mark_offset_mm: float = 3.0  # from the trim to the marks, at least the bleed
    slug: bool = False  # a line outside the bleed: campaign, language, slogan, size, scale
    dpi: float = 150.0  # what a picture should have at the finished size
    least_dpi: float = 72.0  # what it must have
    scale: Scale = Scale()
    finishing: Finishing = Finishing()
    finishing_on: Literal["layers", "page"] = "layers"
    file_name: str = ""  # a pattern of a batch's names; empty for the campaign's own
    source: str = ""  # where all this is said
    checked: str = ""  # on which day, YYYY-MM-DD
    edition: Literal[2001, 2003] = 2003  # of PDF/X-1a: that of 2001 is PDF 1.3, that of 2003 PDF 1.4
    slug_name: str = ""  # what the slug calls the campaign
    date: str = ""  # YYYY-MM-DD, in the slug and as the file's dates; empty for none, and for a date that means nothing

    @property
    def is_press(self) -> bool:
        """Whether files are for a press: they have inks and boxes, and no structure for screen readers."""
        return self.standard != "pdf/a-2a"

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits of all that a file may depend on: not of what the profile says of itself."""
        told = replace(self, summary="", source="", checked="")
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


#: What a PDF is where nothing was asked for: for screens and office printers, readable by everybody.
HOME = Profile("home")
