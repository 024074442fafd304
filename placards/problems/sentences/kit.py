"""What the designer's kit says: layouts that are started, checked, previewed and shown."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "kit-command-unknown": Sentence("there is no “placards layout {name}”", "See “placards layout --help”"),
    "kit-no-slogan": Sentence("no slogan is translated into {languages:and}", "Name other languages"),
    "kit-layout-exists": Sentence("this is there already, and is not overwritten", "Choose another name"),
}
