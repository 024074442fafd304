"""manifest.json is what its published schema says, and nothing in it is not described."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from placards.campaign.derived.extras import Extras
from placards.campaign.run import batch
from placards.plan.planner import plan_campaign

from .support import campaign, make_folder, one_set

FILE = Path(__file__).parents[2] / "placards" / "campaign" / "manifest.schema.json"
SCHEMA: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every schema in the schema that has keys."""
    if isinstance(value, dict):
        if isinstance(value.get("properties"), dict):
            yield value
        for inner in value.values():
            yield from parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from parts(inner)


def strict(value: Any) -> Any:
    """The schema, in which a key that it does not describe is wrong; for people it is not, for later versions add."""
    if isinstance(value, dict):
        closed = {"additionalProperties": False} if isinstance(value.get("properties"), dict) else {}
        return {**closed, **{key: strict(inner) for key, inner in value.items()}}
    return [strict(inner) for inner in value] if isinstance(value, list) else value


VALIDATOR = jsonschema.Draft202012Validator(strict(SCHEMA))


def wrong(data: Any) -> list[str]:
    return [f"{list(error.path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(data)]


def test_the_schema_is_one_and_describes_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:placards:manifest:1"
    for part in parts(SCHEMA):
        for key, inner in part["properties"].items():
            found = inner if "$ref" not in inner else {**SCHEMA["$defs"][inner["$ref"].rpartition("/")[2]], **inner}
            assert found.get("description", "").endswith("."), key


@pytest.fixture
def data(tmp_path: Path) -> Any:
    """A manifest with all that there can be: several files, drafts, failures, problems, things left out."""
    folder = make_folder(tmp_path / "campaign")
    sets = [
        one_set("a", tags=["demo"], languages=["en", "ar", "de", "fr"], copies=3, stock="card"),
        one_set("b", slogans=["demo/one"], languages=[["en", "ar"]], sizes=["story"], formats=["png"]),
        one_set("c", slogans=["demo/nothing"]),
        one_set("d", layouts=["many"], tags=["demo"], sizes=["10x10mm"]),
    ]
    plan = plan_campaign(campaign(folder, "\n".join(sets)), draft=True)
    batch(plan, tmp_path / "out", extras=Extras(zip="language", bundle="size"))
    return json.loads((tmp_path / "out" / "manifest.json").read_bytes())


def test_a_manifest_keeps_to_it(data: Any) -> None:
    assert wrong(data) == []
    assert all(data[key] for key in ("derived", "artefacts", "failed", "problems", "diagnostics", "skipped"))
    assert any("files" in record and record["pixels"] for record in data["artefacts"])
    assert any(record["draft"] for record in data["artefacts"])


def test_keys_that_come_later_are_no_mistake_and_those_of_now_may_be(data: Any) -> None:
    loose = jsonschema.Draft202012Validator(SCHEMA)
    later = {**data, "weather": "fair", "schema": 1}
    assert loose.is_valid(later)
    assert wrong(later) != []
    small = {"file": "thumbs/a.webp", "sha256": "0" * 64, "bytes": 9, "width": 90, "height": 127}
    for key, right, bad in (
        ("thumbnail", small, {"file": "x"}),
        ("inputs", {"layout": "ab12", "fonts": {"Amiri.ttf": "cd34"}}, {"layout": 7}),
        ("copies", 2, 0),
        ("sha256", "0" * 64, "0" * 63),
        ("languages", ["en"], "en"),
    ):
        record = data["artefacts"][0]
        assert wrong({**data, "artefacts": [{**record, key: right}]}) == []
        assert wrong({**data, "artefacts": [{**record, key: bad}]}) != [], key
