"""Letters of one script inside the words of another: they look alike, and are not the same letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from placards.locale.language import script_of
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.exemplars import exemplars
from placards.messages.proof.lints.registry import lint
from placards.problems.diagnostic import Severity

#: Scripts that share shapes, by the first word of their letters' names and by their code.
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARMENIAN": "Armn", "CHEROKEE": "Cher"}

#: Letters that look alike, one line a pair of scripts, in the same places.
_ALIKE = (
    ("LATIN", "AaBCcEeHIiJjKMOoPpSsTXxyhËëÏïƏə", "CYRILLIC", "АаВСсЕеНІіЈјКМОоРрЅѕТХхуһЁёЇїӘә"),
    ("LATIN", "ABEZHIKMNOPTYXovɛɑɩɣ", "GREEK", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονεαιγ"),
    ("CYRILLIC", "АВЕНІКМОРТХо", "GREEK", "ΑΒΕΗΙΚΜΟΡΤΧο"),
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_ROMAN = re.compile(r"[IVXLCDM]+|[ІХСМ]+")


def _twins() -> dict[tuple[str, str], str]:
    """(letter, wanted script) → the letter of that script which looks the same."""
    twins = {}
    for first, letters, second, others in _ALIKE:
        for a, b in zip(letters, others, strict=True):
            twins[a, second] = b
            twins[b, first] = a
    return twins


_TWINS = _twins()


@lint("homoglyph", "A Latin a in a Cyrillic word looks right, but it breaks searching, sorting, voices and fonts.")
def homoglyphs(text: str, language: str, source: str) -> Iterator[Finding]:
    """Letters of another script that look like the ones that were meant."""
    for word, wanted, foreign in _mixed(text, language, source):
        if all((char, wanted) in _TWINS for char in foreign):
            right = "".join(_TWINS[c, wanted] if c in foreign else c for c in word)
            shown = ", ".join(f"“{c}” ({unicodedata.name(c)})" for c in dict.fromkeys(foreign))
            yield Finding(
                Severity.ERROR,
                "homoglyph",
                f"“{word}” has {shown} among {wanted.title()} letters",
                f"Write the {wanted.title()} letters that look the same",
                re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", right, text),
            )


@lint("mixed-script", "A word is written in one script; letters of another one come from a wrong keyboard.")
def mixed_scripts(text: str, language: str, source: str) -> Iterator[Finding]:
    """Words in two scripts, where no twin of the foreign letter is known."""
    for word, wanted, foreign in _mixed(text, language, source):
        if not all((char, wanted) in _TWINS for char in foreign):
            other = unicodedata.name(foreign[0])
            problem = f"“{word}” mixes {wanted.title()} letters with {other} (U+{ord(foreign[0]):04X})"
            yield Finding(Severity.WARNING, "mixed-script", problem, "Write the word in one script")


def _mixed(text: str, language: str, source: str) -> Iterator[tuple[str, str, str]]:
    """Words with letters of a foreign script: the word, the script it should be in, the foreign letters."""
    own = exemplars(language)
    home = next((name for name, code in _SCRIPTS.items() if code == _script(language)), "")
    for word in dict.fromkeys(_WORD.findall(text)):
        scripts = Counter(filter(None, map(_script_name, word)))
        if not scripts:
            continue
        wanted = home if home in scripts else max(scripts, key=lambda name: scripts[name])
        foreign = "".join(c for c in word if _script_name(c) not in ("", wanted) and not (own and c.lower() in own))
        if foreign:
            yield word, wanted, foreign
        elif home and wanted != home and _is_disguised(word, home, source):
            yield word, home, word


def _is_disguised(word: str, home: str, source: str) -> bool:
    """Whether a whole word is of another script, and each of its letters looks like one of this script."""
    return all((c, home) in _TWINS for c in word) and word not in source and not _ROMAN.fullmatch(word)


def _script(language: str) -> str:
    return "" if language == "und" else script_of(language)


def _script_name(char: str) -> str:
    name = unicodedata.name(char, "").partition(" ")[0]
    return name if name in _SCRIPTS and unicodedata.category(char) != "Lm" else ""
