"""A language's catalogs become what is laid before a fluent reader: the messages of its sheet, numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from placards.frozen import dataclass
from placards.locale.language import language_key
from placards.messages.cautions import near_and_far, place_names
from placards.messages.desk.workspace import Workspace, split_target
from placards.messages.library import Message
from placards.messages.pack import Pack, Slogan
from placards.messages.po.catalog import read_catalog
from placards.messages.transliteration import said
from placards.messages.trust.status import Status
from placards.problems.errors import InputError, PlacardsError

#: What a reader is asked about; with the others, what somebody stands for already.
ASKED = (Status.TRANSLATED, Status.FUZZY)
SETTLED = (Status.APPROVED, Status.OFFICIAL)

#: Says how a text of a language may fall into lines. Layout owns the answer; a command hands it in.
Lines = Callable[[str, str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """One message as a reader is asked about it."""

    number: int  # on the sheet
    slogan: Slogan
    pack: Pack
    message: Message
    lines: tuple[str, ...]  # as they may be: a reader's, else the engine's; empty where there is no choice
    said: str = ""  # the message in Latin letters
    cautions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """``pack/id``."""
        return self.slogan.full_name

    @property
    def marked(self) -> str:
        """The message on one line, with strokes where its lines may end."""
        return " / ".join(self.lines) if self.lines else " ".join(self.message.text.split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """Whose sheet it is, and all that is asked on it."""

    language: str
    questions: tuple[Question, ...]
    stale: int = 0  # messages that were translated from an earlier text of their pack: not asked about

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs that messages come from, in the sheet's order."""
        return tuple({question.pack.name: question.pack for question in self.questions}.values())


def proof_sheet(workspace: Workspace, language: str, targets: Sequence[str], lines: Lines, *, settled: bool) -> Sheet:
    """The sheet of a language: messages of its catalogs in this workspace, so that answers have a place to go to.

    *targets* are packs or slogans, all without; *settled* messages are those that somebody stands for already. Raises
    InputError for a language without anything to ask, and the error of a broken catalog.
    """
    statuses = (*ASKED, *SETTLED) if settled else ASKED
    questions: list[Question] = []
    stale = 0
    for pack, slogans in _chosen(workspace, targets):
        if language_key(pack.language) == language_key(language):
            continue
        path = workspace.catalog_path(language, pack.name)
        if not path.exists():
            continue
        catalog = read_catalog(path, language, pack.name)
        for slogan in slogans:
            message = workspace.library.own_message(slogan, language)
            if message is None or message.status not in statuses:
                continue
            entry = catalog.entries.get((slogan.id, slogan.text))
            if entry is None or not entry.filled:  # of another source, or only in the shipped catalog
                stale += any(i == slogan.id and e.filled for (i, _), e in catalog.entries.items())
                continue
            questions.append(_question(workspace, len(questions) + 1, pack, slogan, message, lines))
    if not questions:
        raise InputError("sheet-nothing" if settled else "sheet-nothing-open", language=language)
    return Sheet(language, tuple(questions), stale)


def _chosen(workspace: Workspace, targets: Sequence[str]) -> Iterator[tuple[Pack, Sequence[Slogan]]]:
    """Packs in the order asked for, each once, with those of their slogans that are asked for."""
    if not targets:
        for pack in workspace.packs():
            if pack.kind == "slogans":
                yield pack, pack.slogans
        return
    wanted: dict[str, tuple[Pack, set[str] | None]] = {}
    for target in targets:
        pack, slogan_id = split_target(target, workspace.library)
        ids = wanted.get(pack.name, (pack, set()))[1]
        wanted[pack.name] = (pack, None if slogan_id is None or ids is None else ids | {slogan_id})
    for pack, ids in wanted.values():
        yield pack, [slogan for slogan in pack.slogans if ids is None or slogan.id in ids]


def _question(
    workspace: Workspace, number: int, pack: Pack, slogan: Slogan, message: Message, lines: Lines
) -> Question:
    try:
        spoken = said(workspace.library, slogan, message)
    except PlacardsError:  # a broken transliteration is not this reader's worry
        spoken = None
    known = message.breaks or tuple(lines(message.text, message.language))
    near, elsewhere = near_and_far(slogan, message)
    told = [
        f"{', '.join(place_names([caution]))}: {caution.text.rstrip('.')} ({caution.source}, {caution.date})."
        for caution in near
    ]
    if elsewhere:
        told.append(f"Cautions for other places: {', '.join(elsewhere)}.")
    return Question(number, slogan, pack, message, known, spoken.text if spoken else "", tuple(told))
