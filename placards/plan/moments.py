"""A date or a time as people write it becomes a value, in one form that cannot be mistaken."""

from __future__ import annotations

import datetime
import re

from placards.patterns import pattern
from placards.problems.errors import InputError

_DATE = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_TIME = pattern(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)


def parse_date(text: str) -> datetime.date:
    """Read ``2027-04-14``; raises InputError."""
    match = _DATE.fullmatch(text.strip())
    try:
        if match is not None:
            return datetime.date(*map(int, match.groups()))
    except ValueError:
        pass
    raise InputError("plan-date-wrong", text=text)


def parse_time(text: str) -> datetime.time:
    """Read ``16:30``, or ``16:30:00``; raises InputError."""
    match = _TIME.fullmatch(text.strip())
    try:
        if match is not None:
            hour, minute, second = (int(part or 0) for part in match.groups())
            return datetime.time(hour, minute, second)
    except ValueError:
        pass
    raise InputError("plan-time-wrong", text=text)
