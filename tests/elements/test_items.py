"""Demands, names and paragraphs: one size, the largest at which all fit, and numerals in the language's own digits."""

from __future__ import annotations

from contextlib import suppress
from itertools import accumulate, pairwise

import budoux
import pytest

from placards.files.shipped import world_of
from placards.layout.content import Content, SlotText
from placards.problems.errors import FitError, TextError
from placards.scene.items import FillPath, TextBlock
from placards.template.library import LayoutLibrary

from ..compose.support import GROUND, HEAD, blocks, codes, composed, content, element, items

DEMANDS = {
    "en": "Water for every home\nSchools open again\nAn end to the raids, and freedom for everybody who was taken",
    "ar": "الماء لكل بيت\nفتح المدارس من جديد\nوقف المداهمات وإطلاق سراح كل المعتقلين",
    "fa": "آب برای هر خانه\nبازگشایی مدرسه‌ها\nپایان یورش‌ها و آزادی همه بازداشت‌شدگان",
    "hi": "हर घर को पानी\nस्कूल फिर खुलें\nछापे बंद हों और सभी रिहा हों",
}


def job(text: str, language: str = "en", slot: str = "demands", digits: str = "default") -> Content:
    return Content((language,), (), ((slot, (SlotText(text, language),)),), digits=digits)


def layout(**keys: object) -> str:
    given = {"show": "demands", "inside": "safe", "top": "0", "height": "60%", **keys}
    return HEAD + GROUND + element("items", "list", **given)


@pytest.mark.parametrize("language", list(DEMANDS))
@pytest.mark.parametrize("keys", [{}, {"marker": "number", "number_size": 2.4}, {"marker": "bullet", "columns": 2}])
def test_all_in_one_size_and_no_larger_one_fits(language: str, keys: dict[str, object]) -> None:
    made = composed(layout(**keys), job(DEMANDS[language], language))
    found = {name: block for name, block in blocks(made).items() if not name.endswith("-number")}
    assert len(found) == 3
    (size,) = {round(line.size, 6) for block in found.values() for line in block.lines}
    box = made.scenes[0].trim
    inks = [line.ink for block in blocks(made).values() for line in block.lines]
    assert all(ink.x >= 0 and ink.right <= box.width for ink in inks)
    assert [name for name, _ in sorted(found.items())] == ["list-1", "list-2", "list-3"]
    with suppress(FitError):  # or only by breaking words
        larger = composed(layout(min_size=f"{size * 1.01:.3f}pt", **keys), job(DEMANDS[language], language))
        assert codes(larger) == [("word-broken", "warning")]
    with pytest.raises(FitError, match="3 items do not fit at"):
        composed(layout(min_size="400pt", **keys), job(DEMANDS[language], language))


JAPANESE = (
    "すべての子どもたちに安全な学校と給食を保障してください\n医療従事者の賃金を今すぐ引き上げてください\n"
    "戦争をやめて平和な未来を選ぼう"
)


@pytest.mark.parametrize(("width", "parted"), [("35%", True), ("50%", False), ("90%", False)])
def test_japanese_lines_end_where_phrases_do(width: str, parted: bool) -> None:
    """As BudouX, asked by itself, tells them; in narrow columns those that are longer than a line are parted."""
    made = composed(layout(width=width, min_size="2pt"), job(JAPANESE, "ja"))
    found, parser = blocks(made), budoux.load_default_japanese_parser()
    room = made.scenes[0].trim.width * float(width.rstrip("%")) / 100
    inside = 0
    for number, text in enumerate(JAPANESE.splitlines(), 1):
        lines = found[f"list-{number}"].lines
        ends = {*accumulate(len(line.text) for line in lines)}
        stops = [0, *accumulate(map(len, parser.parse(text)))]
        for start, stop in pairwise(stops):
            if any(start < end < stop for end in ends):
                inside += 1
                assert (stop - start) * lines[0].size > 0.95 * room, text[start:stop]
    assert bool(inside) == parted
    assert codes(made) == []


