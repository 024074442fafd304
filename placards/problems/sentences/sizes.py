"""What can be wrong with sizes and lengths."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "size-unknown": Sentence(
        "“{size}” is not a size",
        "Give a name such as a3 or story (see “placards list sizes”), or a size such as 50x70cm",
    ),
    "size-unusable": Sentence("“{size}” is not a usable size", "Sides run from 10 mm (38 pixels) to 50 m"),
    "size-length": Sentence("“{text}” is not a length", "Write a number with a unit, such as 12mm, 0.5in or 5%"),
    "size-unit-unknown": Sentence("“{text}” has an unknown unit “{unit}”", "Use one of {known:list}, % or vmin"),
}

REMEDIES = {
    "size-near": "Did you mean {near:or}? Or give a size such as 50x70cm",
}
