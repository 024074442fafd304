"""``credit = "auto"`` becomes the line that says who made the art and took the photographs on the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from placards.art.credits import credit_line, credits_of
from placards.compose.request import Composition, Request
from placards.layout.content import Content, SlotText
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import Place, TextError
from placards.text.clean import settable

#: What a person writes in place of a credit.
AUTO = "auto"

#: Names and licences are in Latin letters, and read from left to right on every sheet, with a word of the sheet's
#: language in them.
_LANGUAGE = "en"


def asks_for_credit(content: Content) -> bool:
    """Whether the credit is to be found out."""
    return any(name == "credit" and any(text.text == AUTO for text in texts) for name, texts in content.fields)


def with_credit(request: Request, made: Composition) -> tuple[Request, tuple[Diagnostic, ...]]:
    """The request with the line for what is on the sheets that were made of it, and what is to be said; without a
    credit where nothing wants one."""
    line = "; ".join(dict.fromkeys(_parts(request, made)))
    line = line and settable(line, _LANGUAGE).text
    fields = []
    for name, texts in request.content.fields:
        if name == "credit":
            known = SlotText(line, _LANGUAGE)
            texts = tuple(known if text.text == AUTO else text for text in texts)
            texts = tuple(text for text in texts if text.text)
        if texts:
            fields.append((name, texts))
    notes = () if line else (diagnostic("credit-nothing", place=Place(message="credit")),)
    return replace(request, content=replace(request.content, fields=tuple(fields))), notes


def _parts(request: Request, made: Composition) -> Iterator[str]:
    """Who took each photograph, as its file says; then the layout's own credit, and the art's authors."""
    for picture in request.content.pictures:
        if picture.slot in made.pictures and request.pictures is not None and not picture.slot.startswith("logo"):
            author = request.pictures.author(picture.file)
            try:
                yield from [settable(author, _LANGUAGE).text] if author else []
            except TextError:
                continue  # no name: bytes of another alphabet, or none
    if request.layout.layout.credit:
        yield request.layout.layout.credit
    if made.art and request.artwork is not None:
        yield from filter(None, [credit_line(credits_of(made.art, request.artwork()), request.content.changed)])
