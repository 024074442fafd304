"""The name of a picture in a layout.toml becomes the file beside it, and never one outside the folder."""

from __future__ import annotations

from placards.files.world import File, check_name


def art_file(beside: File, name: str) -> File:
    """The picture of a name in the folder of a layout.toml, from the very source that has this one; raises InputError
    for a name that leaves the folder."""
    folder = beside.name.rpartition("/")[0]
    inside = check_name(name)
    return File(beside.source, f"{folder}/{inside}" if folder else inside)
