"""A spreadsheet that was named in place of a campaign file becomes the campaign that has nothing but this table."""

from __future__ import annotations

from pathlib import Path, PurePath

from placards.files.toml import TomlFile

#: What files are called that are taken for tables; some of them only to say what to do with them.
SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".ods", ".xls", ".xlsb", ".numbers", ".fods")


def is_table(path: Path) -> bool:
    """Whether a file is a spreadsheet by its name, which may end with a sheet's: ``posters.xlsx#March``."""
    return split_sheet(path)[0].suffix.lower() in SUFFIXES


def split_sheet(path: Path) -> tuple[Path, str]:
    """The file and the sheet in it; a file that is really called so has none."""
    file, hash_, sheet = path.name.rpartition("#")
    if not hash_ or path.exists() or PurePath(file).suffix.lower() not in SUFFIXES:
        return path, ""
    return path.with_name(file), sheet


def as_campaign(path: Path) -> TomlFile:
    """The data of a campaign file that names a table, and nothing else."""
    file, sheet = split_sheet(path)
    return TomlFile(path, {"campaign": {"name": file.stem}, "table": {"file": file.name, "sheet": sheet}})
