"""A thousand posters, PDFs and social images in turn, become files with two processes, by placards, Typst and
WeasyPrint; and what a batch costs by size, by processes, in memory, and where nothing has changed."""

from __future__ import annotations

import itertools
import multiprocessing
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench.image import SIZE as IMAGE
from bench.image import draw
from bench.posters import SIZE, TEXTS, Poster, engine, job, place, posters
from bench.report import Row
from bench.timing import seconds
from placards.campaign.run import batch
from placards.plan.planner import Plan

PROCESSES = 2

#: The other program's time by ours, at least; ours with one process by that with two; the dearest artefact of three
#: sizes of batches by the cheapest, at most; MB a worker; seconds where nothing has changed.
TYPST, WEASYPRINT, TWO, FLAT, MEMORY, UNCHANGED = 3.0, 6.0, 1.6, 1.25, 200.0, 1.0

#: Ten messages in twenty-five languages, in four sizes and in forty.
CAMPAIGN = """[campaign]
name = "Thousand"

[[set]]
name = "set"
layouts = ["slogan"]
slogans = ["climate/climate-justice", "climate/no-planet-b", "climate/act-now", "climate/our-future",
  "climate/clean-air", "climate/water-is-life", "community/refugees-welcome", "community/stronger-together",
  "community/homes-for-all", "community/no-hate"]
languages = ["en", "ar", "fa", "ur", "he", "hi", "bn", "ta", "th", "my", "km", "ja", "ko", "zh-Hans", "fr", "es", "de",
  "pt", "ru", "uk", "el", "tr", "id", "sw", "am"]
sizes = [{sizes}]
"""


def measure() -> Iterator[Row]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        yield from _beside_others(out)
        yield from _by_size(out)
        yield from _unchanged(out)


def _beside_others(out: Path) -> Iterator[Row]:
    place(posters("en")[0])
    for kind, sizes, targets in (("mixed", (SIZE, IMAGE), (TYPST, WEASYPRINT)), ("PDF", (SIZE,), (None, None))):
        thousand = list(itertools.islice(_all(sizes), 1000))
        two = seconds(partial(_batch, thousand, out / f"two {kind}", PROCESSES))
        if kind == "mixed":
            one = seconds(partial(_batch, thousand, out / "one", 1))
            # Kilobytes on Linux. What the parent had before it forked is part of it.
            largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            yield Row("two processes vs one", "s", two, one, one / two, f"≥ {TWO:g}", one / two >= TWO)
            yield Row("the largest worker", "MB", largest, None, None, f"≤ {MEMORY:g}", largest <= MEMORY)
        for name, target, prepare in zip(
            ("typst, measure()", "weasyprint"), targets, (_typst, _weasyprint), strict=True
        ):
            theirs = seconds(partial(_others, prepare, thousand, out / f"{name} {kind}"))
            yield Row(
                f"1,000 posters ({kind}), {PROCESSES} processes, vs {name}", "s", two, theirs, theirs / two,
                f"≥ {target:g}" if target else "", theirs / two >= target if target else None,
            )  # fmt: skip


def _by_size(out: Path) -> Iterator[Row]:
    costs = {}
    for count in (100, 1000, 10_000):
        some = list(itertools.islice(_all((SIZE, IMAGE)), count))
        costs[count] = seconds(partial(_batch, some, out / f"{count}", PROCESSES)) / count * 1000
    dearest = max(costs.values()) / min(costs.values())
    note = ", ".join(f"{count:,}: {cost:.2f}" for count, cost in costs.items())
    yield Row(
        "an artefact of 100, 1,000, 10,000",
        "ms",
        costs[10_000],
        costs[100],
        dearest,
        f"≤ {FLAT:g}",
        dearest <= FLAT,
        note,
    )


