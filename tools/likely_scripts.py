"""CLDR's likely scripts of languages, as Babel has them, become ``placards/locale/likely.py``.

Run it when Babel brings a newer CLDR: ``python tools/likely_scripts.py``. A test compares the module with Babel.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from babel.core import get_global

MODULE = Path(__file__).resolve().parents[1] / "placards" / "locale" / "likely.py"

HEAD = '''"""A language, or a language in a region, becomes the script that it is probably written in, as CLDR says.

Made by tools/likely_scripts.py out of Babel's data, which takes a hundredth of a second to load; do not edit.
"""

from __future__ import annotations

#: Script → languages, and languages in regions where those are written otherwise; between spaces.
_LANGUAGES = {
'''

TAIL = """}


def likely_script(language: str, region: str = "") -> str | None:
    \"\"\"The script of a language subtag in a region; None for a language that CLDR does not know.\"\"\"
    for key in (f" {language}_{region} ", f" {language} ") if region else (f" {language} ",):
        for script, languages in _LANGUAGES.items():
            if key in languages:
                return script
    return None
"""


def likely_scripts() -> dict[str, list[str]]:
    """Script → language codes and, where those differ, ``code_REGION``; the scripts of fewest languages first."""
    scripts = {key: str(value).split("_")[1] for key, value in get_global("likely_subtags").items()}
    out: dict[str, list[str]] = {}
    for key, script in sorted(scripts.items()):
        language, _, rest = key.partition("_")
        if not rest or (len(rest) < 4 and scripts.get(language) != script):
            out.setdefault(script, []).append(key)
    return dict(sorted(out.items(), key=lambda item: (len(item[1]), item[0])))


def module() -> str:
    """The text of the module."""
    lines = []
    for script, keys in likely_scripts().items():
        parts = textwrap.wrap(" ".join(keys), 108)
        if len(parts) == 1 and len(parts[0]) <= 98:
            lines.append(f'    "{script}": " {parts[0]} ",')
            continue
        lines += [f'    "{script}": (', *(f'        " {part}"' for part in parts), '        " "', "    ),"]
    return HEAD + "\n".join(lines) + "\n" + TAIL


if __name__ == "__main__":
    MODULE.write_text(module(), encoding="utf-8")
