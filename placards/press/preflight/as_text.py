"""A Preflight becomes a table for a terminal: what the file is, what is wrong, from how far it is read."""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.distance import Distance
from placards.press.preflight.boxes_mm import SheetSize, page_list
from placards.press.preflight.facts import Facts
from placards.press.preflight.run import Preflight, Verdict

#: So many texts are told; the others are in the JSON.
_MOST_TEXTS = 6

#: So much of a text.
_LONG = 40


def as_text(checked: Preflight) -> str:
    """Lines without a colour, for people and for logs."""
    lines = [checked.name, *_facts(checked.facts), ""]
    for found in checked.findings:
        lines.append(f"{found.severity.value}: {found.diagnostic} [{found.rule.id}]")
    lines += [f"not checked: {one.sentence()}" for one in checked.not_checked]
    lines += [_verdict(verdict) for verdict in checked.verdicts]
    lines += _distances(checked.distances)
    return "\n".join(lines)


def _facts(facts: Facts) -> Iterator[str]:
    claims = ", ".join(facts.claims.values()) or "no standard"
    yield _row("file", f"PDF {facts.version}, says {claims}; {_counted(facts.pages, 'page')}")
    for sheet in facts.sheets[:4]:
        yield _row("sheet", _sheet(sheet, len(facts.sheets) > 1))
    if facts.condition:
        yield _row("condition", f"{facts.condition} ({facts.intent_space or 'no profile'})")
    yield _row("colours", ", ".join(facts.spaces) or "none")
    for label, names in (("spots", facts.spots), ("finishing", facts.finishing), ("steps", facts.steps)):
        if names:
            yield _row(label, ", ".join(names))
    for ink in facts.inks[:4]:
        used = ", ".join(f"{name} {100 * share:.0f} %" for name, share in ink.inks.items())
        page = f" (page {ink.page})" if len(facts.inks) > 1 else ""
        yield _row("inks", f"at most {ink.most} % at one place{page}; on so much of the sheet: {used}")
    fonts = [name if embedded else f"{name} (missing)" for name, embedded in facts.fonts.items()]
    letters = f"{facts.letters:,} bytes of letters" if facts.letters else "no letters but outlines"
    yield _row("fonts", f"{', '.join(fonts) or 'none'}; {letters}; {facts.text:,} characters to search for")
    dpi = f", {facts.lowest_dpi} pixels an inch at least" if facts.lowest_dpi is not None else ""
    yield _row("pictures", f"{facts.images}{dpi}")
    if facts.thinnest_pt is not None:
        yield _row("lines", f"{facts.thinnest_pt:g} pt at least")
    if facts.layers:
        yield _row("layers", ", ".join(facts.layers))
    yield _row("see-through", ", ".join(facts.see_through) or "nothing")
    for code in facts.codes:
        yield _row("code", f"{code.kind}: {code.text}" if code.readable else f"{code.kind}, which cannot be read")


def _row(label: str, text: str) -> str:
    return f"  {label:12}{text}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _sheet(sheet: SheetSize, several: bool) -> str:
    pages = f" (pages {page_list(sheet.pages)})" if several else ""
    bleed = f"{sheet.bleed:g} mm of bleed" if sheet.bleed else "no bleed"
    return f"{sheet.width:g} × {sheet.height:g} mm, {bleed}, on {sheet.media[0]:g} × {sheet.media[1]:g} mm{pages}"


def _verdict(verdict: Verdict) -> str:
    standard = {"pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1a"}[verdict.standard]
    judged = len(verdict.passed) + len(verdict.broken)
    if verdict.is_good:
        return f"{standard}: all {judged} rules that are checked here are kept."
    broken = ", ".join(rule.id for rule in verdict.broken)
    unjudged = f"; {len(verdict.unjudged)} could not be judged" if verdict.unjudged else ""
    return f"{standard}: {len(verdict.broken)} of {judged} rules broken{f' ({broken})' if broken else ''}{unjudged}."


def _distances(found: tuple[Distance, ...]) -> Iterator[str]:
    if not found:
        return
    yield "Read from afar (a rule of thumb, by the height of the letters, contrast, strokes and script):"
    for one in found[:_MOST_TEXTS]:
        text = one.text if len(one.text) <= _LONG else one.text[: _LONG - 1] + "…"
        about = "about " if one.measured == "estimate" else ""
        height = one.height_pt * 25.4 / 72
        yield f"  comfortable to {about}{_metres(one.comfortable_m)}, limit {_metres(one.limit_m)}: “{text}”, {about}{height:.0f} mm"
    if len(found) > _MOST_TEXTS:
        yield f"  and {len(found) - _MOST_TEXTS} more, in --json"


def _metres(value: float) -> str:
    return f"{value:.0f} m" if value >= 10 else f"{value:.1f} m"
