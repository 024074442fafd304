# ruff: noqa: E501
"""Sound layouts, packs, font lists and campaigns to begin from, and the words that may stand in them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from fuzz.words import ROOT

#: Files of other folders, and of the machine; none of them may be opened.
OUTSIDE = (
    "../../../outside/picture.png", "@OUTSIDE@/picture.png", "@OUTSIDE@/picture.png", "@OUTSIDE@/font.ttf", "../../outside/font.ttf", "/etc/hostname", "/dev/zero", "link.png",
    "pipe", "folder", ".", "..", "", "/", "picture.png/", "./picture.png", "nul", "con.png", "c:\\x", "..\\x", "a\0b",
    "~/x", "link/picture.png", "link/font.ttf",
)  # fmt: skip

LAYOUT = b"""
name = "Everything"
summary = "Each kind of element"
languages = 2
sizes = ["a6", "a5-landscape", "banner-300x100cm"]
slogans = ["demo/one"]
tags = ["x"]

[palettes.day]
paper = "#ffffff"
ink = { rgb = "#111111", cmyk = [0, 0, 0, 100], spot = "Deep black" }
soft = "#777777"

[palettes.night]
paper = "#000"
ink = "#fff"
soft = "#777"

[[element]]
id = "ground"
type = "shape"
fill = "paper"

[[element]]
id = "disc"
type = "shape"
shape = "ellipse"
fill = "soft"
top = "1%"
start = "5mm"
width = "10vmin"
height = "10vmin"

[[element]]
id = "wedge"
type = "shape"
shape = "polygon"
fill = "soft"
points = [["0%", "0%"], ["100%", "50%"], ["0%", "100%"]]
top = "80%"
width = "20%"
mirror = false

[[element]]
id = "logo"
type = "image"
file = "picture.png"
fit = "cover"
inside = "safe"
top = "0"
height = "15%"
alt = "A picture"

[[element]]
id = "box"
type = "shape"
fill = "paper"
radius = "2mm"
inside = "safe"
top = "16%"
bottom = "20%"

