"""A profile in a batch: the manifest says which, a change of what it wants makes PDFs anew, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from placards.campaign.cluster.parcel import pack
from placards.campaign.manifest import MANIFEST_NAME
from placards.campaign.run import BatchResult, batch
from placards.files.world import World
from placards.pipeline import Engine
from placards.plan.planner import plan_campaign
from placards.values.profile import HOME

from ..messages.support import write
from .support import campaign, make_folder, one_set

SHOP = 'summary = "A shop."\nsource = "example.org"\nextends = "press-x4"\nbleed = "4mm"\n'
SCHEMA = Path(__file__).parents[2] / "placards" / "campaign" / "manifest.schema.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make_folder(tmp_path / "campaign")
    write(folder / "profiles" / "shop.toml", SHOP)
    sets = [one_set("posters", slogans=["demo/one"], formats=["pdf", "png"]), '[print]\nprofile = "shop"\n']
    campaign(folder, "\n".join(sets))
    return folder


def run(folder: Path, **options: Any) -> BatchResult:
    return batch(folder / "demo.toml", folder / "out", gallery=False, **options)


def records(folder: Path) -> dict[str, dict[str, Any]]:
    manifest = json.loads((folder / "out" / MANIFEST_NAME).read_text(encoding="utf-8"))
    jsonschema.validate(manifest, json.loads(SCHEMA.read_text(encoding="utf-8")))
    return {Path(one["file"]).suffix: one for one in manifest["artefacts"]}


def test_the_manifest_says_the_profile_and_its_bleed(folder: Path) -> None:
    run(folder)
    (job,) = (job for job in plan_campaign(folder / "demo.toml").jobs if job.output.format == "pdf")
    found = records(folder)
    assert found[".pdf"]["profile"] == {"name": "shop", "digest": job.output.profile.digest}
    assert found[".pdf"]["bleed_mm"] == 4
    assert found[".png"]["profile"] is None
    run(folder, profile="home")
    assert records(folder)[".pdf"]["profile"] == {"name": "home", "digest": HOME.digest}


def test_what_the_profile_wants_makes_pdfs_anew_and_what_it_says_of_itself_does_not(folder: Path) -> None:
    first = run(folder)
    assert len(first.made) == 2
    write(folder / "profiles" / "shop.toml", SHOP.replace("A shop.", "Another.").replace("example.org", "example.com"))
    assert run(folder).made == ()
    for line in ('safe = "9mm"', "most_ink = 290", "dpi = 151", "[finishing]\ncut = true", '[condition]\ninfo = "x"'):
        write(folder / "profiles" / "shop.toml", f"{SHOP}{line}\n")
        done = run(folder, explain="*.pdf")
        assert [Path(name).suffix for name in done.made] == [".pdf"], line
        assert [str(one.why) for one in done.why] == ["made anew, because this changed: what the printer wants."]
    assert run(folder, explain="*").made == ()


def test_other_machines_get_the_icc_profile(folder: Path) -> None:
    header = bytearray(200)
    header[12:16], header[16:20], header[36:40] = b"prtr", b"CMYK", b"acsp"
    (folder / "profiles" / "own.icc").write_bytes(header)
    write(folder / "profiles" / "shop.toml", f'{SHOP}[condition]\nicc = "own.icc"\n')
    plan = plan_campaign(folder / "demo.toml")
    parcel = pack(plan.inputs.world, plan.jobs)
    (own,) = (source for source in parcel.sources if source is not None)
    there = Engine(World([own])).world
    assert there.file("profiles/own.icc").read() == bytes(header)
