"""``placards catalog approve``: the words of who has read translations become approvals in the catalogs."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from functools import partial

from placards.cli.main import EXIT_FAILED, complain
from placards.files.writing import write_file
from placards.messages.desk.workspace import Workspace
from placards.messages.pack import Pack
from placards.problems.errors import InputError, PlacardsError

#: Nobody has read a translation of this project before.
EARLIEST = datetime.date(2000, 1, 1)


def run(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.layout.falls import good_lines
    from placards.messages.po.document import read_document
    from placards.messages.trust.approval import approved
    from placards.messages.trust.approve import Approver, approve_entries

    date = approval_date(arguments.date, datetime.date.today())
    approved("", "", arguments.by, date)  # a bad name fails before anything is written
    language = workspace.check_language(arguments.language)
    approver = Approver(arguments.by, date, arguments.unfuzzy, partial(good_lines, language=language))
    new = again = 0
    failed = False
    for pack, ids in _targets(workspace, language, arguments.target):
        path = workspace.catalog_path(language, pack.name)
        try:
            document = read_document(path)
            outcome = approve_entries(document, pack, ids, approver)
            if outcome.approved:
                write_file(path, document.encoded())
        except PlacardsError as error:
            complain(error)
            failed = True
            continue
        for refusal in outcome.refused:
            complain(refusal)
        failed = failed or bool(outcome.refused)
        new += len(outcome.approved)
        again += len(outcome.unchanged)
    if not (new or again or failed):
        complain(InputError("approval-nothing", language=language))
        return EXIT_FAILED
    said = f"; {again} {'was' if again == 1 else 'were'} so already" if again else ""
    messages = "message" if new == 1 else "messages"
    print(f"{new} {messages} in {language} approved by {arguments.by} on {date.isoformat()}{said}.")
    return EXIT_FAILED if failed else 0


def approval_date(text: str | None, today: datetime.date) -> datetime.date:
    """The day that somebody gives, or today; raises InputError for one on which nobody can have read the texts."""
    if text is None:
        return today
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        raise InputError("desk-date", text=text) from None
    # Where it is tomorrow already, people read too.
    if date > today + datetime.timedelta(days=1):
        raise InputError("approval-future", date=date.isoformat())
    if date < EARLIEST:
        raise InputError("approval-past", date=date.isoformat())
    return date


def _targets(workspace: Workspace, language: str, names: Sequence[str]) -> list[tuple[Pack, set[str] | None]]:
    """Packs with the ids asked for, None for all; raises UnknownNameError before anything is done."""
    from placards.locale.language import language_key
    from placards.messages.desk.workspace import split_target

    if not names:
        files = [path.stem for _, path in workspace.catalogs([language])]
        packs = [pack for pack in workspace.library.packs() if pack.name in files]
        targets: dict[str, tuple[Pack, set[str] | None]] = {pack.name: (pack, None) for pack in packs}
    else:
        targets = {}
        for name in names:
            pack, slogan_id = split_target(name, workspace.library)
            ids = targets.get(pack.name, (pack, set()))[1]
            if slogan_id is None:
                targets[pack.name] = (pack, None)
            else:
                targets[pack.name] = (pack, None if ids is None else ids | {slogan_id})
    for pack, _ in targets.values():
        if language_key(pack.language) == language_key(language):
            raise InputError("approval-source", pack=pack.name, language=language)
    return list(targets.values())