[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "box"
fill = "ink"
bottom = "50%"
max_lines = 4
leading = 1.1
weight = 800
role = "display"
case = "upper"

[[element]]
id = "translation"
type = "text"
show = "translation"
language = 2
inside = "box"
below = "slogan"
role = "text"
align = "start"
valign = "top"
max_size = "40pt"
optional = true

[[element]]
id = "own"
type = "text"
show = "text"
text = { en = "Come along", ar = "\xd8\xaa\xd8\xb9\xd8\xa7\xd9\x84\xd9\x88\xd8\xa7" }
top = "90%"
start = "40%"
digits = "arabic"
optional = true

[[element]]
id = "side"
type = "text"
show = "organiser"
writing = "vertical"
width = "6%"
optional = true
when = "has_organiser == 1 and aspect < 4"

[[element]]
id = "code"
type = "qr"
start = "70%"
top = "80%"

[[variant]]
when = "aspect >= 1.2"
hide = ["disc", "wedge"]

[variant.change.slogan]
max_size = "60pt"
height = "40%"

[variant.change.logo]
file = "picture.png"
fit = "contain"

[variant.change.own]
fill = "soft"

[[variant]]
when = "languages == 1"

[[variant.element]]
id = "ground"
type = "shape"
fill = "paper"

[[variant.element]]
id = "list"
type = "list"
lines = [{ fill = "ink" }, { fill = "soft", show = "say", size = 0.6 }]
inside = "safe"
columns = 2
rule = "soft"
"""

WALL = b"""
name = "Wall"
many = true

[palettes.day]
paper = "#fff"
ink = "#000"

[[element]]
id = "ground"
type = "shape"
fill = "paper"

[[element]]
id = "wall"
type = "wall"
fills = ["ink"]
inside = "safe"
bottom = "50%"

[[element]]
id = "list"
type = "list"
lines = [{ fill = "ink" }]
top = "50%"
max_size = "20pt"
"""

PACK = b"""
[pack]
name = "Demo"
description = "For the fuzzer"
language = "en"
tags = ["demo"]
kind = "slogans"

[[slogan]]
id = "one"
text = "Water is life"
note = "As in the song"
tags = ["short"]

[[slogan]]
id = "two"
text = "What do we want?\\nPeace!"
response = true
example = "Peace for {name}"
"""

CATALOG = """
msgid ""
msgstr ""
"Language: ar\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. As in the song
# a translator
#: slogans/demo.toml:8
msgctxt "one"
msgid "Water is life"
msgstr "الماء حياة"

#, fuzzy
#| msgid "What do we want? Peace"
msgctxt "two"
msgid "What do we want?\\nPeace!"
msgstr ""
"ماذا نريد؟\\n"
"السلام!"

#~ msgctxt "three"
#~ msgid "Gone"
#~ msgstr "ذهب"
""".lstrip()

FONTS = b"""
[[preference]]
languages = ["en", "ur"]
families = ["Own"]
roles = ["display"]

[[family]]
name = "Own"
roles = ["display", "text"]
scripts = ["Latn"]
license = "OFL-1.1"
license_file = "OFL.txt"
source = "x"
files = [{ file = "own.ttf", weight = 400, sha256 = "00" }, { file = "own.ttf", weight = 900 }]

[[family]]
name = "Variable"
scripts = ["Latn", "Cyrl"]
files = [{ file = "variable.ttf", axes = { wght = [200, 700] } }]
variations = { text = { wght = 400.5 }, display = { wght = 700 } }
"""

CAMPAIGN = b"""
[campaign]
name = "Demo"
language = "en"
link = "https://example.org"
date = 2027-04-14
time = 16:30:00
path = ["more"]
digits = "latin"
hijri_shift = 1

[campaign.organiser]
en = "Students"
ar = "\xd8\xb7\xd9\x84\xd8\xa7\xd8\xa8"

[[set]]
name = "one"
layouts = ["plain"]
slogans = ["demo/one", "two"]
languages = ["en", ["ar", "en"]]
sizes = ["a6"]
palettes = ["day", "night"]
formats = ["svg", "pdf"]
calendars = ["gregorian", "second"]
title = "March"

[[set]]
name = "own"
layouts = ["plain", "many"]
languages = ["en"]
sizes = ["a6", "100x100px"]
text = { en = "Own text" }
formats = ["png"]
dpi = 40
place = { en = "Square" }
"""

#: Keys and values of the project's TOML files.
DICTIONARY = (
    *(
        "name summary credit tags slogans languages sizes many palettes element variant id type shape text image qr list wall inside "
        "below above start end top bottom width height mirror when fill radius points show language role weight align valign min_size "
        "max_size max_lines leading writing case digits optional file fit alt paper lines numbers number_fill leader_weight gap "
        "columns column_gap rule fills hide change ink soft sheet safe rect ellipse polygon slogan translation organiser title date "
        "place link center middle vertical upper latin cover contain message say rgb cmyk spot pack description kind note example "
        "response interface family preference files axes variations roles scripts license source wght families display campaign set "
        "layouts without formats dpi path time calendars hijri_shift all own font ground disc logo box many plain day night pdf svg "
        "png jpg jpeg webp text en ar ur und"
    ).split(),
    "0", "5%", "-1pt", "0%", "1e9m", "100%", "12mm", "-50%", "0.001pt", "99999vmin", "aspect >= 2", "languages == 1 and screen == 0",
    "#fff", "#12345", "banner-300x100cm", "a6", "10x10mm", "1x1px", "demo/one", "demo/none", "two", "../x", "..", "/x", "x/y", "a\nb",
    "\u202ex", "", " ", "CON", "x" * 300, "é" * 200, *OUTSIDE,
)  # fmt: skip


_LENGTHS = (
    "0", "1%", "5%", "30%", "50%", "100%", "150%", "-5%", "0%", "12mm", "-1pt", "0.001pt", "3vmin", "60vmin", "1m", "1in", "400pt",
    "6pt", "99999%", "0.000001%",
)  # fmt: skip
_FILLS = ("paper", "ink", "soft", "accent", "on-accent")
_IDS = ("sheet", "safe", "box", "ground", "slogan", "head", "title", "logo", "own")
_TEXTS = (
    "",
    " ",
    "Come",
    "تعالوا",
    "x" * 60,
    "a b " * 100,
    "1\n2\n3",
    "◌\u0301",
    "\ufe0f",
    "0300-1234567",
    {"en": "x"},
    {"ur": "امن", "de": "y"},
)
_WEIGHTS = (100, 400, 700, 900, 1000)
_CONDITIONS = (
    "aspect >= 1.2", "aspect < 1", "languages == 1", "languages >= 2 and screen == 0", "has_link == 0", "width_mm > 100", "banner == 1",
    "has_title == 1", "aspect >= 99999", "height_mm != 0",
)  # fmt: skip

#: Values of a layout's keys that may well be taken.
LAYOUT_VALUES: Mapping[str, Sequence[Any]] = {
    **dict.fromkeys("start end top bottom width height radius min_size max_size column_gap".split(), _LENGTHS),
    **dict.fromkeys(("fill", "paper", "number_fill", "rule"), _FILLS),
    **dict.fromkeys(("inside", "below", "above", "hide"), (*_IDS, ["slogan"], ["box", "slogan"], [])),
    "fills": (["ink"], ["ink", "soft"], ["paper"]),
    "shape": ("rect", "ellipse", "polygon"),
    "points": ([["0%", "0%"], ["100%", "0"], ["50%", "100%"]], [["0", "0"]] * 3, [["-99%", "1m"]] * 40, [], [["0%", "0%"]]),
    "show": ("slogan", "translation", "organiser", "title", "date", "place", "link", "text", "message", "say"),
    "text": _TEXTS,
    "language": (1, 2, 3, 6), "languages": (1, 2, 3, 6),
    "role": ("display", "text", "condensed", "grotesk", "handwritten", "Anton", "emoji", "Comic Sans", ""),
    "weight": _WEIGHTS, "leader_weight": _WEIGHTS,
    "align": ("start", "center", "end"), "valign": ("top", "middle", "bottom"),
    "max_lines": (1, 2, 8, 60), "leading": (0.5, 1, 1.3, 3.0), "gap": (0, 0.0001, 0.8, 5), "columns": (1, 2, 4), "size": (0.0001, 0.6, 2),
    "writing": ("horizontal", "vertical"), "case": ("none", "upper"), "digits": ("default", "latin", "arabic", "burmese"),
    "optional": (True, False), "mirror": (True, False), "numbers": (True, False), "many": (True, False),
    "file": ("picture.png", *OUTSIDE), "fit": ("contain", "cover"), "alt": _TEXTS[:5],
    "when": _CONDITIONS, "sizes": (["a6"], [], ["sqare"]), "slogans": (["demo/one"], ["x"], []),
    "lines": ([{}], [{"fill": "ink"}], [{"show": "say"}, {"size": 0.1}], [], [{"language": 2}] * 6),
}  # fmt: skip

#: Values of a campaign's.
CAMPAIGN_VALUES: Mapping[str, Sequence[Any]] = {
    "layouts": (["plain"], ["many"], ["plain", "many"], ["big", "other"], ["two-languages"], ["event-card"], ["../x"], ["none"]),
    "slogans": (["demo/one"], ["one", "two"], ["peace/peace-now"], [], ["x/y"]), "tags": (["demo"], ["short"], ["none"], []),
    "languages": (["en"], ["ar"], [["en", "ar"]], ["all"], [["ar", "en", "ur"]], ["ur", "klingon"], [[]], ["EN", "en"], ["und"]),
    "without": (["en"], ["all"], []), "language": ("en", "ar", "ur", "und", "all"),
    "sizes": (["a6"], ["a6", "A6"], ["100x100px"], ["40x10cm"], ["10x10mm"], ["story"], ["50x1m"]),
    "palettes": (["day"], ["day", "night"], [""], ["none"], ["day", "day"]), "formats": (["svg"], ["pdf"], ["png"], ["jpg", "jpeg"], ["webp"]),
    "calendars": (["second"], ["gregorian", "islamic", "hebrew"], ["nepali"], ["ethiopic", "persian", "buddhist"], []),
    "digits": ("default", "latin", "persian", "thai"), "hijri_shift": (-1, 0, 1), "dpi": (30, 40, 72, 1200),
    "date": (datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.date(2027, 4, 14), datetime.date(1924, 7, 31)),
    "time": (datetime.time(0), datetime.time(23, 59, 59, 999999), datetime.time(12, 30)),
    **dict.fromkeys(("title", "organiser", "place", "text", "link", "en", "ar"), _TEXTS),
    "path": (["more"], ["."], [], ["more", "more"], ["none"]),
    "name": ("x", "one", "a-b", "con", "0"),
}  # fmt: skip

FONTS_VALUES: Mapping[str, Sequence[Any]] = {
    "name": ("Own", "Variable", "Anton", "display", "x\0y", "é" * 300), "weight": (1, 400, 900, 1000, 0, -1, 10**20),
    "roles": (["display"], ["text"], ["emoji"], ["none"], []), "scripts": (["Latn"], ["Arab", "Zyyy"], ["none"], []),
    "languages": (["en"], ["ur", "en"], []), "families": (["Own"], ["none"], ["Variable", "Own"], []),
    "file": ("own.ttf", "variable.ttf", *OUTSIDE), "axes": ({"wght": [200, 700]}, {"wght": [700, 200]}, {"none": [0, 1]}, {"wght": [1e300, 1e308]}, {}),
    "variations": ({"text": {"wght": 400}}, {"text": {"x": 1}}, {"none": {}}, {"display": {"wght": 1e30}}),
    "files": ([], [{"file": "own.ttf"}], [{"file": "own.ttf"}, {"file": "variable.ttf", "axes": {"wght": [1, 2]}}]),
    "sha256": ("", "0" * 64),
}  # fmt: skip

PACK_VALUES: Mapping[str, Sequence[Any]] = {
    "name": _TEXTS[:4], "language": ("en", "ar", "und", "zh-Hans"), "tags": ([], ["a"], ["a", "a"]), "kind": ("slogans", "interface"),
    "id": ("one", "two", "x", "0", "-"), "text": _TEXTS[:10], "note": _TEXTS[:8], "example": _TEXTS[:8], "response": (True, False),
}  # fmt: skip


@cache
def shipped(pattern: str, most: int = 10**9) -> tuple[bytes, ...]:
    """Shipped templates whose path matches, the larger ones left out."""
    found = sorted((ROOT / "templates").glob(pattern))
    return tuple(path.read_bytes() for path in found if path.stat().st_size <= most)
