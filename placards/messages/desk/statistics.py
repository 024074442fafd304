"""A library becomes numbers: how far each language is, and who stands for how much of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from placards.frozen import dataclass
from placards.locale.language import language_key
from placards.messages.library import MessageLibrary
from placards.messages.pack import Pack
from placards.messages.trust.status import Status
from placards.problems.errors import PlacardsError


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """The messages of one language by status, without falling back to others."""

    language: str
    counts: dict[Status, int]
    words: int  # of the source texts that have a firm translation
    total_words: int  # of all source texts
    oldest_approval: datetime.date | None

    @property
    def messages(self) -> int:
        """How many messages there should be."""
        return sum(self.counts.values())

    @property
    def firm(self) -> int:
        """Messages that are neither missing nor fuzzy."""
        return sum(count for status, count in self.counts.items() if status.at_least(Status.TRANSLATED))

    @property
    def coverage(self) -> float:
        """Firm messages in per cent, rounded down, so that 100 means all."""
        return self.firm * 1000 // max(self.messages, 1) / 10


def language_statistics(
    library: MessageLibrary, packs: Sequence[Pack], languages: Sequence[str], today: datetime.date | None = None
) -> list[LanguageStatus]:
    """The status of these languages, each once, by tag. What a broken catalog holds counts as missing; an approval
    dated after *today* is not the oldest."""
    wanted = {language_key(tag): tag for tag in languages}
    latest = datetime.date.max if today is None else today + datetime.timedelta(days=1)
    return [_status(library, packs, tag, latest) for tag in sorted(wanted.values())]


def _status(library: MessageLibrary, packs: Sequence[Pack], tag: str, latest: datetime.date) -> LanguageStatus:
    counts: Counter[Status] = Counter(dict.fromkeys(Status, 0))
    words = total_words = 0
    dates: list[datetime.date] = []
    for pack in packs:
        for slogan in pack.slogans:
            try:
                message = library.own_message(slogan, tag)
            except PlacardsError:
                message = None
            status = message.status if message else Status.MISSING
            counts[status] += 1
            length = len(slogan.text.split())
            total_words += length
            words += length if status.at_least(Status.TRANSLATED) else 0
            date = message.approval.date if message and message.approval else None
            if date and date <= latest:
                dates.append(date)
    return LanguageStatus(tag, dict(counts), words, total_words, min(dates, default=None))
