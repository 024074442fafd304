"""What can be wrong with files that are written, and with images that are read for them."""

from placards.problems.sentence import Sentence, warning

_FONT = "Use another font for this character"

SENTENCES = {
    "render-suffix-unknown": Sentence("“{suffix}” is not a kind of file that can be written"),
    "render-one-page": Sentence(
        "a file of kind {kind} holds one page, not {pages}", "Write a PDF, or a file for each page"
    ),
    "render-no-page": Sentence("there is no page to write", "Give at least one scene"),
    "render-gradient-empty": Sentence("a gradient has no colours", "Give it two stops or more"),
    "render-gradient-cone": Sentence(
        "a radial gradient runs between two circles of which neither holds the other", "Put one into the other"
    ),
    "render-pattern-flat": Sentence("a pattern's tile has no area", "Give it a width and a height"),
    "render-glyph-mode": Sentence("glyph {glyph} mixes its colours by “{mode}”, which cannot be drawn here", _FONT),
    "render-glyph-sweep": Sentence("glyph {glyph} has colours around a centre that let the ground through", _FONT),
    "render-glyph-cone": Sentence("glyph {glyph} has a radial gradient between circles that part", _FONT),
    "render-glyph-foreground": Sentence(
        "glyph {glyph} has a gradient with the colour of the text, which is no plain colour",
        "Use a plain colour for the text, or another font for this character",
    ),
    "render-glyph-picture": Sentence("glyph {glyph} is a picture, no outline", _FONT),
    "render-inks-unused": warning(
        "the PDF shows the screen's colours: the inks given for {colors:list} are not in it",
        "Ask the printer whether sRGB will do",
    ),
    "render-no-area": Sentence("an image of {width} × {height} pixels has no area", "Choose a larger size or dpi"),
    "render-too-large": Sentence(
        "an image of {width} × {height} pixels is larger than {limit:,} pixels, the most for {kind}",
        "Choose a lower dpi, a smaller size, or PDF",
    ),
    "render-too-long": Sentence(
        "{width} × {height} pixels are too long for {kind}, which holds {limit} a side",
        "Choose a lower dpi, PNG, or PDF",
    ),
    "render-pdf-unreadable": Sentence("the PDF cannot be read", "Give a complete PDF file"),
    "render-page-missing": Sentence("the PDF has no page {page}", "Give a page that exists"),
}
