"""What a translator says of a message's lines, and how it falls."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.layout.falls import SHAPES, falls, good_lines
from placards.layout.fit import FitRule, fit, prepare_message
from placards.messages.desk.workspace import open_workspace
from placards.messages.proof.proofread import proofread
from placards.messages.trust.breaks import breaks_comment, comment_breaks, has_breaks, lines_of, without_breaks
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle

from .support import entry, write, write_po

TEXT = "Nhân quyền cho mọi người"


def test_a_comment_becomes_lines() -> None:
    comments = ["Check it.", "Breaks: Nhân quyền / cho", "mọi người", "placards: approved by A"]
    assert comment_breaks(comments, TEXT) == ("Nhân quyền", "cho mọi người")
    assert comment_breaks(comments, "Nhân quyền cho tất cả") == (), "it was for other words"
    assert has_breaks(comments)
    assert not has_breaks(["Check it."])
    assert without_breaks(comments) == ["Check it.", "placards: approved by A"]
    assert comment_breaks([breaks_comment(("Nhân quyền", "cho mọi người"))], TEXT) == ("Nhân quyền", "cho mọi người")


@pytest.mark.parametrize(
    ("marked", "text", "lines"),
    [
        ("a b / c", "a b\nc", ("a b", "c")),
        ("a/b", "a b", ("a", "b")),
        ("24/7 / now", "24/7 now", ("24/7", "now")),
        ("我们/要和平", "我们要和平", ("我们", "要和平")),
        ("a / / b", "a b", ()),
        ("a / c", "a b", ()),
        ("", "a", ()),
    ],
)
def test_lines(marked: str, text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(marked, text) == lines


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_allowed_lines_are_the_only_ones(shape: object) -> None:
    message = prepare_message(TEXT, TextStyle("vi"), shipped_fonts(), breaks=("Nhân", "quyền cho", "mọi người"))
    fitted = fit(message, shape, FitRule(min_size=1))  # type: ignore[arg-type]
    starts = {metrics.line.start for metrics in fitted.lines[1:]}
    assert starts <= {5, 15}


def test_allowed_lines_of_other_words_say_nothing() -> None:
    style = TextStyle("vi")
    plain = prepare_message(TEXT, style, shipped_fonts())
    other = prepare_message(TEXT, style, shipped_fonts(), breaks=("Hòa bình",))
    assert other.allowed == frozenset()
    assert other.costs(other.ends) == plain.costs(plain.ends)


def test_a_message_falls() -> None:
    found = falls("Education is a right, not a privilege", "en")
    assert sorted(shape for way in found for shape in way.shapes) == sorted(SHAPES)
    for way in found:
        assert " ".join(way.lines) == "Education is a right, not a privilege"
        assert len(way.prices) == len(way.lines) - 1
        assert way.bad == (max(way.prices, default=0.0) >= 0.6)
    assert good_lines("Peace now", "en") == ("Peace", "now")
    assert good_lines("Peace", "en") == ()
    assert good_lines("水は\n命", "ja") == ("水は", "命")


def test_the_proof_reader_sees_where_lines_break_badly(tmp_path: Path) -> None:
    pack = (
        '[pack]\nname = "P"\nlanguage = "en"\n\n[[slogan]]\nid = "a"\ntext = "A"\n\n[[slogan]]\nid = "b"\ntext = "B"\n'
    )
    write(tmp_path / "slogans" / "p.toml", pack)
    comment = "# Breaks: Stop / the war"
    write_po(tmp_path, "de", entry("a", "A", "Stoppt den Krieg"), entry("b", "B", "Stoppt\nden Krieg"), pack="p")
    found = _rules(tmp_path, "de")
    assert "breaks" in found["a"]
    assert "breaks" not in found.get("b", set()), "a newline guards it"
    write_po(tmp_path, "de", entry("a", "A", "Stoppt den Krieg", comment), pack="p")
    assert "breaks-outdated" in _rules(tmp_path, "de")["a"]
    write_po(tmp_path, "de", entry("a", "A", "Stoppt den Krieg", "# Breaks: Stoppt / den Krieg"), pack="p")
    assert "breaks" not in _rules(tmp_path, "de").get("a", set())
    write_po(tmp_path, "de", entry("a", "A", "Frieden", "# Caution: dangerous in Russia"), pack="p")
    assert "caution" in _rules(tmp_path, "de")["a"]


def _rules(folder: Path, language: str) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for remark in proofread(
        open_workspace(folder), [language], stumbling=lambda text, _: "x" if "Krieg" in text else ""
    ):
        out.setdefault(remark.violation.place.key or "", set()).add(remark.violation.rule)
    return out
