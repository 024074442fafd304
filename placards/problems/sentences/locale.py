"""What can be wrong with language tags, calendars and digits."""

from placards.problems.sentence import Sentence, warning

SENTENCES = {
    "language-tag": Sentence("“{tag}” is not a language tag", "Write a BCP 47 tag such as ur, pt-BR or zh-Hant"),
    "language-unknown": Sentence("“{tag}” is no language that we know"),
    "calendar-unknown": Sentence("there is no calendar “{calendar}”"),
    "calendar-shift": Sentence("the Islamic date can be shifted by one day only", "Give -1, 0 or 1"),
    "calendar-islamic-range": Sentence(
        "{day} lies outside the Islamic calendar's tables", "They run to {last}; leave it out"
    ),
    "calendar-islamic-words": Sentence("{day} cannot be written in the Islamic calendar", "Leave the Islamic date out"),
    "calendar-nepali-range": Sentence("{day} lies outside the Nepali calendar's tables", "Leave it out"),
    "calendar-nepali-doubtful": warning(
        "sources disagree on Bikram Sambat dates from 2025 on", "Check it in a printed calendar"
    ),
    "calendar-islamic-doubtful": warning(
        "the Islamic date follows Umm al-Qura",
        "Where the moon is sighted, it may be a day off: set hijri_shift to -1 or 1 there",
    ),
    "digits-unknown": Sentence("there are no digits “{digits}”"),
}

REMEDIES = {
    "language-did-you-mean": "Did you mean “{tag}” ({name})?",
    "language-write-tag": "Write a BCP 47 tag such as ur, pt_BR or zh_Hant",
}
