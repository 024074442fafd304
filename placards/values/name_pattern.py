"""What a pattern of file names may say, and whether one says it."""

from __future__ import annotations

import re

from placards.problems.errors import InputError

#: What a pattern may name.
FIELDS = ("set", "languages", "language", "slogan", "layout", "palette", "size", "format", "profile", "scale", "n")


def check_pattern(pattern: str) -> None:
    """Raise InputError for a pattern with a field that there is not. ``{n}`` is the artefact's number in its set, and
    ``{n:03}`` the same with three digits; no other field has a format of its own.

    >>> check_pattern("{set}/{n:03}-{language}.{format}")
    """
    rest = pattern
    for known in FIELDS:
        rest = rest.replace(f"{{{known}}}", "")
    if "{" not in rest and "}" not in rest:
        return
    import string  # only for what is not plain

    shown = (*(f"{{{f}}}" for f in FIELDS), "{n:03}")
    try:
        parts = [part[1:] for part in string.Formatter().parse(pattern) if part[1] is not None]
    except ValueError as error:
        raise InputError("plan-pattern-unknown", field=pattern, known=shown) from error
    for field, form, conversion in parts:
        if field not in FIELDS or conversion or (form and (field != "n" or not re.fullmatch("0[1-9]", form))):
            raise InputError("plan-pattern-unknown", field=f"{field}{f':{form}' if form else ''}", known=shown)
