"""Hooked letters, dots below and tones of West Africa's languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from placards.locale.language import parse_language
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import exchanged, is_one_of, mapped, place, replaced
from placards.problems.diagnostic import Severity

_HOOKS = mapped("b→ɓ B→Ɓ d→ɗ D→Ɗ k→ƙ K→Ƙ")
_AFTER = re.compile(r"([bdkBDK])['’‘ʼʻ`](?=[aeioubdkAEIOUBDK])")
_BEFORE = re.compile(r"(?<![^\W\d_])['’‘ʼʻ`]([bdkBDK])(?=[aeiouAEIOU])(?![^'’]*\w['’](?!\w))")
_HOOKED_Y = re.compile(r"(?<![^\W\d_])['’‘ʼʻ`]([yY])(?=[aeiouAEIOU])(?![^'’]*\w['’](?!\w))")
_DOTTED = mapped("ḅ→ɓ Ḅ→Ɓ ḍ→ɗ Ḍ→Ɗ ḳ→ƙ Ḳ→Ƙ ķ→ƙ Ķ→Ƙ")


@lint("hausa-hook", "Hausa ɓ ɗ ƙ are letters with a hook; b' d' k' are what typewriters could do.")
def hausa_hooks(text: str, language: str, source: str) -> Iterator[Finding]:
    """Apostrophes and dots for the hooks; 'y for ƴ in Niger, whose standard it is."""
    if not is_one_of(language, {"ha"}, "Latn"):
        return
    rule, problem, remedy = "hausa-hook", "has an apostrophe or a dot for a hook", "Write ɓ ɗ ƙ"
    for pattern in (_AFTER, _BEFORE):
        yield from replaced(rule, Severity.WARNING, text, pattern, _hooked, problem, remedy)
    yield from exchanged(rule, Severity.ERROR, text, _DOTTED, problem, remedy)
    if parse_language(language).region == "NE":
        yield from replaced(
            rule, Severity.WARNING, text, _HOOKED_Y, lambda m: "ƴ" if m[1] == "y" else "Ƴ", problem, "Write ƴ"
        )


def _hooked(match: re.Match[str]) -> str:
    return _HOOKS[match[1]]


_DOT_LANGUAGES = frozenset({"yo", "ig", "bin", "ibb", "efi", "urh", "iso", "ann", "nup", "ish"})
_OTHER_MARKS = re.compile("([aeiosuAEIOSU])([\u0300\u0301\u0304]*)[\u0329\u0327\u0326\u0331]")


@lint("dot-below", "ẹ ọ ṣ have a dot below; a stroke or a cedilla below is a look-alike that searching does not find.")
def dots_below(text: str, language: str, source: str) -> Iterator[Finding]:
    """Vertical lines, cedillas and commas below where Yoruba, Igbo and their neighbours have a dot."""
    if is_one_of(language, _DOT_LANGUAGES, "Latn", "Zyyy"):
        apart = unicodedata.normalize("NFD", text)
        mended = unicodedata.normalize("NFC", _OTHER_MARKS.sub("\\1\u0323\\2", apart))
        found = _OTHER_MARKS.search(apart)
        if found:
            shown = unicodedata.normalize("NFC", place(apart, found.start(), found.end()))
            problem = f"“{shown}” has another mark for the dot below"
            yield Finding(Severity.WARNING, "dot-below", problem, "Write the dot below (U+0323)", mended)


_WORD = re.compile(r"[^\W\d_]+")


@lint("yoruba-tone", "Yoruba words differ by their tones and dots: ọkọ́, ọkọ̀ and oko are a hoe, a boat and a farm.")
def yoruba_tones(text: str, language: str, source: str) -> Iterator[Finding]:
    """Several words of Yoruba without any tone mark or dot."""
    if is_one_of(language, {"yo"}, "Latn") and text.isascii() and len(_WORD.findall(text)) >= 4:
        problem = "the text has no tone marks and no dots"
        yield Finding(Severity.WARNING, "yoruba-tone", problem, "Write them, or ask a speaker")
