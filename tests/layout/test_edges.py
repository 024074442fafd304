"""Outlines and shadows take their room from the slot: with all that is around the letters, they stay inside it."""

from __future__ import annotations

import pytest

from placards.layout.edges import Edges, fit_within
from placards.layout.fit import FitRule, fit, prepare_message
from placards.problems.errors import FitError
from placards.scene.bounds import line_ink
from placards.scene.items import TextBlock
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle
from placards.values.geometry import IDENTITY, Rect

from ..compose.support import GROUND, HEAD, composed, content, element

TEXTS = {
    "en": "No one is free until all are free",
    "ar": "لا أحد حر حتى يتحرر الجميع",
    "ur": "جب تک سب آزاد نہیں، کوئی آزاد نہیں",
    "th": "ไม่มีใครเป็นอิสระจนกว่าทุกคนจะเป็นอิสระ",
    "ja": "すべての人が自由になるまで誰も自由ではない",
}

WAYS = {
    "size": "",
    "stack": 'fit = "stack"\n',
    "hero": 'fit = "hero"\n',
    "ellipse": 'into = "ellipse"\n',
    "vertical": 'writing = "vertical"\n',
    "arc": 'arc = "top"\nsweep = 220\n',
    "flush": "flush = true\n",
    "wobble": "wobble = 4\n",
}

AROUND = {
    "outline": 'outline = { fill = "accent", width = 0.15 }\n',
    "shadow": 'shadow = { fill = "accent", end = 0.2, down = -0.1 }\n',
    "both": 'outline = { fill = "accent" }\nshadow = { fill = "accent", end = 0.1, down = 0.12, solid = true }\n',
}


def block_of(keys: str, language: str, **sides: str) -> tuple[TextBlock, list[str]]:
    text = HEAD + 'accent = "#d81e05"\n' + GROUND + element("text", "slogan", show="slogan", **sides) + keys
    made = composed(text, content((language, TEXTS[language])))
    (block,) = [item for item in made.scenes[0].items if isinstance(item, TextBlock)]
    return block, [found.code for found in made.diagnostics]


def reach(block: TextBlock) -> Rect:
    """The box around everything that is drawn of a block."""
    found: Rect | None = None
    for line in block.lines:
        ink = line_ink(line, IDENTITY)
        assert ink is not None
        found = ink if found is None else found.union(ink)
        for underlay in block.underlays:
            half = underlay.stroke.width / 2 if underlay.stroke is not None else 0.0
            x, y = underlay.offset
            there = Rect(ink.x + x, ink.y + y, *ink.size).inset(*(-half,) * 4)
            found = found.union(there)
    assert found is not None
    return found


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("way", WAYS)
def test_all_of_it_is_inside_the_slot_and_the_slot_is_used(way: str, around: str, language: str) -> None:
    sides = {"start": "40pt", "end": "50pt", "top": "60pt", "bottom": "70pt"}
    block, codes = block_of(WAYS[way] + AROUND[around], language, **sides)
    page = composed(HEAD + GROUND, content()).scenes[0].trim
    left = 50 if language in ("ar", "ur") else 40
    slot = Rect(left, 60, page.width - 90, page.height - 130)
    assert slot.contains(reach(block), 0.6), "what is around letters leaves the slot"
    assert not [code for code in codes if code.startswith("scene")]
    if way in ("size", "stack"):
        drawn = reach(block)
        assert max(drawn.width / slot.width, drawn.height / slot.height) > 0.985, "room is wasted"


@pytest.mark.parametrize("around", AROUND)
def test_no_margin_is_needed_at_the_edge_of_the_sheet(around: str) -> None:
    """Before, a layout had to leave it by itself: what reached over the edge was refused."""
    block, codes = block_of(AROUND[around], "en")
    assert not [code for code in codes if code.startswith("scene")]
    assert len(block.underlays) > 0


def test_letters_without_anything_around_them_are_as_large_as_before() -> None:
    message = prepare_message(TEXTS["en"], TextStyle("en", "display"), shipped_fonts())
    box, rule = Rect(0, 0, 400, 300), FitRule()
    plain = fit(message, box, rule)
    fitted, placed = fit_within(lambda inner: (fit(message, inner, rule), inner), box, Edges(), 6.0)
    assert (fitted, placed) == (plain, box)


def test_letters_are_as_large_as_their_edges_let_them() -> None:
    message = prepare_message("Peace", TextStyle("en", "display"), shipped_fonts())
    rule, edges = FitRule(), Edges(0.1, 0.2, 0.3, 0.4)
    box = Rect(10, 20, 400, 900)
    fitted, placed = fit_within(lambda inner: (fit(message, inner, rule), inner), box, edges, 6.0)
    (line,) = fitted.lines
    assert line.size * (line.along + 0.4) == pytest.approx(400)
    assert placed == pytest.approx((10 + 0.1 * line.size, 20 + 0.2 * line.size, line.along * line.size,
                                    900 - 0.6 * line.size))  # fmt: skip


def test_what_fits_at_the_smallest_size_alone_is_set_and_what_does_not_is_said() -> None:
    message = prepare_message(TEXTS["en"], TextStyle("en", "display"), shipped_fonts())
    edges = Edges(0.5, 0.5, 0.5, 0.5)

    def within(box: Rect, least: float) -> float:
        rule = FitRule(least)
        return fit_within(lambda inner: (fit(message, inner, rule), inner), box, edges, least)[0].size

    whole = fit(message, Rect(0, 0, 200, 100), FitRule()).size
    within_it = within(Rect(0, 0, 200, 100), 6.0)
    assert within_it < whole
    assert within(Rect(0, 0, 200, 100), within_it * 0.999) >= within_it * 0.999
    with pytest.raises(FitError):
        within(Rect(0, 0, 200, 100), (whole + within_it) / 2)