def test_phrases_take_no_more_than_29_percent_of_the_size() -> None:
    """A phrase that is longer than the others by far is parted, or all would be tiny."""
    made = composed(
        layout(width="25%", min_size="2pt"), job("人を\n人を\n国際人権規約選択議定書検討委員会委員長代理補佐官を", "ja")
    )
    assert len(blocks(made)["list-3"].lines) > 1
    assert codes(made) == []


def test_names_are_as_large_as_they_can_be() -> None:
    """No phrase is known in them: what parts a long name may be anything."""
    name = "アレクサンドラ・コンスタンティノヴナ"
    sizes = [
        blocks(composed(layout(show=show, width="25%", min_size="2pt"), job(name, "ja", show)))["list-1"].lines[0].size
        for show in ("names", "demands")
    ]
    assert sizes[0] >= sizes[1]


def test_rows_stand_below_each_other_and_do_not_touch() -> None:
    for language, text in DEMANDS.items():
        found = blocks(composed(layout(marker="number", number_size=2.0), job(text, language)))
        bottoms = [max(line.ink.bottom for line in found[f"list-{n}"].lines) for n in (1, 2, 3)]
        tops = [min(line.ink.y for line in found[f"list-{n}"].lines) for n in (1, 2, 3)]
        assert all(bottom < top for bottom, top in zip(bottoms, tops[1:], strict=False))
        for n in (1, 2, 3):
            numeral, row = found[f"list-{n}-number"].lines[0].ink, found[f"list-{n}"].lines
            if language in ("ar", "fa"):
                assert numeral.x > max(line.ink.right for line in row)
            else:
                assert numeral.right < min(line.ink.x for line in row)
        (wide,) = {round(found[f"list-{n}-number"].lines[0].size, 4) for n in (1, 2, 3)}
        assert wide == pytest.approx(2.0 * found["list-1"].lines[0].size, rel=1e-4)


@pytest.mark.parametrize(
    ("language", "keys", "digits", "expected"),
    [
        ("en", {}, "default", "123"),
        ("fa", {}, "default", "۱۲۳"),
        ("hi", {}, "default", "123"),
        ("hi", {}, "devanagari", "१२३"),  # as the person wants
        ("ar", {"digits": "arabic"}, "default", "١٢٣"),  # as the layout wants
    ],
)
def test_numerals_in_the_digits_of_the_language(
    language: str, keys: dict[str, object], digits: str, expected: str
) -> None:
    found = blocks(composed(layout(marker="number", **keys), job(DEMANDS[language], language, digits=digits)))
    assert "".join(found[f"list-{n}-number"].text for n in (1, 2, 3)) == expected


def test_names_fill_columns_of_one_height() -> None:
    names = "\n".join(f"Amina Yusuf {n}" for n in range(1, 23))
    made = composed(layout(show="names", columns=3, min_size="4pt"), job(names, slot="names"))
    lefts = [block.lines[0].ink.x for block in blocks(made).values()]
    counts = [sum(abs(left - start) < 2 for left in lefts) for start in sorted({round(left) for left in lefts})]
    assert sum(counts) == 22
    assert max(counts) - min(counts) <= 2
    assert "detail-not-shown" not in [code for code, _ in codes(made)]


@pytest.mark.parametrize(("count", "columns"), [(3, 1), (9, 2), (40, 3)])
def test_few_names_stand_in_one_column_and_many_in_as_many_as_they_need(count: int, columns: int) -> None:
    text = "\n".join(f"Name {n}" for n in range(count))
    keys = {"show": "names", "height": "30%", "max_size": "5vmin", "min_size": "1vmin", "most_columns": 3}
    found = blocks(composed(layout(**keys), job(text, slot="names")))
    assert len({round(block.box.x) for block in found.values()}) == columns


def test_the_first_column_is_the_longer_one_whatever_the_letters() -> None:
    found = blocks(
        composed(
            layout(show="names", columns=2, max_size="4vmin"),
            job("Amina Bello\nJos\u00e9 Garc\u00eda\nLi Wei", slot="names"),
        )
    )
    lefts = [round(found[f"list-{n}"].box.x) for n in (1, 2, 3)]
    assert lefts[0] == lefts[1] < lefts[2]


