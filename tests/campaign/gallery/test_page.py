"""The gallery's page out of records: nothing that people write becomes markup, links lead to files, same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from placards.campaign.gallery.entries import entries, joined
from placards.campaign.gallery.folder import write_gallery
from placards.campaign.gallery.page import gallery_page
from placards.campaign.gallery.words import ENGLISH, gallery_words
from placards.campaign.thumbnails import thumbnail_name
from placards.messages.library import MessageLibrary
from placards.messages.whole import Whole
from placards.problems.diagnostic import Diagnostic

from .records import campaign, html, record, with_thumbnail

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;&lt; \u202eevil\u2069 \x00 \ud800"
NAMES = [
    "a b/q\"uote's.pdf",
    "100%/#1?.pdf",
    "<i>/&amp;.pdf",
    "עברית/ماء.pdf",
    "javascript:alert(1)/x.pdf",
    "a'b/..c.pdf",
]


class Seen(HTMLParser):
    """The tags, links and texts of a page, as a parser finds them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def data_of(page: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)  # type: ignore[no-any-return]


def test_what_people_write_never_becomes_markup() -> None:
    hostile = record(
        "set/en/x.pdf", HOSTILE, "en", layout=HOSTILE, size=HOSTILE, palette=HOSTILE, stock=HOSTILE, alt=[HOSTILE],
        checks={"warnings": [HOSTILE]}, credits=[{"name": HOSTILE, "author": HOSTILE}],
        messages=[{"slogan": HOSTILE, "language": "en", "status": HOSTILE}],
    )  # fmt: skip
    harmless = Seen(html([record("set/en/x.pdf", "Peace", "en")]))
    seen = Seen(html([hostile], name=HOSTILE))
    assert seen.tags == harmless.tags
    assert data_of(html([hostile]))["layouts"][0][0] == HOSTILE, "the data are whole"
    assert "\u202e" in "".join(seen.texts)
    html([hostile]).encode()  # no half of a surrogate pair


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_the_file_whatever_it_is_called(name: str) -> None:
    links = [link for link in Seen(html([record(name, "Peace", "en")])).links if not link.startswith(("#", "data:"))]
    (link,) = links
    assert not set("#?\"<> :'") & set(link), link
    assert unquote(link) == name


def test_names_that_leave_the_folder_are_no_links() -> None:
    page = html(
        [record(name, "Peace", "en") for name in ("../x.pdf", "/etc/x.pdf", "C:x.pdf", "a//b.pdf", "\ud800.pdf")]
    )
    assert data_of(page)["cards"] == []
    assert len(Seen(page).links) == 2, "the skip link and the empty icon"


@pytest.mark.parametrize("damage", [{}, {"file": 3}, {"file": "a.pdf"}, {"file": "a.pdf", "trim_mm": [1, 2]}])
def test_what_cannot_be_read_is_left_out_and_counted(damage: dict[str, Any]) -> None:
    page, left_out = gallery_page(
        [damage, record("a/b.pdf", "Peace", "en")], "x", "en", Whole({**ENGLISH, "draft": "D"}, "en")
    )
    assert left_out == 1
    assert len(data_of(page.decode())["cards"]) == 1


@pytest.mark.parametrize("key", sorted(record("a.pdf", "x", "en")))
@pytest.mark.parametrize("value", [None, -1, 1e300, "x", [], {}, [None], [[1]], [{"a": 1}], {"file": "x"}, True])
def test_any_odd_value_does_no_harm(key: str, value: object) -> None:
    page = html([with_thumbnail(record("set/en/x.pdf", "Peace", "en")) | {key: value}])
    assert "</html>" in page


def test_same_records_same_bytes_in_whatever_order() -> None:
    records = campaign()
    whole = html(records)
    turned = [dict(reversed(one.items())) for one in records]
    assert html(turned) == whole
    random.Random(5).shuffle(records)
    cards = data_of(html(records))["cards"]
    assert [card[10] for card in cards] == [card[10] for card in data_of(whole)["cards"]]


def test_one_poster_in_several_sizes_is_one_card_the_largest_first() -> None:
    data = data_of(html(campaign()))
    arabic = [card for card in data["cards"] if data["languages"][card[3][0]][0] == "ar"]
    assert [[file[0] for file in card[10]] for card in arabic] == [["set/ar/water-a3.pdf", "set/ar/water-a4.pdf"]]
    assert data["stocks"][arabic[0][10][1][9]] == "yellow 120 g"
    assert arabic[0][10][1][8] == 40, "copies"


