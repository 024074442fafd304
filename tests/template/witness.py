"""Contrast, measured here from the text of WCAG 2.2 and from hexadecimal digits alone: nothing of the program is used."""

from __future__ import annotations


def luminance(text: str) -> float:
    channels = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(first: str, second: str) -> float:
    lighter, darker = max(luminance(first), luminance(second)), min(luminance(first), luminance(second))
    return (lighter + 0.05) / (darker + 0.05)


#: What the roles promise: letters, ground, least contrast.
PROMISES = (
    ("ink", "paper", 4.5),
    ("accent", "paper", 3.0),
    ("on-accent", "accent", 4.5),
    ("on-middle", "middle", 4.5),
    ("on-deep", "deep", 4.5),
    ("glow", "deep", 3.0),
)

ROLES = {name for promise in PROMISES for name in promise[:2]}
