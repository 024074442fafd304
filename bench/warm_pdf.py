"""A warm process sets A3 posters in eight scripts: placards beside Typst and WeasyPrint."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from functools import partial

from bench.posters import TEXTS, WARM_UPS, Poster, place, posters
from bench.report import Row
from bench.timing import seconds
from bench.with_typst import TypstPosters
from bench.with_weasyprint import WeasyPrintPosters

PLACARDS = "placards"
TYPST_MEASURE = "typst, measure()"
TYPST_COMPILES = "typst, compiles"
WEASYPRINT = "weasyprint"

#: Times by contender and language, in seconds.
Times = dict[str, dict[str, list[float]]]


def measure() -> Iterator[Row]:
    """The rows of the table: medians over all posters of all languages."""
    times = _times()
    ours = _median(times[PLACARDS])
    for name, target in ((TYPST_MEASURE, 3.0), (TYPST_COMPILES, 3.0), (WEASYPRINT, 5.0)):
        theirs = _median(times[name])
        by_language = {
            language: statistics.median(times[name][language]) / statistics.median(times[PLACARDS][language])
            for language in TEXTS
        }
        least = min(by_language, key=by_language.__getitem__)
        yield Row(
            f"warm A3 PDF vs {name}", "ms", ours * 1000, theirs * 1000, theirs / ours, f"≥ {target:g}",
            theirs / ours >= target,
            f"least: {least} {by_language[least]:.1f}",
            {
                "by_language_ms": {
                    language: [
                        round(statistics.median(times[who][language]) * 1000, 3) for who in (PLACARDS, name)
                    ]
                    for language in TEXTS
                }
            },
        )  # fmt: skip


def _times() -> Times:
    contenders = _contenders()
    times: Times = {name: {language: [] for language in TEXTS} for name in contenders}
    count = len(posters("en"))
    for number in range(count):
        for language in TEXTS:
            poster = posters(language)[number]
            for name, draw in contenders.items():
                taken = seconds(partial(draw, poster))
                if number >= WARM_UPS:
                    times[name][language].append(taken)
    return times


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