def test_the_campaigns_language_goes_first() -> None:
    data = data_of(html(campaign(), language="ja"))
    assert data["languages"][0][:3] == ["ja", "日本語", "ltr"]
    assert data["cards"][0][10][0][0] == "set/ja/water-a3.pdf"
    assert data["words"]["search"] == "検索"


def test_a_page_is_in_one_language() -> None:
    """Where one word is missing, all are English, and the page runs as English does."""
    library = MessageLibrary.with_shipped()
    assert gallery_words(library, "ur").language == "ur"
    assert gallery_words(library, "fa-AF").language == "fa"
    assert gallery_words(library, "ti") == Whole({**ENGLISH, "draft": "DRAFT"}, "en")
    assert len(ENGLISH) <= 25
    assert '<html lang="ur" dir="rtl">' in html(campaign(), language="ur")
    assert '<html lang="en" dir="ltr">' in html(campaign(), language="ti")


def test_without_javascript_every_file_is_a_link_under_its_language() -> None:
    page = html(campaign())
    (plain,) = re.findall(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    names = {one["file"] for one in campaign()} | {"post/en/water-story.png.alt.txt"}
    assert {unquote(link) for link in Seen(plain).links} == names
    assert '<bdi lang="ar" dir="rtl">الـمَاءُ حَيَاة</bdi>' in plain
    assert '<h2 lang="ur" dir="rtl">اردو</h2>' in plain


def test_the_page_forbids_itself_the_network() -> None:
    page = html(campaign())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src 'none'; img-src 'self' file: data:;")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?://|//[a-z]+\.", page.replace("http-equiv", ""))


def test_lines_of_a_poster_are_one_text_again() -> None:
    assert joined(["Water", "is life"], "en") == "Water is life"
    assert joined(["今すぐ", "停戦を"], "ja") == "今すぐ停戦を"
    assert joined(["หยุด", "สงคราม"], "th") == "หยุดสงคราม"


def test_an_image_of_several_pages_is_its_pages() -> None:
    files = [{"file": f"a/x-{n}.png", "bytes": n} for n in (1, 2)]
    (entry,) = entries([record("a/x.png", "Peace", "en", files=files)])
    assert (entry.file.name, [one.name for one in entry.more]) == ("a/x-1.png", ["a/x-2.png"])


def test_ten_thousand_artefacts_are_a_page_that_a_phone_can_hold() -> None:
    """Measured: 2.2 MB for sizes and languages that recur, 0.3 MB when compressed."""
    records = [
        with_thumbnail(record(f"set-{n % 40}/en/slogan-{n % 250}-a{n % 5}.pdf", f"Slogan {n % 250}", "en", layout=f"l{n % 40}", size=f"a{n % 5}"))
        for n in range(10_000)
    ]  # fmt: skip
    assert len(html(records)) < 4_000_000


# --- in a folder ---------------------------------------------------------------------------------------------------


def written(out: Path, records: list[dict[str, Any]], **options: Any) -> list[Diagnostic]:
    heard: list[Diagnostic] = []
    write_gallery(out, records, "Water march", "en", MessageLibrary.with_shipped(), report=heard.append, **options)
    return heard


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    assert written(tmp_path, campaign()) == []
    before = (tmp_path / "index.html").stat()
    assert written(tmp_path, campaign()) == []
    after = (tmp_path / "index.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    written(tmp_path, campaign()[:3])
    assert (tmp_path / "index.html").stat().st_ino != after.st_ino


@pytest.mark.parametrize("link", [False, True])
def test_a_page_of_somebody_elses_is_left_alone(tmp_path: Path, link: bool) -> None:
    page, mine = tmp_path / "index.html", tmp_path / "mine.html"
    mine.write_text("mine")
    page.symlink_to(mine) if link else page.write_text("mine")
    (said,) = written(tmp_path, campaign())
    assert said.code == "gallery-foreign"
    assert page.read_text() == "mine"
    assert written(tmp_path, campaign(), force=True) == []
    assert "Water march" in page.read_text(encoding="utf-8")


def test_nothing_to_show_is_no_page(tmp_path: Path) -> None:
    written(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_gets_too_long_is_hashed() -> None:
    assert thumbnail_name("a/b.pdf") == "thumbnails/a/b.pdf.png"
    long = "ط" * 125 + ".pdf"
    assert len(thumbnail_name(f"a/{long}").rpartition("/")[2].encode()) <= 255
    assert thumbnail_name(f"a/{long}") != thumbnail_name(f"a/{long[1:]}")
