"""``placards catalog take``: a reader's answers become approvals, corrections and doubts in the catalogs."""

from __future__ import annotations

import argparse
import datetime
from functools import partial

from placards.cli.catalog_approve import approval_date
from placards.cli.main import EXIT_FAILED, complain
from placards.files.writing import write_file
from placards.messages.desk.answers import read_answers
from placards.messages.desk.take import Reader, Taken, take_answers
from placards.messages.desk.workspace import Workspace
from placards.messages.trust.approval import approved
from placards.problems.errors import PlacardsError, Place, UnknownNameError


def run(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.layout.falls import good_lines

    place = Place(arguments.file)
    answers = read_answers(arguments.file)
    try:
        date = approval_date(answers.date, datetime.date.today())
        name = approved("", "", answers.reader, date).by  # as the catalogs will have it
        language = workspace.check_language(answers.language)
        if workspace.folder(language) is None:
            folder = str(workspace.root / "locale")
            raise UnknownNameError("desk-no-catalog", language=language, folder=folder)
    except PlacardsError as error:
        raise error.at(place) from None

    lines = partial(good_lines, language=language)
    taken = take_answers(workspace, language, Reader(name, date), answers.answers, lines)
    refused = [*answers.wrong, *taken.refused]
    # Encoded before the first is written: a catalog whose charset lacks a letter must not leave half of the answers.
    files = [(path, document.encoded()) for path, document in taken.documents.items()]
    for problem in refused:
        complain(problem)
    if not arguments.dry_run:
        for path, data in files:
            write_file(path, data)
    _tell(taken, language, name, date, dry=arguments.dry_run)
    if refused:
        print(f"{len(refused)} refused: nothing of {'it' if len(refused) == 1 else 'them'} was changed.")
    return EXIT_FAILED if refused else 0


def _tell(taken: Taken, language: str, name: str, date: datetime.date, *, dry: bool) -> None:
    for slogan in taken.right:
        print(f"{slogan}: right")
    for slogan, old, new in taken.corrected:
        print(f"{slogan}: {' '.join(old.split())} → {' '.join(new.split())}")
    for slogan in taken.unsure:
        print(f"{slogan}: not sure, fuzzy now")
    for slogan, by in taken.revoked:
        print(f"{slogan}: {by} stands for it no more")
    approvals = len(taken.right) + len(taken.corrected)
    counts = [f"{approvals} approved by {name} on {date.isoformat()} ({len(taken.corrected)} of them corrected)"]
    counts += [f"{len(taken.unsure)} fuzzy now"] if taken.unsure else []
    counts += [f"{len(taken.unchanged)} as before"] if taken.unchanged else []
    print(f"{language}: {'would be: ' if dry else ''}{', '.join(counts)}.")
    if taken.corrected:
        print(f"“placards catalog check {language}” reads proof of the corrections.")
    if dry:
        print("Nothing was written (--dry-run).")
