# ruff: noqa: E501
"""A random number generator becomes what posters are made of: marks, colours, brands, drawings, elements of every kind
that is registered, with keys and choices as the registry knows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from fuzz import campaigns, mutate, trees, words
from placards.elements.base import Element
from placards.elements.checking import model_of
from placards.elements.registry import kinds
from placards.template.from_svg.names import KNOWN

_COLORS = ("#fff", "#000", "#d81e05", "#ffd400", "#FFFFFF", "#12", "red", "", "#ffffffff", "#7f7f7f", "#ffff00")
_ROLES = ("paper", "ink", "accent", "on-accent", "middle", "on-middle", "deep", "on-deep", "glow", "x", "")

BRAND = b"""
name = "Tenants"
colors = ["#0b4650", "#ffe08a"]
logo = "logo.svg"
organiser = { en = "Tenants of Mill Street", ar = "\xd9\x85\xd8\xb3\xd8\xaa\xd8\xa3\xd8\xac\xd8\xb1\xd9\x88" }
organiser-2 = "Nurses"
link = "https://example.org/rent"

[fonts]
display = "Anton"
"""

BRAND_VALUES: trees.Values = {
    "colors": (["#fff"], ["#12"], [], {"paper": "#fff"}, {"x": "#fff"}, ["#fff"] * 5, {"accent": {"rgb": "#d81e05"}}),
    "palette": ("riso", "nope", "", "#fff"),
    "logo": ("logo.svg", "picture.png", ["logo.svg", "picture.png"], [], *campaigns.OUTSIDE),
    "organiser": ("We", {"en": "We", "klingon": "x"}, {}, {"ar": "*"}, ""),
    "display": ("Anton", "Own Face", "../x.ttf", ""),
    "link": ("https://example.org", "javascript:alert(1)", "x" * 3000, ""),
}  # fmt: skip


def marks(rng: Random) -> str:
    """A text with marks, half of them wrong."""
    pieces = ("*", "*", "\\*", "**", " ", "\n", "\\", "a", "free", "سلام", "和平", "🕊️", "e\u0301", "5", ".", "\u200f")
    return "".join(rng.choice(pieces) for _ in range(rng.choice((1, 3, 8, 30))))


def palette(rng: Random) -> str:
    """Colours as a person gives them."""
    parts = []
    for _ in range(rng.choice((1, 2, 2, 3, 4, 4, 5, 9))):
        color = f"#{rng.randrange(1 << 24):06x}" if rng.random() < 0.5 else rng.choice(_COLORS)
        parts.append(f"{rng.choice(_ROLES)}={color}" if rng.random() < 0.3 else color)
    return rng.choice((",", ",", ", ", ";")).join(parts)


def focus(rng: Random) -> str:
    """A point of a picture."""
    one = (f"{words.number(rng)}{rng.choice(('%', '%', '', 'px'))}" for _ in range(rng.choice((1, 2, 2, 2, 3))))
    return rng.choice((",", ",", " , ", " ")).join(one)


# Drawings


_NUMBERS = ("0", "1", "10", "50", "-5", "1e3", "0.001", "90%", "10mm", "2em", "nan", "1e400", "", "99999999")
_PAINTS = ("#d81e05", "none", "url(#g)", "url(#none)", "currentColor", "red", "rgb(1,2,3)", "inherit", "hsl(9 9% 9%)")
_TRANSFORMS = (
    "", "translate(9 9)", "rotate(30)", "rotate(45 50 50)", "scale(0)", "scale(-1 1)", "skewX(89.999)", "matrix(1 2 3)",
    "matrix(1 0 0 1 1e300 0)", "scale(1e-9)", "rotate(nan)",
)  # fmt: skip
_STYLES = (
    "display:none", "opacity:0", "opacity:9", "filter:url(#f)", "mask:url(#m)", "mix-blend-mode:multiply", "font-size:0",
    "font-size:1e9px", "text-anchor:end", "shape-inside:url(#r)", "letter-spacing:-9em", "font-weight:99999",
    "writing-mode:tb", "stroke:red;stroke-width:1e9", "clip-path:url(#c)", ";:;", "font-family:'", "text-transform:uppercase",
)  # fmt: skip
_DEFS = (
    '<defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1"/></linearGradient><clipPath id="c"><rect '
    'width="50" height="50"/></clipPath><rect id="r" x="5" y="5" width="50" height="20"/><filter id="f"><feFlood/></filter>'
    '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask></defs>'
)
_ODD = (
    "<script>alert(1)</script>", "<foreignObject/>", '<image href="../../../outside/picture.png" width="9" height="9"/>',
    '<use href="#a"/>', '<use href="#s"/>', "<style>.a{fill:red} #s{display:none</style>", "<!-- -->", "<title>x</title>",
    '<image href="data:image/png;base64,AAAA" width="9" height="9"/>', '<animate attributeName="x"/>', "<metadata/>",
)  # fmt: skip


def drawing(rng: Random) -> bytes:
    """An SVG with parts that are called after slots."""
    sides = [f'{name}="{rng.choice((*_NUMBERS, "210mm", "297mm", "1080", "100"))}"' for name in ("width", "height")]
    view = rng.choice(("0 0 100 100", "0 0 210 297", "-10 -10 50 50", "0 0 0 0", "x", "0 0 1e9 1e-9", ""))
    root = " ".join([*rng.sample(sides, rng.randrange(3)), f'viewBox="{view}"' if rng.random() < 0.9 else ""])
    body = "".join(_part(rng, 0) for _ in range(rng.choice((1, 2, 4, 9))))
    xml = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        f"{root}>{_DEFS if rng.random() < 0.7 else ''}{body}</svg>"
    )
    data = xml.encode("utf-8", "replace")
    return mutate.text_like(rng, data, ("<", "/>", '"', "&x;", "]]>", "slogan"), 2) if rng.random() < 0.15 else data


def _part(rng: Random, depth: int) -> str:
    if rng.random() < 0.1:
        return rng.choice(_ODD)
    name = rng.choice(("id", "id", "inkscape:label"))
    called = rng.choice((*KNOWN, "slogan", "slogan", "slot:date", "slot:x", "a", "s", "slogan_2", "translation-9"))
    attributes = [f'{name}="{called}"'] if rng.random() < 0.7 else []
    if rng.random() < 0.3:
        attributes.append(f'transform="{rng.choice(_TRANSFORMS)}"')
    if rng.random() < 0.4:
        attributes.append(f'style="{rng.choice(_STYLES)}"')
    attributes.append(f'fill="{rng.choice(_PAINTS)}"')
    kind = rng.choice(("rect", "rect", "text", "text", "path", "circle", "g", "image", "flowRoot"))
    for key in rng.sample(("x", "y", "width", "height", "rx", "r", "cx", "font-size"), rng.randrange(6)):
        attributes.append(f'{key}="{rng.choice(_NUMBERS)}"')
    if kind == "path":
        attributes.append(f'd="{rng.choice(("M0 0H50V50Z", "M9 9C1 2 3 4 5 6", "", "M", "M0 0L1e99 1", "z"))}"')
    inner = ""
    if kind == "g" and depth < 4:
        inner = "".join(_part(rng, depth + 1) for _ in range(rng.randrange(4)))
    elif kind in ("text", "flowRoot"):
        place = f'y="{rng.choice(_NUMBERS)}"' if rng.random() < 0.5 else 'dy="1.2em"'
        inner = f"{rng.choice(('Peace', '', ' '))}<tspan {place}>{rng.choice(('now', 'سلام', ''))}</tspan>x"
    return f"<{kind} {' '.join(attributes)}>{inner}</{kind}>"


# Elements of every kind


_LENGTHS = ("5%", "30%", "1mm", "20vmin", "60%", "0.01pt", "200pt")
_ANY: tuple[Any, ...] = (
    0,
    1,
    0.5,
    2,
    7,
    40,
    -1,
    1e9,
    True,
    False,
    "",
    "ink",
    "x",
    [],
    ["ink"],
    {},
    "5%",
    ["50%", "10%"],
)
_BY_NAME: dict[str, tuple[Any, ...]] = {
    **{key: tuple(values) for key, values in campaigns.LAYOUT_VALUES.items() if key not in ("size", "file")},
    **dict.fromkeys("start end top bottom width height radius min_size max_size column_gap gap".split(), ("5%", "30%", "1mm", "20vmin", "60%", "2pt")),
    **dict.fromkeys("fill paper rule dark light hero line heading_fill marked_fill number_fill stroke".split(), _ROLES[:9]),
    **dict.fromkeys("inside below above".split(), ("sheet",)),
    "fills": (["ink"], ["ink", "soft"], ["nope"]), "grounds": (["paper"], ["ink", "soft"]),
    "gradient": ({"type": "linear", "colors": ["ink", "paper"]}, {"type": "radial", "colors": ["ink", "soft"], "at": [0, 1]}, {"colors": []}),
    "emphasis": ({"fill": "soft"}, {"box": "ink", "weight": 900}, {}), "outline": ({"fill": "soft"}, {"fill": "ink", "width": 0.4}),
    "shadow": ({"fill": "soft", "solid": True}, {"fill": "soft", "end": -0.5}), "highlight": ({"fill": "soft", "pad": 0.4},),
    "recolor": ({"#000000": "ink"}, {"currentColor": "soft"}, {"../x": "ink"}), "file": ("drawing.svg", "picture.png"),
    "art": ("auto", "peace/dove", "../x"), "text": ("Come", {"en": "x"}, "*a*"), "seed": (0, 1, 7), "rotate": (-8, 90, 359),
    "opacity": (0.0001, 0.5, 1), "pages": ("first", 1, 2, 20, "last"), "rows": (1, 2, 20), "columns": (1, 3, 20),
}  # fmt: skip


def elements(rng: Random) -> bytes:
    """A layout of elements of any kinds."""
    known = kinds()
    lines = [
        'name = "X"\nlanguages = 2\nsizes = ["a6"]\n[palettes.day]\nsoft = "#777"\n'
        + "".join(f'{role} = "#{rng.randrange(1 << 24):06x}"\n' for role in _ROLES[:9]),
        '[[element]]\nid = "ground"\ntype = "shape"\nfill = "paper"\n',
    ]
    ids = ["sheet", "safe", "ground"]
    for number in range(rng.choice((1, 1, 2, 3, 5))):
        name = rng.choice(list(known))
        lines.append(f'[[element]]\nid = "e{number}"\ntype = "{name}"')
        for key, value in _keys(rng, known[name]):
            lines.append(f"{key} = {trees.inline(rng.choice(ids) if key in ('inside', 'below', 'above') else value)}")
        ids.append(f"e{number}")
    for show, top in (("slogan", "40%"), ("translation", "70%")):
        place = f'top = "{top}"\nheight = "30%"\nmin_size = "1pt"\n' + (
            f"inside = {json.dumps(rng.choice(ids))}" if rng.random() < 0.3 else ""
        )
        lines.append(f'[[element]]\nid = "{show}"\ntype = "text"\nshow = "{show}"\n{place}')
    return ("\n".join(lines) + "\n").encode()


def _keys(rng: Random, kind: type[Element]) -> Iterator[tuple[str, Any]]:
    fields = {key: one for key, one in model_of(kind).model_fields.items() if key not in ("id", "type")}
    needed = [key for key, one in fields.items() if one.is_required()]
    others = [key for key in fields if key not in needed]
    for key in (*needed, *rng.sample(others, min(len(others), rng.choice((0, 1, 2, 3, 6))))):
        yield key, _value(rng, key, fields[key])


def _value(rng: Random, key: str, field: FieldInfo) -> Any:
    """A value for a key: nearly always one of its kind."""
    choices = list(_literals(field.annotation))
    if rng.random() < 0.04:
        return rng.choice(_LENGTHS) if rng.random() < 0.5 else rng.choice(_ANY)
    if choices:
        return rng.choice(choices)
    if key in _BY_NAME and rng.random() < 0.95:
        return rng.choice(_BY_NAME[key])
    kinds_of = {*get_args(field.annotation), field.annotation}
    if bool in kinds_of:
        return rng.random() < 0.5
    if int in kinds_of or float in kinds_of:
        limits = {
            name: value
            for part in field.metadata
            for name in ("ge", "gt", "le", "lt")
            if (value := getattr(part, name, None)) is not None
        }
        low, high = limits.get("ge", limits.get("gt", 0)), limits.get("le", limits.get("lt", 50))
        chosen = rng.choice((low, high, (low + high) / 2, low + (high - low) * rng.random()))
        return round(chosen) if int in kinds_of else chosen
    return rng.choice(_LENGTHS)


def _literals(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) is Annotated:
        yield from _literals(get_args(annotation)[0])
    else:
        for inner in get_args(annotation):
            if get_origin(inner) in (Literal, Annotated):
                yield from _literals(inner)
