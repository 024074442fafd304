"""A TOML file's keys and where they are written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.files.toml import MAX_BYTES, format_key, read_toml
from placards.files.toml_positions import KeyPath
from placards.problems.errors import InputError

SHIPPED = Path(__file__).parents[2] / "templates"

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

#: Where everything is written, as line and column.
PLACES: dict[KeyPath, tuple[int, int]] = {
    ("title",): (2, 1),
    ("campaign",): (3, 1),
    ("campaign", "name"): (4, 1),
    ("campaign", "said"): (5, 1),
    ("campaign", "literal"): (6, 1),
    ("campaign", "text"): (7, 1),
    ("campaign", "quoted key"): (11, 1),
    ("campaign", "a"): (12, 1),
    ("campaign", "a", "b"): (12, 1),
    ("campaign", "a", "b", "c"): (12, 1),
    ("set", 0): (14, 1),
    ("set", 0, "name"): (15, 1),
    ("set", 0, "sizes"): (16, 1),
    ("set", 0, "sizes", 0): (17, 3),
    ("set", 0, "sizes", 1): (18, 3),
    ("set", 0, "sizes", 2): (19, 3),
    ("set", 0, "sizes", 2, "w"): (19, 5),
    ("set", 0, "point"): (21, 1),
    ("set", 0, "point", "x"): (21, 11),
    ("set", 0, "point", "y"): (21, 18),
    ("set", 0, "inner"): (22, 1),
    ("set", 0, "inner", "deep"): (23, 1),
    ("set", 0, "inner", "ml"): (24, 1),
    ("set", 0, "inner", "tail"): (26, 1),
    ("set", 1): (27, 1),
    ("set", 1, "name"): (28, 1),
    ("set", 1, "sub", 0): (29, 1),
    ("set", 1, "sub", 0, "k"): (30, 1),
    ("set", 1, "sub", 1): (31, 1),
    ("set", 1, "sub", 1, "k"): (32, 1),
}


def file(folder: Path, data: str | bytes) -> Path:
    path = folder / "x.toml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_positions(tmp_path: Path, ends: str, mark: str) -> None:
    read = read_toml(file(tmp_path, mark + EXAMPLE.replace("\n", ends)))
    assert {key: read.positions.of(key) for key in read.positions.starts} == PLACES


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("  [ 'a b' . c ]\n\tkey = 1", ("a b", "c", "key"), (2, 2)),
        ("  [ 'a b' . c ]\n", ("a b",), (1, 3)),
        ("x = { on = 1979-05-27 07:32:00, to = 2 }", ("x", "to"), (1, 33)),
        ("x = [1979-05-27 07:32:00Z, 3]", ("x", 1), (1, 28)),
        ("x = 1979-05-27 07:32:00.5+01:00 # then\ny = 1", ("y",), (2, 1)),
        ("x = [[1, [2, 3]], [4]]", ("x", 0, 1, 1), (1, 14)),
        ("x = [[1, [2, 3]], [4]]", ("x", 1, 0), (1, 20)),
        ('x = [\n  """\n], """, # ]\n  5,\n]', ("x", 1), (4, 3)),
        ('x = """"", """\ny = 1', ("y",), (2, 1)),
        ("x = '''a''b'''''\ny = 1", ("y",), (2, 1)),
        ('x = """a\\""" b"""\ny = 1', ("y",), (2, 1)),
        ('"a\\u0062\\"" = { c.d = [] }', ('ab"',), (1, 1)),
        ('"a\\u0062\\"" = { c.d = [] }', ('ab"', "c", "d"), (1, 17)),
        ("e = []\nf = {}\ng = -1e9", ("g",), (3, 1)),
        ('"ł" = "ü"\n[x]\n"ü" = { "é" = 1 }', ("x", "ü", "é"), (3, 9)),
    ],
)
def test_position_in_a_value(tmp_path: Path, text: str, key: KeyPath, place: tuple[int, int]) -> None:
    assert read_toml(file(tmp_path, text)).positions.of(key) == place


def test_place_is_that_of_the_nearest_table(tmp_path: Path) -> None:
    read = read_toml(file(tmp_path, EXAMPLE))
    assert str(read.place(("set", 1, "colour"))).endswith("x.toml:27:1: set[1].colour")
    assert str(read.place(("set", 0, "sizes", 1))).endswith("x.toml:18:3: set[0].sizes[1]")
    assert str(read.place(("nothing",))).endswith("x.toml: nothing")
    assert str(read.place(())) == str(tmp_path / "x.toml")
    assert format_key(("set", 0, "sizes")) == "set[0].sizes"


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.toml")), ids=lambda path: str(path.relative_to(SHIPPED)))
def test_every_key_of_what_is_shipped_has_its_place(path: Path) -> None:
    read, lines = read_toml(path), path.read_text(encoding="utf-8").splitlines()

    def keys(value: object, key: KeyPath) -> Iterator[KeyPath]:
        for part, inner in value.items() if isinstance(value, dict) else enumerate(value):  # type: ignore[arg-type]
            yield (*key, part)
            if isinstance(inner, dict | list):
                yield from keys(inner, (*key, part))

    for key in keys(read.data, ()):
        place = read.place(key)
        assert place.line is not None, key
        assert place.column is not None, key
        if isinstance(key[-1], str):
            assert key[-1] in lines[place.line - 1][place.column - 1 :], key
        else:
            assert key in read.positions.starts, key


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
def test_positions_in_any_file(tables: list[tuple[str, dict[str, str]]]) -> None:
    import tempfile

    text, expected = "", {}
    for name, keys in tables:
        text += f" [{name}]\n"
        expected[(name,)] = (text.count("\n"), 2)
        for key, value in keys.items():
            expected[(name, key)] = (text.count("\n") + 1, 1)
            text += f"{key} = {value} # = [\n"
    with tempfile.TemporaryDirectory() as folder:
        read = read_toml(file(Path(folder), text))
    assert {key: read.positions.of(key) for key in read.positions.starts if len(key) < 3} == expected
    written = {(name, key): value for name, keys in read.data.items() for key, value in keys.items()}
    items = {(*key, n) for key, value in written.items() if isinstance(value, list) for n in range(len(value))}
    assert {key for key in read.positions.starts if len(key) == 3} == items


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
