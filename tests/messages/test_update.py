"""Packs become templates and catalogs, and catalogs follow their packs without losing what people wrote."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from placards.messages.desk.notes import relative_texts, relatives_of, translator_notes
from placards.messages.desk.update import Changes, new_document, update_document
from placards.messages.library import MessageLibrary
from placards.messages.pack import Slogan, read_pack
from placards.messages.po.catalog import read_catalog
from placards.messages.po.document import PoDocument, parse_document
from placards.messages.proof.check import check_library
from placards.messages.trust.approval import approved
from placards.messages.trust.status import Status
from placards.problems.diagnostic import Severity

from .support import PACK, entry, po, world, write, write_pack, write_po
from .tools import gettext

CEASEFIRE, TALK, HELLO = ("ceasefire-now", "Ceasefire now"), ("talk-not-war", "Talk, don’t fight"), "Hello {city}"


def notes(slogan: Slogan) -> list[str]:
    return translator_notes(slogan)


def updated(tmp_path: Path, text: str, pack: str = PACK) -> tuple[PoDocument, Changes]:
    document = parse_document(text.encode(), Path("x.po"))
    changes = update_document(document, read_pack(write_pack(tmp_path, pack)), notes, "t/slogans/peace.toml", "ur")
    return document, changes


def test_a_new_catalog(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, PACK.replace('"Hello {city}"', '"Hello\\n{city}"\nexample = "Hello Aleppo"')))
    path = tmp_path / "locale" / "ur" / "LC_MESSAGES" / "peace.po"
    write(path, new_document(pack, path, notes, "t/slogans/peace.toml", "ur").encoded())
    assert path.read_text("utf-8") == (
        "# Peace\n"
        'msgid ""\nmsgstr ""\n"Project-Id-Version: placards\\n"\n"Language: ur\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        "\n#. To all sides.\n#. Tags: peace, short, chant\n#: t/slogans/peace.toml\n"
        'msgctxt "ceasefire-now"\nmsgid "Ceasefire now"\nmsgstr ""\n'
        "\n#. Tags: peace, short\n#: t/slogans/peace.toml\n"
        'msgctxt "talk-not-war"\nmsgid "Talk, don’t fight"\nmsgstr ""\n'
        "\n#. Keep as they are: {city}\n#. Example: Hello Aleppo\n#. Tags: peace\n#: t/slogans/peace.toml\n"
        'msgctxt "hello-city"\nmsgid ""\n"Hello\\n"\n"{city}"\nmsgstr ""\n'
    )
    gettext("msgfmt", "--check", "-o", tmp_path / "x.mo", path)
    assert [v for v in check_library(MessageLibrary(world(tmp_path))) if v.severity is not Severity.NOTE] == []


def test_an_update_of_what_is_up_to_date_changes_no_byte(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path))
    document = new_document(pack, Path("x.po"), notes, "t/slogans/peace.toml", "ur")
    before = document.encoded()
    changes = update_document(document, pack, notes, "t/slogans/peace.toml", "ur")
    assert (document.encoded(), str(changes)) == (before, "new notes only")


def test_a_new_slogan_stands_where_the_pack_has_it(tmp_path: Path) -> None:
    document, changes = updated(tmp_path, po(entry(*CEASEFIRE, "الف"), entry("hello-city", HELLO, "ب")))
    assert [e.context for e in document.active()] == ["ceasefire-now", "talk-not-war", "hello-city"]
    assert changes == Changes(added=["talk-not-war"])


def test_an_edited_source_makes_it_fuzzy_and_shows_the_old_one(tmp_path: Path) -> None:
    comment = approved("Ceasefire", "الف", "Amina", datetime.date(2027, 1, 31)).comment
    text = po(entry("ceasefire-now", "Ceasefire", "الف", "# mine", f"# {comment}"))
    document, changes = updated(tmp_path, text)
    found = next(document.active())
    assert (found.source, found.text, found.fuzzy) == ("Ceasefire now", "الف", True)
    assert (found.comments("#|"), found.comments("# ")) == (['msgid "Ceasefire"'], ["mine", comment])
    assert changes.changed == ["ceasefire-now"]
    write_po(tmp_path, "ur")
    write(tmp_path / "locale" / "ur" / "LC_MESSAGES" / "peace.po", document.encoded())
    assert MessageLibrary(world(tmp_path)).message("ceasefire-now", "ur").status is Status.FUZZY


def test_the_text_that_was_translated_stays_shown_through_two_edits(tmp_path: Path) -> None:
    document, _ = updated(tmp_path, po(entry("ceasefire-now", "Ceasefire", "الف")))
    again, _ = updated(tmp_path, document.encoded().decode(), PACK.replace("Ceasefire now", "Cease fire"))
    assert next(again.active()).comments("#|") == ['msgid "Ceasefire"']


def test_an_empty_entry_just_takes_the_new_source(tmp_path: Path) -> None:
    document, _ = updated(tmp_path, po(entry("ceasefire-now", "Ceasefire", "")))
    found = next(document.active())
    assert (found.source, found.fuzzy, found.comments("#|")) == ("Ceasefire now", False, [])


def test_line_breaks_of_the_source_are_no_new_text(tmp_path: Path) -> None:
    document, changes = updated(tmp_path, po(entry("ceasefire-now", "Ceasefire\\nnow", "الف")))
    found = next(document.active())
    assert (found.source, found.fuzzy, changes.changed) == ("Ceasefire now", False, [])


def test_a_slogan_that_is_gone_and_comes_back(tmp_path: Path) -> None:
    start = po(entry(*CEASEFIRE, "الف", "# mine"), entry(*TALK, "ب"))
    document, changes = updated(
        tmp_path, start, PACK.replace("ceasefire-now", "truce").replace("Ceasefire now", "Truce")
    )
    assert changes.obsolete == ["ceasefire-now"]
    assert (
        '# mine\n#~ msgctxt "ceasefire-now"\n#~ msgid "Ceasefire now"\n#~ msgstr "الف"\n' in document.encoded().decode()
    )
    back, changes = updated(tmp_path, document.encoded().decode())
    assert changes.revived == ["ceasefire-now"]
    assert next(back.active()).text == "الف"


@pytest.mark.parametrize("context", ["ceasefire", "cease-fire-now"])
def test_another_id_for_the_same_text_keeps_the_translation(tmp_path: Path, context: str) -> None:
    document, changes = updated(tmp_path, po(entry(context, "Ceasefire now", "الف")))
    found = next(document.active())
    assert (found.context, found.text, found.fuzzy, changes.renamed) == (
        "ceasefire-now",
        "الف",
        False,
        ["ceasefire-now"],
    )


def test_an_entry_without_context_gets_one(tmp_path: Path) -> None:
    document, _ = updated(tmp_path, po('msgid "Ceasefire now"\nmsgstr "الف"\n'))
    assert 'msgctxt "ceasefire-now"\nmsgid "Ceasefire now"\nmsgstr "الف"\n' in document.encoded().decode()


def test_two_entries_for_one_slogan(tmp_path: Path) -> None:
    """As msgmerge and hand-made merges leave them: the translated one stays, the other is kept as obsolete."""
    document, changes = updated(tmp_path, po(entry(*CEASEFIRE, ""), entry("ceasefire-now", "Cease fire now", "الف")))
    (found, *_) = [e for e in document.active() if e.context == "ceasefire-now"]
    assert (found.text, found.fuzzy, changes.obsolete) == ("الف", True, ["ceasefire-now"])


def test_nothing_that_people_wrote_is_lost(tmp_path: Path) -> None:
    text = (
        "# Head of the file\n" + po(
            entry("hello-city", HELLO, "{city} سلام", "#   indented", "#, no-wrap"),
            '#~ msgctxt "old"\n#~ msgid "Old"\n#~ msgstr "پرانا"\n',
            entry(*CEASEFIRE, "الف", "# mine", "#: other/tool.c:3"),
            "# the last word\n",
        ).replace('"Content-Type', '"X-Generator: Poedit 3.4\\n"\n"X-Odd: Ü\\n"\n"Content-Type')
    ).replace("\n", "\r\n")  # fmt: skip
    document = parse_document(b"\xef\xbb\xbf" + text.encode(), Path("x.po"))
    update_document(document, read_pack(write_pack(tmp_path)), notes, "t/slogans/peace.toml", "ur")
    after = document.encoded()
    assert after.startswith(b"\xef\xbb\xbf# Head of the file\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")
    for line in text.split("\r\n"):
        if line.startswith(("#   ", "# ", "#~", "#,", "msg", '"')):
            assert line.encode() in after, line
    contexts = [e.context for e in document.entries if e.is_message]
    assert contexts == ["", "hello-city", "old", "ceasefire-now", "talk-not-war"], "the order stays"
    path = write(tmp_path / "x.po", after)
    assert read_catalog(path, "ur", "peace").entries[CEASEFIRE].text == "الف"


def test_an_empty_file_becomes_a_catalog(tmp_path: Path) -> None:
    document, changes = updated(tmp_path, "")
    assert document.entries[0].source == ""
    assert changes.added == ["ceasefire-now", "talk-not-war", "hello-city"]
    gettext("msgfmt", "--check", "-o", tmp_path / "x.mo", write(tmp_path / "x.po", document.encoded()))


def test_relatives(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_po(tmp_path, "hi", entry(*CEASEFIRE, "युद्धविराम\nअभी"))
    write_po(tmp_path, "fa", entry(*CEASEFIRE, "آتش‌بس", "#, fuzzy"))
    library = MessageLibrary(world(tmp_path))
    assert relatives_of("ur") == ("hi", "fa")
    assert relatives_of("zh-TW") == ("zh-Hant-TW", "zh-Hant", "zh-Hans")
    assert relatives_of("pt-BR") == ("pt", "es", "fr")
    assert relatives_of("is") == ()
    assert relative_texts(library.slogan("ceasefire-now"), library, relatives_of("ur")) == ["Hindi: युद्धविराम अभी"]