def _unchanged(out: Path) -> Iterator[Row]:
    for count, sizes in ((1000, 4), (10_000, 40)):
        campaign = out / f"{count}.toml"
        # Paper that a printer has, a little wider each time.
        names = ", ".join(f'"{100 + number}x150mm"' for number in range(sizes))
        campaign.write_text(CAMPAIGN.format(sizes=names), encoding="utf-8")
        command = [
            sys.executable, "-m", "placards", "batch", str(campaign), "--out", str(out / f"again{count}"),
            "--path", str(Path(__file__).parent),
        ]  # fmt: skip
        run = partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
        first, second = seconds(run), seconds(run)
        target = UNCHANGED if count == 1000 else None
        yield Row(
            f"{count:,} artefacts of which none changed", "s", second, first, first / second,
            f"≤ {target:g}" if target else "", second <= target if target else None, "beside their first batch",
        )  # fmt: skip


def _all(sizes: Sequence[str]) -> Iterator[Poster]:
    """Texts of two words of each language in turn, numbered where these are used up, so that all are equally long and
    none comes twice; of the sizes in turn."""
    size = itertools.cycle(sizes)
    for number in itertools.count(11):
        for first, second in itertools.permutations(range(10), 2):
            for language, (frame, words) in TEXTS.items():
                chosen = words.split()
                text = frame.format(f"{chosen[first]} {chosen[second]} {number}")
                yield replace(posters(language, next(size))[0], text=text)
            next(size)  # so that a language has all sizes


def _file(number: int, poster: Poster) -> str:
    return f"{number}.png" if poster.pixels else f"{number}.pdf"


def _batch(some: Sequence[Poster], out: Path, processes: int) -> None:
    jobs = tuple(
        replace(
            job(poster.language, poster.text, suffix=".png" if poster.pixels else ".pdf",
                size=IMAGE if poster.pixels else SIZE),
            name=_file(number, poster),
        )
        for number, poster in enumerate(some)
    )  # fmt: skip
    # Nobody else makes a gallery.
    done = batch(Plan(jobs, inputs=engine().inputs), out, jobs=processes, gallery=False)
    if len(done.made) != len(some):
        raise RuntimeError(f"{len(done.failed)} of {len(some)} failed: {done.failed[:1]}")


Draw = Callable[[Poster], bytes]


def _typst() -> Draw:
    from bench.with_typst import TypstPosters

    return TypstPosters({posters(language)[0].font for language in TEXTS}).by_measure


def _weasyprint() -> Draw:
    """At a size that is given, and an image by PDFium and Pillow, for WeasyPrint makes none."""
    from bench.with_weasyprint import WeasyPrintPosters

    firsts = {size: [posters(language, size)[0] for language in TEXTS] for size in (SIZE, IMAGE)}
    made = {same[0].sheet: WeasyPrintPosters(same) for same in firsts.values()}
    sizes = {(p.sheet, p.language): _size(p, size) for size, same in firsts.items() for p in same}

    def drawn(poster: Poster) -> bytes:
        pdf = made[poster.sheet].at_size(poster, sizes[poster.sheet, poster.language])
        return draw(pdf) if poster.pixels else pdf

    return drawn


def _size(poster: Poster, size: str) -> float:
    """Half of what the poster's own text has, for the texts are about twice as long."""
    return engine().make(job(poster.language, poster.text, size=size)).texts[0].size_pt * 0.5


_draw: Draw


def _begin(prepare: Callable[[], Draw]) -> None:
    global _draw
    _draw = prepare()


def _write(task: tuple[Path, Poster]) -> None:
    path, poster = task
    path.write_bytes(_draw(poster))


def _others(prepare: Callable[[], Draw], some: Sequence[Poster], out: Path) -> None:
    out.mkdir()
    tasks = [(out / _file(number, poster), poster) for number, poster in enumerate(some)]
    with multiprocessing.get_context("fork").Pool(PROCESSES, _begin, (prepare,)) as pool:
        pool.map(_write, tasks, chunksize=10)
