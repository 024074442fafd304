"""Bytes become a file, whole or not at all. The only module of the project that writes files for users."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from placards.problems.errors import OutputError, Place

_SUFFIX = ".part"


def write_file(path: Path, data: bytes) -> None:
    """Write a file in one step: into a temporary neighbour first, then moved into place. Raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=_prefix(path), suffix=_SUFFIX, dir=path.parent)
    except OSError as error:
        raise _explain(error, path) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, OSError):
            raise _explain(error, path) from error
        raise


def remove_leftovers(path: Path) -> None:
    """Take away what a killed process left half-written beside a file."""
    start = _prefix(path)
    with contextlib.suppress(OSError):
        for entry in path.parent.iterdir():
            if entry.name.startswith(start) and entry.name.endswith(_SUFFIX):
                entry.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}."


def _umask() -> int:
    # There is no call that reads the mask without setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _explain(error: OSError, path: Path) -> OutputError:
    import errno

    reasons = {
        errno.EACCES: ("no permission to write here", "Choose another folder with --out, or change its permissions"),
        errno.EPERM: ("no permission to write here", "Choose another folder with --out, or change its permissions"),
        errno.EROFS: ("the disk is read-only", "Choose another folder with --out"),
        errno.ENOSPC: ("the disk is full", "Make room and run again"),
        errno.EDQUOT: ("your disk quota is used up", "Make room and run again"),
        errno.ENOTDIR: ("a part of this path is a file, not a folder", "Choose another folder with --out"),
        errno.EISDIR: ("there is a folder of this name", "Remove it, or choose another name"),
        errno.EEXIST: ("a file stands where a folder is needed", "Choose another folder with --out"),
        errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter one"),
        errno.ENOENT: ("the folder does not exist and cannot be made", "Choose another folder with --out"),
        errno.EFBIG: ("the file is larger than the disk allows", "Choose a smaller size or format"),
    }
    problem, remedy = reasons.get(error.errno or 0, (f"cannot be written ({error.strerror})", "Check the folder"))
    return OutputError(problem, remedy=remedy, place=Place(path))
