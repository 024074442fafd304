"""A workspace becomes the list of what is wrong in it, and what can be mended safely is."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from placards.messages.desk.workspace import Workspace, open_workspace
from placards.messages.po.document import read_document
from placards.messages.proof.proofread import Remark, explanations, mend_document, proofread, unreadable
from placards.messages.trust.approval import approved, official
from placards.problems.diagnostic import Severity

from . import support
from .support import write, write_pack, write_po

TALK = ("talk-not-war", "Talk, don’t fight")
CEASEFIRE = ("ceasefire-now", "Ceasefire now")
DAY = datetime.date(2027, 1, 31)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    write_pack(tmp_path)
    (tmp_path / "locale").mkdir()
    return open_workspace(tmp_path)


def brief(remarks: list[Remark]) -> list[tuple[str, str, str | None]]:
    return [(r.language, r.violation.rule, r.violation.place.key) for r in remarks]


def entry(slogan: str, source: str, text: str, *comments: str) -> str:
    return support.entry(slogan, source, text.replace('"', '\\"'), *comments)


def approval(slogan: tuple[str, str], text: str, by: str = "Ana", day: datetime.date = DAY) -> str:
    return f"# {approved(slogan[1], text, by, day).comment}"


def test_nothing_is_wrong(workspace: Workspace) -> None:
    write_po(workspace.root, "de", entry(*CEASEFIRE, "Waffenruhe jetzt"))
    assert proofread(workspace) == []


def test_remarks_stand_by_language_and_line(workspace: Workspace) -> None:
    write_po(workspace.root, "de", entry(*CEASEFIRE, "Waffenruhe  jetzt"), entry(*TALK, 'Rede "jetzt"'))
    write_po(workspace.root, "ar", entry(*CEASEFIRE, "هدنة الآن "))
    found = proofread(workspace)
    assert [r.language for r in found] == sorted(r.language for r in found)
    assert ("ar", "space", "ceasefire-now") in brief(found)
    assert ("de", "straight-quotes", "talk-not-war") in brief(found)
    lines = [r.violation.place.line or 0 for r in found if r.language == "de"]
    assert lines == sorted(lines)
    assert next(r for r in found if r.violation.rule == "straight-quotes").fixable
    assert {r.language for r in proofread(workspace, ["de"])} == {"de"}
    assert proofread(workspace, packs=["other"]) == []


def test_packs_and_folders_are_looked_at_too_unless_a_language_is_asked_for(workspace: Workspace) -> None:
    write_po(workspace.root, "urd", entry(*CEASEFIRE, "جنگ بندی"))
    write(workspace.root / "slogans" / "broken.toml", "[pack\n")
    fresh = open_workspace(workspace.root)
    found = brief(proofread(fresh))
    assert ("", "language-tag", None) in found
    assert "pack-unreadable" in [rule for _, rule, _ in found]
    assert "" not in [language for language, _, _ in brief(proofread(fresh, packs=["peace"]))]


def test_catalogs_that_cannot_be_read_or_have_no_pack(workspace: Workspace) -> None:
    write_po(workspace.root, "de", entry(*CEASEFIRE, "Waffenruhe jetzt"), pack="paece")
    write(workspace.root / "locale" / "fr" / "LC_MESSAGES" / "peace.po", b"\xff\xfe\x00")
    found = proofread(workspace)
    assert ("de", "unknown-pack", None) in brief(found)
    assert "Did you mean “peace”?" in next(r for r in found if r.language == "de").violation.remedy
    assert "catalog-unreadable" in [rule for language, rule, _ in brief(found) if language == "fr"]
    assert [language for language, _ in unreadable(workspace)] == ["fr"]
    assert list(unreadable(workspace, ["de"])) == []


def test_an_approval_of_another_text_is_told(workspace: Workspace) -> None:
    write_po(
        workspace.root,
        "de",
        entry(*CEASEFIRE, "Waffenruhe jetzt", approval(CEASEFIRE, "Waffenruhe sofort")),
        entry(*TALK, "Reden statt kämpfen", f"# {official(TALK[1], 'Redet!', 'UN').comment}"),
    )
    found = [r.violation.problem for r in proofread(workspace) if r.violation.rule == "approval-revoked"]
    assert found == [
        "the text or its source has been edited since Ana stood for it on 2027-01-31",
        "the text or its source has been edited since UN stood for it",
    ]


@pytest.mark.parametrize(("days", "doubted"), [(0, False), (1, False), (2, True)])
def test_an_approval_of_a_day_that_is_yet_to_come_is_doubted(workspace: Workspace, days: int, doubted: bool) -> None:
    """A day of grace, for somewhere it is tomorrow already."""
    text = "Waffenruhe jetzt"
    day = DAY + datetime.timedelta(days=days)
    write_po(workspace.root, "de", entry(*CEASEFIRE, text, approval(CEASEFIRE, text, day=day)))
    rules = [r.violation.rule for r in proofread(workspace, today=DAY)]
    assert rules == (["approval-date"] if doubted else [])
    assert proofread(workspace) == [], "without a day nothing is doubted"


def test_what_an_authority_published_is_not_ours_to_mend(workspace: Workspace) -> None:
    text = 'Sie sagen "Frieden" jetzt'
    write_po(workspace.root, "de", entry(*CEASEFIRE, text, f"# {official(CEASEFIRE[1], text, 'UN').comment}"))
    (found,) = proofread(workspace)
    assert found.violation.severity is Severity.WARNING
    assert not found.fixable


def test_texts_that_no_placard_can_carry_are_told(workspace: Workspace) -> None:
    write_po(workspace.root, "de", entry(*CEASEFIRE, "Waffenruhe jetzt"), entry(*TALK, ""))
    asked: list[tuple[str, str]] = []

    def too_small(text: str, language: str) -> str:
        asked.append((text, language))
        return "it is too small"

    found = [r.violation for r in proofread(workspace, unreadable_on_paper=too_small) if r.violation.rule != "empty"]
    assert [(v.rule, v.problem, v.remedy) for v in found] == [("readable-size", "it is too small", "Shorten it")]
    assert asked == [("Waffenruhe jetzt", "de")], "an empty entry has no size"


def test_the_source_s_own_language_may_stay_untranslated(workspace: Workspace) -> None:
    write_po(workspace.root, "en_GB", entry(*CEASEFIRE, "Ceasefire now"))
    assert "untranslated" not in [r.violation.rule for r in proofread(workspace)]


def test_what_is_safe_is_mended_unless_somebody_stands_for_it(workspace: Workspace) -> None:
    loud, quiet = 'Rede "jetzt"', 'Waffen "nieder"'
    path = write_po(workspace.root, "de", entry(*TALK, loud, approval(TALK, loud)), entry(*CEASEFIRE, quiet))
    document = read_document(path)
    pack = workspace.library.pack("peace")
    assert mend_document(document, pack, "de") == (["ceasefire-now"], ["talk-not-war"])
    assert {e.context: e.text for e in document.active()} == {
        "talk-not-war": loud,
        "ceasefire-now": "Waffen „nieder“",
    }
    assert mend_document(document, pack, "de") == ([], ["talk-not-war"]), "once is enough"


def test_a_doubtful_approved_entry_is_mended(workspace: Workspace) -> None:
    text = 'Rede "jetzt"'
    path = write_po(workspace.root, "de", entry(*TALK, text, approval(TALK, text), "#, fuzzy"))
    assert mend_document(read_document(path), workspace.library.pack("peace"), "de") == (["talk-not-war"], [])


def test_every_rule_says_why() -> None:
    found = explanations()
    assert "straight-quotes" in found
    assert all(words.endswith(".") for words in found.values())
