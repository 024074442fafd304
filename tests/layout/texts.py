"""Messages for tests: words of real languages, joined in every way that people type."""

from __future__ import annotations

import itertools
import json
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

UDHR = Path(__file__).parent.parent / "data" / "udhr_article1.jsonl"

#: Written with spaces; the others are cut anywhere between clusters of a real sentence.
SPACED = ("en", "de", "ar", "ur", "hi", "he", "vi", "el")
UNSPACED = ("th", "ja", "zh-Hans")

_NAMES = {"de": "de-1996", "el": "el-monoton", "zh-Hans": "zh"}


@cache
def article(language: str) -> str:
    """Article 1 of the Universal Declaration of Human Rights."""
    for line in UDHR.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["bcp47"] == _NAMES.get(language, language):
            return str(entry["text"]).split("[")[0]
    raise KeyError(language)


@cache
def words(language: str) -> tuple[str, ...]:
    """The article's words, punctuation and all; of unspaced scripts, short stretches."""
    text = article(language)
    if language in UNSPACED:
        from placards.text.breaks import line_break_ends

        ends = (0, *line_break_ends(text, language))
        return tuple(text[a:b].strip() for a, b in itertools.pairwise(ends) if text[a:b].strip())
    return tuple(text.split())


@cache
def plain_words(language: str) -> tuple[str, ...]:
    """The article's words without punctuation."""
    return tuple(filter(None, (word.strip(",.;:!?،؛۔।、。「」–—") for word in words(language))))


SEPARATORS = (" ", " ", " ", "\n", ", ", "! ", " – ", "\u00a0", "  ", " \n ", ". ", "; ")
TIGHT = ("", "", "、", "\n", "！", "。", " ")


@st.composite
def messages(
    draw: st.DrawFn, most_words: int = 6, languages: tuple[str, ...] = SPACED + UNSPACED, plain: bool = False
) -> tuple[str, str]:
    """A text and its language; now and then with a word of another script in it."""
    language = draw(st.sampled_from(languages))
    own = plain_words(language) if plain else words(language)
    out = ""
    for number in range(draw(st.integers(1, most_words))):
        if number:
            tight = language in UNSPACED
            out += ("" if tight else " ") if plain else draw(st.sampled_from(TIGHT if tight else SEPARATORS))
        foreign = not plain and draw(st.integers(0, 9)) == 0
        out += draw(st.sampled_from(words(draw(st.sampled_from(SPACED))) if foreign else own))
    return out, language
