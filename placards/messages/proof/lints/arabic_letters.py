"""Letters of the Arabic script that look alike and belong to different languages: yeh, kaf and heh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import exchanged, is_one_of, mapped, noticed, replaced
from placards.problems.diagnostic import Severity

_PERSIAN = {"fa", "prs", "glk", "mzn", "lrc", "bqi", "azb", "haz", "aiq"}
_KURDISH = {"ckb", "ku", "kmr", "sdh"}
_URDU = {"ur", "pnb", "skr", "lah", "hno", "pa", "ks", "khw", "uz", "bal"}
_ARABIC = {"ar", "arb", "arz", "ary", "aeb", "acm", "ajp", "apc", "apd", "acw", "acq", "afb", "ars", "ayl", "shu"}

_PERSIAN_LETTERS = mapped("ي→ی ى→ی ك→ک")
_NON_ARABIC_YEH = re.compile(r"ی(?=[\u0640\u064b-\u0652]*[ء-غف-يپچژگ])")  # where another letter follows
_FINAL_YEH = re.compile(r"ی(?![\u0640\u064b-\u0652]*[ء-غف-يپچژگ])")
_KAF = mapped("ک→ك ڪ→ك")


@lint("arabic-letter", "Arabic ي and ك are not Persian ی and ک: they look different in a word, and nobody finds it.")
def persian_letters(text: str, language: str, source: str) -> Iterator[Finding]:
    """Arabic yeh and kaf in Persian, Urdu, Kurdish and their neighbours."""
    if is_one_of(language, _PERSIAN | _KURDISH | _URDU, "Arab", "Aran"):
        table = _PERSIAN_LETTERS
    elif is_one_of(language, {"ps", "pbt", "pbu"}):
        table = mapped("ك→ک")  # Pashto has ي and ی, and they differ
    else:
        return
    problem, remedy = "has a letter of the Arabic keyboard", "Write ی and ک"
    yield from exchanged("arabic-letter", Severity.ERROR, text, table, problem, remedy)


@lint("persian-letter", "Persian ی and ک are not Arabic ي and ك: ی has no dots at the end of a word.")
def arabic_letters(text: str, language: str, source: str) -> Iterator[Finding]:
    """Persian yeh and kaf in Arabic, and in Uyghur, whose letters are Arabic's."""
    if not is_one_of(language, _ARABIC | {"ug"}, "Arab"):
        return
    problem = "has a letter of the Persian keyboard"
    yield from exchanged("persian-letter", Severity.ERROR, text, _KAF, problem, "Write ك")
    if is_one_of(language, _ARABIC):
        yield from replaced("persian-letter", Severity.ERROR, text, _NON_ARABIC_YEH, "ي", problem, "Write ي")
        yield from noticed("persian-letter", Severity.ERROR, text, _FINAL_YEH, problem, "Write ي or ى, as is meant")


_URDU_HEH = mapped("ه→ہ ۀ→ۂ ە→ہ")
_FIRST_DO_CHASHMI = re.compile(r"(?<![\u0600-\u06ff])ھ(?=[\u0620-\u064a\u0671-\u06d3])")


@lint("urdu-heh", "Urdu writes ہ, and ھ only to breathe on a consonant; Arabic's ه takes wrong shapes in Nastaliq.")
def urdu_heh(text: str, language: str, source: str) -> Iterator[Finding]:
    """Arabic heh and teh marbuta in Urdu, and two-eyed ھ at the start of a word."""
    if is_one_of(language, {"ur"}, "Arab", "Aran"):
        problem = "has the heh of the Arabic keyboard"
        yield from exchanged("urdu-heh", Severity.ERROR, text, _URDU_HEH, problem, "Write ہ")
        problem = "has the Arabic ة"
        yield from exchanged("urdu-heh", Severity.WARNING, text, {"ة": "ۃ"}, problem, "Write ۃ, or ت")
        problem = "begins with ھ, which only follows a consonant"
        yield from replaced("urdu-heh", Severity.WARNING, text, _FIRST_DO_CHASHMI, "ہ", problem, "Write ہ")


_FOREIGN_HEH = mapped("ہ→ه ھ→ه ە→ه ۃ→ة")
_HEH_YEH = re.compile("\u06c0")


@lint("heh", "Arabic and Persian have one heh, ه; Urdu's ہ and ھ and Kurdish ە are other letters.")
def plain_heh(text: str, language: str, source: str) -> Iterator[Finding]:
    """Urdu's, Kurdish and Uyghur forms of heh in Arabic and Persian; ۀ as one character in Persian."""
    if is_one_of(language, _ARABIC | {"fa", "prs"}, "Arab"):
        problem = "has a heh of another language"
        yield from exchanged("heh", Severity.ERROR, text, _FOREIGN_HEH, problem, "Write ه")
    if is_one_of(language, {"fa", "prs"}, "Arab"):
        problem = "has ۀ as one character, which is made of Kurdish ە"
        yield from replaced("heh", Severity.WARNING, text, _HEH_YEH, "ه\u0654", problem, "Write ه and a hamza above")


_OLD_AE = re.compile("ه\u200c")
_FINAL_HEH = re.compile(r"(?<=[بپتجچحخدرڕزژسشعغفڤقکگلڵمنو])ه(?![\u0600-\u06ff\u200c\u200d])")


@lint("sorani-heh", "Kurdish writes its vowel ە and its consonant ه apart; ه with a hidden joiner is an old makeshift.")
def sorani_heh(text: str, language: str, source: str) -> Iterator[Finding]:
    """Heh for the vowel ae, by ZWNJ or at the end of a word."""
    if not is_one_of(language, _KURDISH, "Arab"):
        return
    problem = "writes the vowel ە as ه with a zero width non-joiner"
    yield from replaced("sorani-heh", Severity.WARNING, text, _OLD_AE, "ە", problem, "Write ە")
    problem = "ends in ه, where the vowel ە is likely"
    yield from noticed("sorani-heh", Severity.WARNING, text, _FINAL_HEH, problem, "Write ە if it is the vowel")


@lint("sindhi-letter", "Sindhi writes ي with dots, and ڪ beside ک: Urdu's ی and Arabic's ك are not its letters.")
def sindhi_letters(text: str, language: str, source: str) -> Iterator[Finding]:
    """Farsi yeh and Arabic kaf in Sindhi."""
    if is_one_of(language, {"sd"}, "Arab"):
        problem = "has a letter of another language"
        table = mapped("ی→ي ك→ڪ")
        yield from exchanged("sindhi-letter", Severity.WARNING, text, table, problem, "Write ي and ڪ")
