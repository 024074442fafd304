"""Sound layouts, packs, font lists and campaigns to begin from, and the words that may stand in them."""

from __future__ import annotations

from functools import cache

from fuzz.words import ROOT

#: Files of other folders, and of the machine; none of them may be opened.
OUTSIDE = (
    "../outside/picture.png", "@OUTSIDE@/picture.png", "../../outside/picture.png", "/etc/hostname", "/dev/zero", "link.png",
    "pipe", "folder", ".", "..", "", "/", "picture.png/", "./picture.png", "nul", "con.png", "c:\\x", "..\\x", "a\0b",
    "../outside/font.ttf", "@OUTSIDE@/font.ttf", "~/x", "link/picture.png",
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
ink = { rgb = "#111111", cmyk = [0, 0, 0, 100], spot = "Black" }
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


@cache
def shipped(pattern: str, most: int = 10**9) -> tuple[bytes, ...]:
    """Shipped templates whose path matches, the larger ones left out."""
    found = sorted((ROOT / "templates").glob(pattern))
    return tuple(path.read_bytes() for path in found if path.stat().st_size <= most)
