"""What a batch makes for whoever prints: proofs, sheets for home printers, the message to a shop, preflight's report."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema
import pikepdf
import pytest

from placards.campaign.run import batch
from placards.plan.planner import plan_campaign

from .support import make_folder

CAMPAIGN = """[campaign]
name = "March"

[print]
profile = "press-x4"
{print}

[[set]]
name = "set"
layouts = ["plain"]
slogans = ["demo/one"]
languages = ["en"]
sizes = ["a5"]
formats = ["pdf", "png"]
copies = 20
stock = "170 g"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_folder(tmp_path)
    return tmp_path


def run(folder: Path, print_keys: str = "", **wishes: object) -> tuple[Path, dict[str, object]]:
    campaign = folder / "march.toml"
    campaign.write_text(CAMPAIGN.format(print=print_keys), encoding="utf-8")
    out = folder / "out"
    done = batch(plan_campaign(campaign), out, jobs=1, **wishes)  # type: ignore[arg-type]
    assert not done.failed, done.failed
    (record,) = (r for r in json.loads((out / "manifest.json").read_text())["artefacts"] if r["file"].endswith(".pdf"))
    return out, record


def names(out: Path) -> set[str]:
    files = (path for path in out.rglob("*") if path.is_file() and "thumbnails" not in path.parts)
    return {path.relative_to(out).as_posix() for path in files}


LISTS = {"SHA256SUMS", "picking-list.csv", "index.html", "manifest.json"}


def test_nothing_stands_beside_what_nobody_asked_for(folder: Path) -> None:
    out, record = run(folder)
    assert names(out) == {"set/en/one-a5.pdf", "set/en/one-a5.png", *LISTS}
    assert "preflight" not in record


def test_proofs_and_sheets_stand_beside_pdfs_alone(folder: Path) -> None:
    out, record = run(folder, 'proof = "png"\ntile = "a6"')
    more = {"set/en/one-a5.proof.png", "set/en/one-a5.tiles-a6.pdf", "price-request.txt"}
    assert names(out) == {"set/en/one-a5.pdf", "set/en/one-a5.png", *more, *LISTS}
    assert isinstance(record["files"], list)
    assert [entry["file"] for entry in record["files"]] == [
        "set/en/one-a5.pdf", "set/en/one-a5.proof.png", "set/en/one-a5.tiles-a6.pdf",
    ]  # fmt: skip
    with pikepdf.open(out / "set/en/one-a5.tiles-a6.pdf") as pdf:
        sizes = {tuple(round(float(v), 1) for v in page.MediaBox[2:]) for page in pdf.pages}
        assert sizes <= {(297.6, 419.5), (419.5, 297.6)}
        assert len(pdf.pages) > 2
    message = (out / "price-request.txt").read_text(encoding="utf-8")
    assert "File: set/en/one-a5.pdf\n" in message
    assert "Quantity: 20\n" in message
    assert "Paper: 170 g\n" in message


def test_a_second_run_leaves_all_of_it_alone_and_one_without_takes_it_away(folder: Path) -> None:
    wishes = 'proof = "pdf"\ntile = "a6"\npreflight = true'
    out, _ = run(folder, wishes)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    out, _ = run(folder, wishes)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
    (out / "set/en/one-a5.proof.pdf").write_bytes(b"edited")
    out, record = run(folder)
    assert names(out) - {"price-request.txt", "report.html"} == {
        "set/en/one-a5.pdf", "set/en/one-a5.png", "set/en/one-a5.proof.pdf", *LISTS,
    }  # fmt: skip
    assert (out / "set/en/one-a5.proof.pdf").read_bytes() == b"edited", "somebody's work is not ours to remove"
    assert "files" not in record


def test_what_preflight_says_is_in_the_manifest_and_in_the_report(folder: Path) -> None:
    out, record = run(folder, "preflight = true")
    said = record["preflight"]
    assert isinstance(said, dict)
    assert said["errors"] == 0
    assert [(v["standard"], v["passed"]) for v in said["verdicts"]] == [("pdf/x-4", True)]
    assert said["distances"][0]["text"]
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "1 file, 0 with errors." in page
    assert 'href="set/en/one-a5.pdf"' in page
    assert "PDF/X-4: all of" in page
    schema = json.loads((Path(__file__).parents[2] / "placards/campaign/manifest.schema.json").read_text())
    jsonschema.validate(json.loads((out / "manifest.json").read_text()), schema)
    sums = (out / "SHA256SUMS").read_text()
    assert "report.html" in sums


def test_the_report_runs_nothing_and_shows_what_was_typed(folder: Path) -> None:
    from placards.campaign.derived.report import report_file

    wicked = '<script>alert("x")</script>'
    said = {
        "errors": 1, "warnings": 0, "verdicts": [{"standard": "pdf/x-4", "passed": False, "rules": 3, "broken": ["b"]}],
        "findings": [{"rule": "b", "severity": "error", "problem": wicked, "remedy": wicked, "sources": [wicked]}],
        "distances": [
            {"text": wicked, "language": '"><script>', "height_mm": 5.0, "comfortable_m": 1.0, "limit_m": 2.0}
        ],
        "not_checked": [wicked],
    }  # fmt: skip
    (page,) = report_file([{"file": f"{wicked}.pdf", "preflight": said}], wicked).values()
    text = page.decode()
    assert "<script" not in text
    assert text.count("&lt;script&gt;") >= 7
    assert re.search(r"default-src 'none'", text)
    assert "broken (b)" in text


def test_a_paper_that_there_is_not_is_named_with_its_line(folder: Path) -> None:
    campaign = folder / "march.toml"
    campaign.write_text(CAMPAIGN.format(print='tile = "a4,3mm,5mm,9mm"'), encoding="utf-8")
    made = plan_campaign(campaign)
    assert not made.jobs or made.problems
    (problem, *_) = made.problems
    assert (problem.code, problem.place.key) == ("tile-wish", "print.tile")


def test_a_page_of_tiles_is_the_screens_colours(folder: Path) -> None:
    """Home printers know no press's inks, whatever the profile of the file beside."""
    out, _ = run(folder, 'tile = "a6"')
    data = (out / "set/en/one-a5.tiles-a6.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = b"".join(
            obj.read_bytes()
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Form"
        )
    assert re.search(rb"[\d.]+ [\d.]+ [\d.]+ rg", content)
    assert not re.search(rb"(?:[\d.]+ ){4}k\b", content)


def test_python_may_ask_for_it_too(folder: Path) -> None:
    campaign = folder / "march.toml"
    text = CAMPAIGN.format(print="").replace("[print]", '[variables]\nedition = "first"\n\n[print]')
    campaign.write_text(text.replace('stock = "170 g"', 'stock = "{edition}"'), encoding="utf-8")
    out = folder / "out"
    batch(campaign, out, proof="pdf", tile="a6", preflight=True, variables={"edition": {"": "second"}})
    assert {"set/en/one-a5.proof.pdf", "set/en/one-a5.tiles-a6.pdf", "report.html"} <= names(out)
    assert "Paper: second\n" in (out / "price-request.txt").read_text(encoding="utf-8")
