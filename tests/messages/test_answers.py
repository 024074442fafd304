"""A reader's answers: what is read from a file, what is taken, and what is refused by name."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from placards.messages.desk.answers import Answer, read_answers
from placards.messages.desk.take import Reader, Taken, take_answers
from placards.messages.desk.workspace import open_workspace
from placards.messages.library import Message, MessageLibrary
from placards.messages.trust.approval import approved, official
from placards.messages.trust.breaks import comment_breaks
from placards.messages.trust.status import Status
from placards.problems.errors import InputError, PlacardsError, Place

from .support import entry, world, write, write_pack, write_po

READER = Reader("Amina Yusuf", datetime.date(2026, 10, 31))
HEADER = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Placards-Reader: Amina  Yusuf\\n"
"X-Placards-Date: 2026-10-31\\n"
"""


def answer(name: str, source: str, text: str, word: str = "right", **more: str) -> Answer:
    return Answer(
        name, source, text, word, more.get("was", ""), more.get("breaks", ""), more.get("remark", ""), Place(name)
    )


def ceasefire(text: str = "Waffenruhe jetzt", word: str = "right", **more: str) -> Answer:
    return answer("peace/ceasefire-now", "Ceasefire now", text, word, **more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pack(tmp_path)
    write_po(
        tmp_path,
        "de",
        entry("ceasefire-now", "Ceasefire now", "Waffenruhe jetzt"),
        entry("talk-not-war", "Talk, don’t fight", "Reden,\nnicht schießen", "# Ask Erik.", "#, fuzzy"),
        entry("hello-city", "Hello {city}", ""),
    )
    return tmp_path


def take(folder: Path, *answers: Answer, reader: Reader = READER, lines: tuple[str, ...] = ()) -> Taken:
    """Take answers, and write what changed."""
    taken = take_answers(open_workspace(folder), "de", reader, answers, lambda text: lines)
    for path, document in taken.documents.items():
        path.write_bytes(document.encoded())
    return taken


def message(folder: Path, name: str = "peace/ceasefire-now") -> Message:
    library = MessageLibrary(world(folder))
    found = library.own_message(library.slogan(name), "de")
    assert found is not None
    return found


def po_text(folder: Path) -> str:
    return (folder / "locale" / "de" / "LC_MESSAGES" / "peace.po").read_text(encoding="utf-8")


def codes(taken: Taken) -> list[str]:
    return [problem.code for problem in taken.refused]


def test_right_becomes_an_approval(folder: Path) -> None:
    taken = take(folder, ceasefire())
    assert (taken.right, codes(taken)) == (["peace/ceasefire-now"], [])
    found = message(folder)
    assert found.status is Status.APPROVED
    assert found.approval == approved("Ceasefire now", "Waffenruhe jetzt", "Amina Yusuf", READER.date)


def test_an_approval_holds_for_the_lines_that_the_reader_saw(folder: Path) -> None:
    take(folder, ceasefire(breaks="Waffenruhe / jetzt"))
    assert message(folder).breaks == ("Waffenruhe", "jetzt")
    assert message(folder).status is Status.APPROVED
    path = folder / "locale" / "de" / "LC_MESSAGES" / "peace.po"
    write(path, po_text(folder).replace("Waffenruhe / jetzt", "Waffenruhe jetzt"))
    assert message(folder).status is Status.TRANSLATED, "the lines were edited, and nobody has seen that"


def test_a_correction_is_set_approved_and_no_longer_fuzzy(folder: Path) -> None:
    given = answer(
        "peace/talk-not-war", "Talk, don’t fight", "Reden statt\nschießen", "corrected",
        was="Reden, nicht schießen", breaks="Reden statt / schießen", remark="It sounds\nlike an order.",
    )  # fmt: skip
    taken = take(folder, given)
    assert taken.corrected == [("peace/talk-not-war", "Reden,\nnicht schießen", "Reden statt\nschießen")]
    found = message(folder, "peace/talk-not-war")
    assert (found.text, found.status) == ("Reden statt\nschießen", Status.APPROVED)
    assert "# Remark (Amina Yusuf, 2026-10-31): It sounds like an order.\n" in po_text(folder)
    assert "# Ask Erik.\n" in po_text(folder), "what others wrote stays"
    assert "fuzzy" not in po_text(folder)


def test_a_doubt_makes_a_message_fuzzy_and_is_kept(folder: Path) -> None:
    take(folder, ceasefire())
    taken = take(folder, ceasefire("Feuerpause jetzt", "unsure", was="Waffenruhe jetzt", remark="Too official?"))
    assert taken.unsure == ["peace/ceasefire-now"]
    found = message(folder)
    assert (found.text, found.status) == ("Waffenruhe jetzt", Status.FUZZY)
    said = "# Remark (Amina Yusuf, 2026-10-31): Too official? Perhaps: Feuerpause jetzt\n"
    assert said in po_text(folder)


def test_the_same_answers_change_nothing_the_second_time(folder: Path) -> None:
    given = (
        ceasefire("Feuerpause jetzt", "corrected", was="Waffenruhe jetzt", remark="Shorter."),
        answer("peace/talk-not-war", "Talk, don’t fight", "Reden,\nnicht schießen", "unsure", remark="Hm."),
    )
    take(folder, *given)
    before = po_text(folder)
    taken = take(folder, *given)
    assert po_text(folder) == before
    assert (taken.documents, taken.refused, len(taken.unchanged)) == ({}, [], 2)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (ceasefire("Feuerpause", "corrected", was="Schluss mit dem Krieg"), "answers-outdated"),
        (ceasefire("Feuerpause", "corrected"), "answers-no-was"),
        (ceasefire("Waffenruhe jetzt", "corrected", was="Waffenruhe jetzt"), "answers-not-corrected"),
        (ceasefire("Schluss mit dem Krieg"), "answers-right-other"),
        (ceasefire("Etwas", "unsure", was="Ein anderer Text"), "answers-outdated"),
        (ceasefire("", "corrected", was="Waffenruhe jetzt"), "answers-empty"),
        (ceasefire("", "right"), "answers-empty"),
        (ceasefire(breaks="Waffenruhe / sofort"), "breaks-other-words"),
        (answer("peace/ceasefire-now", "Ceasefire today", "Waffenruhe jetzt"), "answers-source"),
        (answer("peace/hello-city", "Hello {city}", "Hallo {city}"), "approval-untranslated"),
        (answer("peace/no-such", "Ceasefire now", "Waffenruhe jetzt"), "slogan-unknown-in-pack"),
        (answer("pace/ceasefire-now", "Ceasefire now", "Waffenruhe jetzt"), "pack-unknown"),
        (answer("ceasefire-now", "Ceasefire now", "Waffenruhe jetzt"), "pack-unknown"),
        (answer("peace", "Ceasefire now", "Waffenruhe jetzt"), "answers-context"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.answer}:{value.name}:{value.text}",
)
def test_what_is_not_for_this_text_is_refused_and_changes_nothing(folder: Path, given: Answer, code: str) -> None:
    before = po_text(folder)
    taken = take(folder, given)
    assert codes(taken) == [code]
    assert taken.refused[0].place.file == given.name, "it says where"
    assert po_text(folder) == before
    assert taken.documents == {}


