"""Cyrillic letters that look alike, and texts in two scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import any_of, code_of, is_one_of, mapped, noticed, replaced, written_in
from placards.problems.diagnostic import Severity

_SOUTH_SLAVIC = frozenset({"sr", "bs", "cnr", "sh", "hr"})
_TO_LATIN = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
        strict=True,
    )
) | {"ѐ": "e", "ѝ": "i"}
_CYRILLIC = re.compile("[\u0400-\u045f]+")
_LATIN_WORD = re.compile(r"(?<![\w@#/.])[A-Za-zČĆŠŽĐčćšžđ]{2,}(?![\w@/])")
_SERBIAN_LATIN = re.compile(r"(?<![\w@#/.])[a-zA-Z]*[čćšžđČĆŠŽĐ][a-zA-ZčćšžđČĆŠŽĐ]*(?![\w@/])")


@lint("serbian-script", "Serbian is written in Cyrillic or in Latin letters, but one text keeps to one of them.")
def serbian_scripts(text: str, language: str, source: str) -> Iterator[Finding]:
    """Cyrillic words in a Latin text, and Serbian words in Latin letters in a Cyrillic one."""
    if is_one_of(language, _SOUTH_SLAVIC, "Latn"):
        problem, remedy = "is in Cyrillic, the text in Latin letters", "Write it in Latin letters"
        words = (word for word in _CYRILLIC.findall(text))
        if all(char.lower() in _TO_LATIN for word in words for char in word):
            yield from replaced("serbian-script", Severity.ERROR, text, _CYRILLIC, _romanized, problem, remedy)
        else:
            yield from noticed("serbian-script", Severity.ERROR, text, _CYRILLIC, problem, remedy)
    elif is_one_of(language, {"sr", "mk"}, "Cyrl"):
        problem, remedy = "is in Latin letters, the text in Cyrillic", "Write it in Cyrillic"
        yield from noticed("serbian-script", Severity.WARNING, text, _SERBIAN_LATIN, problem, remedy)


def _romanized(match: re.Match[str]) -> str:
    word = match[0]
    shout = len(word) > 1 and word.isupper()
    out = []
    for char in word:
        latin = _TO_LATIN[char.lower()]
        out.append(latin if char.islower() else latin.upper() if shout else latin.capitalize())
    return "".join(out)


#: Letters of a neighbour's keyboard or an old font, by language; each is no letter of the language itself.
_LOOKALIKES = {
    "mn": mapped("є→ө Є→Ө ї→ү Ї→Ү ɵ→ө Ɵ→Ө ѳ→ө Ѳ→Ө"),
    "kk": mapped("ɵ→ө Ɵ→Ө ѳ→ө Ѳ→Ө ә̇→ә ǝ→ә ə→ә Ə→Ә ӊ→ң Ӊ→Ң ҟ→қ Ҟ→Қ"),
    "ky": mapped("ɵ→ө Ɵ→Ө ѳ→ө Ѳ→Ө ӊ→ң Ӊ→Ң"),
    "tt": mapped("ɵ→ө Ɵ→Ө ѳ→ө ə→ә Ə→Ә ǝ→ә ӊ→ң Ӊ→Ң"),
    "ba": mapped("ɵ→ө Ɵ→Ө ѳ→ө ə→ә Ə→Ә ǝ→ә ӊ→ң Ӊ→Ң"),
    "tg": mapped("ў→ӯ Ў→Ӯ"),
    "os": mapped("æ→ӕ Æ→Ӕ"),
    "uk": mapped("ӏ→і Ӏ→І"),
    "be": mapped("ӏ→і Ӏ→І ӯ→ў Ӯ→Ў ŭ→ў"),
    "az": mapped("ə→ә Ə→Ә ɵ→ө Ɵ→Ө"),
}


@lint(
    "cyrillic-letter",
    "ө, ә, ӯ and ӕ are letters of their own; look-alikes from another alphabet break search and font.",
)
def cyrillic_letters(text: str, language: str, source: str) -> Iterator[Finding]:
    """Look-alikes of Kazakh, Mongolian, Tatar, Tajik and Ossetic letters."""
    table = _LOOKALIKES.get(code_of(language))
    if table and written_in(language, "Cyrl"):
        problem, remedy = "has another alphabet's letter", f"Write {', '.join(dict.fromkeys(table.values()))}"
        # Only within words in Cyrillic: a French name keeps its æ.
        pattern = re.compile(
            f"(?<=[\u0400-\u04ff])(?:{any_of(table).pattern})|(?:{any_of(table).pattern})(?=[\u0400-\u04ff])"
        )
        yield from replaced("cyrillic-letter", Severity.ERROR, text, pattern, lambda m: table[m[0]], problem, remedy)


_PALOCHKA_LANGUAGES = frozenset("ce inh av lez kbd ady abq dar lbe tab agx aqc rut tkr cji ddo huz kva gin bph".split())
_PALOCHKA = re.compile("(?<=[\u0400-\u04ff])[Iil1|](?=[\u0400-\u04ff]|\\b)|\\b[I1|](?=[\u0400-\u04ff])")


@lint("palochka", "The Caucasian palochka ӏ is a letter; a 1 or a Latin I in its place breaks the word for machines.")
def palochka(text: str, language: str, source: str) -> Iterator[Finding]:
    """1, I, l and | for the palochka."""
    if is_one_of(language, _PALOCHKA_LANGUAGES, "Cyrl"):
        problem, remedy = "has a look-alike of the palochka", "Write Ӏ (U+04C0)"
        yield from replaced("palochka", Severity.WARNING, text, _PALOCHKA, "Ӏ", problem, remedy)
