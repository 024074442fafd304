"""A set line becomes the strings that PDF readers must see to give its text back. Start at `reading.line`.

Readers find the order of characters in two ways: pdf.js and MuPDF follow the file, PDFium and Poppler look where
things stand; then all of them turn right-to-left text round by rules of their own. What suits them all: each direction
run is shown in one go, its characters from left to right, and the runs stand in the file in logical order.

Where a reader's rules would still go wrong, invisible direction marks put them right. Each reader has a module, and
each of its quirks a function there that is named after it, or after what is done about it.
"""

from placards.render.reading.cells import LRM, PDF, RLM, Cell, Character, Show
from placards.render.reading.characters import characters_of_line
from placards.render.reading.line import shows_of_line, vertical_shows
from placards.render.reading.poppler import closing_marks

__all__ = [
    "LRM", "PDF", "RLM", "Cell", "Character", "Show", "characters_of_line", "closing_marks", "shows_of_line",
    "vertical_shows",
]  # fmt: skip
