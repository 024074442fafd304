"""Thai, Lao, Khmer and Burmese: pieces, order, invisible characters, Zawgyi. Texts from catalogs, spoilt."""

from __future__ import annotations

import pytest

from tests.messages.lint_examples import Example, check, found, rules_of

EXAMPLES: list[Example] = [
    ("sara-am", "th", "น\u0e49\u0e4d\u0e32คือชีวิต", "น้ำคือชีวิต"),
    ("sara-am", "th", "น\u0e4d\u0e49\u0e32คือชีวิต", "น้ำคือชีวิต"),
    ("sara-am", "th", "น\u0e33\u0e49คือชีวิต", "น้ำคือชีวิต"),
    ("sara-am", "lo", "ນ\u0ec9\u0ecd\u0eb2", "ນ້ຳ"),
    ("thai-order", "th", "เเรงงาน", "แรงงาน"),
    ("thai-order", "lo", "ເເລະ", "ແລະ"),
    ("thai-order", "th", "สิทธ\u0e34\u0e34", "สิทธิ"),
    ("thai-order", "th", "ที\u0e48\u0e48", "ที่"),
    ("thai-order", "th", "ท\u0e48\u0e35สอง", "ที่สอง"),
    ("word-break", "th", "สันต\u200bิภาพ", "สันติภาพ"),
    ("word-break", "km", "យុត្តិធម៌\u200b\u200bអាកាសធាតុ", "យុត្តិធម៌\u200bអាកាសធាតុ"),
    ("word-break", "km", "ឈប់បាញ់\u200b ឥឡូវនេះ", "ឈប់បាញ់ ឥឡូវនេះ"),
    ("khmer-character", "km", "\u17a3នាគតយើង", "អនាគតយើង"),
    ("khmer-character", "km", "ទឹក\u17b4គឺជាជីវិត", "ទឹកគឺជាជីវិត"),
    ("khmer-character", "km", "ទឹក្", None),
    ("khmer-order", "km", "សនិ\u17d2តភាព", "សន្តិភាព"),
    ("khmer-order", "km", "ន\u17c1\u17b6ះ", "នោះ"),
    ("khmer-order", "km", "ចំា", "ចាំ"),
    ("khmer-order", "km", "ស\u17d2\u179a\u17d2\u178fី", "ស\u17d2\u178f\u17d2\u179aី"),
    ("khmer-order", "km", "ទឹឹក", "ទឹក"),
    ("zawgyi", "my", "ေရသည္ အသက္", None),
    ("zawgyi", "my", "ၿငိမ္းခ်မ္းေရး", None),
    ("burmese-digit", "my", "သင်တို့ \u1040ါ", "သင်တို့ ဝါ"),
    ("burmese-digit", "my", "ပ\u1047ပ ပြော\u1040်", "ပ\u1047ပ ပြောဝ်"),
    ("burmese-digit", "my", "\u1044င်း", "၎င်း"),
    ("burmese-digit", "my", "ပ\u1025\u103a", "ပဉ်"),
    ("burmese-order", "my", "ဗ\u1036\u102fးမလို", "ဗုံးမလို"),
    ("burmese-order", "my", "လ\u102f\u102dသည်", "လိုသည်"),
    ("burmese-order", "my", "လူူတိုင်း", "လူတိုင်း"),
    ("burmese-order", "my", "မြ\u103e\u103dေ", "မြွှေ"),
]

RIGHT = [
    ("th", "ค่าจ้างที่พอเลี้ยงชีพ เพื่อทุกคน น้ำคือชีวิต"),
    ("lo", "ມະນຸດເກີດມາມີສິດເສລີພາບ ແລະ ທຳຈື່ງຕ້ອງ"),
    ("km", "សិទ្ធិស្ត្រី គឺជាសិទ្ធិមនុស្ស\u200bកុំឱ្យមាន"),
    ("my", "ငြိမ်းချမ်းရေး ယခုချက်ချင်း၊ သမဂ္ဂဖွဲ့စည်းခွင့်သည် ၂၀၂၇"),
    ("my", "ကျောက်မီးသွေး၊ ရေနံ၊ ဓာတ်ငွေ့ မြေအောက်တွင်ထားပါ"),
    ("shn", "ၵူၼ်းၵူႈၵေႃႉ"),
    ("mnw", "မၞိဟ်ဂမၠိုၚ်"),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_wrong_and_right(example: Example) -> None:
    check(example)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_texts(language: str, text: str) -> None:
    assert found(text, language) == []


def test_every_rule_has_an_example() -> None:
    assert rules_of("thai_lao", "khmer", "burmese") == {rule for rule, *_ in EXAMPLES}
