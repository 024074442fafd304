"""Arabic, Persian, Urdu, Kurdish and their neighbours: letters, half-spaces, digits, marks. Texts from catalogs."""

from __future__ import annotations

import pytest

from placards.messages.proof.lints.registry import lint_findings
from tests.messages.lint_examples import Example, check, found, rules_of

EXAMPLES: list[Example] = [
    ("arabic-letter", "fa", "جنگ ديگر بس است", "جنگ دیگر بس است"),
    ("arabic-letter", "fa-AF", "كتاب، نه بمب", "کتاب، نه بمب"),
    ("arabic-letter", "ur", "كتاب چاہیے، بم نہيں", "کتاب چاہیے، بم نہیں"),
    ("arabic-letter", "ckb", "ئاشتي نییە", "ئاشتی نییە"),
    ("arabic-letter", "ckb", "ئاشتى", "ئاشتی"),
    ("arabic-letter", "ps", "كتاب غواړو، بم نه", "کتاب غواړو، بم نه"),
    ("persian-letter", "ar", "کتب لا قنابل", "كتب لا قنابل"),
    ("persian-letter", "ar", "هی حقوق الإنسان", None),
    ("persian-letter", "arz", "أجر یکفل", "أجر يكفل"),
    ("persian-letter", "ug", "ئەرکىن", "ئەركىن"),
    ("urdu-heh", "ur", "ہمارا مستقبل ه", "ہمارا مستقبل ہ"),
    ("urdu-heh", "ur", "سب کے ليے، ہر بچه", "سب کے لیے، ہر بچہ"),
    ("urdu-heh", "ur", "ھمارا حق", "ہمارا حق"),
    ("urdu-heh", "ur", "صلاة", "صلاۃ"),
    ("heh", "fa", "سیارۀ دیگری نداریم", "سیارهٔ دیگری نداریم"),
    ("heh", "fa", "ہوای پاک", "هوای پاک"),
    ("heh", "ar", "ھي حقوق الإنسان", "هي حقوق الإنسان"),
    ("sorani-heh", "ckb", "شه\u200cڕ ڕابگرن", "شەڕ ڕابگرن"),
    ("sorani-heh", "ckb", "نان، نەک بۆمب بهڵێ نه", None),
    ("sindhi-letter", "sd", "انسانی حق", "انساني حق"),
    ("arabic-punctuation", "fa", "کتاب, نه بمب", "کتاب، نه بمب"),
    ("arabic-punctuation", "ar", "أين العدالة?", "أين العدالة؟"),
    ("arabic-punctuation", "ur", "امن چاہیے; ابھی چاہیے", "امن چاہیے؛ ابھی چاہیے"),
    ("arabic-mark-space", "ur", "امن چاہیے ، ابھی", "امن چاہیے، ابھی"),
    ("urdu-stop", "ur", "احتجاج ہمارا حق ہے.", "احتجاج ہمارا حق ہے۔"),
    ("persian-half-space", "fa", "ما چرخ دنیا را می چرخانیم", "ما چرخ دنیا را می\u200cچرخانیم"),
    ("persian-half-space", "fa", "صلح میخواهیم", "صلح می\u200cخواهیم"),
    ("persian-half-space", "fa", "هر کس میتواند", "هر کس می\u200cتواند"),
    ("persian-half-space", "fa", "جنگ نمیخواهیم", "جنگ نمی\u200cخواهیم"),
    ("persian-half-space", "fa", "سوخت های فسیلی", "سوخت\u200cهای فسیلی"),
    ("persian-half-space", "fa", "کشور ها", "کشورها"),
    ("persian-half-space", "fa", "بزرگ ترین", "بزرگ\u200cترین"),
    ("persian-half-space", "fa", "آینده ی ما", None),
    ("joiner-edge", "fa", "آتش\u200cبس\u200c، همین حالا", "آتش\u200cبس، همین حالا"),
    ("joiner-edge", "fa", "قوی\u200c\u200cتریم", "قوی\u200cتریم"),
    ("joiner-edge", "fa", "\u200cصلح", "صلح"),
    ("digit-set", "fa", "٢٤ ساعت", "۲۴ ساعت"),
    ("digit-set", "ar", "۲۴ ساعة", "٢٤ ساعة"),
    ("digit-set", "ckb", "۴٥", "٤٥"),
    ("digit-set", "bn", "२४ ঘণ্টা", "২৪ ঘণ্টা"),
    ("digit-set", "th", "໒໔ ชั่วโมง", "๒๔ ชั่วโมง"),
    ("latin-digits", "fa", "24 ساعت", None),
]

RIGHT = [
    ("fa", "ما چرخ دنیا را می‌چرخانیم"),
    ("fa", "میهن، میدان، میز، میان، میراث"),
    ("fa", "۲۴ ساعت، آزادی‌ها"),
    ("fa", "«کتاب»\u200cها"),
    ("fa", "ه\u200d. ش"),
    ("ps", "د ټولو لپاره ژوند دی ازادي"),
    ("ar", "على الأرض ٢٤ ساعة"),
    ("ar", "24 ساعة، 1,000 كتاب"),
    ("ur", "کھانا، پھول، ہمارا حق ہے۔"),
    ("ckb", "هەموو، بەهێزترین، گوناه"),
    ("ar", "ا?دوات"),
    ("ug", "ھەممە ئادەم ئەركىن"),
    ("ms-Arab", "سموا مأنسي"),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_wrong_and_right(example: Example) -> None:
    check(example)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_texts(language: str, text: str) -> None:
    assert found(text, language) == []


def test_every_rule_has_an_example() -> None:
    modules = rules_of("arabic_letters", "arabic_marks", "persian", "digits") | {"joiner-edge"}
    assert modules == {rule for rule, *_ in EXAMPLES}


def test_a_joiner_may_follow_a_placeholder() -> None:
    assert list(lint_findings("{city}\u200cها", "fa", "{city}")) == []
