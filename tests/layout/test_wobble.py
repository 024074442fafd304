"""Lines that a hand has written: turned by a little, still in their slot, still apart, still the same text."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, degrees

import pytest

from placards.layout.arc import _points
from placards.layout.fit import FitRule, fit
from placards.layout.grounds.chance import Chance
from placards.layout.text_block import BlockStyle, place_block
from placards.layout.wobble import Wobbled, wobble
from placards.scene.items import TextBlock, TextLine
from placards.values.color import BLACK
from placards.values.geometry import Rect

from .test_fit import prepared

BOX = Rect(20, 30, 300, 400)
TEXTS = [
    ("en", "No one is free until all of us are free"),
    ("ar", "لا أحد حر حتى نكون جميعا أحرارا"),
    ("ur", "جب تک سب آزاد نہیں کوئی آزاد نہیں"),
    ("hi", "जब तक सब आज़ाद नहीं कोई आज़ाद नहीं"),
    ("th", "ไม่มีใครเป็นอิสระจนกว่าทุกคนจะเป็นอิสระ"),
    ("bo", "ང་ཚོ་ཚང་མ་རང་དབང་མ་ཐོབ་བར་སུ་ཡང་རང་དབང་མེད།"),
]


def straight(language: str, text: str, least: float = 2) -> TextBlock:
    fitted = fit(prepared(text, language), BOX, FitRule(least, 80, 8, "center", 1.1))
    return place_block(fitted, BOX, BlockStyle(BLACK, "slogan", "slot", min_size=least), text)


def by_hand(block: TextBlock, angle: float = 4, seed: int = 5, *, mirrored: bool = False) -> Wobbled:
    return wobble(block, angle, Chance(seed), "center", "middle", mirrored=mirrored)


def ink(line: TextLine) -> Rect:
    points = list(_points(line.runs, line.origin))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def angles(block: TextBlock) -> list[float]:
    return [degrees(atan2(line.runs[0].matrix.b, line.runs[0].matrix.a)) for line in block.lines]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_lines_turn_by_different_angles_and_their_ink_stays_in_the_slot(language: str, text: str) -> None:
    block = by_hand(straight(language, text)).block
    turned = angles(block)
    assert len(set(turned)) == len(turned) > 1
    assert 0.3 < max(map(abs, turned)) <= 4
    for line in block.lines:
        real = ink(line)
        assert real.x >= BOX.x - 0.01
        assert real.right <= BOX.right + 0.01
        assert real.y >= BOX.y - 0.01
        assert real.bottom <= BOX.bottom + 0.01
        assert line.ink.x - 0.01 <= real.x, "what others hang from holds all letters"
        assert real.bottom <= line.ink.bottom + 0.01


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_the_text_is_the_same_and_in_the_same_order(language: str, text: str) -> None:
    before = straight(language, text)
    after = by_hand(before).block
    assert [line.text for line in after.lines] == [line.text for line in before.lines]
    assert after.text == text
    for line in after.lines:
        starts = [run.offset for run in line.runs]
        assert starts == sorted(starts)
        assert line.advance == pytest.approx(sum(run.run.advance * run.unit for run in line.runs))


def test_neighbours_come_no_nearer_than_they_were() -> None:
    before = straight("en", "No one is free until all of us are free")
    found = by_hand(before)
    scale = found.turns[0].a, found.block.lines[0].size / before.lines[0].size
    for number, (upper, lower) in enumerate(pairwise(before.lines)):
        for x in (max(upper.ink.x, lower.ink.x), min(upper.ink.right, lower.ink.right)):
            over = found.turns[number].point(x, upper.ink.bottom)
            under = found.turns[number + 1].point(x, lower.ink.y)
            assert under.y - over.y >= (lower.ink.y - upper.ink.bottom) * scale[1] - 0.6


def test_a_mirrored_sheet_turns_the_other_way_and_a_seed_is_a_seed() -> None:
    before = straight(*TEXTS[0])
    assert by_hand(before).block == by_hand(before).block
    assert by_hand(before).block != by_hand(before, seed=6).block
    assert angles(by_hand(before, mirrored=True).block) == pytest.approx([-a for a in angles(by_hand(before).block)])


def test_a_block_that_has_no_room_to_turn_stays_straight() -> None:
    block = straight(*TEXTS[0])
    size = min(line.size for line in block.lines)
    tight = straight(*TEXTS[0], least=size * 0.9999)
    found = by_hand(tight)
    assert min(line.size for line in found.block.lines) >= tight.min_size
