"""A worker that has set Article 1 in every language becomes the memory that it holds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.report import Row

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "tests" / "data" / "udhr_article1.jsonl"
LIMIT_MB = 250.0


def measure() -> Iterator[Row]:
    """One row: resident memory at the end, with what of it is the worker's own in the note."""
    run = subprocess.run(
        [sys.executable, "-m", "bench.memory"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    found = json.loads(run.stdout)
    yield Row(
        f"memory after {found['set']} languages", "MB", found["Rss"], None, None, f"≤ {LIMIT_MB:.0f} MB",
        found["Rss"] <= LIMIT_MB,
        f"private dirty {found['Private_Dirty']:.0f} MB, at the start {found['start']['Rss']:.0f}; "
        f"refused: {len(found['refused'])}",
        found,
    )  # fmt: skip


def work() -> dict[str, object]:
    """Set every article as a PDF in this process; the memory in megabytes, and the languages that were refused."""
    from bench.posters import make_text
    from placards.problems.errors import PlacardsError

    make_text("en", "Peace", layout="paragraph")
    start, done, refused = smaps(), 0, {}
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        try:
            make_text(article["bcp47"], article["text"], layout="paragraph")
            done += 1
        except PlacardsError as error:
            refused[article["bcp47"]] = str(error)
    return {**smaps(), "start": start, "set": done, "refused": refused}


def smaps() -> dict[str, float]:
    """Linux's account of this process, in megabytes: Rss counts mapped font pages too, Private_Dirty only what the
    process wrote."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    sizes = {name: int(value) / 1024 for name, value, *_ in (line.replace(":", " ").split() for line in lines)}
    return {name: sizes[name] for name in ("Rss", "Pss", "Private_Dirty", "Private_Clean")}


if __name__ == "__main__":
    print(json.dumps(work(), ensure_ascii=False))
