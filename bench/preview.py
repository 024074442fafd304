"""The first page of every shipped layout at phone size, 360 pixels wide, as a preview shows it: from the job to the
PNG, process warm."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial

from bench.report import Row
from bench.timing import seconds
from placards.files.shipped import world_of
from placards.inputs import Inputs
from placards.job import Job, OutputSpec
from placards.kit.page import PHONE
from placards.kit.samples import Sample, Samples, sample_jobs, with_samples
from placards.pipeline import Engine

#: One language each of letters that stand apart, join, stack, and have no spaces.
LANGUAGES = ("en", "ar", "hi", "ja")

#: What a designer waits for, in milliseconds.
TARGET = 30.0

ROUNDS = 5


def measure() -> Iterator[Row]:
    """A row a layout: the median over languages of the shortest and the longest message, each on its first size."""
    inputs = Inputs(with_samples(world_of()))
    samples, engine = Samples(inputs), Engine(inputs=inputs)
    for name in inputs.layout_names():
        layout = inputs.layout(name)
        times: dict[str, float] = {}
        for language in LANGUAGES:
            for length in ("shortest", "longest"):
                sample = Sample(samples.languages_for(layout, language), length)
                output = OutputSpec("png", width_px=PHONE)
                choices = samples.choices(layout, sample, layout.layout.sizes[0], "", output)
                ((job, wrong),) = sample_jobs([choices], inputs)
                if job is None:
                    raise ValueError(f"{name}: {wrong[0]}")
                times[f"{language} {length}"] = _warm(engine, job)
        middle = statistics.median(times.values())
        slowest = max(times, key=lambda key: times[key])
        note = f"slowest: {slowest}, {times[slowest]:.0f} ms"
        yield Row(f"preview of {name}", "ms", middle, None, None, f"≤ {TARGET:g}", middle <= TARGET, note, dict(times))


def _warm(engine: Engine, job: Job) -> float:
    shown = partial(engine.preview, job, width_px=PHONE)
    shown()
    return statistics.median(seconds(shown) * 1000 for _ in range(ROUNDS))
