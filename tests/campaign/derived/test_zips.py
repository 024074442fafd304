"""Zips hold what they should, for every program, below the limit, and the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import random
import subprocess
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from placards.campaign.derived import zip_file
from placards.campaign.derived.extras import Extras
from placards.campaign.derived.zip_file import ZipFile
from placards.problems.diagnostic import Diagnostic

from .support import beside, record

HEAD = ["README.txt", "picking-list.csv", "SHA256SUMS"]


def members(path: Path) -> dict[str, bytes]:
    """What Python's own reader finds, after it has checked everything."""
    with zipfile.ZipFile(path) as found:
        assert found.testzip() is None
        return {info.filename: found.read(info) for info in found.infolist()}


def noise(count: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(count)


def codes(said: list[Diagnostic]) -> list[str]:
    return [found.code for found in said]


def some(out: Path) -> list[dict[str, Any]]:
    alt = {"file": "s/en/c.png.alt.txt", "sha256": hashlib.sha256(b"Water" * 90).hexdigest(), "bytes": 450}
    image = record(out, "s/en/c.png", b"png", size="story", pixels=[1080, 1920])
    record(out, "s/en/c.png.alt.txt", b"Water" * 90)
    image["files"] = [{key: image[key] for key in ("file", "sha256", "bytes")}, alt]
    return [
        record(out, "s/en/a.pdf", b"%PDF-a"),
        record(out, "s/ar/b.pdf", b"%PDF-b", languages=["ar"], draft=True),
        image,
        record(out, "s/en+ar/d.pdf", b"%PDF-d", languages=["en", "ar"], layout="two"),
    ]


def test_a_zip_a_language(tmp_path: Path) -> None:
    derived, said = beside(some(tmp_path), tmp_path, Extras(zip="language"))
    assert [n for n in derived.names if n.startswith("zip/")] == ["zip/demo-ar.zip", "zip/demo-en.zip"]
    assert codes(said) == ["derived-zip-shared"]
    assert str(said[0]) == "1 artefact shows several languages, and is in the zip of each of them."
    english = members(tmp_path / "zip/demo-en.zip")
    assert list(english) == [*HEAD, "s/en+ar/d.pdf", "s/en/a.pdf", "s/en/c.png", "s/en/c.png.alt.txt"]
    for name in list(english)[len(HEAD) :]:
        assert english[name] == (tmp_path / name).read_bytes()
    note = members(tmp_path / "zip/demo-ar.zip")["README.txt"].decode()
    assert note.startswith("Demo for water\nLanguage: العربية, Arabic (ar)\n")
    assert "Drafts among them, which are not for print: 1" in note
    assert "In several languages, and so in the zip of each of them: 1" in note
    rows = list(csv.DictReader(io.StringIO(english["picking-list.csv"].decode("utf-8-sig"))))
    assert [row["file"] for row in rows[:-1]] == ["s/en+ar/d.pdf", "s/en/a.pdf", "s/en/c.png"]
    assert rows[0]["zip"] == "zip/demo-ar.zip; zip/demo-en.zip"


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("layout", ["demo-plain.zip", "demo-two.zip"]),
        ("size", ["demo-a6.zip", "demo-story.zip"]),
        ("set", ["demo-s.zip"]),
    ],
)
def test_other_ways_to_put_them_together(tmp_path: Path, by: str, names: list[str]) -> None:
    _, said = beside(some(tmp_path), tmp_path, Extras(zip=by))
    assert sorted(p.name for p in (tmp_path / "zip").iterdir()) == names
    assert said == []


def test_unzip_reads_it_and_what_comes_out_is_whole(tmp_path: Path) -> None:
    out, there = tmp_path / "out", tmp_path / "there"
    records = [*some(out), record(out, "s/en/كلمة-“x”.svg", b"<svg>" * 400)]
    beside(records, out, Extras(zip="language"))
    archive = out / "zip/demo-en.zip"
    subprocess.run(["unzip", "-tqq", archive], check=True)
    subprocess.run(["unzip", "-qq", archive, "-d", there], check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert (there / "s/en/كلمة-“x”.svg").read_bytes() == b"<svg>" * 400
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=there, check=True)
    with zipfile.ZipFile(archive) as found:
        for info in found.infolist():
            packed = info.filename.endswith((".svg", ".alt.txt"))
            assert info.compress_type == (zipfile.ZIP_DEFLATED if packed or info.filename in HEAD else 0)
            assert (info.date_time, info.extra, info.external_attr) == ((1980, 1, 1, 0, 0, 0), b"", 0o100644 << 16)
            assert info.flag_bits == 1 << 11, "names are UTF-8"


def test_parts_stay_below_the_limit_and_hold_everything_once(tmp_path: Path) -> None:
    records = [record(tmp_path, f"s/en/{n:02}.pdf", noise(30_000, n)) for n in range(20)]
    derived, said = beside(records, tmp_path, Extras(zip="language", zip_limit=200_000))
    parts = [n for n in derived.names if n.startswith("zip/")]
    assert parts == [f"zip/demo-en-{n}.zip" for n in range(1, len(parts) + 1)]
    assert 4 <= len(parts) <= 5
    assert all((tmp_path / name).stat().st_size <= 200_000 for name in parts)
    inside = [n for name in parts for n in members(tmp_path / name) if n not in HEAD]
    assert inside == [r["file"] for r in records]
    assert "Part 2 of" in members(tmp_path / parts[1])["README.txt"].decode()
    assert said == []


