"""A pack file becomes a Pack, or an error that says where and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from placards.files.world import Memory, World
from placards.messages.pack import read_pack
from placards.problems.errors import InputError

from .support import PACK, write_pack

HEAD = '[pack]\nlanguage = "en"\n'
ONE = '[[slogan]]\nid = "a"\ntext = "A"\n'


def test_reads_everything(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, PACK))
    assert (pack.name, pack.title, pack.language, pack.tags) == ("peace", "Peace", "en", ("peace",))
    assert [s.full_name for s in pack.slogans] == ["peace/ceasefire-now", "peace/talk-not-war", "peace/hello-city"]
    first = pack.slogans[0]
    assert (first.text, first.note, first.tags) == ("Ceasefire now", "To all sides.", ("peace", "short", "chant"))
    assert str(first.source_place).endswith("peace.toml:6:1: slogan[0]")
    assert pack.find("hello-city") is pack.slogans[2]
    assert pack.find("nothing") is None


def test_short_pack_has_defaults(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, '[pack]\nlanguage = "zh_hant"\n' + ONE, "mine"))
    assert (pack.title, pack.description, pack.language, pack.tags) == ("mine", "", "zh-Hant", ())
    assert pack.slogans[0].note == ""


def test_line_breaks_stay_and_outer_space_goes(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, HEAD + '[[slogan]]\nid = "a"\ntext = """\nOne,\ntwo\n"""\n'))
    assert pack.slogans[0].text == "One,\ntwo"


def test_byte_order_mark_and_crlf(tmp_path: Path) -> None:
    assert len(read_pack(write_pack(tmp_path, "\ufeff" + PACK.replace("\n", "\r\n"))).slogans) == 3


def slogan(text: str) -> str:
    return HEAD + "[[slogan]]\n" + text


@pytest.mark.parametrize(
    ("text", "line", "key", "problem", "remedy"),
    [
        ("", None, None, "there is no [pack] table", "Add [pack]"),
        ('pack = "Peace"\n' + ONE, 1, "pack", "“Peace” is not a table", "Write [pack]"),
        (
            HEAD + "colour = 1\n" + ONE,
            3,
            "pack.colour",
            "unknown key “colour”",
            "Its keys: description, kind, language, name",
        ),
        (HEAD + 'titel = "x"\n' + ONE, 3, "pack.titel", "unknown key “titel”", "Its keys"),
        (HEAD + "[slogans]\n", 3, "slogans", "unknown key “slogans”", "Did you mean “slogan”?"),
        (slogan('id = "a"\ntxt = "A"\n'), 5, "slogan[0].txt", "unknown key “txt”", "Did you mean “text”?"),
        ("[pack]\n" + ONE, 1, "pack", "the pack does not say its language", 'Add language = "en"'),
        ('[pack]\nlanguage = "english!"\n' + ONE, 2, "pack.language", "“english!” is not a language tag", "BCP 47"),
        ("[pack]\nlanguage = 7\n" + ONE, 2, "pack.language", "7 is not a text", "quotation marks"),
        (HEAD + "name = true\n" + ONE, 3, "pack.name", "True is not a text", "quotation marks"),
        (HEAD + 'tags = "peace"\n' + ONE, 3, "pack.tags", "“peace” is not a list of texts", "Write tags = ["),
        (HEAD + "tags = [1]\n" + ONE, 3, "pack.tags[0]", "1 is not a text", "quotation marks"),
        (HEAD + 'tags = ["a b"]\n' + ONE, 3, "pack.tags[0]", "“a b” is no tag", "one word"),
        (HEAD, None, None, "the pack has no slogans", "Add a [[slogan]]"),
        (HEAD + '[slogan]\nid = "a"\n', 3, "slogan", "one table, not a list", "Write [[slogan]]"),
        (HEAD.replace("[pack]", 'slogan = ["A"]\n[pack]'), 1, "slogan[0]", "“A” is not a table", "Write [[slogan]]"),
        (slogan('text = "A"\n'), 3, "slogan[0]", "the slogan has no id", "Add id ="),
        (slogan('id = "a"\n'), 3, "slogan[0]", "the slogan has no text", "Add text ="),
        (slogan('id = ""\ntext = "A"\n'), 4, "slogan[0].id", "the id is empty", "Write it"),
        (slogan('id = "a"\ntext = " \\n "\n'), 5, "slogan[0].text", "the text is empty", "Write it"),
        (slogan('id = "a"\ntext = 5\n'), 5, "slogan[0].text", "5 is not a text", "quotation marks"),
        (slogan('id = "a"\ntext = ["A"]\n'), 5, "slogan[0].text", "['A'] is not a text", "quotation marks"),
        (slogan('id = "Peace Now_é"\ntext = "A"\n'), 4, "slogan[0].id", "“P” (U+0050) U+0020 “N” (U+004E)", "a-z"),
        (
            slogan('id = "a"\ntext = "A\\u0007"\n'),
            5,
            "slogan[0].text",
            "character 2 is a control character (U+0007)",
            "",
        ),
        (slogan('id = "a"\ntext = "A\\tB"\n'), 5, "slogan[0].text", "control character (U+0009)", "Write a space"),
        (slogan('id = "a"\ntext = "A\\u2028B"\n'), 5, "slogan[0].text", "control character (U+2028)", ""),
        (slogan('id = "a"\ntext = "A"\nnote = "\\u0000"\n'), 6, "slogan[0].note", "(U+0000)", "Take it out"),
        (slogan('id = "a"\ntext = "\\ud83d"\n'), 5, None, "not valid TOML", ""),
        (slogan('id = "a"\ntext = "' + "x" * 501 + '"\n'), 5, "slogan[0].text", "501 characters, more than 500", "Sho"),
        (HEAD + ONE + ONE, 7, "slogan[1].id", "the slogans in lines 4 and 7 have the same id “a”", "another id"),
        (HEAD + "[[slogan\n", 3, None, "not valid TOML", "Look at this line"),
    ],
)
def test_errors(tmp_path: Path, text: str, line: int | None, key: str | None, problem: str, remedy: str) -> None:
    path = write_pack(tmp_path, text)
    with pytest.raises(InputError, match=re.escape(problem)) as caught:
        read_pack(path)
    error = caught.value
    assert (error.place.file, error.place.line, error.place.key) == (path, line, key)
    assert remedy in error.remedy
    assert not error.problem.endswith(".")


def test_500_characters_are_allowed(tmp_path: Path) -> None:
    assert read_pack(write_pack(tmp_path, slogan('id = "a"\ntext = "' + "ک" * 500 + '"\n'))).slogans


def test_surrogates_in_a_file_are_an_error(tmp_path: Path) -> None:
    path = write_pack(tmp_path)
    path.write_bytes(HEAD.encode() + b'[[slogan]]\nid = "a"\ntext = "\xed\xa0\xbd"\n')
    with pytest.raises(InputError, match="not UTF-8") as caught:
        read_pack(path)
    assert caught.value.place.line == 5


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_pack(tmp_path / "peace.toml")


def test_all_mistakes_of_a_pack_are_named_at_once(tmp_path: Path) -> None:
    path = write_pack(
        tmp_path,
        '[pack]\nlanguage = "!"\ntags = ["a b"]\n'
        + ONE
        + '[[slogan]]\nid = "B"\n'
        + ONE.replace('"A"', '"A\\tB"')
        + '[[slogan]]\nid = "c"\ntext = "One"\nresponse = true\ntxet = 1\n',
    )
    with pytest.raises(InputError) as caught:
        read_pack(path)
    found = {(d.code, d.place.line) for d in caught.value.diagnostics}
    assert found == {
        ("language-tag", 2), ("slogan-tag", 3), ("slogan-id", 8), ("slogan-no-text", 7), ("slogan-tab", 11),
        ("slogan-twice", 10), ("key-unknown", 16),
    }  # fmt: skip
    assert {d.place.file for d in caught.value.diagnostics} == {path}


@pytest.mark.parametrize("value", ['"yes"', "1", '"true"'])
def test_a_call_and_response_is_true_or_false(tmp_path: Path, value: str) -> None:
    with pytest.raises(InputError, match="is neither true nor false"):
        read_pack(write_pack(tmp_path, slogan(f'id = "a"\ntext = "A\\nB"\nresponse = {value}\n')))


def test_a_pack_may_lie_in_a_bundle_or_in_memory() -> None:
    world = World([Memory({"slogans/mine.toml": (HEAD + ONE + "colour = 1\n").encode()}, label="campaign.zip")])
    with pytest.raises(InputError, match=r"campaign\.zip:slogans/mine\.toml:6:1: slogan\[0\]\.colour: unknown key"):
        read_pack(world.file("slogans/mine.toml"))
    sound = World([Memory({"slogans/mine.toml": (HEAD + ONE).encode()})])
    assert read_pack(sound.file("slogans/mine.toml")).slogans[0].full_name == "mine/a"
