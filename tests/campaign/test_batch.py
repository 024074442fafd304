"""A batch from the command line: the files, the manifest, the same bytes everywhere, and nothing half-written."""

from __future__ import annotations

import contextlib
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

import pikepdf
import pytest

from placards.cli.main import main

from ..cli.support import assert_plain, environment, placards
from ..messages.support import write
from .processes import children, runs
from .support import LAYOUT, LISTS, MANY, campaign, make_folder, one_set, write_layout
from .test_folder import everything

SETS = "\n".join(
    [
        one_set("print", tags=["demo"], languages=["ar", ["ar", "de"]], layouts=["plain", "many"]),
        one_set("screen", slogans=["demo/one"], languages=["en", "fr"], sizes=["200x300px"], formats=["png", "svg"]),
    ]
)

MANY_SLOGANS = '[pack]\nname = "Many"\nlanguage = "en"\ntags = ["many"]\n' + "".join(
    f'\n[[slogan]]\nid = "s{n}"\ntext = "Water is life, {n}"\n' for n in range(6)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "campaign")


def files(folder: Path) -> dict[str, bytes]:
    """Every file but the lists of them all."""
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name not in LISTS
    }


def manifest(out: Path) -> dict[str, Any]:
    return json.loads((out / "manifest.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def listed(data: dict[str, Any]) -> list[str]:
    """Every file that a manifest tells of but lists, and itself."""
    names = {a["file"] for a in data["artefacts"]} | {f["file"] for a in data["artefacts"] for f in a.get("files", ())}
    names |= {a["thumbnail"]["file"] for a in data["artefacts"]}
    return sorted([*names, "manifest.json"])


def test_manifest_says_what_was_made(folder: Path, tmp_path: Path) -> None:
    campaign(folder, SETS)
    done = placards("batch", folder / "demo.toml", "--out", "out", "-j", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    out = tmp_path / "out"
    made = files(out)
    data = manifest(out)
    artefacts = data["artefacts"]
    assert listed(data) == sorted(made)
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
        assert {f["code"] for f in data["failed"]} == {"fit-size"}
        assert [a["file"] for a in data["artefacts"]] == ["set/ar/one-plain-a6.pdf", "set/en/one-plain-a6.pdf"]
        assert sorted(files(out)) == everything("set/ar/one-plain-a6.pdf", "set/en/one-plain-a6.pdf")
        assert "2 artefacts failed" in done.stdout.splitlines()[-1]


def test_problems_of_the_plan_give_exit_code_1(folder: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/one", "demo/oen"]))
    done = placards("batch", folder / "demo.toml", cwd=tmp_path)
    assert done.returncode == 1
    assert_plain(done.stderr, "demo.toml:9", "“demo/oen”", "“one”")
    assert sorted(files(tmp_path / "out")) == everything("set/en/one-a6.pdf")
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
    assert sorted(files(tmp_path / "out")) == everything("print/ar/one-plain-a6.pdf")
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


# --- interrupted ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jobs", "name", "code", "alone"),
    [
        ("1", "SIGINT", 130, False),
        ("2", "SIGINT", 130, False),
        ("2", "SIGINT", 130, True),
        ("2", "SIGTERM", 143, False),
        ("2", "SIGTERM", 143, True),
        ("2", "SIGHUP", 129, False),
    ],
)
def test_interrupt(folder: Path, tmp_path: Path, jobs: str, name: str, code: int, alone: bool) -> None:
    """defects.md 25, 43: the workers make PDFs, so that no library there can swallow what the parent hears."""
    sizes = [f"{n}x{n + 1}px" for n in range(300, 360)]
    campaign(folder, one_set(tags=["demo"], languages=["en", "ar"], sizes=sizes, formats=["png", "pdf"]))
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "placards", "batch", str(folder / "demo.toml"), "--out", str(out), "-j", jobs],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()  # a part is made
    workers = children(process.pid)
    # As a terminal does, to the workers too; or as `kill` does.
    (os.kill if alone else os.killpg)(process.pid, getattr(signal, name))
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == code
    assert stderr.decode() == "placards: interrupted\n"
    assert not any(map(runs, workers))
    made = files(out)
    data = manifest(out)
    assert data["failed"] == []
    assert listed(data) == sorted(made)
    assert 2 < len(made) < 480
    for artefact in data["artefacts"]:
        assert artefact["sha256"] == hashlib.sha256(made[artefact["file"]]).hexdigest()


def test_the_reader_goes_away(folder: Path, tmp_path: Path) -> None:
    """defects.md 26"""
    sizes = [f"{n}x{n + 1}px" for n in range(300, 330)]
    campaign(folder, one_set(slogans=["demo/one"], sizes=sizes, formats=["png"]))
    script = f'set -o pipefail; "{sys.executable}" -m placards batch "{folder / "demo.toml"}" | head -n 1'
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    assert len(files(tmp_path / "out")) == 30 + 30 + 30 + 1, "images, their texts, thumbnails and the manifest"
    assert len(manifest(tmp_path / "out")["artefacts"]) == 30


@pytest.mark.parametrize(
    ("more", "redirect", "code"),
    [
        ([], {"stdout": "/dev/full"}, 0),
        (["--json"], {"stdout": "/dev/full"}, 1),
        ([], {"stdout": "/dev/full", "stderr": "/dev/full"}, 0),
        (["--only", "set2/*"], {"stderr": "/dev/full"}, 1),
    ],
    ids=["progress", "json", "both", "failures"],
)
def test_a_full_standard_output(
    folder: Path, tmp_path: Path, more: list[str], redirect: dict[str, str], code: int
) -> None:
    """defects.md 26"""
    write_layout(folder, "tight", LAYOUT.replace('bottom = "40%"', 'height = "9pt"\nmin_size = "80pt"'))
    campaign(
        folder,
        one_set(slogans=["demo/one"], languages=["en", "ar"], sizes=["a6", "a5"])
        + one_set("tight", slogans=["demo/one"], layouts=["tight"], languages=["fr"]).replace('"tight"', '"set2"', 1),
    )
    more = more if "--only" in more else [*more, "--only", "set/*"]
    with contextlib.ExitStack() as stack:
        streams: dict[str, Any] = {n: stack.enter_context(open(p, "wb")) for n, p in redirect.items()}
        done = subprocess.run(
            [sys.executable, "-m", "placards", "batch", str(folder / "demo.toml"), *more],
            cwd=tmp_path, env=environment(), check=False, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
        )  # fmt: skip
    assert done.returncode == code
    data = manifest(tmp_path / "out")
    assert (len(data["artefacts"]), len(data["failed"])) == ((0, 1) if "set2/*" in more else (4, 0))
    if "stderr" not in redirect:
        assert_plain(done.stderr.decode(), "the output cannot be written", "No space left", "goes on")


def test_closed_streams(folder: Path, tmp_path: Path) -> None:
    campaign(folder, one_set(slogans=["demo/one"]))
    script = f'"{sys.executable}" -m placards batch "{folder / "demo.toml"}" 2>&-'
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0
    assert len(manifest(tmp_path / "out")["artefacts"]) == 1


def test_a_bar_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    import pty

    write_layout(folder, "tight", LAYOUT.replace('bottom = "40%"', 'height = "9pt"\nmin_size = "80pt"'))
    campaign(folder, one_set(slogans=["demo/one"], layouts=["plain", "tight"], languages=["en", "ar"]))
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "placards", "batch", str(folder / "demo.toml")],
        cwd=tmp_path, env=environment(), stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # how a terminal ends
        while part := os.read(ours, 4096):
            shown += part
    os.close(ours)
    assert process.wait(timeout=60) == 1
    text = shown.decode()
    assert "4/4" in text
    assert "━" in text
    lines = [line.rpartition("\r")[2] for line in text.replace("\r\n", "\n").splitlines()]
    assert [line for line in lines if line.startswith("placards: set/en/one-tight-a6.pdf: ")]
    assert lines[-1] == "2 artefacts made, 2 artefacts failed: out; see above"


# --- arguments and counts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["-j", "0"], ["0 is no number of workers", "1 or more"]),  # defects.md 35
        (["-j", "-3"], ["-3 is no number of workers"]),
        (["--time-limit", "0"], ["0 is no number of seconds"]),
        (["--time-limit", "nan"], ["no number of seconds"]),
    ],
)
def test_numbers_that_mean_nothing(folder: Path, tmp_path: Path, arguments: list[str], parts: list[str]) -> None:
    campaign(folder, one_set(slogans=["demo/one"]))
    done = placards("batch", folder / "demo.toml", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert_plain(done.stderr, *parts)
    assert not (tmp_path / "out").exists()


def test_the_last_line_counts_everything(folder: Path, tmp_path: Path) -> None:
    """defects.md 31, 36"""
    write_layout(folder, "tight", LAYOUT.replace('bottom = "40%"', 'height = "9pt"\nmin_size = "80pt"'))
    campaign(folder, one_set(tags=["demo"], languages=["de", "fr"]) + one_set("one", slogans=["demo/one"]))
    done = placards("batch", folder / "demo.toml", "--draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "4 artefacts in 3 languages are in out; out/manifest.json lists them." in lines
    assert "  skipped: 1 untranslated message (fr 1)." in lines
    assert "  note: 3 translations used here have not been approved by a named fluent reader." in lines
    assert lines[-1] == "4 artefacts made, 1 draft, 1 message untranslated: out"
    one = placards("batch", folder / "demo.toml", "--only", "one/*", "--out", "one", cwd=tmp_path)
    assert "1 artefact in 1 language is in one; one/manifest.json lists it." in one.stdout.splitlines()
    campaign(folder, one_set(slogans=["demo/one", "demo/oen"], layouts=["tight"], languages=["en", "ar"]))
    bad = placards("batch", folder / "demo.toml", "--out", "bad", cwd=tmp_path)
    lines = bad.stdout.splitlines()
    assert lines[-1] == "0 artefacts made, 2 artefacts failed, 1 problem in the plan: bad; see above"
    assert [line for line in lines if line.startswith("  failed: set/ar/one-a6.pdf: ")]


def test_so_many_are_asked_for_twice(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placards.cli.batch.MAX_JOBS", 3)
    campaign(folder, one_set(tags=["demo"], languages=["en", "ar"]))
    arguments = ["batch", str(folder / "demo.toml"), "--out", str(tmp_path / "out")]
    assert main(arguments) == 2
    assert not (tmp_path / "out").exists()
    assert main([*arguments, "--yes"]) == 0


def test_pages_are_counted(folder: Path, tmp_path: Path) -> None:
    """defects.md 40: a manifest that always says one page passed."""
    write(folder / "slogans" / "many.toml", MANY_SLOGANS)
    write_layout(folder, "paged", MANY.replace("lines =", 'min_size = "40pt"\nlines ='))
    campaign(folder, one_set(tags=["many"], layouts=["paged"]) + one_set("one", slogans=["demo/one"], formats=["svg"]))
    done = placards("batch", folder / "demo.toml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    pages = {a["file"]: a["pages"] for a in manifest(tmp_path / "out")["artefacts"]}
    name = "set/en/paged-a6.pdf"
    with pikepdf.open(tmp_path / "out" / name) as document:
        assert pages[name] == len(document.pages) > 1
    assert pages["one/en/one-a6.svg"] == 1


def test_warnings_are_folded_and_recorded(folder: Path, tmp_path: Path) -> None:
    text = "Peace\\u202e now"
    campaign(folder, one_set(text={"en": text, "ar": "سلام\\u202e"}, languages=["en", "ar"], sizes=["a6", "a5"]))
    done = placards("batch", folder / "demo.toml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    warnings = [line for line in done.stdout.splitlines() if line.startswith("  warning: ")]
    (warning,) = warnings
    assert warning.endswith("(4 artefacts; likewise in en)")
    for artefact in manifest(tmp_path / "out")["artefacts"]:
        (found,) = artefact["diagnostics"]
        assert found["severity"] == "warning"
        assert set(found) == {"code", "severity", "parameters", "place", "sentence"}
        assert len(artefact["checks"]["warnings"]) == 1
        assert str(tmp_path) not in json.dumps(found)


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
