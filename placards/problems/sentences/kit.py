"""What the designer's kit says: layouts that are started, checked, previewed and shown."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "kit-command-unknown": Sentence("there is no “placards layout {name}”", "See “placards layout --help”"),
}
