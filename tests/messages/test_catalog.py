"""A PO file becomes a Catalog, or an error with its line."""

from __future__ import annotations

import contextlib
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placards.messages.po.catalog import Catalog, Translation, read_catalog
from placards.problems.errors import InputError

from .support import entry, po, write

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(tmp_path: Path, content: str | bytes) -> Catalog:
    return read_catalog(write(tmp_path / "peace.po", content), "ur", "peace")


def test_reads_everything(tmp_path: Path) -> None:
    text = po(
        entry("ceasefire-now", "Ceasefire now", "جنگ بندی،\nابھی", "# ok?", "#. To all sides.", "#: peace.toml"),
        entry("talk-not-war", "Talk", "بات", "#, fuzzy", '#| msgid "Old"'),
        entry("hello-city", "Hello {city}", ""),
    )
    catalog = read(tmp_path, text)
    assert (catalog.language, catalog.domain, catalog.path) == ("ur", "peace", tmp_path / "peace.po")
    assert catalog.entries == {
        ("ceasefire-now", "Ceasefire now"): Translation(
            "جنگ بندی،\nابھی", False, ("To all sides.",), ("ok?",), text[: text.index('msgid "Cease')].count("\n") + 1
        ),
        ("talk-not-war", "Talk"): Translation("بات", True, (), (), 15),
        ("hello-city", "Hello {city}"): Translation("", False, (), (), 19),
    }
    assert not catalog.entries["hello-city", "Hello {city}"].filled
    assert pickle.loads(pickle.dumps(catalog)) == catalog


def test_escapes_and_continued_strings(tmp_path: Path) -> None:
    catalog = read(tmp_path, 'msgctxt "a"\nmsgid ""\n"One, "\n"two"\nmsgstr "“\\"” \\\\ "\n"\\n"\n"b"\n')
    assert catalog.entries["a", "One, two"].text == '“"” \\ \nb'


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r"),
        lambda text: text.replace(' "', '  "'),
        lambda text: text.replace(' "', '\t"'),
        lambda text: text.replace("charset=UTF-8", "charset=CHARSET"),
        lambda text: "# one\n#, fuzzy\n" + text,
        lambda text: text.replace(
            "Content-Type", 'PO-Revision-Date: yesterday\\n"\n"Plural-Forms: ?\\n"\n"Content-Type'
        ),
        lambda text: text.split("\n\n", 1)[1],
        lambda text: text.rstrip("\n"),
        lambda text: (
            text + '\n# gone\n#, fuzzy\n#~| msgid "Older"\n#~ msgctxt "x"\n#~ msgid "Old"\n#~ msgstr "alt"\n#~\n'
        ),
        lambda text: text + '\n#~ msgctxt "a"\n#~ msgid "A"\n#~ msgstr "alt"\n',
    ],
    ids=[
        "bom",
        "crlf",
        "bom+cr",
        "spaces",
        "tabs",
        "charset",
        "fuzzy-header",
        "odd-header",
        "no-header",
        "no-newline",
        "obsolete",
        "obsolete-twin",
    ],
)
def test_accepts_what_tools_write(tmp_path: Path, change: object) -> None:
    assert callable(change)
    catalog = read(tmp_path, change(po(entry("a", "A", "ب"))))
    assert [(key, e.text, e.fuzzy) for key, e in catalog.entries.items()] == [(("a", "A"), "ب", False)]


def test_other_charsets(tmp_path: Path) -> None:
    text = po(entry("a", "A", "мир")).replace("UTF-8", "koi8-r")
    assert read(tmp_path, text.encode("koi8-r")).entries["a", "A"].text == "мир"


def test_an_empty_file_is_an_empty_catalog(tmp_path: Path) -> None:
    assert read(tmp_path, "").entries == {}
    assert read(tmp_path, HEADER).entries == {}


def test_find_takes_white_space_as_equal(tmp_path: Path) -> None:
    catalog = read(tmp_path, po(entry("a", "One,\\ntwo", "ب"), entry("b", "Old", "پ"), entry("c", "C", "")))
    for slogan, text, found in (
        ("a", "One, two", ("ب", True)),
        ("a", "One,  two\n", ("ب", True)),
        ("b", "New", ("پ", False)),
        ("c", "C", ("", True)),
        ("d", "D", None),
    ):
        result = catalog.find(slogan, text)
        assert (result and (result[0].text, result[1])) == found


