"""A paragraph becomes TextRuns: stretches with one script, one bidi level and one font.

A grapheme cluster is never split, so a base and its marks always come from one font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain
from typing import TypeAlias

import uharfbuzz as hb

from placards.frozen import dataclass
from placards.locale.language import script_of
from placards.patterns import pattern
from placards.text.breaks import grapheme_ends
from placards.text.font import Font
from placards.text.fontset import FontSet
from placards.text.runs import TextRun
from placards.text.script import expand_script

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

#: Symbols, emoji and what belongs to them.
_ODD = pattern(
    "[\u00a9\u00ae\u200d\u203c\u2049\u20e3\u2100-\u2bff\u3030\u303d\u3200-\u32ff\ufe0e\ufe0f\U0001f000-\U0010ffff]"
)

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

#: The script and the text of a cluster.
_Part: TypeAlias = tuple[str, str]


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
    first = ord(cluster[0])
    if TEXT_SELECTOR in cluster or is_ignorable(first):
        return False  # a selector alone selects nothing
    return (
        EMOJI_SELECTOR in cluster or KEYCAP in cluster or 0x1F000 <= first <= 0x1FAFF or first in _BMP_EMOJI
        # Tags and joiners of emoji sequences never begin a cluster, so the first character decides.
    )


def supports(font: Font, cluster: str, script: str, language: str, *, anchored: bool = True) -> bool:
    """Whether the font draws a cluster whole: every character, no dotted circle inserted, and, unless *anchored* is
    False, every mark put in its place.

    A character map is not coverage: many display fonts know ɛ and the acute accent, but not where to put it.
    """
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """The fonts that a text may be set in, and how it asks for them."""

    fonts: FontSet
    role: str
    language: str
    weight: int
    asked: dict[Font, None] = field(default_factory=dict, compare=False)  # what `draws` was asked of

    def candidates(self, script: str) -> Sequence[Font]:
        return self.fonts.candidates(self.role, self.language, script, self.weight)

    def draws(self, font: Font, part: str, script: str, anchored: bool = True) -> bool:
        """`supports`, remembered by the fonts."""
        self.asked[font] = None
        if len(part) == 1:
            return font.glyph(ord(part)) is not None or supports(font, part, script, self.language)
        key = (font, part, script, self.language, anchored)
        return self.fonts.shaping.supported.get(
            key, lambda: supports(font, part, script, self.language, anchored=anchored)
        )

    def first(self, fonts: Iterable[Font], part: str, script: str, anchored: bool = True) -> Font | None:
        return next((font for font in fonts if self.draws(font, part, script, anchored)), None)


def text_runs(
    text: str, stretch: tuple[int, int], scripts: Sequence[str], levels: Sequence[int], wanted: Wanted
) -> tuple[list[TextRun], list[int]]:
    """The runs of a stretch of the text (its ends are cluster ends), and where clusters begin that no font draws."""
    start, end = stretch
    single = _single_run(text, start, end, scripts, levels, wanted)
    if single is not None:
        return [single], []
    clusters = clusters_of(text, start, end, grapheme_ends(text), scripts)
    parts = [text[c.start : c.end] for c in clusters]
    emoji = {part for part in set(parts) if is_emoji(part)}
    fonts = _choose(clusters, parts, emoji, wanted)
    spare = next((font for font in fonts if font is not None), None)
    if spare is None:
        spare = next(iter(wanted.candidates("Latn")), None) or wanted.fonts.everything(wanted.weight)[0]
    missing = [c.start for c, font in zip(clusters, fonts, strict=True) if font is None]
    keys = [(font or spare, part in emoji) for font, part in zip(fonts, parts, strict=True)]
    settled = _with_neighbours(parts, keys)
    return join_runs(clusters, [font for font, _ in settled], levels, [key for _, key in settled]), missing


def _with_neighbours(parts: Sequence[str], keys: Sequence[tuple[Font, bool]]) -> list[tuple[Font, bool]]:
    """What draws nothing goes with its neighbour: an emoji font may have no glyph for it, not even an empty one, and a
    run needs one."""
    shown = next((index for index, part in enumerate(parts) if not _draws_nothing(part)), 0)
    out = [keys[shown]] * shown
    for index in range(shown, len(parts)):
        out.append(out[-1] if out and _draws_nothing(parts[index]) else keys[index])
    return out


def _draws_nothing(part: str) -> bool:
    return all(is_ignorable(ord(char)) for char in part)


def _single_run(
    text: str, start: int, end: int, scripts: Sequence[str], levels: Sequence[int], wanted: Wanted
) -> TextRun | None:
    """The whole stretch as one run, where it has one script and one level, no emoji or symbols, and its first font
    draws all of it: what the long way finds too."""
    script, level = scripts[start], levels[start]
    perhaps_odd = max(text) >= "\u2000" or "©" in text or "®" in text
    odd = perhaps_odd and _ODD.search(text, start, end) is not None
    if odd or len(set(scripts[start:end])) > 1 or len(set(levels[start:end])) > 1:
        return None
    font = next(iter(wanted.candidates(script)), None)
    if font is None:
        return None
    parts = set()
    at = start
    for stop in grapheme_ends(text):
        if at < stop <= end:
            parts.add(text[at:stop])
            at = stop
    if any(unicodedata.category(part[0]) in ("Mc", "Mn") for part in parts):
        return None  # a mark that UAX #29 parts from its letter
    return TextRun(start, end, script, level, font) if all(wanted.draws(font, p, script) for p in parts) else None


def _choose(clusters: Sequence[Cluster], parts: Sequence[str], emoji: set[str], wanted: Wanted) -> list[Font | None]:
    """A font per cluster. Each script's clusters share the first candidate that draws them all; failing that, the one
    that draws most of them, with the rest looked up one by one in the whole set. None: no font can draw it."""
    chosen: dict[_Part, Font | None] = {}
    groups: dict[str, dict[_Part, int]] = {}  # scripts that share a font → part → how often
    keys = [(cluster.script, part) for cluster, part in zip(clusters, parts, strict=True)]
    # Kana and ideographs of a Japanese text are one hand, as letters and digits are elsewhere.
    one_hand = expand_script("Jpan") if script_of(wanted.language or "und") == "Jpan" else ()
    for key in keys:
        script, part = key
        if part in emoji and key not in chosen:
            chosen[key] = wanted.first(wanted.fonts.emoji(), part, script)
        if chosen.get(key) is None:
            group = groups.setdefault("Jpan" if script in one_hand else script, {})
            group[key] = group.get(key, 0) + 1
    for group in groups.values():
        chosen.update(_chosen_for_group(group, wanted))
    return [chosen[key] for key in keys]


def _chosen_for_group(group: Mapping[_Part, int], wanted: Wanted) -> dict[_Part, Font | None]:
    scripts = dict.fromkeys(script for script, _ in group)

    def candidates() -> Iterator[Font]:
        return chain.from_iterable(map(wanted.candidates, scripts))

    # A star or an arrow must not move a whole message to another face; letters, digits and marks decide.
    deciding = {key: count for key, count in group.items() if unicodedata.category(key[1][0]) != "So"} or group
    total = sum(deciding.values())
    best: Font | None = None
    best_count = 0
    for font in candidates():
        count = sum([often for (script, part), often in deciding.items() if wanted.draws(font, part, script)])
        if count > best_count:
            best, best_count = font, count
        if count == total:
            break
    out: dict[_Part, Font | None] = {}
    for script, part in group:
        if best is not None and wanted.draws(best, part, script):
            out[script, part] = best
            continue
        # A mark in a poor place is read better than a box: where no font anchors it, any that knows it will do.
        for anchored in (True, False):
            every = chain(candidates(), wanted.fonts.everything(wanted.weight))
            out[script, part] = wanted.first(every, part, script, anchored)
            if out[script, part] is not None:
                break
    return out


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
