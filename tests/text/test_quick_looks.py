"""What is known of plain texts without a pattern is what the pattern says of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from placards.text import breaks, clean, itemize, tokens

LETTERS = st.characters(max_codepoint=0x1200, exclude_categories=("Cs",))
TEXTS = st.text(st.one_of(LETTERS, st.sampled_from(" \n.@#:-©®\u00ad\u200d"), st.characters()), max_size=12)


def test_every_character_alone_and_between_words() -> None:
    for code_point in range(0x20, 0x3000):
        char = chr(code_point)
        for text in (char, f"a{char}", f"{char}a", f"a {char}b", f"a{char} b"):
            if clean._is_plain(text):
                assert not clean._NOTABLE.search(text), hex(code_point)
            if breaks._is_plain(text):
                assert list(map(len, CharacterBreaker(text, "en"))) == [1] * len(text), hex(code_point)
            if max(text) < "\u2000" and char not in "©®":
                assert not itemize._ODD.search(text), hex(code_point)


@given(TEXTS)
def test_any_text(text: str) -> None:
    if text and clean._is_plain(text):
        assert not clean._NOTABLE.search(text)
    if text and breaks._is_plain(text):
        assert breaks._offsets(CharacterBreaker(text, "en"), len(text)) == tuple(range(1, len(text) + 1))
    if tokens._ADDRESS_SIGNS.isdisjoint(text):
        assert not tokens._ADDRESS.search(text)
