"""What became of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from placards.campaign.manifest import Record
from placards.campaign.unchanged import Decision
from placards.frozen import dataclass
from placards.plan.messages import Skipped
from placards.problems.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Failure:
    """An artefact that was not made, and why."""

    file: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of a batch."""

    made: tuple[str, ...]  # names below the output folder, sorted
    unchanged: Mapping[str, Record]  # what was not made again, by name, as the manifest has it
    failed: tuple[Failure, ...]  # sorted by file
    skipped: tuple[Skipped, ...]  # messages that were left out
    diagnostics: tuple[Diagnostic, ...]  # of the plan, the artefacts made and the folder; each thing once
    manifest: Path | None  # None where there was nothing to make
    why: tuple[Decision, ...] = ()  # what was to be explained
    left: tuple[str, ...] = ()  # names of what a run that only looks would have made
    derived: tuple[str, ...] = ()  # what else is below the output folder: check sums, a picking list, zips, bundles
