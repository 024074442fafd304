"""Every command as a user runs it: exit codes, plain sentences, and the JSON that programs rely on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from placards.cli.main import COMMANDS, main
from placards.locale.language import parse_language
from placards.values.sheet import parse_sheet

from ..campaign.support import campaign, make_folder, one_set
from .support import ROOT, assert_plain, environment, placards

EXPECTED = Path(__file__).parent / "expected"


def run(*arguments: str | Path) -> int:
    """The exit code of a call in this process."""
    try:
        return main([str(a) for a in arguments])
    except SystemExit as error:
        return int(error.code or 0)


# --- help ----------------------------------------------------------------------------------------------------------


def normal(text: str) -> str:
    """The same for every Python: 3.13 writes “-j, --jobs N” where 3.11 wrote “-j N, --jobs N”, and wraps otherwise."""
    text = re.sub(r"(-\w) [A-Z]+, (--\w+ [A-Z]+)", r"\1, \2", text)
    usage, _, rest = text.partition("\n\n")
    usage = " ".join(usage.split())
    rest = re.sub(r"\n {10,}", " ", rest)
    rest = re.sub(r"(?m)^(  \S.*?) {2,}(?=\S)", r"\1  ", rest)
    return f"{usage}\n\n{rest}"


@pytest.mark.parametrize("command", COMMANDS)
def test_help(
    command: str,
    golden: Callable[[Path, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(command, "--help") == 0
    golden(EXPECTED / f"{command}.txt", normal(capsys.readouterr().out))


def test_overview(golden: Callable[[Path, str], None], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    shown = capsys.readouterr().out
    golden(EXPECTED / "overview.txt", shown)
    assert all(f"\n  {command} " in shown for command in COMMANDS)
    assert run() == 2
    assert capsys.readouterr().out == shown


def test_no_snapshot_is_left_over() -> None:
    assert {path.stem for path in EXPECTED.glob("*.txt")} <= {*COMMANDS, "overview"}


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert re.fullmatch(r"placards \d+\.\d+.*\n", capsys.readouterr().out)


# --- exit code 2: what cannot be used ------------------------------------------------------------------------------

UNUSABLE: list[tuple[list[str], list[str]]] = [
    (["bach"], ["there is no command “bach”", "“batch”"]),
    (["make"], ["give a text or a slogan", "placards make"]),
    (["make", "Hi", "--slogan", "climate/clean-air"], ["give a text or a slogan"]),
    (["make", "Hi", "--nonsense"], ["--nonsense", "placards make --help"]),
    (["make", "Hi", "--dpi", "many"], ["--dpi", "many", "--help"]),
    (["make", "Hi", "--dpi", "5"], ["5 dpi", "30 to 1200"]),
    (["make", "Hi", "--dpi", "nan"], ["nan dpi", "30 to 1200"]),
    (["make", "Hi", "--lang", "zzz"], ["“zzz” is not a known language"]),
    (["make", "Hi", "--lang", "klingon"], ["“klingon” is not a known language"]),
    (["make", "Hi", "--lang", "e n"], ["“e n” is not a language tag", "BCP 47"]),
    (["make", "Hi", "--layout", "bgi"], ["there is no layout “bgi”", "“big”"]),
    (["make", "Hi", "--size", "a33"], ["“a33” is not a size", "“a3”"]),
    (["make", "Hi", "--size", "0x0mm"], ["“0x0mm” is not a usable size", "10 mm (38 pixels) to 50 m"]),
    (["make", "Hi", "--size", "99999x3m"], ["not a usable size"]),
    (["make", "Hi", "--palette", "lanten"], ["no palette “lanten”", "“lantern”"]),
    (["make", "Hi", "--date", "tomorrow"], ["tomorrow", "2027-04-14"]),
    (["make", "Hi", "--time", "25:00"], ["16:30"]),
    (["make", "Hi", "-o", "x.docx"], ["“.docx”", ".pdf, .svg"]),
    (["make", "Hi", "-o", "x"], ["“x” has no suffix", ".pdf"]),
    (["make", "Hi", "--path", "nowhere"], ["nowhere” is not a folder", "--path"]),
    (
        ["make", "Hi", "Ho", "--lang", "en"],
        ["number of texts (2) is not that of languages (1)", "in quotation marks", "one for each --lang"],
    ),
    (["make", "--slogan", "climate/clean-iar"], ["“climate/clean-iar”", "“clean-air”"]),
    (["make", "--slogan", "nothing/clean-air"], ["no slogan pack “nothing”"]),
    (["make", ""], ["empty"]),
    (["make", "   "], ["empty"]),
    (["make", "\u200b\u2060"], ["empty"]),
    (["make", "x" * 5000], ["5,000 characters", "2,000"]),
    (["make", "a\x07b"], ["character 2", "U+0007", "control character"]),
    (["make", "a\x1b[31mb"], ["U+001B"]),
    (["make", "\ufffd"], ["U+FFFD", "UTF-8"]),
    (["make", "\U000f0000"], ["U+F0000", "no font can draw"]),
    (["make", "ᚠ", "--lang", "en"], ["U+16A0", "no font can draw", "fonts"]),
    (["list"], ["what", "--help"]),
    (["list", "fruits"], ["fruits", "layouts"]),
    (["check", "nowhere.toml"], ["nowhere.toml", "no such file"]),
    (["check", __file__], ["nothing that can be checked", ".toml"]),
    (["shape"], ["give a text or --lines"]),
    (["shape", "Hi", "--lines", "-"], ["give a text or --lines"]),
    (["shape", ""], ["empty"]),
    (["shape", "Hi", "--lang", "e n"], ["“e n” is not a language tag"]),
    (["shape", "Hi", "--font", "no-such.ttf"], ["no-such.ttf", "no such file"]),
    (["shape", "Hi", "--font", __file__], ["not a usable font"]),
    (["shape", "--lines", "nowhere.jsonl"], ["nowhere.jsonl", "no such file"]),
    (["text"], ["text", "--help"]),
    (["text", "Hi", "--lang", "e n"], ["“e n”"]),
    (["batch"], ["campaign", "--help"]),
    (["batch", "x.toml", "-j", "many"], ["-j", "many"]),
]


@pytest.mark.parametrize(
    ("arguments", "parts"),
    UNUSABLE,
    ids=lambda value: " ".join(value)[:60].encode("ascii", "backslashreplace").decode(),
)
def test_unusable(
    arguments: list[str],
    parts: list[str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert_plain(captured.err, *parts)
    assert len(captured.err.splitlines()) == 1, "one sentence"
    assert captured.out == ""
    assert list(tmp_path.iterdir()) == [], "nothing half-written"


def test_half_a_surrogate_pair(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "placards", "make", b"a\xffb"],
        cwd=tmp_path, env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert_plain(done.stderr.decode(), "character 2", "half of a surrogate pair", "UTF-8")


# --- make ----------------------------------------------------------------------------------------------------------

MAGIC = {
    ".pdf": b"%PDF-", ".svg": b"<", ".png": b"\x89PNG", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".webp": b"RIFF",
}  # fmt: skip


@pytest.mark.parametrize("suffix", MAGIC)
def test_make_picks_the_kind_by_suffix(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "deep" / f"Frieden{suffix.upper()}"
    assert run("make", "Frieden", "--lang", "de", "--size", "a6", "--dpi", "40", "-o", target) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{target}\n"
    assert captured.err == ""
    assert target.read_bytes().startswith(MAGIC[suffix])
    assert [p.name for p in target.parent.iterdir()] == [target.name]


def test_make_names_the_file_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("make", "سلام", "--lang", "fa") == 0
    assert run("make", "--slogan", "climate/water-is-life", "--lang", "en") == 0
    assert {p.name for p in tmp_path.iterdir()} == {"placard-fa.pdf", "water-is-life-en.pdf"}


def test_make_takes_a_fuzzy_translation_as_draft_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_folder(tmp_path / "own")
    common = ("--slogan", "demo/two", "--lang", "de", "--path", folder, "-o", tmp_path / "x.pdf")
    assert run("make", *common) == 2
    assert_plain(capsys.readouterr().err, "fuzzy", "“Frieden für alle”", "--draft")
    assert run("make", *common, "--draft") == 0
    assert run("make", "--slogan", "demo/two", "--lang", "fr", "--path", folder) == 2
    assert_plain(capsys.readouterr().err, "“demo/two” has no translation into fr", "catalog")


def test_make_warns_of_what_it_takes_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "x.svg"
    title = "\u202eecaep\u202c for all"
    assert run("make", title, "--organiser", "\u202dUs", "--link", "https://a.org/\u202ex", "-o", target) == 0
    err = capsys.readouterr().err
    assert "U+202E" in err
    assert "taken out" in err
    svg = target.read_text(encoding="utf-8")
    assert not re.search("[\u202a-\u202e]|&#x?202[a-e]|&#823[4-8]", svg)
    pdf = tmp_path / "x.pdf"
    assert run("make", title, "-o", pdf) == 0
    for encoded in ("\u202e".encode("utf-16-be"), "\u202e".encode()):
        assert encoded not in pdf.read_bytes()


def test_make_full_disk(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    for target in (tmp_path / "f" / "x.pdf", Path("/proc/x.pdf")):
        done = placards("make", "Hi", "-o", target, cwd=tmp_path)
        assert done.returncode == 2
        assert_plain(done.stderr, str(target))


# --- list and check ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["layouts", "slogans", "languages", "palettes", "sizes", "fonts", "campaigns"])
def test_list(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", what, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert isinstance(rows, list)
    assert run("list", what) == 0
    table = capsys.readouterr().out
    for row in rows:
        first = str(next(iter(row.values())))
        assert first in table
    if what == "sizes":
        for row in rows[:-1]:
            assert parse_sheet(row["name"]).name == row["name"]
    if what == "languages":
        assert {"ar", "ur", "zh-Hant"} <= {row["tag"] for row in rows}
        assert next(row for row in rows if row["tag"] == "ur")["direction"] == "rtl"
        for row in rows:
            parse_language(row["tag"])
    if what == "slogans":
        assert "climate/water-is-life" in {row["name"] for row in rows}
    if what == "fonts":
        assert all(row["license"] for row in rows if not row["own"])


def test_list_shows_what_the_user_brings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_folder(tmp_path)
    for what, name in (("layouts", "plain"), ("slogans", "demo/one")):
        assert run("list", what, "--json", "--path", folder) == 0
        assert name in {row["name"] for row in json.loads(capsys.readouterr().out)}


def test_check_finds_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_folder(tmp_path)
    campaign(folder, one_set(slogans=["demo/one"]))
    assert run("check", folder) == 0
    assert "0 errors" in capsys.readouterr().out
    layout = folder / "layouts" / "plain" / "layout.toml"
    layout.write_text(
        layout.read_text().replace('show = "date"', 'show = "dat"').replace('id = "ground"', 'idd = "ground"')
    )
    (folder / "slogans" / "bad.toml").write_text("[pack\n")
    (folder / "fonts").mkdir()
    (folder / "fonts" / "x.ttf").write_bytes(b"nothing")
    (folder / "locale" / "ar" / "LC_MESSAGES" / "demo.po").write_text('msgid "a\n')
    campaign(folder, one_set(slogans=["demo/eno"]))
    assert run("check", folder, "--json") == 1
    problems = [f["problem"] for f in json.loads(capsys.readouterr().out) if f["severity"] == "error"]
    for part in ("layout.toml:14", "layout.toml:4", "bad.toml:1", "x.ttf", "demo.po:1", "demo/eno"):
        assert any(part in p for p in problems), (part, problems)
    assert any("“dat”" in p for p in problems)
    assert any("“idd”" in p for p in problems)
    assert run("check", folder) == 1
    shown = capsys.readouterr().out
    assert all(f"error: {p}" in shown for p in problems)


def test_what_is_shipped_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--json") == 0, capsys.readouterr().out
    assert [f for f in json.loads(capsys.readouterr().out) if f["severity"] == "error"] == []


# --- shape ---------------------------------------------------------------------------------------------------------


def assert_contract(data: dict[str, object], text: str, language: str) -> None:
    """The object of DESIGN.md, field by field."""
    assert list(data) == ["text", "language", "base_direction", "lines", "missing"]
    assert data["text"] == text
    assert data["language"] == language
    assert data["base_direction"] in ("ltr", "rtl")
    for line in data["lines"]:  # type: ignore[attr-defined]
        assert set(line) == {"text", "start", "end", "runs"}
        assert line["text"] == text[line["start"] : line["end"]]
        covered = []
        for run_ in line["runs"]:
            assert set(run_) == {"start", "end", "script", "level", "font", "variations", "upem", "glyphs"}
            assert line["start"] <= run_["start"] < run_["end"] <= line["end"]
            covered += range(run_["start"], run_["end"])
            assert re.fullmatch(r"[A-Z][a-z]{3}", run_["script"])
            assert isinstance(run_["level"], int)
            assert Path(run_["font"]).is_file()
            assert isinstance(run_["variations"], dict)
            assert run_["upem"] >= 16
            clusters = [glyph["cluster"] for glyph in run_["glyphs"]]
            assert clusters == sorted(clusters, reverse=bool(run_["level"] % 2)), "visual order"
            for glyph in run_["glyphs"]:
                assert set(glyph) == {"id", "cluster", "x_advance", "y_advance", "x_offset", "y_offset"}
                assert all(isinstance(value, int) for value in glyph.values())
                assert run_["start"] <= glyph["cluster"] < run_["end"]
        assert sorted(covered) == list(range(line["start"], line["end"]))
    for missing in data["missing"]:  # type: ignore[attr-defined]
        assert set(missing) == {"char", "code_point", "index"}
        assert text[missing["index"]] == missing["char"]
        assert missing["code_point"] == f"U+{ord(missing['char']):04X}"


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("Peace", "en", "ltr"),
        ("السلام 2027 Peace", "ar", "rtl"),
        ("انصاف", "ur", "rtl"),
        ("नमस्ते\nदुनिया", "hi", "ltr"),
        ("שלום", "he", "rtl"),
    ],
)
def test_shape_json(text: str, language: str, direction: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("shape", text, "--lang", language, "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert_contract(data, text, language)
    assert data["base_direction"] == direction
    assert data["missing"] == []
    assert len(data["lines"]) == text.count("\n") + 1


def test_shape_in_vertical_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("shape", "평화, 12월", "--lang", "ko", "--vertical", "--json") == 0
    (line,) = json.loads(capsys.readouterr().out)["lines"]
    shown = {run_["drawn"]: run_["stand"] for run_ in line["runs"]}
    assert shown == {"평화、": "upright", "\u200b": "turned", "12": "together", "월": "upright"}
    assert run("shape", "12월", "--lang", "ko", "--vertical") == 0
    table = capsys.readouterr().out
    assert "together  12" in table
    assert "+1000" in table, "advances downwards"


def test_shape_shows_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("shape", "aᚠb", "--lang", "en", "--json") == 1
    data = json.loads(capsys.readouterr().out)
    assert_contract(data, "aᚠb", "en")
    assert data["missing"] == [{"char": "ᚠ", "code_point": "U+16A0", "index": 1}]


def test_shape_with_a_font_and_a_direction(capsys: pytest.CaptureFixture[str]) -> None:
    font = next(ROOT.glob("fonts/Oswald/*.ttf"))
    assert run("shape", "abc", "--font", font, "--dir", "rtl", "--lang", "en", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["base_direction"] == "rtl"
    assert {Path(r["font"]).name for line in data["lines"] for r in line["runs"]} == {font.name}


def test_shape_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("shape", "سلام", "--lang", "fa") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("fa rtl\n")
    assert re.search(r"(?m)^  0\.\.4 Arab level 1 \S+\.ttf  سلام$", shown)


LINES = [
    ({"text": "Peace", "lang": "en"}, None),
    ({"text": "سلام", "lang": "fa"}, None),
    ({"text": "abc", "lang": "en", "dir": "rtl"}, None),
    ({"text": "a\nb", "lang": "en"}, None),
    ({"text": "", "lang": "en"}, "empty"),
    ({"text": "a\x07", "lang": "en"}, "U+0007"),
    ({"text": "x", "lang": "e n"}, "“e n”"),
    ({"text": "x", "lang": 3}, "“lang”"),
    ({"text": "x", "dir": "up"}, "“dir”"),
    ({"lang": "en"}, "“text”"),
    ([1], "“text”"),
]


def test_shape_lines_from_standard_input(tmp_path: Path) -> None:
    raw = [json.dumps(line, ensure_ascii=number % 2 == 0) for number, (line, _) in enumerate(LINES)]
    raw += ["{", "", "[" * 100_000, '{"text": "\\ud800", "lang": "en"}', "1" * 5000]
    stdin = "\n".join(raw).encode() + b'\n{"text": "\xff", "lang": "en"}\r\n{"text": "end"}'
    done = placards("shape", "--lines", "-", cwd=tmp_path, stdin=stdin)
    assert done.returncode == 1
    assert done.stderr == ""
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(out) == len(LINES) + 4 + 2, "one object for every line that is not blank"
    for (line, error), result in zip(LINES, out, strict=False):
        if error is None:
            assert isinstance(line, dict)
            assert_contract(result, line["text"], line["lang"])
        else:
            assert list(result) == ["error"]
            assert error in result["error"]
    assert out[2]["base_direction"] == "rtl"
    first_broken = out[len(LINES)]["error"]
    assert f"line {len(LINES) + 1} " in first_broken
    assert all(list(result) == ["error"] for result in out[len(LINES) : -1])
    assert "surrogate" in out[-2]["error"]
    assert out[-1]["text"] == "end"
    good = tmp_path / "good.jsonl"
    good.write_text('{"text": "Peace", "lang": "en"}\n', encoding="utf-8")
    assert placards("shape", "--lines", good, cwd=tmp_path).returncode == 0


# --- text ----------------------------------------------------------------------------------------------------------


def test_text_for_tools_that_cannot_shape(capsys: pytest.CaptureFixture[str]) -> None:
    import arabic_reshaper
    from bidi import get_display

    assert run("text", "لا سلام", "--lang", "ar") == 0
    assert capsys.readouterr().out == arabic_reshaper.reshape("لا سلام") + "\n"
    assert run("text", "לא 12", "--lang", "he", "--visual", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["text"] == get_display("לא 12")
    assert data["warnings"] == []


# --- streams -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["list slogans", "list slogans --json", "list languages"])
def test_a_reader_that_goes_away(command: str, tmp_path: Path) -> None:
    script = f'set -o pipefail; "{sys.executable}" -m placards {command} | head -n 1'
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0, done
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b""


def test_a_full_standard_output(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "placards", "list", "sizes"],
            cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert_plain(done.stderr.decode(), "No space left")


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_any_locale(locale: str, tmp_path: Path) -> None:
    env = environment(LANG=locale, LC_ALL=locale, PYTHONIOENCODING="ascii")
    done = placards("text", "سلام", "--lang", "fa", cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    assert done.stdout == placards("text", "سلام", "--lang", "fa", cwd=tmp_path).stdout


def test_an_internal_error_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("placards.cli.listing._print_table", broken)
    assert run("list", "sizes") == 1
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert "oops" in err
    assert "report" in err
