"""What can be wrong with colours."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "color-unknown": Sentence("“{text}” is not a colour", "Write it as #rrggbb, such as #d81e05"),
}
