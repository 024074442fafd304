"""Whole campaigns as archives, screen readers and print shops see them: veraPDF, preflight, qpdf and Ghostscript.

``python -m tools.print_check [rally human-rights]`` makes every PDF of the campaigns with the profiles home and
copyshop, and on sheets of A4, and asks veraPDF for PDF/A-2a and PDF/UA-1; then the first of them with press-x4 and
press-x1a, and asks preflight, qpdf, Ghostscript, and for PDF/X-4 veraPDF for PDF/A-2b of a copy with an output intent
of that. It prints a line each, and ends with 1 if anything is wrong. It takes some minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from placards.campaign.run import batch
from placards.press.preflight.run import preflight
from tests.press.test_x4_as_archive import as_archive
from tests.tools.verapdf import wrong

HOME, PRESS = ("home", "copyshop"), ("press-x4", "press-x1a")


def main(names: Sequence[str]) -> int:
    """Look at all of them; 1 if anything is wrong."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for profile in HOME:
                files = made(name, Path(folder) / name / profile, profile)
                failed += told(f"{name} {profile}: veraPDF 2a, ua1", files, lambda some: wrong(some))
            tiles = made(name, Path(folder) / name / "tiles", "home", tile="a4")
            sheets = [file for file in tiles if ".tiles-" in file.name]
            failed += told(f"{name} on A4: veraPDF 2a, ua1", sheets, lambda some: wrong(some))
        for profile in PRESS:
            files = made(names[0], Path(folder) / profile, profile)
            failed += told(f"{names[0]} {profile}: preflight", files, broken)
            failed += told(f"{names[0]} {profile}: qpdf and Ghostscript", files, complaints)
            if profile == "press-x4":
                copies = Path(folder) / "copies"
                copies.mkdir()
                for number, file in enumerate(files):
                    (copies / f"{number}.pdf").write_bytes(as_archive(file.read_bytes()))
                failed += told(
                    f"{names[0]} {profile}: veraPDF 2b", sorted(copies.iterdir()), lambda x: wrong(x, ["2b"])
                )
    return int(failed > 0)


def made(campaign: str, out: Path, profile: str, tile: str = "") -> list[Path]:
    """The PDFs of a campaign."""
    done = batch(campaign, out, jobs=None, only="*.pdf", gallery=False, profile=profile, tile=tile)
    for failure in done.failed:
        print(f"  {failure}")
    return sorted(out.rglob("*.pdf"))


def told(title: str, files: Sequence[Path], look: Callable[[Sequence[Path]], list[str]]) -> int:
    """Print what is wrong; how much it is."""
    found = look(files)
    print(f"{title}: {len(files)} files, {len(found)} wrong", flush=True)
    for line in found[:10]:
        print(f"  {line}")
    return len(found) or int(not files)


def broken(files: Sequence[Path]) -> list[str]:
    """What preflight calls an error, and standards that are not kept."""
    found = []
    for file in files:
        checked = preflight(file.read_bytes(), file.name, thorough=False)
        found += [f"{file.name}: {one.rule.id}" for one in checked.errors]
        found += [f"{file.name}: {verdict.standard}" for verdict in checked.verdicts if not verdict.is_good]
        if not checked.verdicts:
            found.append(f"{file.name}: says no standard")
    return found


def complaints(files: Sequence[Path]) -> list[str]:
    """What qpdf and Ghostscript say of files that they cannot read without a word."""
    found = []
    for file in files:
        for command in (
            ["qpdf", "--check", str(file)],
            ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=nullpage", "-dPDFSTOPONWARNING", str(file)],
        ):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            said = done.stderr + (done.stdout if command[0] == "gs" else "")
            if done.returncode or said.strip():
                found.append(f"{file.name}: {command[0]}: {said.strip()[:200]}")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["rally", "human-rights"]))
