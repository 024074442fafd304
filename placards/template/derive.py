"""One to four colours that a person gives become the nine roles of a palette, so that every contrast holds.

In their order they are the paper, the letters on it, the accent, and a second field. Each stays what it is. One that is
too faint for its role moves on to the next role in which it can stand, and what takes its place is the nearest colour
of its hue, lighter or darker, whose contrast holds. Whatever a given colour could not be is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, UnknownNameError, near
from placards.values.color import BLACK, WHITE, Color, contrast, parse_hex
from placards.values.oklch import lighter_or_darker, mixed, to_oklch

#: What a shared palette names.
ROLES = ("paper", "ink", "accent", "on-accent", "middle", "on-middle", "deep", "on-deep", "glow")

#: Letters or shapes, what they stand on, and the least contrast (WCAG 2) between the two: 3 is for large ones.
CONTRASTS = (
    ("ink", "paper", 4.5),
    ("accent", "paper", 3.0),
    ("on-accent", "accent", 4.5),
    ("on-middle", "middle", 4.5),
    ("on-deep", "deep", 4.5),
    ("glow", "deep", 3.0),
)

#: More colours have no roles of their own.
MOST_GIVEN = 4

#: Darker than this (luminance), a colour is deep enough for a deep field.
_DEEP = 0.06

#: Colours of less chroma have no hue that anybody names.
_GREY = 0.03

#: From the paper to a second field, as part of the way to the letters.
_STEP = 0.18

#: Steps of lightness in which a nearer colour is looked for.
_STEPS = 200

_ASKS = pattern(r".*[#,=].*")


@dataclass(frozen=True, slots=True)
class Given:
    """Colours as a person gives them: in their order, or by role."""

    listed: tuple[Color, ...] = ()
    by_role: tuple[tuple[str, Color], ...] = ()

    @property
    def text(self) -> str:
        """As it may be written after ``--palette``."""
        return ",".join([*(c.hex for c in self.listed), *(f"{role}={c.hex}" for role, c in self.by_role)])


@dataclass(frozen=True, slots=True)
class Derived:
    """The nine roles, and what is to be said of colours that could not be what they were given for."""

    colors: Mapping[str, Color]
    notes: tuple[Diagnostic, ...] = ()


def is_given(text: str) -> bool:
    """Whether a text means colours, and no palette's name."""
    return _ASKS.fullmatch(text) is not None


def parse_given(text: str) -> Given:
    """Read ``#d81e05,#fff`` or ``paper=#fff,accent=#d81e05``; raises InputError."""
    listed: list[Color] = []
    by_role: dict[str, Color] = {}
    for part in text.split(","):
        role, equals, value = part.rpartition("=")
        if re.search(r"#\S*[\s;#]+\S", value.strip()):
            raise InputError("palette-commas", text=value.strip())
        color = parse_hex(value.strip().lower())
        if not equals:
            listed.append(color)
            continue
        role = role.strip()
        check_role(role)
        if role in by_role:
            raise InputError("palette-role-twice", role=role)
        by_role[role] = color
    check_count(listed)
    return Given(tuple(listed), tuple(by_role.items()))


def check_role(role: str) -> None:
    """Raise UnknownNameError for what is no role."""
    if role not in ROLES:
        raise UnknownNameError("palette-role-unknown", remedy=near(role, ROLES), role=role)


def check_count(listed: Sequence[object]) -> None:
    """Raise InputError for more colours than have roles."""
    if len(listed) > MOST_GIVEN:
        raise InputError("palette-many", count=len(listed), most=MOST_GIVEN)


def derive(given: Given) -> Derived:
    """The roles of given colours; at least one must be given."""
    return _Deriving(given).derived()


