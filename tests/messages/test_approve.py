"""Approving writes a comment above the right entries, and nothing else; numbers tell what is approved."""

from __future__ import annotations

import datetime
from pathlib import Path

from placards.messages.desk.statistics import language_statistics
from placards.messages.library import MessageLibrary
from placards.messages.pack import read_pack
from placards.messages.po.document import read_document
from placards.messages.trust.approval import fingerprint, official
from placards.messages.trust.approve import Approver, approve_entries
from placards.messages.trust.status import Status

from .support import entry, world, write_pack, write_po

AMINA = Approver("Amina Yusuf", datetime.date(2027, 1, 31))
LINE = f"# placards: approved by Amina Yusuf on 2027-01-31 sha256:{fingerprint('Ceasefire now', 'الف')}\n"


def test_one_comment_and_nothing_else(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path))
    text = entry("ceasefire-now", "Ceasefire now", "الف", "# mine", "#. Note", "#: x.toml:3")
    document = read_document(write_po(tmp_path, "ur", text, entry("hello-city", "Hello {city}", "")))
    before = document.encoded().decode()
    outcome = approve_entries(document, pack, None, AMINA)
    assert (outcome.approved, outcome.refused, outcome.unchanged) == (["ceasefire-now"], [], [])
    assert document.encoded().decode() == before.replace("# mine\n", f"# mine\n{LINE}")
    assert approve_entries(document, pack, None, AMINA).unchanged == ["ceasefire-now"]
    other = Approver("Bilal", datetime.date(2028, 1, 1))
    assert approve_entries(document, pack, None, other).approved == ["ceasefire-now"]
    assert document.encoded().decode().count("# placards: approved by") == 2


def test_what_is_refused(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path))
    path = write_po(
        tmp_path,
        "ur",
        entry("ceasefire-now", "Ceasefire now", "الف", "#, fuzzy", '#| msgid "Truce"'),
        entry("talk-not-war", "Talk", "ب"),
    )
    document = read_document(path)
    outcome = approve_entries(document, pack, {"ceasefire-now", "talk-not-war", "hello-city"}, AMINA)
    assert [error.problem for error in outcome.refused] == [
        "“peace/ceasefire-now” is fuzzy (“الف”)",
        "“peace/talk-not-war” was translated from another text than the pack's",
        "“peace/hello-city” has no translation",
    ]
    assert document.encoded() == path.read_bytes()
    unfuzzy = Approver(AMINA.by, AMINA.date, unfuzzy=True)
    assert approve_entries(document, pack, {"ceasefire-now"}, unfuzzy).approved == ["ceasefire-now"]
    assert f'{LINE}msgctxt "ceasefire-now"' in document.encoded().decode()


def test_an_old_approval_gives_way_and_an_official_source_stays(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path))
    publisher = official("Ceasefire now", "الف", "OHCHR").comment
    stale = "placards: approved by Bilal on 2026-01-31 sha256:0123456789abcdef"
    document = read_document(
        write_po(tmp_path, "ur", entry("ceasefire-now", "Ceasefire now", "الف", f"# {stale}", f"# {publisher}", "# x"))
    )
    approve_entries(document, pack, None, AMINA)
    (found,) = document.active()
    assert found.comments("# ") == ["x", publisher, LINE[2:-1]]


def test_statistics(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path))
    path = write_po(
        tmp_path,
        "ur",
        entry("ceasefire-now", "Ceasefire now", "الف"),
        entry("talk-not-war", "Talk, don’t fight", "ب", "#, fuzzy"),
    )
    write_po(tmp_path, "pt_BR")
    document = read_document(path)
    approve_entries(document, pack, {"ceasefire-now"}, AMINA)
    path.write_bytes(document.encoded())
    english, portuguese, urdu = language_statistics(
        MessageLibrary(world(tmp_path)), [pack], ["ur", "pt_BR", "en", "ur"]
    )
    assert (english.language, english.counts[Status.SOURCE], english.coverage) == ("en", 3, 100.0)
    assert (portuguese.counts[Status.MISSING], portuguese.coverage) == (3, 0.0)
    assert urdu.counts == {**dict.fromkeys(Status, 0), Status.APPROVED: 1, Status.FUZZY: 1, Status.MISSING: 1}
    assert (urdu.words, urdu.total_words, urdu.coverage, urdu.oldest_approval) == (2, 7, 33.3, AMINA.date)
