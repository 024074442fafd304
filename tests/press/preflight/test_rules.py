"""Each rule of preflight says nothing of good files, and finds the file that breaks it."""

from __future__ import annotations

import pytest

from placards.press.preflight.plates import ghostscript
from placards.press.preflight.rule import rules
from placards.press.preflight.run import Preflight, preflight
from placards.problems.sentences import sentence

from .broken import BROKEN, SHOP, Broken
from .good import good_x1a, good_x4

#: What a file with a cut line, crop marks and black letters that overprint has, where a shop wants something else.
EXPECTED = {"marks-unwanted"}


def checked(broken: Broken) -> Preflight:
    return preflight(
        broken.data(), "broken.pdf", profile=broken.profile, scale=broken.scale, thorough=broken.thorough
    )  # fmt: skip


def names(found: Preflight) -> set[str]:
    return {finding.rule.id for finding in found.findings}


def unjudged(found: Preflight) -> list[str]:
    return [str(one) for one in found.not_checked if one.code == "preflight-skipped-rule"]


@pytest.mark.parametrize("good", [good_x4, good_x1a])
def test_a_good_file_breaks_no_rule(good: object) -> None:
    found = preflight(good(), "good.pdf", thorough=ghostscript() is not None)  # type: ignore[operator]
    assert not names(found)
    assert not unjudged(found)
    (verdict,) = found.verdicts
    assert verdict.is_good
    assert len(verdict.passed) > 50


def test_a_good_file_is_what_a_profile_wants() -> None:
    assert names(preflight(good_x4(), profile=SHOP, thorough=False)) == EXPECTED


def test_every_rule_is_broken_by_a_file() -> None:
    assert {rule.id for rule in rules()} == {broken.rule for broken in BROKEN}
    assert len(rules()) >= 70


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.rule)
def test_a_broken_file_is_caught(broken: Broken) -> None:
    if broken.thorough and ghostscript() is None:
        pytest.skip("needs Ghostscript")
    found = checked(broken)
    assert broken.rule in names(found)
    expected = EXPECTED if broken.profile is not None else set()
    assert names(found) - expected - {broken.rule} == broken.also
    assert not unjudged(found)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_says_what_it_asks_for_and_who_does(rule: object) -> None:
    assert rule.asks.endswith(".")  # type: ignore[attr-defined]
    assert rule.sources  # type: ignore[attr-defined]
    assert rule.looks_at in ("bytes", "dictionaries", "content", "pixels", "plates")  # type: ignore[attr-defined]
    assert sentence(rule.code).problem  # type: ignore[attr-defined]
