"""What a caller may choose about a file, beyond what its Scene says."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.render.separation import Separate
from placards.values.profile import HOME, Profile


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Choices for image files, and the profile of a PDF; SVG has none."""

    dpi: float = 150.0  # pixels per inch of an image of a print size; a screen preset has its own pixels
    jpeg_quality: int = 92
    webp_lossless: bool = True  # placards are flat art: lossless is small, and lossy WebP smears coloured edges
    profile: Profile = HOME  # what the printer of a PDF wants
    icc: bytes = b""  # the colour profile of the printer's condition, which PDF/X-4 embeds
    separate: Separate | None = None  # inks for colours that only show up while drawing, as those of colour fonts
