"""What people may call a column, in English; the pack ``headings`` has the same in other languages."""

from __future__ import annotations

import unicodedata

from placards.layout.slots import SETTABLE

#: A column that is for people, or for the form that it came from.
FORM = "form"

#: What is shown, in words: these may be given by language.
TEXT_KEYS = ("text", "title", "organiser", "place", *SETTABLE, "photo-alt", "portrait-alt", "logo-alt", "logo-2-alt")

PICTURE_KEYS = ("photo", "portrait", "logo", "logo-2")

#: Key → words, folded as `fold` does; the first is what errors and the manual call it.
WORDS: dict[str, tuple[str, ...]] = {
    "slogan": ("slogan", "slogan id", "slogan name"),
    "text": ("text", "message", "headline", "wording", "own text", "words"),
    "languages": ("language", "languages", "lang", "language tag"),
    "layouts": ("layout", "layouts", "template", "design"),
    "sizes": ("size", "sizes", "paper size", "dimensions"),
    "formats": ("format", "formats", "file format", "file type"),
    "palettes": ("palette", "palettes", "colour", "color", "colours", "colors", "colour scheme", "color scheme"),
    "copies": ("copies", "quantity", "qty", "print run", "number of copies", "how many", "how many copies"),
    "profile": ("print profile", "printing profile", "printer profile"),
    "stock": ("stock", "paper stock", "paper type", "material"),
    "title": ("title", "event", "event title"),
    "organiser": ("organiser", "organizer", "organisation", "organization", "organised by", "organized by", "group"),
    "organiser-2": ("organiser 2", "organizer 2", "second organiser", "second organizer"),
    "place": ("place", "location", "venue", "where"),
    "date": ("date", "event date", "when"),
    "time": ("time", "event time"),
    "link": ("link", "url", "website", "web address", "qr", "qr code"),
    "photo": ("photo", "photograph", "picture", "image"),
    "portrait": ("portrait",),
    "logo": ("logo",),
    "logo-2": ("logo 2", "second logo"),
    "photo-alt": ("photo description", "alt text", "photo alt text", "photo alt"),
    "portrait-alt": ("portrait description", "portrait alt text"),
    "logo-alt": ("logo description", "logo alt text"),
    "logo-2-alt": ("logo 2 description", "logo 2 alt text"),
    "file": ("file", "file name", "filename"),
    "art": ("art", "artwork", "drawing", "illustration"),
    "number": ("number shown", "big number"),
    "name": ("person", "name of person", "who said it"),
    "position": ("position", "role", "job title"),
    "phone": ("phone", "telephone", "tel", "phone number", "telephone number"),
    "hashtag": ("hashtag", "hashtags"),
    "demands": ("demands", "demand"),
    "quote": ("quote", "quotation"),
    "credit": ("credit", "photo credit"),
    FORM: (
        "timestamp", "email address", "email", "e mail", "e mail address", "username", "score", "id", "start time",
        "completion time", "last modified time", "submission id", "submission date", "submitted at", "respondent",
        "respondent id", "response id", "collector id", "ip address", "network id", "token", "no", "nr", "row", "notes",
        "note", "comment", "comments", "remarks", "status",
    ),
}  # fmt: skip

#: What a cell of a column holds, for the manual; the other slots tell it themselves.
HOLDS = {
    "slogan": "the name of a slogan (`peace/ceasefire-now`, or `ceasefire-now`), or its words in a language of the row",
    "text": "words of your own, in place of a slogan; a line break in the cell is one on the placard",
    "languages": "tags (`ur`, `pt-BR`) or names (`Urdu`, `اردو`); `en, ar` is an artefact each, `en+ar` is one in both",
    "layouts": "a layout; by itself the one that fits the number of languages and the picture",
    "sizes": "`A3`, `50x70cm`, `story` …; several give an artefact each",
    "formats": "`pdf`, `svg`, `png`, `jpg`, `webp`; several give a file each",
    "palettes": "a palette, or colours",
    "copies": "how many are printed, in digits only",
    "profile": "a name of `placards list profiles`, or a file beside the spreadsheet",
    "stock": "what they are printed on",
    "date": "a cell that is a date, or `2027-04-14`; a time may follow",
    "time": "a cell that is a time, or `16:30`",
    "link": "a web address, `mailto:` or `tel:`",
    "photo": "a file beside the spreadsheet, as `photos/march.jpg`",
    "portrait": "the same, of one person",
    "logo": "the same, of the organiser",
    "logo-2": "the same, of the second organiser",
    "photo-alt": "what the photo shows, for those who cannot see it",
    "portrait-alt": "what the portrait shows",
    "logo-alt": "what the logo shows",
    "logo-2-alt": "what the second logo shows",
    "file": "the artefact's name, with or without suffix; fields as `{languages}` and `{size}` may stand in it",
    "art": "a piece of art, as `peace/dove`",
    "demands": "each on a line of its own in the cell",
    "names": "each on a line of its own in the cell",
    FORM: "nothing is made of it",
}

#: Words that may mean several things: people write “number” for how many, and the slot is called so too.
AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "number": ("copies", "number"),
    "paper": ("sizes", "stock"),
    "name": ("file", "name"),
}

#: Columns beside which an ambiguous word means one thing only.
BESIDE = {"name": ("quote", "position", "portrait"), "number": ("unit",)}

_FOLDED = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """A heading without what people leave out or add: capitals, accents, punctuation.

    >>> fold("Größe *"), fold("  E-mail_address: "), fold("Título")
    ('grosse', 'e mail address', 'titulo')
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = []
    for char in plain:
        category = unicodedata.category(char)
        if unicodedata.combining(char) or category == "Cf":
            continue
        kept.append(" " if category[0] in "PSZC" else char)
    return " ".join("".join(kept).translate(_FOLDED).split())


def english() -> dict[str, tuple[str, ...]]:
    """Folded word → the keys that it may mean."""
    found = {fold(slot): (slot,) for slot in SETTABLE}
    found |= {word: (key,) for key, words in WORDS.items() for word in words}
    return found | AMBIGUOUS


def called(key: str) -> str:
    """What the manual calls a key."""
    return WORDS[key][0] if key in WORDS else key
