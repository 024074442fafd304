"""A reader's answers become approvals, corrections and doubts in a language's catalogs.

What is sound is taken, what is not is refused by name, and each catalog is edited in memory: who calls writes it whole.
An answer is for the text that the reader has seen, and only for that.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import field
from pathlib import Path

from placards.frozen import dataclass
from placards.locale.language import language_key
from placards.messages.desk.answers import Answer
from placards.messages.desk.workspace import Workspace, split_target
from placards.messages.pack import Pack, Slogan
from placards.messages.po.document import Entry, PoDocument, read_document
from placards.messages.source_text import fold_spaces
from placards.messages.trust.approval import Approval, read_approvals
from placards.messages.trust.approve import Approver, approve_entries
from placards.messages.trust.breaks import breaks_comment, comment_breaks, lines_of, solid, without_breaks
from placards.problems.errors import InputError, PlacardsError

#: Where lines may end when the reader does not say. Layout owns the answer; a command hands it in.
Lines = Callable[[str], Sequence[str]]

#: Words that begin a comment which the program reads: a remark that has them must not become one.
_KEYWORDS = re.compile(r"\b(Breaks|Original|Key|placards)(?=:)|\bCaution\b")


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose answers they are."""

    name: str
    date: datetime.date


@dataclass
class Taken:
    """What became of the answers."""

    right: list[str] = field(default_factory=list)  # full names of slogans
    corrected: list[tuple[str, str, str]] = field(default_factory=list)  # name, old text, new text
    unsure: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)  # taken before
    revoked: list[tuple[str, str]] = field(default_factory=list)  # name, and who stands for it no more
    refused: list[PlacardsError] = field(default_factory=list)
    documents: dict[Path, PoDocument] = field(default_factory=dict)  # those that changed


def take_answers(workspace: Workspace, language: str, reader: Reader, answers: Sequence[Answer], lines: Lines) -> Taken:
    """Take answers into the catalogs of a language; nothing is written yet."""
    taken = Taken()
    documents: dict[Path, PoDocument] = {}
    seen: set[str] = set()
    for answer in answers:
        try:
            pack, slogan = _slogan(workspace, language, answer)
            if slogan.full_name in seen:
                raise InputError("answers-twice", slogan=slogan.full_name)
            seen.add(slogan.full_name)
            path = workspace.catalog_path(language, pack.name)
            if path not in documents:
                documents[path] = read_document(path)
            document = documents[path]
            entry = _entry(document, slogan, answer)
            before = [line.text for line in entry.lines]
            _take(document, pack, slogan, entry, answer, reader, lines, taken)
            if [line.text for line in entry.lines] != before:
                taken.documents[path] = document
        except PlacardsError as error:
            taken.refused.append(error.at(answer.place))
    return taken


def _slogan(workspace: Workspace, language: str, answer: Answer) -> tuple[Pack, Slogan]:
    pack, slogan_id = split_target(answer.name, workspace.library)
    slogan = pack.find(slogan_id or "")
    if slogan is None:
        raise InputError("answers-context", name=answer.name)
    if language_key(pack.language) == language_key(language):
        raise InputError("approval-source", pack=pack.name, language=language)
    if answer.source != slogan.text:
        raise InputError("answers-source", slogan=slogan.full_name, source=slogan.text)
    return pack, slogan


def _entry(document: PoDocument, slogan: Slogan, answer: Answer) -> Entry:
    """The entry that the answer is for, if it still has the text that the reader has seen."""
    entry = next((e for e in document.active() if (e.context, e.source) == (slogan.id, slogan.text)), None)
    if entry is None or not entry.text.strip():
        raise InputError("approval-untranslated", slogan=slogan.full_name)
    if not answer.text and answer.answer != "unsure":
        raise InputError("answers-empty", slogan=slogan.full_name)
    same = answer.text == entry.text.strip()
    if answer.answer == "right" and not same:
        raise InputError("answers-right-other", slogan=slogan.full_name, text=fold_spaces(entry.text))
    if answer.answer == "corrected" and not answer.was and not same:
        raise InputError("answers-no-was", slogan=slogan.full_name)
    idle = same and not answer.breaks and "\n" not in answer.text and solid(answer.was) == solid(answer.text)
    if answer.answer == "corrected" and idle:
        raise InputError("answers-not-corrected", slogan=slogan.full_name)
    was = answer.was or answer.text
    if not same and was and solid(was) != solid(entry.text):
        raise InputError("answers-outdated", slogan=slogan.full_name, text=fold_spaces(entry.text))
    return entry


