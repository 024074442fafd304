"""Each lint finds the wrong example and is silent at the right one; its fix turns the one into the other."""

from __future__ import annotations

import json
import math
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.locale.language import parse_language
from placards.messages.proof.lints.length import length_findings
from placards.messages.proof.lints.registry import lint_findings, mended, rules
from placards.problems.diagnostic import Severity

SOURCE = "Books, not bombs in {city}"

#: rule, language, wrong, right; None where no safe fix exists and any other text is right. Texts are from real
#: catalogs, spoilt as people and tools spoil them.
EXAMPLES = [
    ("space", "ur", " جنگ بندی \nابھی", "جنگ بندی\nابھی"),
    ("double-space", "fr", "Des livres,  pas des bombes", "Des livres, pas des bombes"),
    ("double-space", "fr", "La paix\u00a0 !", "La paix\u00a0!"),
    ("emphasis", "de", "Frieden für *alle*", None),
    ("emphasis", "de", "Frieden für *alle", None),
    ("not-nfc", "vi", unicodedata.normalize("NFD", "Hòa bình ngay bây giờ"), "Hòa bình ngay bây giờ"),
    ("bidi-control", "he", "\u202bשלום עכשיו\u202c", "שלום עכשיו"),
    ("bidi-control", "ar", "السلام الآن\u200f", None),
    ("control", "de", "\ufeffFrieden\u2028jetzt", "Frieden\njetzt"),
    ("control", "de", "Frieden\ufffdjetzt", None),
    ("presentation-form", "fa", "ﺳﻼم", "سلام"),
    ("presentation-form", "ro", "pace \ufb01nală", "pace finală"),
    ("too-long", "de", "Frieden " * 70 + "!", None),
    ("placeholder", "es", "Libros, no bombas", None),
    ("placeholder", "es", "Libros, no bombas en {ciudad}", None),
    ("untranslated", "ur", SOURCE, None),
    ("untranslated", "de", "Books,\nnot bombs\nin {city}", None),
    ("brackets", "es", "Libros (no bombas en {city}", None),
    ("brackets", "ja", "本を「爆弾ではなく", None),
    ("brackets", "ru", "Мир] сейчас", None),
    ("quotes", "de", "„Bücher statt Bomben", None),
    ("quotes", "fr", "« Des livres, pas des bombes", None),
    ("invisible", "de", "Frie\u200cden", "Frieden"),
    ("invisible", "es", "Paz\u200b ya", "Paz ya"),
    ("homoglyph", "uk", "Мир у всьoму світі", "Мир у всьому світі"),
    ("homoglyph", "ru", "Нет вoйнe", "Нет войне"),
    ("homoglyph", "ru", "Мир c нами", "Мир с нами"),
    ("homoglyph", "ee", "\u03b5kpe", "ɛkpe"),
    ("homoglyph", "en-GB", "Pеасе now", "Peace now"),
    ("mixed-script", "ru", "Это naш мир", None),
    ("exemplar", "ar", "السلام الآن یا ڈاکتر", None),
    ("exemplar", "de", "Frieden für Łodz", None),
]

#: What must not be found: language and text.
RIGHT = [
    ("fa", "می‌خواهیم زندگی کنیم"),
    ("hi", "क्‍षमा"),
    ("th", "สันติภาพ\u200bเดี๋ยวนี้"),
    ("de", "Frieden – „jetzt“!"),
    ("sv", "”Fred nu”"),
    ("da", "»Fred nu«"),
    ("fr", "La paix\u00a0! « Maintenant »"),
    ("ja", "本を、爆弾ではなく。「平和」"),
    ("zh-Hant", "要書本，不要炸彈"),
    ("el", "Ειρήνη τώρα"),
    ("ru", "XXI век без войн и COVID-19"),
    ("uk", "Мир і правда"),
    ("sr-Latn", "Mir sada, džabe"),
    ("ha", "Zaman lafiya ɗaya"),
    ("yo", "Àlàáfíà nísinsìnyí"),
    ("ig", "Udo ugbu a ị"),
    ("tr", "Şimdi barış"),
    ("az", "Sülh indi, ə"),
    ("ar", "ﷺ السلام الآن"),
    ("en", "👩\u200d👩\u200d👧 Peace"),
    ("es", "a) ¡Paz! b) ¡Pan!"),
    ("vi", "Hòa bình ngay bây giờ"),
    ("chr", "ᎣᏏᏲ"),
    ("he", "שלום עכשיו"),
]

