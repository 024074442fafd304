"""Profiles on the command line: listed, shown, checked, named on make and batch."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pikepdf
import pytest

from placards.cli.main import main
from placards.files.shipped import templates_folder

from .support import assert_plain, placards


def test_each_is_listed_in_a_sentence_with_source_and_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "profiles", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert len(rows) == 19
    assert rows["advalue"]["source"] == "advalue.co.za/artwork-specifications"
    assert rows["advalue"]["checked"] == "2026-11-27"
    assert main(["list", "profiles"]) == 0
    table = capsys.readouterr().out
    assert all(name in table for name in rows)


def test_one_s_own_is_listed_and_a_broken_one_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "mine.toml").write_text('summary = "Mine."', encoding="utf-8")
    (tmp_path / "profiles" / "broken.toml").write_text("bleeed = 3", encoding="utf-8")
    assert main(["list", "profiles", "--json", "--path", str(tmp_path)]) == 0
    told = capsys.readouterr()
    names = {row["name"] for row in json.loads(told.out)}
    assert "mine" in names
    assert "broken" not in names
    assert "broken.toml:1" in told.err


def test_check_looks_at_profiles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(templates_folder() / "profiles")]) == 0
    assert capsys.readouterr().out == "19 things checked: 0 errors, 0 warnings.\n"
    path = tmp_path / "shop.toml"
    path.write_text('extends = "press-x1a"\nlayers = true\ndpi = 60\n', encoding="utf-8")
    assert main(["check", str(path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {(one["code"], one["place"]["line"]) for one in found} == {("profile-x1a-has-none", 2), ("profile-dpi", 3)}
    (tmp_path / "profiles").mkdir()
    path.rename(tmp_path / "profiles" / "shop.toml")
    assert main(["check", str(tmp_path)]) == 1
    assert "1 thing checked: 2 errors" in capsys.readouterr().out


def test_show_tells_what_is_extended(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "show", "guildford"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {"bleed_mm: 51", "spots: no", "black.large: 60 40 40 100", "most_ink: 300 %"} <= set(lines)
    assert main(["profile", "show", "guildford", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["condition"]["name"] == "FOGRA39"


def test_the_schema_takes_what_is_shipped_and_no_other_key(capsys: pytest.CaptureFixture[str]) -> None:
    import tomllib

    assert main(["profile", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft7Validator.check_schema(schema)
    check = jsonschema.Draft7Validator(schema)
    for path in sorted((templates_folder() / "profiles").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        data["checked"] = str(data.get("checked", ""))  # a date, which JSON writes as a text
        assert check.is_valid(data), path.name
    assert not check.is_valid({"bleeed": "3mm"})
    assert not check.is_valid({"bleed": "3"})


def test_the_schema_of_campaigns_has_the_printer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["campaign", "schema"]) == 0
    text = capsys.readouterr().out
    schema = json.loads(text)
    assert "bleed" in json.dumps(schema["definitions"]["Print"])
    assert "$ref" in json.dumps(schema["properties"]["print"])


def test_make_with_a_shop_s_file(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text('extends = "press-x4"\nbleed = "6mm"\n', encoding="utf-8")
    done = placards("make", "Peace", "--size", "a6", "--profile", "shop.toml", "-o", "a.pdf", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "a.pdf\n"), done.stderr
    with pikepdf.open(io.BytesIO((tmp_path / "a.pdf").read_bytes())) as pdf:
        trim = [float(value) for value in pdf.pages[0].TrimBox]
        bleed = [float(value) for value in pdf.pages[0].BleedBox]
    assert trim[0] - bleed[0] == pytest.approx(6 * 72 / 25.4, abs=0.01)
    assert bleed[3] - trim[3] == pytest.approx(6 * 72 / 25.4, abs=0.01)


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("--profile", "pres-x4"), ("pres-x4", "press-x4")),
        (("--profile", "nowhere.toml"), ("nowhere.toml",)),
        (("--profile", "guildford", "--size", "30x60mm"), ("51 mm", "30x60mm")),
        (("--profile", "pureorange", "--size", "a6"), ("pureorange", "a6", "no room")),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(
    tmp_path: Path, arguments: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    done = placards("make", "Peace", *arguments, "-o", "a.pdf", cwd=tmp_path)
    assert done.returncode == 2
    assert_plain(done.stderr, *parts)
    assert not list(tmp_path.iterdir())


def test_a_profile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text('extends = "press-x4"\n', encoding="utf-8")
    before = path.read_bytes()
    done = placards("make", "Peace", "--profile", "shop.toml", "-o", "shop.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert path.read_bytes() == before


def test_batch_takes_a_profile(tmp_path: Path) -> None:
    text = (
        '[campaign]\nname = "March"\n[[set]]\nname = "a"\nlayouts = ["placard"]\ntext = "Peace"\nlanguages = ["en"]\n'
        'sizes = ["a6", "8x2m"]\n'
    )
    (tmp_path / "march.toml").write_text(text, encoding="utf-8")
    done = placards(
        "batch", "march.toml", "--profile", "press-x4", "--dry-run", "--explain", "*", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "8x2m-1to10.pdf" in done.stdout + done.stderr
