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
    lines = [checked.name, *(f"  {label:12}{text}" for label, text in facts_rows(checked.facts)), ""]
    for found in checked.findings:
        lines.append(f"{found.severity.value}: {found.diagnostic} [{found.rule.id}]")
    lines += [f"not checked: {one.sentence()}" for one in checked.not_checked]
    lines += [verdict_line(verdict) for verdict in checked.verdicts]
    lines += _distances(checked.distances)
    return "\n".join(lines)


def facts_rows(facts: Facts) -> Iterator[tuple[str, str]]:
    """What a file is, as labels and texts."""
    claims = ", ".join(facts.claims.values()) or "no standard"
    yield ("file", f"PDF {facts.version}, says {claims}; {_counted(facts.pages, 'page')}")
    for sheet in facts.sheets[:4]:
        yield ("sheet", _sheet(sheet, len(facts.sheets) > 1))
    if facts.condition:
        yield ("condition", f"{facts.condition} ({facts.intent_space or 'no profile'})")
    yield ("colours", ", ".join(facts.spaces) or "none")
    for label, names in (("spots", facts.spots), ("finishing", facts.finishing), ("steps", facts.steps)):
        if names:
            yield (label, ", ".join(names))
    for ink in facts.inks[:4]:
        used = ", ".join(f"{name} {100 * share:.0f} %" for name, share in ink.inks.items())
        page = f" (page {ink.page})" if len(facts.inks) > 1 else ""
        converted = "" if facts.intent_space or "DeviceRGB" not in facts.spaces else ", as Ghostscript converts RGB"
        yield ("inks", f"at most {ink.most} % at one place{page}{converted}; on so much of the sheet: {used}")
    fonts = [name if embedded else f"{name} (missing)" for name, embedded in facts.fonts.items()]
    letters = f"{facts.letters:,} bytes of letters" if facts.letters else "no letters but outlines"
    yield ("fonts", f"{', '.join(fonts) or 'none'}; {letters}; {facts.text:,} characters to search for")
    dpi = f", {facts.lowest_dpi} pixels an inch at least" if facts.lowest_dpi is not None else ""
    yield ("pictures", f"{facts.images}{dpi}")
    if facts.thinnest_pt is not None:
        yield ("lines", f"{facts.thinnest_pt:g} pt at least")
    if facts.layers:
        yield ("layers", ", ".join(facts.layers))
    yield ("see-through", ", ".join(facts.see_through) or "nothing")
    for code in facts.codes:
        yield ("code", f"{code.kind}: {code.text}" if code.readable else f"{code.kind}, which cannot be read")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _sheet(sheet: SheetSize, several: bool) -> str:
    pages = f" (pages {page_list(sheet.pages)})" if several else ""
    bleed = f"{sheet.bleed:g} mm of bleed" if sheet.bleed else "no bleed"
    return f"{sheet.width:g} × {sheet.height:g} mm, {bleed}, on {sheet.media[0]:g} × {sheet.media[1]:g} mm{pages}"


def verdict_line(verdict: Verdict) -> str:
    """What a standard's rules came to, in a sentence."""
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
        reach = f"comfortable to {about}{metres(one.comfortable_m)}, limit {metres(one.limit_m)}"
        yield f"  {reach}: “{text}”, letters of {about}{height:.0f} mm"
    if len(found) > _MOST_TEXTS:
        yield f"  and {len(found) - _MOST_TEXTS} more, in --json"


def metres(value: float) -> str:
    """A distance as people say it."""
    return f"{value:.0f} m" if value >= 10 else f"{value:.1f} m"
