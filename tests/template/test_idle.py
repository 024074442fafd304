"""What of a layout can never be seen, and elements that stand in a circle (defects.md 33)."""

from __future__ import annotations

import pytest

from placards.problems.diagnostic import Diagnostic
from placards.problems.errors import InputError

from ..compose.support import GROUND, HEAD, SLOGAN, element, loaded
from .test_check import found


def codes(text: str) -> list[str]:
    return [one.code for one in found(text)]


def variant(when: str) -> str:
    return f'\n[[variant]]\nwhen = "{when}"\n[variant.change.slogan]\ntop = "1%"\nheight = "50%"\n'


@pytest.mark.parametrize(
    "when",
    [
        "aspect >= 2 and aspect < 1",
        "aspect > 2 and aspect < 2",
        "screen == 1 and banner == 1",
        "screen == 2",
        "languages == 7",
        "languages > 1 and languages < 2",
        "has_link == 1 and has_link == 0",
        "width_mm > 60000",
    ],
)
def test_conditions_that_never_hold(when: str) -> None:
    assert codes(HEAD + GROUND + SLOGAN + variant(when)) == ["variant-never"]


@pytest.mark.parametrize(
    "when",
    [
        "aspect >= 2", "aspect == 1", "aspect > 1 and aspect < 1.2", "screen == 1 and aspect <= 0.6", "rtl == 1 and joined == 0",
        "width_mm > 1000 and height_mm < 500", "languages == 3", "has_organiser_2 == 1 and has_link == 0", "banner == 1 and aspect > 5",
    ],
)  # fmt: skip
def test_conditions_that_hold_somewhere(when: str) -> None:
    assert codes(HEAD + GROUND + SLOGAN + variant(when)) == []


@pytest.mark.parametrize(
    ("first", "second", "behind"),
    [
        ("aspect >= 1.3", "aspect >= 2", True),
        ("aspect >= 2", "aspect >= 1.3", False),
        ("aspect >= 1.3", "aspect >= 2 and screen == 1", True),
        ("screen == 1", "aspect >= 2", False),
        ("has_link == 1", "has_link == 1 and rtl == 1", True),
        ("has_link == 1", "has_link == 0", False),
    ],
)
def test_variants_behind_others(first: str, second: str, behind: bool) -> None:
    assert codes(HEAD + GROUND + SLOGAN + variant(first) + variant(second)) == (["variant-hidden"] if behind else [])


def test_two_that_together_leave_nothing() -> None:
    text = HEAD + GROUND + SLOGAN + variant("rtl == 1") + variant("rtl == 0") + variant("aspect > 1")
    (only,) = found(text)
    assert only.code == "variant-hidden"
    assert only.place.line == text[: text.index("aspect > 1")].count("\n") + 1


def test_an_element_that_is_never_shown() -> None:
    text = HEAD + GROUND + SLOGAN + element("shape", "never", fill="paper", when="aspect > 3 and aspect < 2")
    (only,) = [one for one in found(text) if one.code == "element-never"]
    assert only.place.key == "element.2.when" or "when" in str(only.place)


def test_colours_that_nothing_has() -> None:
    text = HEAD.replace('paper = "#ffffff"', 'paper = "#ffffff"\nsalmon = "#fa8072"', 1)
    assert text != HEAD
    (only,) = found(text + GROUND + SLOGAN)
    assert (only.code, only.severity) == ("color-idle", "note")
    assert "salmon" in str(only)
    assert only.place.line == text[: text.index("salmon")].count("\n") + 1


def refused(text: str) -> Diagnostic:
    with pytest.raises(InputError) as error:
        loaded(text)
    return error.value.diagnostics[0]


def test_circles() -> None:
    one = element("shape", "one", fill="paper", inside="two")
    two = element("shape", "two", fill="paper", inside="one")
    told = refused(HEAD + GROUND + one + two + SLOGAN)
    assert told.code == "elements-in-circle"
    assert told.parameters == (("names", ("one", "two")),)
    assert told.place.line is not None
    assert (
        refused(HEAD + GROUND + element("shape", "one", fill="paper", inside="one") + SLOGAN).code
        == "element-in-itself"
    )


def test_one_that_stands_later() -> None:
    first = element("shape", "one", fill="paper", inside="two")
    later = element("shape", "two", fill="paper")
    told = refused(HEAD + GROUND + first + later + SLOGAN)
    assert told.code == "element-after"
    assert "Move “two” up" in str(told)
    assert (
        refused(HEAD + GROUND + element("shape", "one", fill="paper", inside="too") + later + SLOGAN).code
        == "element-not-before"
    )
