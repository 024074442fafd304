"""Chinese, Japanese and Korean: marks, simplified and traditional, kana, jamo. Texts from catalogs, spoilt."""

from __future__ import annotations

import pytest

from tests.messages.lint_examples import Example, check, found, rules_of

EXAMPLES: list[Example] = [
    ("half-width", "zh-Hans", "要书本,\n不要炸弹", "要书本，\n不要炸弹"),
    ("half-width", "zh-Hant", "立即停火!", "立即停火！"),
    ("half-width", "zh-Hans", "水就是生命.", "水就是生命。"),
    ("half-width", "ja", "平等な権利を,平等な尊厳を", "平等な権利を、平等な尊厳を"),
    ("half-width", "ja", "抗議は権利だ(人権)", "抗議は権利だ（人権）"),
    ("han-variant", "zh-Hans", "停止戰爭", "停止战争"),
    ("han-variant", "zh-Hant", "现在就要和平", "現在就要和平"),
    ("han-variant", "zh-TW", "劳动光榮", "勞動光榮"),
    ("han-variant", "zh-Hant", "发展", None),
    ("half-width-kana", "ja", "ﾊﾟﾝを", "パンを"),
    ("half-width-kana", "ja", "ボ一ルを", None),
    ("korean-jamo", "ko", "전쟁을 멈춰ㄹㅏ", None),
]

RIGHT = [
    ("zh-Hans", "高高兴兴上班，平平安安回家：2027年5月1日 10:30"),
    ("zh-Hans", "乾隆、著名"),
    ("zh-Hant", "要麵包，不要炸彈。「和平」裡面、台灣、着"),
    ("ja", "今こそ平和を！ パンを、COVID-19, 2027"),
    ("ko", "당장 휴전하라, 지금!"),
    ("yue", "佢哋嘅權利"),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_wrong_and_right(example: Example) -> None:
    check(example)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_texts(language: str, text: str) -> None:
    assert found(text, language) == []


def test_every_rule_has_an_example() -> None:
    assert rules_of("east_asia") == {rule for rule, *_ in EXAMPLES}
