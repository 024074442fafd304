"""A campaign folder with its own pack, catalogs and layouts, as small as tests like it."""

from __future__ import annotations

from pathlib import Path

from ..messages.support import entry, write, write_po

#: What every run leaves beside its artefacts and the manifest.
LISTS = {"SHA256SUMS", "picking-list.csv", "index.html"}

PACK = """[pack]
name = "Demo"
language = "en"
tags = ["demo"]

[[slogan]]
id = "one"
text = "Water is life"
tags = ["short"]

[[slogan]]
id = "two"
text = "Peace for all"
tags = ["short", "chant"]
"""

LAYOUT = """name = "{name}"
languages = 2
sizes = ["a6"]

[palettes.day]
paper = "#ffffff"
ink = "#000000"

[palettes.night]
paper = "#000000"
ink = "#ffffff"

[[element]]
id = "ground"
type = "shape"
fill = "paper"

[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
fill = "ink"
bottom = "40%"
optional = true

[[element]]
id = "translation"
type = "text"
show = "translation"
inside = "safe"
fill = "ink"
top = "65%"
bottom = "20%"
optional = true

[[element]]
id = "date"
type = "text"
show = "date"
inside = "safe"
fill = "ink"
top = "85%"
optional = true
"""

MANY = (
    LAYOUT.split('[[element]]\nid = "slogan"')[0].replace("languages = 2", "many = true")
    + """[[element]]
id = "list"
type = "list"
inside = "safe"
lines = [{ fill = "ink" }, { language = 2, fill = "ink" }]
"""
)


def make_folder(folder: Path) -> Path:
    """A folder with the pack “demo” (German: one firm, one fuzzy; Arabic: both firm; French: one, the other missing)
    and the layouts “plain” and “many”."""
    write(folder / "slogans" / "demo.toml", PACK)
    write_po(
        folder,
        "de",
        entry("one", "Water is life", "Wasser ist Leben"),
        entry("two", "Peace for all", "Frieden für alle", "#, fuzzy"),
        pack="demo",
    )
    write_po(
        folder,
        "ar",
        entry("one", "Water is life", "الماء حياة"),
        entry("two", "Peace for all", "السلام للجميع"),
        pack="demo",
    )
    write_po(folder, "fr", entry("one", "Water is life", "L’eau, c’est la vie"), pack="demo")
    write_layout(folder, "plain")
    write_layout(folder, "many", MANY)
    return folder


def write_layout(folder: Path, name: str, text: str = LAYOUT) -> Path:
    """Put a layout into the folder."""
    return write(folder / "layouts" / name / "layout.toml", text.replace("{name}", name))


def campaign(folder: Path, sets: str, head: str = 'name = "Demo"', name: str = "demo.toml") -> Path:
    """A campaign file beside them; *sets* is TOML."""
    return write(folder / name, f"[campaign]\n{head}\n\n{sets}")


def one_set(name: str = "set", **keys: object) -> str:
    """A set as TOML, with everything that a set must have."""
    values: dict[str, object] = {"layouts": ["plain"], "languages": ["en"], "sizes": ["a6"], **keys}
    lines = [f"{key} = {_toml(value)}" for key, value in values.items() if value is not None]
    return "\n".join(["[[set]]", f'name = "{name}"', *lines, ""])


def _toml(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    return f'"{value}"' if isinstance(value, str) else str(value)
