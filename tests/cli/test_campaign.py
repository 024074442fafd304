"""`placards campaign`: a new one works at once, checking and planning make nothing, and every figure has its source."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from placards.cli.campaign_told import isolated
from placards.files.shipped import templates_folder
from placards.kit.campaign_schema import campaign_schema
from placards.plan import planner
from placards.values.sheet import parse_sheet

from ..campaign.support import MANY, campaign, make_folder, one_set, write_layout
from .support import assert_plain
from .test_commands import EXPECTED, normal, run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_folder(tmp_path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> dict[str, Any]:
    """What ``plan --json`` says."""
    assert run("campaign", "plan", *arguments, "--json") == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", ["new", "check", "plan", "schema"])
def test_help(
    command: str,
    golden: Callable[[Path, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run("campaign", command, "--help") == 0
    golden(EXPECTED / "campaign" / f"{command}.txt", normal(capsys.readouterr().out))


def test_a_command_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("campaign", "chek") == 2
    assert_plain(capsys.readouterr().err, "there is no “placards campaign chek”", "“check”")


# --- new -----------------------------------------------------------------------------------------------------------


def test_a_new_campaign_works_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("campaign", "new", "river-day") == 0
    toml, schema, rows, hint = capsys.readouterr().out.splitlines()
    assert [toml, schema, rows] == [
        "river-day/campaign.toml", "river-day/campaign.schema.json", "river-day/posters.csv",
    ]  # fmt: skip
    assert hint == f"See what it would make: placards campaign plan {toml}"
    text = Path(toml).read_text(encoding="utf-8")
    assert text.splitlines()[0] == "#:schema ./campaign.schema.json"
    assert "%" not in text
    assert tomllib.loads(text)["campaign"]["name"] == "River day"
    assert run("campaign", "check", toml) == 0
    assert capsys.readouterr().out == "1 campaign checked: 0 errors, 0 warnings.\n"
    assert run("campaign", "check", rows) == 0
    assert capsys.readouterr().out == "1 campaign checked: 0 errors, 0 warnings.\n"
    found = told(capsys, toml)
    assert found["artefacts"] == 35
    assert found["skipped"] == []
    # Each thing that the comments tell of is there.
    assert found["excluded"] == 1
    assert {row["size"] for row in found["counts"] if row["language"] == "ur" and row["set"] == "placards"} == {
        "a2", "a3", "banner-300x100cm"
    }  # fmt: skip
    assert run("batch", toml, "--out", "out", "--only", "event/*", "--set", "city=York", "--set", "city@ur=یارک") == 0
    records = json.loads(Path("out/manifest.json").read_bytes())["artefacts"]
    shown = {r["languages"][0]: " ".join(line for t in r["texts"] for line in t["lines"]) for r in records}
    assert "York" in shown["es"]
    assert "یارک" in shown["ur"]
    assert "Leeds" not in str(shown)


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("mine", "link"):
        assert run("campaign", "new", name, "--path", tmp_path) == 2
        assert_plain(capsys.readouterr().err, "is there already")
    for name, part in (("Bad Name", "cannot be the name of a campaign’s folder"), ("../x", "cannot be the name")):
        assert run("campaign", "new", name, "--path", tmp_path) == 2
        assert_plain(capsys.readouterr().err, part)
    assert run("campaign", "new", "x", "--path", tmp_path / "nowhere") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "mine"]


# --- schema --------------------------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """TOML's values as JSON's: dates and times are texts to editors."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return list(map(plain, value))
    return value if isinstance(value, str | int | float | bool) else str(value)


