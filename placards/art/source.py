"""An SVG as somebody saved it: its root gets a colour for ``currentColor``, and what usvg leaves out is named.

usvg drops in silence what it does not know. So the source is looked through once more, by expat, for what would be
missing; only after usvg has taken it, and with that all its entities.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from xml.parsers import expat

from placards.art.drawing import CURRENT
from placards.problems.diagnostic import Diagnostic, Parameters, diagnostic
from placards.problems.errors import Place

_GZIP = b"\x1f\x8b"

#: What refers to gradients, patterns and clipping paths, alone or in a style; a colour may follow that stands in.
_PAINTED = ("fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end")
_URL = re.compile(r"^\s*url\(\s*[\"']?([^)\"']+?)[\"']?\s*\)\s*$")
_STYLED = re.compile(r"([\w-]+)\s*:\s*url\(\s*[\"']?([^)\"']+?)[\"']?\s*\)\s*(?:;|$)")

#: What moves in a browser: on paper it stands as it begins.
_MOVING = ("animate", "animateMotion", "animateTransform", "set")


def with_current(data: bytes) -> bytes:
    """The source with `CURRENT` as the colour of its root, if it says none itself: what is painted with
    ``currentColor`` can then be told from the rest."""
    if CURRENT.hex.encode() in data.lower():
        return data
    at = _root_end(data)
    return data if at is None else data[:at] + f' color="{CURRENT.hex}"'.encode() + data[at:]


class _FoundError(Exception):
    """The root was reached."""


def _root_end(data: bytes) -> int | None:
    """Where the name of the root element ends; None for a root with a colour, and for what is no UTF-8 XML."""
    parser = _parser()
    found: list[tuple[int, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if "color" not in attributes and not re.search(r"(^|;)\s*color\s*:", attributes.get("style", "")):
            found.append((parser.CurrentByteIndex, name))
        raise _FoundError

    parser.StartElementHandler = start
    with contextlib.suppress(_FoundError, expat.ExpatError, ValueError):
        parser.Parse(data, True)
    if not found:
        return None
    index, name = found[0]
    tag = b"<" + name.encode()
    return index + len(tag) if data.startswith(tag, index) else None


def is_packed(data: bytes) -> bool:
    """Whether the file is an SVGZ."""
    return data.startswith(_GZIP)


def other_kind(data: bytes) -> str:
    """What a picture is that is called an SVG and has no vectors; empty where that cannot be told."""
    kinds = (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"RIFF", "WebP"), (b"GIF8", "GIF"), (b"%PDF", "PDF")
    return next((kind for beginning, kind in kinds if data.startswith(beginning)), "")


def looked_through(data: bytes, place: Place) -> Iterator[Diagnostic]:
    """What usvg would leave out of a source that it has taken, errors and warnings, each once, where it first is."""
    found: dict[tuple[str, Parameters], Diagnostic] = {}
    for one in _scan(data, place):
        found.setdefault((one.code, one.parameters), one)
    yield from found.values()


def _scan(data: bytes, place: Place) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    path: list[str] = []
    parser = _parser()
    ids: set[str] = set()
    wanted: dict[str, int] = {}  # the parts that others refer to, and the line where one first does

    def say(code: str, **parameters: Any) -> None:
        found.append(diagnostic(code, place=replace(place, line=parser.CurrentLineNumber), **parameters))

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        link = (attributes.get("href") or attributes.get("xlink:href") or "").strip()
        if local in ("use", "image", "feImage", "textPath") and link and not link.startswith(("#", "data:")):
            say("svg-external", what=f"<{local}>", link=link[:80])
        for link in _links(attributes):
            if link.startswith("#"):
                wanted.setdefault(link[1:], parser.CurrentLineNumber)
            elif not link.startswith("data:"):
                say("svg-external", what=f"a part of <{local}>", link=link[:80])
        ids.add(attributes.get("id", ""))
        if local == "foreignObject" and "switch" not in path:
            say("svg-foreign")
        elif local == "script" or any(_runs(key, value) for key, value in attributes.items()):
            say("svg-script")
        elif local in _MOVING:
            say("svg-moving")
        path.append(local)

    def end(_: str) -> None:
        path.pop()

    def text(words: str) -> None:
        if path and path[-1] == "style" and "!important" in words:
            say("svg-css", what="!important")

    def instruction(target: str, said: str) -> None:
        if target == "xml-stylesheet":
            say("svg-css", what=f"<?{target} {said[:80]}?>")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.ProcessingInstructionHandler = instruction
    parser.buffer_text = True
    with contextlib.suppress(expat.ExpatError, ValueError):  # usvg has read it; what it took is drawn
        parser.Parse(data, True)
    for name, line in wanted.items():
        if name not in ids:
            found.append(diagnostic("svg-part-missing", place=replace(place, line=line), name=name[:60]))
    return found


def _links(attributes: Mapping[str, str]) -> Iterator[str]:
    """What an element refers to by ``href``, inside of the file, or by ``url()`` in what is painted; those with another
    colour to take are left out."""
    link = (attributes.get("href") or attributes.get("xlink:href") or "").strip()
    if link.startswith("#") and len(link) > 1:
        yield link
    for key, value in attributes.items():
        if key in _PAINTED:
            yield from _URL.findall(value)
        elif key == "style":
            yield from (url for name, url in _STYLED.findall(value) if name in _PAINTED)


def _runs(key: str, value: str) -> bool:
    """Whether an attribute is a script that a browser would run."""
    return key.startswith("on") or (key.endswith("href") and value.strip().lower().startswith("javascript:"))


def _first_words(data: bytes) -> tuple[int | None, str]:
    """The line of the first text of a source that says something, and what it says; None and "" for none."""
    parser = _parser()
    depth, words, line = 0, "", 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, line, words
        words += " " if {"x", "y"} & attributes.keys() else ""  # a line of its own
        if depth or name.rpartition(":")[2] == "text":
            line = line if depth else parser.CurrentLineNumber
            depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= depth > 0
        if not depth and words.strip():
            raise _FoundError

    def text(more: str) -> None:
        nonlocal words
        words += more if depth else ""

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    with contextlib.suppress(_FoundError, expat.ExpatError, ValueError):
        parser.Parse(data, True)
    words = " ".join(words.split())
    return (line, words if len(words) <= 40 else f"{words[:39]}…") if words else (None, "")


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    return parser


#: What usvg says of a file, and what that means to who made it.
_SAID = (
    (re.compile(r"No match for '.*' font-family|No fonts? "), "svg-text"),
    (re.compile(r"usvg_parser::image"), "svg-picture"),
    (re.compile(r"simplecss[^)]*\): (.*)"), "svg-css"),
    (re.compile(r"\): (.*)"), "svg-skipped"),
)


def what_usvg_said(said: str, data: bytes, place: Place) -> Iterator[Diagnostic]:
    """usvg's warnings of a source as Diagnostics, each once."""
    for line in dict.fromkeys(said.splitlines()):
        for known, code in _SAID:
            match = known.search(line)
            if match is None:
                continue
            if code in ("svg-css", "svg-skipped"):
                yield diagnostic(code, place=place, what=match[1].strip().rstrip(".")[:120])
            elif code == "svg-text":
                number, words = _first_words(data)
                yield diagnostic(code, place=replace(place, line=number), text=words)
            else:
                yield diagnostic(code, place=place)
            break
