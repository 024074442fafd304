"""``placards catalog``: the translation workflow, from a pack's template to approved messages."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from placards.cli.catalog_reports import print_remarks, print_statistics
from placards.cli.main import EXIT_FAILED, complain
from placards.files.writing import write_file
from placards.messages.desk.notes import relative_texts, relatives_of, translator_notes
from placards.messages.desk.workspace import Workspace, open_workspace
from placards.messages.pack import Pack, Slogan
from placards.problems.errors import PlacardsError, Place, UnknownNameError, near

_PACK_HELP = "only this pack (repeatable; default: all packs of the folder)"


class _Commands(dict[str, Any]):
    """The commands; asked for one that there is not, it says which was probably meant."""

    def __contains__(self, name: object) -> bool:
        if not super().__contains__(name):
            raise UnknownNameError("desk-command-unknown", remedy=near(str(name), list(self)), name=str(name))
        return True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.choices = _Commands(_COMMANDS)

    def command(name: str, summary: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}.")
        sub.add_argument(
            "--path", type=Path, metavar="DIR", help="folder with slogans/ and locale/ (default: the shipped templates)"
        )
        return sub

    extract = command("extract", "write the template (.pot) of each pack, for translation tools")
    extract.add_argument("pack", nargs="*", help="packs (default: all of the folder)")
    extract.add_argument("--diagnostics", action="store_true", help="the program's own sentences instead")
    init = command("init", "start catalogs for languages that have none")
    init.add_argument("language", nargs="+", metavar="LANG", help="language tag, such as ur or zh-Hant")
    init.add_argument("--pack", action="append", default=[], help=_PACK_HELP)
    update = command("update", "bring catalogs up to the packs' present texts, notes and tags; nothing is lost")
    update.add_argument("language", nargs="*", metavar="LANG", help="languages (default: all that have catalogs)")
    update.add_argument("--pack", action="append", default=[], help=_PACK_HELP)
    for sub in (init, update):
        sub.add_argument(
            "--also", action="append", metavar="LANG", help="show this language beside the source (repeatable)"
        )
    status = command("status", "how far each language is, and how much of it somebody stands for")
    status.add_argument("language", nargs="*", metavar="LANG", help="languages (default: all)")
    status.add_argument("--pack", action="append", default=[], help=_PACK_HELP)
    status.add_argument("--json", action="store_true", help="a JSON list")
    check = command("check", "read proof: what a native reader would mark, grouped by language")
    check.add_argument("language", nargs="*", metavar="LANG", help="languages (default: all)")
    check.add_argument("--pack", action="append", default=[], help=_PACK_HELP)
    check.add_argument("--fix", action="store_true", help="mend what can be mended safely; approved texts stay")
    check.add_argument("--fit", action="store_true", help="also set every text on A3 (slow): is it readable there?")
    check.add_argument("--json", action="store_true", help="a JSON list")
    breaks = command("breaks", "how every message falls into lines on four shapes of sheets; takes corrections")
    breaks.add_argument("language", metavar="LANG", help="language tag")
    breaks.add_argument("target", nargs="*", metavar="PACK[/ID]", help="packs or slogans (default: all)")
    breaks.add_argument("--bad", action="store_true", help="only those with a break that a reader may stumble over")
    breaks.add_argument("--take", metavar="FILE", help="take corrections: lines “pack/id: these words / those words”")
    approve = command("approve", "say who has read translations and found them right")
    approve.add_argument("language", metavar="LANG", help="language tag")
    approve.add_argument("target", nargs="*", metavar="PACK[/ID]", help="packs or slogans (default: all translated)")
    approve.add_argument("--by", required=True, metavar="NAME", help="the person who has read them")
    approve.add_argument("--date", metavar="YYYY-MM-DD", help="when (default: today)")
    approve.add_argument("--unfuzzy", action="store_true", help="approve fuzzy ones too: they are fuzzy no more")
    sheet = command("sheet", "a sheet for a fluent reader: every message as a placard, with room for corrections")
    sheet.add_argument("language", metavar="LANG", help="language tag")
    sheet.add_argument("target", nargs="*", metavar="PACK[/ID]", help="packs or slogans (default: all)")
    sheet.add_argument("-o", "--output", type=Path, action="append", required=True, metavar="FILE",
                       help="file to write: .pdf to print, .html to fill in (repeatable)")  # fmt: skip
    sheet.add_argument("--all", action="store_true", help="also what somebody has approved already")
    sheet.add_argument("--date", metavar="YYYY-MM-DD", help="a date to print on the sheet (default: none)")
    sheet.add_argument("--answers-to", metavar="ADDRESS", help="where answers go: a mail address, or https://…")
    take = command("take", "take a reader's answers: approvals, corrections and doubts go into the catalogs")
    take.add_argument("file", type=Path, metavar="FILE", help="the answers (.po), as the sheet's web page saves them")
    take.add_argument("--dry-run", action="store_true", help="only say what would change")
    suggest = command("suggest", "for a pack of your own: what shipped translations have for the same or similar words")
    suggest.add_argument("language", metavar="LANG", help="language tag")
    suggest.add_argument("--pack", action="append", default=[], help=_PACK_HELP)


def run(arguments: argparse.Namespace) -> int:
    return _COMMANDS[arguments.command](open_workspace(arguments.path), arguments)


def _extract(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.messages.desk.update import new_document

    if arguments.diagnostics:
        return _extract_diagnostics(workspace)
    room = _room()
    for pack in workspace.packs(arguments.pack):
        path = workspace.template_path(pack.name)

        def notes(slogan: Slogan, pack: Pack = pack) -> Sequence[str]:
            return translator_notes(slogan, room(slogan.text, pack.language))

        document = new_document(pack, path, notes, workspace.reference(pack))
        write_file(path, document.encoded())
        print(f"{path}: {len(pack.slogans)} messages")
    return _broken_packs(workspace)


def _extract_diagnostics(workspace: Workspace) -> int:
    from placards.messages.desk.diagnostics import diagnostics_template
    from placards.messages.folders import DIAGNOSTICS

    path = workspace.template_path(DIAGNOSTICS)
    document = diagnostics_template(path)
    write_file(path, document.encoded())
    print(f"{path}: {len(document.entries) - 1} messages")
    return 0


def _init(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.messages.desk.update import new_document

    languages = [workspace.check_language(tag) for tag in arguments.language]
    packs = workspace.packs(arguments.pack)
    room, started = _room(), 0
    for language in languages:
        for pack in packs:
            path = workspace.catalog_path(language, pack.name)
            if path.exists():
                print(f"{path}: is there already; “placards catalog update {language}” brings it up to date")
                continue
            notes = _notes(workspace, pack, language, arguments.also, room)
            document = new_document(pack, path, notes, workspace.reference(pack), language)
            write_file(path, document.encoded())
            started += 1
            print(f"{path}: {len(pack.slogans)} messages to translate")
    return _broken_packs(workspace) if started else EXIT_FAILED


def _update(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.messages.desk.update import update_document
    from placards.messages.po.document import read_document

    packs = {pack.name: pack for pack in workspace.packs(arguments.pack)}
    room, failed = _room(), False
    for language, path in workspace.catalogs(arguments.language, arguments.pack):
        pack = packs.get(path.stem) or _pack_of(workspace, path)
        if pack is None:
            failed = True
            continue
        try:
            document = read_document(path)
            before = document.encoded()
            notes = _notes(workspace, pack, language, arguments.also, room)
            changes = update_document(document, pack, notes, workspace.reference(pack), language)
            after = document.encoded()
            if after != before:
                write_file(path, after)
        except PlacardsError as error:  # one broken catalog stays as it is, and does not stop the others
            complain(error)
            failed = True
            continue
        if after != before:
            print(f"{path}: {changes}")
    return _broken_packs(workspace) or (EXIT_FAILED if failed else 0)


def _status(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.messages.desk.statistics import language_statistics
    from placards.messages.proof.proofread import unreadable

    languages = [workspace.check_language(tag) for tag in arguments.language]
    packs = workspace.packs(arguments.pack)
    if not arguments.pack:  # the tool's own words are asked for by name
        packs = tuple(pack for pack in packs if pack.kind == "slogans")
    if not languages:
        names = [pack.name for pack in packs]
        languages = [*(pack.language for pack in packs), *(tag for tag, _ in workspace.catalogs((), names))]
    statistics = language_statistics(workspace.library, packs, languages, datetime.date.today())
    print_statistics(statistics, as_json=arguments.json)
    problems = [error for _, error in unreadable(workspace, arguments.language, arguments.pack)]
    for problem in problems:
        complain(problem)
    return _broken_packs(workspace) or (EXIT_FAILED if problems else 0)


def _check(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.messages.proof.proofread import explanations, proofread

    if arguments.fix:
        _fix(workspace, arguments)
        workspace = open_workspace(arguments.path)  # read anew what was written
    names = [pack.name for pack in _named(workspace, arguments.pack)]
    unreadable = _unreadable() if arguments.fit else None
    # To set every text of every language takes a minute; of those that somebody works on, a second.
    stumbling = _stumbling() if arguments.fit or arguments.language else None
    remarks = proofread(workspace, arguments.language, names, unreadable, datetime.date.today(), stumbling)
    print_remarks(remarks, explanations(), as_json=arguments.json)
    return EXIT_FAILED if any(r.violation.severity == "error" for r in remarks) else 0


def _fix(workspace: Workspace, arguments: argparse.Namespace) -> None:
    from placards.messages.po.document import read_document
    from placards.messages.proof.proofread import mend_document

    for language, path in workspace.catalogs(arguments.language, arguments.pack):
        pack = _pack_of(workspace, path, quiet=True)
        if pack is None:
            continue
        try:
            document = read_document(path)
            changed, left = mend_document(document, pack, language)
            if changed:
                write_file(path, document.encoded())
        except PlacardsError:
            continue  # the check that follows names it
        if not arguments.json:
            if changed:
                print(f"{path}: mended {', '.join(changed)}")
            if left:
                print(f"{path}: left alone, because somebody stands for the text: {', '.join(left)}")


def _breaks(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.cli.catalog_breaks import run as breaks

    return breaks(workspace, arguments)


def _approve(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.cli.catalog_approve import run as approve

    return approve(workspace, arguments)


def _sheet(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.cli.catalog_sheet import run as sheet

    return sheet(workspace, arguments)


def _take(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.cli.catalog_take import run as take

    return take(workspace, arguments)


def _suggest(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.cli.catalog_suggest import run as suggest

    return suggest(workspace, arguments)


def _notes(
    workspace: Workspace, pack: Pack, language: str, also: Sequence[str] | None, room: Callable[[str, str], str]
) -> Callable[[Slogan], Sequence[str]]:
    relatives = relatives_of(language) if also is None else [workspace.check_language(tag) for tag in also]

    def notes(slogan: Slogan) -> Sequence[str]:
        try:
            texts = relative_texts(slogan, workspace.library, relatives)
        except PlacardsError:  # a relative's broken catalog is another translator's worry
            texts = []
        return translator_notes(slogan, room(slogan.text, pack.language), texts)

    return notes


def _room() -> Callable[[str, str], str]:
    """The layout layer's answer to how much room there is, handed down to the catalogs."""
    from placards.layout.room import measured_room

    return measured_room


def _unreadable() -> Callable[[str, str], str]:
    from placards.layout.room import unreadable

    return unreadable


def _stumbling() -> Callable[[str, str], str]:
    from placards.layout.falls import stumbling

    return stumbling


def _named(workspace: Workspace, names: Sequence[str]) -> tuple[Pack, ...]:
    return workspace.packs(names) if names else ()


def _pack_of(workspace: Workspace, path: Path, *, quiet: bool = False) -> Pack | None:
    """The pack of a catalog; without one, a sentence."""
    try:
        return workspace.library.pack(path.stem)
    except PlacardsError as error:
        if not quiet:
            complain(error.at(Place(path)))
        return None


def _broken_packs(workspace: Workspace) -> int:
    broken = [pack for _, pack in workspace.library.all_packs() if isinstance(pack, PlacardsError)]
    for error in broken:
        complain(error)
    return EXIT_FAILED if broken else 0


_COMMANDS: dict[str, Callable[[Workspace, argparse.Namespace], int]] = {
    "extract": _extract,
    "init": _init,
    "update": _update,
    "status": _status,
    "check": _check,
    "breaks": _breaks,
    "approve": _approve,
    "sheet": _sheet,
    "take": _take,
    "suggest": _suggest,
}
