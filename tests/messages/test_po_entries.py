"""Our reader of PO files, against Babel's and polib's on every shipped catalog, and on files that nobody should send."""

from __future__ import annotations

import os
import sys
import tracemalloc
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po

from placards.files.shipped import templates_folder
from placards.messages.po.catalog import parse_catalog, read_catalog
from placards.messages.po.document import read_document
from placards.messages.po.entries import read_entries
from placards.problems.errors import InputError

from .support import entry, po, write

CATALOGS = sorted((templates_folder() / "locale").rglob("*.po"))

TRICKY = po(
    entry(
        "a", "A", "one\n two", "# translator", "#  spaced   out ", "#", "#. extracted", "#: t.toml:1", "#, fuzzy, c-x"
    ),
    entry("b", "B", "ب", "#. first", "#. first", "#. second", "# same", "# same", '#| msgid "old"'),
    '#~ msgctxt "c"\n#~ msgid "C"\n#~ msgstr "x"\n',
    r"""msgctxt "d"
# between
msgid ""
"D \\ \"d\"\n"
"\t."
msgstr ""
"say"

" more"
""",
    entry("e", "E", "", "#,fuzzy", "#!odd", "##double"),
)


def babels(raw: bytes) -> dict[tuple[str, str], tuple[object, ...]]:
    header, blank, rest = raw.decode("utf-8").partition("\n\n")
    text = "\n" * header.count("\n") + blank + rest  # Babel stops at languages that it does not know
    # `#|` lines are no translator's comments, which Babel takes them for.
    lines = ["" if line.startswith(("#|", "#~|")) else line for line in text.splitlines()]
    return {
        (m.context or "", str(m.id)): (
            str(m.string or ""), m.fuzzy, tuple(m.auto_comments), tuple(c for c in m.user_comments if c), m.lineno,
        )
        for m in read_po(lines, ignore_obsolete=True)
        if m.id
    }  # fmt: skip


def ours(raw: bytes) -> dict[tuple[str, str], tuple[object, ...]]:
    return {
        key: (t.text, t.fuzzy, t.comments, t.translator_comments, t.line)
        for key, t in parse_catalog(raw, "x.po", "ur", "x").entries.items()
    }


def test_there_are_catalogs() -> None:
    assert len(CATALOGS) > 500


@pytest.mark.parametrize("number", range(8))
def test_shipped_catalogs_are_read_as_babel_reads_them(number: int) -> None:
    for path in CATALOGS[number::8]:
        raw = path.read_bytes()
        assert ours(raw) == babels(raw), path


def test_tricky_entries_are_read_as_babel_reads_them() -> None:
    assert ours(TRICKY.encode()) == babels(TRICKY.encode())
    assert len(ours(TRICKY.encode())) == 4


@pytest.mark.parametrize("number", range(4))
def test_shipped_catalogs_are_read_as_polib_reads_them(number: int) -> None:
    for path in CATALOGS[number::40]:
        theirs = {
            (e.msgctxt or "", e.msgid): (e.msgstr, "fuzzy" in e.flags)
            for e in polib.pofile(path.read_text(encoding="utf-8"))
            if not e.obsolete
        }
        entries = read_catalog(path, "ur", path.stem).entries
        assert {key: (t.text, t.fuzzy) for key, t in entries.items()} == theirs, path


def test_obsolete_entries_and_the_header_are_told_apart() -> None:
    entries = read_entries(TRICKY.encode(), "x.po")
    assert [(e.context, e.obsolete, e.header) for e in entries] == [
        (None, False, True), ("a", False, False), ("b", False, False), ("c", True, False), ("d", False, False),
        ("e", False, False),
    ]  # fmt: skip


def test_a_comment_on_an_obsolete_entry_takes_nothing_from_the_entry_before() -> None:
    # Babel marks that entry as obsolete.
    raw = po(entry("a", "A", "ب"), '#~ # gone\n#~ msgid "C"\n#~ msgstr "x"\n').encode()
    assert list(ours(raw)) == [("a", "A")]


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:  # defects.md 21
    path = tmp_path / "huge.po"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    for read in (lambda: read_catalog(path, "ur", "huge"), lambda: read_document(path)):
        tracemalloc.start()
        try:
            with pytest.raises(InputError, match="2,000,000,000 bytes, more than 5,000,000"):
                read()
            assert tracemalloc.get_traced_memory()[1] < 1_000_000
        finally:
            tracemalloc.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_devices_and_pipes_are_refused_unread(tmp_path: Path) -> None:  # defects.md 21
    os.mkfifo(tmp_path / "pipe.po")
    for path in (Path("/dev/zero"), tmp_path / "pipe.po"):
        with pytest.raises(InputError, match="is no ordinary file"):
            read_catalog(path, "ur", "x")


def test_a_broken_charset_stops_its_catalog_only(tmp_path: Path) -> None:  # defects.md 23
    path = write(tmp_path / "x.po", b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF\x00-8\\n"\n')
    with pytest.raises(InputError, match=r"x\.po:3: “UTF�-8” is no charset"):
        read_catalog(path, "ur", "x")
