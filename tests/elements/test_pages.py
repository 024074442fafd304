"""Pages: elements stand on those that they name, and running text makes as many as it needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.elements.text import Text
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


def numbered(language: str, body: str, digits: str = "default") -> list[list[str]]:
    job = replace(content((language, "Peace")), fields=(("body", (SlotText(body, "en"),)),), digits=digits)
    text = HEAD + slogan("a", "all") + element("text", "page", show="page", bottom="0", height="20pt")
    made = composed(text + element("body", "body", inside="safe", bottom="30pt", top="0"), job)
    assert not list(made.diagnostics)
    return [[i.text for i in s.items if isinstance(i, TextBlock) and i.role == "page"] for s in made.scenes]


def test_pages_are_numbered_in_the_digits_of_the_language_and_a_single_one_is_not() -> None:
    assert numbered("en", "Short") == [[]]
    long = numbered("en", LONG)
    assert [text.strip("\u2066\u202d\u202c\u2069") for (text,) in long] == [
        f"{n} / {len(long)}" for n in range(1, len(long) + 1)
    ]
    assert numbered("fa", LONG)[1][0].strip("\u2066\u202d\u202c\u2069").startswith("۲ / ")
    assert numbered("hi", LONG, "devanagari")[1][0].strip("\u2066\u202d\u202c\u2069").startswith("२ / ")


def test_a_page_of_which_nothing_is_left_closes_up_and_one_that_nobody_names_stays() -> None:
    second = element("text", "b", show="text", text="Now", pages=2, when="has_link == 1")
    text = HEAD + slogan("a", 1) + second + slogan("c", 3) + slogan("d", "last")
    assert roles(text) == [["a"], ["c", "d"]]
    unnamed = HEAD + slogan("a", "all") + slogan("c", 3)
    assert roles(unnamed) == [["a"], ["a"], ["a", "c"]]
    assert roles(HEAD + slogan("a", "all") + second) == [["a"]]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [("all", 3, True), (1, 2, False), (1, 1, True), ("first", 1, True), ("first", "others", False), ("others", 2, True),
     ("first", 2, False), (1, "others", False), ("last", 2, True), ("last", "first", True)],
)  # fmt: skip
def test_elements_that_never_share_a_page_never_meet(one: object, other: object, together: bool) -> None:
    from ..compose.support import loaded

    first, second = loaded(HEAD + slogan("a", one) + slogan("b", other)).layout.element
    assert first.meets(second) is together is second.meets(first)


def test_running_text_stands_on_the_page_that_it_names_or_begins_behind_the_first() -> None:
    from placards.problems.errors import FitError

    front = slogan("a", "first")
    back = element("text", "c", show="slogan", pages=2, bottom="0", height="40pt")
    text = HEAD + front + back
    one = element("body", "body", inside="safe", bottom="50pt", top="0", pages=2)
    assert roles(text + one, "Why\n\nBecause") == [["a"], ["c", "body", "body"]]
    with pytest.raises(FitError):
        roles(text + one, LONG)
    more = element("body", "body", inside="safe", bottom="50pt", top="0", pages="others")
    made = roles(text + more, LONG)
    assert made[0] == ["a"]
    assert [set(page) for page in made[1:]] == [{"c", "body"}, *[{"body"}] * (len(made) - 2)]
    assert len(made) > 2


def test_running_text_flows_once_for_all_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    from placards.layout import flow

    flows: list[str] = []
    flowed = flow.flow
    monkeypatch.setattr(flow, "flow", lambda text, *more: flows.append(text) or flowed(text, *more))
    made = roles(HEAD + element("body", "body", inside="safe") + slogan("a", "all"), LONG)
    assert len(made) == 2
    assert len(flows) == 1


def test_a_trial_sets_only_what_the_text_hangs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[str] = []
    place = Text.place
    monkeypatch.setattr(Text, "place", lambda self, page: placed.append(self.id) or place(self, page))
    head = element("text", "head", show="slogan", inside="safe", top="0", height="20%")
    under = element("text", "under", show="slogan", inside="safe", below="head", top="0", height="10%")
    aside = element("text", "aside", show="slogan", inside="safe", bottom="0", height="10%")
    layout = HEAD + head + under + aside + element("body", "body", inside="safe", below="under", bottom="20%")
    assert len(roles(layout, "Short")) == 1
    assert [placed.count(name) for name in ("head", "under", "aside")] == [2, 2, 1]
