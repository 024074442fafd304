"""The outcome of a batch becomes manifest.json: every artefact with its inputs, fonts, sizes, checks and SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from placards import __version__
from placards.job import Job
from placards.pipeline import Artefact
from placards.plan.planner import Plan
from placards.problems.diagnostic import Diagnostic, Severity, diagnostic
from placards.problems.errors import PlacardsError, Place
from placards.values.sheet import parse_sheet, sheet_for
from placards.values.units import points_to_mm

if TYPE_CHECKING:
    from placards.render.thumbnail import Thumbnail

MANIFEST_NAME = "manifest.json"

#: The page that shows all artefacts.
GALLERY_NAME = "index.html"

#: One artefact, or one failure, as plain values.
Record = dict[str, Any]


def artefact_record(artefact: Artefact, found: Sequence[Diagnostic]) -> Record:
    """One artefact as plain values, with what was *found* while it was made. `Engine.make` lets none through in which a
    check that counts errors is not nought."""
    job = artefact.job
    sheet = sheet_for(job.output.profile, parse_sheet(job.size))
    record = {
        "file": job.name,
        "sha256": artefact.sha256,
        "bytes": len(artefact.data),
        "pages": artefact.pages,
        **_more_files(artefact),
        "set": dict(job.tags).get("set", ""),
        "layout": job.layout,
        "size": job.size,
        "trim_mm": [round(points_to_mm(v), 2) for v in sheet.trim],
        "bleed_mm": round(points_to_mm(sheet.bleed), 2),
        "pixels": list(sheet.pixels) if sheet.pixels else None,
        "profile": _profile_record(job),
        **planned_record(job),
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
        "credits": [asdict(credit) for credit in artefact.credits],
        "checks": dict(artefact.checks),
    }
    return with_found(record, found)


def with_found(record: Record, found: Sequence[Diagnostic]) -> Record:
    """The record, with what was *found* while its artefact was made."""
    warnings = [str(d.portable) for d in found if d.severity is not Severity.NOTE]
    checks = {**record["checks"], "warnings": warnings}
    return {**record, "checks": checks, "diagnostics": [diagnostic_record(d) for d in found]}


def planned_record(job: Job) -> Record:
    """What a record says that no byte of the artefact depends on."""
    return {"palette": job.palette or "default", "copies": job.copies, "stock": job.stock}


def _profile_record(job: Job) -> Record | None:
    """Which profile a PDF has, and the digest of all that it wants; None for what is no PDF."""
    profile = job.output.profile
    return {"name": profile.name, "digest": profile.digest} if job.output.format == "pdf" else None


def _more_files(artefact: Artefact) -> Record:
    """The files of an artefact that is more than one, and the texts that stand beside its images."""
    if len(artefact.files) == 1:
        return {}
    files = [
        {"file": name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in artefact.files
    ]
    return {"files": files, "alt": list(artefact.alts)}


def thumbnail_record(name: str, small: Thumbnail) -> Record:
    """The small picture that stands for an artefact in the gallery."""
    return {
        "file": name,
        "width": small.width,
        "height": small.height,
        "sha256": hashlib.sha256(small.data).hexdigest(),
        "bytes": len(small.data),
    }


def record_files(record: Record) -> frozenset[str]:
    """All files that a record says were made, its thumbnail included; what cannot be read as such is none."""
    small = record.get("thumbnail")
    name = small.get("file") if isinstance(small, dict) else None
    return artefact_files(record) | ({name} if isinstance(name, str) else set())


def record_digests(record: Record) -> dict[str, str]:
    """The SHA-256 of each file that was made by its name, the thumbnail's included; none where one cannot be read."""
    listed, small = record.get("files"), record.get("thumbnail")
    files = [*(listed if isinstance(listed, list) and listed else [record]), *([small] if small else [])]
    pairs = [(one.get("file"), one.get("sha256")) if isinstance(one, dict) else (None, None) for one in files]
    digests = {name: digest for name, digest in pairs if isinstance(name, str) and isinstance(digest, str)}
    return digests if len(digests) == len(files) else {}


def artefact_files(record: Record) -> frozenset[str]:
    """The files of an artefact alone; what cannot be read as such is none."""
    files = record.get("files", ())
    listed = [one.get("file") for one in files if isinstance(one, dict)] if isinstance(files, list) else []
    return frozenset(name for name in (record.get("file"), *listed) if isinstance(name, str))


def failure_record(name: str, error: PlacardsError) -> Record:
    """A job that failed."""
    return {
        "file": name,
        "error": error.sentence,
        "code": error.code,
        "diagnostics": [diagnostic_record(d) for d in error.diagnostics],
    }


def diagnostic_record(found: Diagnostic) -> Record:
    """A Diagnostic as plain values, without a file's path: the same on every machine."""
    place = found.portable.place
    return {
        "code": found.code,
        "severity": found.severity.value,
        "parameters": {name: list(v) if isinstance(v, tuple) else v for name, v in found.parameters},
        "place": {
            key: value
            for key, value in (("key", place.key), ("message", place.message), ("language", place.language))
            if value is not None
        },
        "sentence": found.sentence(),
    }


def diagnostic_of(record: object) -> Diagnostic | None:
    """A Diagnostic out of its plain values; None where they are none of this program's."""
    try:
        assert isinstance(record, dict)
        values: dict[str, Any] = {
            name: tuple(v) if isinstance(v, list) else v for name, v in record["parameters"].items()
        }
        place = Place(**record["place"])
        found = diagnostic(record["code"], place=place, **values)
        return found if found.severity.value == record["severity"] and found.sentence() else None
    except (AssertionError, KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None


def manifest(
    plan: Plan, artefacts: Mapping[str, str], failures: Iterable[Record], derived: Iterable[str] = ()
) -> bytes:
    """The manifest as stable JSON: no clock, no absolute path, sorted by file, one artefact a line. *artefacts* are
    records by file, each as one line of JSON (see `line`); *derived* are the names of what else was made of them."""
    skipped = [
        {"set": s.set, "slogan": s.slogan, "language": s.language, "status": s.status}
        for s in sorted(set(plan.skipped), key=lambda s: (s.set, s.language, s.slogan))
    ]
    parts = {
        "placards": line(__version__),
        "campaign": line(plan.name),
        "derived": line(sorted(derived)),
        "artefacts": _list(artefacts[name] for name in sorted(artefacts)),
        "failed": _list(map(line, sorted(failures, key=lambda f: str(f["file"])))),
        "problems": _list(map(line, sorted(p.problem() for p in plan.problems))),
        "diagnostics": _list(sorted(line(diagnostic_record(d)) for d in plan.diagnostics)),
        "skipped": _list(map(line, skipped)),
    }
    return ("{\n" + ",\n".join(f" {line(key)}: {value}" for key, value in parts.items()) + "\n}\n").encode()


def line(value: object) -> str:
    """A value as one line of JSON, the same in the journal and in the manifest."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, out of a damaged record: only as an escape
        return json.dumps(value)
    return text


def _list(lines: Iterable[str]) -> str:
    inside = ",\n".join(f"  {text}" for text in lines)
    return f"[\n{inside}\n ]" if inside else "[]"
