"""``placards make`` as a volunteer types it: what she gives is on the sheet or she is told; what is no use is refused."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from placards.cli.main import main

from ..campaign.support import make_folder
from .support import assert_plain, placards

A6 = ("--size", "a6")


def run(*arguments: str | Path) -> int:
    try:
        return main([str(a) for a in arguments])
    except SystemExit as error:
        return int(error.code or 0)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def warnings(capsys: pytest.CaptureFixture[str]) -> list[str]:
    err = capsys.readouterr().err
    assert all(line.startswith(("placards: warning: ", "placards: note: ")) for line in err.splitlines()), err
    return [line.partition(": ")[2] for line in err.splitlines()]


def test_two_languages_and_a_layout_for_one(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    """defects.md 2"""
    assert run("make", "Peace", "سلام", "--lang", "en", "--lang", "ar", "--layout", "big", *A6) == 2
    assert_plain(capsys.readouterr().err, "“big” shows 1 language", "“en” and “ar”", "“two-languages”")
    assert list(elsewhere.iterdir()) == []


def test_four_texts_are_all_on_the_sheet(elsewhere: Path) -> None:
    """defects.md 2: four texts with four --lang and no layout printed one."""
    texts = ["Peace", "Frieden", "Paix", "Paz"]
    languages = ["en", "de", "fr", "es"]
    arguments = [a for language in languages for a in ("--lang", language)]
    assert run("make", *texts, *arguments, "--size", "a4", "-o", "x.svg") == 0
    svg = (elsewhere / "x.svg").read_text(encoding="utf-8")
    assert all(text in svg for text in texts)


def test_details_without_a_place_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    """defects.md 3: --place --date --time --title --link with a layout that shows none of them."""
    details = [
        "--title",
        "March",
        "--place",
        "Here",
        "--date",
        "2027-04-14",
        "--time",
        "16:30",
        "--link",
        "https://a.org",
    ]
    assert run("make", "Peace", *details, "--layout", "big", *A6, "-o", "x.pdf") == 0
    said = warnings(capsys)
    for detail in ("title", "place", "date", "link"):
        assert any(f"does not show the {detail} “" in line for line in said), (detail, said)


def test_the_text_beside_a_title_is_shown(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    """defects.md 3: it was lost; the card shows it as the line below the title."""
    assert run("make", "Peace", "--title", "March", "--layout", "event-card", "--size", "a4", "-o", "x.svg") == 0
    assert warnings(capsys) == []
    svg = (elsewhere / "x.svg").read_text(encoding="utf-8")
    assert "Peace" in svg
    assert "March" in svg


def test_a_time_without_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    """defects.md 3"""
    assert run("make", "Peace", "--time", "16:30", "--layout", "event-card", "--size", "a4", "-o", "x.pdf") == 0
    assert warnings(capsys) == ["warning: date: there is a time and no date. Give the date too, or leave the time out."]


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--digits", "roman"], ["there are no digits “roman”"]),
        (["--date", "2027-04-14", "--calendar", "persan"], ["no calendar “persan”", "“persian”"]),
        (["--hijri-shift", "3"], ["one day only"]),
        (["--link", "not a link"], ["“not a link” is not a link", "example.org/page"]),
        (["--link", "javascript:alert(1)"], ["“javascript:”", "phone"]),
        (["--size", ""], ["“” is not a size", "50x70cm"]),
        (["--layout", ""], ["no layout “”"]),
        (["--date", "tomorrow"], ["“tomorrow” is not a date", "2027-04-14"]),
        (["--date", "20270414"], ["“20270414” is not a date"]),
        (["--date", "2027-02-30"], ["“2027-02-30” is not a date"]),
        (["--time", "16:30+02:00"], ["“16:30+02:00” is not a time", "16:30"]),
        (["--time", "5"], ["“5” is not a time"]),
        (["--lang", "en", "--lang", "en"], ["number of texts (1) is not that of languages (2)"]),
        (["--require", "aproved"], ["“aproved” is not a choice for --require", "“approved”"]),
    ],
)
def test_what_is_no_use_is_refused(
    arguments: list[str], parts: list[str], capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    """defects.md 35, 36"""
    assert run("make", "Peace", *arguments) == 2
    err = capsys.readouterr().err
    assert_plain(err, *parts)
    assert "isoformat" not in err
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("size", ["50×70cm", "50 x 70 cm", "50,5x70cm", "A6 Landscape", "banner 300 × 100 cm"])
def test_sizes_as_people_write_them(size: str, elsewhere: Path) -> None:
    """defects.md 37"""
    assert run("make", "Peace", "--size", size, "-o", "x.pdf") == 0


def test_a_folder_that_cannot_be_written_into(tmp_path: Path) -> None:
    """defects.md 34: `make -o` said --out."""
    folder = tmp_path / "locked"
    folder.mkdir()
    target = Path("/proc/x.pdf") if os.geteuid() == 0 else folder / "x.pdf"
    folder.chmod(0o555)
    done = placards("make", "Hi", *A6, "-o", target, cwd=tmp_path)
    assert done.returncode == 2
    assert_plain(done.stderr, str(target), "another folder")
    assert "--out" not in done.stderr


def test_all_of_a_slogan_on_one_wall(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    """defects.md 14"""
    folder = make_folder(elsewhere / "own")
    spelt = (
        'msgid ""\nmsgstr ""\n"X-Transliteration-Of: ar\\n"\n\nmsgctxt "one"\nmsgid "Water is life"\nmsgstr "Al-ma"\n'
    )
    (folder / "locale" / "ar_Latn" / "LC_MESSAGES").mkdir(parents=True)
    (folder / "locale" / "ar_Latn" / "LC_MESSAGES" / "demo.po").write_text(spelt, encoding="utf-8")
    assert run("make", "--slogan", "demo/one", "--lang", "all", "--path", folder, "--size", "a4", "-o", "x.svg") == 0
    assert "note" not in capsys.readouterr().err
    svg = (elsewhere / "x.svg").read_text(encoding="utf-8")
    assert "Wasser ist Leben" in svg.replace("\n", " ")
    assert "Al-ma" not in svg
    assert run("make", "Peace", "--lang", "all") == 2
    assert_plain(capsys.readouterr().err, "--lang all needs one --slogan")
    assert run("make", "--slogan", "demo/one", "--lang", "all", "--path", folder, *A6) == 0
    assert (elsewhere / "one-all.pdf").is_file()


def test_a_message_that_is_not_approved(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    folder = make_folder(elsewhere / "own")
    assert run("make", "--slogan", "demo/one", "--lang", "ar", "--path", folder, "--require", "approved") == 2
    assert_plain(capsys.readouterr().err, "“demo/one” in ar is translated, not approved", "catalog approve ar demo/one")


def test_a_folder_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("make", "Hi", "--path", "nowhere") == 2
    assert_plain(capsys.readouterr().err, "“", "nowhere” is not a folder", "--path")


# --- campaigns -----------------------------------------------------------------------------------------------------

HEAD = '[campaign]\nname = "x"\n{}\n'
SET = '[[set]]\nname = "a"\nlayouts = ["big"]\ntext = "Peace"\nlanguages = ["en"]\nsizes = ["a6"]\n'


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (HEAD.format("time = 5") + SET, ["campaign.time", "“5” is not a time"]),
        (HEAD.format("date = 5") + SET, ["campaign.date", "“5” is not a date"]),
        (HEAD.format("date = true") + SET, ["campaign.date", "is not a date"]),
        (HEAD.format("date = 2027-04-14T16:30:00") + SET, ["campaign.date", "is not a date"]),
        (HEAD.format('link = "javascript:x"') + SET, ["campaign.link", "“javascript:”"]),
        (HEAD.format("") + SET + 'link = "not a link"\n', ["set[0].link", "is not a link"]),
        (HEAD.format("") + SET + 'files = "{slogann}.pdf"\n', ["set[0].files", "“slogann”", "{slogan}"]),
        (HEAD.format("") + SET.replace("[[set]]", "[set]"), ["“set” is one table", "[[set]]"]),
        (HEAD.format('calendars = ["persan"]') + SET, ["campaign.calendars", "“persan”", "persian"]),
    ],
)
def test_campaigns_are_refused_in_words_of_their_own(
    text: str, parts: list[str], capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    """defects.md 35, 36"""
    (elsewhere / "c.toml").write_text(text, encoding="utf-8")
    assert run("batch", "c.toml") == 2
    err = capsys.readouterr().err
    assert_plain(err, "c.toml", *parts)
    assert "{'" not in err


def test_a_folder_is_no_campaign(capsys: pytest.CaptureFixture[str]) -> None:
    """defects.md 34: “Is a directory. Check its permissions.”"""
    assert run("batch", ".") == 2
    assert_plain(capsys.readouterr().err, "is a folder, not a file")


# --- check, list, shape: streams and words -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "stream"),
    [
        ("list languages", ">&-"), ("list sizes --json", ">&-"), ("shape --lines -", "<&-"), ("text Hi", ">&- 2>&-"),
        ("check templates/slogans", ">&-"), ("list fruits", ">&- 2>&-"),
    ],
)  # fmt: skip
def test_closed_streams_are_no_internal_error(command: str, stream: str, tmp_path: Path) -> None:
    """defects.md 23"""
    import sys

    from .support import ROOT, environment

    script = f'"{sys.executable}" -m placards {command} {stream}'
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, env=environment(), capture_output=True, check=False)
    assert b"internal" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == (2 if "fruits" in command else 0)
    assert done.stdout == b""


def test_a_file_that_is_made_is_no_stream(tmp_path: Path) -> None:
    """With standard output closed, the next file that is opened would get its number, and the name printed into it."""
    import sys

    from .support import environment

    script = f'"{sys.executable}" -m placards make Hi --size a6 -o x.svg >&-'
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0
    assert (tmp_path / "x.svg").read_text(encoding="utf-8").rstrip().endswith("</svg>")


def test_near_misses(capsys: pytest.CaptureFixture[str]) -> None:
    """defects.md 35, 36"""
    assert run("list", "layout") == 2
    assert_plain(capsys.readouterr().err, "“layout” is not a choice", "“layouts”")
    assert run("shape", "Hi", "--role", "displya") == 2
    assert_plain(capsys.readouterr().err, "“displya”", "“display”")
    assert run("shape", "Hi", "--role", "oswald") == 0, "a family is a role of its own"


def test_check_says_one_thing(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    """defects.md 36: “1 things”"""
    (elsewhere / "c.toml").write_text(HEAD.format("") + SET, encoding="utf-8")
    assert run("check", "c.toml") == 0
    assert capsys.readouterr().out == "1 thing checked: 0 errors, 0 warnings.\n"


def test_check_for_programs(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    """defects.md 33: code, place, severity, problem, remedy, parameters."""
    (elsewhere / "c.toml").write_text(HEAD.format("") + SET.replace("big", "bgi"), encoding="utf-8")
    assert run("check", "c.toml", "--json") == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found == {
        "code": "layout-unknown",
        "severity": "error",
        "problem": "c.toml:6:12: set[0].layouts[0]: there is no layout “bgi”. Did you mean “big”?",
        "what": "there is no layout “bgi”.",
        "remedy": "Did you mean “big”?",
        "place": {
            "file": "c.toml", "line": 6, "column": 12, "key": "set[0].layouts[0]", "message": None, "language": None,
        },
        "parameters": {"name": "bgi"},
    }  # fmt: skip


def test_check_looks_at_layouts_as_a_designer_does(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    """defects.md 33: `placards check LAYOUT` passed sizes and roles that there are not."""
    folder = make_folder(elsewhere / "own")
    layout = folder / "layouts" / "plain" / "layout.toml"
    text = layout.read_text().replace('sizes = ["a6"]', 'sizes = ["sqare"]')
    layout.write_text(text.replace('show = "slogan"', 'show = "slogan"\nrole = "Comic Sans"'))
    assert run("check", layout, "--json") == 1
    codes = {found["code"] for found in json.loads(capsys.readouterr().out)}
    assert {"size-declared-unknown", "role-unknown"} <= codes


def test_check_of_fonts_and_catalogs(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    folder = make_folder(elsewhere / "own")
    fonts = folder / "fonts"
    fonts.mkdir()
    (fonts / "fonts.toml").write_text(
        '[[family]]\nname = "Mine"\nlicense_file = "no"\nfiles = [{ file = "a.ttf" }]\n'
        '[[preference]]\nlanguages = ["en"]\nfamilies = ["Yours"]\n'
    )
    (folder / "locale" / "de" / "LC_MESSAGES" / "demo.po").write_text(
        'msgctxt "gone"\nmsgid "Gone"\nmsgstr "Weg"\n', encoding="utf-8"
    )
    assert run("check", folder, "--json") == 1
    found = json.loads(capsys.readouterr().out)
    codes = {f["code"] for f in found}
    assert codes & {"cli-check-preference", "cli-check-font-missing"}, codes
    assert run("check", elsewhere / "own" / "locale" / "de" / "LC_MESSAGES" / "demo.po") in (0, 1)


def test_a_table_fits_a_narrow_terminal() -> None:
    from placards.cli.table import _fit, _wrapped, table

    widths = [10, 100, 40]
    _fit(widths, 80)
    assert sum(widths) + 4 <= 80
    assert widths[0] == 10
    lines = list(_wrapped(["a", "one two three", "日本"], [1, 8, 4]))
    assert lines == ["a  one two   日本", "   three"]
    assert table([]) == ""


def test_what_is_said_of_many_languages_is_said_once() -> None:
    from placards.cli.batch_report import folded
    from placards.problems.diagnostic import diagnostic
    from placards.problems.place import Place

    said = {
        diagnostic(
            "plan-detail-other", place=Place(message=what, language=tag), what=what, language=tag, shown="en"
        ): count
        for what, tag, count in (("place", "ha", 1), ("title", "yo", 2), ("title", "ha", 3))
    }
    lines = [(first.place.message, first.place.language, count, others) for first, count, others in folded(said)]
    assert lines == [("place", "ha", 1, ()), ("title", "ha", 5, ("yo",))]


def test_listing_names_packs_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slogans").mkdir()
    (tmp_path / "slogans" / "broken.toml").write_text("[pack", encoding="utf-8")
    assert main(["list", "slogans", "--path", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "broken.toml:1" in told.err
    assert "peace/peace-now" in told.out


def test_a_machine_without_memory_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """defects.md 23"""

    def full(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("placards.cli.listing._print_table", full)
    assert main(["list", "sizes"]) == 1
    assert_plain(capsys.readouterr().err, "not enough memory", "Close other programs")
