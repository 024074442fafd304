"""``placards catalog breaks``: how messages fall into lines, for who reads the language; and their corrections."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from placards.cli.main import EXIT_FAILED, complain
from placards.files.writing import write_file
from placards.locale.language import language_key
from placards.messages.desk.workspace import Workspace, split_target
from placards.messages.library import Message
from placards.messages.pack import Slogan
from placards.messages.trust.breaks import breaks_comment, lines_of, without_breaks
from placards.messages.trust.status import Status
from placards.problems.errors import InputError, PlacardsError, Place

#: Between two lines: a good break, and one that a reader stumbles over.
GOOD, BAD = " / ", " ✗ "


def run(workspace: Workspace, arguments: argparse.Namespace) -> int:
    language = workspace.check_language(arguments.language)
    if arguments.take is not None:
        return _take(workspace, language, arguments.take)
    return _show(workspace, language, arguments)


def _show(workspace: Workspace, language: str, arguments: argparse.Namespace) -> int:
    from placards.layout.falls import STUMBLES, falls

    shown = bad = failed = 0
    for slogan, message in _messages(workspace, language, arguments.target):
        try:
            ways = falls(message.text, message.language, message.breaks)
        except PlacardsError as error:
            complain(error.at(Place(message=slogan.full_name, language=language)))
            failed += 1
            continue
        stumbles = any(way.bad for way in ways)
        bad += stumbles
        if arguments.bad and not stumbles:
            continue
        shown += 1
        print(f"{slogan.full_name}{'  (approved lines)' if message.breaks else ''}")
        for way in ways:
            words = way.lines[0]
            for price, line in zip(way.prices, way.lines[1:], strict=True):
                words += (BAD if price >= STUMBLES else GOOD) + line
            print(f"  {', '.join(way.shapes)}: {words}")
    if not shown and not failed:
        print(f"No message in {language} {'breaks badly' if arguments.bad else 'to show'}.")
        return 0
    print(f"\n{shown} messages, {bad} of them with a break that a reader may stumble over ({BAD.strip()}).")
    print(f"To correct one, write “pack/id: these words / those words” into a file: "
          f"placards catalog breaks {language} --take FILE")  # fmt: skip
    return EXIT_FAILED if failed else 0


def _messages(workspace: Workspace, language: str, targets: list[str]) -> Iterator[tuple[Slogan, Message]]:
    library = workspace.library
    chosen: list[tuple[str, str | None]] = []
    for target in targets:
        pack, slogan_id = split_target(target, library)
        chosen.append((pack.name, slogan_id))
    for pack in workspace.packs():
        for slogan in pack.slogans:
            if chosen and (pack.name, None) not in chosen and (pack.name, slogan.id) not in chosen:
                continue
            if not chosen and pack.kind != "slogans":
                continue
            message = library.own_message(slogan, language)
            if message is not None and message.status is not Status.MISSING:
                yield slogan, message


def _take(workspace: Workspace, language: str, source: str) -> int:
    """Corrections become comments in the catalogs; nothing is written where one of them is wrong."""
    from placards.messages.po.document import PoDocument, read_document

    name = "standard input" if source == "-" else source
    text = sys.stdin.read() if source == "-" else _read(Path(source))
    documents: dict[Path, PoDocument] = {}
    wrong: list[PlacardsError] = []
    taken = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        place = Place(Path(name), number)
        try:
            target, colon, marked = line.partition(":")
            if not colon or "/" not in target:
                raise InputError("breaks-line", line=line.strip())
            pack, slogan_id = split_target(target.strip(), workspace.library)
            slogan = pack.find(slogan_id or "")
            if slogan is None:
                raise InputError("breaks-line", line=line.strip())
            if language_key(pack.language) == language_key(language) or slogan.original is not None:
                raise InputError("breaks-source", slogan=slogan.full_name)
            path = workspace.catalog_path(language, pack.name)
            document = documents.get(path) or read_document(path)
            documents[path] = document
            found = [entry for entry in document.active() if (entry.context, entry.source) == (slogan.id, slogan.text)]
            if not found or not found[0].text.strip():
                raise InputError("approval-untranslated", slogan=slogan.full_name)
            entry = found[0]
            lines = lines_of(marked.strip(), entry.text)
            if not lines:
                said = " ".join(entry.text.split())
                raise InputError("breaks-other-words", slogan=slogan.full_name, given=marked.strip(), text=said)
            kept = without_breaks(entry.comments("# "))
            entry.set_comments("# ", [*kept, breaks_comment(lines)])
            taken += 1
        except PlacardsError as error:
            wrong.append(error.at(place))
    for problem in wrong:
        complain(problem)
    if wrong:
        return EXIT_FAILED
    for path, document in documents.items():
        write_file(path, document.encoded())
    print(f"{taken} {'correction' if taken == 1 else 'corrections'} taken.")
    return 0


def _read(path: Path) -> str:
    from placards.files.toml import MAX_BYTES
    from placards.files.world import read_bytes

    try:
        return read_bytes(path, MAX_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("toml-charset", place=Place(path)) from error
