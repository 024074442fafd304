"""What preflight says to people, to programs and as a page is the same, whole, and safe to show."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import jsonschema
import pytest
from pikepdf import Name, String

from placards.press.preflight.as_json import as_json, plain, schema
from placards.press.preflight.as_text import as_text
from placards.press.preflight.boxes_mm import page_list
from placards.press.preflight.report import report_page
from placards.press.preflight.run import Preflight, preflight

from .broken import BROKEN, SHOP
from .good import changed, good_x1a, good_x4

#: Elements that have no end, and such whose end HTML lets one leave out.
EMPTY = {"meta", "link", "br"}
OPEN = {"td", "th", "tr", "li"}


def some() -> list[Preflight]:
    files = [preflight(good_x4(), "good.pdf"), preflight(good_x1a(), "shop.pdf", profile=SHOP)]
    return files + [
        preflight(one.data(), f"{one.rule}.pdf", profile=one.profile, thorough=False) for one in BROKEN[::6]
    ]


def test_the_json_is_what_its_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    told = json.loads(as_json(some()))
    jsonschema.validate(told, schema(), cls=jsonschema.Draft202012Validator)
    assert {verdict["standard"] for file in told["files"] for verdict in file["verdicts"]} == {"pdf/x-4", "pdf/x-1a"}
    assert any(file["findings"] and not file["verdicts"][0]["passed"] for file in told["files"])


def test_the_schema_has_no_key_that_nothing_writes() -> None:
    told = plain(preflight(good_x4(), "good.pdf"))
    assert set(told) == set(schema()["$defs"]["file"]["properties"])
    assert set(told["facts"]) == set(schema()["$defs"]["file"]["properties"]["facts"]["properties"])


def test_the_table_names_the_rule_and_the_page() -> None:
    (broken,) = (one for one in BROKEN if one.rule == "page-rotated")
    told = as_text(preflight(broken.data(), "turned.pdf", thorough=False))
    assert "warning: page 1: the page is turned by 90°. Save it upright. [page-rotated]" in told
    assert "PDF/X-4: all" in told
    assert "105 × 148 mm, 3 mm of bleed" in told.replace("148 × 105", "105 × 148")


def test_pages_are_told_as_people_write_them() -> None:
    assert page_list([3, 1, 2, 7]) == "1–3, 7"
    assert page_list([5]) == "5"
    assert page_list([1, 2]) == "1–2"


class _Reader(HTMLParser):
    """Whether every element ends, and what stands in the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.kinds: set[str] = set()
        self.text = ""
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds.add(tag)
        known = dict(attrs)
        self.links += [known["href"] or ""] if "href" in known else []
        self.ids += [known["id"] or ""] if "id" in known else []
        if tag not in EMPTY | OPEN:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in OPEN:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_and_has_everything() -> None:
    files = some()
    page = report_page(files)
    reader = _Reader()
    reader.feed(page.decode())
    assert not reader.open
    assert "script" not in reader.kinds
    assert {f"#{one}" for one in reader.ids} == set(reader.links)
    assert len(set(reader.ids)) == len(files)
    for one in files:
        assert one.name in reader.text
        for finding in one.findings:
            assert finding.diagnostic.problem() in reader.text
            assert finding.rule.sources[0] in reader.text
    assert report_page(files) == page


def test_what_a_file_says_does_nothing_on_the_page() -> None:
    def hostile(pdf: object) -> None:
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("<script>alert(1)</script>\x00")  # type: ignore[attr-defined]
        pdf.pages[0].obj.Resources.Font.F1.BaseFont = Name('/<img src=x onerror="x">')  # type: ignore[attr-defined]

    page = report_page([preflight(changed(good_x4(), hostile), "<b>.pdf", thorough=False)]).decode()
    reader = _Reader()
    reader.feed(page)
    assert not {"script", "img", "b"} & reader.kinds
    assert "<script>alert(1)</script>" in reader.text
    assert "\x00" not in page


@pytest.mark.parametrize(("count", "said"), [(0, "<p>0 files, 0 with errors."), (1, "<p>1 file, 0 with errors.")])
def test_a_page_of_few_files(count: int, said: str) -> None:
    assert said.encode() in report_page([preflight(good_x4(), "a.pdf", thorough=False)] * count)
