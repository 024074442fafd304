"""Entries of a catalog become approved ones: a comment above each names who read it and when."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import field

from placards.frozen import dataclass
from placards.messages.pack import Pack, Slogan
from placards.messages.po.document import Entry, PoDocument
from placards.messages.trust.approval import approved, read_approvals, without_approvals
from placards.messages.trust.breaks import breaks_comment, comment_breaks, without_breaks
from placards.problems.errors import InputError, Place


@dataclass
class Outcome:
    """What became of the entries."""

    approved: list[str] = field(default_factory=list)  # slogan ids
    unchanged: list[str] = field(default_factory=list)  # this person had approved them already
    refused: list[InputError] = field(default_factory=list)


def no_lines(text: str) -> Sequence[str]:
    """Nothing is said of lines."""
    return ()


@dataclass(frozen=True, slots=True)
class Approver:
    """Who approves, when, and whether that settles doubts."""

    by: str
    date: datetime.date
    unfuzzy: bool = False
    lines: Callable[[str], Sequence[str]] = no_lines  # where the lines of a text may end, as the reader has seen it


def approve_entries(document: PoDocument, pack: Pack, ids: Collection[str] | None, approver: Approver) -> Outcome:
    """Approve the entries of these slogans, or of all that have a translation; others are refused by name."""
    outcome = Outcome()
    entries = {(entry.context, entry.source): entry for entry in document.active()}
    for slogan in pack.slogans:
        if ids is not None and slogan.id not in ids:
            continue
        entry = entries.get((slogan.id, slogan.text))
        named = ids is not None
        stale = any(context == slogan.id and e.text.strip() for (context, _), e in entries.items()) and entry is None
        if entry is None or not entry.text.strip():
            if named or stale:
                outcome.refused.append(_missing(document, slogan, stale))
        elif entry.fuzzy and not approver.unfuzzy:
            outcome.refused.append(_fuzzy(document, slogan, entry))
        else:
            _approve(entry, slogan, approver, outcome)
    return outcome


def _approve(entry: Entry, slogan: Slogan, approver: Approver, outcome: Outcome) -> None:
    comments = entry.comments("# ")
    holding = [a for a in read_approvals(comments) if a.holds_for(slogan.text, entry.text, comments)]
    if not entry.fuzzy and any(a.by == approver.by and not a.official for a in holding):
        outcome.unchanged.append(slogan.id)
        return
    kept = without_approvals(comments)
    lines = comment_breaks(kept, entry.text)
    if not lines and not holding:  # who approves a text approves how it breaks; who did before is not contradicted
        lines = tuple(approver.lines(entry.text))
        kept = [*without_breaks(kept), *([breaks_comment(lines)] if lines else [])]
    approval = approved(slogan.text, entry.text, approver.by, approver.date, lines)
    holding = [a for a in holding if a.by != approval.by or a.official]
    entry.set_fuzzy(False)
    entry.set_comments("#|", [])  # the doubt that it explained is settled
    entry.set_comments("# ", [*kept, *(a.comment for a in [*holding, approval])])
    outcome.approved.append(slogan.id)


def _missing(document: PoDocument, slogan: Slogan, stale: bool) -> InputError:
    code = "approval-stale" if stale else "approval-untranslated"
    return InputError(code, place=Place(document.path), slogan=slogan.full_name)


def _fuzzy(document: PoDocument, slogan: Slogan, entry: Entry) -> InputError:
    text = " ".join(entry.text.split())
    return InputError("approval-fuzzy", place=Place(document.path), slogan=slogan.full_name, text=text)
