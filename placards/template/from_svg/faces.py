"""The name of a font in a drawing becomes a role: its own, where there is that family, or a guess by its name."""

from __future__ import annotations

from collections.abc import Collection

#: Parts of families' names, and what such faces are.
_KINDS = (
    ("stencil", ("stencil",)),
    ("hand", ("hand", "marker", "brush", "script", "comic", "kalam", "caveat", "pacifico", "chalk", "ink")),
    ("condensed", ("condensed", "narrow", "compressed", "oswald")),
    ("display", ("anton", "impact", "bebas", "league gothic", "black", "heavy", "poster")),
)
_GENERIC = (
    "",
    "sans-serif",
    "serif",
    "system-ui",
    "sans",
    "monospace",
    "cursive",
    "fantasy",
    "inherit",
    "ui-sans-serif",
)


def heavy_by_itself(written: str) -> bool:
    """Whether a ``font-family`` is no choice, or one of faces for posters, of which the plain weight is a heavy one."""
    first = written.split(",")[0].strip().strip("\"'").lower()
    return first in _GENERIC or any(word in first for _, words in _KINDS for word in words)


def role_of(written: str, families: Collection[str], *, large: bool) -> tuple[str, str]:
    """The role that stands for ``font-family``, and the family that there is none of; "" where nothing is lost."""
    names = [name.strip().strip("\"'") for name in written.split(",")]
    known = {family.lower(): family for family in families}
    for name in names:
        if name.lower().startswith("noto sans") and not large:
            return "text", ""  # what small print is set in, in every script
        if name.lower() in known:
            return known[name.lower()], ""
    first = names[0]
    plain = "display" if large else "text"
    if first.lower() in _GENERIC:
        return plain, ""
    for role, words in _KINDS:
        if any(word in first.lower() for word in words):
            return role, first
    return plain, first