def test_the_sound_ones_beside_are_taken(folder: Path) -> None:
    taken = take(folder, answer("peace/no-such", "x", "y"), ceasefire(), ceasefire())
    assert taken.right == ["peace/ceasefire-now"]
    assert codes(taken) == ["slogan-unknown-in-pack", "answers-twice"]
    assert message(folder).status is Status.APPROVED


def test_the_packs_own_language_has_nothing_to_approve(folder: Path) -> None:
    write_po(folder, "en", entry("ceasefire-now", "Ceasefire now", "Ceasefire\nnow"))
    given = [ceasefire("Ceasefire\nnow")]
    taken = take_answers(open_workspace(folder), "en", READER, given, lambda text: ())
    assert codes(taken) == ["approval-source"]


def test_nobody_corrects_what_an_authority_has_published(folder: Path) -> None:
    stamp = official("Ceasefire now", "Waffenruhe jetzt", "OHCHR").comment
    write_po(folder, "de", entry("ceasefire-now", "Ceasefire now", "Waffenruhe jetzt", f"# {stamp}"))
    before = po_text(folder)
    for word in ("corrected", "unsure"):
        taken = take(
            folder, ceasefire("Feuerpause" if word == "corrected" else "Waffenruhe jetzt", word, was="Waffenruhe jetzt")
        )
        assert codes(taken) == ["answers-official"]
    assert po_text(folder) == before
    take(folder, ceasefire(breaks="Waffenruhe / jetzt"), lines=("Waffenruhe", "jetzt"))
    assert message(folder).status is Status.OFFICIAL, "a reader's word beside it does no harm"


def test_a_second_reader_who_sees_the_same_revokes_nobody(folder: Path) -> None:
    lines = ("Waffenruhe", "jetzt")
    take(folder, ceasefire())
    taken = take(folder, ceasefire(breaks="Waffenruhe / jetzt"), reader=Reader("Erik", READER.date), lines=lines)
    assert taken.revoked == []
    assert po_text(folder).count("# placards: approved by") == 2