class _Deriving:
    """A palette on its way: colours that have no role yet wait in their order."""

    def __init__(self, given: Given) -> None:
        self.roles = dict(given.by_role)
        self.fixed = set(self.roles)
        self.waiting = list(dict.fromkeys(given.listed))
        self.given = list(dict.fromkeys([*given.listed, *(color for _, color in given.by_role)]))
        self.twice = [color for number, color in enumerate(given.listed) if color in given.listed[:number]]
        self.notes: list[Diagnostic] = []

    def derived(self) -> Derived:
        roles = self.roles
        if "paper" not in roles:
            roles["paper"] = self.waiting.pop(0) if self.waiting else self._paper()
        paper = roles["paper"]
        self._hold("ink", "paper", 4.5)
        if "ink" not in roles:
            roles["ink"] = self._ink(paper)
        self._hold("accent", "paper", 3.0)
        if "accent" not in roles:
            roles["accent"] = self._taken(paper, 3.0) or roles["ink"]
        if "middle" not in roles:
            roles["middle"] = self.waiting.pop(0) if self.waiting else _second_field(paper, roles["ink"])
        if "deep" not in roles:
            roles["deep"] = self.waiting.pop(0) if self.waiting else self._deep()
        for ground in ("accent", "middle", "deep"):
            self._hold(f"on-{ground}", ground, 4.5)
            if f"on-{ground}" not in roles:
                roles[f"on-{ground}"] = self._letters(roles[ground])
        self._hold("glow", "deep", 3.0)
        if "glow" not in roles:
            roles["glow"] = self._taken(roles["deep"], 3.0) or self._glow(roles["deep"])
        self.waiting += self.twice
        self.notes += (diagnostic("palette-color-unused", color=color.hex) for color in self.waiting)
        return Derived({role: roles[role] for role in ROLES}, tuple(self.notes))

    def _hold(self, letters: str, ground: str, least: float) -> None:
        """A role that a person gave keeps its colour if it can be read; else it becomes the nearest that can."""
        if letters not in self.fixed:
            return
        color, under = self.roles[letters], self.roles[ground]
        if contrast(color, under) < least:
            self.roles[letters] = nearest(color, under, least)
            self.notes.append(_faint(letters, color, under, self.roles[letters], least))

    def _paper(self) -> Color:
        """Under colours of which none is the paper: white, or black where the letters are light."""
        letters = self.roles.get("ink") or self.roles.get("accent")
        return BLACK if letters is not None and contrast(letters, WHITE) < contrast(letters, BLACK) else WHITE

    def _ink(self, paper: Color) -> Color:
        wanted = self.waiting[0] if self.waiting else None
        found = self._taken(paper, 4.5)
        if found is None:
            found = nearest(wanted, paper, 4.5) if wanted is not None else self._letters(paper)
        if wanted is not None and found != wanted:
            self.notes.append(_faint("ink", wanted, paper, found, 4.5))
        return found

    def _taken(self, ground: Color, least: float) -> Color | None:
        """The first colour that waits and can be read on a ground."""
        found = next((color for color in self.waiting if contrast(color, ground) >= least), None)
        if found is not None:
            self.waiting.remove(found)
        return found

    def _letters(self, ground: Color) -> Color:
        """A given colour that can be read on a ground, the clearest of them, or nearly black or nearly white."""
        known = max(self.given, key=lambda color: contrast(color, ground))
        if contrast(known, ground) >= 4.5:
            return known
        dark, light = (lighter_or_darker(ground, level, 0.03) for level in (0.17, 0.98))
        best = max((dark, light), key=lambda color: contrast(color, ground))
        if contrast(best, ground) >= 4.5:
            return best
        return max((BLACK, WHITE), key=lambda color: contrast(color, ground))  # one of them always has 4.58

    def _deep(self) -> Color:
        colors = [self.roles[role] for role in ("paper", "ink", "accent", "middle")]
        darkest = min(colors, key=lambda color: color.luminance)
        if darkest.luminance < _DEEP:
            return darkest
        return lighter_or_darker(max(colors, key=lambda color: to_oklch(color).chroma), 0.24)

    def _glow(self, deep: Color) -> Color:
        colors = [self.roles[role] for role in ("accent", "middle", "paper", "ink")]
        usable = [color for color in colors if contrast(color, deep) >= 3.0]
        if usable:
            return max(usable, key=lambda color: (to_oklch(color).chroma > 0.04, contrast(color, deep)))
        return nearest(colors[0], deep, 3.0)


def _second_field(paper: Color, ink: Color) -> Color:
    """A step from the paper towards the letters: in the paper's own hue, or, where it has none, in theirs."""
    one, other = to_oklch(paper), to_oklch(ink)
    if one.chroma < _GREY:
        return mixed(paper, ink, _STEP)
    return lighter_or_darker(paper, one.lightness + (other.lightness - one.lightness) * _STEP)


def nearest(color: Color, ground: Color, least: float) -> Color:
    """The colour of the same hue, as little lighter or darker as it can be, that has a contrast of *least* on a ground.
    *least* must be one that black or white has."""
    start = to_oklch(color).lightness
    for step in range(1, _STEPS + 1):
        both = [lighter_or_darker(color, start + sign * step / _STEPS) for sign in (1, -1)]
        best = max(both, key=lambda one: contrast(one, ground))
        if contrast(best, ground) >= least:
            return best
    return max((BLACK, WHITE), key=lambda one: contrast(one, ground))


def _faint(role: str, color: Color, ground: Color, used: Color, least: float) -> Diagnostic:
    return diagnostic(
        "palette-color-faint",
        role=role,
        color=color.hex,
        ground=ground.hex,
        used=used.hex,
        ratio=contrast(color, ground),
        least=least,
    )
