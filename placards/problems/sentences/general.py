"""Sentences and remedies that belong to no area alone."""

from placards.problems.sentence import Sentence

SENTENCES = {
    # A sentence that was written where it was raised: kept until its place has a code of its own.
    "free": Sentence("{problem}", "{remedy}"),
    "internal": Sentence("an internal error ({kind}: {detail})", "Please report it"),
}

REMEDIES = {
    "did-you-mean": "Did you mean {near:or}?",
    "known-names": "Known: {known:list}",
    "free": "{text}",
}
