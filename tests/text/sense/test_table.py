"""Files of clinging words become tables."""

from __future__ import annotations

import pytest

from placards.text.sense.table import CLINGS, EMPTY, PHRASE, WHOLE, read_table, table_of, table_path, tables

TEXT = """# Testish. Source: nobody.
next: To from   # a comment
next 0.45: is
previous 0.7: ko
begins: from
ends: too
whole: human_rights
"""


def test_a_file() -> None:
    table = read_table(TEXT, "x.txt")
    assert table.next == {"to": CLINGS, "from": CLINGS, "is": 0.45}
    assert table.previous == {"ko": 0.7}
    assert table.begins == {"from": PHRASE}
    assert table.ends == {"too": PHRASE}
    assert table.whole == {"human_rights": WHOLE}
    assert table.function_words == {"to", "from", "ko"}, "what clings less may stand alone"


@pytest.mark.parametrize("line", ["next the a", "before: the", "next 2: the", "next 0.1 0.2: the", "next x: the"])
def test_broken_lines_are_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"x\.txt:2|could not convert"):
        read_table(f"# Nothing.\n{line}\n", "x.txt")


def test_the_nearest_file_is_read() -> None:
    nearest = table_path("pa-Arab-PK")
    assert nearest is not None
    assert nearest.name == "pa-Arab.txt"
    assert table_of("en-GB") == table_of("en") != EMPTY
    assert table_of("tlh") == EMPTY


def test_every_shipped_table_can_be_read_and_names_its_source() -> None:
    found = dict(tables())
    assert len(found) >= 80
    for language, path in found.items():
        text = path.read_text(encoding="utf-8")
        table = read_table(text, path.name)
        assert text.startswith("#"), f"{language} names no source"
        assert "Prototype" not in text
        assert len(table.next) + len(table.previous) + len(table.whole) >= 8, language
