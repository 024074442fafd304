"""Packs and catalogs become violations, and stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.messages.language_names import suggest_language
from placards.messages.library import MessageLibrary
from placards.messages.proof.check import Violation, check_library

from .support import PACK, entry, world, write, write_pack, write_po

CEASEFIRE = ("ceasefire-now", "Ceasefire now")


def check(folder: Path) -> tuple[Violation, ...]:
    return check_library(MessageLibrary(world(folder)))


def brief(folder: Path) -> list[tuple[str, str, str | None]]:
    return [(v.severity, v.rule, v.place.key) for v in check(folder)]


def test_nothing_wrong(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_po(tmp_path, "ur", entry(*CEASEFIRE, "جنگ بندی،\nابھی"), entry("hello-city", "Hello {city}", "{city} سلام"))
    write_po(tmp_path, "en", entry("talk-not-war", "Talk, don’t fight", "Talk,\ndon’t fight"))
    assert check(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "severity", "rule", "problem"),
    [
        ("", "note", "empty", "the msgstr is empty"),
        (" ", "note", "empty", "the msgstr is empty"),
        (" الف", "warning", "space", "start or end"),
        ("الف\n", "warning", "space", "start or end"),
        ("الف \nب", "warning", "space", "start or end"),
        ("الف\u00a0", "warning", "space", "start or end"),
        ("ا\u0653مد", "warning", "not-nfc", "NFC"),
        ("\u202bالف\u202c", "error", "bidi-control", "RIGHT-TO-LEFT EMBEDDING (U+202B)"),
        ("الف\u2069", "error", "bidi-control", "POP DIRECTIONAL ISOLATE"),
        ("الف\u200f", "warning", "bidi-control", "RIGHT-TO-LEFT MARK"),
        ("الف\\t", "error", "control", "(U+0009)"),
        ("الف\u0085ب", "error", "control", "(U+0085)"),
        ("الف\u2028ب", "error", "control", "LINE SEPARATOR"),
        ("الف\ufffd", "error", "control", "REPLACEMENT CHARACTER"),
        ("\ufefb", "error", "presentation-form", "ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM (U+FEFB)"),
        ("ﭘ", "error", "presentation-form", "INITIAL FORM"),
        ("o\ufb03ce", "error", "presentation-form", "LATIN SMALL LIGATURE FFI"),
        ("︰", "error", "presentation-form", "VERTICAL"),
        ("x" * 501, "error", "too-long", "501 characters"),
        ("{city} الف", "error", "placeholder", "no placeholder {city}"),
    ],
)
def test_texts(tmp_path: Path, text: str, severity: str, rule: str, problem: str) -> None:
    write_pack(tmp_path)
    path = write_po(tmp_path, "ur", entry(*CEASEFIRE, text))
    found = [v for v in check(tmp_path) if v.rule == rule]
    assert found
    assert problem in found[0].problem
    assert (found[0].severity, found[0].place.file, found[0].place.line) == (severity, path, 6)
    assert found[0].place.key == "ceasefire-now"
    assert found[0].remedy


@pytest.mark.parametrize("text", ["می‌خواهیم", "ﷺ", "ﷲ", "क्‍ष", "平和、今", "Ｐ", "un\u00adter", "¡Paz!\u202f"[:-1]])
def test_texts_that_are_right(tmp_path: Path, text: str) -> None:
    write_pack(tmp_path)
    write_po(tmp_path, "ur", entry(*CEASEFIRE, text))
    assert check(tmp_path) == ()


def test_source_texts_are_checked_too(tmp_path: Path) -> None:
    write_pack(tmp_path, PACK.replace("Ceasefire now", "Ceasefire\u202e now"))
    assert brief(tmp_path) == [("error", "bidi-control", "ceasefire-now")]


def test_entries(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_po(
        tmp_path,
        "ur",
        entry("ceasefire", "Ceasefire now", "الف"),
        entry("talk-not-war", "Talk", "ب"),
        entry("hello-city", "Hello {city}", "{cty}"),
        entry("ceasefire-now", "Ceasefire now", "", "#, fuzzy"),
        'msgid "Ceasefire\\n"\n"now"\nmsgstr "الف"\n',
        'msgid "Something"\nmsgstr "پ"\n',
    )
    violations = check(tmp_path)
    assert [(v.severity, v.rule, v.place.key, v.problem, v.remedy) for v in violations] == [
        (
            "error",
            "unknown-slogan",
            "ceasefire",
            "the pack “peace” has no slogan “ceasefire”",
            "Did you mean “ceasefire-now”?",
        ),
        (
            "warning",
            "source-differs",
            "talk-not-war",
            "the entry was made for “Talk”; the pack now says “Talk, don’t fight”",
            "Update the catalog and look at the translation again; until then it counts as fuzzy",
        ),
        ("error", "placeholder", "hello-city", "the placeholder {city} is missing", "Write {city} as it is"),
        (
            "error",
            "placeholder",
            "hello-city",
            "the source text has no placeholder {cty}",
            "Take it out or correct it",
        ),
        (
            "warning",
            "empty",
            "ceasefire-now",
            "the entry is marked fuzzy, but its msgstr is empty",
            "Translate it, or unmark it",
        ),
        (
            "error",
            "no-context",
            None,
            "the entry “Ceasefire now” has no msgctxt, so that no slogan uses it",
            'Write msgctxt "ceasefire-now" above it',
        ),
        (
            "error",
            "no-context",
            None,
            "the entry “Something” has no msgctxt, so that no slogan uses it",
            "Write the slogan's id there",
        ),
    ]
    assert str(violations[0]).endswith(
        "peace.po:6: ceasefire: error: the pack “peace” has no slogan “ceasefire”. Did you mean “ceasefire-now”?"
    )


def test_own_language(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_po(tmp_path, "en", entry(*CEASEFIRE, "Cease fire now"))
    assert brief(tmp_path) == [("error", "source-changed", "ceasefire-now")]


def test_files(tmp_path: Path) -> None:
    write_pack(tmp_path)
    pack = write_pack(tmp_path, "", "work")
    broken = write(tmp_path / "locale" / "ur" / "LC_MESSAGES" / "peace.po", 'msgid "A\n')
    orphan = write_po(tmp_path, "ur", pack="paece")
    write_po(tmp_path, "ur", pack="work")  # its pack is broken, which is told once
    assert [(v.severity, v.rule, v.place.file, v.place.line, v.remedy) for v in check(tmp_path)] == [
        ("error", "pack-unreadable", pack, None, "Add [pack] with a name and a language"),
        ("error", "unknown-pack", orphan, None, "Did you mean “peace”?"),
        ("error", "catalog-unreadable", broken, 1, 'End the line with "'),
    ]


@pytest.mark.parametrize(
    ("name", "severity", "remedy"),
    [
        ("urdu", "error", "Did you mean “ur” (Urdu)?"),
        ("zh_Hant_", "error", "Did you mean “zh”"),
        ("x", "error", "Write a BCP 47 tag such as ur, pt_BR or zh_Hant"),
        ("jp", "warning", "Did you mean “ja” (Japanese)?"),
        ("urd", "warning", "Did you mean “ur” (Urdu)?"),
        ("iw", "warning", "Did you mean “he” (Hebrew)?"),
    ],
)
def test_language_folders(tmp_path: Path, name: str, severity: str, remedy: str) -> None:
    write_pack(tmp_path)
    write_po(tmp_path, name, entry(*CEASEFIRE, "x"))
    (found,) = check(tmp_path)
    assert (found.severity, found.rule) == (severity, "language-tag")
    assert found.place.file == tmp_path / "locale" / name
    assert remedy in found.remedy


def test_one_language_in_two_folders(tmp_path: Path) -> None:
    for name in ("zh", "zh_Hans"):
        write_po(tmp_path, name, entry(*CEASEFIRE, "停火"))
    write_pack(tmp_path)
    (found,) = check(tmp_path)
    assert (found.severity, found.rule) == ("warning", "language-twice")
    assert found.problem == "“zh_Hans” and “zh” are the same language"


def test_checking_changes_nothing(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_po(tmp_path, "ur", entry("nobody", "A", "ا\u0653"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert check(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "tag"),
    [("persian", "fa"), ("punjabbi", "pa"), ("pk", "ur"), ("chinese_Hant", "zh_Hant"), ("prs", "fa_AF")],
)
def test_suggestions(name: str, tag: str) -> None:
    assert f"“{tag}”" in suggest_language(name)


def test_a_violation_is_a_diagnostic_too(tmp_path: Path) -> None:
    write_pack(tmp_path)
    path = write_po(tmp_path, "ur", entry("nobody", "A", "ب"), entry(*CEASEFIRE, ""))
    found = {violation.rule: violation.diagnostic for violation in check(tmp_path)}
    unknown = found["unknown-slogan"]
    assert (unknown.code, unknown.severity, unknown.place.file) == ("proof-error", "error", path)
    assert unknown.problem() == "the pack “peace” has no slogan “nobody”"
    assert dict(unknown.parameters)["rule"] == "unknown-slogan"
    assert (found["empty"].severity, found["empty"].advice()) == ("note", "Translate it")
