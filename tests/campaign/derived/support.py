"""Records and folders for what stands beside the artefacts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from placards.campaign.derived.campaign import Campaign
from placards.campaign.derived.derive import Derived, Folder, derive, seal
from placards.campaign.derived.extras import Extras
from placards.campaign.derived.items import items_of
from placards.problems.diagnostic import Diagnostic

DEMO = Campaign("Demo for water", "demo.toml")


def record(out: Path, file: str, data: bytes, **more: Any) -> dict[str, Any]:
    """A record as batches write it, and its file in the folder."""
    path = out / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    language = more.get("languages", ["en"])[0]
    return {
        "file": file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "pages": 1,
        "set": "s",
        "layout": "plain",
        "size": "a6",
        "trim_mm": [105.0, 148.0],
        "bleed_mm": 3.0,
        "pixels": None,
        "copies": 1,
        "stock": "",
        "languages": ["en"],
        "draft": False,
        "messages": [{"slogan": "demo/one", "language": language, "status": "approved"}],
        "texts": [{"slot": "slogan", "role": "slogan", "language": language, "lines": ["Water", "is life"]}],
        "checks": {"warnings": []},
        "diagnostics": [],
        **more,
    }


def beside(
    records: Sequence[dict[str, Any]], out: Path, extras: Extras | None = None, **more: Any
) -> tuple[Derived, list[Diagnostic]]:
    """What a run makes beside the artefacts when it ends, and what it says; *more* goes to `Folder`."""
    said: list[Diagnostic] = []
    folder = Folder(out, **more)
    items = items_of(records, said.append)
    (out / "manifest.json").write_bytes(b"{}\n")
    derived = derive(items, folder, extras or Extras(), said.append, lambda: None, campaign=DEMO)
    seal(items, folder, derived, said.append, lambda: None)
    return derived, said
