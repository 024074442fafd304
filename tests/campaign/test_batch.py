"""A batch from the command line: the files, the manifest, the same bytes everywhere, and nothing half-written."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..cli.support import assert_plain, environment, placards
from .support import LAYOUT, campaign, make_folder, one_set, write_layout

SETS = "\n".join(
    [
        one_set("print", tags=["demo"], languages=["ar", ["ar", "de"]], layouts=["plain", "many"]),
        one_set("screen", slogans=["demo/one"], languages=["en", "fr"], sizes=["200x300px"], formats=["png", "svg"]),
    ]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "campaign")


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def manifest(out: Path) -> dict[str, Any]:
    return json.loads((out / "manifest.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_manifest_says_what_was_made(folder: Path, tmp_path: Path) -> None:
    campaign(folder, SETS)
    done = placards("batch", folder / "demo.toml", "--out", "out", "-j", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    out = tmp_path / "out"
    made = files(out)
    data = manifest(out)
    artefacts = data["artefacts"]
    assert sorted([*(a["file"] for a in artefacts), "manifest.json"]) == sorted(made)
    for artefact in artefacts:
        assert artefact["sha256"] == hashlib.sha256(made[artefact["file"]]).hexdigest()
        assert artefact["bytes"] == len(made[artefact["file"]])
    assert [a["file"] for a in artefacts] == sorted(a["file"] for a in artefacts)
    assert data["failed"] == []
    assert data["problems"] == []
    assert data["campaign"] == "Demo"
    # German has “two” as a draft only: the bilingual artefacts of it are skipped, and counted.
    assert data["skipped"] == [{"set": "print", "slogan": "demo/two", "language": "de", "status": "fuzzy"}]
    one = next(a for a in artefacts if a["file"] == "print/ar+de/one-plain-a6.pdf")
    assert one["languages"] == ["ar", "de"]
    assert one["messages"] == [
        {"slogan": "demo/one", "language": "ar", "status": "translated"},
        {"slogan": "demo/one", "language": "de", "status": "translated"},
    ]
    assert one["trim_mm"] == [105, 148]
    assert one["bleed_mm"] == 3
    shown = {text["slot"]: text for text in one["texts"]}
    assert "".join(shown["slogan"]["lines"]).replace(" ", "") == "الماءحياة"
    assert shown["slogan"]["language"] == "ar"
    assert shown["translation"]["size_pt"] > 6
    assert all(font.endswith((".ttf", ".otf")) and "/" not in font for text in one["texts"] for font in text["fonts"])
    png = next(a for a in artefacts if a["file"].endswith(".png"))
    assert png["pixels"] == [200, 300]
    assert "1 fuzzy message (de 1)" in done.stdout
    assert "--draft" in done.stdout


def test_same_bytes_whatever_the_circumstances(folder: Path, tmp_path: Path) -> None:
    campaign(folder, SETS)
    elsewhere = tmp_path / "ein anderer Ordner" / "tiefer"
    shutil.copytree(folder, elsewhere)
    (tmp_path / "cwd").mkdir()
    first = placards(
        "batch", folder / "demo.toml", "--out", tmp_path / "one", "-j", "1", cwd=tmp_path,
        env=environment(LANG="C", LC_ALL="C", PYTHONHASHSEED="1", TZ="UTC"),
    )  # fmt: skip
    second = placards(
        "batch", elsewhere / "demo.toml", "--out", "two", "-j", "2", "--json", cwd=tmp_path / "cwd",
        env=environment(LANG="C.utf8", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="4242", TZ="Asia/Kathmandu", HOME="/nowhere"),
    )  # fmt: skip
    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    one, two = files(tmp_path / "one"), files(tmp_path / "cwd" / "two")
    assert list(one) == list(two)
    assert len(one) > 8
    for name, data in one.items():
        assert data == two[name], f"{name} differs"
        for path in (folder, tmp_path, Path(__file__).parents[2]):
            assert str(path).encode() not in data, f"{name} has a path of this machine"


def test_a_failed_job_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    write_layout(folder, "tight", LAYOUT.replace('bottom = "40%"', 'height = "9pt"\nmin_size = "80pt"'))
    campaign(folder, one_set(slogans=["demo/one"], layouts=["tight", "plain"], languages=["en", "ar"]))
    for jobs in ("1", "2"):
        out = tmp_path / f"out{jobs}"
        done = placards("batch", folder / "demo.toml", "--out", out, "-j", jobs, cwd=tmp_path)
        assert done.returncode == 1
        assert_plain(
            done.stderr, "set/ar/one-tight-a6.pdf", "set/en/one-tight-a6.pdf", "“slogan”", "80.0 pt", "Shorten"
        )
        assert len(done.stderr.splitlines()) == 2
        data = manifest(out)
        assert [f["file"] for f in data["failed"]] == ["set/ar/one-tight-a6.pdf", "set/en/one-tight-a6.pdf"]
        assert {f["code"] for f in data["failed"]} == {"fit"}
        assert [a["file"] for a in data["artefacts"]] == ["set/ar/one-plain-a6.pdf", "set/en/one-plain-a6.pdf"]
        assert set(files(out)) == {"manifest.json", "set/ar/one-plain-a6.pdf", "set/en/one-plain-a6.pdf"}
        assert "2 artefacts failed" in done.stdout


def test_problems_of_the_plan_give_exit_code_1(folder: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/one", "demo/oen"]))
    done = placards("batch", folder / "demo.toml", cwd=tmp_path)
    assert done.returncode == 1
    assert_plain(done.stderr, "demo.toml:9", "“demo/oen”", "“one”")
    assert list(files(tmp_path / "out")) == ["manifest.json", "set/en/one-a6.pdf"]
    assert manifest(tmp_path / "out")["problems"] == ["there is no slogan “demo/oen”"]


def test_only_and_json(folder: Path, tmp_path: Path) -> None:
    campaign(folder, SETS)
    done = placards("batch", folder / "demo.toml", "--only", "print/ar/one-*", "--json", cwd=tmp_path)
    assert done.returncode == 0
    summary = json.loads(done.stdout)
    assert summary["made"] == 1
    assert summary["failed"] == []
    assert summary["problems"] == []
    assert summary["campaign"] == "Demo"
    assert summary["skipped"] == 1
    assert set(files(tmp_path / "out")) == {"manifest.json", "print/ar/one-plain-a6.pdf"}
    none = placards("batch", folder / "demo.toml", "--only", "nothing*", cwd=tmp_path)
    assert none.returncode == 2
    assert_plain(none.stderr, "“nothing*”", "Names look like “print/")


def test_nothing_to_make(folder: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/two"], languages=["fr"]))
    for more in ([], ["--only", "*"]):
        done = placards("batch", folder / "demo.toml", *more, cwd=tmp_path)
        assert done.returncode == 2
        assert_plain(done.stderr, "nothing to make", "demo.toml")
    assert not (tmp_path / "out").exists()


def test_an_unknown_campaign(tmp_path: Path) -> None:
    done = placards("batch", "no-such-campaign", cwd=tmp_path)
    assert done.returncode == 2
    assert_plain(done.stderr, "“no-such-campaign”")
    done = placards("batch", "missing.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert_plain(done.stderr, "missing.toml", "no such file")


# --- interrupted, killed, broken -----------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt(folder: Path, tmp_path: Path, jobs: str) -> None:
    sizes = [f"{n}x{n + 1}px" for n in range(300, 360)]
    campaign(folder, one_set(tags=["demo"], languages=["en", "ar"], sizes=sizes, formats=["png"]))
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "placards", "batch", str(folder / "demo.toml"), "--out", str(out), "-j", jobs],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()  # a part is made
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stderr.decode() == "placards: interrupted\n"
    names = list(files(out))
    assert names
    assert not [name for name in names if name.endswith(".part")]
    assert len(names) < 240
    for name, data in files(out).items():
        if name.endswith(".png"):
            assert data.endswith(b"IEND\xaeB`\x82"), f"{name} is not whole"


# --- disks ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting needs root")  # test_writing.py shows the same with /dev/full
    try:
        yield disk
    finally:
        for _ in range(20):
            if subprocess.run(["umount", str(disk)], capture_output=True, check=False).returncode == 0:
                break
            time.sleep(0.1)


def test_a_full_disk(folder: Path, small_disk: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/one"], sizes=["400x600px"], formats=["pdf", "png"], languages=["en", "ar"]))
    (small_disk / "rest").write_bytes(b"x" * 60_000)
    done = placards("batch", folder / "demo.toml", "--out", small_disk / "out", "-j", "1", cwd=tmp_path)
    assert done.returncode == 1
    assert_plain(done.stderr, "the disk is full", "Make room and run again", "set/en/one-400x600px.png")
    assert not [name for name in files(small_disk) if name.endswith((".part", ".png"))]


def test_unwritable_places(folder: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/one"]))
    (tmp_path / "file").write_text("in the way")
    for out in (tmp_path / "file", tmp_path / "file" / "deeper", Path("/proc/placards"), Path("/dev/null/out")):
        done = placards("batch", folder / "demo.toml", "--out", out, cwd=tmp_path)
        assert done.returncode == 2, out
        assert_plain(done.stderr, str(out), "Choose another folder")
        assert len(done.stderr.splitlines()) == 1
        assert done.stdout == ""
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_read_only_folder(folder: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/one"]))
    out = tmp_path / "out"
    out.mkdir()
    if os.geteuid() == 0:  # permissions do not bind root, a read-only mount does
        bound = subprocess.run(["mount", "--bind", str(out), str(out)], capture_output=True, check=False)
        if bound.returncode:
            pytest.skip("mounting is not allowed here")  # test_unwritable_places covers the sentence
        subprocess.run(["mount", "-o", "remount,ro,bind", str(out)], check=True)
    else:
        out.chmod(0o555)
    try:
        done = placards("batch", folder / "demo.toml", "--out", out, cwd=tmp_path)
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", str(out)], check=True)
    assert done.returncode == 2
    assert_plain(done.stderr, str(out), "read-only" if os.geteuid() == 0 else "no permission", "Choose another folder")
    assert list(out.iterdir()) == []


def test_a_folder_where_a_file_should_be(folder: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/one"], languages=["en", "ar"]))
    (tmp_path / "out" / "set" / "en" / "one-a6.pdf" / "deeper").mkdir(parents=True)
    done = placards("batch", folder / "demo.toml", cwd=tmp_path)
    assert done.returncode == 1
    assert_plain(done.stderr, "set/en/one-a6.pdf", "there is a folder of this name")
    assert (tmp_path / "out" / "set" / "ar" / "one-a6.pdf").is_file()
