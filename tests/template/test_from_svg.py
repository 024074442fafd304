"""A drawing becomes a layout's files: slots with what they look like, art that is whole, colours by roles."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from placards.problems.errors import InputError, Place
from placards.template.from_svg.make import FromSvg, layout_from_svg
from tests.art.support import load_picture

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def made(data: bytes | str) -> FromSvg:
    raw = data.encode() if isinstance(data, str) else data
    return layout_from_svg(raw, Place("x.svg"), "X", "x.svg", load_picture, {"Anton": 900, "Inter": 300})


def drawn(body: str, page: str = 'width="210mm" height="297mm" viewBox="0 0 210 297"') -> FromSvg:
    return made(f'<svg xmlns="http://www.w3.org/2000/svg" {page}>{body}</svg>')


def elements(found: FromSvg) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in tomllib.loads(found.files["layout.toml"].decode())["element"]}


def percent(text: str) -> float:
    return float(text.removesuffix("%"))


SLOGAN = '<rect id="slogan" x="21" y="29.7" width="168" height="148.5"/>'


def test_a_rectangle_is_the_box() -> None:
    slogan = elements(drawn(SLOGAN))["slogan"]
    assert [slogan[key] for key in ("start", "top", "width", "height")] == ["10%", "10%", "80%", "50%"]
    assert (slogan["show"], slogan["align"], slogan["role"]) == ("slogan", "center", "display")
    assert "optional" not in slogan


@pytest.mark.parametrize(
    ("page", "size"),
    [
        ('width="210mm" height="297mm" viewBox="0 0 210 297"', "a4"),
        ('width="420mm" height="297mm" viewBox="0 0 1587 1122"', "a3-landscape"),
        ('width="793.7" height="1122.5"', "a4"),
        ('width="595" height="842"', "a4"),
        ('width="8.5in" height="11in" viewBox="0 0 816 1056"', "letter"),
        ('width="1080" height="1350" viewBox="0 0 1080 1350"', "instagram-portrait"),
        ('width="1080" height="1920"', "story"),
        ('viewBox="0 0 1000 500"', "1000x500px"),
        ('width="100%" height="100%" viewBox="0 0 1000 500"', "1000x500px"),
        ('width="50cm" height="70cm" viewBox="0 0 50 70"', "500x700mm"),
        ('width="3000mm" height="1000mm" viewBox="0 0 3000 1000"', "3000x1000mm"),
    ],
)
def test_sizes(page: str, size: str) -> None:
    found = drawn('<rect id="slogan" x="1" y="1" width="40" height="20"/>', page)
    assert found.size == size
    assert tomllib.loads(found.files["layout.toml"].decode())["sizes"] == [size]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("", "from-svg-page"),
        ('width="0" height="10"', "svg-unreadable"),
        ('width="nan" height="inf"', "from-svg-page"),
        ('width="5mm" height="5mm" viewBox="0 0 5 5"', "size-unusable"),
        ('width="900000mm" height="50000mm" viewBox="0 0 900 50"', "size-unusable"),
        ('width="100mm" height="50mm" viewBox="0 0 10 10" preserveAspectRatio="none"', "from-svg-stretched"),
    ],
)
def test_pages_that_are_none(page: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(SLOGAN, page)
    assert code in {found.code for found in caught.value.diagnostics}
    assert str(caught.value).startswith("x.svg")


def test_what_a_text_looks_like_comes_along() -> None:
    text = (
        '<text id="organiser" x="189" y="280" text-anchor="end" font-family="Inter" font-size="10" font-weight="bold" '
        'letter-spacing="1" fill="crimson" opacity="0.5" style="text-transform:uppercase;stroke:#000;stroke-width:0.5">'
        "Friends</text>"
    )
    found = elements(drawn(SLOGAN + text))["organiser"]
    assert (found["align"], found["role"], found["weight"], found["opacity"]) == ("end", "Inter", 700, 0.5)
    assert (found["case"], found["tracking"]) == ("upper", 0.1)
    assert found["outline"]["width"] == pytest.approx(0.05)
    assert found["max_size"] == f"{100 * 10 / 210:.3f}".rstrip("0") + "vmin"
    assert found["optional"] is True
    assert percent(found["start"]) + percent(found["width"]) == pytest.approx(90, abs=0.01)
    assert percent(found["width"]) > 60, "it has the room beside it"


def test_marked_words_are_shown() -> None:
    text = '<text id="slogan" x="20" y="80" font-size="30" fill="#aa0000">Free</text>'
    for drawing in (SLOGAN, text):
        slogan = elements(drawn(drawing))["slogan"]
        assert slogan["emphasis"] == {"underline": slogan["fill"]}


@pytest.mark.parametrize(
    ("family", "written", "weight"),
    [
        ("Inter", "", 400),  # as it is drawn: small print is bold by itself
        ("Inter", 'font-weight="300"', 300),
        ("Noto Sans", "", 400),
        ("Anton", "", None),  # its only weight, which is heavy
        ("Impact", "", None),
        ("Impact", 'font-weight="bold"', 700),
        ("", "", None),  # nobody chose
        ("sans-serif", "", None),
    ],
)
def test_weights(family: str, written: str, weight: int | None) -> None:
    text = f'<text id="organiser" x="20" y="280" font-size="10" font-family="{family}" {written}>Friends</text>'
    assert elements(drawn(SLOGAN + text))["organiser"].get("weight") == weight


@pytest.mark.parametrize(("slot", "role"), [("organiser", "text"), ("title", "Bold Sans")])
def test_a_weight_that_there_is_not_is_said(slot: str, role: str) -> None:
    text = f'<text id="{slot}" x="20" y="280" font-size="10" font-family="Bold Sans">Friends</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">{SLOGAN}{text}</svg>'
    found = layout_from_svg(svg.encode(), Place("x.svg"), "X", "x.svg", load_picture, {"Bold Sans": 900})
    (note,) = [note for note in found.notes if note.code == "from-svg-weight"]
    assert "weight of 400, and the lightest here has 900" in str(note)
    assert elements(found)[slot]["role"] == dict(note.parameters)["role"] == role


def test_css_classes_count_as_they_do_for_illustrator() -> None:
    style = "<style>.st0{fill:#112233}.st1,.st2{font-size:20px;text-anchor:middle}</style>"
    found = drawn(style + SLOGAN + '<text id="title" class="st0 st2" x="105" y="250">March</text>')
    title = elements(found)["title"]
    assert title["align"] == "center"
    palette = tomllib.loads(found.files["layout.toml"].decode())["palettes"]["own"]
    assert palette[title["fill"]] == "#112233"


@pytest.mark.parametrize("transform", ["rotate(30 105 100)", "translate(105 100) rotate(30) translate(-105 -100)"])
def test_a_turn_comes_along(transform: str) -> None:
    inner = f'<g transform="{transform}"><rect id="slogan" x="55" y="80" width="100" height="40"/></g>'
    slogan = elements(drawn(inner))["slogan"]
    assert slogan["rotate"] == pytest.approx(30, abs=0.01)
    assert percent(slogan["width"]) == pytest.approx(100 * 100 / 210, abs=0.01)
    assert percent(slogan["start"]) == pytest.approx(100 * 55 / 210, abs=0.01)


def test_a_rectangle_and_a_text_of_one_name_are_one_slot() -> None:
    text = '<text id="slogan_2" x="21" y="60" font-size="30" font-family="Anton">Water</text>'
    found = elements(drawn(SLOGAN + text))
    assert set(found) == {"ground", "slogan"}
    assert (found["slogan"]["width"], found["slogan"]["role"], found["slogan"]["valign"]) == ("80%", "Anton", "top")


def test_outlines_and_groups_mark_a_box_where_they_lie() -> None:
    group = '<g id="organiser" transform="translate(10 20)"><path fill="#aa0000" d="M0 0H40V10H0Z"/></g>'
    found = drawn(SLOGAN + group)
    organiser = elements(found)["organiser"]
    assert percent(organiser["start"]) == pytest.approx(100 * 10 / 210, abs=0.01)
    assert percent(organiser["height"]) == pytest.approx(100 * 10 / 297, abs=0.01)
    assert "art.svg" not in found.files


def test_names_as_people_and_programs_write_them() -> None:
    label = 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label'
    box = 'x="10" width="50" height="9"'
    body = (
        f'<rect {label}="#Slogan" y="10" {box}/><rect id="slot:organizer 2" y="30" {box}/>'
        f'<rect id="Translation" y="50" {box}/><rect id="translation-2" y="70" {box}/>'
        f'<g {label}="Photo" inkscape:groupmode="layer"><rect id="a" y="90" {box}/></g>'
        f'<rect id="photo" y="200" {box}/><circle id="portrait" cx="50" cy="250" r="20"/>'
    )
    found = drawn(body)
    kinds = elements(found)
    assert set(kinds) == {"ground", "art", "slogan", "organiser-2", "translation", "translation-2", "photo", "portrait"}
    assert kinds["translation-2"]["language"] == 3
    assert tomllib.loads(found.files["layout.toml"].decode())["languages"] == 3
    assert kinds["portrait"]["shape"] == "circle"


def test_art_is_whole_and_without_the_words() -> None:
    body = (
        '<defs><linearGradient id="g"><stop stop-color="#f00"/></linearGradient></defs>'
        f'<rect id="bg" width="210" height="297" fill="#fdf3dd"/><path id="hill" d="M0 200H210V297H0Z" fill="url(#g)"/>{SLOGAN}'
    )
    found = drawn(body)
    root = ElementTree.fromstring(found.files["art.svg"])
    assert {one.get("id") for one in root.iter()} >= {"bg", "hill", "g"}
    assert "slogan" not in {one.get("id") for one in root.iter()}
    left, top, width, height = map(float, root.get("viewBox", "").split())
    assert (left, top) == (-6.3, -6.3)
    assert (width, height) == (222.6, 309.6)
    art = elements(found)["art"]
    assert art["start"] == "-3%"
    assert art["recolor"]["#fdf3dd"] == "paper"


def test_what_is_drawn_over_a_text_stays_over_it() -> None:
    body = f'<rect width="210" height="297" fill="#fff"/>{SLOGAN}<path d="M20 30H60V90H20Z" fill="#d00"/>'
    found = drawn(body)
    assert [one for one in elements(found) if one != "ground"] == ["art", "slogan", "art-2"]
    beside = f'<rect width="210" height="297" fill="#fff"/>{SLOGAN}<path d="M20 230H60V290H20Z" fill="#d00"/>'
    assert [one for one in elements(drawn(beside)) if one != "ground"] == ["art", "slogan"]


def test_a_part_that_others_use_is_kept_for_them() -> None:
    body = (
        f'<path id="leaf" d="M0 0H30V30Z" fill="#070"/>{SLOGAN}'
        '<use href="#leaf" x="60" y="60"/><use href="#leaf" x="30" y="250"/>'
    )
    found = drawn(body)
    assert {"art-1.svg", "art-2.svg"} <= set(found.files)
    second = ElementTree.fromstring(found.files["art-2.svg"])
    assert [one.get("id") for one in second.findall(f"{SVG}defs/{SVG}path")] == ["leaf"]


def test_a_slot_changes_sides_only_where_the_art_is_even() -> None:
    plate = '<path d="M0 0H105V297H0Z" fill="#123456"/>'
    box = '<rect id="date" x="10" y="200" width="60" height="20"/>'
    assert elements(drawn(plate + SLOGAN + box))["date"]["mirror"] is False
    assert "mirror" not in elements(drawn(SLOGAN + box))["date"]


@pytest.mark.parametrize(
    ("body", "code", "part"),
    [
        ("", "from-svg-no-slots", "slogan"),
        ('<text x="9" y="9">Free</text>' + SLOGAN, "from-svg-text", "Free"),
        ('<g id="logo"><text x="9" y="9"/></g>', "from-svg-no-slots", ""),
        ('<rect id="slot:slogn" width="9" height="9"/>', "from-svg-slot", "slogan"),
        (SLOGAN + '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><path id="glow" filter="url(#f)" d="M0 0H9V9Z"/>', "svg-filter", "glow"),
        (SLOGAN + '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><path id="moon" mask="url(#m)" d="M0 0H9V9Z"/>', "svg-mask", "moon"),
        (SLOGAN + '<image id="pic" href="/etc/hostname" width="9" height="9"/>', "svg-external", "/etc/hostname"),
        (SLOGAN + '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "svg-foreign", ""),
        (SLOGAN + "<path d='M0 0H9V9Z'/>" + "<g>" * 150 + "</g>" * 150, "svg-deep", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_by_name(body: str, code: str, part: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(body)
    said = {found.code: str(found) for found in caught.value.diagnostics}
    assert code in said
    assert part in said[code]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<text id="slogan" y="50" font-family="Comic Sans MS" font-size="20">Peace</text>', "from-svg-font"),
        ('<text id="slogan" y="50" font-style="italic" font-size="20">Peace</text>', "from-svg-effect"),
        ('<text id="slogan" y="50" transform="skewX(20)" font-size="20">Peace</text>', "from-svg-effect"),
        ('<text id="slogan" y="50" fill="url(#g)" font-size="20">Peace</text>', "from-svg-effect"),
        ('<text id="slogan" y="50" fill="#eee" font-size="20">Peace</text>', "from-svg-faint"),
        (SLOGAN + '<rect id="text" width="9" height="9"/>', "from-svg-wordless"),
        (SLOGAN + '<rect id="date" width="0" height="9"/>', "from-svg-nothing"),
    ],
)
def test_what_does_not_come_along_is_said(body: str, code: str) -> None:
    assert code in {note.code for note in drawn(body).notes}


def test_figma_writes_what_can_be_read() -> None:
    found = made((ROOT / "tests/data/svg/14-figma-slots.svg").read_bytes())
    assert [slot.show for slot in found.slots] == [
        "photo", "portrait", "slogan", "organiser", "hashtag", "qr", "text",
    ]  # fmt: skip
    assert elements(found)["text"]["text"] == "Sign today"
    assert elements(found)["photo"]["radius"] == "10%"


def test_the_same_drawing_gives_the_same_files() -> None:
    data = (ROOT / "docs/layout-from-svg/water.svg").read_bytes()
    assert made(data).files == made(data).files
