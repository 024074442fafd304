"""Language tags become the names by which people find them: their own, and those in other languages."""

from __future__ import annotations

from collections.abc import Iterable

from placards.files.cache import user_cache
from placards.frozen import dataclass
from placards.locale.language import language_name


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language's name in itself, and its other names, for whoever looks for it."""

    own: str
    also: str


def tongues(tags: Iterable[str], language: str) -> dict[str, Tongue]:
    """The names of each language, the others in *language* and in English. CLDR's data of a language take 20 ms to
    read, so the names are remembered."""
    from babel import __version__

    wanted = sorted(set(tags))

    def read() -> list[list[str]]:
        return [[tag, language_name(tag), language_name(tag, "en"), language_name(tag, language)] for tag in wanted]

    rows = user_cache().remembered("language-names", " ".join([__version__, language, *wanted]), read)
    return {
        tag: Tongue(own, " ".join(name for name in dict.fromkeys(names) if name != own)) for tag, own, *names in rows
    }
