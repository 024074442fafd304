"""What preflight said of a campaign's PDFs becomes one HTML page: a table of them all, then each with its findings.

As that of `placards.press.preflight.report`, it has no script and asks no network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from placards.campaign.manifest import Record
from placards.press.preflight.report import document, escaped

REPORT_NAME = "report.html"

_STANDARDS = {"pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1a"}
_WORDS = {"error": "Error", "warning": "Warning", "note": "Note"}


def report_file(records: Iterable[Record], title: str) -> dict[str, bytes]:
    """The page by its name, where some record has what preflight said; else nothing."""
    rows = [
        (str(record["file"]), record["preflight"]) for record in records if isinstance(record.get("preflight"), dict)
    ]
    if not rows:
        return {}
    files = (line for number, row in enumerate(rows, 1) for line in _file(number, *row))
    return {REPORT_NAME: document(f"{title}: preflight" if title else "Preflight", [*_overview(rows), *files])}


def _overview(rows: Sequence[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    wrong = sum(bool(said["errors"]) for _, said in rows)
    yield f"<p>{len(rows):,} file{'' if len(rows) == 1 else 's'}, {wrong:,} with errors.</p>"
    yield "<table><caption>All files</caption>"
    yield '<thead><tr><th scope="col">File<th scope="col">Errors<th scope="col">Warnings<th scope="col">Standard'
    yield '<th scope="col">Read comfortably to</tr></thead><tbody>'
    for number, (name, said) in enumerate(rows, 1):
        standards = "; ".join(map(_verdict, said["verdicts"])) or "—"
        farthest = max((one["comfortable_m"] for one in said["distances"]), default=None)
        yield (
            f'<tr><th scope="row"><a href="#file-{number}">{escaped(name)}</a>'
            f'<td class="number">{said["errors"]}<td class="number">{said["warnings"]}'
            f'<td>{escaped(standards)}<td class="number">{"—" if farthest is None else f"{farthest:.0f} m"}</tr>'
        )
    yield "</tbody></table>"


def _verdict(verdict: dict[str, Any]) -> str:
    name = _STANDARDS.get(verdict["standard"], verdict["standard"])
    if verdict["passed"]:
        return f"{name}: all of {verdict['rules']} rules kept"
    return f"{name}: broken ({', '.join(verdict['broken'])})" if verdict["broken"] else f"{name}: not judged"


def _file(number: int, name: str, said: dict[str, Any]) -> Iterator[str]:
    yield f'<section aria-labelledby="file-{number}">'
    yield f'<h2 id="file-{number}"><a href="{_link(name)}">{escaped(name)}</a></h2>'
    if said["findings"]:
        yield "<ul>"
        for found in said["findings"]:
            remedy = f" {escaped(found['remedy'])}" if found["remedy"] else ""
            sources = escaped("; ".join(found["sources"]))
            yield (
                f'<li class="{found["severity"]}"><strong>{_WORDS[found["severity"]]}.</strong> '
                f"{escaped(found['problem'])}{remedy}"
                f"<details><summary>The rule {escaped(found['rule'])}</summary>"
                f'<p class="source">By: {sources}.</p></details>'
            )
        yield "</ul>"
    else:
        yield "<p>Nothing is wrong.</p>"
    for verdict in said["verdicts"]:
        yield f"<p>{escaped(_verdict(verdict))}.</p>"
    if said["not_checked"]:
        yield "<p>Not checked:</p><ul>"
        yield from (f"<li>{escaped(one)}" for one in said["not_checked"])
        yield "</ul>"
    if said["distances"]:
        yield "<table><caption>From how far it is read: a rule of thumb</caption>"
        heads = [f'<th scope="col">{head}' for head in ("Text", "Letters", "Comfortable to", "Limit")]
        yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
        for one in said["distances"]:
            yield (
                f'<tr><th scope="row"><bdi lang="{escaped(one["language"])}">{escaped(one["text"][:80])}</bdi>'
                f'<td class="number">{one["height_mm"]:.0f} mm<td class="number">{one["comfortable_m"]:.0f} m'
                f'<td class="number">{one["limit_m"]:.0f} m</tr>'
            )
        yield "</tbody></table>"
    yield "</section>"


def _link(name: str) -> str:
    from urllib.parse import quote

    return escaped(quote(name))