#: The modules whose examples are in this file; those for single languages have a file of their own.
_MODULES = ("form", "characters", "placeholders", "pairs", "invisible", "scripts", "exemplars")
GENERAL = {rule.name for rule in rules() if rule.look.__module__.rpartition(".")[2] in _MODULES}


def found(text: str, language: str, source: str = SOURCE) -> list[str]:
    return [finding.rule for finding in lint_findings(text, language, source)]


@pytest.mark.parametrize(("rule", "language", "wrong", "right"), EXAMPLES)
def test_wrong_and_right(rule: str, language: str, wrong: str, right: str | None) -> None:
    source = SOURCE if rule in ("placeholder", "untranslated") else "Something else"
    finding = next(f for f in lint_findings(wrong, language, source) if f.rule == rule)
    assert finding.problem
    assert finding.remedy
    if right is None:
        assert finding.fix is None
        return
    assert rule not in found(right, language, source)
    assert mended(wrong, language, source) == right


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_texts(language: str, text: str) -> None:
    assert [rule for rule in found(text, language, "Something else") if rule in GENERAL] == []


def test_every_rule_has_an_example() -> None:
    names = [rule.name for rule in rules()]
    assert len(set(names)) == len(names)
    assert {rule for rule, *_ in EXAMPLES} == GENERAL
    for rule in rules():
        assert rule.explanation.endswith(".")
        assert rule.look.__doc__


def test_letters_of_a_name_in_another_script_are_no_homoglyphs() -> None:
    assert found("Свобода для Alaa", "ru", "Freedom for Alaa") == []


TEXTS = st.text(st.sampled_from("ab ČеoΟо،ی«»“”()\n\u200c\u200b\u00a0ﻼﬁ़ऩกำ{}\u202e"), max_size=30)
LANGUAGES = st.sampled_from(["ur", "ru", "el", "de", "th", "hi", "zh-Hant", "en", "yo", "und"])


@given(TEXTS, LANGUAGES)
def test_mending_ends_and_leaves_nothing_to_mend(text: str, language: str) -> None:
    after = mended(text, language, "Something else")
    assert mended(after, language, "Something else") == after
    assert [f for f in lint_findings(after, language, "Something else") if f.fix not in (None, after)] == []


def test_no_false_alarms_in_the_universal_declaration() -> None:
    """532 published texts: what is found was looked at; these are the places where the texts are at fault, or CLDR."""
    lines = (Path(__file__).parents[1] / "data" / "udhr_article1.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    alarms = []
    for record in records:
        tag = str(parse_language(record["bcp47"]))
        text = unicodedata.normalize("NFC", record["text"])
        for finding in lint_findings(text, tag, "All human beings are born free."):
            if finding.severity is not Severity.NOTE and finding.rule in GENERAL - {"too-long"}:
                alarms.append((tag, finding.rule))
    known = {
        ("cbi", "brackets"),  # “)” without its partner, in the published text
        ("nio", "quotes"),  # one ” alone, in the published text
    }
    assert {alarm for alarm in alarms if alarm not in known} == set()
    assert len(alarms) / len(records) < 0.01


def test_lengths() -> None:
    sources = {f"p/{n}": "Peace and justice for everyone, now" for n in range(12)}
    texts = {f"l{k}": dict.fromkeys(sources, "x" * (20 + 3 * k)) for k in range(10)}
    assert list(length_findings(texts, sources)) == []
    texts["l3"]["p/5"] = "x" * 100
    texts["l4"]["p/6"] = "x" * 5
    assert [(lang, name) for lang, name, _ in length_findings(texts, sources)] == [("l3", "p/5"), ("l4", "p/6")]
    short = {"l1": {"p/1": "x" * 100}}
    assert list(length_findings(short, sources)) == [], "one text says nothing about what is usual"
    for own in texts.values():
        own["p/7"] = "x" * math.ceil(len(own["p/7"]) * 3)
    assert "p/7" not in [name for _, name, _ in length_findings(texts, sources)], "long everywhere is usual"


def test_the_exemplars_are_those_of_the_tests() -> None:
    """Shipped data and test data are one file in two places."""
    shipped = Path(__file__).parents[2] / "placards" / "messages" / "proof" / "lints" / "exemplars.jsonl"
    assert shipped.read_bytes() == (Path(__file__).parents[1] / "data" / "cldr_exemplars.jsonl").read_bytes()
