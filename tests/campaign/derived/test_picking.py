"""The picking list opens in spreadsheets, runs nothing there, and counts right."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from placards.campaign.derived.extras import Extras
from placards.campaign.derived.items import item_of, items_of
from placards.campaign.derived.picking import is_picking_list, picking_list, safe_cell

from .support import beside, record


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def listed(*records: dict[str, Any]) -> list[dict[str, str]]:
    said: list[object] = []
    found = rows(picking_list(items_of(records, said.append)))
    assert said == []
    return found


def test_a_row_says_what_a_print_shop_asks(tmp_path: Path) -> None:
    (row, total) = listed(
        record(
            tmp_path, "s/ar/x-a3.pdf", b"x", size="a3", trim_mm=[297.0, 420.0], copies=50, pages=2,
            stock="yellow, 120 g", languages=["ar", "en"], draft=True,
            texts=[
                {"slot": "slogan", "role": "slogan", "language": "ar", "lines": ["الماء", "حياة"]},
                {"slot": "translation", "role": "translation", "language": "en", "lines": ["Water is life"]},
            ],
            messages=[{"slogan": "d/o", "language": "ar", "status": "fuzzy"}],
        )
    )  # fmt: skip
    assert row == {
        "file": "s/ar/x-a3.pdf", "bundle": "", "label": "", "zip": "", "layout": "plain", "size": "a3",
        "width mm": "297", "height mm": "420", "bleed mm": "3", "pages": "2", "copies": "50", "sheets": "100",
        "stock": "yellow, 120 g", "languages": "ar en", "words": "الماء حياة · Water is life",
        "status": "DRAFT, fuzzy", "warnings": "",
    }  # fmt: skip
    assert {k: v for k, v in total.items() if v} == {
        "file": "TOTAL", "size": "a3", "copies": "50", "sheets": "100", "stock": "yellow, 120 g",
    }  # fmt: skip


def test_totals_are_by_size_and_stock_and_screens_are_not_printed(tmp_path: Path) -> None:
    found = listed(
        record(tmp_path, "a.pdf", b"a", copies=2),
        record(tmp_path, "b.pdf", b"b", copies=3, pages=4),
        record(tmp_path, "c.pdf", b"c", stock="red"),
        record(tmp_path, "d.png", b"d", size="story", pixels=[1080, 1920]),
    )
    totals = [(r["size"], r["stock"], r["copies"], r["sheets"]) for r in found if r["file"] == "TOTAL"]
    assert totals == [("a6", "", "5", "14"), ("a6", "red", "1", "1")]
    assert [r["sheets"] for r in found[:4]] == ["2", "12", "1", ""]


def test_it_is_rfc_4180_with_a_mark_for_excel(tmp_path: Path) -> None:
    text = 'say "no",\nand go'
    data = picking_list(items_of([record(tmp_path, "a.pdf", b"a", stock=text)], print))
    assert data.startswith(b"\xef\xbb\xbffile,bundle,")
    assert b'"say ""no"",\nand go"' in data
    assert data.replace(b'"say ""no"",\nand go"', b"").count(b"\n") == data.count(b"\r\n") == 3
    assert rows(data)[0]["stock"] == text


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(tmp_path: Path, begin: str) -> None:
    evil = f"{begin}cmd|' /C calc'!A0"
    words = [{"slot": "slogan", "role": "slogan", "language": "en", "lines": [evil]}]
    for row in listed(record(tmp_path, "a.pdf", b"a", stock=evil, layout=evil, size=evil, texts=words)):
        assert not [cell for cell in row.values() if cell[:1] in "=+-@\t\r\n＝＋－＠" and cell]
    assert safe_cell(f"No {evil}") == f"No {evil}"


def test_words_are_those_of_the_sheet(tmp_path: Path) -> None:
    def words(language: str, *texts: tuple[str, list[str]]) -> tuple[str, ...]:
        table = [{"role": role, "language": language, "lines": lines} for role, lines in texts]
        item = item_of(record(tmp_path, "s/x-a3.pdf", b"x", languages=[language], texts=table))
        assert item is not None
        return item.words

    assert words("ja", ("slogan", ["今こそ", "平和を"])) == ("今こそ平和を",)
    assert words("en", ("slogan", ["Cease-", "fire", "now"])) == ("Cease-fire now",)
    assert words("en", *[("slogan", [n]) for n in "abcd"]) == ("a / b / c …",)
    assert words("en", ("title", ["March"]), *[("slogan", [n]) for n in "abcd"]) == ("March",)
    assert words("en", ("organiser", ["Students"])) == ("x-a3",)


def test_warnings_are_for_the_shop_and_cautions_are_not(tmp_path: Path) -> None:
    found = [
        {"code": "message-caution", "severity": "warning", "sentence": "People were arrested."},
        {"code": "picture-small", "severity": "warning", "sentence": "The photograph is small."},
        {"code": "font-fallback", "severity": "note", "sentence": "Another font."},
    ]
    assert listed(record(tmp_path, "a.pdf", b"a", diagnostics=found))[0]["warnings"] == "The photograph is small."


def test_it_knows_itself(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    assert not is_picking_list(path)
    path.write_bytes(picking_list(items_of([record(tmp_path, "a.pdf", b"a")], print)))
    assert is_picking_list(path)
    path.write_bytes(b"file,price\r\n")
    assert not is_picking_list(path)


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "no"}, {"sha256": None}, {"bytes": -1}, {"bytes": "9"}, {"file": "../out.pdf"}, {"file": 7},
        {"file": "half\ud800.pdf"}, {"files": [{"file": "/etc/passwd", "sha256": "0" * 64, "bytes": 1}]},
    ],
)  # fmt: skip
def test_a_record_that_names_no_file_is_said(tmp_path: Path, change: dict[str, Any]) -> None:
    said: list[Any] = []
    assert items_of([{**record(tmp_path, "a.pdf", b"a"), **change}], said.append) == ()
    assert [found.code for found in said] == ["derived-unreadable"]
    assert str(said[0])


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [7], [[]], {"a": 1}, -3, True, 1e99, "\ud800"])
@pytest.mark.parametrize(
    "key",
    ["texts", "languages", "messages", "trim_mm", "bleed_mm", "copies", "pages", "stock", "diagnostics", "thumbnail",
     "layout", "size", "set", "draft"],
)  # fmt: skip
def test_what_else_is_strange_in_a_record_ends_nothing(tmp_path: Path, key: str, value: Any) -> None:
    strange = {**record(tmp_path, "a.pdf", b"a"), key: value}
    (row, *_) = listed(strange)
    assert row["file"] == "a.pdf"
    derived, _ = beside([strange], tmp_path, Extras(zip="language"))
    assert any(name.startswith("zip/") for name in derived.names)
