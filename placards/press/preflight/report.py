"""What was found in files becomes one HTML page: a table of them all, then each with findings, sources, distances.

It has no script, asks no network and forbids itself to; what can be hidden opens by the browser's own means.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from placards import __version__
from placards.press.distance import Distance
from placards.press.preflight.as_text import facts_rows, metres, verdict_line
from placards.press.preflight.run import Finding, Preflight, Verdict
from placards.problems.diagnostic import Severity
from placards.problems.wording import finished

#: By this a page is known as ours.
GENERATOR = '<meta name="generator" content="placards preflight '

#: What no HTML may hold: halves of surrogate pairs and control characters.
_UNFIT = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

_STANDARDS = {"pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1a"}


def report_page(checked: Sequence[Preflight], title: str = "Preflight") -> bytes:
    """The page in UTF-8. Same files in the same order, same bytes."""
    files = (line for number, one in enumerate(checked, start=1) for line in _file(number, one))
    return document(title, [*_overview(checked), *files])


def document(title: str, body: Iterable[str]) -> bytes:
    """A page with a heading and that body, which runs nothing and asks no network."""
    css = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    parts = [
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{GENERATOR}{__version__}">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(title)}</title>\n<style>{css}</style>\n</head>\n<body>\n<main>",
        f"<h1>{escaped(title)}</h1>",
        *body,
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode()


def _overview(checked: Sequence[Preflight]) -> Iterator[str]:
    wrong = sum(bool(one.errors) for one in checked)
    yield f"<p>{len(checked):,} file{'' if len(checked) == 1 else 's'}, {wrong:,} with errors.</p>"
    yield "<table><caption>All files</caption>"
    yield '<thead><tr><th scope="col">File<th scope="col">Errors<th scope="col">Warnings<th scope="col">Standard'
    yield '<th scope="col">Read comfortably to</tr></thead><tbody>'
    for number, one in enumerate(checked, start=1):
        standards = "; ".join(f"{_STANDARDS[v.standard]} {_passed(v)}" for v in one.verdicts) or "—"
        farthest = max((distance.comfortable_m for distance in one.distances), default=None)
        reach = "—" if farthest is None else metres(farthest)
        yield (
            f'<tr><th scope="row"><a href="#file-{number}">{escaped(one.name)}</a>'
            f'<td class="number">{len(one.errors)}<td class="number">{len(one.warnings)}'
            f'<td>{standards}<td class="number">{reach}</tr>'
        )
    yield "</tbody></table>"


def _passed(verdict: Verdict) -> str:
    return "kept" if verdict.is_good else f"broken ({len(verdict.broken)} rules)" if verdict.broken else "not judged"


def _file(number: int, one: Preflight) -> Iterator[str]:
    yield f'<section aria-labelledby="file-{number}">\n<h2 id="file-{number}">{escaped(one.name)}</h2>'
    if one.findings:
        yield "<ul>"
        yield from map(_finding, one.findings)
        yield "</ul>"
    else:
        yield "<p>Nothing is wrong.</p>"
    for verdict in one.verdicts:
        yield f"<p>{escaped(verdict_line(verdict))}</p>"
        yield from _rules(verdict)
    if one.not_checked:
        yield "<p>Not checked:</p><ul>"
        yield from (f"<li>{escaped(said.sentence())}" for said in one.not_checked)
        yield "</ul>"
    yield from _distances(one.distances)
    yield "<details><summary>What the file is</summary>\n<table><tbody>"
    for label, text in facts_rows(one.facts):
        yield f'<tr><th scope="row">{escaped(label)}<td>{escaped(text)}</tr>'
    yield "</tbody></table></details>\n</section>"


def _finding(found: Finding) -> str:
    said = found.diagnostic
    place = f"{escaped(str(said.place))}: " if str(said.place) else ""
    word = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}[found.severity]
    advice = said.advice()
    remedy = f" {escaped(finished(advice))}" if advice else ""
    sources = "; ".join(found.rule.sources)
    return (
        f'<li class="{found.severity.value}"><strong>{word}.</strong> '
        f"{place}{escaped(finished(said.problem()))}{remedy}"
        f"<details><summary>The rule {escaped(found.rule.id)}</summary>"
        f'<p class="asks">{escaped(found.rule.asks)}</p><p class="source">By: {escaped(sources)}.</p></details>'
    )


def _rules(verdict: Verdict) -> Iterator[str]:
    yield f"<details><summary>Every rule of {_STANDARDS[verdict.standard]}, and who says so</summary>\n<table>"
    yield '<thead><tr><th scope="col">Rule<th scope="col">Kept<th scope="col">Source</tr></thead><tbody>'
    judged = (("no", verdict.broken), ("not judged", verdict.unjudged), ("yes", verdict.passed))
    for word, rules in judged:
        for rule in rules:
            yield (f'<tr><th scope="row">{escaped(rule.asks)}<td>{word}<td>{escaped("; ".join(rule.sources))}</tr>')
    yield "</tbody></table></details>"


def _distances(found: Sequence[Distance]) -> Iterator[str]:
    if not found:
        return
    yield "<table><caption>From how far it is read: a rule of thumb</caption>"
    yield '<thead><tr><th scope="col">Text<th scope="col">Letters<th scope="col">Comfortable to<th scope="col">Limit'
    yield "</tr></thead><tbody>"
    for one in found:
        language = f' lang="{escaped(one.language)}"' if one.language else ""
        about = "about " if one.measured == "estimate" else ""
        yield (
            f'<tr><th scope="row"><bdi{language}>{escaped(one.text[:80])}</bdi>'
            f'<td class="number">{about}{one.height_pt * 25.4 / 72:.0f} mm<td class="number">{about}'
            f'{metres(one.comfortable_m)}<td class="number">{metres(one.limit_m)}</tr>'
        )
    yield "</tbody></table>"


def escaped(text: str) -> str:
    """Text as HTML holds it."""
    text = _UNFIT.sub("�", text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text
