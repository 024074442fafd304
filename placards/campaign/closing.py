"""A run that ends puts its folder in order: what is not wanted goes, and the manifest and what stands beside artefacts
say what is there. Each file is written only if it is another one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from placards.campaign.derived.campaign import Campaign
from placards.campaign.derived.picking import PICKING_NAME
from placards.campaign.derived.sums import SUMS_NAME, file_digest, read_sums
from placards.campaign.former import Former, few, is_allowed, what_stays
from placards.campaign.manifest import GALLERY_NAME, MANIFEST_NAME, Record, failure_record, line, manifest
from placards.campaign.prune import prune, remove_superseded
from placards.campaign.wishes import Wishes
from placards.files.writing import holds, write_file
from placards.frozen import dataclass
from placards.plan.planner import Plan
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import PlacardsError

if TYPE_CHECKING:
    from placards.campaign.derived.items import Item


@dataclass(frozen=True, slots=True)
class Done:
    """What a run has done so far."""

    planned: set[str]  # all names of the campaign, those left out by ``--only`` included
    made: Mapping[str, str]  # file → its record as one line
    unchanged: Mapping[str, Record]
    failed: Mapping[str, PlacardsError]

    @property
    def right(self) -> set[str]:
        """The names of the artefacts whose files are as they should be."""
        return {*self.made, *self.unchanged}


def _no_intention(names: Iterable[str]) -> None:
    """Where nothing is made, no journal needs to know what is written beside it: the next run does it anew."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Ends a run in a folder. *check* may raise to stop it, *intend* hears the names of files before they are made."""

    plan: Plan
    out: Path
    wishes: Wishes
    tell: Report
    check: Callable[[], None]
    intend: Callable[[Iterable[str]], None] = field(default=_no_intention)

    def close(self, former: Former, done: Done, *, whole: bool) -> tuple[str, ...]:
        """Write manifest.json, and after a run that was not interrupted (*whole*) what is made of artefacts; the names
        of the latter. Raises OutputError."""
        if whole:
            self._remove_superseded(former, done)
        if self.wishes.prune and whole:
            former = self._pruned(former, done.planned)
        kept = self.say_what_stays(former, done)
        there = {**kept, **done.unchanged, **{name: json.loads(text) for name, text in done.made.items()}}
        records = {name: done.made.get(name) or line(record) for name, record in there.items()}
        failures = {name: failure_record(name, error) for name, error in done.failed.items()}
        before = {n: r for n, r in former.failed.items() if n in done.planned and n not in done.right}
        said = list((before | failures).values())
        if whole and not done.made and self._is_settled(manifest(self.plan, records, said, former.derived), former):
            return former.derived
        # Imported here: where nothing changed, nothing of it is needed.
        from placards.campaign.derived.derive import Derived, Folder, derive, seal
        from placards.campaign.derived.items import items_of

        items: tuple[Item, ...] = ()
        derived, folder = Derived(), Folder(self.out, former.ours, self.wishes.force, self.intend)
        try:
            if whole:
                held_back = {n for n, record in kept.items() if n in failures or not self._is_allowed(record)}
                items = items_of(there.values(), self.tell)
                derived = derive(
                    items, folder, self.wishes.extras, self.tell, self.check,
                    campaign=Campaign(self.plan.name, self.plan.file), held_back=held_back,
                    small=partial(self._small, there),
                )  # fmt: skip
                derived = replace(derived, names=(*derived.names, *self._gallery(there)))
        finally:
            older = self._older(former, derived.names) if whole else list(former.derived)
            names = tuple(sorted({*derived.names, *older}))
            data = manifest(self.plan, records, said, names)
            if not holds(self.out / MANIFEST_NAME, data):
                write_file(self.out / MANIFEST_NAME, data)
        if whole:
            if older:
                self.tell(diagnostic("derived-older", count=len(older), names=few(older)))
            seal(items, folder, Derived(names, derived.digests), self.tell, self.check)
        return names

    def _is_settled(self, data: bytes, former: Former) -> bool:
        """Whether the manifest says all this already, and what stands beside the artefacts is as it was made of it: by
        its check sums, for to make ten thousand rows of a list again takes longer than to look."""
        if self.wishes.extras.zip or self.wishes.extras.bundle or self.wishes.force:
            return False
        expected = {SUMS_NAME, PICKING_NAME} | ({GALLERY_NAME} if self.wishes.gallery else set())
        if {*former.derived} != expected or not holds(self.out / MANIFEST_NAME, data):
            return False
        known = read_sums(self.out)
        try:
            return all(
                known.get(name) == file_digest(self.out / name, self.check)
                for name in {MANIFEST_NAME, *expected} - {SUMS_NAME}
            )
        except OSError:
            return False

    def _small(self, there: Mapping[str, Record], items: Sequence[Item]) -> dict[str, bytes]:
        """The message to a print shop where somebody asked for proofs, and what preflight said where it was asked."""
        made: dict[str, bytes] = {}
        # Imported here: most campaigns have no printer.
        if self.plan.inputs is not None and any(job.output.proof for job in self.plan.jobs):
            from placards.campaign.derived.request import request_file

            made |= request_file(self.plan.jobs, items, self.plan.inputs.messages, self.plan.language)
        if any("preflight" in record for record in there.values()):
            from placards.campaign.derived.report import report_file

            made |= report_file((there[item.record] for item in items if item.record in there), self.plan.name)
        return made

    def _gallery(self, records: Mapping[str, Record]) -> tuple[str, ...]:
        """Write the page of all artefacts; its name, if it is there."""
        if not self.wishes.gallery:
            return ()
        from placards.campaign.gallery.folder import write_gallery

        plan = self.plan
        return write_gallery(
            self.out, [records[name] for name in sorted(records)], plan.name, plan.language, plan.inputs.messages,
            force=self.wishes.force, report=self.tell,
        )  # fmt: skip

    def say_what_stays(self, former: Former, done: Done) -> dict[str, Record]:
        """Say what earlier runs left that is not as the campaign has it now; the records of all that stays."""
        kept, found = what_stays(
            former, self.out, made=done.right, failed=done.failed, planned=done.planned, require=self.wishes.require
        )
        for each in found:
            self.tell(each)
        return kept

    def _older(self, former: Former, made: Sequence[str]) -> list[str]:
        """What earlier runs made beside the artefacts and this one did not, as far as it stays."""
        older = [n for n in former.derived if n not in made and os.path.lexists(self.out / n)]
        if not self.wishes.prune or self.plan.problems:
            return older
        known = read_sums(self.out)
        records = {n: {"file": n, "sha256": known.get(n)} for n in older}
        gone = prune(self.out, records, force=self.wishes.force, check=self.check).gone
        return [name for name in older if name not in gone]

    def _is_allowed(self, record: Record) -> bool:
        return self.wishes.require is None or is_allowed(record, self.wishes.require)

    def _remove_superseded(self, former: Former, done: Done) -> None:
        """An artefact that was made anew has no files but its own."""
        edited: list[str] = []
        for name, text in done.made.items():
            before = former.made.get(name)
            if before is not None and "files" in before:
                edited += remove_superseded(self.out, before, json.loads(text), self.check)
        if edited:
            self.tell(diagnostic("build-edited-kept", count=len(edited), names=few(edited)))

    def _pruned(self, former: Former, planned: set[str]) -> Former:
        """Remove what earlier runs made and nobody asks for; what stays of it."""
        if self.plan.problems:
            self.tell(diagnostic("build-not-pruned"))
            return former
        unwanted = {name: record for name, record in former.made.items() if name not in planned}
        done = prune(self.out, unwanted, force=self.wishes.force, check=self.check)
        if done.gone:
            self.tell(diagnostic("build-pruned", count=len(done.gone), names=few(done.gone)))
        if done.edited:
            self.tell(diagnostic("build-edited-kept", count=len(done.edited), names=few(done.edited)))
        return replace(former, made={n: r for n, r in former.made.items() if n not in done.gone})
