"""The element ``wall``: every language of the job, and what no font can draw is said."""

from __future__ import annotations

from placards.layout.content import Content

from ..compose.support import GROUND, HEAD, blocks, codes, composed, content, element

WALL = HEAD + GROUND + element("wall", "all", inside="safe", fills=["ink"])


def test_every_language_is_shown_and_counts_as_shown() -> None:
    made = composed(WALL, content(("en", "Peace now"), ("ar", "السلام الآن"), ("hi", "अब शांति")))
    assert sorted(slot.removeprefix("all-") for slot in blocks(made)) == ["ar", "en", "hi"]
    assert codes(made) == []


def test_languages_with_the_same_words_share_a_strip() -> None:
    made = composed(WALL, content(("nb", "Fred nå"), ("en", "Peace now"), ("nn", "Fred  nå")))
    assert sorted(slot.removeprefix("all-") for slot in blocks(made)) == ["en", "nb"]
    assert codes(made) == []


def test_a_text_that_no_font_draws_is_left_out_and_said() -> None:
    made = composed(WALL, content(("en", "Peace now"), ("qaa", "\ue123\ue124")))
    assert list(blocks(made)) == ["all-en"]
    assert codes(made) == [("wall-without", "warning")]
    assert "qaa" in str(made.diagnostics.warnings[0])


def test_a_wall_without_a_slogan_is_empty() -> None:
    made = composed(WALL, Content(("en",), ()))
    assert blocks(made) == {}
    assert codes(made) == []


def test_a_headline_s_language_is_not_set_again() -> None:
    wall = element("wall", "all", inside="safe", fills=["ink"], language=2)
    slogan = element("text", "slogan", show="slogan", inside="safe", height="10%", top="0")
    made = composed(HEAD + GROUND + slogan + wall.replace('inside="safe"', 'inside="safe"\nbelow="slogan"'),
                    content(("en", "Peace now"), ("ar", "السلام الآن")))  # fmt: skip
    assert sorted(blocks(made)) == ["all-ar", "slogan"]
    assert codes(made) == []
