"""A name becomes the folder of a layout that works: layout.toml with comments, and the schema for editors."""

from __future__ import annotations

from pathlib import Path

from placards.files.writing import write_file
from placards.problems.errors import InputError, Place
from placards.template.library import is_layout_name

#: What a new layout is copied from; ``{name}``, ``{title}`` and ``{palette}`` are filled in.
STARTER = Path(__file__).with_name("starter.toml")

#: The palette of a new layout.
PALETTE = "sherbet"

#: What editors complete from, beside layout.toml.
SCHEMA = "layout.schema.json"


def new_layout(name: str, root: Path) -> tuple[Path, ...]:
    """Write ``root/layouts/name``; raises InputError for a name that cannot be one or is taken, and OutputError. What
    was written is returned."""
    from placards.kit.schema import schema_text

    if not is_layout_name(name):
        raise InputError("layout-name", name=name)
    if not root.is_dir():
        raise InputError("folder-is-file" if root.exists() else "folder-missing", place=Place(root))
    folder = root / "layouts" / name
    if folder.exists() or folder.is_symlink():
        raise InputError("kit-layout-exists", place=Place(folder))
    text = STARTER.read_text(encoding="utf-8")
    title = name.replace("-", " ").capitalize()
    files = {"layout.toml": text.format(name=name, title=title, palette=PALETTE), SCHEMA: schema_text()}
    # The layout last: a folder without it is no layout yet.
    for file in reversed(files):
        write_file(folder / file, files[file].encode())
    return tuple(folder / file for file in files)
