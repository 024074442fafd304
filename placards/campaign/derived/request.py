"""What a campaign prints becomes the message that asks a print shop for its price, a paragraph each kind of sheet."""

from __future__ import annotations

from collections.abc import Iterable

from placards.campaign.derived.items import Item
from placards.job import Job
from placards.messages.library import MessageLibrary
from placards.press.proofing.request import Wanted, price_request
from placards.press.proofing.words import proof_words
from placards.values.sheet import parse_sheet, sheet_for

REQUEST_NAME = "price-request.txt"


def request_file(
    jobs: Iterable[Job], items: Iterable[Item], library: MessageLibrary, language: str
) -> dict[str, bytes]:
    """The file by its name, where a proof of some sheet was asked for; else nothing. Sheets of one size, paper, number
    and profile stand together, in the order of the plan."""
    there = {item.name: item for item in items}
    groups: dict[tuple[object, ...], list[tuple[Job, Item]]] = {}
    for job in jobs:
        item = there.get(job.name)
        if job.output.proof and item is not None and not item.on_screen:
            groups.setdefault((job.size, job.stock, job.copies, job.output.profile, item.pages), []).append((job, item))
    if not groups:
        return {}
    wanted = [_wanted(group) for group in groups.values()]
    return {REQUEST_NAME: price_request(wanted, proof_words(library, language)).encode()}


def _wanted(group: list[tuple[Job, Item]]) -> Wanted:
    job, item = group[0]
    profile = job.output.profile
    sheet = sheet_for(profile, parse_sheet(job.size))
    files = [one.name for one, _ in group]
    return Wanted(files, sheet.name, sheet.trim, sheet.bleed, profile, item.pages, job.copies, job.stock)
