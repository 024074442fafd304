"""What is translated already helps with what is not: the same words, or similar ones, best first."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.cli.main import main
from placards.messages.desk.suggest import Suggestion, common_run, suggestions
from placards.messages.desk.workspace import Workspace
from placards.messages.library import MessageLibrary

from .support import entry, world, write_pack, write_po

SHIPPED = """[pack]
name = "Shipped"
language = "en"
""" + "".join(
    f'[[slogan]]\nid = "s{n}"\ntext = "{text}"\n'
    for n, text in enumerate(
        ["Clean air for every child", "Clean water now", "Every child in school", "Books, not bombs", "Air and water, clean",
         "No clean water, no child at school", "Untranslated clean water"]
    )
)  # fmt: skip

OWN = """[pack]
name = "Own"
language = "en"
""" + "".join(
    f'[[slogan]]\nid = "o{n}"\ntext = "{text}"\n'
    for n, text in enumerate(
        ["CLEAN WATER now", "Clean water for every child", "Bombs", "Zebra crossing", "What is it for"]
    )
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    write_pack(shipped, SHIPPED, "shipped")
    texts = ["Luft", "Wasser", "Schule", "Bücher", "LuftWasser", "KeinWasser", ""]
    sources = [line[8:-1] for line in SHIPPED.splitlines() if line.startswith("text = ")]
    write_po(
        shipped,
        "de",
        *(entry(f"s{n}", s, t) for n, (s, t) in enumerate(zip(sources, texts, strict=True))),
        pack="shipped",
    )
    write_pack(own, OWN, "own")
    return Workspace(own.resolve(), MessageLibrary(world(own.resolve(), shipped)))


def texts(found: Suggestion) -> list[str]:
    return [known.message.text for known in found.known]


def test_the_very_same_words_come_alone(workspace: Workspace) -> None:
    first = next(suggestions(workspace, "de"))
    assert (first.slogan.full_name, first.exact, texts(first)) == ("own/o0", True, ["Wasser"])


def test_similar_ones_best_first_and_three_at_most(workspace: Workspace) -> None:
    second = list(suggestions(workspace, "de"))[1]
    assert not second.exact
    # “for every child” is the longest run; then two words in a row, of messages that share more; “Air and water, clean”
    # and the untranslated one do not come.
    assert texts(second)[0] == "Luft"
    assert set(texts(second)[1:]) <= {"Wasser", "Schule", "KeinWasser"}
    assert len(texts(second)) == 3


def test_a_word_alone_is_looked_up_and_small_words_are_not(workspace: Workspace) -> None:
    _, _, bombs, zebra, small = suggestions(workspace, "de")
    assert texts(bombs) == ["Bücher"]
    assert texts(zebra) == []
    assert texts(small) == []


def test_what_is_translated_needs_no_suggestion(workspace: Workspace) -> None:
    write_po(workspace.root, "de", entry("o1", "Clean water for every child", "Da"), pack="own")
    fresh = Workspace(workspace.root, MessageLibrary(workspace.library.world))
    assert [found.slogan.id for found in suggestions(fresh, "de")] == ["o0", "o2", "o3", "o4"]


@pytest.mark.parametrize(
    ("first", "second", "run"),
    [("a b c d", "x b c y", 2), ("a b", "b a", 1), ("a", "b", 0), ("", "a", 0), ("a b a b c", "a b c", 3)],
)
def test_the_longest_common_run(first: str, second: str, run: int) -> None:
    assert common_run(first.split(), second.split()) == run


def test_the_command_shows_where_each_comes_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = '[pack]\nname = "Mine"\nlanguage = "en"\n[[slogan]]\nid = "a"\ntext = "Ceasefire now"\n'
    write_pack(tmp_path, pack, "mine")
    assert main(["catalog", "suggest", "fr", "--path", str(tmp_path)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "mine/a: Ceasefire now (the same)"
    assert shown[1].startswith("  Ceasefire now: ")
    assert "(peace/ceasefire-now, " in shown[1]
    assert shown[-1] == "1 message has no translation into fr; 1 with something near."
