"""SHA256SUMS is what coreutils writes and checks."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from placards.campaign.derived.sums import SUMS_NAME, read_sums, sums

from .support import beside, record

ODD = ["plain.pdf", "a\\b.pdf", "two\nlines.pdf", "كلمة.pdf", "Zebra.pdf", "with  spaces", "\\n", "cr\rcr"]


def test_sha256sum_writes_the_same_and_finds_all_well(tmp_path: Path) -> None:
    for name in ODD:
        (tmp_path / name).write_bytes(name.encode())
    ours = sums({name: hashlib.sha256(name.encode()).hexdigest() for name in ODD})
    ordered = sorted(ODD, key=str.encode)
    assert ours == subprocess.run(["sha256sum", "--", *ordered], cwd=tmp_path, capture_output=True, check=True).stdout
    (tmp_path / SUMS_NAME).write_bytes(ours)
    subprocess.run(["sha256sum", "-c", "--quiet", SUMS_NAME], cwd=tmp_path, check=True)
    assert sorted(read_sums(tmp_path)) == sorted(ODD)


def test_everything_that_is_made_is_listed_and_right(tmp_path: Path) -> None:
    small = {"file": ".thumbnails/x.webp", "sha256": hashlib.sha256(b"t").hexdigest(), "bytes": 1}
    records = [record(tmp_path, "s/en/x.pdf", b"%PDF-x", thumbnail=small), record(tmp_path, "s/en/a.png", b"png")]
    (tmp_path / ".thumbnails").mkdir()
    (tmp_path / ".thumbnails/x.webp").write_bytes(b"t")
    derived, said = beside(records, tmp_path)
    assert said == []
    assert derived.names == ("SHA256SUMS", "picking-list.csv")
    subprocess.run(["sha256sum", "-c", "--strict", "--quiet", SUMS_NAME], cwd=tmp_path, check=True)
    there = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert set(read_sums(tmp_path)) == there - {SUMS_NAME}


def test_a_file_that_is_no_list_lists_nothing(tmp_path: Path) -> None:
    assert read_sums(tmp_path) == {}
    (tmp_path / SUMS_NAME).write_bytes(b"\0\xff\nnot a sum\n")
    assert read_sums(tmp_path) == {}
