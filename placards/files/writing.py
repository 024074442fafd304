"""Bytes become a file, whole or not at all. The only module of the project that writes files for users."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from placards.patterns import pattern
from placards.problems.errors import OutputError, Place

#: A file that is being written, beside the one that it shall become. The number is its process's.
_PART = pattern(r"\.placards-\d+-[0-9a-f]{8}\.part")

#: File systems that cannot flush say so with one of these; the file is whole all the same.
_CANNOT_FLUSH = {errno.EINVAL, errno.ENOSYS, getattr(errno, "ENOTSUP", errno.EINVAL)}

_CODES = {
    "EACCES": "output-permission",
    "EPERM": "output-permission",
    "EROFS": "output-read-only",
    "ENOSPC": "output-full",
    "EDQUOT": "output-quota",  # Windows has no such number
    "ENOTDIR": "output-not-a-folder",
    "EISDIR": "output-is-folder",
    "EEXIST": "output-in-the-way",
    "ENAMETOOLONG": "output-name-long",
    "ENOENT": "output-no-folder",
    "EFBIG": "output-large",
}
_CODE_BY_NUMBER = {getattr(errno, name): code for name, code in _CODES.items() if hasattr(errno, name)}

#: Windows: another program has the file open.
_SHARING_VIOLATION = 32


def write_file(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file in one step: into a temporary neighbour first, then moved into place. A link is followed, a device
    or a pipe refused. Raises OutputError, and then everything is as it was. A file that can be made again need not be
    *lasting*: after a power cut it may be gone."""
    try:
        target = _target(path)
    except (OSError, ValueError) as error:
        raise explained(error, path) from error
    part = _part_beside(target, path)
    with _gone_unless_well(part, path):
        _write(part, data, lasting)
        os.replace(part, target)
    if lasting:
        flush_folder(target.parent)


@contextlib.contextmanager
def writing_file(path: Path) -> Iterator[BinaryIO]:
    """A file that is written piece by piece, because it is large, and appears when all went well; a link is replaced,
    not followed. Raises OutputError, and then everything is as it was."""
    part = _part_beside(path, path)
    with _gone_unless_well(part, path):
        with _pieces(part) as stream:
            yield stream
        os.replace(part, path)
    flush_folder(path.parent)


def prepare_file(path: Path, data: bytes) -> str:
    """Write the bytes beside the file that they shall become, and return the name that they have until `place_file`.
    Raises OutputError, and then nothing is left."""
    part = _part_beside(path, path)
    with _gone_unless_well(part, path):
        _write(part, data, lasting=True)
    return part.name


def place_file(name: str, path: Path) -> None:
    """Make what `prepare_file` has written the file, or the file's next version; a link is replaced, not followed.
    Raises OutputError, and then what was there stays. `flush_folder` makes it outlive a power cut."""
    part = path.parent / name
    with _gone_unless_well(part, path):
        os.replace(part, path)


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is there and has these very bytes."""
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def is_as_made(path: Path | str, digest: str) -> bool | None:
    """Whether an ordinary file has this SHA-256 (hexadecimal); None where there is none that can be read."""
    try:
        if os.path.islink(path):
            return False
        with open(path, "rb", buffering=0) as file:
            return hashlib.sha256(file.readall()).hexdigest() == digest
    except OSError:
        return None


def flush_folder(folder: Path) -> None:
    """Make new names outlive a power cut, where a folder can be opened (not on Windows). The files are in place."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(path: Path) -> None:
    """Make a folder, and those that it lies in; raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise explained(error, path) from error


def remove_leftovers(folder: Path) -> int:
    """Take away what killed processes left half-written in a folder. Returns how many files."""
    removed = 0
    with contextlib.suppress(OSError):
        for entry in list(os.scandir(folder)):
            if _PART.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)
                    removed += 1
    return removed


def remove_file(path: Path) -> None:
    """Take a file or link away, if it is there; raises OutputError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise explained(error, path) from error


def remove_empty_folder(path: Path) -> None:
    """Take a folder away that nothing lies in, if it is there; raises OutputError."""
    try:
        os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise explained(error, path) from error


class Appender:
    """Adds lines to the end of a file, each in one call of the system: after any death all but the last are whole."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it; raises OutputError."""
        self._path = path
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            self._handle = os.open(path, flags, 0o666)
        except OSError as error:
            raise explained(error, path) from error

    def add(self, line: bytes, *, flush: bool = False) -> None:
        """Add a line; with *flush* it is on the disk afterwards. Raises OutputError."""
        try:
            # A line that a death broke off must not swallow this one.
            _write_all(self._handle, b"\n" + line + b"\n")
            if flush:
                _flush(self._handle)
        except OSError as error:
            raise explained(error, self._path) from error

    def close(self) -> None:
        """Close the file and leave it."""
        with contextlib.suppress(OSError):
            os.close(self._handle)


def explained(error: OSError | ValueError, path: Path) -> OutputError:
    """What the system says, as a problem with a remedy that fits every command."""
    if not isinstance(error, OSError):
        return OutputError("output-name-unusable", place=Place(path))  # a NUL in it
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return OutputError("output-in-use", place=Place(path))
    code = _CODE_BY_NUMBER.get(error.errno or 0)
    if code is None:
        return OutputError("output-unwritable", place=Place(path), reason=error.strerror or str(error))
    return OutputError(code, place=Place(path))


def _part_beside(target: Path, path: Path) -> Path:
    """A name in the folder of the target, which is made; *path* is what people know it by."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise explained(error, path) from error
    return target.parent / f".placards-{os.getpid()}-{os.urandom(4).hex()}.part"


@contextlib.contextmanager
def _gone_unless_well(part: Path, path: Path) -> Iterator[None]:
    """Take the part away after a failure or an interruption at any moment: its name was chosen before."""
    try:
        yield
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(part)
        if isinstance(error, OSError):
            raise explained(error, path) from error
        raise


def _target(path: Path) -> Path:
    """The file that is going to be replaced or made."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            path = Path(os.path.realpath(path))
            found = path.stat()
    except FileNotFoundError:
        return path
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OutputError("output-not-ordinary", place=Place(path))
    return path


def _write(path: Path, data: bytes, lasting: bool) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        _write_all(handle, data)
        if lasting:
            _flush(handle)
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(handle)
        raise
    os.close(handle)  # here a disk over the network may say that it was full


class _Pieces(io.RawIOBase):
    """What is written goes to a handle; after an end that came early, nowhere."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if self._handle is not None:
            _write_all(self._handle, data)
        return len(data)

    def end(self, *, well: bool) -> None:
        """Flush and close the handle; raises OSError."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        if well:
            try:
                _flush(handle)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.close(handle)
                raise
            os.close(handle)
        else:
            with contextlib.suppress(OSError):
                os.close(handle)


@contextlib.contextmanager
def _pieces(path: Path) -> Iterator[BinaryIO]:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    pieces = _Pieces(handle)
    try:
        stream = io.BufferedWriter(pieces, 1 << 20)
        yield cast(BinaryIO, stream)
        stream.flush()
        pieces.end(well=True)
    finally:
        pieces.end(well=False)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def _flush(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise
