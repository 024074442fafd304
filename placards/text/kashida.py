"""A word becomes the places where a kashida may stretch it, the best first.

Two rule sets. ``flat``, for faces with a straight baseline: Microsoft's list (Internet Explorer 5.5; told in
khtt.net/1821, LibreOffice's kashida.cxx and raqim-kashida), ranks 1 to 7. ``naskh``, for book hands: see `naskh`.
Of equal places the one nearer the word's end is better, and a word takes one kashida.

No kashida goes where letters do not join, at a joiner or non-joiner, into lam-alef or the Name (لله), before a final
yeh unless after seen or sad (LibreOffice tdf#65344; TUGboat 27:2, 3.2), or beside a tatweel that carries a mark.
"Final" is the end of a joined run, also inside a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from placards.text.joining import joining_groups

TATWEEL = "\u0640"
_ZWNJ, _ZWJ = "\u200c", "\u200d"

Rules = Literal["flat", "naskh"]

#: The rank of a join that no rule names and none forbids: a last resort of the flat rules.
LAST_RESORT = 9


class Place(NamedTuple):
    """A kashida may go after the code point *after* (the last mark on a letter); the lower the rank, the better."""

    rank: int
    after: int


class Letter(NamedTuple):
    """A letter of a joined run with its marks: its joining group, and where its last mark stands."""

    group: str  # "Tatweel", "Seat" for one that carries a mark, "Joiner" for ZWJ
    last: int


def places(text: str, start: int = 0, end: int | None = None, rules: Rules = "flat") -> tuple[Place, ...]:
    """The places of the word ``text[start:end]``, in order of preference."""
    from placards.text.naskh import naskh_rank  # knows this module's words

    rank_of: Callable[[Sequence[Letter], int], int | None] = _flat_rank if rules == "flat" else naskh_rank
    found = []
    for run in joined_runs(text, start, len(text) if end is None else end):
        for gap in range(len(run) - 1):
            rank = None if _is_forbidden(run, gap) else rank_of(run, gap)
            if rank is not None:
                found.append(Place(rank, run[gap].last))
    return tuple(sorted(found, key=lambda place: (place.rank, -place.after)))


def joined_runs(text: str, start: int, end: int) -> Iterator[list[Letter]]:
    """The stretches of letters that join each other."""
    groups, dual = joining_groups()
    run: list[Letter] = []
    for index in range(start, end):
        char = text[index]
        if char == TATWEEL:
            run.append(Letter("Tatweel", index))
        elif char == _ZWJ and run:
            run.append(Letter("Joiner", index))
        elif char in groups:
            run.append(Letter(groups[char], index))
            if char not in dual:
                # It ends its run, with its marks.
                yield run
                run = []
        elif char != _ZWNJ and unicodedata.category(char) in ("Mn", "Me", "Cf"):
            if run:  # the marks of a letter that ended its run are of no interest
                run[-1] = Letter("Seat" if run[-1].group in ("Tatweel", "Seat") else run[-1].group, index)
        else:
            yield run
            run = []
    yield run


#: The skeletons that letters share before another letter, and at a run's end (Unicode's groups are by final form).
_INNER = {
    "Noon": "Beh", "African_Noon": "Beh", "Nya": "Beh", "Yeh": "Beh", "Farsi_Yeh": "Beh", "Thin_Yeh": "Beh",
    "African_Feh": "Feh", "Qaf": "Feh", "African_Qaf": "Feh", "Gaf": "Kaf",
}  # fmt: skip
_FINAL = {
    "African_Feh": "Feh", "African_Qaf": "Qaf", "Heh_Goal": "Heh", "Teh_Marbuta": "Heh", "Teh_Marbuta_Goal": "Heh",
    "African_Noon": "Noon", "Nya": "Noon", "Farsi_Yeh": "Yeh", "Yeh_With_Tail": "Yeh", "Thin_Yeh": "Yeh",
    "Rohingya_Yeh": "Yeh_Barree", "Burushaski_Yeh_Barree": "Yeh_Barree", "Straight_Waw": "Waw",
}  # fmt: skip

_YEHS = ("Yeh", "Yeh_Barree")
_SEEN_SAD = ("Seen", "Sad")
_AFTER_SEEN, _MEDIAL_BEH = 2, 5


def shape_of(run: Sequence[Letter], index: int) -> str:
    """The skeleton of a letter where it stands: the group whose shape it shares."""
    group = run[index].group
    return (_FINAL if index == len(run) - 1 else _INNER).get(group, group)


def _is_forbidden(run: Sequence[Letter], gap: int) -> bool:
    """Whether nothing may come between letters *gap* and *gap* + 1."""
    before, after = run[gap].group, run[gap + 1].group
    if "Joiner" in (before, after) or "Seat" in (before, after):
        return True
    if before == "Lam" and after == "Alef":
        return True
    last = gap + 1 == len(run) - 1
    if last and shape_of(run, gap + 1) in _YEHS:
        return before not in (*_SEEN_SAD, "Tatweel")
    return _is_name(run) and gap >= len(run) - 3


def _is_name(run: Sequence[Letter]) -> bool:
    """Whether a run ends like the Name, a ligature in most faces."""
    return [letter.group for letter in run[-3:]] == ["Lam", "Lam", "Heh"]


#: The rank before a final letter; 7 before any other.
_BEFORE_FINAL = {
    "Heh": 3, "Dal": 3,
    "Alef": 4, "Tah": 4, "Lam": 4, "Kaf": 4, "Gaf": 4,
    "Waw": 6, "Ain": 6, "Qaf": 6, "Feh": 6,
}  # fmt: skip
_BEFORE_ANY_FINAL = 7


def _flat_rank(run: Sequence[Letter], gap: int) -> int:
    """The rank by Microsoft's list."""
    before, after = run[gap].group, run[gap + 1].group
    if before == "Tatweel":
        return 1
    if after == "Tatweel":
        return LAST_RESORT  # behind it is better
    if before in _SEEN_SAD:
        return _AFTER_SEEN
    final = len(run) - 1
    if run[final].group in ("Tatweel", "Joiner"):
        return LAST_RESORT  # the run goes on: nothing in it is final
    if gap + 1 == final:
        return _BEFORE_FINAL.get(shape_of(run, final), _BEFORE_ANY_FINAL)
    if gap + 2 == final and shape_of(run, gap + 1) == "Beh" and shape_of(run, final) in ("Reh", *_YEHS):
        return _MEDIAL_BEH
    return LAST_RESORT
