"""A model's mistakes become sentences with file, line and key."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import Field, model_validator

from placards.files.mistakes import InvalidFileError, raise_found
from placards.files.toml import parse_toml
from placards.files.validation import Model, validate
from placards.problems.diagnostic import Diagnostics, diagnostic
from placards.problems.errors import InputError, Place


class Circle(Model):
    type: Literal["circle"]
    radius: float


class Square(Model):
    type: Literal["square"]
    side: float


class Part(Model):
    id: Annotated[str, Field(pattern="^[a-z]+$", max_length=5, min_length=2)]
    count: Annotated[int, Field(ge=1, le=9)] = 1

    @model_validator(mode="after")
    def _no_nines(self) -> Part:
        if self.count == 9:
            raise InputError("color-unknown", text="nine", place=Place(key="count"))
        return self


class Thing(Model):
    name: str
    on: bool = False
    day: datetime.date | None = None
    at: datetime.time | None = None
    kind: Literal["one", "two"] = "one"
    size: float = 1.0
    tags: Annotated[tuple[str, ...], Field(min_length=1, max_length=2)] = ("a",)
    part: tuple[Part, ...] = ()
    table: Part | None = None
    shape: Annotated[Circle | Square, Field(discriminator="type")] | None = None
    palettes: dict[str, Part] = Field(default_factory=dict)

    own_sentences: ClassVar[dict[str, str]] = {"missing name": "pack-no-table"}

    @model_validator(mode="after")
    def _not_bad(self) -> Thing:
        if self.name == "bad":
            raise ValueError("Badness is not allowed")
        return self


def mistakes(text: str) -> list[str]:
    file = parse_toml(text.encode(), Path("thing.toml"))
    with pytest.raises(InvalidFileError) as caught:
        validate(Thing, file)
    return [str(found) for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "there is no [pack] table. Add [pack]"),
        ("name = 1\n", "thing.toml:1:1: name: 1 is not a text. Put it in quotation marks."),
        ('name = "x"\nnme = 1\n', "thing.toml:2:1: nme: unknown key “nme”. Did you mean “name”"),
        ('name = "x"\non = "perhaps"\n', "2:1: on: “perhaps” is neither true nor false"),
        ('name = "x"\nday = "soon"\n', "2:1: day: “soon” is not a date. Write it without quotes, as 2027-04-14."),
        ('name = "x"\nat = "late"\n', "2:1: at: “late” is not a time"),
        ('name = "x"\nkind = "three"\n', "2:1: kind: “three” is not possible here. Use one or two."),
        ('name = "x"\nsize = "wide"\n', "2:1: size: “wide” is not a number"),
        ('name = "x"\ntags = "a"\n', "2:1: tags: “a” is not a list"),
        ('name = "x"\ntags = []\n', "2:1: tags: the list is empty. Put at least 1 into it."),
        ('name = "x"\ntags = ["a", "b", "c"]\n', "2:1: tags: the list is too long. Keep at most 2."),
        ('name = "x"\npart = ["a"]\n', "2:9: part[0]: “a” is not a table"),
        ('name = "x"\n[[part]]\n', "2:1: part[0].id: the key “id” is missing. Add it."),
        ('name = "x"\n[[part]]\nid = "A B"\n', "3:1: part[0].id: “A B” cannot be a name here"),
        ('name = "x"\n[[part]]\nid = "a"\n', "3:1: part[0].id: the text is too short. Write at least 2"),
        ('name = "x"\n[[part]]\nid = "abcdefgh"\n', "3:1: part[0].id: the text is too long. Keep at most 5"),
        ('name = "x"\n[[part]]\nid = "ab"\ncount = 0\n', "4:1: part[0].count: 0 is too small. Write at least 1."),
        ('name = "x"\n[[part]]\nid = "ab"\ncount = 11\n', "4:1: part[0].count: 11 is too large. Write at most 9."),
        ('name = "x"\n[[part]]\nid = "ab"\ncount = 1.5\n', "4:1: part[0].count: 1.5 is not a whole number"),
        ('name = "x"\n[[part]]\nid = "ab"\ncount = 9\n', "4:1: part[0].count: “nine” is not a colour."),
        (
            'name = "x"\n[[part]]\nid = "ab"\ncuont = 9\n',
            "4:1: part[0].cuont: unknown key “cuont”. Did you mean “count”?",
        ),
        ('name = "x"\n[table]\nid = "ab"\nidd = 1\n', "4:1: table.idd: unknown key “idd”. Did you mean “id”?"),
        (
            'name = "x"\nshape = { type = "oval" }\n',
            "2:1: shape: this needs a known “type”. Use one of 'circle', 'square'.",
        ),
        (
            'name = "x"\nshape = { type = "circle", radios = 1 }\n',
            "2:28: shape.radios: unknown key “radios”. Did you mean “radius”?",
        ),
        (
            'name = "x"\n[palettes.red]\nid = "ab"\nco = 1\n',
            "4:1: palettes.red.co: unknown key “co”. Its keys: count, id",
        ),
        ('name = "bad"\n', "badness is not allowed (got {'name': 'bad'})."),
        ('name = "x"\nkind = "a\\u0000b"\n', "“a�b” is not possible here"),
        (f'name = "x"\nkind = "{"y" * 100}"\n', f"“{'y' * 58}… is not possible here"),
    ],
)
def test_mistakes(text: str, expected: str) -> None:
    assert any(expected in found for found in mistakes(text)), mistakes(text)


def test_all_mistakes_are_collected_and_unknown_keys_come_first() -> None:
    found = mistakes("nmae = 1\nsize = 'a'\nkind = 'b'\n")
    assert len(found) == 4
    assert "unknown key “nmae”" in found[0]


def test_a_part_of_a_file_keeps_its_place() -> None:
    file = parse_toml(b'name = "x"\n[[part]]\nid = "ab"\n', "memory:thing.toml")
    with pytest.raises(InvalidFileError, match=r"memory:thing\.toml:3:1: part\[0\]\.id: 5 is not a text"):
        validate(Part, file, {"id": 5}, ("part", 0))
    assert validate(Part, file, {"id": "cd"}, ("part", 0)).id == "cd"


def test_errors_that_were_found_are_raised_as_one() -> None:
    found = Diagnostics()
    raise_found(found)
    for name in ("a", "b"):
        found(diagnostic("key-unknown", name=name))
    found(diagnostic("calendar-nepali-doubtful"))
    with pytest.raises(InvalidFileError) as caught:
        raise_found(found)
    assert [dict(d.parameters)["name"] for d in caught.value.diagnostics] == ["a", "b"]


def test_a_value_that_cannot_be_shown_is_this() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    file = parse_toml(b"", Path("thing.toml"))
    with pytest.raises(InvalidFileError, match="this is not a text"):
        validate(Thing, file, {"name": deep})
    while deep:  # a list so deep is freed by recursion, which pytest's own frames leave little room for
        deep = deep[0]
