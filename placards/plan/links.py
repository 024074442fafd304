"""A link that a person gave becomes itself, or the reason why nobody should scan it."""

from __future__ import annotations

import re

from placards.patterns import pattern
from placards.problems.errors import InputError

#: What a phone may be told to open.
SCHEMES = ("https", "http", "mailto", "tel")

_SCHEME = pattern(r"([a-z][a-z0-9+.-]*):(.*)", re.IGNORECASE | re.DOTALL)
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]\.?"
_REST = r"(?::\d{1,5})?(?:[/?#]\S*)?"
_BARE = pattern(_HOST + _REST)
_WEB = pattern(rf"//(?:[^\s/?#@]*@)?(?:{_HOST}|localhost|[\d.]+|\[[0-9a-f:.]+\]){_REST}", re.IGNORECASE)
_MAIL = pattern(r"[^\s@,]+@[^\s@/]+\.[^\s@/]+")
_PHONE = pattern(r"\+?[\d().\-]{3,}(?:;\S+)?")
_INVISIBLE = pattern("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def check_link(link: str) -> None:
    """Raise InputError for what is neither a web address (with or without http), nor mailto: or tel:.

    >>> check_link("example.org/march?day=3")
    >>> check_link("tel:+49341123456")
    """
    plain = _INVISIBLE.sub("", link.strip())  # cleaning takes them out, and says so
    scheme = _SCHEME.fullmatch(plain)
    if scheme is None or "." in scheme[1]:  # a colon after a host begins its port
        if not _BARE.fullmatch(plain):
            raise InputError("plan-link-wrong", link=link)
        return
    name, rest = scheme[1].lower(), scheme[2]
    if name not in SCHEMES:
        raise InputError("plan-link-scheme", scheme=scheme[1])
    wanted = {"mailto": _MAIL, "tel": _PHONE}.get(name, _WEB)
    address = rest.partition("?")[0] if name == "mailto" else rest
    if not wanted.fullmatch(address):
        raise InputError("plan-link-wrong", link=link)
