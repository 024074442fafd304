"""What went wrong with an input becomes a Finding, with a key that is the same for the same cause, and a file."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from fuzz.watch import place, relative

CORPUS = Path(__file__).with_name("corpus")

#: Where a file was opened that nobody heard of.
IN_C = "a library in C"

_FRAME = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+) in (?P<name>\S+)')


@dataclass(frozen=True)
class Finding:
    """*kind*: error, hang, slow, crash, memory, read, write, process. *where*: a place in the program."""

    target: str
    kind: str
    where: str
    what: str
    data: bytes
    seed: str = ""  # "seed/index": makes the input again
    trace: str = ""

    @property
    def key(self) -> str:
        """Equal for findings of one cause, as far as can be told: lines of slow code differ by chance."""
        where = self.where.split(":")[0] if self.kind in ("hang", "slow", "memory") else self.where
        name = self.what.split(":")[0] if self.kind == "error" else ""
        return f"{self.kind} {name} {where}"

    @property
    def lasting(self) -> bool:
        """Whether it may mark the process it was found in, so that only another one can look again."""
        return self.kind == "memory" or self.where == IN_C

    @property
    def file_name(self) -> str:
        """A name that tells, and differs by target and key."""
        digest = hashlib.sha256(f"{self.target} {self.key}".encode()).hexdigest()[:6]
        stem = Path(self.where.split(":")[0]).stem or "unknown"
        return f"{self.kind}-{re.sub('[^a-z0-9]+', '-', stem.lower()).strip('-')}-{digest}"

    def save(self, corpus: Path) -> Path:
        """Put the input into the corpus."""
        path = corpus / self.target / self.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.data)
        return path

    def to_json(self) -> dict[str, Any]:
        return asdict(replace(self, data=b"")) | {"data": base64.b64encode(self.data).decode()}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Finding:
        return cls(**values | {"data": base64.b64decode(values["data"])})


def place_of(traceback: TracebackType | None) -> str:
    """The innermost place of a traceback that lies in the program."""
    found = last = ""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        last = f"{relative(code.co_filename)}:{traceback.tb_lineno} {code.co_name}"
        found = last if last.startswith("placards/") else found
        traceback = traceback.tb_next
    return found or last


def place_in_dump(dump: str) -> str:
    """The same for what faulthandler wrote, whose innermost frame comes first."""
    frames = [f"{relative(m['file'])}:{m['line']} {m['name']}" for m in _FRAME.finditer(dump)]
    return next((frame for frame in frames if frame.startswith("placards/")), frames[0] if frames else "")


__all__ = ["CORPUS", "IN_C", "Finding", "place", "place_in_dump", "place_of"]
