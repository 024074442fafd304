"""The pictures that a person gives become those of a job: named by digest, with words for who cannot see."""

from __future__ import annotations

from placards.inputs import Inputs
from placards.layout.content import GivenPicture
from placards.layout.pictures import is_vectors
from placards.patterns import pattern
from placards.plan.choices import Choices, Picture
from placards.plan.details import own_text
from placards.problems.errors import InputError

_FOCUS = pattern(r"\s*(\d+(?:\.\d+)?)\s*%\s*[,\s]\s*(\d+(?:\.\d+)?)\s*%\s*")


def given_pictures(choices: Choices, language: str, inputs: Inputs) -> tuple[GivenPicture, ...]:
    """The pictures of an artefact whose first language is given; raises InputError for one that is not there."""
    found = []
    for picture in choices.details.pictures:
        alt = own_text(picture.alt, choices.language, language) or own_text(
            picture.alt, choices.language, choices.language
        )
        digest = inputs.picture_digest(picture.name)
        found.append(GivenPicture(picture.slot, picture.name, digest, alt.text if alt else "", picture.focus))
    return tuple(found)


def check_picture(picture: Picture, inputs: Inputs) -> None:
    """Raise InputError for a picture that is missing or cannot be used, before anything is made with it."""
    data, place = inputs.picture_file(picture.name)
    if is_vectors(data):
        inputs.artwork.drawing(data, place)
    else:
        inputs.picture(data, place)


def parse_focus(text: str) -> tuple[float, float]:
    """A point of a picture, as ``40%,30%`` from the left and the top; raises InputError."""
    match = _FOCUS.fullmatch(text)
    if match is None or max(float(match[1]), float(match[2])) > 100:
        raise InputError("focus-wrong", text=text)
    return float(match[1]) / 100, float(match[2]) / 100
