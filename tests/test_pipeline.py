"""A job's texts are made settable before they are set, and what was done is in the Scene."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.api import scenes
from placards.job import OutputSpec
from placards.pipeline import text_blocks
from placards.problems.diagnostic import Diagnostic
from placards.problems.errors import InputError

from .jobs import engine, example_job


def test_a_telephone_number_in_a_right_to_left_slogan_keeps_its_order() -> None:
    """Slogan and details alike: the isolate is in the text that is set, drawn and found."""
    heard: list[Diagnostic] = []
    number = "+961 3 123 456"
    kept = f"\u2066{number}\u2069".replace(" ", "\u00a0")
    (scene,) = scenes(
        f"اتصل {number} الآن", language="ar", layout="event-card", title=f"لقاء {number}", report=heard.append
    )
    texts = [block.text for block in text_blocks(scene.items)]
    assert any(kept in text for text in texts), texts
    assert not any(number in text for text in texts)
    (scene,) = scenes(f"اتصل {number} الآن", language="ar")
    assert [block.text for block in text_blocks(scene.items)] == [f"اتصل {kept} الآن"]


@pytest.mark.parametrize("page", [1, 2])
def test_a_preview_is_one_page_as_it_is_made_among_the_others(page: int) -> None:
    job = example_job("leaflet", "en", "a5")
    whole = engine().make(replace(job, output=OutputSpec("png", width_px=180)))
    shown = engine().preview(job, width_px=180, page=page)
    assert whole.pages == shown.pages == 2
    assert shown.data == (whole.data, *whole.more)[page - 1]
    assert not shown.more


@pytest.mark.parametrize("page", [0, 3])
def test_a_preview_of_a_page_that_there_is_not_names_the_last_one(page: int) -> None:
    with pytest.raises(InputError, match=r"there is no page .: the last one is 2"):
        engine().preview(example_job("leaflet", "en", "a5"), width_px=180, page=page)
