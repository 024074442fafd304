"""A job and what an earlier run left of it become a decision: its files are right as they are, or why they are not."""

from __future__ import annotations

import os
from pathlib import Path

from placards.campaign.former import Former
from placards.campaign.ingredients import Digests, Ingredients
from placards.campaign.manifest import Record, planned_record, record_digests
from placards.campaign.names import stays_inside
from placards.campaign.wishes import Wishes
from placards.files.writing import is_as_made
from placards.frozen import dataclass
from placards.job import Job
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import PlacardsError

#: How the ingredients of a job are called in sentences; in the order in which they are told.
WORDS = {
    "words": "the words, or how far they can be trusted",
    "details": "the details",
    "pictures": "a picture",
    "layout": "the layout",
    "colors": "the colours",
    "art": "the art to choose from",
    "fonts": "the fonts to choose from",
    "profile": "what the printer wants",
    "settings": "size, kind of file or resolution",
    "program": "placards itself, or a library that draws",
}


_UNCHANGED = diagnostic("build-unchanged")


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done about a job: nothing, where its *record* stays, or to make it, and why."""

    job: Job
    ingredients: Digests
    record: Record | None  # as the manifest shall have it; None where the job must be done
    why: Diagnostic
    edited: bool = False  # the file in the folder is not the one that was made

    @property
    def unchanged(self) -> bool:
        """Whether nothing needs to be made."""
        return self.record is not None


class Decider:
    """Decides about the jobs of one run in one folder."""

    def __init__(self, out: Path, former: Former, ingredients: Ingredients, wishes: Wishes) -> None:
        self._out, self._former, self._ingredients, self._wishes = out, former, ingredients, wishes

    def decide(self, job: Job) -> Decision:
        """What is to be done about a job."""
        try:
            now = self._ingredients.of(job)
        except PlacardsError:
            # Who makes it says what is wrong.
            return Decision(job, {}, None, diagnostic("build-new"))
        record = self._former.made.get(job.name)
        if record is None:
            return Decision(job, now, None, diagnostic("build-new"))
        why = self._changed(record, now)
        edited = False
        if self._wishes.force:
            why = diagnostic("build-forced")
        elif why is None:
            there = _there(self._out, record)
            if there is not True:
                edited = there is False
                why = diagnostic("build-edited" if edited else "build-gone")
        if why is not None:
            return Decision(job, now, None, why, edited)
        return Decision(job, now, record | planned_record(job), _UNCHANGED)

    def _changed(self, record: Record, now: Digests) -> Diagnostic | None:
        """Why a record is not that of the job any more."""
        if self._wishes.gallery and not record.get("thumbnail"):
            return diagnostic("build-no-thumbnail")
        inputs, files = _digests(record.get("inputs")), _digests(record.get("looked_at"))
        if inputs is None or files is None:
            return diagnostic("build-untold")
        changed = [word for name, word in WORDS.items() if inputs.get(name) != now.get(name)]
        changed += [f"“{name}”" for name in self._ingredients.changed_files(files)]
        return diagnostic("build-changed", what=tuple(changed)) if changed else None


def _digests(value: object) -> Digests | None:
    """Digests by name, if a record has them there."""
    right = isinstance(value, dict) and all(isinstance(one, str) for pair in value.items() for one in pair)
    return value if right and isinstance(value, dict) else None


def _there(out: Path, record: Record) -> bool | None:
    """Whether the files of a record are in the folder as they were made; None where one is missing, or where the record
    does not say enough of them."""
    digests = record_digests(record)
    if not digests or not all(map(stays_inside, digests)):
        return None
    root = os.path.join(out, "")  # a Path for each of many files would take longer than reading them
    found = [is_as_made(f"{root}{name}", digest) for name, digest in digests.items()]
    return None if None in found else all(found)
