"""A PO file becomes a document and the same bytes again; an edit changes what it means to change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.files.shipped import templates_folder
from placards.messages.po.document import PoDocument, parse_document, quoted, read_document
from placards.messages.po.lines import charset_of
from placards.problems.errors import InputError

from .support import entry, po

RICH = """# Translators: A, B
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"X-Poedit-Basepath: ../..\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#  two spaces, kept
#. For translators.
#: templates/slogans/peace.toml:12
#, fuzzy, no-wrap
#| msgid "Old"
msgctxt "ceasefire-now"
msgid ""
"Ceasefire "
"now"
msgstr ""
"جنگ بندی،\\n"
"ابھی \\"!\\""

#~ # why
#, fuzzy
#~| msgid "Older"
#~ msgctxt "gone"
#~ msgid "Gone"
#~ msgstr "گیا"

msgctxt "talk-not-war"
msgid "Talk, don’t fight"
msgstr ""

msgstr_is_missing_here
"""
RICH = RICH.replace("\nmsgstr_is_missing_here\n", "\n# the last word\n")


def document(text: str | bytes) -> PoDocument:
    return parse_document(text.encode() if isinstance(text, str) else text, Path("x.po"))


def shipped() -> list[Path]:
    return sorted((templates_folder() / "locale").glob("*/LC_MESSAGES/*.po"))


def test_every_shipped_catalog_comes_back_byte_for_byte() -> None:
    paths = shipped()
    assert paths
    for path in paths:
        assert read_document(path).encoded() == path.read_bytes(), path


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.encode(),
        lambda t: b"\xef\xbb\xbf" + t.encode(),
        lambda t: t.replace("\n", "\r\n").encode(),
        lambda t: t.replace("\n", "\r").encode(),
        lambda t: t.replace("\n", "\r\n", 5).encode(),
        lambda t: t.rstrip("\n").encode(),
        lambda t: b"\n\n" + t.encode() + b"\n\n\n",
        lambda t: t.replace("جنگ بندی،", "мир").replace("ابھی", "").replace("گیا", "").replace("’", "'")
        .replace("UTF-8", "koi8-r").encode("koi8-r"),
        lambda t: b"",
        lambda t: b"\n",
        lambda t: b"# only a comment",
    ],
    ids=["lf", "bom", "crlf", "cr", "mixed", "no-newline", "blank", "koi8", "empty", "blank-only", "comment-only"],
)  # fmt: skip
def test_bytes_come_back(change: object) -> None:
    assert callable(change)
    raw = change(RICH)
    assert document(raw).encoded() == raw


def test_reads_what_is_there() -> None:
    header, first, gone, second, rest = document(RICH).entries
    assert (header.source, header.is_message, header.fuzzy) == ("", True, True)
    assert (first.context, first.source, first.text) == ("ceasefire-now", "Ceasefire now", 'جنگ بندی،\nابھی "!"')
    assert (first.flags, first.comments("# "), first.comments("#.")) == (
        ["fuzzy", "no-wrap"],
        ["two spaces, kept"],
        ["For translators."],
    )
    assert first.comments("#|") == ['msgid "Old"']
    assert (gone.obsolete, gone.source, gone.text) == (True, "Gone", "گیا")
    assert (second.obsolete, second.text) == (False, "")
    assert not rest.is_message
    assert [e.context for e in document(RICH).active()] == ["ceasefire-now", "talk-not-war"]


def test_edits_touch_nothing_else() -> None:
    doc = document(RICH)
    first = doc.entries[1]
    first.set_fuzzy(False)
    first.set_comments("#|", [])
    first.set_string("msgstr", "ایک\nدو")
    first.set_comments("# ", [*first.comments("# "), "new"])
    expected = (
        RICH.replace("#, fuzzy, no-wrap\n", "#, no-wrap\n")
        .replace('#| msgid "Old"\n', "")
        .replace('"جنگ بندی،\\n"\n"ابھی \\"!\\""\n', '"ایک\\n"\n"دو"\n')
        .replace("kept\n", "kept\n# new\n")
    )
    assert doc.encoded().decode() == expected
    first.set_fuzzy(True)
    assert "#, fuzzy, no-wrap\n" in doc.encoded().decode()


def test_setting_what_is_there_changes_nothing() -> None:
    doc = document(RICH)
    for item in doc.entries:
        item.set_fuzzy(item.fuzzy)
        item.set_obsolete(item.obsolete)
        for kind in ("# ", "#.", "#:", "#,", "#|"):
            item.set_comments(kind, item.comments(kind))
        for keyword in ("msgctxt", "msgid", "msgstr"):
            text = item.string(keyword)
            if text is not None:
                item.set_string(keyword, text)
    assert doc.encoded().decode() == RICH


def test_obsolete_and_back() -> None:
    doc = document(RICH)
    first = doc.entries[1]
    first.set_obsolete(True)
    text = doc.encoded().decode()
    assert '#~| msgid "Old"\n#~ msgctxt "ceasefire-now"\n#~ msgid ""\n#~ "Ceasefire "\n' in text
    assert [e.context for e in document(text).active()] == ["talk-not-war"]
    first.set_obsolete(False)
    assert doc.encoded().decode() == RICH


def test_new_lines_take_the_files_line_ends() -> None:
    doc = document(RICH.replace("\n", "\r\n"))
    doc.entries[1].set_string("msgstr", "a\nb")
    doc.entries[1].set_fuzzy(False)
    raw = doc.encoded()
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_an_edit_at_the_end_of_a_file_without_a_newline() -> None:
    doc = document(po(entry("a", "A", "")).rstrip("\n"))
    doc.entries[1].set_string("msgstr", "ب")
    assert doc.encoded().decode().endswith('msgid "A"\nmsgstr "ب"\n')


def test_a_string_that_goes_on_behind_blank_lines() -> None:
    text = 'msgid "A"\nmsgstr "one, "\n\n"two"\n\nmsgid "B"\nmsgstr ""\n'
    doc = document(text)
    assert [(e.source, e.text) for e in doc.entries] == [("A", "one, two"), ("B", "")]
    assert doc.encoded().decode() == text


def test_a_charset_that_lacks_a_letter() -> None:
    doc = document(po(entry("a", "A", "mir")).replace("UTF-8", "koi8-r"))
    doc.entries[1].set_string("msgstr", "سلام")
    with pytest.raises(InputError, match="KOI8-R, which has no “س”"):
        doc.encoded()


def test_broken_files_are_refused() -> None:
    with pytest.raises(InputError, match=r"x\.po:1: the closing quote is missing"):
        document('msgid "A\nmsgstr ""\n')


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), st.sampled_from(["\n", "\r\n"]))
def test_any_text_can_be_set_and_read(text: str, newline: str) -> None:
    doc = document(po(entry("a", "A", "ب")).replace("\n", newline))
    doc.entries[1].set_string("msgstr", text)
    again = parse_document(doc.encoded(), Path("x.po"))
    assert again.entries[1].text == text
    inside = "".join(quoted("msgstr", text)).removeprefix("msgstr ")[1:-1]
    assert inside.count('" "') == text.count('" "'), "no line is wrapped"


def test_only_the_header_names_a_charset() -> None:
    raw = 'msgid "đ"\nmsgstr "Content-Type: text/plain; charset=cp1256\\n"\n'.encode()
    document = parse_document(raw, Path("x.po"))
    assert document.charset == "utf-8"
    assert document.encoded() == raw
    headed = 'msgid ""\nmsgstr "Language: ar\\n"\n"Content-Type: text/plain; charset=cp1256\\n"\n\n'.encode("cp1256")
    assert parse_document(headed + raw, Path("x.po")).charset == "cp1256"


def test_a_header_without_an_end_takes_no_time() -> None:
    raw = b'msgid ""\nmsgstr ' + b'""' * 20_000 + b"\n" + b'" "\n' * 5_000 + b"\n" * 5_000 + b'"x'
    assert charset_of(raw) == "utf-8"
