"""Numbers and remarks about catalogs become a table and a grouped list, or JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from placards.messages.desk.statistics import LanguageStatus
from placards.messages.proof.proofread import Remark
from placards.messages.trust.status import Status

_STATUSES = (Status.FUZZY, Status.TRANSLATED, Status.APPROVED, Status.OFFICIAL, Status.SOURCE)


def print_statistics(statistics: Sequence[LanguageStatus], *, as_json: bool) -> None:
    """A line for each language."""
    if as_json:
        print(json.dumps([_record(s) for s in statistics], ensure_ascii=False, indent=1))
        return
    from placards.locale.language import language_name

    header = ["language", "", "messages", "words", "coverage", *map(str, _STATUSES), "oldest approval"]
    rows = [
        [
            s.language,
            language_name(s.language, "en"),
            f"{s.firm}/{s.messages}",
            str(s.words),
            f"{s.coverage:.1f} %",
            *(str(s.counts[status] or "") for status in _STATUSES),
            s.oldest_approval.isoformat() if s.oldest_approval else "",
        ]
        for s in statistics
    ]
    widths = [max(len(row[n]) for row in [header, *rows]) for n in range(len(header))]
    for row in [header, *rows]:
        padded = [c.ljust(w) if n < 2 else c.rjust(w) for n, (c, w) in enumerate(zip(row, widths, strict=True))]
        print("  ".join(padded).rstrip())


def _record(s: LanguageStatus) -> dict[str, object]:
    return {
        "language": s.language,
        "messages": s.messages,
        "words": s.words,
        "total_words": s.total_words,
        "coverage": s.coverage,
        **{str(status): count for status, count in s.counts.items()},
        "oldest_approval": s.oldest_approval.isoformat() if s.oldest_approval else None,
    }


def print_remarks(remarks: Sequence[Remark], explanations: Mapping[str, str], *, as_json: bool) -> None:
    """Remarks by language and rule, the reason of each rule, and a sum."""
    if as_json:
        print(json.dumps([_remark_record(r) for r in remarks], ensure_ascii=False, indent=1))
        return
    shown = [r for r in remarks if r.violation.severity != "note"]
    by_group = sorted(shown, key=lambda r: (r.language, r.violation.severity, r.violation.rule))
    for language, group in groupby(by_group, key=lambda r: r.language):
        print(f"{language or 'packs and folders'}")
        for rule, found in groupby(group, key=lambda r: r.violation.rule):
            print(f"  {rule}: {explanations[rule]}" if rule in explanations else f"  {rule}")
            for remark in found:
                print(f"    {remark.violation}{' (--fix mends it)' if remark.fixable else ''}")
    counts = Counter(str(r.violation.severity) for r in remarks)
    fixable = sum(r.fixable for r in remarks)
    mend = f" “placards catalog check --fix” mends {fixable} of them." if fixable else ""
    print(f"{', '.join(_counted(counts[word], word) for word in ('error', 'warning', 'note'))}.{mend}")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _remark_record(remark: Remark) -> dict[str, object]:
    violation = remark.violation
    return {
        "language": remark.language or None,
        "file": str(violation.place.file) if violation.place.file is not None else None,
        "line": violation.place.line,
        "column": violation.place.column,
        "slogan": violation.place.key,
        "severity": str(violation.severity),
        "rule": violation.rule,
        "problem": violation.problem,
        "remedy": violation.remedy,
        "fixable": remark.fixable,
    }
