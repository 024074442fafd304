"""India's scripts: nuktas, vowels, dandas, joiners, chillus. Texts from catalogs and the Universal Declaration."""

from __future__ import annotations

import pytest

from tests.messages.lint_examples import Example, check, found, rules_of

EXAMPLES: list[Example] = [
    ("nukta", "hi", "छोडे\u093c", "छोड\u093cे"),
    ("nukta", "pa", "ਜਿ\u0a3cੰਦਗੀ", "ਜ\u0a3cਿੰਦਗੀ"),
    ("nukta", "hi", "क\u093c\u093cदम", "क\u093cदम"),
    ("indic-vowel", "hi", "अाज", "आज"),
    ("indic-vowel", "hi", "बाेलना अपराध नहीं", "बोलना अपराध नहीं"),
    ("indic-vowel", "hi", "पत्रााचार", "पत्राचार"),
    ("indic-vowel", "bn", "অামাদের অধিকার", "আমাদের অধিকার"),
    ("indic-vowel", "pa", "ਅਾਪਣਾ ਕਿਸੇੇ", "ਆਪਣਾ ਕਿਸੇ"),
    ("indic-vowel", "gu", "અાપણો", "આપણો"),
    ("indic-vowel", "ml", "ഇൗ ലോകം", "ഈ ലോകം"),
    ("indic-vowel", "si", "අාදරය", "ආදරය"),
    ("danda", "hi", "विरोध हमारा अधिकार है |", "विरोध हमारा अधिकार है ।"),
    ("danda", "bn", "প্রতিবাদ আমাদের অধিকার|", "প্রতিবাদ আমাদের অধিকার।"),
    ("danda", "sa", "सत्यमेव जयते||", "सत्यमेव जयते॥"),
    ("visarga", "hi", "अंत:करण", "अंतःकरण"),
    ("visarga", "ne", "पुन: शान्ति", "पुनः शान्ति"),
    ("chillu", "ml", "എല്ലാവര്\u200dക്കും നീതി", "എല്ലാവർക്കും നീതി"),
    ("chillu", "ml", "ജലമാണ് ജീവന്\u200d", "ജലമാണ് ജീവൻ"),
    ("chillu", "bn", "উত্\u200dপত্তি", "উৎপত্তি"),
    ("tamil-sign", "ta", "கெளரவம்", "கௌரவம்"),
    ("tamil-sign", "ta", "போா் வேண்டாம்", "போர் வேண்டாம்"),
    ("loose-sign", "hi", "शांत िचाहिए", None),
    ("loose-sign", "ta", " ாபோர்", None),
    ("indic-joiner", "bn", "স্বাধীন\u200cই", "স্বাধীনই"),
    ("indic-joiner", "mr", "मना\u200cई", "मनाई"),
]

RIGHT = [
    ("hi", "ज़मीन में ही रहने दो, साफ़ हवा"),
    ("hi", "क\u094d\u200cष और क\u094d\u200dष"),
    ("hi", "शांति | न्याय"),
    ("mr", "सूचना:खालील, अपराध:"),
    ("hi", "समय 10:30, माँगें: रोटी"),
    ("mr", "दर\u094d\u200dया"),
    ("bn", "র\u200d\u09cdযাব, ভবিষ্যৎ"),
    ("kn", "ಬುಕ್\u200c"),
    ("si", "ශ්\u200dරී"),
    ("ml", "കൽക്കരിയും എണ്ണയും"),
    ("ta", "தெளிவு, ஒளி, குண்டுகள் வேண்டாம்"),
    ("ne", "२४ घण्टा"),
    ("pa", "ਗੁਜ਼ਾਰੇ ਜੋਗੀ ਤਨਖ਼ਾਹ"),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_wrong_and_right(example: Example) -> None:
    check(example)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_texts(language: str, text: str) -> None:
    assert found(text, language) == []


def test_every_rule_has_an_example() -> None:
    assert rules_of("indic") | {"indic-joiner"} == {rule for rule, *_ in EXAMPLES}