STARTER = (Path(planner.__file__).parents[1] / "kit" / "campaign.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft7Validator:
    jsonschema.Draft7Validator.check_schema(campaign_schema())
    return jsonschema.Draft7Validator(campaign_schema())


def test_the_schema_takes_what_the_program_takes(schema: jsonschema.Draft7Validator) -> None:
    shipped = [path.read_text(encoding="utf-8") for path in sorted(templates_folder().glob("campaigns/*.toml"))]
    for text in [*shipped, STARTER]:
        assert [error.message for error in schema.iter_errors(plain(tomllib.loads(text)))] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("[variables]", "[variable]"),
        ('layouts = ["big"]', 'layout = ["big"]'),
        ('layouts = ["big"]', 'layouts = "big"'),
        ('language = "es", slogan', 'langauge = "es", slogan'),
        ('{ layout = "wide-banner"', '{ layouts = "wide-banner"'),
        ('sizes = ["a2", "a3"]', 'size = "a2"'),
        ('formats = ["pdf", "png"]', 'formats = ["pdf", "docx"]'),
        ("copies = 20", "copies = 0"),
        ("time = 10:00:00", "details = { qoute = 'x' }"),
        ("day = 2027-09-24", "day = true"),
    ],
)
def test_the_schema_marks_mistakes(right: str, wrong: str, schema: jsonschema.Draft7Validator) -> None:
    assert right in STARTER
    assert not schema.is_valid(plain(tomllib.loads(STARTER.replace(right, wrong, 1))))


def test_the_schema_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("campaign", "schema") == 0
    assert json.loads(capsys.readouterr().out) == campaign_schema()
    assert run("campaign", "schema", "-o", tmp_path / "s.json") == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == campaign_schema()


# --- check ---------------------------------------------------------------------------------------------------------


