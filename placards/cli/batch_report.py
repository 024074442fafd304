"""The outcomes of a batch become progress on a terminal or in a log, the last lines, and the summary for programs."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from placards.campaign.manifest import Record, diagnostic_of
from placards.campaign.run import BatchResult
from placards.campaign.worker import Outcome
from placards.plan.planner import Plan
from placards.problems.diagnostic import Diagnostic, Severity

#: Names that stand behind a reason; the manifest has them all.
_SHOWN = 3

#: A log gets so many lines of progress.
_LINES = 20


class Output:
    """Standard output and error of a run that must not end because nobody reads them, or their disk is full."""

    def __init__(self) -> None:
        self.broken = False  # standard output is

    @property
    def is_terminal(self) -> bool:
        try:
            return sys.stdout is not None and sys.stdout.isatty()
        except ValueError:  # closed
            return False

    def say(self, text: str, end: str = "\n") -> None:
        """Write to standard output, as long as that is possible."""
        if self.broken:
            return
        reason = _write(sys.stdout, text + end)
        if reason is not None:
            self.broken = True
            if reason:
                self.complain(f"the output cannot be written ({reason}); the batch goes on.")

    def complain(self, text: str, end: str = "") -> None:
        """Write a line to standard error, as long as that is possible."""
        _write(sys.stderr, f"placards: {text}{end}\n")


class Tally:
    """Counts what comes."""

    def __init__(self) -> None:
        self.done = 0
        self.made = 0
        self.unchanged = 0
        self.drafts = 0
        self.languages: set[str] = set()
        self.warnings: Counter[Diagnostic] = Counter()
        self.unreviewed: set[tuple[str, str]] = set()

    def add(self, outcome: Outcome) -> None:
        self.done += 1
        if outcome.record is None:
            return
        self.made += 1
        self._count(outcome.record, outcome.found)

    def keep(self, record: Record) -> None:
        """One that was not made again."""
        self.unchanged += 1
        told = record["diagnostics"] if isinstance(record.get("diagnostics"), list) else []
        self._count(record, [found for one in told if (found := diagnostic_of(one)) is not None])

    def _count(self, record: Record, found: Iterable[Diagnostic]) -> None:
        self.drafts += bool(record["draft"])
        self.languages.update(record["languages"])
        self.warnings.update(found)
        self.unreviewed.update(
            (m["slogan"], m["language"]) for m in record["messages"] if m["status"] in ("translated", "fuzzy")
        )


class Progress:
    """A bar on a terminal, a line for every twentieth part in a log, and each failure as it happens."""

    def __init__(self, output: Output, tally: Tally, *, quiet: bool) -> None:
        self._output, self._tally, self._quiet = output, tally, quiet
        self._bar = not quiet and output.is_terminal
        self._begun = time.monotonic()
        self._drawn = 0.0
        self._width = 0

    def step(self, outcome: Outcome, total: int) -> None:
        """One more job is done."""
        self._tally.add(outcome)
        if outcome.error is not None:
            self.complain(f"{outcome.name}: {outcome.error}")
        if self._quiet:
            return
        done = self._tally.done
        if self._bar:
            if done == total or time.monotonic() - self._drawn > 0.1:
                self._draw(done, total, outcome.name)
        elif done % max(1, total // _LINES) == 0 or done == total:
            self._output.say(f"{done}/{total} {outcome.name}")

    def complain(self, text: str) -> None:
        """One sentence on standard error, above the bar."""
        self.end()
        self._output.complain(text)

    def end(self) -> None:
        """Take the bar away."""
        if self._width:
            self._output.say("\r" + " " * self._width + "\r", end="")
            self._width = 0

    def _draw(self, done: int, total: int, name: str) -> None:
        self._drawn = time.monotonic()
        text = _bar(done, total, self._drawn - self._begun, name, shutil.get_terminal_size().columns - 1)
        self._output.say("\r" + text.ljust(self._width), end="")
        self._width = len(text)


def last_lines(plan: Plan, done: BatchResult, tally: Tally, out: Path, *, refused: bool) -> Iterator[str]:
    """What there is to say at the end; the last line has all the counts."""
    there = tally.made + tally.unchanged
    if done.left:
        yield from (f"  {_kind(found)}: {found}" for found in done.diagnostics if found.code == "build-would-prune")
        yield f"{_count(len(done.left), 'artefact')} would be made, {tally.unchanged:,} would stay as they are: {out}"
        return
    yield (
        f"{_count(there, 'artefact')} in {_count(len(tally.languages), 'language')} {_are(there)} in {out}; "
        f"{done.manifest} lists {'it' if there == 1 else 'them'}."
    )
    if done.derived:
        yield f"  beside {'it' if tally.made == 1 else 'them'}: {', '.join(_beside(done.derived))}"
    for first, count, others in folded(tally.warnings):
        how_often = [_count(count, "artefact")] if count > 1 else []
        if others:
            how_often.append(f"likewise in {', '.join(others)}")
        yield f"  {_kind(first)}: {first}" + (f" ({'; '.join(how_often)})" if how_often else "")
    for found in done.diagnostics:
        if found.severity is not Severity.ERROR and found not in tally.warnings:
            yield f"  {_kind(found)}: {found}"
    skipped = {} if refused else skipped_words(plan)
    for word, by_language in skipped.items():
        shown = ", ".join(f"{language} {count}" for language, count in sorted(by_language.items()))
        hint = " Use them with --draft." if word == "fuzzy" else ""
        yield f"  skipped: {_count(by_language.total(), f'{word} message')} ({shown}).{hint}"
    if tally.unreviewed:
        have = "translation used here has" if len(tally.unreviewed) == 1 else "translations used here have"
        yield f"  note: {len(tally.unreviewed):,} {have} not been approved by a named fluent reader."
    reasons: dict[str, list[str]] = {}
    for failure in done.failed:
        reasons.setdefault(failure.diagnostics[0].sentence(), []).append(failure.file)
    for reason, names in reasons.items():
        more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
        yield f"  failed: {', '.join(names[:_SHOWN])}{more}: {reason}"
    yield _last_line(plan, done, tally, skipped, out)


def summary(plan: Plan, done: BatchResult, tally: Tally) -> str:
    """What ``--json`` prints."""
    skipped = {word: by_language.total() for word, by_language in skipped_words(plan).items()}
    data: dict[str, Any] = {
        "campaign": plan.name,
        "made": len(done.made),
        "unchanged": len(done.unchanged),
        "to_make": list(done.left),
        "failed": [
            {"file": f.file, "error": " ".join(map(str, f.diagnostics)), "code": f.diagnostics[0].code}
            for f in done.failed
        ],
        "problems": [str(p) for p in plan.problems],
        "skipped": len(plan.skipped),
        "untranslated": skipped.get("untranslated", 0),
        "drafts": tally.drafts,
        "warnings": [str(d) for d in done.diagnostics if d.severity is Severity.WARNING],
        "manifest": str(done.manifest),
        "derived": list(done.derived),
    }
    return json.dumps(data, ensure_ascii=False)


def _beside(names: Iterable[str]) -> Iterator[str]:
    """Derived files by name, and how many there are in each folder."""
    folders: Counter[str] = Counter()
    for name in names:
        folder, slash, _ = name.rpartition("/")
        if slash:
            folders[folder] += 1
        else:
            yield name
    for folder, count in sorted(folders.items()):
        yield f"{_count(count, 'file')} in {folder}/"


def _last_line(plan: Plan, done: BatchResult, tally: Tally, skipped: dict[str, Counter[str]], out: Path) -> str:
    counts = [f"{_count(tally.made, 'artefact')} made"]
    if tally.unchanged:
        counts.append(f"{tally.unchanged:,} unchanged")
    if done.failed:
        counts.append(f"{_count(len(done.failed), 'artefact')} failed")
    if plan.problems:
        counts.append(f"{_count(len(plan.problems), 'problem')} in the plan")
    if tally.drafts:
        counts.append(_count(tally.drafts, "draft"))
    for word in ("untranslated", "fuzzy"):
        if word in skipped:
            counts.append(f"{_count(skipped[word].total(), 'message')} {word}")
    see = "; see above" if done.failed or plan.problems else ""
    return f"{', '.join(counts)}: {out}{see}"


def skipped_words(plan: Plan) -> dict[str, Counter[str]]:
    """How many messages were left out, by the word for why and by language."""
    words = {"fuzzy": "fuzzy", "missing": "untranslated"}
    out: dict[str, Counter[str]] = {}
    for status, by_language in plan.skipped_by_status().items():
        out.setdefault(words.get(status, "unapproved"), Counter()).update(by_language)
    return out


def _bar(done: int, total: int, seconds: float, name: str, width: int) -> str:
    rate = done / seconds if seconds else 0.0
    rest = int((total - done) / rate) if rate else 0
    figures = f" {done}/{total}  {rate:.1f}/s  {rest // 60}:{rest % 60:02} "
    full = max(0, min(30, width - len(figures)))
    filled = full * done // total
    return ("━" * filled + "╌" * (full - filled) + figures + name)[: max(0, width)]


def folded(warnings: Mapping[Diagnostic, int]) -> Iterator[tuple[Diagnostic, int, tuple[str, ...]]]:
    """What was said, each thing once: how many artefacts it concerns, and the other languages of which it was said in
    the same words."""
    groups: dict[tuple[object, ...], list[tuple[Diagnostic, int]]] = {}
    for found, count in sorted(warnings.items(), key=lambda item: str(item[0])):
        values = tuple(value for value in found.parameters if value[0] != "language")
        alike = (found.code, found.severity, values, replace(found.place, language=None))
        groups.setdefault(alike, []).append((found, count))
    for group in groups.values():
        others = tuple(found.place.language or "" for found, _ in group[1:])
        yield group[0][0], sum(count for _, count in group), others


def _kind(found: Diagnostic) -> str:
    return "warning" if found.severity is Severity.WARNING else "note"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _write(stream: TextIO | None, text: str) -> str | None:
    """Write and flush; None where that went well, otherwise why not: "" where it is the reader's right to go away."""
    try:
        if stream is not None:
            stream.write(text)
            stream.flush()
        return None
    except OSError as error:
        _drop(stream)
        return "" if isinstance(error, BrokenPipeError) else error.strerror or str(error)
    except ValueError:  # closed
        return ""


def _drop(stream: TextIO | None) -> None:
    """What is still in the buffer would fail again at exit."""
    try:
        if stream is not None:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)
    except (OSError, ValueError):
        return
