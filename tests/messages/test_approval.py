"""A comment stands for exactly two texts: any edit of either side takes the approval away."""

from __future__ import annotations

import datetime
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from placards.messages.library import MessageLibrary
from placards.messages.po.document import read_document
from placards.messages.trust.approval import (
    Approval,
    approval_of,
    approved,
    fingerprint,
    official,
    read_approvals,
    without_approvals,
)
from placards.messages.trust.status import Status, status_summary
from placards.problems.errors import InputError

from .support import entry, world, write_pack, write_po

DATE = datetime.date(2027, 1, 31)
SOURCE, TEXT = "Ceasefire now", "جنگ بندی،\nابھی"

#: Edits as people and tools make them, and as they think nobody would notice.
EDITS = st.sampled_from(
    [
        lambda t, i, c: t[:i] + c + t[i:],
        lambda t, i, c: t[:i] + t[i + 1 :],
        lambda t, i, c: t[:i] + c + t[i + 1 :],
        lambda t, i, c: t + "\n",
        lambda t, i, c: t + " ",
        lambda t, i, c: " " + t,
        lambda t, i, c: t.replace(" ", "\n"),
        lambda t, i, c: t.replace(" ", "\u00a0"),
        lambda t, i, c: t.replace("\n", " "),
        lambda t, i, c: t.swapcase(),
    ]
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.just("\n"), min_size=1)


def test_the_comment_and_back() -> None:
    approval = approved(SOURCE, TEXT, "  Amina \t Al-Masri ", DATE)
    assert approval.comment == f"placards: approved by Amina Al-Masri on 2027-01-31 sha256:{fingerprint(SOURCE, TEXT)}"
    assert list(read_approvals([approval.comment])) == [approval]
    other = official(SOURCE, TEXT, "OHCHR/UDHR in Unicode")
    assert other.comment == f"placards: official OHCHR/UDHR in Unicode sha256:{fingerprint(SOURCE, TEXT)}"
    assert list(read_approvals(["machine draft", approval.comment, "ok?", other.comment])) == [approval, other]
    assert approval_of([approval.comment, other.comment], SOURCE, TEXT) == other
    assert (approval.official, other.official) == (False, True)


def test_the_fingerprint_is_documented() -> None:
    """printf '["Peace now","امن"]' | sha256sum"""
    assert fingerprint("Peace now", "امن") == "d5d26f9c1f13383b"
    assert fingerprint("a", "bc") != fingerprint("ab", "c")
    assert fingerprint('a","b', "c") != fingerprint("a", 'b","c')


@given(TEXTS, TEXTS, EDITS, st.integers(0, 40), TEXTS, st.booleans())
def test_any_edit_of_either_side_revokes(
    source: str, text: str, edit: object, place: int, char: str, of_source: bool
) -> None:
    assert callable(edit)
    before = source if of_source else text
    after = edit(before, place % (len(before) + 1), char)
    assume(after != before)
    comments = [approved(source, text, "Amina", DATE).comment, official(source, text, "OHCHR").comment]
    assert approval_of(comments, source, text)
    assert approval_of(comments, after if of_source else source, text if of_source else after) is None


