"""What can keep a text from standing in its slot."""

from placards.problems.sentence import Sentence, warning

_SMALLER = "Shorten the text, choose a larger sheet, or another layout"

SENTENCES = {
    "fit-size": Sentence(
        "“{text}” does not fit: it would need {needed:.1f} pt and the slot allows no less than {least:.1f} pt", _SMALLER
    ),
    "fit-size-below": Sentence(
        "“{text}” does not fit: it would need less than {needed:.1f} pt and the slot allows no less than "
        "{least:.1f} pt",
        _SMALLER,
    ),
    "fit-width": Sentence("“{text}” is wider than {width:.0f} pt at {size:.1f} pt", _SMALLER),
    "fit-font": Sentence("a glyph of the font is larger than {largest} em", "Take the font out or replace it"),
    "fit-list": Sentence(
        "the list does not fit: one entry alone is too long for {least:.1f} pt",
        "Shorten the slogans, or choose a larger sheet",
    ),
    "fit-flow": Sentence(
        "the text needs more than {count} pages at {least:.1f} pt", "Shorten it, or choose a larger sheet"
    ),
    "fit-voices": Sentence(
        "{count} languages do not fit with equally large letters of at least {least:.1f} pt; the longest is “{text}”",
        "Shorten it, choose a larger sheet, or leave a language out",
    ),
    "fit-wall": Sentence("slot “{slot}”: {count} texts do not fit at {least:.1f} pt", "Choose a larger sheet"),
    "fit-wall-missing": warning("{language} is left out: no font can draw “{char}” ({code_point})"),
}
