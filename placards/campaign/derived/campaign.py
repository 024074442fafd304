"""What derived files are called after."""

from __future__ import annotations

import os.path

from placards.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign by its name and its file."""

    name: str = ""
    file: str = ""

    @property
    def stem(self) -> str:
        """What the names of files begin with: the file's own name, or the campaign's."""
        return os.path.splitext(os.path.basename(self.file))[0] or self.name


NAMELESS = Campaign()