def test_rows_of_long_words_stay_below_the_limit_too(tmp_path: Path) -> None:
    words = [{"role": "slogan", "language": "en", "lines": [noise(400, n).hex() for n in range(20)]}]
    records = [record(tmp_path, f"s/en/{n:03}.pdf", b"x", texts=words, stock=noise(90, n).hex()) for n in range(40)]
    derived, _ = beside(records, tmp_path, Extras(zip="language", zip_limit=100_000))
    parts = [n for n in derived.names if n.startswith("zip/")]
    assert len(parts) > 1
    assert max((tmp_path / name).stat().st_size for name in parts) <= 100_000


def test_an_artefact_that_is_too_large_alone_is_said(tmp_path: Path) -> None:
    sizes = [1000, 150_000, 1000]
    records = [record(tmp_path, f"s/en/{n}.pdf", noise(size, n)) for n, size in enumerate(sizes)]
    _, said = beside(records, tmp_path, Extras(zip="language", zip_limit=100_000))
    assert str(said[0]).startswith("1 artefact is larger than 0.1 MB by itself, and so is its zip: s/en/1.pdf.")
    assert [
        [n for n in members(tmp_path / f"zip/demo-en-{part}.zip") if n not in HEAD] for part in (1, 2, 3)
    ] == [["s/en/0.pdf"], ["s/en/1.pdf"], ["s/en/2.pdf"]]  # fmt: skip


def test_what_is_right_is_not_written_again(tmp_path: Path) -> None:
    records, extras = some(tmp_path), Extras(zip="language")
    derived, _ = beside(records, tmp_path, extras)
    before = {n: (tmp_path / n).stat() for n in derived.names}
    again, _ = beside(records, tmp_path, extras, ours=derived.names)
    assert again == derived
    assert {n: ((tmp_path / n).stat().st_ino, s.st_mtime_ns) for n, s in before.items()} == {
        n: (s.st_ino, s.st_mtime_ns) for n, s in before.items()
    }
    # One word of one artefact: its zip alone is made again.
    records[0] = record(tmp_path, "s/en/a.pdf", b"%PDF-A")
    beside(records, tmp_path, extras, ours=derived.names)
    changed = {n for n, s in before.items() if (tmp_path / n).stat().st_ino != s.st_ino}
    assert changed == {"zip/demo-en.zip", "SHA256SUMS"}
    assert members(tmp_path / "zip/demo-en.zip")["s/en/a.pdf"] == b"%PDF-A"
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)


@pytest.mark.parametrize("damage", ["cut", "head", "empty", "gone"])
def test_a_damaged_zip_is_made_again(tmp_path: Path, damage: str) -> None:
    records, extras = some(tmp_path), Extras(zip="language")
    derived, _ = beside(records, tmp_path, extras)
    path = tmp_path / "zip/demo-en.zip"
    whole = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes({"cut": whole[:-40], "head": b"x" + whole[1:], "empty": b""}[damage])
    beside(records, tmp_path, extras, ours=derived.names)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("data", [b"%PDF-X", b"%PDF-longer"])
def test_a_file_that_somebody_changed_is_left_out_and_said(tmp_path: Path, data: bytes) -> None:
    records = some(tmp_path)
    (tmp_path / "s/en/a.pdf").write_bytes(data)
    _, said = beside(records, tmp_path, Extras(zip="layout"))
    assert codes(said) == ["derived-altered"]
    assert "s/en/a.pdf" in str(said[0])
    assert "s/en/a.pdf" not in members(tmp_path / "zip/demo-plain.zip")
    assert "s/en/a.pdf" not in (tmp_path / "picking-list.csv").read_text()


def test_a_file_that_is_gone_is_left_out_and_said(tmp_path: Path) -> None:
    records = some(tmp_path)
    (tmp_path / "s/en/c.png.alt.txt").unlink()
    _, said = beside(records, tmp_path, Extras(zip="size"))
    assert codes(said) == ["derived-missing"]
    assert not (tmp_path / "zip/demo-story.zip").exists()


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    data = noise(100_000)
    records = [record(tmp_path, f"s/en/{n:04}.pdf", data) for n in range(200)]
    tracemalloc.start()
    try:
        beside(records, tmp_path, Extras(zip="language"))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "zip/demo-en.zip").stat().st_size > 20_000_000
    assert peak < 6_000_000


def test_many_members_go_into_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from placards.campaign.derived import zips

    monkeypatch.setattr(zips, "MOST_MEMBERS", 5)
    records = [record(tmp_path, f"s/en/{n:02}.pdf", b"x") for n in range(12)]
    derived, _ = beside(records, tmp_path, Extras(zip="set"))
    assert sum(n.startswith("zip/") for n in derived.names) == 3
    assert zip_file.MOST_MEMBERS < 0xFFFF


def test_texts_that_do_not_become_smaller_are_stored() -> None:
    stream = io.BytesIO()
    target = ZipFile(stream)
    target.add("empty.txt", b"", packed=True)
    target.add("noise.txt", noise(1000), packed=True)
    target.add("words.txt", b"peace " * 100, packed=True)
    target.close()
    with zipfile.ZipFile(stream) as found:
        assert found.testzip() is None
        assert [info.compress_type for info in found.infolist()] == [0, 0, 8]
        assert found.read("words.txt") == b"peace " * 100
