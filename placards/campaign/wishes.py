"""What a run is asked to do besides making artefacts."""

from __future__ import annotations

from fnmatch import fnmatchcase

from placards.campaign.derived.extras import Extras
from placards.frozen import dataclass
from placards.messages.trust.status import Status


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options of a batch ask for."""

    require: Status | None = None  # the least status of messages
    force: bool = False
    prune: bool = False
    explain: str | None = None  # a name, or a pattern of names
    dry_run: bool = False
    extras: Extras = Extras()
    gallery: bool = True

    def wants_to_know(self, name: str) -> bool:
        """Whether somebody wants to know why an artefact is made or not."""
        return self.explain is not None and (name == self.explain or fnmatchcase(name, self.explain))