def test_find_prefers_the_present_text_then_a_filled_entry(tmp_path: Path) -> None:
    catalog = read(
        tmp_path, po(entry("a", "Old", "پ"), entry("a", "New", "ن"), entry("b", "Old", "ب"), entry("b", "New", ""))
    )
    assert [e and (e[0].text, e[1]) for e in (catalog.find("a", "New"), catalog.find("b", "New"))] == [
        ("ن", True),
        ("ب", False),
    ]


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ('msgid "A\nmsgstr "B"\n', 1, "the closing quote is missing"),
        ('msgid "A"\nmsgstr "B\\"\n', 2, "the closing quote is missing"),
        ('msgid "A"\nmsgstr "say "B""\n', 2, "a quote stands inside the text"),
        ('msgid "A"\nmsgstr "B" x\n', 2, "a quote stands inside the text"),
        ('msgid "A"\nmsgstr "\\u0041"\n', 2, "“\\u” is no escape"),
        ('msgid "A"\nmsgstr B\n', 2, "“msgstr” has no text in quotes"),
        ('msgid "A"\nmsgstr\n', 2, "“msgstr” has no text in quotes"),
        ('msgid "A"\nmsgstrr "B"\n', 2, "“msgstrr” is no keyword of a PO file. Did you mean “msgstr”"),
        ("hello\n", 1, "“hello” is no keyword of a PO file"),
        ('\nmsgid "A"\nmsgid_plural "As"\nmsgstr[0] "B"\n', 3, "slogans have no plural forms"),
        ('msgctxt "a"\nmsgstr "B"\n', 2, "“msgstr” stands after “msgctxt”"),
        ('msgstr "B"\n', 1, "“msgstr” stands at the start of an entry"),
        ('msgid "A"\nmsgid "B"\nmsgstr "B"\n', 2, "“msgid” stands after “msgid”"),
        ('msgid "A"\nmsgstr "B"\nmsgstr "C"\n', 3, "“msgstr” stands after “msgstr”"),
        ('msgid "A"\n# why\nmsgstr "B"\n', 2, "a comment stands between msgid and msgstr"),
        ('msgid "A"\nmsgstr "B"\n# why\n"C"\n', 4, "this text belongs to no entry"),
        ('"A"\n', 1, "this text belongs to no entry"),
        ('msgid "A"\n#~ msgstr "B"\n', 2, "only a part of the entry is marked #~"),
        ('msgid "A"\nmsgstr "B"\n\nmsgctxt "b"\n', 4, "the file ends in the middle of an entry"),
        ('msgid "A"\n\n', 1, "the file ends in the middle of an entry. Add its msgstr"),
        (HEADER + 'msgctxt "a"\nmsgid ""\nmsgstr "B"\n', 6, "the entry “a” has an empty msgid"),
        (HEADER + 2 * 'msgctxt "a"\nmsgid "A"\nmsgstr "B"\n', 9, "the entry “a” is in line 6 already"),
        ('msgid "A"\nmsgstr "B"\n' + 'msgid ""\n"A"\nmsgstr ""\n', 3, "the entry “A” is in line 1 already"),
        (HEADER + HEADER, 5, "the header is in line 1 already"),
        ('msgid "A"\nmsgstr "B"\n' + HEADER, 3, 'msgid "" stands after other entries'),
        (HEADER.replace("UTF-8", "punycode") + 'msgid "A"\nmsgstr "B"\n', 3, "“punycode” is no charset"),
        (HEADER.replace("UTF-8", "UTF\0-8") + 'msgid "A"\nmsgstr "B"\n', 3, "“UTF�-8” is no charset"),  # defects.md 23
        (HEADER.replace("UTF-8", "hex") + 'msgid "A"\nmsgstr "B"\n', 3, "“hex” is no charset"),
        (HEADER.encode() + b'msgid "A"\nmsgstr "\xe9t\xe9"\n', 6, "not UTF-8 text, which its header promises"),
        (HEADER.replace("UTF-8", "ascii") + 'msgid "A"\nmsgstr "é"\n', 6, "not ASCII text, which its header promises"),
        (HEADER.replace("UTF-8", "utf8mb4") + 'msgid "A"\nmsgstr "B"\n', 3, "“utf8mb4” is no charset"),
        (HEADER.encode("utf-16"), 1, "the file is UTF-16"),
        (b"#" * 5_000_001, None, "the file has 5,000,001 bytes"),
    ],
)
def test_errors(tmp_path: Path, content: str | bytes, line: int | None, problem: str) -> None:
    with pytest.raises(InputError, match=re.escape(problem)) as caught:
        read(tmp_path, content)
    error = caught.value
    assert (error.place.file, error.place.line) == (tmp_path / "peace.po", line)
    assert error.code.startswith("catalog-") or error.code == "file-large"
    assert error.remedy


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_catalog(tmp_path / "none.po", "ur", "none")
    (tmp_path / "folder.po").mkdir()
    with pytest.raises(InputError, match=r"folder\.po: is a folder, not a file"):
        read_catalog(tmp_path / "folder.po", "ur", "folder")


WORDS = st.text(st.characters(codec="utf-8"), min_size=1)


def quoted(text: str, width: int) -> str:
    """A PO string, cut into lines of *width* characters."""
    pieces = [text[start : start + width] for start in range(0, len(text), width)] or [""]
    for char, escape in (("\\", r"\\"), ('"', r"\""), ("\n", r"\n"), ("\t", r"\t"), ("\r", r"\r")):
        pieces = [piece.replace(char, escape) for piece in pieces]
    return "\n".join(f'"{piece}"' for piece in pieces)


@given(st.dictionaries(WORDS, st.tuples(WORDS, st.text('ab ژ\n\\"\t')), max_size=4), st.integers(1, 90))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reads_any_text(tmp_path: Path, texts: dict[str, tuple[str, str]], width: int) -> None:
    lines = (
        f"msgctxt {quoted(slogan, width)}\nmsgid {quoted(source, width)}\nmsgstr {quoted(text, width)}\n"
        for slogan, (source, text) in texts.items()
    )
    assert {key: e.text for key, e in read(tmp_path, po(*lines)).entries.items()} == {
        (slogan, source): text for slogan, (source, text) in texts.items()
    }


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_files_raise_input_errors_only(tmp_path: Path, data: st.DataObject) -> None:
    raw = bytearray(po(entry("a", "A", "الف", "# c", "#, fuzzy"), entry("b", "B", "ب", "#: x.toml:3")).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(raw)))
        raw[start : start + data.draw(st.integers(0, 30))] = data.draw(
            st.sampled_from(
                [b"", b'"', b"\\", b"\n", b"#", b"#~ ", b"\xff", b"msgid ", b'msgstr "x"\n', b"\xef\xbb\xbf"]
            )
        )
    with contextlib.suppress(InputError):  # anything else is a failure
        read(tmp_path, bytes(raw))
