"""What preflight says of an artefact becomes a part of its record, and records the rows of a report."""

from __future__ import annotations

from placards.campaign.manifest import Record
from placards.pipeline import Traced
from placards.press.preflight.run import Preflight, check_artefact
from placards.press.scale import scale_of
from placards.problems.wording import finished
from placards.values.sheet import parse_sheet, sheet_for


def preflight_record(traced: Traced) -> Record:
    """Of a PDF, looked at as its profile wants it; raises InputError."""
    artefact = traced.artefact
    job = artefact.job
    profile = job.output.profile
    scale = scale_of(profile, sheet_for(profile, parse_sheet(job.size)))
    return plain(check_artefact(artefact.data, traced.scenes, profile, scale=float(scale)))


def plain(checked: Preflight) -> Record:
    """The findings, the verdicts and the distances as plain values."""
    return {
        "errors": len(checked.errors),
        "warnings": len(checked.warnings),
        "findings": [
            {
                "rule": found.rule.id,
                "severity": found.severity.value,
                "problem": finished(found.diagnostic.problem()),
                "remedy": finished(advice) if (advice := found.diagnostic.advice()) else "",
                "sources": list(found.rule.sources),
            }
            for found in checked.findings
        ],
        "verdicts": [
            {
                "standard": verdict.standard,
                "passed": verdict.is_good,
                "rules": len(verdict.passed) + len(verdict.broken) + len(verdict.unjudged),
                "broken": [rule.id for rule in verdict.broken],
            }
            for verdict in checked.verdicts
        ],
        "distances": [
            {
                "text": one.text,
                "language": one.language,
                "height_mm": round(one.height_pt * 25.4 / 72, 1),
                "comfortable_m": round(one.comfortable_m, 1),
                "limit_m": round(one.limit_m, 1),
            }
            for one in checked.distances
        ],
        "not_checked": [found.sentence() for found in checked.not_checked],
    }
