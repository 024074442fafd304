"""A sheet and its pictures become one self-contained HTML page with a form for each message.

The page asks no network for anything, and forbids itself to (its Content-Security-Policy). ``page.js`` keeps answers in
the browser and saves them as the PO file that ``placards catalog take`` reads.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from placards.frozen import dataclass
from placards.locale.language import is_rtl, language_name
from placards.messages.desk.readers import Question, Sheet
from placards.messages.trust.status import Status
from placards.render.svg import render_inline
from placards.scene.items import Scene

_HERE = Path(__file__).parent

_STATUS = {
    Status.FUZZY: "draft: its author was not sure",
    Status.TRANSLATED: "translated, read by nobody yet",
}

#: The answers, as the PO file names them, and how the page asks.
_ANSWERS = (("right", "✓", "right as it is"), ("corrected", "✎", "corrected"), ("unsure", "?", "not sure"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the pictures of its message."""

    question: Question
    pictures: tuple[Scene, ...]


def proof_page(sheet: Sheet, asked: Sequence[Asked], *, date: str = "", address: str = "", link: str = "") -> bytes:
    """The page in UTF-8."""
    definitions, drawn = render_inline([scene for each in asked for scene in each.pictures])
    pictures = iter(drawn)
    forms = [_form(each, [next(pictures) for _ in each.pictures]) for each in asked]
    english, own = language_name(sheet.language, "en"), language_name(sheet.language)
    data = json.dumps([_record(each.question) for each in asked], ensure_ascii=False, separators=(",", ":"))
    key = hashlib.sha256(data.encode()).hexdigest()[:16]
    known = {
        "style": _read("page.css"),
        "script": _read("page.js"),
        "data": data.replace("<", "\\u003c"),
        "language": _escaped(sheet.language),
        "direction": _direction(sheet.language),
        "key": key,
        "english": _escaped(english),
        "own": _escaped(own) if own != english else "",
        "count": f"{len(asked)} {'message' if len(asked) == 1 else 'messages'}",
        "packs": _escaped(", ".join(pack.title for pack in sheet.packs)),
        "date": f'<p class="quiet">Sheet of {_escaped(date)}</p>' if date else "",
        "address": _back_to(address, link),
        "definitions": definitions,
        "forms": "\n".join(_with_packs(asked, forms)),
    }
    page = _read("page.html")
    parts = page.split("@@")  # every second part is a name
    return "".join(known[part] if index % 2 else part for index, part in enumerate(parts)).encode()


def _with_packs(asked: Sequence[Asked], forms: Iterable[str]) -> Iterator[str]:
    pack = ""
    for each, form in zip(asked, forms, strict=True):
        if each.question.pack.name != pack:
            pack = each.question.pack.name
            yield f'<h2 lang="{_escaped(each.question.pack.language)}">{_escaped(each.question.pack.title)}</h2>'
        yield form


def _form(asked: Asked, pictures: Sequence[str]) -> str:
    question = asked.question
    message, slogan, number = question.message, question.slogan, question.number
    tongue = f'lang="{_escaped(message.language)}" dir="{_direction(message.language)}"'
    source = " / ".join(slogan.text.splitlines())
    radios = "".join(
        f'<label><input type="radio" name="answer-{number}" value="{value}"><span aria-hidden="true">{sign}</span> '
        f"{label}</label>"
        for value, sign, label in _ANSWERS
    )
    rows = max(2, len(message.text.splitlines()) + 1)
    return f"""<article id="m{number}" data-number="{number}" aria-labelledby="h{number}">
<div class="pictures">{"".join(pictures)}</div>
<div class="asked">
<p class="head"><b>{number}</b> <code>{_escaped(question.name)}</code> {_status(question)}</p>
<h3 id="h{number}" lang="{_escaped(question.pack.language)}">{_escaped(source)}</h3>
{"".join(_notes(question))}
<fieldset><legend class="unseen">Message {number}: is it right?</legend>
<div class="answers">{radios}</div>
<label for="t{number}">Text</label>
<textarea id="t{number}" {tongue} rows="{rows}" spellcheck="false">{_escaped(message.text)}</textarea>
<label for="b{number}">Where lines may end: a stroke ( / ) at each such place</label>
<textarea id="b{number}" {tongue} rows="2" spellcheck="false" aria-describedby="w{number}">{_escaped(question.marked)}\
</textarea>
<p class="wrong" id="w{number}" role="status"></p>
<label for="r{number}">Remark</label>
<textarea id="r{number}" rows="1" dir="auto"></textarea>
</fieldset>
</div>
</article>"""


def _notes(question: Question) -> Iterator[str]:
    slogan, original = question.slogan, question.slogan.original
    if slogan.note:
        yield f'<p class="note">{_escaped(" ".join(slogan.note.split()))}</p>'
    if original is not None:
        words = " / ".join(original.text.splitlines())
        name = _escaped(language_name(original.language, "en"))
        yield (
            f'<p class="note">Began in {name}: <bdi lang="{_escaped(original.language)}">{_escaped(words)}</bdi></p>'
        )
        if original.source:
            yield f'<p class="note">From: {_escaped(" ".join(original.source.split()))}</p>'
    if slogan.response:
        yield '<p class="note">Call and response: one person calls a line and everyone answers with the next.</p>'
    if slogan.example:
        yield f'<p class="note">Example: {_escaped(" ".join(slogan.example.split()))}</p>'
    if question.said:
        yield f'<p class="note">Say: {_escaped(" ".join(question.said.split()))}</p>'
    for caution in question.cautions:
        yield f'<p class="caution"><span aria-hidden="true">⚠</span> {_escaped(caution)}</p>'


def _status(question: Question) -> str:
    approval, status = question.message.approval, question.message.status
    said = _STATUS.get(status, str(status))
    if approval is not None:
        said += f" by {approval.by} on {approval.date}" if approval.date else f": {approval.by}"
    kind = "fuzzy" if status is Status.FUZZY else "quiet"
    return f'<span class="{kind}">{_escaped(said)}</span>'


def _record(question: Question) -> dict[str, object]:
    """What the page must know of a message to write its answer."""
    return {
        "number": question.number,
        "name": question.name,
        "source": question.slogan.text,
        "text": question.message.text,
        "lines": question.marked,
    }


def _back_to(address: str, link: str) -> str:
    if not address:
        return ""
    return f'<p>Then send the file to <a href="{_escaped(link)}" rel="noreferrer">{_escaped(address)}</a>.</p>'


def _direction(language: str) -> str:
    return "rtl" if is_rtl(language) else "ltr"


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _escaped(text: str) -> str:
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text
