"""A join of a word in a naskh hand becomes its rank: how well it takes a kashida, or that it takes none.

Facts from Benatia, Elyaakoubi and Lazrek, "Arabic text justification", TUGboat 27:2 (2006), figure 25 (good, neutral
and poor pairs; runs of four letters stretch best; before a final heh best), overruled by Afifi, "Taallum al-khatt
al-arabi" 3 (none before hah, sad, ain, waw or a final feh, qaf or yeh; none after kaf or lam), as raqim-kashida
(Khaled Hosny, MIT) brings them together.
"""

from __future__ import annotations

from collections.abc import Sequence

from placards.text.kashida import Letter, shape_of

#: The strengths in a run of four letters, and in very long and very short ones.
_GOOD, _NEUTRAL, _POOR = (9, 6), (6, 3), (3, 0)

_MATRIX = (
    ("Beh", _GOOD, "Tah"),
    ("Beh", _NEUTRAL, "Alef Meem Noon Heh"),
    ("Beh", _POOR, "Hah Dal Reh Lam"),
    ("Hah", _GOOD, "Tah"),
    ("Hah", _POOR, "Alef Hah Dal Reh Ain Kaf Lam Meem Noon Heh Waw"),
    ("Ain", _GOOD, "Tah"),
    ("Ain", _POOR, "Alef Hah Dal Reh Ain Lam Meem Noon Heh"),
    ("Seen Sad Tah", _NEUTRAL, "Alef Beh Reh Seen Sad Tah Kaf Lam Noon"),
    ("Seen Sad Tah", _POOR, "Hah Dal Ain Feh Qaf Meem Heh Waw"),
    ("Feh", _GOOD, "Tah"),
    ("Feh", _NEUTRAL, "Alef"),
    ("Feh", _POOR, "Hah Dal Reh Ain Lam Meem Waw"),
    ("Meem", _NEUTRAL, "Tah Dal Reh"),
    ("Meem", _POOR, "Alef Hah Ain Kaf Lam Meem Noon Heh Waw"),
    ("Heh", _NEUTRAL, "Beh"),
    ("Heh", _POOR, "Alef Seen Reh Dal Lam Heh"),
)
_STRENGTHS = {
    (before, after): strength
    for befores, strength, afters in _MATRIX
    for before in befores.split()
    for after in afters.split()
}

_BEST_LENGTH = 4
_BEST = 9
_NEVER_BEFORE = frozenset({"Hah", "Sad", "Ain", "Waw"})
_NEVER_BEFORE_FINAL = frozenset({"Feh", "Qaf", "Yeh", "Yeh_Barree"})
_NEVER_AFTER = frozenset({"Kaf", "Lam"})


def naskh_rank(run: Sequence[Letter], gap: int) -> int | None:
    """The rank between letters *gap* and *gap* + 1, 0 the best and 9 the worst; None where there shall be none."""
    before, after = shape_of(run, gap), shape_of(run, gap + 1)
    final = gap + 1 == len(run) - 1
    if after in _NEVER_BEFORE or before in _NEVER_AFTER or (final and after in _NEVER_BEFORE_FINAL):
        return None
    strength = _of_teeth(run, gap)
    if strength is None:
        strength = _BEST if final and after == "Heh" else _by_matrix(before, after, len(run))
    return _BEST - strength if strength is not None and strength >= 0 else None


def _by_matrix(before: str, after: str, length: int) -> int | None:
    found = _STRENGTHS.get((before, after))
    return None if found is None else max(found[1], found[0] - abs(length - _BEST_LENGTH))


def _of_teeth(run: Sequence[Letter], gap: int) -> int | None:
    """The strength between two teeth that begin a run, by which of them stands high; -1 for none, None for no rule."""
    shapes = [shape_of(run, index) for index in range(len(run))]
    if gap or shapes[:2] != ["Beh", "Beh"] or len(run) < 3:
        return None
    ends = shapes[-1] in ("Noon", "Reh")
    if len(run) == 3 and ends:
        return 6
    if len(run) == 4 and shapes[2] == "Beh" and ends:
        return -1
    return 2 if shapes[2] in ("Beh", "Seen") else None
