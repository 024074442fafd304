"""A Preflight becomes plain values for programs; ``preflight.schema.json`` says what each means."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from placards.press.distance import Distance
from placards.press.preflight.run import Finding, Preflight, Verdict
from placards.problems.diagnostic import Diagnostic
from placards.problems.wording import finished

#: It goes up when a program that reads the values would have to change.
SCHEMA = 1


def as_json(checked: Iterable[Preflight]) -> str:
    """All files as one text."""
    files = {"schema": SCHEMA, "files": [plain(one) for one in checked]}
    return json.dumps(files, ensure_ascii=False, indent=1)


def schema() -> dict[str, Any]:
    """The JSON Schema of `as_json`."""
    text = Path(__file__).with_name("preflight.schema.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def plain(checked: Preflight) -> dict[str, Any]:
    """One file."""
    return {
        "file": checked.name,
        "profile": checked.profile,
        "facts": json.loads(json.dumps(asdict(checked.facts))),
        "findings": [_finding(one) for one in checked.findings],
        "verdicts": [_verdict(one) for one in checked.verdicts],
        "distances": [_distance(one) for one in checked.distances],
        "not_checked": [_said(one) for one in checked.not_checked],
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule.id,
        "severity": found.severity.value,
        "pages": list(found.pages),
        **_said(found.diagnostic),
        "asks": found.rule.asks,
        "sources": list(found.rule.sources),
    }


def _said(found: Diagnostic) -> dict[str, Any]:
    advice = found.advice()
    return {
        "code": found.code,
        "problem": finished(found.problem()),
        "remedy": finished(advice) if advice else "",
        "parameters": {name: list(value) if isinstance(value, tuple) else value for name, value in found.parameters},
    }


def _verdict(found: Verdict) -> dict[str, Any]:
    judged = [(True, found.passed), (False, found.broken), (None, found.unjudged)]
    return {
        "standard": found.standard,
        "passed": found.is_good,
        "rules": [
            {"rule": rule.id, "passed": passed, "asks": rule.asks, "sources": list(rule.sources)}
            for passed, rules in judged
            for rule in rules
        ],
    }


def _distance(found: Distance) -> dict[str, Any]:
    return {
        "page": found.page,
        "slot": found.slot,
        "language": found.language,
        "text": found.text,
        "height_mm": round(found.height_pt * 25.4 / 72, 2),
        "measured": found.measured,
        "contrast": None if found.factor.contrast is None else round(found.factor.contrast, 2),
        "stroke": None if found.factor.stroke is None else round(found.factor.stroke, 3),
        "script": found.factor.script,
        "factor": round(found.factor.k, 3),
        "comfortable_m": round(found.comfortable_m, 2),
        "limit_m": round(found.limit_m, 2),
    }