@given(EDITS, st.integers(0, 40), st.text("ab ژ،\n", min_size=1), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_an_edited_message_is_not_approved(
    tmp_path: Path, edit: object, place: int, char: str, of_source: bool
) -> None:
    """The same through files: the pack's text or the catalog's msgstr is edited, the comment stays."""
    assert callable(edit)
    before = SOURCE if of_source else TEXT
    after = edit(before, place % (len(before) + 1), char)
    assume(after.strip() and after != before and (not of_source or after.strip() != before))
    source, text = (after, TEXT) if of_source else (SOURCE, after)
    pack = '[pack]\nname = "P"\nlanguage = "en"\n[[slogan]]\nid = "a"\ntext = """{}"""\n'
    write_pack(tmp_path, pack.format(SOURCE))
    write_po(tmp_path, "ur", entry("a", SOURCE, TEXT, "# " + approved(SOURCE, TEXT, "Amina", DATE).comment))
    assert MessageLibrary(world(tmp_path)).message("peace/a", "ur").status is Status.APPROVED
    write_pack(tmp_path, pack.format(source))
    write_po(tmp_path, "ur", entry("a", SOURCE, text, "# " + approved(SOURCE, TEXT, "Amina", DATE).comment))
    assert MessageLibrary(world(tmp_path)).message("peace/a", "ur").status in (Status.TRANSLATED, Status.FUZZY)


def test_status_and_who(tmp_path: Path) -> None:
    write_pack(tmp_path)
    comment = approved(SOURCE, TEXT, "Amina", DATE)
    publisher = official("Talk, don’t fight", "بات", "OHCHR")
    write_po(
        tmp_path,
        "ur",
        entry("ceasefire-now", SOURCE, TEXT, f"# {comment.comment}", "#. To all sides."),
        entry("talk-not-war", "Talk, don’t fight", "بات", f"# {publisher.comment}"),
    )
    write_po(tmp_path, "fa", entry("ceasefire-now", SOURCE, TEXT, f"# {comment.comment}", "#, fuzzy"))
    library = MessageLibrary(world(tmp_path))
    found = library.message("ceasefire-now", "ur-PK")
    assert (found.status, found.approval, found.found_language) == (Status.APPROVED, comment, "ur")
    assert library.message("talk-not-war", "ur").status is Status.OFFICIAL
    assert library.message("ceasefire-now", "fa").status is Status.FUZZY, "a doubt outweighs an approval"
    assert [(s.language, s.translated, s.fuzzy) for s in library.languages()] == [
        ("en", 0, 0),
        ("fa", 0, 1),
        ("ur", 2, 0),
    ]


def test_a_msgid_with_other_line_breaks_is_another_text(tmp_path: Path) -> None:
    write_pack(tmp_path)
    comment = approved(SOURCE, TEXT, "Amina", DATE).comment
    write_po(tmp_path, "ur", entry("ceasefire-now", "Ceasefire\\nnow", TEXT, f"# {comment}"))
    assert MessageLibrary(world(tmp_path)).message("ceasefire-now", "ur").status is Status.TRANSLATED


@pytest.mark.parametrize("width", [20, 30, 40, 50, 60, 70, 76, 78])
@pytest.mark.parametrize("name", ["Amina Al-Masri", "Ngũgĩ wa Thiong’o", "محمد علی جناح", "A-B C-D E-F", "on by"])
def test_wrapped_comments_are_read(name: str, width: int) -> None:
    approval = approved(SOURCE, TEXT, name, DATE)
    wrapped = ["before", *textwrap.wrap(approval.comment, width, break_long_words=False), "after"]
    assert list(read_approvals(wrapped)) == [approval]
    assert without_approvals(wrapped) == ["before", "after"]


@pytest.mark.parametrize(
    "comment",
    [
        "placards: approved by Amina on 2027-02-30 sha256:0123456789abcdef",
        "placards: approved by Amina on 2027-01-31 sha256:0123456789abcde",
        "placards: approved by Amina on 2027-01-31 sha256:0123456789abcdef0",
        "placards: approved by  on 2027-01-31 sha256:0123456789abcdef",
        "placards: approved on 2027-01-31 sha256:0123456789abcdef",
        "approved by Amina on 2027-01-31",
        "placards: official sha256:0123456789abcdef",
    ],
)
def test_what_is_no_approval(comment: str) -> None:
    assert list(read_approvals([comment])) == []


@pytest.mark.parametrize(
    "name", ["", " \n", "x" * 101, "A\x00", "A\u202eB", "A sha256:12", "A placards: B", "A on 2027-01-31"]
)
def test_names_that_the_comment_could_not_carry(name: str) -> None:
    with pytest.raises(InputError):
        approved(SOURCE, TEXT, name, DATE)


@given(st.text(min_size=1), TEXTS, TEXTS, st.dates())
def test_every_name_that_is_taken_comes_back(name: str, source: str, text: str, date: datetime.date) -> None:
    try:
        approval = approved(source, text, name, date)
    except InputError:
        return
    assert list(read_approvals([approval.comment])) == [approval]
    assert approval.holds_for(source, text)


def test_summary() -> None:
    statuses = [("a", "en", "source"), ("a", "ar", "official"), ("b", "en", "source"), ("b", "ar", "translated")]
    assert status_summary(statuses) == "en: source; ar: translated, not approved"
    assert status_summary([("a", "ur", "fuzzy"), ("a", "fa", "approved")]) == "ur: draft, not checked; fa: approved"
    assert status_summary([]) == ""


def test_equal_approvals_are_equal() -> None:
    assert approved("a", "b", "N", DATE) == Approval("N", DATE, fingerprint("a", "b"))


def test_documents_show_the_same_comments(tmp_path: Path) -> None:
    comment = approved(SOURCE, TEXT, "Amina", DATE).comment
    path = write_po(tmp_path, "ur", entry("ceasefire-now", SOURCE, TEXT, "# hm", f"# {comment}"))
    (found,) = read_document(path).active()
    assert found.comments("# ") == ["hm", comment]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_latest_approval_counts_wherever_it_stands(order: tuple[int, ...]) -> None:  # defects.md 40
    given_by = [
        approved(SOURCE, TEXT, name, datetime.date(2027, month, day))
        for name, month, day in (("Amina", 1, 31), ("Zahra", 3, 1), ("Bilal", 2, 28))
    ]
    comments = [given_by[number].comment for number in order]
    found = approval_of(comments, SOURCE, TEXT)
    assert found is not None
    assert (found.by, found.date) == ("Zahra", datetime.date(2027, 3, 1))
    later_for_another_text = approved(SOURCE, "other", "Latest", datetime.date(2028, 1, 1))
    assert approval_of([*comments, later_for_another_text.comment], SOURCE, TEXT) == found
    assert approval_of([*comments, official(SOURCE, TEXT, "UN").comment], SOURCE, TEXT) == official(SOURCE, TEXT, "UN")
