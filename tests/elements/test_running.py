"""A line that runs along a band: once as text, again as outlines, cut by the band; small ones stand still."""

from __future__ import annotations

import pytest

from placards.problems.errors import TextError
from placards.scene.bounds import shown
from placards.scene.check import check_scene
from placards.scene.items import Group, Scene, TextBlock
from placards.values.geometry import Rect

from ..compose.support import GROUND, HEAD, composed, content, element

#: Between two copies, as a part of the sheet, there may be nothing.
GAP = 0.05

BAND = {"top": "40%", "height": "12vmin", "fill": "ink"}


def scene(*texts: tuple[str, str], **keys: object) -> Scene:
    band = element("running", "band", **({"show": "translation"} | BAND | keys))
    made = composed(HEAD + GROUND + band, content(*texts))
    assert check_scene(made.scenes[0]) == []
    return made.scenes[0]


def parts(made: Scene) -> tuple[list[TextBlock], list[Rect]]:
    texts = [item for item in made.items if isinstance(item, TextBlock)]
    clipped = [item for item in made.items if isinstance(item, Group)]
    return texts, [found for item in clipped for part in item.items if (found := shown(part)) is not None]


@pytest.mark.parametrize(("tag", "text"), [("fr", "Non"), ("ur", "امن"), ("hi", "शांति"), ("ja", "平和")])
def test_it_is_found_once_and_runs_over_both_edges(tag: str, text: str) -> None:
    made = scene(("en", "No"), (tag, text))
    texts, copies = parts(made)
    assert [block.text for block in texts] == [text]
    assert min(box.x for box in copies) <= GAP * made.trim.width
    assert max(box.right for box in copies) >= (1 - GAP) * made.trim.width
    (line,) = texts[0].lines
    assert Rect(0, 0, made.trim.width, made.trim.height).contains(line.ink, 0.1)
    assert not any(box.intersection(line.ink) and box.width > line.ink.width / 2 for box in copies)


def test_a_high_band_has_rows() -> None:
    low = parts(scene(("en", "No"), ("fr", "Non")))[1]
    high = parts(scene(("en", "No"), ("fr", "Non"), height="60vmin", row="12vmin"))[1]
    assert len(high) > 3 * len(low)


def test_a_long_text_stands_still_in_lines() -> None:
    text = "Personne n’est libre tant que tout le monde ne l’est pas, et cela vaut pour nous toutes et tous"
    texts, copies = parts(scene(("en", "No"), ("fr", text), height="40vmin"))
    assert len(texts[0].lines) > 1
    assert copies == []


def test_marks_stand_between_and_may_be_left_out() -> None:
    with_marks = parts(scene(("en", "No"), ("fr", "Non"), mark="diamond"))[1]
    without = parts(scene(("en", "No"), ("fr", "Non"), mark="none"))[1]
    assert len(with_marks) > len(without)


def test_a_missing_language_is_an_error_unless_it_is_optional() -> None:
    with pytest.raises(TextError):
        scene(("en", "No"))
    assert parts(scene(("en", "No"), optional=True)) == ([], [])


def test_an_echo_is_drawn_and_not_read() -> None:
    texts, copies = parts(scene(("en", "No"), ("fr", "Non"), echo=True))
    assert texts == []
    assert len(copies) == len(parts(scene(("en", "No"), ("fr", "Non")))[1]) + 1


def test_an_echo_that_would_stand_still_is_left_out() -> None:
    text = "Personne n’est libre tant que tout le monde ne l’est pas, et cela vaut pour nous toutes et tous"
    assert parts(scene(("en", "No"), ("fr", text), height="40vmin", echo=True)) == ([], [])
