"""What can be wrong with a font file."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "fontfile-unreadable": Sentence("the font cannot be read ({reason})", "Check the path and its permissions"),
    "fontfile-large": Sentence("the font has {size:,} bytes, more than {limit:,}", "Give a smaller one"),
    "fontfile-unusable": Sentence("this is not a usable font", "Give a TrueType or OpenType file (.ttf, .otf)"),
    "fontfile-breaks-shaper": Sentence("the font breaks the text shaper", "Take it out or replace it"),
}
