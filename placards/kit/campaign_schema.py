"""The models that check campaign files become a JSON Schema, from which editors complete keys and mark mistakes."""

from __future__ import annotations

import json
from functools import cache

from placards.kit.schema import DRAFT, Schema, Schemas
from placards.layout.slots import SETTABLE
from placards.plan.campaign_file import Campaign


def schema_text() -> str:
    """The schema as the text of a file: the same on every machine."""
    return json.dumps(campaign_schema(), ensure_ascii=False, separators=(",", ":")) + "\n"


@cache
def campaign_schema() -> Schema:
    """The schema of a campaign file. In one with variables a date may be a text, and a number is none."""
    made = Schemas()
    root = made.plain(Campaign)
    for table in made.definitions.values():
        details = table.get("properties", {}).get("details")
        if details is not None:  # its keys are the slots
            texts = details.pop("additionalProperties")
            details |= {"properties": dict.fromkeys(SETTABLE, texts), "additionalProperties": False}
    return {
        "$schema": DRAFT,
        "title": "campaign file of placards",
        **root,
        "definitions": dict(sorted(made.definitions.items())),
    }
