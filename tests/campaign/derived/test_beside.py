"""A whole run: what stands beside the artefacts, whose files those are, and what happens when it cannot be."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from placards.campaign.derived.extras import Extras
from placards.campaign.interrupts import Interrupted, Interrupts
from placards.campaign.limits import Limits
from placards.campaign.run import BatchResult, batch
from placards.files import writing
from placards.problems.diagnostic import Severity
from placards.problems.errors import OutputError

from ...cli.support import environment
from ..support import LISTS, campaign, make_folder, one_set
from ..test_faults import FaultySystem

BOTH = Extras(zip="language", bundle="language")
BESIDE = ["SHA256SUMS", "bundles/demo-ar-a6.pdf", "bundles/demo-en-a6.pdf", "index.html", "picking-list.csv", "zip/demo-ar.zip",
          "zip/demo-en.zip"]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make_folder(tmp_path / "campaign")
    campaign(folder, one_set(tags=["demo"], languages=["en", "ar"], copies=2, stock="yellow"))
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def run(folder: Path, out: Path, extras: Extras | None = BOTH, **options: Any) -> BatchResult:
    return batch(folder / "demo.toml", out, extras=extras, **options)


def tree(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def codes(done: BatchResult) -> list[str]:
    return [found.code for found in done.diagnostics]


def beside_of(done: BatchResult) -> list[str]:
    return [name.replace("-yellow", "") for name in done.derived]


def test_everything_is_there_and_listed(folder: Path, out: Path) -> None:
    done = run(folder, out)
    assert beside_of(done) == BESIDE
    assert codes(done) == []
    assert json.loads((out / "manifest.json").read_bytes())["derived"] == list(done.derived)
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=out, check=True)
    listed = {line.split("  ", 1)[1] for line in (out / "SHA256SUMS").read_text().splitlines()}
    assert listed == tree(out).keys() - {"SHA256SUMS"}


def test_a_second_run_writes_nothing_beside(folder: Path, out: Path) -> None:
    done = run(folder, out)
    before = {name: (out / name).stat().st_ino for name in done.derived}
    again = run(folder, out)
    assert again.derived == done.derived
    assert {name: (out / name).stat().st_ino for name in done.derived} == before


def test_a_part_of_a_campaign_keeps_the_rest_in_its_lists(folder: Path, out: Path) -> None:
    whole = run(folder, out)
    before = tree(out)
    part = run(folder, out, only="set/ar/*")
    assert part.derived == whole.derived
    assert tree(out) == before


def test_what_is_not_asked_for_again_is_kept_and_said(folder: Path, out: Path) -> None:
    first = run(folder, out)
    again = run(folder, out, extras=None)
    assert again.derived == first.derived
    assert codes(again) == ["derived-older"]
    assert "4 zips or bundles of earlier runs were kept" in str(again.diagnostics[0])
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=out, check=True)
    (out / "zip/demo-ar.zip").unlink()
    assert "zip/demo-ar.zip" not in run(folder, out, extras=None).derived


@pytest.mark.parametrize("name", ["SHA256SUMS", "picking-list.csv", "zip/demo-ar.zip", "bundles/demo-ar-a6-yellow.pdf"])
def test_somebody_elses_file_stays_and_is_said(folder: Path, out: Path, name: str) -> None:
    (out / name).parent.mkdir(parents=True)
    (out / name).write_bytes(b"mine")
    done = run(folder, out)
    assert (out / name).read_bytes() == b"mine"
    assert codes(done) == ["output-foreign"]
    assert str(done.diagnostics[0]).startswith(str(out / name))
    assert len(done.made) == 4
    run(folder, out)
    assert (out / name).read_bytes() == b"mine", "nor does the next run take it for ours"
    assert codes(run(folder, out, force=True)) == []
    assert (out / name).read_bytes() != b"mine"


def test_a_link_is_not_followed(folder: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    out.mkdir()
    (out / "zip").symlink_to(tmp_path / "elsewhere")
    (out / "picking-list.csv").symlink_to(tmp_path / "elsewhere" / "list")
    assert codes(run(folder, out)) == ["output-link"] * 2, "two zips behind one link"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_lost_manifest_makes_no_strangers(folder: Path, out: Path) -> None:
    run(folder, out)
    before = tree(out)
    (out / "manifest.json").unlink()
    assert codes(run(folder, out)) == []
    assert tree(out) == before
    data = (out / "manifest.json").read_bytes()
    (out / "manifest.json").write_bytes(data[:-30])
    campaign(folder, one_set(tags=["demo"], languages=["en", "ar"], copies=9, stock="yellow"))
    assert codes(run(folder, out)) == ["manifest-damaged-kept"], "what was derived is known by the damaged list"


def test_what_nobody_should_print_is_not_among_what_is_printed(folder: Path, out: Path) -> None:
    run(folder, out)
    done = run(folder, out, require="approved")
    assert {"output-disallowed"} <= {*codes(done)}
    assert "set/ar/" not in (out / "picking-list.csv").read_text()
    assert "set/en/" in (out / "picking-list.csv").read_text(), "the pack's own words are approved by their authors"
    assert "set/ar/one-a6.pdf" in (out / "SHA256SUMS").read_text(), "it is in the folder all the same"


def test_an_interruption_ends_it_and_the_next_run_mends_it(folder: Path, out: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "whole")

    class Late(Interrupts):
        """Hears Ctrl-C when the n-th derived file is begun."""

        def __init__(self, number: int) -> None:
            super().__init__(())
            self.left = number

        def check(self) -> None:
            if (out / "picking-list.csv").exists():
                self.left -= 1
                if self.left < 0:
                    raise Interrupted(2)

    for number in range(0, 40, 3):
        try:
            run(folder, out, interrupts=Late(number))
        except Interrupted:
            names = tree(out)
            assert "manifest.json" in names, "what was made until then is recorded"
            assert not [name for name in names if name.endswith(".part")]
    run(folder, out)
    assert tree(out) == tree(tmp_path / "whole")


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_every_write_beside_faulted(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    whole, bare = tmp_path / "whole", tmp_path / "bare"
    run(folder, whole)
    run(folder, bare, extras=None)
    (bare / "picking-list.csv").unlink()
    right = tree(whole)
    for number in range(6):
        out = tmp_path / f"out{number}"
        shutil.copytree(bare, out)
        error = [errno.ENOSPC, errno.EACCES, errno.EIO][number % 3]
        with monkeypatch.context() as patch:
            patch.setattr(writing, "os", FaultySystem(call, number, error))
            try:
                done = run(
                    folder, out, only="set/en/one-*", limits=Limits(method="spawn")
                )  # its faults are the parent's
            except OutputError:
                pass
            else:
                assert len(done.unchanged) == 1
                assert {d.severity for d in done.diagnostics} - {Severity.NOTE} == {Severity.ERROR}
        for name, data in tree(out).items():
            assert not name.endswith(".part")
            assert not name.startswith(("zip/", "bundles/")) or data == right[name], "whole or not at all"
        run(folder, out, only="set/en/one-*")
        assert tree(out) == right


def placards(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "placards", "batch", "demo.toml", *arguments]
    return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)


def test_the_command(folder: Path) -> None:
    done = placards("--zip", "language", "--zip-limit", "25MB", "--bundle", "size", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "  beside them: SHA256SUMS, index.html, picking-list.csv, 1 file in bundles/, 2 files in zip/" in done.stdout
    again = placards("--json", folder=folder)
    assert len(json.loads(again.stdout)["derived"]) == 6
    (folder / "out/picking-list.csv").write_text("mine")
    (folder / "out/manifest.json").unlink()
    strange = placards(folder=folder)
    assert strange.returncode == 1
    assert "picking-list.csv: there is a file of this name that no earlier run made" in strange.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--zip", "language", "--zip-limit", "huge"], "“huge” is no size of a file"),
        (["--zip", "language", "--zip-limit", "9 bytes"], "a zip cannot be limited to 9 bytes"),
        (["--zip-limit", "25MB"], "--zip-limit says how large zips may be, and none are asked for"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_made(folder: Path, arguments: list[str], words: str) -> None:
    done = placards(*arguments, folder=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert not (folder / "out").exists()


def test_the_lists_are_those_that_other_tests_leave_out(folder: Path, out: Path) -> None:
    assert set(run(folder, out, extras=None).derived) == LISTS
    assert os.listdir(out)
