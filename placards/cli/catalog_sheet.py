"""``placards catalog sheet``: a language's messages become a sheet for a fluent reader, to print or to fill in."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from placards.cli.main import EXIT_FAILED, complain
from placards.files.writing import write_file
from placards.messages.desk.readers import Sheet, proof_sheet
from placards.messages.desk.workspace import Workspace
from placards.patterns import pattern
from placards.problems.diagnostic import Diagnostic
from placards.problems.errors import InputError, PlacardsError, near

_SUFFIXES = (".pdf", ".html")

_MAIL = pattern(r"[^\s@:/?&<>\"']+@[^\s@:/?&<>\"']+\.[^\s@:/?&<>\"']+")
_WEB = pattern(r"https://[^\s<>\"']+")


def run(workspace: Workspace, arguments: argparse.Namespace) -> int:
    from placards.layout.falls import good_lines

    outputs: list[Path] = arguments.output
    for output in outputs:
        if output.suffix.lower() not in _SUFFIXES:
            raise InputError("sheet-suffix", remedy=near(output.suffix, _SUFFIXES), file=str(output))
    language = workspace.check_language(arguments.language)
    date = _date(arguments.date)
    address, link = answers_address(arguments.answers_to)
    sheet = proof_sheet(workspace, language, arguments.target, good_lines, settled=arguments.all)
    found: list[Diagnostic] = []
    for output in outputs:
        found.clear()
        data = _pdf(sheet, date, address, link, found) if output.suffix.lower() == ".pdf" else _html(
            sheet, date, address, link, found
        )  # fmt: skip
        write_file(output, data)
        print(output)
    for problem in found:
        complain(problem)
    asked = len(sheet.questions)
    print(f"{asked} {'message' if asked == 1 else 'messages'} in {language}.")
    if sheet.stale:
        print(
            f"{sheet.stale} left out, because their pack's text was edited since they were translated: "
            f"placards catalog update {language}"
        )
    return EXIT_FAILED if found else 0


def _pdf(sheet: Sheet, date: str, address: str, link: str, found: list[Diagnostic]) -> bytes:
    from placards.compose.proof.cover import Cover
    from placards.compose.proof.sheet import sheet_scenes
    from placards.render.pdf import render_pdf
    from placards.scene.check import check_scene

    scenes = sheet_scenes(sheet, Cover(date, address, link), found.append)
    for scene in scenes:  # a box or a lone mark would be taken for the translator's
        found += dict.fromkeys(check_scene(scene))
    return render_pdf(scenes)


def _html(sheet: Sheet, date: str, address: str, link: str, found: list[Diagnostic]) -> bytes:
    from placards.compose.proof.thumbnail import thumbnails
    from placards.problems.place import Place
    from placards.render.proof_page.page import Asked, proof_page
    from placards.scene.check import check_scene

    asked = []
    for question in sheet.questions:
        try:
            pictures = [thumbnail.scene(question.message) for thumbnail in thumbnails(question.message)]
        except PlacardsError as error:
            found.append(error.at(Place(message=question.name, language=sheet.language)).diagnostic)
            continue
        for scene in pictures:
            found += dict.fromkeys(check_scene(scene))
        asked.append(Asked(question, tuple(pictures)))
    return proof_page(sheet, asked, date=date, address=address, link=link)


def _date(text: str | None) -> str:
    if text is None:
        return ""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError("desk-date", text=text) from None


def answers_address(text: str | None) -> tuple[str, str]:
    """An address for people and as a link: of a mailbox, or of a page; empty for none. Raises InputError."""
    if text is None:
        return "", ""
    address = text.strip()
    mailbox = address.removeprefix("mailto:")
    if _MAIL.fullmatch(mailbox):
        return mailbox, f"mailto:{mailbox}"
    if _WEB.fullmatch(address):
        return address, address
    raise InputError("sheet-address", text=address)
