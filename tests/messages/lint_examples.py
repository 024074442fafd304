"""What the tables of lint examples share: a rule finds the wrong text and mends it, and is silent at the right one."""

from __future__ import annotations

from placards.messages.proof.lints.registry import lint_findings, mended, rules

#: rule, language, wrong, right; None where only a reader knows what was meant.
Example = tuple[str, str, str, str | None]
SOURCE = "Something else"


def check(example: Example) -> None:
    rule, language, wrong, right = example
    finding = next(f for f in lint_findings(wrong, language, SOURCE) if f.rule == rule)
    assert finding.problem
    assert finding.remedy
    if right is None:
        assert finding.fix is None
        return
    assert finding.fix is not None
    assert mended(wrong, language, SOURCE) == right
    assert rule not in found(right, language)
    assert mended(right, language, SOURCE) == right


def found(text: str, language: str) -> list[str]:
    return [finding.rule for finding in lint_findings(text, language, SOURCE)]


def rules_of(*modules: str) -> set[str]:
    return {rule.name for rule in rules() if rule.look.__module__.rpartition(".")[2] in modules}
