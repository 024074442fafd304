"""What is said of colours on their way to the inks of a press."""

from __future__ import annotations

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "press-icc-missing": Sentence(
        "there is no ICC profile “{icc}” for the printing condition “{condition}”",
        "Put the file beside the campaign, or leave out icc for the one that is shipped",
    ),
    "press-icc-unusable": Sentence(
        "this is not a usable ICC profile", "Ask the print shop for the profile of its printing condition"
    ),
    "press-icc-not-cmyk": Sentence(
        "this ICC profile is for “{colors}”, not for a printer with the inks CMYK",
        "Ask the print shop for the profile of its printing condition",
    ),
    "press-converted": note(
        "{colors:list} became inks by the ICC profile of {condition}, for no CMYK values were given",
        "Give cmyk beside rgb where the inks matter",
    ),
    "press-ink-held": warning(
        "the inks of {colors:list} are more than {most:.0f} % together, and were taken down to that",
        "Give them less cyan, magenta and yellow",
    ),
    "press-spots-converted": note(
        "the spot colours {colors:list} are printed with cyan, magenta, yellow and black",
        "Where they should be inks of their own, use a profile with spots, and no gradient or mixture of them",
    ),
    "press-spot-name": warning(
        "“{spot}” cannot be the name of a spot colour, and its CMYK values are printed",
        "Use the name that the ink's maker gives it",
    ),
    "press-spot-differs": warning(
        "the spot colour “{spot}” has several CMYK values, and the first of them stand for it everywhere",
        "Give it the same cmyk wherever it is used, or another name",
    ),
    "press-dpi": warning(
        "a picture has {dpi:.0f} pixels an inch at the printed size, and {least:.0f} are asked for",
        "Use a picture of more pixels, or show it smaller",
    ),
    "press-flattened": note(
        "something is see-through, which this profile does not allow: it is one picture of {dpi:.0f} dpi with all that "
        "lies below it, {share:.0f} % of the sheet",
        "Where letters lie in it and should stay sharp, use a profile with transparency",
    ),
    "render-see-through": Sentence(
        "something is see-through, which the profile does not allow", "Use a profile with transparency"
    ),
}
