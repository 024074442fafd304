"""A name becomes the folder of a campaign that works: campaign.toml with comments, the schema for editors, and a
spreadsheet."""

from __future__ import annotations

from pathlib import Path

from placards.files.writing import write_file
from placards.problems.errors import InputError, Place
from placards.template.library import is_layout_name

#: What a new campaign is copied from; ``%NAME%`` and ``%TITLE%`` are filled in.
STARTER = Path(__file__).with_name("campaign.toml")

CAMPAIGN = "campaign.toml"

#: What editors complete from, beside campaign.toml.
SCHEMA = "campaign.schema.json"

#: The same as a spreadsheet, for who likes that better. Excel takes it for Unicode by its first three bytes.
ROWS = "posters.csv"
_BOM = "\ufeff"


def new_campaign(name: str, root: Path) -> tuple[Path, ...]:
    """Write ``root/name``; raises InputError for a name that cannot be one or is taken, and OutputError. What was
    written is returned, the campaign first."""
    from placards.kit.campaign_schema import schema_text

    if not is_layout_name(name):
        raise InputError("campaign-name", name=name)
    if not root.is_dir():
        raise InputError("folder-is-file" if root.exists() else "folder-missing", place=Place(root))
    folder = root / name
    if folder.exists() or folder.is_symlink():
        raise InputError("kit-layout-exists", place=Place(folder))
    text = STARTER.read_text(encoding="utf-8")
    title = name.replace("-", " ").capitalize()
    rows = STARTER.with_name(ROWS).read_text(encoding="utf-8")
    files = {
        CAMPAIGN: text.replace("%NAME%", name).replace("%TITLE%", title),
        SCHEMA: schema_text(),
        ROWS: _BOM + rows.replace("\n", "\r\n"),
    }
    # The campaign last: a folder without it is no campaign yet.
    for file in reversed(files):
        write_file(folder / file, files[file].encode())
    return tuple(folder / file for file in files)
