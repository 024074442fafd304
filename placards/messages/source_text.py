"""Two texts become an answer: are they the same but for line breaks, or but for typography?"""

from __future__ import annotations

import unicodedata

#: Typewriter characters and what typographers write instead, both folded to one form.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛‹›ʼ′`", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": "",  # soft hyphen
        "\u200b": "",  # zero width space, a place to break
        "\u2060": "",  # word joiner, no place to break
    }
)


def fold_spaces(text: str) -> str:
    """The text on one line, in NFC, every run of white space one space: a line break is a wish, not content."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold_typography(text: str) -> str:
    """Only the words and marks of a text: kinds of spaces, quotes and dashes, and spaces beside marks, are dropped."""
    folded = fold_spaces(text).translate(_TYPOGRAPHY)
    out: list[str] = []
    for position, char in enumerate(folded):
        if char == " " and not (_is_word(folded, position - 1) and _is_word(folded, position + 1)):
            continue
        out.append(char)
    return "".join(out).replace("---", "-").replace("--", "-")


def _is_word(text: str, position: int) -> bool:
    return 0 <= position < len(text) and unicodedata.category(text[position])[0] in "LMN"
