"""Campaigns of growing size become plans: the processor's time for 1,000 to 100,000 jobs, and the memory they take.

Processor time, because planning is one process that reads little: other programs on the machine do not count.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.report import Row

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 10_000, 100_000)
LIMIT_SECONDS = 10.0

#: A slogan in all of these is 1,400 artefacts, without some that are excluded.
_LANGUAGES = (
    "en ar fa ur hi sw fr es de pt ru tr id bn ta th zh-Hans ja ko he it nl pl uk el"
).split()  # fmt: skip
_LAYOUTS = ("big", "band", "symbol", "hero-word")
_PALETTES = ("", "brick")
_SIZES = ("a1", "a2", "a3", "a4", "square", "story", "50x70cm")


def measure() -> Iterator[Row]:
    """A row for each size, each in a process of its own: shipped catalogs are read in it too."""
    for jobs in SIZES:
        command = [sys.executable, "-m", "bench.plan", str(jobs)]
        run = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        found = json.loads(run.stdout)
        last = jobs == SIZES[-1]
        yield Row(
            f"plan {found['jobs']:,} jobs", "s", found["seconds"], None, None,
            f"≤ {LIMIT_SECONDS:.0f} s" if last else "",
            found["seconds"] <= LIMIT_SECONDS if last else None,
            f"{1e6 * found['seconds'] / found['jobs']:.0f} µs a job; {found['megabytes']:.0f} MB, "
            f"{found['before']:.0f} before", found,
        )  # fmt: skip


def work(jobs: int) -> dict[str, float]:
    """Plan a campaign of so many jobs in this process."""
    from placards.messages.trust.status import Status
    from placards.plan.planner import open_inputs, plan_campaign

    library = open_inputs([]).messages
    every = (slogan for pack in library.packs() for slogan in pack.slogans)
    slogans = [
        s.full_name
        for s in every
        if all(library.message(s, tag).status.at_least(Status.TRANSLATED) for tag in _LANGUAGES)
    ]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "campaign.toml"
        file.write_text(campaign(slogans[: -(-jobs // 1_390)]), encoding="utf-8")
        gc.collect()
        gc.set_threshold(100_000, 20, 20)  # as the command has it
        before, begun = _peak_mb(), time.process_time()
        made = plan_campaign(file, limit=None)
        seconds = time.process_time() - begun
    return {"jobs": len(made.jobs), "seconds": seconds, "megabytes": _peak_mb(), "before": before}


def campaign(slogans: list[str]) -> str:
    """A campaign file: the slogans in every language, layout, palette and size; some left out."""
    return f"""[campaign]
name = "Bench"
organiser = {{ en = "Neighbours in {{city}}", ar = "جيران" }}
date = 2027-04-14
[variables]
city = "Leeds"
[[set]]
name = "bench"
layouts = {json.dumps(_LAYOUTS)}
slogans = {json.dumps(slogans)}
languages = {json.dumps(_LANGUAGES)}
sizes = {json.dumps(_SIZES)}
palettes = {json.dumps(_PALETTES)}
exclude = [{{ language = "ur", size = "a4" }}]
"""


def _peak_mb() -> float:
    """The most that this process has held, in megabytes."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)


if __name__ == "__main__":
    print(json.dumps(work(int(sys.argv[1]))))
