"""A paragraph becomes TextRuns: stretches with one script, one bidi level and one font.

A grapheme cluster is never split, so a base and its marks always come from one font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import uharfbuzz as hb

from placards.text.font import Font
from placards.text.fontset import FontSet
from placards.text.runs import TextRun

EMOJI_SELECTOR = "\ufe0f"
TEXT_SELECTOR = "\ufe0e"
KEYCAP = "\u20e3"
DOTTED_CIRCLE = 0x25CC

#: Emoji_Presentation=Yes in the Basic Multilingual Plane (Unicode emoji-data.txt).
_BMP_EMOJI = frozenset(
    code
    for low, high in (
        (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE), (0x2614, 0x2615),
        (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE),
        (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5),
        (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C),
        (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF),
        (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55),
    )
    for code in range(low, high + 1)
)  # fmt: skip

#: Default_Ignorable_Code_Point, as far as it occurs in living text: a font needs no glyph for these.
_IGNORABLE = frozenset(
    {
        *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0),
        *range(0x180B, 0x1810),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
    }
)

#: Scripts whose fonts of the display tier may carry letters without the anchors for their marks.
_ANCHOR_CHECKED = frozenset({"Latn", "Cyrl", "Grek"})


@dataclass(frozen=True, slots=True)
class Cluster:
    """A grapheme cluster ``start:end`` with its script."""

    start: int
    end: int
    script: str


def is_ignorable(code_point: int) -> bool:
    """Whether the code point draws nothing by itself (Default_Ignorable_Code_Point)."""
    return code_point in _IGNORABLE or 0xE0000 <= code_point <= 0xE0FFF


def is_emoji(cluster: str) -> bool:
    """Whether a cluster asks for emoji presentation (UTS #51)."""
    if TEXT_SELECTOR in cluster:
        return False
    first = ord(cluster[0])
    return (
        EMOJI_SELECTOR in cluster or KEYCAP in cluster or 0x1F000 <= first <= 0x1FAFF or first in _BMP_EMOJI
        # Tags and joiners of emoji sequences never begin a cluster, so the first character decides.
    )


_supported: dict[tuple[Font, str, str, str, bool], bool] = {}


def supports(font: Font, cluster: str, script: str, language: str, *, anchored: bool = True) -> bool:
    """Whether the font draws a cluster whole: every character, no dotted circle inserted, and, unless *anchored* is
    False, every mark put in its place.

    A character map is not coverage: many display fonts know ɛ and the acute accent, but not where to put it.
    """
    key = (font, cluster, script, language, anchored)
    found = _supported.get(key)
    if found is None:
        found = _supported[key] = _supports(font, cluster, script, language, anchored)
    return found


def _supports(font: Font, cluster: str, script: str, language: str, anchored: bool) -> bool:
    codes = [ord(c) for c in cluster]
    visible = [code for code in codes if not is_ignorable(code)]
    if len(visible) <= 1:
        if not visible or font.glyph(visible[0]) is not None:
            return True
        if unicodedata.category(cluster[0]) in ("Cc", "Zl", "Zp"):
            return True  # drawn as nothing
    buffer = hb.Buffer()
    buffer.add_codepoints(codes)
    buffer.guess_segment_properties()
    buffer.script = script if script not in ("Zyyy", "Zinh", "Zsye", "Zzzz") else buffer.script or "Zyyy"
    buffer.language = language or "und"
    font.shape(buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if any(info.codepoint == 0 for info in infos):
        return False
    circle = font.glyph(DOTTED_CIRCLE)
    if circle is not None and DOTTED_CIRCLE not in codes and any(info.codepoint == circle for info in infos):
        return False
    if not anchored or script not in _ANCHOR_CHECKED or len(infos) < 2 or cluster[0].isspace():
        return True
    # HarfBuzz moves a mark back over its base by the base's advance at least; one that did not move found no anchor.
    return not any(
        position.x_offset == 0
        and position.y_offset == 0
        and position.x_advance == 0
        and font.extents(info.codepoint).top
        for info, position in list(zip(infos, positions, strict=True))[1:]
    )


def clusters_of(text: str, start: int, end: int, ends: Sequence[int], scripts: Sequence[str]) -> list[Cluster]:
    """The grapheme clusters of ``text[start:end]``, given all cluster ends and the script of each character.

    A few vowel signs (Burmese, Mon, Tai Tham) are clusters of their own for UAX #29; here they stay with their base,
    because no font can draw them alone.
    """
    out: list[Cluster] = []
    at = start
    for stop in ends:
        if stop <= start:
            continue
        stop = min(stop, end)
        if out and unicodedata.category(text[at]) in ("Mc", "Mn") and not _parts(text[at - 1]):
            out[-1] = Cluster(out[-1].start, stop, out[-1].script)
        else:
            out.append(Cluster(at, stop, scripts[at]))
        at = stop
        if at >= end:
            break
    return out


def _parts(char: str) -> bool:
    """Whether a mark after this character has no base."""
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")


def choose_fonts(
    text: str, clusters: Sequence[Cluster], fonts: FontSet, role: str, language: str, weight: int
) -> list[Font | None]:
    """A font per cluster. Each script's clusters share the first candidate that draws them all; failing that, the one
    that draws most of them, with the rest looked up one by one in the whole set. None: no font can draw it."""
    chosen: list[Font | None] = [None] * len(clusters)
    groups: dict[str, list[int]] = {}
    for index, cluster in enumerate(clusters):
        if is_emoji(text[cluster.start : cluster.end]):
            chosen[index] = _first(fonts.emoji(), text, cluster, language)
        if chosen[index] is None:
            groups.setdefault(cluster.script, []).append(index)
    for script, members in groups.items():
        candidates = fonts.candidates(role, language, script, weight)
        best: Font | None = None
        best_count = 0
        # A star or an arrow must not move a whole message to another face; letters, digits and marks decide.
        deciding = [i for i in members if unicodedata.category(text[clusters[i].start]) != "So"] or members
        for font in candidates:
            count = sum(supports(font, text[clusters[i].start : clusters[i].end], script, language) for i in deciding)
            if count > best_count:
                best, best_count = font, count
            if count == len(deciding):
                break
        for i in members:
            cluster = clusters[i]
            if best is not None and supports(best, text[cluster.start : cluster.end], script, language):
                chosen[i] = best
            else:
                every = (*candidates, *fonts.everything(weight))
                # A mark in a poor place is read better than a box: where no font anchors it, any that knows it will do.
                chosen[i] = _first(every, text, cluster, language) or _first(
                    every, text, cluster, language, anchored=False
                )
    return chosen


def _first(
    candidates: Sequence[Font], text: str, cluster: Cluster, language: str, *, anchored: bool = True
) -> Font | None:
    part = text[cluster.start : cluster.end]
    return next((f for f in candidates if supports(f, part, cluster.script, language, anchored=anchored)), None)


def join_runs(
    clusters: Sequence[Cluster], fonts: Sequence[Font], levels: Sequence[int], keys: Sequence[object] | None = None
) -> list[TextRun]:
    """Neighbouring clusters of one script, level and font (and *key*, if given) joined to runs, in logical order."""
    runs: list[TextRun] = []
    last_key: object = None
    for index, (cluster, font) in enumerate(zip(clusters, fonts, strict=True)):
        level = levels[cluster.start]
        key = keys[index] if keys is not None else None
        last = runs[-1] if runs else None
        if (
            last is not None
            and last.end == cluster.start
            and (last.script, last.level, last.font) == (cluster.script, level, font)
            and key == last_key
        ):
            runs[-1] = TextRun(last.start, cluster.end, last.script, last.level, last.font)
        else:
            runs.append(TextRun(cluster.start, cluster.end, cluster.script, level, font))
        last_key = key
    return runs
