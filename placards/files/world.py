"""Folders, bundles and memory become one World, which hands out bytes and digests by name; nothing outside is read.

A name is relative, with slashes: ``layouts/big/layout.toml``, ``locale/ur/LC_MESSAGES/peace.po``, ``fonts/Amiri.ttf``.
Sources are asked in their order, and the first that has a name wins; the shipped one stands last.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from placards.frozen import dataclass
from placards.problems.errors import InputError, Place

if TYPE_CHECKING:  # most commands never see a bundle
    import zipfile

T = TypeVar("T")

#: No file that a World hands out is larger, unless its reader allows less.
MAX_BYTES = 100_000_000

#: Folders in folders that `Source.tree` looks into: nobody nests art or fonts deeper.
TREE_DEPTH = 4

#: A bundle's files together, unpacked: a campaign with its fonts and photographs.
MAX_BUNDLE_BYTES = 1_000_000_000


@runtime_checkable
class Source(Protocol):
    """Where files come from. Names are checked before they get here."""

    @property
    def label(self) -> str:
        """How people know it: a path, a bundle's name."""

    def has(self, name: str) -> bool:
        """Whether there is a file of that name, and it lies inside."""

    def names(self, folder: str) -> Sequence[str]:
        """The names, not paths, of what lies directly in a folder; folders end with a slash."""

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of a file; raises InputError."""

    def path(self, name: str) -> Path | None:
        """The file on this machine, where it is one."""

    def stamp(self, name: str) -> object:
        """Something cheap that differs when the file was changed; what never changes has a constant."""

    def tree(self, folder: str) -> object:
        """Something cheap that differs when any file in a folder, or in a folder in it, was changed, added or taken
        away; what never changes has a constant."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a World."""

    source: Source
    name: str

    @property
    def path(self) -> Path | None:
        """Where it lies on this machine; None for one out of a bundle or memory."""
        return self.source.path(self.name)

    @property
    def label(self) -> Path | str:
        """How an error names it."""
        return self.source.path(self.name) or f"{self.source.label}:{self.name}"

    def read(self, limit: int = MAX_BYTES) -> bytes:
        """The bytes, no more than *limit*; raises InputError."""
        return self.source.read(self.name, limit)

    def place(self, line: int | None = None, key: str | None = None) -> Place:
        return Place(self.label, line, key)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on this machine. What links out of it does not count as lying in it."""

    root: Path

    @property
    def label(self) -> str:
        return str(self.root)

    def has(self, name: str) -> bool:
        return self._inside(name) is not None

    def names(self, folder: str) -> Sequence[str]:
        here = self.root / folder if folder else self.root
        try:
            with os.scandir(here) as entries:
                return sorted(entry.name + ("/" if _goes_in(entry, self.root) else "") for entry in entries)
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise InputError("folder-unreadable", place=Place(here), reason=error.strerror or str(error)) from error

    def read(self, name: str, limit: int) -> bytes:
        path = self._inside(name)
        if path is None:
            raise InputError(self._why_not(self.root / name), place=Place(self.root / name))
        return read_bytes(path, limit)

    def path(self, name: str) -> Path | None:
        return self.root / name

    def stamp(self, name: str) -> object:
        try:
            found = os.stat(os.path.join(self.root, name))
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino)

    def tree(self, folder: str) -> object:
        return tuple(_tree(os.path.join(self.root, folder), TREE_DEPTH, self.root))

    def stamps(self, folder: str) -> Sequence[tuple[str, object]]:
        """The names and stamps of the files directly in a folder, by name: much sooner than `stamp` for each."""
        try:
            with os.scandir(os.path.join(self.root, folder)) as entries:
                found = [(entry.name, entry.stat()) for entry in entries if entry.is_file()]
        except OSError:
            return ()
        return sorted((name, (stat.st_mtime_ns, stat.st_size, stat.st_ino)) for name, stat in found)

    @staticmethod
    def _why_not(path: Path) -> str:
        if path.is_file():
            return "file-linked-outside"
        return "file-not-ordinary" if path.exists() and not path.is_dir() else "file-missing"

    def _inside(self, name: str) -> Path | None:
        path = self.root / name
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            return None
        return path if real.is_file() and real.is_relative_to(self.root.resolve()) else None


@dataclass(frozen=True, slots=True)
class Mount:
    """Folders put together: what begins with a prefix lies in the folder of that prefix, the rest in *base*."""

    base: Folder
    mounted: tuple[tuple[str, Folder], ...]
    label: str = "shipped"

    @property
    def root(self) -> Path:
        """Where the base lies."""
        return self.base.root

    def has(self, name: str) -> bool:
        folder, rest = self._at(name)
        return folder.has(rest)

    def names(self, folder: str) -> Sequence[str]:
        if folder:
            here, rest = self._at(folder)
            return here.names(rest)
        return sorted({*self.base.names(""), *(f"{prefix}/" for prefix, _ in self.mounted)})

    def read(self, name: str, limit: int) -> bytes:
        folder, rest = self._at(name)
        return folder.read(rest, limit)

    def path(self, name: str) -> Path | None:
        folder, rest = self._at(name)
        return folder.path(rest)

    def stamp(self, name: str) -> object:
        folder, rest = self._at(name)
        return folder.stamp(rest)

    def tree(self, folder: str) -> object:
        here, rest = self._at(folder)
        return here.tree(rest)

    def stamps(self, folder: str) -> Sequence[tuple[str, object]]:
        """As `Folder.stamps`."""
        here, rest = self._at(folder)
        return here.stamps(rest)

    def _at(self, name: str) -> tuple[Folder, str]:
        head, _, rest = name.partition("/")
        return next(((folder, rest) for prefix, folder in self.mounted if prefix == head), (self.base, name))


@dataclass(frozen=True, eq=False)
class Memory:
    """Files by name, without a disk; equal only to itself."""

    files: Mapping[str, bytes]
    label: str = "memory"

    def has(self, name: str) -> bool:
        return name in self.files

    def names(self, folder: str) -> Sequence[str]:
        return _children(self.files, folder)

    def read(self, name: str, limit: int) -> bytes:
        place = Place(f"{self.label}:{name}")
        if name not in self.files:
            raise InputError("file-missing", place=place)
        return _within(self.files[name], limit, place)

    def path(self, name: str) -> Path | None:
        return None

    def stamp(self, name: str) -> object:
        return 0

    def tree(self, folder: str) -> object:
        return 0


@dataclass(frozen=True, eq=False)
class Bundle:
    """A zip file with a campaign's layouts, packs, catalogs and fonts."""

    data: bytes = field(repr=False)
    label: str = "bundle.zip"

    def __post_init__(self) -> None:
        import zipfile

        place = Place(self.label)
        try:
            archive = zipfile.ZipFile(io.BytesIO(self.data))
            # Python asks for the last letter of a name even where it has none.
            entries = {e.filename: e for e in archive.infolist() if e.filename and not e.is_dir()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise InputError("bundle-damaged", place=place) from error
        if sum(entry.file_size for entry in entries.values()) > MAX_BUNDLE_BYTES:
            raise InputError("bundle-large", place=place, limit=MAX_BUNDLE_BYTES)
        object.__setattr__(self, "_archive", archive)
        object.__setattr__(self, "_entries", entries)

    def __reduce__(self) -> tuple[object, ...]:
        return (Bundle, (self.data, self.label))

    def has(self, name: str) -> bool:
        return name in self._files

    def names(self, folder: str) -> Sequence[str]:
        return _children(self._files, folder)

    def read(self, name: str, limit: int) -> bytes:
        place = Place(f"{self.label}:{name}")
        entry = self._files.get(name)
        if entry is None:
            raise InputError("file-missing", place=place)
        if entry.file_size > limit:
            raise InputError("file-large", place=place, size=entry.file_size, limit=limit)
        try:
            with self._zip.open(entry) as file:
                return _within(file.read(limit + 1), limit, place)
        except InputError:  # too large, which is no damage
            raise
        except Exception as error:  # each way of packing raises errors of its own: zlib.error, lzma.LZMAError, …
            raise InputError("bundle-damaged", place=place) from error

    def path(self, name: str) -> Path | None:
        return None

    def stamp(self, name: str) -> object:
        return 0

    def tree(self, folder: str) -> object:
        return 0

    @property
    def _zip(self) -> zipfile.ZipFile:
        archive: zipfile.ZipFile = object.__getattribute__(self, "_archive")
        return archive

    @property
    def _files(self) -> Mapping[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = object.__getattribute__(self, "_entries")
        return entries


class World:
    """Sources in their order. Pickles, so that a worker sees the same files."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = tuple(sources)
        self._digests: dict[tuple[Source, str], tuple[object, str]] = {}
        self._kept: dict[Hashable, Any] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return (World, (self.sources,))

    @contextmanager
    def still(self) -> Iterator[None]:
        """Take everything to stay as it is for as long as the block runs: nothing is looked at twice."""
        before, self._kept = self._kept, {} if self._kept is None else self._kept
        try:
            yield
        finally:
            self._kept = before

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What *make* finds out of this World under a *key*: at each call, or once where it stays `still`."""
        if self._kept is None:
            return make()
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def find(self, name: str) -> File | None:
        """The file of a name, from the first source that has it; raises InputError for a name that leaves the World."""
        return self.kept(("find", name), lambda: self._find(check_name(name)))

    def _find(self, name: str) -> File | None:
        return next((File(source, name) for source in self.sources if source.has(name)), None)

    def file(self, name: str) -> File:
        """`find`, or InputError."""
        found = self.find(name)
        if found is None:
            raise InputError("file-missing", place=Place(name))
        return found

    def every(self, name: str) -> Iterator[File]:
        """The file of a name in each source that has it, the winner first."""
        name = check_name(name)
        return (File(source, name) for source in self.sources if source.has(name))

    def names(self, folder: str, suffix: str = "") -> list[str]:
        """The names of the files directly in a folder of any source, sorted; without those that begin with a dot."""
        found = {name for source in self.sources for name in source.names(check_name(folder))}
        return sorted(n for n in found if not n.endswith("/") and not n.startswith(".") and n.endswith(suffix))

    def folders(self, folder: str) -> list[str]:
        """The names of the folders directly in a folder of any source, sorted; without those that begin with a dot."""
        found = {name for source in self.sources for name in source.names(check_name(folder))}
        return sorted(n[:-1] for n in found if n.endswith("/") and not n.startswith("."))

    def tree(self, folder: str) -> tuple[object, ...]:
        """Something cheap that differs when a folder's files were changed in any source."""
        return self.kept(("tree", folder), lambda: self._tree(check_name(folder)))

    def _tree(self, folder: str) -> tuple[object, ...]:
        return tuple(source.tree(folder) for source in self.sources)

    def digest(self, file: File) -> str:
        """SHA-256 of a file, in hexadecimal; the file is read again only when it was changed."""
        return self.kept(("digest", file.source, file.name), lambda: self._digest(file))

    def _digest(self, file: File) -> str:
        key, stamp = (file.source, file.name), file.source.stamp(file.name)
        known = self._digests.get(key)
        if known is None or known[0] != stamp:
            known = self._digests[key] = (stamp, hashlib.sha256(file.read()).hexdigest())
        return known[1]


def check_name(name: str) -> str:
    """The name, if it can stay inside a World on every system; raises InputError."""
    parts = name.split("/") if name else []
    bad = any(p in ("", ".", "..") or ":" in p or any(c < " " or c == "\x7f" for c in p) for p in parts)
    if bad or "\\" in name:
        raise InputError("file-name-outside", name=name)
    return name


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file of at most *limit* bytes, never more read than that; raises InputError. A pipe or
    a device is refused before it could block or never end."""
    place = Place(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise InputError("file-is-folder", place=place)
        if not stat.S_ISREG(found.st_mode):
            raise InputError("file-not-ordinary", place=place)
        if found.st_size > limit:
            raise InputError("file-large", place=place, size=found.st_size, limit=limit)
        with path.open("rb") as file:
            return _within(file.read(limit + 1), limit, place)
    except FileNotFoundError as error:
        raise InputError("file-missing", place=place) from error
    except ValueError as error:  # a NUL in the name
        if isinstance(error, InputError):
            raise
        raise InputError("file-name-outside", name=str(path)) from error
    except OSError as error:
        raise InputError("file-unreadable", place=place, reason=error.strerror or str(error)) from error


def _goes_in(entry: os.DirEntry[str], root: Path) -> bool:
    """Whether an entry is a folder to walk into: no link that leads out of the root, or round in a circle."""
    if not entry.is_dir():
        return False
    if not entry.is_symlink():
        return True
    real, here = os.path.realpath(entry.path), os.path.realpath(os.path.dirname(entry.path))
    return _lies_in(real, os.path.realpath(root)) and not _lies_in(here, real)


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _tree(folder: str, depth: int, root: Path) -> Iterator[tuple[object, ...]]:
    """Names and stamps of what lies in a folder, by name."""
    try:
        with os.scandir(folder) as entries:
            found = sorted([(entry.name, _goes_in(entry, root), _stamp_of(entry), entry.path) for entry in entries])
    except OSError:
        return
    for name, is_folder, at, path in found:
        if not is_folder:
            yield (name, *at)
        elif depth:
            yield (name, *_tree(path, depth - 1, root))


def _stamp_of(entry: os.DirEntry[str]) -> tuple[int, int, int]:
    found = entry.stat()
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _within(data: bytes, limit: int, place: Place) -> bytes:
    if len(data) > limit:
        raise InputError("file-large", place=place, size=len(data), limit=limit)
    return data


def _children(names: Mapping[str, object], folder: str) -> Sequence[str]:
    start = f"{folder}/" if folder else ""
    inside = (name[len(start) :] for name in names if name.startswith(start))
    return sorted({part + slash for part, slash, _ in (name.partition("/") for name in inside)})
