"""What can be wrong with a finished Scene: defects of a layout, or of this program."""

from placards.problems.sentence import Sentence, warning

_LAYOUT = "Correct the layout, or report this"

SENTENCES = {
    "scene-text-unset": Sentence("the text was not set", _LAYOUT),
    "scene-text-small": Sentence("{size:.1f} pt is less than the {limit:.1f} pt allowed", _LAYOUT),
    "scene-text-invisible": Sentence("“{text}” does not show on the sheet", _LAYOUT),
    "scene-ink-outside-slot": Sentence("“{text}” reaches out of its slot", _LAYOUT),
    "scene-ink-outside-sheet": Sentence("“{text}” reaches past the sheet's edge", _LAYOUT),
    "scene-ink-clipped": Sentence("“{text}” is cut by the area that it stands in", _LAYOUT),
    "scene-underlay-empty": Sentence("a shadow or outline that is neither filled nor stroked", _LAYOUT),
    "scene-underlay-outside-sheet": Sentence(
        "the shadow or outline of “{text}” reaches past the sheet's edge", "Make it smaller, or the margins larger"
    ),
    "scene-underlay-clipped": Sentence(
        "the shadow or outline of “{text}” is cut by the area that it stands in", "Make it smaller, or the area larger"
    ),
    "scene-glyph-missing": Sentence(
        "no font can draw “{char}” (U+{code_point})", "Put a font that has it in a folder “fonts” beside the campaign"
    ),
    "scene-mark-alone": Sentence(
        "a mark stands without its letter at “{char}” (U+{code_point})", "Check the spelling there"
    ),
    "scene-path-empty": Sentence("a shape without an outline", _LAYOUT),
    "scene-path-invisible": warning("a shape of which nothing shows on the sheet", "Move it, or leave it out"),
    "scene-picture-empty": Sentence("a picture without data", _LAYOUT),
    "scene-picture-invisible": warning("a picture of which nothing shows on the sheet", "Move it, or leave it out"),
    "scene-number": Sentence("a length that is no number", _LAYOUT),
}
