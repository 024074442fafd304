"""Messages with marks of emphasis go through the translators' work as every other one: approved, broken, sent, taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from placards.cli.main import main
from placards.messages.trust.breaks import lines_of

SOURCE, TEXT = "No one is *free* until all are", "Niemand ist *frei*, bis alle es sind"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "slogans").mkdir()
    pack = f'[pack]\nname = "Own"\ndescription = "x"\nlanguage = "en"\nkind = "slogans"\n[[slogan]]\nid = "one"\ntext = "{SOURCE}"\n'
    (tmp_path / "slogans" / "own.toml").write_text(pack, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["catalog", "init", "de", "--path", "."]) == 0
    path = tmp_path / "locale/de/LC_MESSAGES/own.po"
    path.write_text(path.read_text(encoding="utf-8").rstrip().removesuffix('msgstr ""') + f'msgstr "{TEXT}"\n', "utf-8")
    return tmp_path


def po(folder: Path) -> str:
    return (folder / "locale/de/LC_MESSAGES/own.po").read_text(encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments, "--path", "."]) == 0
    return capsys.readouterr().out


APPROVE = ("catalog", "approve", "de", "--by", "Ana", "--date", "2026-03-01")


def test_an_approval_of_a_marked_message_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, *APPROVE)
    assert '"approved": 1' in said(capsys, "catalog", "status", "de", "--json")
    assert said(capsys, "catalog", "check", "de").startswith("0 errors, 0 warnings")
    assert f'msgstr "{TEXT}"' in po(folder)


def test_the_marks_are_what_was_approved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, *APPROVE)
    path = folder / "locale/de/LC_MESSAGES/own.po"
    path.write_text(po(folder).replace(TEXT, TEXT.replace("*", "")), encoding="utf-8")
    assert '"approved": 0' in said(capsys, "catalog", "status", "de", "--json")
    found = said(capsys, "catalog", "check", "de")
    assert "approval-revoked" in found
    assert "0 marked *stretches*, the source 1" in found


def test_breaks_are_shown_and_taken_without_the_marks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "ist frei," in said(capsys, "catalog", "breaks", "de")
    (folder / "lines.txt").write_text("own/one: Niemand / ist frei, / bis alle es sind\n", encoding="utf-8")
    said(capsys, "catalog", "breaks", "de", "--take", "lines.txt")
    assert re.search(r"# Breaks: Niemand / ist \*?frei\*?, / bis alle es sind", po(folder))
    assert f'msgstr "{TEXT}"' in po(folder)
    assert main(["make", "--slogan", "own/one", "--lang", "de", "--path", ".", "-o", "x.svg"]) == 0


def test_a_sheet_shows_words_and_its_answers_keep_the_marks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "catalog", "sheet", "de", "--all", "-o", "s.pdf", "-o", "s.html")
    assert TEXT.partition(" ")[0] in (folder / "s.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "text", "fits"),
    [
        ("Niemand / ist *frei*, / bis alle es sind", TEXT, True),
        ("Niemand / ist frei, / bis alle es sind", TEXT, True),
        ("Niemand *ist / frei*, / bis alle es sind", TEXT, True),
        ("Niemand / ist gross, / bis alle es sind", TEXT, False),
    ],
)
def test_lines_with_and_without_marks(lines: str, text: str, fits: bool) -> None:
    assert bool(lines_of(lines, text)) is fits


def test_a_star_inside_a_word_is_no_mark() -> None:
    assert main(["make", "--slogan", "work/injury-to-one", "--lang", "de", "-o", "x.svg"]) == 0


@pytest.mark.parametrize(
    ("text", "plain"),
    [("No one is *free* \\* now", "No one is free * now"), ("Kolleg*innen", "Kolleg*innen"), ("*السلام* الآن", None)],
)
def test_plain_text_has_no_marks(text: str, plain: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", text, "--lang", "de" if text.isascii() else "ar"]) == 0
    out = capsys.readouterr().out.rstrip("\n")
    assert out == plain if plain else "*" not in out


def test_plain_text_says_where_marks_do_not_pair(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "*free now"]) == 2
    assert "has no partner" in capsys.readouterr().err