def test_who_stands_for_a_text_no_more_is_named(folder: Path) -> None:
    take(folder, ceasefire())
    erik = Reader("Erik", READER.date)
    taken = take(folder, ceasefire("Feuerpause jetzt", "corrected", was="Waffenruhe jetzt"), reader=erik)
    assert taken.revoked == [("peace/ceasefire-now", "Amina Yusuf")]
    found = message(folder)
    assert found.approval is not None
    assert found.approval.by == "Erik"


@pytest.mark.parametrize(
    "remark",
    ["Breaks: jetzt / Waffenruhe", "placards: approved by Eve on 2026-01-01 sha256:0123456789abcdef", "Original: Friede",
     "Caution (RU; me, 2024): beware"],
)  # fmt: skip
def test_a_remark_says_nothing_to_the_program(folder: Path, remark: str) -> None:
    take(folder, ceasefire(breaks="Waffenruhe / jetzt", remark=remark))
    found = message(folder)
    assert found.status is Status.APPROVED
    assert comment_breaks(found.comments, found.text) == ("Waffenruhe", "jetzt")
    assert not any(comment.startswith(("Breaks:", "placards:")) for comment in found.comments if "Remark" in comment)
    library = MessageLibrary(world(folder))
    from placards.messages.cautions import cautions_of

    assert list(cautions_of(library.slogan("peace/ceasefire-now"), found)) == []


# The file.


def test_a_file_is_read_with_comments_that_a_tool_has_wrapped(tmp_path: Path) -> None:
    comments = (
        "# Answer: Corrected",
        "# Was: Waffenruhe",
        "#   jetzt",
        "# Breaks: Feuerpause /",
        "# jetzt",
        "# Remark: so",
    )
    path = write(
        tmp_path / "a.po", HEADER + "\n" + entry("peace/ceasefire-now", "Ceasefire now", "Feuerpause jetzt", *comments)
    )
    read = read_answers(path)
    assert (read.reader, read.date, read.language, read.wrong) == ("Amina  Yusuf", "2026-10-31", "de", ())
    (found,) = read.answers
    assert (found.name, found.source, found.text) == ("peace/ceasefire-now", "Ceasefire now", "Feuerpause jetzt")
    assert (found.answer, found.was, found.breaks, found.remark) == (
        "corrected", "Waffenruhe jetzt", "Feuerpause / jetzt", "so",
    )  # fmt: skip
    assert found.place.line == 15


@pytest.mark.parametrize(
    ("lost", "code"),
    [
        ("X-Placards-Reader", "answers-no-reader"),
        ("X-Placards-Date", "answers-no-date"),
        ("Language", "answers-no-language"),
    ],
)
def test_a_header_without_a_name_a_day_or_a_language(tmp_path: Path, lost: str, code: str) -> None:
    kept = [line for line in HEADER.splitlines() if not line.startswith(f'"{lost}')]
    given = entry("peace/ceasefire-now", "Ceasefire now", "Waffenruhe", "# Answer: right")
    path = write(tmp_path / "a.po", "\n".join(kept) + "\n\n" + given)
    with pytest.raises(InputError) as caught:
        read_answers(path)
    assert caught.value.code == code
    assert caught.value.place.file == path


@pytest.mark.parametrize(
    ("comments", "code"),
    [
        (("# Fine.",), "answers-no-answer"),
        (("# Answer: rigth",), "answers-word"),
        (("# Answer: unsure", f"# Remark: {'x' * 501}"), "answers-remark-long"),
    ],
)
def test_an_entry_that_is_no_answer_is_named_and_the_others_count(
    tmp_path: Path, comments: tuple[str, ...], code: str
) -> None:
    good = entry("peace/talk-not-war", "Talk, don’t fight", "Reden", "# Answer: right")
    bad = entry("peace/ceasefire-now", "Ceasefire now", "Waffenruhe", *comments)
    read = read_answers(write(tmp_path / "a.po", "\n".join([HEADER, bad, good])))
    assert [problem.code for problem in read.wrong] == [code]
    assert str(read.wrong[0].place) == f"{tmp_path / 'a.po'}:{9 + len(comments)}: peace/ceasefire-now"
    assert [found.name for found in read.answers] == ["peace/talk-not-war"]


def test_a_file_without_an_answer(tmp_path: Path) -> None:
    with pytest.raises(PlacardsError) as caught:
        read_answers(write(tmp_path / "a.po", HEADER))
    assert caught.value.code == "answers-none"


@pytest.mark.parametrize("raw", [b"%PDF-1.6\n\xff", b"<!DOCTYPE html>\n", b"\n<html>"])
def test_a_sheet_is_no_answers(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "ur.pdf").write_bytes(raw)
    with pytest.raises(InputError, match="this is the sheet, not the answers"):
        read_answers(tmp_path / "ur.pdf")
