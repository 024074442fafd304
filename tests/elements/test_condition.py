"""Conditions of variants and elements."""

from __future__ import annotations

import pytest

from placards.elements.condition import NAMES, holds, parse_condition
from placards.problems.errors import InputError

VALUES = {"aspect": 2.0, "width_mm": 297.0, "height_mm": 148.5, "languages": 2.0, "screen": 0.0, "banner": 1.0}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aspect >= 2", True), ("aspect > 2", False), ("aspect <= 2", True), ("aspect < 2", False),
        ("aspect == 2", True), ("aspect != 2", False), ("aspect>=2.0", True), ("  aspect  >=  2  ", True),
        ("aspect >= 2 and languages == 2", True), ("aspect >= 2 and languages == 1", False),
        ("banner == 1 and screen == 0 and width_mm > 296.9", True),
    ],
)  # fmt: skip
def test_holds(text: str, expected: bool) -> None:
    assert holds(parse_condition(text), VALUES) == expected


def test_every_name_can_be_asked() -> None:
    assert set(VALUES) <= set(NAMES)
    for name in NAMES:
        assert holds(parse_condition(f"{name} == 3"), {**dict.fromkeys(NAMES, 0.0), name: 3.0})
        assert not holds(parse_condition(f"{name} == 3"), {**dict.fromkeys(NAMES, 3.0), name: 0.0})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "aspect",
        "aspect >= ",
        "aspect = 2",
        "aspect >= two",
        "2 <= aspect",
        "aspect >= 2 or screen == 1",
        "size > 2",
        "aspect >= 2 and",
        "__import__('os')",
        "aspect >= -1",
    ],
)
def test_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_condition(text)
    assert "aspect >= 2" in str(caught.value)


def test_what_bends_in_conditions_bends_on_arcs() -> None:
    from placards.elements.condition import facts
    from placards.layout.arc import bends
    from placards.layout.fit import prepare_message
    from placards.text.fontset import shipped_fonts
    from placards.text.shape import TextStyle
    from placards.values.sheet import parse_sheet

    words = {
        "en": "Peace", "ru": "Мир", "he": "שלום", "ja": "平和を", "zh-Hans": "和平", "ko": "평화", "th": "สันติภาพ",
        "am": "ሰላም", "el": "Ειρήνη", "hy": "Խաղաղություն", "ka": "მშვიდობა", "ar": "سلام", "ur": "امن", "hi": "शांति",
        "bn": "শান্তি", "ta": "அமைதி", "ml": "സമാധാനം", "my": "ငြိမ်းချမ်းရေး", "km": "សន្តិភាព", "si": "සාමය",
    }  # fmt: skip
    for language, word in words.items():
        message = prepare_message(word, TextStyle(language, "display"), shipped_fonts())
        assert bool(facts(parse_sheet("a4"), 1, (), language)["bends"]) is bends(message), language


def test_the_month_goes_first_where_people_say_it_first() -> None:
    from placards.elements.condition import facts
    from placards.values.sheet import parse_sheet

    sheet, tags = parse_sheet("a4"), ("en", "ja", "zh-Hant", "ko", "hu", "ar")
    assert {tag for tag in tags if facts(sheet, 1, (), tag)["month_first"]} == {"ja", "zh-Hant", "ko", "hu"}
