"""Each character of a text gets its script, with Script_Extensions resolved from the neighbours (UAX #24)."""

from __future__ import annotations

from functools import lru_cache

COMMON = "Zyyy"
INHERITED = "Zinh"

#: CLDR's compound scripts, as the scripts that characters carry.
_EXPANDED = {
    "Jpan": ("Hira", "Kana", "Hani"),
    "Hans": ("Hani",),
    "Hant": ("Hani",),
    "Kore": ("Hang", "Hani"),
    "Aran": ("Arab",),
    "Hrkt": ("Hira", "Kana"),
}

_BRACKETS = {
    closer: opener
    for opener, closer in ("()", "[]", "{}", "«»", "‹›", "“”", "‘’", "（）", "「」", "『』", "《》", "【】")
}

_OPENERS = frozenset(_BRACKETS.values())


def expand_script(script: str) -> tuple[str, ...]:
    """The scripts that characters can carry under a language's script: ``Jpan`` → Hira, Kana, Hani."""
    return _EXPANDED.get(script, (script,))


@lru_cache(maxsize=4096)
def _properties(char: str) -> tuple[str, frozenset[str]]:
    if char.isascii():
        script = "Latn" if char.isalpha() else COMMON
        return script, frozenset({script})
    from placards.text.script_tables import script_tables  # a text in English does without them

    tables = script_tables()
    return tables.script(ord(char)), tables.extension(ord(char))


def resolve_scripts(text: str, language_script: str = COMMON) -> list[str]:
    """The script of each character. Common characters take the script before them, leading ones the script after
    them, and a text without any script takes *language_script* (or stays ``Zyyy``)."""
    scripts: list[str] = []
    last = ""
    openers: list[tuple[str, int]] = []
    for index, char in enumerate(text):
        script, extensions = _properties(char)
        if script not in (COMMON, INHERITED):
            if last in extensions and len(extensions) > 1:
                script = last
            last = script
        elif script == INHERITED and index:
            script = scripts[-1]  # a mark is of its base's script, whatever other scripts share it
        elif char in _BRACKETS:
            script = last = _opener_script(openers, scripts, _BRACKETS[char], last)
        elif last not in extensions and not extensions & {COMMON, INHERITED}:
            # Shared by a few scripts, none of them the one before: the next real character may decide.
            following = _following(text, index, extensions)
            script = following or _preferred(extensions, language_script)
            last = following or last or script
        else:
            script = last
            if char in _OPENERS:
                openers.append((char, index))
        scripts.append(script)
    _fill_leading(scripts, language_script)
    return scripts


def _opener_script(openers: list[tuple[str, int]], scripts: list[str], opener: str, last: str) -> str:
    """The script of a closing bracket: its opener's, so that both come from one font; *last* for one without (’)."""
    for depth in range(len(openers) - 1, -1, -1):
        if openers[depth][0] == opener:
            script = scripts[openers[depth][1]] or last  # a leading opener waits for what follows it
            del openers[depth:]
            return script
    return last


def _following(text: str, index: int, extensions: frozenset[str]) -> str:
    for char in text[index + 1 :]:
        script, _ = _properties(char)
        if script not in (COMMON, INHERITED):
            return script if script in extensions else ""
    return ""


def _preferred(extensions: frozenset[str], language_script: str) -> str:
    for script in expand_script(language_script):
        if script in extensions:
            return script
    return min(extensions)


def _fill_leading(scripts: list[str], language_script: str) -> None:
    following = ""
    for index in range(len(scripts) - 1, -1, -1):
        if scripts[index]:
            following = scripts[index]
        elif following:
            scripts[index] = following
    if scripts and not following:
        scripts[:] = [expand_script(language_script)[0]] * len(scripts)
