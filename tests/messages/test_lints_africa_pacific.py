"""Africa and the Pacific: hooks, dots below, Ethiopic marks, the ʻokina. Texts from catalogs and the Declaration."""

from __future__ import annotations

import pytest

from tests.messages.lint_examples import Example, check, found, rules_of

EXAMPLES: list[Example] = [
    ("hausa-hook", "ha", "A dakatar da yak'i", "A dakatar da yaƙi"),
    ("hausa-hook", "ha", "Hak'k'in d'an Adam", "Haƙƙin ɗan Adam"),
    ("hausa-hook", "ha", "Had'in kai ga 'dan Adam", "Haɗin kai ga ɗan Adam"),
    ("hausa-hook", "ha", "yaḳi", "yaƙi"),
    ("hausa-hook", "ha-NE", "'yanci", "ƴanci"),
    ("dot-below", "yo", "E̩ dáwó̩ ìjà dúró", "Ẹ dáwọ́ ìjà dúró"),
    ("dot-below", "yo", "Ayé kan şoşo", "Ayé kan ṣoṣo"),
    ("dot-below", "ig", "Kwu̩si̩nu̩ agha", "Kwụsịnụ agha"),
    ("yoruba-tone", "yo", "Eto omo eniyan fun gbogbo eniyan", None),
    ("ethiopic-mark", "am", "ውሃ ሕይወት ነው፡፡", "ውሃ ሕይወት ነው።"),
    ("ethiopic-mark", "ti", "ማይ ህይወት እዩ::", "ማይ ህይወት እዩ።"),
    ("ethiopic-mark", "am", "እኩል መብት, እኩል ክብር", "እኩል መብት፣ እኩል ክብር"),
    ("ethiopic-mark", "am", "መልእክት:- ሰላም", "መልእክት፦ ሰላም"),
    ("ethiopic-mark", "am", "የሰው:ልጅ", "የሰው፡ልጅ"),
    ("ethiopic-mark", "am", "ሰላም: አሁኑኑ", None),
    ("okina", "haw", "Hānau kū’oko’a ‘ia", "Hānau kūʻokoʻa ʻia"),
    ("okina", "sm", "fa'asamoa", "faʻasamoa"),
    ("okina", "to", "Ko e kotoa ‘o", "Ko e kotoa ʻo"),
]

RIGHT = [
    ("ha", "Kafa ƙungiyar ma’aikata, ’yanci, ba'a"),
    ("ha-NE", "ƴan‐adam"),
    ("yo", "Ẹ dáwọ́ ogun dúró, kì í ṣe bọ́ǹbù"),
    ("yo", "Omi ni"),
    ("ig", "Nha anya n’ikike, nha anya n’ùgwù"),
    ("am", "የድንጋይ ከሰል፣ ነዳጅና ጋዝ ከመሬት በታች ይቅሩ። 10:30"),
    ("haw", "Hānau kūʻokoʻa ʻia"),
    ("haw", "‘Aloha’"),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_wrong_and_right(example: Example) -> None:
    check(example)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_texts(language: str, text: str) -> None:
    assert [rule for rule in found(text, language) if rule != "exemplar"] == []


def test_every_rule_has_an_example() -> None:
    assert rules_of("african", "ethiopic") | {"okina"} == {rule for rule, *_ in EXAMPLES}
