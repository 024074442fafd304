"""A job's name becomes one that every system can hold and that stays in the folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from placards.job import Job
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import OutputError

#: Names that Windows keeps for devices, whatever suffix follows. “con” and “prn” are languages, too.
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    "conin$",
    "conout$",
    *(f"{d}{n}" for d in ("com", "lpt") for n in "123456789¹²³"),
}

_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def safe_names(
    jobs: Iterable[Job],
) -> tuple[list[Job], list[tuple[str, OutputError]], list[Diagnostic]]:
    """The jobs with names that every system can hold; those that have none, and why; and what was renamed."""
    kept: dict[str, Job] = {}
    refused: list[tuple[str, OutputError]] = []
    renamed: list[Diagnostic] = []
    for job in jobs:
        if not stays_inside(job.name):
            refused.append((_shown(job.name), OutputError("output-name", name=_shown(job.name))))
            continue
        name = portable(job.name)
        # Windows and macOS take names for one that differ in case, or in how their accents are written.
        key = unicodedata.normalize("NFC", name).casefold()
        if key in kept:
            refused.append((_shown(job.name), OutputError("output-name-clash", name=name)))
            continue
        if name != job.name:
            renamed.append(diagnostic("output-renamed", name=_shown(job.name), new=name))
            job = replace(job, name=name)
        kept[key] = job
    return list(kept.values()), refused, renamed


def stays_inside(name: str) -> bool:
    """Whether a name with slashes stays below the folder that it is put into."""
    return all(part not in ("", ".", "..") for part in re.split(r"[/\\]", name)) and not re.match(r"[A-Za-z]:", name)


def portable(name: str) -> str:
    """The name as Windows can hold it: ``con/a.pdf`` → ``con_/a.pdf``, ``a:b.`` → ``a_b_``."""
    return "/".join(map(_part, name.split("/")))


def _part(part: str) -> str:
    part = _FORBIDDEN.sub("_", part)
    stem, dot, suffix = part.partition(".")
    if stem.rstrip(" ").lower() in _DEVICES:
        part = f"{stem}_{dot}{suffix}"
    end = part.rstrip(". ")
    return end + "_" * (len(part) - len(end))


def _shown(name: str) -> str:
    """A name without characters that would turn a terminal's line round."""
    return _FORBIDDEN.sub("�", name.replace("\\", "/"))
