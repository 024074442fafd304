"""What can be wrong with what a printer wants: profiles, and [print] in a campaign."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "profile-unknown": Sentence("there is no profile “{name}”", "“placards list profiles” has them all"),
    "profile-loop": Sentence("these profiles extend each other: {names}", "Let one of them stand alone"),
    "profile-length-unit": Sentence(
        "“{length}” is measured by something else", "Write a length on paper, such as 3mm, 5cm or 0.125in"
    ),
    "profile-length-large": Sentence("“{length}” is not from 0 to {most} m", "Write it as 3mm, 5cm or 0.125in"),
    "profile-factors-order": Sentence(
        "the factors {factors:list} are not each larger than the one before", "Write them as [2, 4, 10]"
    ),
    "profile-side-twice": Sentence("the side “{side}” stands there twice", "Keep one"),
    # The ICC profile.
    "profile-icc-missing": Sentence("there is no ICC profile “{name}”", "Put its file beside the profile"),
    "profile-icc-damaged": Sentence("“{name}” is no ICC profile", "Get it anew from who made it"),
    "profile-icc-space": Sentence("the ICC profile “{name}” is for {space}, not for CMYK", "Take that of a press"),
    "profile-icc-class": Sentence(
        "the ICC profile “{name}” is not one of an output device", "Take that of a press, of the class prtr"
    ),
    # Contradictions, each with both keys.
    "profile-x1a-has-none": Sentence(
        "“{key_1}” is true, and “{key_2}” is pdf/x-1a, which has none", "Write {key_1} = false, or take pdf/x-4"
    ),
    "profile-edition": Sentence(
        "“{key_1}” is one of PDF/X-1a, and “{key_2}” is another", 'Leave it out, or write standard = "pdf/x-1a"'
    ),
    "profile-press-rgb": Sentence(
        "“{key_1}” is rgb, and “{key_2}” is {standard}, which is printed in inks",
        'Write inks = "cmyk", or take pdf/a-2a',
    ),
    "profile-home-cmyk": Sentence(
        "“{key_1}” is cmyk, and “{key_2}” is pdf/a-2a, which is written in RGB here",
        "Take pdf/x-4, or extend press-x4",
    ),
    "profile-rgb-key": Sentence(
        "“{key_1}” says something of inks, and “{key_2}” is rgb, which has none",
        'Leave it out, or write inks = "cmyk" and a standard of the press',
    ),
    "profile-home-marks": Sentence(
        "“{key_1}” is true, and “{key_2}” is pdf/a-2a, which has nothing outside its sheet",
        "Write {key_1} = false, or take pdf/x-4",
    ),
    "profile-marks-bleed": Sentence(
        "“{key_1}” is {offset:g} mm and “{key_2}” is {bleed:g} mm: marks would stand in what is printed",
        "Make the offset at least the bleed",
    ),
    "profile-finishing-layers": Sentence(
        "“{key_1}” is layers, and “{key_2}” is false", 'Write finishing_on = "page", or allow layers'
    ),
    "profile-pockets-nowhere": Sentence(
        "“{key_1}” says how wide a pocket is, and “{key_2}” names no side", 'Write pockets = ["top", "bottom"]'
    ),
    "profile-pockets-width": Sentence(
        "“{key_2}” names sides, and “{key_1}” does not say how wide a pocket is", 'Write pocket = "8cm"'
    ),
    "profile-eyelets-cut": Sentence(
        "“{key_1}” is less than half of “{key_2}”: eyelets would be cut off", "Make the inset larger"
    ),
    "profile-eyelets-close": Sentence(
        "“{key_1}” is less than twice “{key_2}”: eyelets would touch", "Make them further apart"
    ),
    "profile-scale-longest": Sentence(
        "“{key_1}” is more than {most} mm, which is all that a PDF's page holds", "Make it 5080mm or less"
    ),
    "profile-scale-least": Sentence("“{key_1}” is less than {least} mm", "Say up to which side files are drawn 1:1"),
    "profile-scale-short": Sentence(
        "“{key_1}” goes to 1:{factor}, at which {largest} m are more than “{key_2}”, {longest:g} mm",
        "Add a larger factor",
    ),
    "profile-black-ink": Sentence(
        "“{key_1}” is {total} % of ink, and “{key_2}” is {most}", "Make the black lighter, or allow more ink"
    ),
    "profile-dpi": Sentence(
        "“{key_1}” is {dpi:g}, and “{key_2}” is {least:g}: what is wanted must be at least what is needed",
        "Make one of them other",
    ),
    # A profile and a size.
    "profile-bleed-large": Sentence(
        "the profile “{profile}” has {bleed:g} mm of bleed on each side, and “{size}” is {side:g} mm",
        "Choose a larger size, or write another bleed under [print]",
    ),
    "profile-no-room": Sentence(
        "the profile “{profile}” keeps so much of the margins clear that “{size}” has no room left for words",
        "Choose a larger size, or write another safe area or other finishing under [print]",
    ),
    "profile-not-for-images": warning(
        "the profile “{profile}” is for PDFs: {formats:list} files are as without it", "Ask for a PDF, too"
    ),
    "profile-not-for-screens": warning(
        "“{size}” is a size for screens: the profile “{profile}” adds no bleed and no finishing to it",
        "Choose a size of paper or cloth",
    ),
    "profile-finishing-not-drawn": warning(
        "words keep clear of what “{key}” says, but the profile “{profile}” draws no lines for it",
        "Choose a profile of a press, such as press-x4",
    ),
}
