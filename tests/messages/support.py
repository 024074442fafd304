"""Short texts become the small files of a search path."""

from __future__ import annotations

from pathlib import Path

from placards.files.world import Folder, World

PACK = """[pack]
name = "Peace"
language = "en"
tags = ["peace"]

[[slogan]]
id = "ceasefire-now"
text = "Ceasefire now"
note = "To all sides."
tags = ["short", "chant"]

[[slogan]]
id = "talk-not-war"
text = "Talk, don’t fight"
tags = ["short"]

[[slogan]]
id = "hello-city"
text = "Hello {city}"
"""


def world(*folders: Path) -> World:
    """These folders, and nothing that is shipped."""
    return World([Folder(folder) for folder in folders])


def write(path: Path, text: str | bytes) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def write_pack(folder: Path, text: str = PACK, name: str = "peace") -> Path:
    """Put a pack into a search path folder."""
    return write(folder / "slogans" / f"{name}.toml", text)


def po(*entries: str, header: bool = True) -> str:
    """A PO file of these entries."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return "\n".join([head, *entries] if header else entries)


def entry(slogan: str, source: str, text: str, *comments: str) -> str:
    """One entry of a PO file."""
    escaped = text.replace("\n", "\\n")
    return "".join(f"{c}\n" for c in comments) + f'msgctxt "{slogan}"\nmsgid "{source}"\nmsgstr "{escaped}"\n'


def write_po(folder: Path, language: str, *entries: str, pack: str = "peace") -> Path:
    """Put a catalog into a search path folder."""
    return write(folder / "locale" / language / "LC_MESSAGES" / f"{pack}.po", po(*entries))
