"""Texts of growing length become a curve of time and memory: growth must stay near-linear up to the limit."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.report import Row

ROOT = Path(__file__).parents[1]
LENGTHS = (5, 10, 20, 50, 100, 200, 500, 1000, 1500, 2000)
LIMIT_SECONDS, LIMIT_MB = 1.0, 200.0

#: Name → (language, text of a length).
KINDS = {
    "English": ("en", lambda n: ("No peace without justice for all of us, everywhere. " * n)[:n].strip()),
    "one word": ("en", lambda n: "a" * n),
    "one-letter words": ("en", lambda n: ("a " * n)[: 2 * n - 1][:2000]),
    "one-letter lines": ("en", lambda n: "\n".join("a" * min(n, 1000))),
    "Chinese": ("zh", lambda n: ("和平不是没有战争而是有正义的生活" * n)[:n]),
    "Khmer": ("km", lambda n: ("សន្តិភាពនិងយុត្តិធម៌សម្រាប់មនុស្សទាំងអស់" * n)[:n]),
    "Urdu": ("ur", lambda n: ("انصاف کے بغیر امن نہیں، سب کے لیے برابر حقوق " * n)[:n].strip()),
}


def measure() -> Iterator[Row]:
    """A row per kind of text: seconds and megabytes at the longest, and how fast both grow (1 = linear)."""
    for name in KINDS:
        command = [sys.executable, "-m", "bench.curve", name]
        run = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        found = json.loads(run.stdout)
        seconds = {int(n): s for n, s in found["seconds"].items()}
        longest = max(seconds)
        worst = max(seconds.values())
        growth = math.log(max(seconds[longest], 1e-4) / max(seconds[200], 1e-4)) / math.log(longest / 200)
        shown = ", ".join(f"{n}: {1000 * s:.0f}" for n, s in seconds.items())
        yield Row(
            f"{name}, to {longest} characters", "ms", 1000 * worst, None, growth, f"≤ {LIMIT_SECONDS:.0f} s, {LIMIT_MB:.0f} MB",
            worst <= LIMIT_SECONDS and found["megabytes"] <= LIMIT_MB,
            f"+{found['megabytes']:.0f} MB; ms at length {shown}; refused {found['refused']}", found,
        )  # fmt: skip


def work(name: str) -> dict[str, object]:
    """Set one kind of text at every length in this process; the memory is what it grew by."""
    import time

    from bench.posters import make_text
    from placards.problems.errors import PlacardsError

    language, text = KINDS[name]
    make_text("en", "Peace")
    start, seconds, refused = _peak_mb(), {}, []
    for length in LENGTHS:
        began = time.perf_counter()
        try:
            make_text(language, text(length))
        except PlacardsError:
            refused.append(length)
        seconds[length] = time.perf_counter() - began
    return {"seconds": seconds, "megabytes": _peak_mb() - start, "refused": refused}


def _peak_mb() -> float:
    """The most that this process has held, in megabytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    print(json.dumps(work(sys.argv[1])))
