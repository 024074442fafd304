"""The outcome of a batch becomes manifest.json: every artefact with its inputs, fonts, sizes, checks and SHA-256."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from placards import __version__
from placards.pipeline import Artefact, Job
from placards.plan.planner import Plan
from placards.problems.errors import PlacardsError
from placards.values.sheet import parse_sheet
from placards.values.units import points_to_mm

MANIFEST_NAME = "manifest.json"


def artefact_record(artefact: Artefact) -> dict[str, Any]:
    """One artefact as plain values."""
    job = artefact.job
    sheet = parse_sheet(job.size)
    return {
        "file": job.name,
        "sha256": artefact.sha256,
        "bytes": len(artefact.data),
        "pages": artefact.pages,
        "layout": job.layout,
        "size": job.size,
        "trim_mm": [round(points_to_mm(v), 2) for v in sheet.trim],
        "bleed_mm": round(points_to_mm(sheet.bleed), 2),
        "pixels": list(sheet.pixels) if sheet.pixels else None,
        "palette": job.palette or "default",
        "languages": list(job.content.languages),
        "draft": job.content.draft is not None,
        "messages": [
            {"slogan": slogan, "language": language, "status": status} for slogan, language, status in job.statuses
        ],
        "texts": [
            {
                "slot": text.slot,
                "role": text.role,
                "language": text.language,
                "size_pt": text.size_pt,
                "lines": list(text.lines),
                "fonts": list(text.fonts),
            }
            for text in artefact.texts
        ],
        "checks": {"missing_glyphs": 0, "ink_outside_slot": 0, "warnings": list(artefact.warnings)},
    }


def failure_record(job: Job, error: PlacardsError) -> dict[str, Any]:
    """A job that failed."""
    return {"file": job.name, "error": error.sentence, "code": error.code}


def manifest(plan: Plan, artefacts: Sequence[dict[str, Any]], failures: Sequence[dict[str, Any]]) -> bytes:
    """The manifest as stable JSON: no clock, no absolute path, sorted by file."""
    skipped = [
        {"set": s.set, "slogan": s.slogan, "language": s.language, "status": s.status}
        for s in sorted(set(plan.skipped), key=lambda s: (s.set, s.language, s.slogan))
    ]
    data = {
        "placards": __version__,
        "campaign": plan.name,
        "artefacts": sorted(artefacts, key=lambda a: str(a["file"])),
        "failed": sorted(failures, key=lambda a: str(a["file"])),
        "problems": sorted(p.problem() for p in plan.problems),
        "skipped": skipped,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