def _take(
    document: PoDocument,
    pack: Pack,
    slogan: Slogan,
    entry: Entry,
    answer: Answer,
    reader: Reader,
    lines: Lines,
    taken: Taken,
) -> None:
    standing = [] if entry.fuzzy else _holding(entry, slogan)
    official = next((approval for approval in standing if approval.official), None)
    old, new = entry.text, answer.text
    changes = new != old.strip()
    if official is not None and (changes or answer.answer == "unsure"):
        raise InputError("answers-official", slogan=slogan.full_name, source=official.by)
    if answer.answer == "unsure":
        _doubt(entry, slogan, answer, reader, taken)
        _revoked(standing, [], slogan, reader, taken)
        return
    marked = _marked(answer, slogan, new)
    comments = entry.comments("# ")
    settled = bool(standing) and not changes
    if changes:
        entry.set_string("msgstr", new)
    if marked and comment_breaks(comments, new) != marked and not _idle(marked, lines(new), settled):
        entry.set_comments("# ", [*without_breaks(comments), breaks_comment(marked)])
    _remark(entry, answer.remark, reader)
    outcome = approve_entries(document, pack, {slogan.id}, Approver(reader.name, reader.date, True, lines))
    if outcome.refused:
        raise outcome.refused[0]
    if changes:
        taken.corrected.append((slogan.full_name, old, new))
    elif outcome.approved:
        taken.right.append(slogan.full_name)
    else:
        taken.unchanged.append(slogan.full_name)
    _revoked(standing, _holding(entry, slogan), slogan, reader, taken)


def _idle(marked: tuple[str, ...], known: Sequence[str], settled: bool) -> bool:
    """Whether the lines say nothing that is not known: the engine's own, where somebody stands for the text without
    them, or a text that has nowhere to part. A comment on them would only revoke who stands for the text."""
    return marked == tuple(known) and settled if known else len(marked) == 1


def _holding(entry: Entry, slogan: Slogan) -> list[Approval]:
    comments = entry.comments("# ")
    return [a for a in read_approvals(comments) if a.holds_for(slogan.text, entry.text, comments)]


def _revoked(
    before: Sequence[Approval], after: Sequence[Approval], slogan: Slogan, reader: Reader, taken: Taken
) -> None:
    still = {approval.by for approval in after} | {reader.name}
    taken.revoked += [(slogan.full_name, approval.by) for approval in before if approval.by not in still]


def _marked(answer: Answer, slogan: Slogan, text: str) -> tuple[str, ...]:
    """The lines that the reader allows; nothing where the answer does not say."""
    if not answer.breaks:
        return ()
    marked = lines_of(answer.breaks, text)
    if not marked:
        raise InputError(
            "breaks-other-words", slogan=slogan.full_name, given=fold_spaces(answer.breaks), text=fold_spaces(text)
        )
    return marked


def _doubt(entry: Entry, slogan: Slogan, answer: Answer, reader: Reader, taken: Taken) -> None:
    """The message is fuzzy from now on; the reader's words, and another text if there is one, stand beside it."""
    before = [line.text for line in entry.lines]
    entry.set_fuzzy(True)
    other = answer.text if answer.text and solid(answer.text) != solid(entry.text) else ""
    _remark(entry, " ".join(filter(None, (answer.remark, f"Perhaps: {other}" if other else ""))), reader)
    changed = [line.text for line in entry.lines] != before
    (taken.unsure if changed else taken.unchanged).append(slogan.full_name)


def _remark(entry: Entry, text: str, reader: Reader) -> None:
    """A remark becomes the first translator comment: what stands behind lines or an approval would belong to them."""
    words = fold_spaces(_KEYWORDS.sub(lambda match: f"{match[1]} " if match[1] else "caution", text))
    if not words:
        return
    comment = f"Remark ({reader.name}, {reader.date.isoformat()}): {words}"
    comments = entry.comments("# ")
    if comment not in comments:
        entry.set_comments("# ", [comment, *comments])
