"""Artefacts become PDFs to print: one for each paper and each language, layout or set, with copies as pages.

Paper is a size and a stock: what a machine prints without being fed anew. An artefact in several languages stands in
one bundle, of these languages together, lest it be printed twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from placards.campaign.derived.campaign import Campaign
from placards.campaign.derived.groups import group_of
from placards.campaign.derived.items import Item
from placards.campaign.derived.names import named_apart
from placards.campaign.derived.picking import Places
from placards.campaign.derived.zips import checked_bytes, named_language
from placards.campaign.former import few
from placards.frozen import dataclass
from placards.locale.language import is_rtl
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import InputError

if TYPE_CHECKING:
    from placards.render.pdf_bundle import Cover

FOLDER = "bundles"

#: Copies of one artefact that become pages: of more, whoever prints it sets the number.
MOST_COPIES = 1000

#: Stands in the key: raised whenever the same artefacts shall give another bundle.
_FORM = 2


@dataclass(frozen=True, slots=True)
class Bundle:
    """One PDF to print."""

    name: str  # below the output folder
    title: str
    items: tuple[Item, ...]

    @property
    def key(self) -> bytes:
        """16 bytes that stand for all that goes into it."""
        parts = [(_mark(item), _chapter(item), _copies(item), item.members[0].sha256) for item in self.items]
        return hashlib.sha256(json.dumps([_FORM, self.title, parts]).encode()).digest()[:16]

    @property
    def labels(self) -> dict[str, str]:
        """The label of each artefact's pages."""
        return {item.name: str(number) for number, item in enumerate(self.items, start=1)}

    def is_current(self, out: Path, places: Places) -> bool:
        """Whether the file is a bundle of the same artefacts."""
        from placards.render.pdf_bundle import bundle_key  # a run without bundles need not wait for qpdf

        return bundle_key(out / self.name) == self.key

    def write(self, out: Path, places: Places, stream: BinaryIO, check: Callable[[], None]) -> None:
        """Write it. Raises AlteredError, and InputError for an artefact that is no PDF."""
        from placards.render.pdf_bundle import Bound, bundle_pdf

        members = []
        labels = self.labels
        for item in self.items:
            check()
            checked_bytes(out, item.members[0])
            members.append(Bound(out / item.name, _mark(item), labels[item.name], _chapter(item), _copies(item)))
        bundle_pdf(members, _cover(self), stream, check)


def plan_bundles(items: Sequence[Item], campaign: Campaign, by: str, report: Report) -> list[Bundle]:
    """The bundles of all artefacts that are PDFs on paper; *report* hears of the others, and of copies that no page
    stands for."""
    printed = [item for item in items if item.is_pdf and not item.on_screen]
    left = [item for item in items if not (item.is_pdf or item.on_screen)]
    if left:
        report(diagnostic("derived-not-bundled", count=len(left), names=few([item.name for item in left])))
    if not printed:
        report(diagnostic("derived-nothing-to-bundle"))
    many = [item.name for item in printed if item.copies > MOST_COPIES]
    if many:
        report(diagnostic("derived-copies", count=len(many), names=few(many), most=MOST_COPIES))
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in sorted(printed, key=lambda item: (item.languages, item.name)):
        group = group_of(item, by) if by != "size" else ""
        groups.setdefault((campaign.stem, group, item.size, item.stock), []).append(item)
    names = named_apart(sorted(groups))
    return [Bundle(f"{FOLDER}/{names[key]}.pdf", _title(campaign.name, key, by), tuple(groups[key])) for key in names]


def _cover(bundle: Bundle) -> Cover:
    from placards.render.pdf_bundle import Cover

    tags = {item.languages for item in bundle.items}
    (language,) = tags.pop() if len(tags) == 1 and len(next(iter(tags))) == 1 else ("mul",)
    return Cover(bundle.title, language, bundle.key, language != "mul" and _is_rtl(language))


def _title(campaign: str, key: tuple[str, ...], by: str) -> str:
    _, group, size, stock = key
    if by == "language":
        group = " + ".join(map(named_language, group.split("+"))) if group != "languages" else "several languages"
    return ", ".join(filter(None, (campaign, group, size.upper() if len(size) == 2 else size, stock)))


def _mark(item: Item) -> str:
    """The bookmark of an artefact."""
    copies = f" × {item.copies}" if item.copies > 1 else ""
    return f"{' · '.join(item.words)}{copies}{' (DRAFT)' if item.draft else ''}"


def _chapter(item: Item) -> str:
    """The bookmark above it."""
    return " + ".join(map(named_language, item.languages))


def _copies(item: Item) -> int:
    return item.copies if item.copies <= MOST_COPIES else 1


def _is_rtl(language: str) -> bool:
    try:
        return is_rtl(language)
    except InputError:
        return False