def test_check_says_everything_and_makes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = campaign(folder, one_set(slogans=["one"]), name="good.toml")
    bad = campaign(
        folder, one_set(slogans=["one", "oen"], layouts=["plain", "plian"], files="CON/{n}.pdf"), name="bad.toml"
    )
    broken = campaign(folder, one_set(sizes=["a33"], text="{x}"), name="broken.toml")
    before = everything(folder)
    assert run("campaign", "check", good, bad, broken, "nope", "climate") == 1
    out = capsys.readouterr().out
    for part in (
        "error: bad.toml:9:19: set[0].slogans[1]: ", "“oen”", "“plian”", "CON_/1.pdf", "error: broken.toml:8:", "“a33”",
        "error: there is no campaign “nope”", "5 campaigns checked: 4 errors, 0 warnings, 2 notes.",
    ):  # fmt: skip
        assert part in out.replace(f"{folder}/", ""), out
    assert run("campaign", "check", good, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert everything(folder) == before


def test_check_says_what_only_the_whole_shows(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = campaign(folder, one_set(slogans=["two"], languages=["fr"]), name="empty.toml")
    assert run("campaign", "check", empty) == 1
    assert "there is nothing to make; 1 message is missing or fuzzy" in capsys.readouterr().out
    some = campaign(folder, one_set(slogans=["two"], languages=["de", "ar"]), name="some.toml")
    assert run("campaign", "check", some, "--require", "approved") == 1
    out = capsys.readouterr().out
    assert "“demo/two” in de is fuzzy, not approved" in out
    assert "“demo/two” in ar is translated, not approved" in out
    assert run("campaign", "check", some, "--draft", "--require", "approved") == 1
    assert "contradict" in capsys.readouterr().out
    assert run("campaign", "check", some, "--set", "x") == 2
    assert_plain(capsys.readouterr().err, "“x” gives no variable a value")
    monkeypatch.setattr("placards.cli.campaign_asked.MAX_JOBS", 1)
    many = campaign(folder, one_set(slogans=["one", "two"]), name="many.toml")
    assert run("campaign", "check", many) == 0
    assert "note: this is 2 artefacts: “placards batch” makes more than 1 with --yes only." in capsys.readouterr().out


def test_check_finds_a_broken_font(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "fonts").mkdir()
    (folder / "fonts" / "Own.ttf").write_bytes(b"no font")
    assert run("campaign", "check", campaign(folder, one_set(slogans=["one"]))) == 1
    assert "Own.ttf" in capsys.readouterr().out


# --- plan ----------------------------------------------------------------------------------------------------------

SETS = (
    one_set("a", slogans=["one", "two"], languages=["en", "ar", "de"], sizes=["a6", "a3"], copies=10)
    + 'exclude = [{ language = "ar", size = "a3", slogan = "two" }]\n'
    + one_set("b", slogans=["one"], sizes=["banner-200x50cm", "square"], formats=["pdf", "png"], copies=2, stock="PVC")
)


def test_counts_and_paper(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, SETS)
    before = everything(folder)
    found = told(capsys, file)
    assert everything(folder) == before
    # a: 2 × en, 2 × ar, 1 × de (the other is fuzzy) × 2 sizes, without one; b: 2 sizes × 2 formats.
    assert (found["artefacts"], found["copies"], found["excluded"]) == (13, 9 * 10 + 4 * 2, 1)
    assert found["skipped"] == [{"set": "a", "slogan": "demo/two", "language": "de", "status": "fuzzy"}]
    by = {(r["set"], r["language"], r["size"], r["format"]): (r["artefacts"], r["copies"]) for r in found["counts"]}
    assert by["a", "ar", "a3", "pdf"] == (1, 10)
    assert by["a", "en", "a6", "pdf"] == (2, 20)
    assert by["b", "en", "square", "png"] == (1, 2)
    paper = {row["size"]: row for row in found["paper"]}
    assert set(paper) == {"a6", "a3", "banner-200x50cm"}, "what is for screens, and images, are no paper"
    width, height = (side / 72 * 0.0254 for side in parse_sheet("a3").trim)
    assert paper["a3"]["sheets"] == 40
    assert paper["a3"]["square_metres"] == pytest.approx(40 * width * height, abs=0.01)
    assert paper["banner-200x50cm"] == {
        "size": "banner-200x50cm", "stock": "PVC", "artefacts": 1, "copies": 2, "sheets": 2, "square_metres": 2.0,
        "banner": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("language", {"en": 8, "ar": 3, "de": 2}),
        ("set", {"a": 9, "b": 4}),
        ("layout", {"plain": 13}),
        ("size", {"a6": 5, "a3": 4, "banner-200x50cm": 2, "square": 2}),
        ("format", {"pdf": 11, "png": 2}),
    ],
)
def test_counted_by_one_thing(
    by: str, expected: dict[str, int], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = campaign(folder, SETS)
    found = told(capsys, file, "--by", by)
    assert {row[by]: row["artefacts"] for row in found["counts"]} == expected
    assert run("campaign", "plan", file, "--by", by) == 0
    table = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert table[0].split()[0] == by
    assert [line.split()[0] for line in table[1:]] == list(expected)


def test_only_a_part(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, SETS)
    assert told(capsys, file, "--only", "b/*")["artefacts"] == 4
    assert run("campaign", "plan", file, "--only", "x/*") == 2
    assert_plain(capsys.readouterr().err, "no artefact matches “x/*”")


def test_nothing_is_guessed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, SETS)
    unknown = {"total": None, "measured": 0, "estimated": 0, "unknown": 13}
    found = told(capsys, file)
    assert (found["bytes"], found["seconds"]) == (unknown, unknown)
    assert run("campaign", "plan", file) == 0
    out = capsys.readouterr().out
    assert "bytes and time: not known, because nothing was measured. --sample 12" in out
    assert "left out: 1 artefact by “exclude”" in out
    assert "left out: 1 fuzzy message (de 1). Use them with --draft." in out
    assert out.endswith("13 artefacts planned, none made.\n")


def test_what_an_earlier_run_made_is_known_to_the_byte(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, SETS)
    assert run("batch", file, "--only", "a/*", "-j", "1") == 0
    capsys.readouterr()
    before = everything(folder)
    made = {r["file"]: r["bytes"] for r in json.loads((folder / "out" / "manifest.json").read_bytes())["artefacts"]}
    assert sum((folder / "out" / name).stat().st_size for name in made) == sum(made.values())
    part = told(capsys, file, "--only", "a/*")
    assert part["bytes"] == {"total": sum(made.values()), "measured": 9, "estimated": 0, "unknown": 0}
    whole = told(capsys, file)["bytes"]
    # Two further PDFs of the layout count as the mean of those that were made; of PNG nothing is known.
    mean = sum(made.values()) / 9
    assert whole == {
        "total": pytest.approx(sum(made.values()) + 2 * mean, abs=1),
        "measured": 9,
        "estimated": 2,
        "unknown": 2,
    }
    assert run("campaign", "plan", file) == 0
    out = capsys.readouterr().out
    assert "9 measured, 2 estimated from others like them, 2 not known, and not in it (by the manifest in out)" in out
    assert "time: not known. --sample 12" in out
    assert everything(folder) == before


def test_pages_that_were_made_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_layout(folder, "many", MANY)
    file = campaign(folder, one_set(slogans=["one"], copies=3))
    (folder / "out").mkdir()
    record = {"file": "set/en/one-a6.pdf", "layout": "plain", "size": "a6", "bytes": 5, "pages": 4}
    (folder / "out" / "manifest.json").write_text(json.dumps({"placards": "1", "artefacts": [record]}))
    assert told(capsys, file)["paper"][0]["sheets"] == 12
    assert run("campaign", "plan", file) == 0
    assert "paper: 12 sheets (0.19 m²), by the pages that were made" in capsys.readouterr().out


@pytest.mark.parametrize(
    "manifest",
    [
        "", "{", "[]", "null", '{"artefacts": 3}', '{"artefacts": [3, null, {}, {"file": 1}]}', "\ud800".encode("utf-8", "surrogatepass"),
        '{"artefacts": [{"file": "set/en/one-a6.pdf", "layout": "plain", "size": "a6", "bytes": "5"}]}',
        '{"artefacts": [{"file": "set/en/one-a6.pdf", "layout": "plain", "size": "a6", "bytes": -5}]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_a_damaged_manifest_tells_nothing(
    manifest: str | bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = campaign(folder, one_set(slogans=["one"]))
    (folder / "out").mkdir()
    data = manifest.encode() if isinstance(manifest, str) else manifest
    (folder / "out" / "manifest.json").write_bytes(data)
    assert told(capsys, file)["bytes"]["total"] is None
    assert (folder / "out" / "manifest.json").read_bytes() == data


def test_a_sample_is_made_and_measured(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, SETS)
    before = everything(folder)
    found = told(capsys, file, "--sample", "6")
    assert everything(folder) == before
    assert found["sampled"] == 6
    assert (found["bytes"]["measured"], found["bytes"]["unknown"]) == (6, 0)
    assert (found["seconds"]["measured"], found["seconds"]["unknown"]) == (5, 0), "the first one warms up"
    assert found["seconds"]["total"] > 0
    again = told(capsys, file, "--sample", "6")
    assert again["bytes"] == found["bytes"], "the same jobs, the same bytes"
    everyone = told(capsys, file, "--sample", "1000")
    assert everyone["bytes"]["measured"] == 13
    assert run("campaign", "plan", file, "--sample", "0") == 2
    assert_plain(capsys.readouterr().err, "0 artefacts are no sample")


def test_what_a_sample_cannot_make_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, one_set(text="\U00010fff" * 3))
    found = told(capsys, file, "--sample", "1", code=1)
    assert [one["code"] for one in found["diagnostics"]] == ["job-glyph-missing"]
    assert found["bytes"]["total"] is None


def test_problems_of_the_plan_are_said_and_end_with_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, one_set(slogans=["one", "oen"]))
    assert run("campaign", "plan", file) == 1
    out = capsys.readouterr().out
    assert "“oen”" in out
    assert out.endswith("1 artefact planned, none made, 1 problem; see above.\n")


def test_drafts_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = campaign(folder, SETS)
    assert told(capsys, file, "--draft")["drafts"] == 2
    assert run("campaign", "plan", file, "--draft") == 0
    assert "drafts: 2 artefacts with words that nobody is sure of" in capsys.readouterr().out


def test_right_to_left_words_do_not_turn_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert isolated("PVC") == "PVC"
    file = campaign(folder, one_set(slogans=["one"], stock="کاغذ ۱۷۰"), 'name = "مارچ"')
    assert run("campaign", "plan", file) == 0
    out = capsys.readouterr().out
    assert out.startswith("\u2068مارچ\u2069: 1 artefact in 1 language\n")
    assert "\u2068کاغذ ۱۷۰\u2069" in out


def test_batch_sets_variables(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = 'name = "X"\n[variables]\nfolder = "one"\n'
    file = campaign(folder, one_set(slogans=["one"], files="{folder}/{language}.{format}"), head)
    assert run("batch", file, "-j", "1", "--set", "folder=two") == 0
    assert (folder / "out" / "two" / "en.pdf").is_file()
    capsys.readouterr()
    assert run("batch", file, "-j", "1", "--set", "fodler=two") == 2
    assert_plain(capsys.readouterr().err, "no variable “fodler”", "“folder”")
