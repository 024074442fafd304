"""What the gallery shows of each artefact becomes one HTML page: its data, its style and its script in one file.

Messengers and print shops lose what lies beside a page, so nothing but the artefacts and their thumbnails does. It asks
no network and forbids itself to, by its Content-Security-Policy. Without JavaScript it is a list of links.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from placards import __version__
from placards.campaign.gallery.entries import Entry, File, Words, direction, entries
from placards.campaign.gallery.tongues import Tongue, tongues
from placards.campaign.manifest import Record
from placards.campaign.thumbnails import thumbnail_name
from placards.messages.whole import Whole

_HERE = Path(__file__).parent

#: By this the next run knows that a page is ours.
GENERATOR = '<meta name="generator" content="placards gallery '

#: What a print shop wants goes first.
_FORMATS = ("pdf", "svg", "png", "jpg", "jpeg", "webp")

#: Least trusted first. The page has a word for each.
STATUSES = ("draft", "missing", "translated", "approved", "official")

#: What no HTML may hold: halves of surrogate pairs and control characters.
_UNFIT = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def gallery_page(records: Iterable[Record], name: str, language: str, interface: Whole) -> tuple[bytes, int]:
    """The page in UTF-8, and how many records could not be shown. *language* is the campaign's, in which its *name* is
    written. Same records in the same order, same bytes."""
    records = list(records)
    shown = list(entries(records))
    known_as = tongues((tag for entry in shown for tag in entry.languages), interface.language)
    order = sorted(known_as, key=lambda tag: (tag != language, known_as[tag].own.casefold(), tag))
    cards = _cards(shown, order)
    data = _json(_data(cards, {tag: known_as[tag] for tag in order}, interface))
    style, script = _read("gallery.css"), _read("gallery.js")
    known = {
        "generator": f'{GENERATOR}{__version__}">',
        "language": _escaped(interface.language),
        "direction": direction(interface.language),
        "policy": (
            f"default-src 'none'; img-src 'self' file: data:; style-src '{_hashed(style)}'; "
            f"script-src '{_hashed(script)}'; base-uri 'none'; form-action 'none'"
        ),
        "title": _escaped(name or "placards"),
        "name": _escaped(name or "placards"),
        "name-tongue": _tongue(language if name else "en"),
        "count": str(len(shown)),
        "list": "\n".join(_list(cards, known_as)),
        "data": data,
        "style": style,
        "script": script,
        **{f"word-{key}": _escaped(word) for key, word in interface.words.items()},
    }
    parts = _read("gallery.html").split("@@")  # every second part is a name
    page = "".join(known[part] if index % 2 else part for index, part in enumerate(parts))
    return page.encode(), len(records) - len(shown)


def _cards(shown: Iterable[Entry], languages: Sequence[str]) -> list[list[Entry]]:
    """The artefacts that are one poster together, by language, layout and words."""
    found: dict[Hashable, list[Entry]] = {}
    for entry in shown:
        found.setdefault(entry.card, []).append(entry)
    cards = [sorted(card, key=_file_order) for card in found.values()]

    places = {tag: place for place, tag in enumerate(languages)}

    def order(card: list[Entry]) -> tuple[object, ...]:
        first = card[0]
        spoken, words = [places[tag] for tag in first.languages], [one.text for one in first.title]
        return (spoken[:1], len(spoken), first.layout, words, first.file.name)

    return sorted(cards, key=order)


def _file_order(entry: Entry) -> tuple[object, ...]:
    rank = _FORMATS.index(entry.format) if entry.format in _FORMATS else len(_FORMATS)
    width, height = entry.trim_mm
    return (entry.pixels is not None, -width * height, rank, entry.file.name)


class _Table:
    """Values, each once, and the number of each."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self._numbers: dict[Hashable, int] = {}

    def number(self, key: Hashable, value: object = None) -> int:
        """The number of a key, whose value is itself unless another is given."""
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(key if value is None else value)
        return self._numbers[key]