def test_paragraphs_are_parted_by_empty_lines_alone() -> None:
    made = composed(layout(show="body"), job("We write\nto you.\n\n\nPeace is\npossible.", slot="body"))
    assert [block.text for block in blocks(made).values()] == ["We write to you.", "Peace is possible."]


def test_rules_and_bullets() -> None:
    made = composed(layout(rule="ink", marker="bullet"), job(DEMANDS["en"]))
    drawn = [item for item in items(made) if isinstance(item, FillPath)]
    assert len(drawn) == 1 + 2 + 3, "the ground, a rule between two, a bullet each"


def test_none_where_there_are_none_and_an_error_where_they_are_needed() -> None:
    made = composed(layout(), Content(("en",), ()))
    assert not [item for item in items(made) if isinstance(item, TextBlock)]
    with pytest.raises(
        TextError,
        match=r"nothing without demands, and the job has none\. Give them, a line each, as with --set demands=",
    ):
        composed(layout(needed=True), Content(("en",), ()))


def test_a_word_breaks_only_where_nothing_else_is_left() -> None:
    long = "Internationalisierungsangelegenheiten\nja"
    whole = composed(layout(width="60pt", min_size="1pt"), job(long, "de"))
    assert codes(whole) == []
    broken = composed(layout(width="60pt", min_size="12pt"), job(long, "de"))
    assert codes(broken) == [("word-broken", "warning")]


def test_some_of_them_keep_their_numbers_and_what_no_element_shows_is_said() -> None:
    text = "One\nTwo\nThree\nFour"
    upper = {"show": "demands", "top": "0", "height": "40%", "marker": "number"}
    lower = {**upper, "top": "50%"}
    first, rest = element("items", "first", last=1, **upper), element("items", "rest", first=2, **lower)
    made = composed(HEAD + GROUND + first + rest, job(text))
    assert [b.text for b in blocks(made).values() if b.role == "demands"] == ["One", "Two", "Three", "Four"]
    assert [b.text for b in blocks(made).values() if b.role == "numeral"] == ["1", "2", "3", "4"]
    assert codes(made) == []
    third = element("items", "rest", first=3, **lower)
    assert ("detail-not-shown", "warning") in codes(composed(HEAD + GROUND + first + third, job(text)))
    counted = element("items", "rest", first=2, when="demands >= 5", **lower)
    assert "rest-1" not in blocks(composed(HEAD + GROUND + first + counted, job(text)))


def test_people_sign_on_a_line_above_each_name() -> None:
    names = "Amina Bello\nJosé García\nLi Wei"
    keys = {"show": "names", "rule": "ink", "columns": 2, "max_size": "12pt"}
    signed = composed(layout(sign=3.0, **keys), job(names, slot="names"))
    lines = [path for path in items(signed) if isinstance(path, FillPath)][1:]
    assert len(lines) == 3
    for n, line in enumerate(lines, 1):
        name = blocks(signed)[f"list-{n}"].lines[0]
        box = line.path.bounds()
        assert 0 < name.ink.y - box.bottom < name.size
    one, two = blocks(signed)["list-1"].lines[0], blocks(signed)["list-2"].lines[0]
    assert two.origin.y - one.origin.y > 3 * one.size


@pytest.mark.parametrize("names", range(1, 13))
def test_a_letter_has_room_for_those_who_sign(names: int) -> None:
    """What stands on a page with two who sign leaves no room there for more of them."""
    letter = LayoutLibrary(world_of()).layout("letter")
    body = "\n\n".join(
        ["We write to you because nobody should have to wait for bread, for water and for peace. " * 3] * 5
    )
    signing = "\n".join(["María del Carmen Rodríguez García de la Vega"] * names)
    made = composed(letter, content(("en", "Peace"), body=body, names=signing, signature="The friends of peace"))
    assert codes(made) == []
    assert len(made.scenes) == (1 if names <= 2 else 2)
    found = blocks(made, len(made.scenes) - 1)
    assert len([slot for slot in found if slot.startswith("names-")]) == names
