"""The gallery in a real browser: what people do with it, with and without a mouse, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from .conftest import SIZES, Shown, folder_of
from .records import TEXTS, campaign, html, record, with_thumbnail

Show = Callable[..., Shown]
AXE = Path(__file__).parents[2] / "tools" / "node_modules" / "axe-core" / "axe.min.js"


def names(*tags: str) -> list[str]:
    return [f"set/{tag}/water-a3.pdf" for tag in tags]


def test_everything_is_there_and_nothing_is_asked_of_anybody(show: Show, pages: dict[str, Path]) -> None:
    shown = show().open(pages["en"])
    shown.page.wait_for_load_state("networkidle")
    assert sorted(shown.files) == sorted(str(one["file"]) for one in campaign())
    assert shown.page.inner_text("#count") == "10"
    assert shown.errors == []
    folder = pages["en"].parent.as_uri()
    asked = {url for url in shown.requests if not url.startswith("data:")}
    assert all(url.startswith(folder) for url in asked), asked
    assert {unquote(url.removeprefix(folder + "/").split("#")[0]) for url in asked} <= {
        "index.html", *(one["thumbnail"]["file"] for one in campaign())
    }  # fmt: skip
    broken = "all => all.filter((one) => one.complete && !one.naturalWidth).length"
    assert shown.page.eval_on_selector_all("#wall img", broken) == 0


def test_the_network_is_forbidden(show: Show, pages: dict[str, Path]) -> None:
    """Even a script of the page itself cannot ask it: the policy is one that Chromium understands."""
    shown = show().open(pages["en"])
    asked = shown.page.evaluate(
        "Promise.allSettled([fetch('https://example.org/'), new Promise((well, ill) => {"
        " const image = new Image(); image.onload = well; image.onerror = ill; image.src = 'https://example.org/x.png'; })])"
        ".then((all) => all.map((one) => one.status))"
    )
    assert asked == ["rejected", "rejected"]
    assert sum("Content Security Policy" in error for error in shown.errors) >= 2


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("الماء حياة", "ar"),  # without vowel points and tatweel
        ("الماء", "ar"),
        ("wasser FUR alle", "de"),  # without the diaeresis
        ("ｗａｓｓｅｒ", "de"),  # full width, as a Japanese keyboard types
        ("水はいのち", "ja"),
        ("su hayattir istanbul", "tr"),  # without the dotted and the dotless i
        ("پانى زندگي ہے", "ur"),  # by an Arabic keyboard's letters
        ("nuoc la su song", "vi"),
        ("اردو", "ur"),  # a language by its own name
        ("Vietnamese", "vi"),  # and in English
    ],
)
def test_search_finds_what_people_type(show: Show, pages: dict[str, Path], typed: str, tag: str) -> None:
    shown = show().open(pages["en"])
    shown.page.fill("#q", typed)
    assert {name.split("/")[1] for name in shown.files} == {tag}


def test_all_words_must_be_there_in_any_order(show: Show, pages: dict[str, Path]) -> None:
    shown = show().open(pages["en"])
    shown.page.fill("#q", "life water banner")
    assert shown.files == ["wide/en/water-banner-300x100cm.pdf"]
    shown.page.fill("#q", "life fire")
    assert shown.files == []
    assert shown.page.inner_text("#nothing") == "Nothing found"
    shown.page.click("#reset")
    assert len(shown.files) == len(campaign())
    assert shown.page.input_value("#q") == ""


def test_filters_combine_and_count(show: Show, pages: dict[str, Path]) -> None:
    shown = show().open(pages["en"])
    page = shown.page
    page.check("#languages input[value=en]")
    assert sorted(shown.files) == [
        "post/en/water-story.png",
        "set/en/water-a3.pdf",
        "wide/en/water-banner-300x100cm.pdf",
    ]
    # A list counts what each of its choices would show, with all other lists as they are.
    options = page.eval_on_selector_all("#pick-format option", "all => all.map((one) => one.textContent)")
    assert options == ["All (3)", "PDF (2)", "PNG (1)"]
    page.select_option("#pick-format", "pdf")
    assert page.eval_on_selector_all("#pick-size option", "all => all.map((one) => one.textContent)") == [
        "All (2)", "A3 (1)", "A4 (0)", "Banner 300 × 100cm (1)", "Story (0)"
    ]  # fmt: skip
    page.select_option("#pick-size", "a3")
    assert shown.files == names("en")
    assert page.inner_text("#count") == "1 / 10"
    assert page.inner_text("#languages label:has([value=ar]) small") == "1"
    assert shown.fragment == "language=en&size=a3&format=pdf"
    page.check("#languages input[value='']")
    assert len(shown.files) == 7


def test_every_state_is_said_and_can_be_asked_for(show: Show, pages: dict[str, Path]) -> None:
    shown = show().open(pages["en"])
    marks = shown.page.eval_on_selector_all("#wall .mark", "all => all.map((one) => one.textContent)")
    assert {"DRAFT", "Not translated", "Not yet checked", "Approved", "Caution"} == set(marks)
    for word, tag in (("draft", "ja"), ("missing", "tr"), ("approved", "de")):
        shown.page.select_option("#pick-status", word)
        assert shown.files == names(tag)


def test_a_view_can_be_sent_to_somebody(show: Show, pages: dict[str, Path]) -> None:
    first = show().open(pages["en"])
    first.page.check("#languages input[value=ar]")
    first.page.fill("#q", "ماء & 100%")
    first.page.fill("#q", "ماء")
    first.page.select_option("#pick-size", "a4")
    address = str(first.page.evaluate("location.hash.slice(1)"))
    other = show(360).open(pages["en"], address)
    assert other.files == first.files == ["set/ar/water-a4.pdf"]
    assert other.page.input_value("#q") == "ماء"
    assert other.page.is_checked("#languages input[value=ar]")
    assert other.page.input_value("#pick-size") == "a4"
    # Another address in the same window, as by “back”.
    other.page.evaluate("location.hash = '#language=vi'")
    expect(other.page.locator("#q")).to_have_value("")
    assert other.files == names("vi")
    assert show().open(pages["en"], "language=xx&size=").files == [], "what is not there is not shown as if it were all"


def test_a_poster_opens_large_and_back_closes_it(show: Show, pages: dict[str, Path]) -> None:
    shown = show(360).open(pages["en"])
    page = shown.page
    page.click(".card:has(:text('story')) .sheet, .card:has([lang=en]) .sheet >> nth=-1")
    assert page.is_visible("#dialog")
    page.go_back()
    page.wait_for_selector("#dialog", state="hidden")
    assert shown.fragment == ""
    shown = show().open(pages["en"], "open=post%2Fen%2Fwater-story.png")
    facts = shown.page.inner_text("#dialog .facts")
    for said in (
        "Water is Life",
        "English",
        "Story: 1080 × 1920 px",
        "A drop of water.",
        "drop · A. Person · CC0-1.0",
        "25 kB",
        "TXT",
    ):
        assert said in facts
    shown = show().open(pages["en"], "open=set%2Far%2Fwater-a4.pdf")
    facts = shown.page.inner_text("#dialog .facts")
    for said in ("A4: 210 × 297 mm", "1 · 40", "yellow 120 g", "العربية"):
        assert said in facts
    shown = show().open(pages["en"], "open=wide%2Fen%2Fwater-banner-300x100cm.pdf")
    assert "Examplia: Think before you carry" in shown.page.inner_text("#dialog .cautions")


def test_everything_can_be_done_by_keyboard(show: Show, pages: dict[str, Path]) -> None:
    shown = show().open(pages["en"])
    page, press = shown.page, shown.page.keyboard.press
    press("Tab")
    assert shown.focused == "skip"
    press("Enter")
    first = shown.files[0]
    assert shown.focused == first, "the skip link leads to the first poster"
    press("ArrowRight")
    second = shown.focused
    assert second == shown.files[1] != first
    press("End")
    assert (
        shown.focused.startswith("set/vi/")
        or shown.focused == page.locator("#wall .card").last.locator(".printed bdi").first.text_content()
    )
    press("Home")
    press("Enter")
    assert page.is_visible("#dialog")
    press("ArrowRight")
    assert second in shown.fragment
    press("Escape")
    page.wait_for_selector("#dialog", state="hidden")
    assert shown.focused == second, "where one was looking"
    press("/")
    assert shown.focused == "q"
    page.keyboard.type("wasser")
    assert shown.files == names("de")
    press("ArrowDown")
    assert shown.focused == names("de")[0]
    press("Tab")
    assert page.evaluate("document.activeElement.matches('a.take')")
    press("/")
    press("Escape")
    assert len(shown.files) == len(campaign())
    press("Escape")
    assert page.evaluate("document.activeElement === document.body")
    # The languages are one stop; arrows choose.
    page.focus("#languages input[value='']")
    press("ArrowRight")
    assert shown.fragment == "language=en"
    press("Tab")
    assert shown.focused == "q"
    for name in ("layout", "size", "format", "status"):
        press("Tab")
        assert shown.focused == f"pick-{name}"


def test_what_has_the_focus_is_seen(show: Show, pages: dict[str, Path]) -> None:
    for dark in (False, True):
        shown = show(dark=dark).open(pages["en"])
        for _ in range(14):
            shown.page.keyboard.press("Tab")
            outline = shown.page.evaluate(
                "(() => { let one = document.activeElement; const seen = (e) => parseFloat(getComputedStyle(e).outlineWidth) >= 3"
                " && getComputedStyle(e).outlineStyle !== 'none'; return seen(one) || seen(one.parentElement); })()"
            )
            assert outline, shown.focused


def test_right_to_left_is_mirrored(show: Show, pages: dict[str, Path]) -> None:
    boxes = {}
    for language in ("en", "ur"):
        shown = show().open(pages[language])
        page = shown.page
        assert page.evaluate("getComputedStyle(document.documentElement).direction") == (
            "ltr" if language == "en" else "rtl"
        )
        for what in ("h1", "#slab", "#bar .search", "#wall .card >> nth=0"):
            box = page.locator(what).bounding_box()
            assert box is not None
            boxes[language, what] = box["x"] + box["width"] / 2 < 720
        assert page.get_attribute("#wall .words [lang=ar]", "dir") == "rtl"
        assert page.get_attribute("#wall .words [lang=de]", "dir") == "ltr"
    assert boxes["en", "h1"]
    for (language, what), left in boxes.items():
        assert left == (boxes["en", what] if language == "en" else not boxes["en", what]), what
    shown = show().open(pages["ur"])
    shown.page.focus("#wall .sheet >> nth=0")
    shown.page.keyboard.press("ArrowLeft")
    assert shown.focused == shown.files[1], "left is forward"


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("width", list(SIZES))
def test_nothing_stands_out_at_the_side(show: Show, pages: dict[str, Path], width: int, language: str) -> None:
    for fragment in ("", "open=set%2Far%2Fwater-a4.pdf", "q=xyzzy"):
        shown = show(width).open(pages[language], fragment)
        assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        out = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)"
        assert shown.page.eval_on_selector_all("#dialog, .card, .head, main", out) == []
        assert shown.errors == []


@pytest.mark.parametrize(
    ("width", "dark", "language"), [(360, False, "ur"), (360, True, "en"), (1440, False, "en"), (1440, True, "ur")]
)
def test_axe_finds_nothing(show: Show, pages: dict[str, Path], dark: bool, language: str, width: int) -> None:
    for fragment in ("", "open=wide%2Fen%2Fwater-banner-300x100cm.pdf", "q=xyzzy", "language=ar&status=translated"):
        shown = show(width, dark=dark).open(pages[language], fragment)
        shown.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = shown.page.evaluate(
            "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"
            ".then((done) => done.passes.length < 20 ? ['it did not run'] : done.violations.map((one) => [one.id, one.help, one.nodes.slice(0, 3).map((node) => [node.html.slice(0, 200), node.failureSummary])]))"
        )
        assert found == [], fragment


def test_what_people_write_runs_nothing(show: Show, tmp_path: Path) -> None:
    hostile = "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 1'>\u202e<b>x</b>\ud800"
    records = [
        with_thumbnail(record("a b/q\"uote's #1 100%?.pdf", hostile, "en", layout=hostile, stock=hostile, checks={"warnings": [hostile]}))
    ]  # fmt: skip
    shown = show().open(folder_of(tmp_path, records, name=hostile))
    assert shown.page.evaluate("window.ran") is None
    assert shown.page.query_selector("#wall b b, #wall script, h1 *") is None
    assert shown.page.inner_text("#wall h2").startswith("</script><script>window.ran")
    target = shown.page.evaluate("document.querySelector('#wall a').href")
    assert target == (tmp_path / "a b" / "q\"uote's #1 100%?.pdf").as_uri().replace("%27", "'")
    shown.page.click("#wall .sheet")
    assert shown.page.evaluate("window.ran") is None
    assert [error for error in shown.errors if "Content Security" in error] == []


def test_thousands_are_drawn_as_they_are_scrolled_to(show: Show, tmp_path: Path) -> None:
    records = [record(f"set/en/s{n:04}-a3.pdf", f"Slogan {n}", "en", messages=[]) for n in range(3000)]
    path = folder_of(tmp_path, [])
    path.write_text(html(records), encoding="utf-8")
    shown = show(360).open(path)
    page = shown.page
    assert page.inner_text("#count") == "3,000"
    before = page.locator("#wall .card").count()
    assert 0 < before < 200
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator(f"#wall .card >> nth={before}").wait_for(state="attached")
    page.fill("#q", "slogan 2999")
    expect(page.locator("#wall .card")).to_have_count(1)
    page.fill("#q", "")
    page.locator("#wall .card >> nth=47").wait_for(state="attached")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#wall .card").count() == 3000, "a contact sheet shows all"


def test_without_javascript_it_is_a_list(show: Show, pages: dict[str, Path]) -> None:
    shown = show(360, java_script_enabled=False).open(pages["ur"])
    assert shown.page.locator(".plain a").count() == len(campaign()) + 1
    assert not shown.page.is_visible("#bar")
    for text in TEXTS.values():
        assert shown.page.locator(".plain li", has_text=text).count() >= 1


def test_the_contact_sheet_names_files_sizes_and_copies(show: Show, pages: dict[str, Path]) -> None:
    shown = show().open(pages["en"], "language=ar")
    shown.page.emulate_media(media="print")
    text = shown.page.inner_text("#wall")
    for said in ("set/ar/water-a4.pdf", "210 × 297 mm · 40 ×", "yellow 120 g", "العربية"):
        assert said in text
    assert not shown.page.is_visible("#bar")
