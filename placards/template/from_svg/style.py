"""The attributes and style sheets of a drawing become the properties of its parts, as far as slots need them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from placards.values.geometry import IDENTITY, Matrix

SVG = "{http://www.w3.org/2000/svg}"

#: What parts take from what they stand in.
_INHERITED = frozenset(
    "color fill fill-opacity stroke stroke-width stroke-opacity font-family font-size font-weight font-style "
    "font-stretch font-variant letter-spacing line-height text-anchor text-align text-transform visibility "
    "writing-mode".split()
)
#: What they do not.
_OWN = frozenset(
    "display opacity transform filter mask clip-path mix-blend-mode shape-inside inline-size text-decoration "
    "text-decoration-line".split()
)

_PX = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-zA-Z%]*)\s*")
_FUNCTION = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

Style = Mapping[str, str]


def length(text: str | None, default: float = 0.0, *, whole: float = 0.0, em: float = 16.0) -> float:
    """A length in user units (CSS pixels); *default* where there is none that can be read."""
    found = _LENGTH.fullmatch(text) if text else None
    if found is None:
        return default
    value, unit = float(found[1]), found[2].lower()
    factor = whole / 100 if unit == "%" else em if unit == "em" else _PX.get(unit)
    result = default if factor is None else value * factor
    return result if math.isfinite(result) else default


def matrix_of(text: str | None) -> Matrix:
    """A transform as people and programs write it; one that cannot be read moves nothing."""
    found = IDENTITY
    for name, inner in _FUNCTION.findall(text or ""):
        one = _function(name, [float(number) for number in _NUMBER.findall(inner)])
        found = (one or IDENTITY).then(found)
    return found if found.is_finite else IDENTITY


def _function(name: str, v: list[float]) -> Matrix | None:
    match name, len(v):
        case "matrix", 6:
            return Matrix(*v)
        case "translate", 1 | 2:
            return Matrix(e=v[0], f=v[1] if len(v) == 2 else 0.0)
        case "scale", 1 | 2:
            return Matrix(a=v[0], d=v[-1])
        case "rotate", 1 | 3:
            turn = math.radians(v[0])
            cos, sin = math.cos(turn), math.sin(turn)
            x, y = (v[1], v[2]) if len(v) == 3 else (0.0, 0.0)
            return Matrix(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
        case "skewX", 1:
            return Matrix(c=math.tan(math.radians(v[0])))
        case "skewY", 1:
            return Matrix(b=math.tan(math.radians(v[0])))
    return None


class Sheets:
    """The style sheets of a drawing: rules of a class, an id or a kind, as Illustrator writes them."""

    def __init__(self, root: Element) -> None:
        self._rules: list[tuple[str, dict[str, str]]] = []
        for element in root.iter(f"{SVG}style"):
            text = re.sub(r"/\*.*?\*/", "", "".join(element.itertext()), flags=re.DOTALL)
            for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
                for selector in selectors.split(","):
                    self._rules.append((selector.strip(), _declarations(body)))

    def of(self, element: Element, parent: Style) -> dict[str, str]:
        """All properties of an element, those of its parent's that it inherits among them."""
        style = {key: value for key, value in parent.items() if key in _INHERITED}
        for key in _INHERITED | _OWN:
            value = element.get(key)
            if value is not None:
                style[key] = value.strip()
        tag = element.tag.rpartition("}")[2]
        names = {tag, f"#{element.get('id', '')}", *(f".{name}" for name in element.get("class", "").split())}
        names |= {tag + name for name in names if name != tag}
        for selector, declarations in self._rules:
            if selector in names:
                style.update(declarations)
        style.update(_declarations(element.get("style", "")))
        return {key: value for key, value in style.items() if value != "inherit" or key not in _INHERITED}


def _declarations(text: str) -> dict[str, str]:
    found = {}
    for one in text.split(";"):
        key, colon, value = one.partition(":")
        if colon:
            found[key.strip().lower()] = value.replace("!important", "").strip()
    return found
