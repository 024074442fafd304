"""Pages: elements stand on those that they name, and running text makes as many as it needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.layout.content import SlotText
from placards.scene.items import TextBlock

from ..compose.support import HEAD, composed, content, element

LONG = "\n\n".join(["We ask for clean water in every school, today and not next year. " * 3] * 40)


def roles(text: str, body: str = "") -> list[list[str]]:
    job = content(("en", "Peace"))
    if body:
        job = replace(job, fields=(("body", (SlotText(body, "en"),)),))
    return [[item.slot for item in scene.items if isinstance(item, TextBlock)] for scene in composed(text, job).scenes]


def slogan(name: str, pages: object) -> str:
    return element("text", name, show="slogan", pages=pages)


def test_a_number_makes_so_many_pages_and_every_page_has_the_slogan() -> None:
    text = HEAD + slogan("front", 1) + slogan("back", 2) + slogan("both", "all")
    assert roles(text) == [["front", "both"], ["back", "both"]]


def test_first_others_and_last() -> None:
    text = HEAD + slogan("a", "first") + slogan("b", "others") + slogan("c", "last") + slogan("d", 3)
    assert roles(text) == [["a"], ["b"], ["b", "c", "d"]]


def test_running_text_goes_on_and_what_stands_on_the_first_page_takes_no_room_on_others() -> None:
    head = element("text", "head", show="slogan", inside="safe", top="0", height="40%", pages="first")
    sign = element("text", "sign", show="slogan", below="body", top="5pt", height="30pt", pages="last")
    text = HEAD + head + element("body", "body", inside="safe", below="head", reserve="60pt") + sign
    made = roles(text, LONG)
    assert len(made) > 2
    assert [("head" in page, "sign" in page) for page in made] == [
        (True, False),
        *[(False, False)] * (len(made) - 2),
        (False, True),
    ]
    assert len(made[1]) > 1.3 * len(made[0])


def test_a_layout_with_running_text_needs_one_unless_it_is_optional() -> None:
    from placards.problems.errors import TextError

    with pytest.raises(TextError):
        roles(HEAD + slogan("a", "all") + element("body", "body"))
    assert roles(HEAD + slogan("a", "all") + element("body", "body", optional=True)) == [["a"]]
