"""Sentences and remedies that belong to no area alone."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "internal": Sentence("an internal error ({kind}: {detail})", "Please report it"),
}

REMEDIES = {
    "did-you-mean": "Did you mean {near:or}?",
    "known-names": "Known: {known:list}",
}
