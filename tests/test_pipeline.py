"""A job's texts are made settable before they are set, and what was done is in the Scene."""

from __future__ import annotations

from placards.api import scenes
from placards.pipeline import text_blocks
from placards.problems.diagnostic import Diagnostic


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
