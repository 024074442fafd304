"""A TOML file's keys and the lines that they stand in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.files.toml import MAX_BYTES, format_key, read_toml
from placards.problems.errors import InputError

EXAMPLE = '''# comment
title = "x"  # [not.a.table]
[campaign]
name = "a # b [c"
said = "quote \\" [ and"
literal = 'back\\'
text = """
[[set]]
name = "no key"
""" # end
"quoted key" = 1
a.b.c = 2

[[set]]
name = "one"
sizes = [
  "a3", # ]
  "a]4",
  { w = 1 },
]
point = { x = 1, y = 2 }
[set.inner]
deep = """x"""
ml = \'\'\'
deep = 3\'\'\'
tail = """four quotes""""
[[set]]
name = "two"
[[set.sub]]
k = 1
[[set.sub]]
k = 2
'''

LINES = {
    ("title",): 2,
    ("campaign",): 3,
    ("campaign", "name"): 4,
    ("campaign", "said"): 5,
    ("campaign", "literal"): 6,
    ("campaign", "text"): 7,
    ("campaign", "quoted key"): 11,
    ("campaign", "a", "b", "c"): 12,
    ("set", 0): 14,
    ("set", 0, "name"): 15,
    ("set", 0, "sizes"): 16,
    ("set", 0, "point"): 21,
    ("set", 0, "inner"): 22,
    ("set", 0, "inner", "deep"): 23,
    ("set", 0, "inner", "ml"): 24,
    ("set", 0, "inner", "tail"): 26,
    ("set", 1): 27,
    ("set", 1, "name"): 28,
    ("set", 1, "sub", 0): 29,
    ("set", 1, "sub", 0, "k"): 30,
    ("set", 1, "sub", 1): 31,
    ("set", 1, "sub", 1, "k"): 32,
}


def file(folder: Path, data: str | bytes) -> Path:
    path = folder / "x.toml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines(tmp_path: Path, ends: str, mark: str) -> None:
    read = read_toml(file(tmp_path, mark + EXAMPLE.replace("\n", ends)))
    for key, line in LINES.items():
        assert read.lines.get(key) == line, key
    wrong = set(read.lines) - set(LINES) - {("campaign", "a"), ("campaign", "a", "b")}
    assert not wrong


def test_place_is_that_of_the_nearest_table(tmp_path: Path) -> None:
    read = read_toml(file(tmp_path, EXAMPLE))
    assert str(read.place(("set", 1, "colour"))).endswith("x.toml:27: set[1].colour")
    assert str(read.place(("set", 0, "sizes", 1))).endswith("x.toml:16: set[0].sizes[1]")
    assert str(read.place(("nothing",))).endswith("x.toml: nothing")
    assert str(read.place(())) == str(tmp_path / "x.toml")
    assert format_key(("set", 0, "sizes")) == "set[0].sizes"


_key = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
_value = st.one_of(
    st.integers(-9, 9).map(str),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8).map(
        lambda t: '"' + t.replace("\\", "\\\\").replace('"', '\\"') + '"'
    ),
    st.text('abc[]{}#"=\\', max_size=8).map(lambda t: f"'{t}'"),
    st.text("abc[]{}#=\n' ", max_size=12).map(lambda t: f'"""{t}"""'),
    st.text('abc[]{}#=\n" \\', max_size=12).map(lambda t: f"'''\n{t} '''"),
    st.lists(st.sampled_from(["1", '"]"', "'['", '"\\""']), max_size=3).map(
        lambda i: "[\n " + ",\n # ]\n".join(i) + "\n]"
    ),
)


@given(st.lists(st.tuples(_key, st.dictionaries(_key, _value, max_size=4)), max_size=4, unique_by=lambda t: t[0]))
def test_lines_of_any_file(tables: list[tuple[str, dict[str, str]]]) -> None:
    import tempfile

    text, expected = "", {}
    for name, keys in tables:
        text += f"[{name}]\n"
        expected[(name,)] = text.count("\n")
        for key, value in keys.items():
            expected[(name, key)] = text.count("\n") + 1
            text += f"{key} = {value} # = [\n"
    with tempfile.TemporaryDirectory() as folder:
        read = read_toml(file(Path(folder), text))
    assert read.lines == expected


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        ("a = 1\nb =\n", 2, "TOML"),
        ("a = 1\na = 2\n", 2, "TOML"),
        ('a = "x\nb = 1\n', 1, "TOML"),
        ("[a\n", 1, "TOML"),
        (b"a = 1\nb = '\xff'\n", 2, "UTF-8"),
        (b"\xff\xfea\x00", 1, "UTF-8"),
        (b"a = 1\nb = '\x00'\n", 2, "TOML"),
        ("a = " + "[" * 20_000, None, "nested"),
    ],
)
def test_broken_files(tmp_path: Path, data: str | bytes, line: int | None, problem: str) -> None:
    path = file(tmp_path, data)
    with pytest.raises(InputError) as caught:
        read_toml(path)
    text = str(caught.value)
    assert text.startswith(f"{path}:{line}:" if line else str(path))
    assert problem in text
    assert "\n" not in text


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_toml(tmp_path / "none.toml")
    with pytest.raises(InputError, match="is a folder, not a file"):
        read_toml(tmp_path)
    with pytest.raises(InputError, match="more than 5,000,000"):
        read_toml(file(tmp_path, b"#" * (MAX_BYTES + 1)))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("a = " + "[" * 40 + "]" * 40, "tables are nested too deeply"),
        ("[" + ".".join("a" * 40) + "]\n", "tables are nested too deeply"),
        ("".join(f"{'.'.join('b' * n)} = {{}}\n" for n in range(33, 34)), "tables are nested too deeply"),
        (".".join("a" * 1_000_000) + " = 1\n", "tables are nested too deeply"),
        ('"a" . ' * 200_000 + "a = 1\n", "tables are nested too deeply"),
        ("a = " + "9" * 5_000, "no number that means anything"),
        ("a = 0x" + "f" * 20_000, "no number that means anything"),
        ("a = 9223372036854775808", "no number that means anything"),
        ("[[a]]\nb = [nan]", "no number that means anything"),
        ("a = -inf", "no number that means anything"),
    ],
)
def test_hostile_files_are_refused_at_once(tmp_path: Path, data: str, problem: str) -> None:  # defects.md 22, 23
    with pytest.raises(InputError, match=problem):
        read_toml(file(tmp_path, data))


def test_an_error_names_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.toml:2:5: not valid TOML"):
        read_toml(file(tmp_path, "a = 1\nb = =\n"))
    with pytest.raises(InputError, match=r"x\.toml:2:7: not UTF-8 text"):
        read_toml(file(tmp_path, "a = 1\nb = 'ü".encode() + b"\xff'\n"))


def test_sentences_full_of_dots_are_no_key(tmp_path: Path) -> None:
    dots = ". ".join(["Peace"] * 30)
    assert read_toml(file(tmp_path, f'a = "{dots}"\nb = "…{"." * 500}"\n')).data["a"] == dots


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_devices_and_pipes_are_refused_unread(tmp_path: Path) -> None:  # defects.md 21
    with pytest.raises(InputError, match="is no ordinary file"):
        read_toml(Path("/dev/zero"))
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="is no ordinary file"):
        read_toml(pipe)
