"""A warm process sets A3 posters in eight scripts: placards beside its former self, Typst, WeasyPrint and the floor."""

from __future__ import annotations

import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterator
from functools import partial

from weasyprint.text.ffi import harfbuzz_subset  # type: ignore[import-untyped]

from bench.floor import Floor
from bench.former import COMMIT, former
from bench.posters import TEXTS, WARM_UPS, Poster, place, posters
from bench.report import Row
from bench.timing import seconds
from bench.with_typst import TypstPosters
from bench.with_weasyprint import WeasyPrintPosters

PLACARDS = "placards"
FORMER = f"placards at {COMMIT}"
TYPST_MEASURE = "typst, measure()"
TYPST_COMPILES = "typst, compiles"
WEASYPRINT = "weasyprint"

#: The other program's time by ours, at least.
TARGETS = {FORMER: 0.0, TYPST_MEASURE: 1.7, TYPST_COMPILES: 7.0, WEASYPRINT: 8.0}

#: Our time by that of HarfBuzz, outlines and deflate alone, at most.
FLOOR = 15.0

#: Times by contender and language, in seconds.
Times = dict[str, dict[str, list[float]]]


def measure() -> Iterator[Row]:
    """The rows of the table: medians over all posters of all languages."""
    times = _times()
    ours = _median(times[PLACARDS])
    for name, target in TARGETS.items():
        theirs = _median(times[name])
        by_language = {
            language: statistics.median(times[name][language]) / statistics.median(times[PLACARDS][language])
            for language in TEXTS
        }
        least = min(by_language, key=by_language.__getitem__)
        yield Row(
            f"warm A3 PDF vs {name}", "ms", ours * 1000, theirs * 1000, theirs / ours,
            f"≥ {target:g}" if target else "", theirs / ours >= target if target else None,
            f"least: {least} {by_language[least]:.1f}", {"by_language": by_language},
        )  # fmt: skip
    for name, target in (("floor", FLOOR), ("floor, outlines drawn anew", 0.0)):
        floor = _median(times[name])
        yield Row(
            f"warm A3 PDF vs {name}", "ms", ours * 1000, floor * 1000, ours / floor, f"≤ {target:g}" if target else "",
            ours / floor <= target if target else None, "HarfBuzz, outlines and deflate called directly",
        )  # fmt: skip


def _times() -> Times:
    _warm_font_cache()
    with former() as old:
        contenders = _contenders()
        names = (*contenders, FORMER, "floor", "floor, outlines drawn anew")
        times: Times = {name: {language: [] for language in TEXTS} for name in names}
        for number in range(len(posters("en"))):
            for language in TEXTS:
                poster = posters(language)[number]
                floors = {
                    "floor": Floor(poster, fresh_outlines=False),
                    "floor, outlines drawn anew": Floor(poster, fresh_outlines=True),
                }
                taken = {name: seconds(partial(draw, poster)) for name, draw in contenders.items()}
                taken[FORMER] = old.seconds(poster.language, poster.text)
                taken |= {name: seconds(one.run) for name, one in floors.items()}
                if number >= WARM_UPS:
                    for name, value in taken.items():
                        times[name][language].append(value)
    return times


def _warm_font_cache() -> None:
    """WeasyPrint asks fontconfig, which without a cache looks for fonts anew at every poster, and cuts fonts down by
    fontTools (ten times as slow) where HarfBuzz's subsetter is missing; raises RuntimeError."""
    if shutil.which("fc-cache") is None:
        raise RuntimeError("WeasyPrint needs fontconfig with a warm cache: install the package fontconfig first")
    subprocess.run(["fc-cache"], check=True)
    if not harfbuzz_subset:
        raise RuntimeError("WeasyPrint needs HarfBuzz's subsetter: install the package libharfbuzz-subset0 first")


def _contenders() -> dict[str, Callable[[Poster], object]]:
    firsts = [posters(language)[0] for language in TEXTS]
    typst = TypstPosters({poster.font for poster in firsts})
    weasyprint = WeasyPrintPosters(firsts)
    # What placards finds for a language's first text, and a little less: WeasyPrint's lines are higher.
    sizes = {poster.language: place(poster).texts[0].size_pt * 0.75 for poster in firsts}
    return {
        PLACARDS: place,
        TYPST_MEASURE: typst.by_measure,
        TYPST_COMPILES: typst.by_compiles,
        WEASYPRINT: lambda poster: weasyprint.at_size(poster, sizes[poster.language]),
    }


def _median(by_language: dict[str, list[float]]) -> float:
    return statistics.median(value for values in by_language.values() for value in values)
