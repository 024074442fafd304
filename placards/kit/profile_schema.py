"""The models that check profiles become a JSON Schema, from which editors complete keys and mark mistakes."""

from __future__ import annotations

import json
from functools import cache

from placards.kit.schema import DRAFT, Schema, Schemas
from placards.press.profile_file import ProfileTable


def schema_text() -> str:
    """The schema as the text of a file: the same on every machine."""
    return json.dumps(profile_schema(), ensure_ascii=False, separators=(",", ":")) + "\n"


@cache
def profile_schema() -> Schema:
    """The schema of ``profiles/<name>.toml``. Which keys contradict each other, only the program says."""
    made = Schemas()
    root = made.plain(ProfileTable)
    return {
        "$schema": DRAFT,
        "title": "profile of a printer, for placards",
        **root,
        "definitions": dict(sorted(made.definitions.items())),
    }
