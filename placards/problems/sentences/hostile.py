"""What is taken as it is given, and is probably not meant: variants, boxes, numbers and marks."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    "slot-too-small": Sentence(
        "“{id}” has a box of {width:.0f} × {height:.0f} pt on {size}: no language has a word that fits at its smallest "
        "size of {low:.1f} pt",
        "Give it a larger box, or a smaller min_size",
    ),
    "variant-never": warning("this variant never applies: {when}", "Correct its condition, or take it out"),
    "variant-hidden": warning(
        "this variant never applies: an earlier one holds wherever it would", "Put the narrower condition first"
    ),
    "arc-straight": note(
        "letters that join (Arabic, Hindi …) stand straight here: an arc would tear them apart",
        'Give those languages a box of their own, with when = "joined == 1"',
    ),
    "number-without-digit": warning("“{text}” is shown as a number, and has no digit", "Write it as 3000000 or 1.5"),
    "marks-as-they-are": warning(
        "the asterisks in “{text}” are printed: only slogans and body texts take *marks*", "Take them out"
    ),
}
