"""One input becomes None or a Finding, in this process; a crash or a hang takes the process along."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from fuzz.finding import IN_C, Finding, place_in_dump, place_of
from fuzz.limits import Limits, peak_megabytes, processor_seconds
from fuzz.target import Box, Target
from fuzz.watch import Watch, mapped
from placards.problems.errors import PlacardsError


class Executor:
    """Runs inputs under watch and limits; counts those that were refused."""

    def __init__(self, box: Box, log: Path) -> None:
        self.box = box
        self.log = log
        self.watch = Watch()
        self.limits = Limits(log.open("wb", buffering=0))
        self.runs = self.refused = 0

    def prepare(self, target: Target) -> None:
        """Make the folder ready for a target's cases."""
        self.box.clear()
        self.box.outside.mkdir(exist_ok=True)
        os.chdir(self.box.folder)
        target.prepare(self.box)

    def run(self, target: Target, data: bytes, seed: str = "") -> Finding | None:
        """Run one input."""
        peak, began = peak_megabytes(), processor_seconds()
        error: BaseException | None = None
        self.limits.arm(target.seconds)
        with self.watch.over(self.box.folder) as events:
            try:
                target.run(data, self.box)
            except PlacardsError as refusal:
                self.refused += 1
                error = _speechless(refusal)
            except KeyboardInterrupt:
                raise
            except BaseException as caught:
                error = caught
        taken = processor_seconds() - began
        self.limits.disarm()
        self.runs += 1
        if events:
            event = events[0]
            return Finding(target.name, event.kind, event.where, event.what, data, seed)
        opened = mapped(self.box.outside) if target.maps else []
        if opened:
            return Finding(target.name, "read", IN_C, opened[0], data, seed)
        if error is not None:
            where, what = place_of(error.__traceback__), f"{type(error).__name__}: {error}"[:300]
            trace = "".join(traceback.format_exception(error))[-4000:]
            return Finding(target.name, "error", where, what, data, seed, trace)
        if taken > target.seconds:
            dump = self.log.read_text(encoding="utf-8", errors="replace")
            what = f"{taken:.1f} s of processor time"
            return Finding(target.name, "slow", place_in_dump(dump), what, data, seed, dump[-4000:])
        grown = peak_megabytes() - peak
        if grown > target.megabytes:
            return Finding(target.name, "memory", "", f"{grown:,.0f} MB more than before", data, seed)
        return None


def _speechless(refusal: PlacardsError) -> BaseException | None:
    """Whether an error can say what it has to say."""
    try:
        str(refusal)
    except Exception as error:
        return error
    return None
