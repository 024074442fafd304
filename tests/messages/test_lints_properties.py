"""Every lint for single languages: mending ends, mends all, and repeats nothing; over the Declaration, alarms counted."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from placards.messages.proof.lints.registry import lint_findings, mended, rules
from placards.problems.diagnostic import Severity

GENERAL = {"form", "characters", "placeholders", "pairs", "invisible", "scripts", "exemplars"}
OWN = tuple(rule for rule in rules() if rule.look.__module__.rpartition(".")[2] not in GENERAL)

#: Letters and marks that the lints know, by the languages that they are for.
ALPHABETS = {
    "fa ur ckb ar ps sd ug": "اهەہھيیىكکةمنخدر \u200c\u200d,;?،؟۔.4٤۴}»",
    "hi bn pa ta ml si mr": "अआाेोौकड़्ंঅাতணനരൻொ।|:\u200c\u200d ரளஅ",
    "th lo": "กเแำํา้่ีุເແຳໍາ້ນ \u200b",
    "km": "កតរេាីោំះុ្៉៊\u17b4\u17a4\u200b ",
    "my": "ကဝရငဉဥေ်္ျြွှိုံ့း၀၇၄ါာ ",
    "fr es ca de tr ro vi mi haw uz ha yo ig": "aeioukdbqúIİıŞşȘșțâäʻ'’‘\"«» !?;:¿¡.l·ŀ\u0329\u0307\u00a0\u202fn",
    "sr sr-Latn kk mn tg os ce uk be el hy ka he": "аіІ1ІєөўўсσςΑά΄?;:`'\"́האבაႠᲐէա։Iljč ",
    "zh-Hans zh-Hant ja ko am ti": "争戰的パン一ｶﾞ,.!?()，。ㄹㅏ다አማ:፡፣- ",
}
CASES = st.sampled_from(sorted(ALPHABETS)).flatmap(
    lambda key: st.tuples(st.sampled_from(key.split()), st.text(st.sampled_from(ALPHABETS[key]), max_size=14))
)


@given(CASES)
def test_each_fix_is_done_once(case: tuple[str, str]) -> None:
    """A fix leaves nothing of what it mends: no other mend by the same rule says the same again."""
    language, text = case
    for rule in OWN:
        for finding in rule.look(text, language, "x"):
            if finding.fix is not None:
                assert finding.fix != text
                again = [f.fix for f in rule.look(finding.fix, language, "x") if f.problem == finding.problem]
                assert text not in again


@given(CASES)
def test_mending_ends(case: tuple[str, str]) -> None:
    language, text = case
    once = mended(text, language, "x")
    assert mended(once, language, "x") == once
    assert [f for f in lint_findings(once, language, "x") if f.fix not in (None, once)] == []


@given(st.text(max_size=20))
def test_nothing_is_said_without_a_language(text: str) -> None:
    for rule in OWN:
        assert list(rule.look(text, "und", text)) == []


#: Article 1 in 532 languages: every alarm was looked at; each is a fault of the published text.
REAL = {
    ("lah", "arabic-mark-space"),  # a space before each ۔
    ("skr", "arabic-mark-space"),
    ("ti", "ethiopic-mark"),  # ፡፡ for ።
    ("zh", "half-width"),  # ASCII commas
    ("yue", "han-variant"),  # the text is in simplified characters, its tag says nothing of it
    ("haw", "okina"),
    ("ty", "okina"),
    ("to", "okina"),
    ("fa", "persian-half-space"),  # میباشند, the spelling of 1948
    ("oc", "straight-apostrophe"),
    ("ga", "straight-apostrophe"),
    ("lb", "straight-apostrophe"),
    ("sc", "straight-apostrophe"),
    ("wa", "straight-apostrophe"),
    ("bho", "visarga"),  # अंत:करण with a colon
    ("mag", "visarga"),
}


def test_alarms_in_the_universal_declaration() -> None:
    lines = (Path(__file__).parents[1] / "data" / "udhr_article1.jsonl").read_text("utf-8").splitlines()
    alarms, false = set(), 0
    for record in map(json.loads, lines):
        text, tag = unicodedata.normalize("NFC", record["text"]), record["bcp47"]
        found = {f.rule for rule in OWN for f in rule.look(text, tag, "x") if f.severity is not Severity.NOTE}
        alarms |= {(tag, rule) for rule in found}
        false += any((tag, rule) not in REAL for rule in found)
    assert len(lines) == 532
    assert false / len(lines) < 0.01
    assert alarms == REAL