def _data(cards: Sequence[Sequence[Entry]], known_as: Mapping[str, Tongue], interface: Whole) -> dict[str, object]:
    """What gallery.js reads: tables of what recurs, and cards that point into them. The order of each list is the one
    in which the script takes it apart."""
    tables = {
        key: _Table()
        for key in ("languages", "layouts", "sizes", "formats", "palettes", "stocks", "slogans", "tongues", "texts",
                    "alts", "cautions", "credits")
    }  # fmt: skip

    def numbers(table: str, keys: Iterable[Hashable]) -> list[int]:
        return [tables[table].number(key) for key in dict.fromkeys(keys)]

    def spoken(words: Iterable[Words]) -> list[int]:
        return [
            tables["texts"].number(
                one, [one.text, tables["tongues"].number(one.language, [one.language, direction(one.language)])]
            )
            for one in dict.fromkeys(words)
        ]

    for tag, names in known_as.items():
        tables["languages"].number(tag, [tag, names.own, direction(tag), names.also])

    def file(entry: Entry) -> list[object]:
        return [
            entry.file.name,
            entry.file.bytes,
            tables["sizes"].number(entry.size, [entry.size, _label(entry.size)]),
            tables["formats"].number(entry.format),
            *entry.trim_mm,
            entry.pixels or 0,
            entry.pages,
            entry.copies,
            tables["stocks"].number(entry.stock),
            _picture(entry),
            [[one.name, one.bytes] for one in entry.more],
        ]

    listed = [
        [
            tables["layouts"].number(card[0].layout, [card[0].layout, _label(card[0].layout)]),
            tables["palettes"].number(card[0].palette, _label(card[0].palette)),
            STATUSES.index(card[0].status) if card[0].status else -1,
            numbers("languages", card[0].languages),
            spoken(card[0].title),
            spoken(one for entry in card for one in entry.texts if one not in card[0].title),
            numbers("alts", (alt for entry in card for alt in entry.alt)),
            numbers("cautions", (one for entry in card for one in entry.cautions)),
            numbers("credits", (one for entry in card for one in entry.credits)),
            numbers("slogans", card[0].slogans),
            [file(entry) for entry in card],
        ]
        for card in cards
    ]
    return {
        "words": interface.words,
        "statuses": STATUSES,
        **{key: table.values for key, table in tables.items()},
        "cards": listed,
    }


def _picture(entry: Entry) -> object:
    """Its size; its name only where that does not follow from the file's."""
    if entry.picture is None:
        return 0
    name, size = entry.picture.name, [entry.picture.width, entry.picture.height]
    return size if name == thumbnail_name(entry.file.name) else [*size, name]


def _list(cards: Iterable[Sequence[Entry]], known_as: Mapping[str, Tongue]) -> Iterator[str]:
    """The page without JavaScript: every file under its language."""
    current = None
    for card in cards:
        tag = card[0].languages[0] if card[0].languages else ""
        if tag != current:
            if current is not None:
                yield "</ul>"
            yield f"<h2 {_tongue(tag)}>{_escaped(known_as[tag].own if tag else '')}</h2>\n<ul>"
            current = tag
        words = " · ".join(f"<bdi {_tongue(one.language)}>{_escaped(one.text)}</bdi>" for one in card[0].title)
        links = " ".join(_link(one, _label(entry.size)) for entry in card for one in (entry.file, *entry.more))
        yield f"<li>{words} {links}"
    if current is not None:
        yield "</ul>"


def _link(file: File, label: str) -> str:
    kind = file.name.rpartition(".")[2].upper()
    return f'<a href="{_escaped(quote(file.name))}">{_escaped(label)} {_escaped(kind)}</a>'


def _label(name: str) -> str:
    """A name of the program's as people read it: ``banner-300x100cm`` → Banner 300 × 100cm."""
    words = re.sub(r"(?<=\d)x(?=\d)", " × ", name.replace("-", " "))
    return words[:1].upper() + words[1:]


def _tongue(tag: str) -> str:
    return f'lang="{_escaped(tag)}" dir="{direction(tag)}"' if tag else 'dir="auto"'


def _json(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)
    return text.replace("<", "\\u003c")


def _escaped(text: str) -> str:
    text = _UNFIT.sub("�", text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


def _hashed(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
