"""The names of files become those that are fonts, those that people take for fonts, and all others."""

from __future__ import annotations

FONT_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})

#: What people also call fonts, and what is none to us.
OTHER_FONT_SUFFIXES = frozenset({".woff", ".woff2", ".eot", ".pfa", ".pfb", ".dfont", ".t1"})
