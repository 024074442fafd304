"""A message's cautions, from its pack and from the translators' comments, become what is said before it is printed.

In a PO file a caution is a translator comment, which gettext tools keep and may wrap:
``# Caution (RU, BY; OVD-Info, 2024; 2024-05): people have been prosecuted for carrying these words``
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from placards.locale.language import fallbacks, language_key, parse_language
from placards.locale.territory import is_spoken_in, territory_name
from placards.messages.library import Message
from placards.messages.pack import Caution, Slogan
from placards.patterns import pattern
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.place import Place

_NEXT = r"(?=\s*(?:Caution\b|Original:|Breaks:|placards: )|\s*$)"
_COMMENT = pattern(
    r"Caution \((?P<places>[A-Z]{2}(?:, *[A-Z]{2})*); *(?P<source>[^;()]+); *(?P<date>\d{4}(?:-\d\d){0,2})\): *"
    rf"(?P<text>\S.*?){_NEXT}"
)
_BEGINS = pattern(r"Caution\b")


def comment_cautions(comments: Sequence[str], language: str) -> tuple[list[Caution], int]:
    """The cautions in an entry's translator comments, and how many more begin like one and are none."""
    text = " ".join(" ".join(comments).split())
    found = []
    for match in _COMMENT.finditer(text):
        places = tuple(place.strip() for place in match["places"].split(","))
        if all(territory_name(place) for place in places):
            found.append(Caution(language, places, match["text"].strip(), match["source"].strip(), match["date"]))
    return found, len(_BEGINS.findall(text)) - len(found)


def cautions_of(slogan: Slogan, message: Message) -> Iterator[Caution]:
    """What somebody should know who carries the message in its language."""
    for caution in slogan.cautions:
        spoken = {language_key(tag) for tag in fallbacks(message.found_language)}
        if not caution.language or language_key(caution.language) in spoken:
            yield caution
    yield from comment_cautions(message.comments, message.found_language)[0]


def near_and_far(slogan: Slogan, message: Message) -> tuple[list[Caution], tuple[str, ...]]:
    """The cautions for the message's own language, or for a place where that is spoken; and the names of the places
    that the others are for."""
    primary = parse_language(message.found_language).language
    near: list[Caution] = []
    far: list[Caution] = []
    for caution in cautions_of(slogan, message):
        is_near = caution.language or any(is_spoken_in(primary, code) for code in caution.places)
        (near if is_near else far).append(caution)
    return near, place_names(far)


def place_names(found: Iterable[Caution]) -> tuple[str, ...]:
    """The places of cautions, each once."""
    return tuple(dict.fromkeys(territory_name(code) or code for caution in found for code in caution.places))


def cautions(slogan: Slogan, message: Message) -> list[Diagnostic]:
    """The same as what is said of an artefact: a warning for each that is near, and one note that names the places of
    the others."""
    place = Place(message=slogan.full_name, language=message.language)
    near, elsewhere = near_and_far(slogan, message)
    said = [
        diagnostic(
            "message-caution",
            place=place,
            places=place_names([caution]),
            text=caution.text.rstrip("."),
            source=caution.source,
            date=caution.date,
        )
        for caution in near
    ]
    if elsewhere:
        said.append(diagnostic("message-cautions-elsewhere", place=place, places=elsewhere))
    return said
