"""What people write for a length, a condition or a name in layout.toml becomes a checked value of an element."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from placards.elements.base import ID_PATTERN, MAX_ID
from placards.elements.condition import Terms, parse_condition
from placards.problems.errors import InputError
from placards.values.units import Length, parse_length


def _length(value: Any) -> Any:
    if isinstance(value, str):
        return parse_length(value)
    if value == 0 and not isinstance(value, bool):
        return Length(0.0, "pt")
    raise InputError("length-expected", value=repr(value))


def _above_zero(length: Length) -> Length:
    if length.value <= 0:
        raise InputError("length-not-positive", length=str(length))
    return length


def _not_below_zero(length: Length) -> Length:
    if length.value < 0:
        raise InputError("length-negative", length=str(length))
    return length


def _condition(value: Any) -> Any:
    if not isinstance(value, str):
        raise InputError("condition-expected")
    return parse_condition(value)


def _names(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _percent(value: Any) -> Any:
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*%\s*", value) if isinstance(value, str) else None
    if match is None or float(match[1]) > 100:
        raise InputError("percent-expected", value=repr(value))
    return float(match[1]) / 100


#: A part of a whole, written as "40%".
Percent = Annotated[float, BeforeValidator(_percent)]

#: A length of any sign.
LengthField = Annotated[Length, BeforeValidator(_length)]

#: A length that something must have to be seen: a width, a size of type.
ExtentField = Annotated[Length, BeforeValidator(_length), AfterValidator(_above_zero)]

#: A length that may be nothing: a gap, a radius.
GapField = Annotated[Length, BeforeValidator(_length), AfterValidator(_not_below_zero)]

ConditionField = Annotated[Terms, BeforeValidator(_condition)]

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=MAX_ID)]

#: One name or a list of them.
NamesField = Annotated[tuple[Id, ...], BeforeValidator(_names)]

#: The number of one of the job's languages, 1 for the first.
LanguageNumber = Annotated[int, Field(ge=1, le=6)]

#: A weight of type, as in CSS.
Weight = Annotated[int, Field(ge=100, le=1000)]
