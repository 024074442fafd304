"""Break opportunities get the prices that a reader would give them."""

from __future__ import annotations

import pytest

from placards.text.breaks import line_break_ends
from placards.text.sense.costs import HYPHEN, Breaks, break_costs
from placards.text.sense.lists import joined, word_list
from placards.text.sense.table import CLAUSE, PHRASE, WHOLE, WORD


def prices(text: str, language: str, preferred: frozenset[int] = frozenset()) -> dict[str, float]:
    """The price of a break behind each piece."""
    ends = line_break_ends(text, language)
    found = break_costs(text, language, ends, preferred)
    starts = (0, *ends)
    return {text[a:b].strip(" \u200b"): price for a, b, price in zip(starts, ends, found.costs, strict=False)}


@pytest.mark.parametrize(
    ("text", "language", "bad", "good"),
    [
        ("Education is a right, not a privilege", "en", ["a", "not"], ["right,"]),
        ("Menschenrechte für alle", "de", ["für"], ["Menschenrechte"]),
        ("La culture est à nous", "fr", ["La", "à"], ["culture"]),
        ("No más muertes en la frontera", "es", ["en", "la"], ["muertes"]),
        ("हर बच्चे को साफ़ हवा मिले", "hi", ["हर", "बच्चे"], ["को"]),
        ("ہر بچے کو صاف ہوا ملے", "ur", ["ہر", "بچے"], []),
        ("صلح برای همه", "fa", ["برای"], ["صلح"]),
        ("السلام من أجل الجميع", "ar", ["من"], ["السلام"]),
        ("שלום לכל העמים", "he", ["לכל"], ["שלום"]),
        ("Мир без оружия", "ru", ["без"], ["Мир"]),
        ("Nhân quyền cho mọi người", "vi", ["Nhân", "cho", "mọi"], ["quyền"]),
        ("气候正义现在就要", "zh", ["气候"], ["正义"]),
        ("โรงพยาบาลไม่ใช่เป้าโจมตี", "th", ["โรง"], ["พยาบาล"]),
        ("私たちの図書館を守ろう", "ja", ["図書館"], ["を"]),
        ("전쟁이 답이 아니다", "ko", ["답이"], ["전쟁이"]),
        ("ሰው፡በሰላም፡መብት፡አለው", "am", [], ["ሰው፡", "በሰላም፡"]),
        ("Savaşa değil, eğitime bütçe", "tr", ["Savaşa"], ["değil,"]),
    ],
)
def test_words_that_cling(text: str, language: str, bad: list[str], good: list[str]) -> None:
    found = prices(text, language)
    for piece in bad:
        assert found[piece] >= 0.4, found
    for piece in good:
        assert found[piece] <= WORD, found


def test_a_language_without_a_table_has_clauses_newlines_and_words() -> None:
    text = "Hoch die Welt, jetzt und hier"
    assert prices(text, "tlh") == {"Hoch": WORD, "die": WORD, "Welt,": CLAUSE, "jetzt": WORD, "und": WORD}
    assert prices(text, "tlh", frozenset([5]))["Hoch"] == 0.0


def test_small_things_cling_in_every_language() -> None:
    assert prices("Article 14 workers", "tlh")["Article"] > WORD
    assert prices("We are 5 million people", "tlh")["5"] > WORD
    assert prices("Mir a mír", "tlh")["a"] > WORD


def test_hyphens() -> None:
    assert prices("peace-loving people", "en")["peace-"] == HYPHEN
    assert prices("l-ilma", "mt")["l-"] == WHOLE, "a part of few letters is no word"
    assert prices("anak-anak hidup", "id")["anak-"] == WHOLE, "a word said twice is one"
    assert prices("cessar-fogo já", "pt")["cessar-"] == WHOLE, "so says the table"


def test_no_break_spaces_hide_no_word() -> None:
    assert prices("cały i\u00a0zdrowy człowiek", "pl")["cały"] == WHOLE


def test_capitals_of_turkish() -> None:
    assert prices("İklim adaleti hemen", "tr")["İklim"] >= 0.5


def test_what_is_no_line_by_itself() -> None:
    text = "Peace for all"
    assert break_costs(text, "en", line_break_ends(text), frozenset()).lonely == {1}


def test_one_word_has_no_breaks() -> None:
    assert break_costs("Peace", "en", (5,), frozenset()) == Breaks((), frozenset())


def test_lists_put_pieces_together() -> None:
    assert joined(["a", "b", "c"], frozenset({"a b", "b c"}), " ") == [True, False]
    assert joined(["a", "b", "c"], frozenset({"a b c", "a b"}), " ") == [True, True]
    assert joined(["a", "b", "c"], frozenset({"abc"}), "") == [True, True]
    assert joined(["a", "b", "c"], frozenset({"abc"}), "", {0}) == [False, False]
    assert joined([], frozenset({"a"}), "") == []
    assert {"โรงพยาบาล" in word_list("th"), "图书馆" in word_list("zh"), "图书馆" in word_list("yue")} == {True}
    assert len(word_list("vi")) > 1500
    assert word_list("en") == frozenset()


def test_a_phrase_edge_is_good() -> None:
    assert prices("School for all", "en")["School"] == PHRASE
