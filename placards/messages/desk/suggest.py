"""Untranslated messages become a glossary: what translated messages have for the same words, or for some of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from placards.frozen import dataclass
from placards.locale.language import language_key, parse_language
from placards.messages.desk.workspace import Workspace
from placards.messages.library import Message
from placards.messages.pack import Pack, Slogan
from placards.messages.source_text import fold_typography
from placards.problems.errors import PlacardsError

#: How many similar messages are shown for one.
MOST = 3

#: How many words two messages must share that mean something by themselves.
SHARED = 2

#: English words that say little about what a message is about.
_SMALL = frozenset(
    """a an the and or but not no nor so as at by for from in into is it its of off on onto out over than that this
    these those to up us we our you your they their them he she his her i my me be am are was were will would can
    could should do does did don t s ll re ve if when what who whom whose how why all any every one there here
    now""".split()
)

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A message that has a translation."""

    slogan: Slogan
    message: Message
    words: tuple[str, ...]  # of the source, in their order
    content: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An untranslated message and what may help its translator, best first."""

    slogan: Slogan
    exact: bool  # the very same words are translated already
    known: tuple[Known, ...]


def suggestions(workspace: Workspace, language: str, packs: Sequence[str] = ()) -> Iterator[Suggestion]:
    """For every message of the workspace's packs that has no translation, in their order; also where nothing is near.
    Raises the error of a broken pack that was named."""
    wanted = workspace.packs(packs)
    glossary: dict[str, list[Known]] = {}
    for pack in wanted:
        if pack.kind != "slogans" or language_key(pack.language) == language_key(language):
            continue
        key = language_key(pack.language)
        if key not in glossary:
            glossary[key] = list(_known(workspace, language, key))
        for slogan in pack.slogans:
            if _message(workspace, slogan, language) is None:
                yield _suggestion(slogan, pack, glossary[key])


def _known(workspace: Workspace, language: str, source_key: str) -> Iterator[Known]:
    """The translated messages of all packs that are written in the same language."""
    for pack in workspace.library.packs():
        if language_key(pack.language) != source_key:
            continue
        for slogan in pack.slogans:
            message = _message(workspace, slogan, language)
            if message is not None:
                words = _words(slogan.text)
                yield Known(slogan, message, words, _content(words, pack.language))


def _message(workspace: Workspace, slogan: Slogan, language: str) -> Message | None:
    try:
        return workspace.library.own_message(slogan, language)
    except PlacardsError:  # a broken catalog helps nobody; “catalog check” names it
        return None


def _suggestion(slogan: Slogan, pack: Pack, glossary: Sequence[Known]) -> Suggestion:
    same = fold_typography(slogan.text).casefold()
    exact = [known for known in glossary if fold_typography(known.slogan.text).casefold() == same]
    if exact:
        return Suggestion(slogan, True, tuple(sorted(exact, key=_trust)[:MOST]))
    words = _words(slogan.text)
    content = _content(words, pack.language)
    needed = min(SHARED, len(content))
    near = [known for known in glossary if needed and len(content & known.content) >= needed]

    def rank(known: Known) -> tuple[int, int, float, int, str]:
        shared = len(content & known.content)
        likeness = shared / len(content | known.content)
        return (-common_run(words, known.words), -shared, -likeness, *_trust(known))

    return Suggestion(slogan, False, tuple(sorted(near, key=rank)[:MOST]))


def _trust(known: Known) -> tuple[int, str]:
    return -known.message.status.trust, known.slogan.full_name


def common_run(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words the longest sequence has that stands in both."""
    best = 0
    before = [0] * (len(second) + 1)
    for word in first:
        now = [0]
        for index, other in enumerate(second):
            now.append(before[index] + 1 if word == other else 0)
        best = max(best, *now)
        before = now
    return best


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, capitals and a plural's s aside."""
    return tuple(_stem(word) for word in _WORD.findall(text.casefold()))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _content(words: Sequence[str], language: str) -> frozenset[str]:
    english = parse_language(language).language == "en"
    return frozenset(word for word in words if not (english and word in _SMALL))
