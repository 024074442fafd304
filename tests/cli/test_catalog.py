"""``placards catalog`` as translators and organisers run it, with good files and bad ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from placards.cli.main import main
from placards.messages.po.document import read_document
from placards.messages.trust.approval import fingerprint

from ..messages.support import PACK, entry, write, write_pack, write_po

CEASEFIRE, TALK, HELLO = ("ceasefire-now", "Ceasefire now"), ("talk-not-war", "Talk, don’t fight"), "Hello {city}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pack(tmp_path)
    return tmp_path


def catalog(*arguments: str | Path, path: Path) -> int:
    """Run a command in this process; its exit code."""
    return main(["catalog", *map(str, arguments), "--path", str(path)])


def po_of(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "peace.po"


def approval(slogan: tuple[str, str], text: str, by: str = "Amina", date: str = "2026-01-31", lines: str = "") -> str:
    digits = fingerprint(slogan[1], text, lines.split(" / ") if lines else ())
    return f"# placards: approved by {by} on {date} sha256:{digits}"


def test_from_a_pack_to_approved_messages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert catalog("extract", path=folder) == 0
    pot = (folder / "locale" / "peace.pot").read_text("utf-8")
    assert "#. To all sides.\n#. Tags: peace, short, chant\n#. Room on A3: fits " in pot
    assert catalog("init", "ur", "zh-Hant", path=folder) == 0
    assert po_of(folder, "zh_Hant").is_file()
    assert not (folder / "locale" / "ur" / "LC_MESSAGES" / "rights.po").exists(), "only the folder's own packs"
    document = read_document(po_of(folder, "ur"))
    for item, text in zip(document.active(), ["جنگ بندی،\nابھی", "بات کرو", ""], strict=True):
        item.set_string("msgstr", text)
    po_of(folder, "ur").write_bytes(document.encoded())
    capsys.readouterr()
    assert catalog("approve", "ur", "peace/ceasefire-now", "--by", "Amina", "--date", "2026-01-31", path=folder) == 0
    assert capsys.readouterr().out == "1 message in ur approved by Amina on 2026-01-31.\n"
    # An approval holds for the lines too.
    lines = "# Breaks: جنگ بندی، / ابھی\n"
    assert lines + approval(CEASEFIRE, "جنگ بندی،\nابھی", lines=lines[10:-1]) in po_of(folder, "ur").read_text("utf-8")
    assert catalog("status", "ur", "--pack", "peace", "--json", path=folder) == 0
    (status,) = json.loads(capsys.readouterr().out)
    assert status == {
        "language": "ur",
        "messages": 3,
        "words": 5,
        "total_words": 7,
        "coverage": 66.6,
        "missing": 1,
        "fuzzy": 0,
        "translated": 1,
        "approved": 1,
        "official": 0,
        "source": 0,
        "oldest_approval": "2026-01-31",
    }
    assert catalog("status", "--pack", "peace", path=folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        lines[0].split()
        == "language messages words coverage fuzzy translated approved official source oldest approval".split()
    )
    assert lines[2].split() == ["ur", "Urdu", "2/3", "5", "66.6", "%", "1", "1", "2026-01-31"]


def test_init_leaves_what_is_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = write_po(folder, "zh_Hant", entry(*CEASEFIRE, "停火")).read_bytes()
    assert catalog("init", "zh_TW", "ur", path=folder) == 0, "another region is another language"
    assert catalog("init", "zh-hant", path=folder) == 1
    assert "is there already" in capsys.readouterr().out
    assert po_of(folder, "zh_Hant").read_bytes() == before


def test_update_shows_relatives(folder: Path) -> None:
    write_po(folder, "hi", entry(*CEASEFIRE, "युद्धविराम"))
    write_po(folder, "fr", entry(*CEASEFIRE, "Cessez-le-feu"))
    write_po(folder, "ur", entry(*CEASEFIRE, "جنگ بندی"))
    assert catalog("update", "ur", path=folder) == 0
    assert "#. Hindi: युद्धविराम\n" in po_of(folder, "ur").read_text("utf-8")
    assert catalog("update", "ur", "--also", "fr", path=folder) == 0
    text = po_of(folder, "ur").read_text("utf-8")
    assert "#. French: Cessez-le-feu\n" in text
    assert "Hindi" not in text


def test_update_twice_is_update_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_po(folder, "ur", entry(*CEASEFIRE, "جنگ بندی"))
    assert catalog("update", path=folder) == 0
    assert "2 added" in capsys.readouterr().out
    before = po_of(folder, "ur").read_bytes()
    assert catalog("update", path=folder) == 0
    assert (po_of(folder, "ur").read_bytes(), capsys.readouterr().out) == (before, "")


def test_an_approval_does_not_outlive_an_edit_of_the_pack(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_po(folder, "ur", entry(*CEASEFIRE, "جنگ بندی"))
    assert catalog("approve", "ur", "--by", "Amina", path=folder) == 0
    write_pack(folder, PACK.replace('"Ceasefire now"', '"Ceasefire today"'))
    capsys.readouterr()
    assert catalog("status", "ur", "--pack", "peace", "--json", path=folder) == 0
    (status,) = json.loads(capsys.readouterr().out)
    assert (status["approved"], status["fuzzy"]) == (0, 1)
    assert catalog("update", path=folder) == 0
    assert catalog("approve", "ur", "peace", "--by", "Amina", path=folder) == 1
    assert "“peace/ceasefire-now” is fuzzy (“جنگ بندی”). If it is right, approve it with --unfuzzy.\n" in (
        capsys.readouterr().err
    )
    assert catalog("approve", "ur", "peace", "--by", "Amina", "--unfuzzy", path=folder) == 0


def test_check_groups_and_mends(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_po(
        folder,
        "ur",
        entry(*CEASEFIRE, "\u202bجنگ  بندی ", "# mine", "#, no-wrap"),
        entry(*TALK, " بات", approval(TALK, " بات")),
        entry("hello-city", HELLO, "سلام"),
    )
    assert catalog("check", path=folder) == 1
    out = capsys.readouterr().out
    assert out.startswith("ur\n  bidi-control: Placards finds the direction by itself;")
    assert "ceasefire-now: error: the text has RIGHT-TO-LEFT EMBEDDING (U+202B)" in out
    assert "(--fix mends it)" in out
    assert out.endswith("2 errors, 3 warnings, 0 notes. “placards catalog check --fix” mends 4 of them.\n")
    assert catalog("check", "--fix", path=folder) == 1, "a placeholder that is missing only a person can mend"
    out = capsys.readouterr().out
    assert "mended ceasefire-now" in out
    assert "left alone, because somebody stands for the text: talk-not-war" in out
    text = po_of(folder, "ur").read_text("utf-8")
    assert '# mine\n#, no-wrap\nmsgctxt "ceasefire-now"\nmsgid "Ceasefire now"\nmsgstr "جنگ بندی"\n' in text
    assert 'msgstr " بات"' in text
    assert catalog("check", "--json", path=folder) == 1
    remarks = json.loads(capsys.readouterr().out)
    assert [(r["rule"], r["slogan"], r["severity"], r["fixable"]) for r in remarks] == [
        ("space", "talk-not-war", "warning", True),
        ("placeholder", "hello-city", "error", False),
    ]


def test_check_tells_of_revoked_approvals(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_po(folder, "ur", entry(*CEASEFIRE, "جنگ بندی!", approval(CEASEFIRE, "جنگ بندی")))
    assert catalog("check", path=folder) == 0
    assert "warning: the text or its source has been edited since Amina stood for it on 2026-01-31." in (
        capsys.readouterr().out
    )


def test_check_sets_the_texts_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_po(folder, "ja", entry(*CEASEFIRE, "平" * 480), entry(*TALK, "戦わずに話そう"))
    assert catalog("check", "ja", path=folder) == 0
    assert "readable-size" not in capsys.readouterr().out
    assert catalog("check", "ja", "--fit", "--json", path=folder) == 0
    (remark,) = [r for r in json.loads(capsys.readouterr().out) if r["rule"] == "readable-size"]
    assert remark["slogan"] == "ceasefire-now"
    assert "no less than 30.0 pt" in remark["problem"]


def test_what_we_ship_has_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "check", "--pack", "peace", "--pack", "interface"]) == 0, capsys.readouterr().out


# --- bad input -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["update", "approve", "check", "check --fix", "status"])
@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        ('msgctxt "ceasefire-now"\nmsgid "Ceasefire now\nmsgstr ""\n', "peace.po:2: the closing quote is missing"),
        (2 * 'msgctxt "a"\nmsgid "A"\nmsgstr "B"\n', "peace.po:5: the entry “a” is in line 2 already"),
        (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "A"\nmsgstr "\xe9"\n',
            "not UTF-8 text",
        ),
    ],
    ids=["syntax", "duplicate", "charset"],
)
def test_a_broken_catalog_is_named_left_as_it_is_and_stops_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, broken: str, sentence: str
) -> None:
    path = write(po_of(folder, "ur"), broken.encode("latin-1"))
    write_po(folder, "ar", entry(*CEASEFIRE, " الآن", "#. old"))
    if command == "approve":
        assert catalog("approve", "ur", "peace", "--by", "Amina", path=folder) == 1
    else:
        assert catalog(*command.split(), path=folder) == 1
    shown = capsys.readouterr()
    assert all(part in shown.err + shown.out for part in sentence.split(": "))
    assert "Traceback" not in shown.err
    assert path.read_bytes() == broken.encode("latin-1")
    if command in ("update", "check --fix"):
        assert ("talk-not-war" if command == "update" else '"الآن"') in po_of(folder, "ar").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["init", "urd"], "“urd” is no language that we know. Did you mean “ur” (Urdu)?"),
        (["init", "jp"], "Did you mean “ja” (Japanese)?"),
        (["init", "not a tag"], "“not a tag” is not a language tag."),
        (["init", "ur", "--pack", "paece"], "there is no slogan pack “paece”. Did you mean “peace”?"),
        (["update", "de"], "there is no catalog of “de” in "),
        (["approve", "de", "--by", "A"], "Start one with “placards catalog init de”."),
        (["approve", "en", "peace", "--by", "A"], "there is no translation to approve"),
        (["approve", "ur", "peace/ceasefire", "--by", "A"], "has no slogan “ceasefire”. Did you mean “ceasefire-now”?"),
        (["approve", "ur", "peace", "--by", " "], "the name is empty"),
        (
            ["approve", "ur", "peace", "--by", "A", "--date", "31.1.2027"],
            "“31.1.2027” is no date. Write it as 2027-01-31.",
        ),
        (["approve", "ur", "peace"], "--by"),
        (["translate"], "there is no command “catalog translate”"),
        (["stauts"], "there is no command “catalog stauts”. Did you mean “status”"),  # defects.md 36
        (["approve", "ur", "peace", "--by", "A", "--date", "2099-01-01"], "2099-01-01 is yet to come"),  # defects.md 35
        (["approve", "ur", "peace", "--by", "A", "--date", "0001-01-01"], "lies before there were catalogs"),
        (["init", "klingon"], "“klingon” is no language that we know. Did you mean “tlh” (Klingon)?"),
        (["init", "Urdu"], "“Urdu” is not a language tag. Did you mean “ur” (Urdu)?"),  # defects.md 34
        (["init", "اردو"], "“اردو” is not a language tag. Did you mean “ur” (Urdu)?"),
        (["init", "Deutsch"], "“Deutsch” is no language that we know. Did you mean “de” (German)?"),
        ([], "COMMAND"),
    ],
)
def test_unusable_arguments(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    write_po(folder, "ur", entry(*CEASEFIRE, "جنگ بندی"))
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert main(["catalog", *arguments, *(["--path", str(folder)] if arguments[1:] else [])]) == 2
    assert sentence in capsys.readouterr().err
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_a_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert catalog("status", path=tmp_path / "none") == 2
    assert "there is no such folder. Check --path." in capsys.readouterr().err


def test_a_pack_with_two_equal_ids(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(folder, PACK + '[[slogan]]\nid = "hello-city"\ntext = "Again"\n', "work")
    write_po(folder, "ur", entry(*CEASEFIRE, "جنگ بندی"))
    orphan = write_po(folder, "ur", entry("x", "X", "ب"), pack="work").read_bytes()
    assert catalog("update", path=folder) == 1
    assert "the slogans in lines 18 and 21 have the same id “hello-city”" in capsys.readouterr().err
    assert (po_of(folder, "ur").parent / "work.po").read_bytes() == orphan
    assert "talk-not-war" in po_of(folder, "ur").read_text("utf-8"), "the other pack went on"


def test_entries_that_no_pack_has(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_po(folder, "ur", entry("nobody", "Nobody", "کوئی نہیں"), entry("hello-city", HELLO, "{cty} سلام"))
    assert catalog("check", path=folder) == 1
    out = capsys.readouterr().out
    assert "nobody: error: the pack “peace” has no slogan “nobody”" in out
    assert "hello-city: error: the placeholder {city} is missing. Write {city} as it is." in out
    assert "hello-city: error: the source text has no placeholder {cty}" in out
    assert catalog("update", path=folder) == 0
    assert '#~ msgstr "کوئی نہیں"' in po_of(folder, "ur").read_text("utf-8"), "kept, though nobody asks for it"


def test_approving_nothing_is_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:  # defects.md 35
    write_po(folder, "ur", entry(*CEASEFIRE, ""), entry(*TALK, ""))
    before = po_of(folder, "ur").read_bytes()
    assert catalog("approve", "ur", "--by", "Amina", path=folder) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "there is no translation in ur to approve. See “placards catalog status ur”." in captured.err
    assert po_of(folder, "ur").read_bytes() == before


def test_approving_again_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_po(folder, "ur", entry(*CEASEFIRE, "الف"), entry(*TALK, "ب"))
    assert catalog("approve", "ur", "--by", "Amina", "--date", "2026-01-31", path=folder) == 0
    assert capsys.readouterr().out == "2 messages in ur approved by Amina on 2026-01-31.\n"
    assert catalog("approve", "ur", "peace/talk-not-war", "--by", "Amina", path=folder) == 0
    assert "0 messages in ur approved" in (out := capsys.readouterr().out)
    assert out.endswith("; 1 was so already.\n")


def test_suggested_tags_can_be_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:  # defects.md 34
    assert catalog("init", "tlh", path=folder) == 0
    assert po_of(folder, "tlh").is_file()


@pytest.mark.parametrize("content", [b"", b'msgid ""\nmsgstr "Language: ur\\n"\n', b"# nothing yet\n"])
def test_a_catalog_without_entries_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:  # defects.md 37
    write(po_of(folder, "ur"), content)
    assert catalog("check", path=folder) == 1
    out = capsys.readouterr().out
    assert "error: the catalog has no entries. Run “placards catalog update ur”" in out
    assert "1 error, 0 warnings" in out
    assert catalog("update", path=folder) == 0
    assert catalog("check", path=folder) == 0


def test_an_approval_of_a_day_to_come_is_doubted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """defects.md 37: the status showed it as the oldest."""
    future = approval(CEASEFIRE, "الف", date="2999-01-01")
    write_po(folder, "ur", entry(*CEASEFIRE, "الف", future))
    assert catalog("status", "ur", "--json", path=folder) == 0
    (status,) = json.loads(capsys.readouterr().out)
    assert (status["approved"], status["oldest_approval"]) == (1, None)
    catalog("check", path=folder)
    assert "the approval by Amina is dated 2999-01-01, which is yet to come" in capsys.readouterr().out
