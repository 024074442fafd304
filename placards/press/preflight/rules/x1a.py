"""What PDF/X-1a asks of colours: inks, and nothing that has to be converted."""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.preflight.rule import X1A, Found, found, rule
from placards.press.preflight.sources import KODAK, PDFX_TS
from placards.press.preflight.spaces import read_space
from placards.press.preflight.subject import Subject

_INKS = frozenset({"DeviceGray", "DeviceCMYK", "Separation", "DeviceN", "Indexed", "Pattern", ""})


@rule("x1a-space", X1A, "content", KODAK, PDFX_TS)
def _space(subject: Subject) -> Iterator[Found]:
    """Colours are gray, CMYK or spot colours that end in these: no RGB, no Lab, and none by a profile."""
    families = set()
    for one in subject.document.spaces:
        space = read_space(one)
        families |= {space.family, *space.device}
    for family in sorted(families - _INKS):
        yield found(space=family)
    seen = set()
    for page, paint in subject.paints():
        family = paint.space.family
        if family not in _INKS and family not in families and (page.number, family) not in seen:
            seen.add((page.number, family))
            yield found(page, space=family)
