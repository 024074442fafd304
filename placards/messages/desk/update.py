"""A pack becomes its template or a new catalog; a catalog becomes one that fits its pack again, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from pathlib import Path

from placards.frozen import dataclass
from placards.locale.language import parse_language
from placards.messages.pack import Pack, Slogan
from placards.messages.po.document import Entry, Line, PoDocument, quoted
from placards.messages.source_text import fold_spaces

#: Gives a slogan's comments for translators.
Notes = Callable[[Slogan], Sequence[str]]


@dataclass
class Changes:
    """What an update did, as slogan ids."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)  # the source was edited: its translation is fuzzy now
    renamed: list[str] = field(default_factory=list)  # the same text under another id
    revived: list[str] = field(default_factory=list)  # was obsolete
    obsolete: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = ((len(ids), name) for name, ids in self.__dict__.items() if ids)
        return ", ".join(f"{count} {name}" for count, name in counts) or "new notes only"


def new_document(pack: Pack, path: Path, notes: Notes, reference: str, language: str = "") -> PoDocument:
    """A template, or an empty catalog where a language is given."""
    document = PoDocument(path, [_header(pack, language)])
    document.entries += [_new_entry(slogan, notes, reference, document.newline) for slogan in pack.slogans]
    return document


def update_document(document: PoDocument, pack: Pack, notes: Notes, reference: str, language: str = "") -> Changes:
    """Change a catalog so that every slogan of the pack has its entry, made for its present text or marked fuzzy."""
    changes = Changes()
    if not document.entries:
        document.entries.append(_header(pack, language))
    chosen = _choose(document, pack, changes)
    place = next((i + 1 for i, e in enumerate(document.entries) if e.is_message and not e.source), 0)
    for slogan in pack.slogans:
        entry = chosen.get(slogan.id) or _revive(document, slogan, changes)
        if entry is None:
            entry = _new_entry(slogan, notes, reference, document.newline)
            _insert(document, place, entry)
            changes.added.append(slogan.id)
        else:
            _refresh(entry, slogan, changes)
            entry.set_comments("#.", list(notes(slogan)))
            entry.set_comments("#:", [reference])
        place = document.entries.index(entry) + 1
    return changes


def _choose(document: PoDocument, pack: Pack, changes: Changes) -> dict[str, Entry]:
    """The entry of each slogan; what belongs to no slogan, or stands twice, becomes obsolete."""
    by_id: dict[str, list[Entry]] = {}
    strays: list[Entry] = []
    for entry in document.active():
        if pack.find(entry.context):
            by_id.setdefault(entry.context, []).append(entry)
        else:
            strays.append(entry)
    chosen: dict[str, Entry] = {}
    for slogan in pack.slogans:
        rivals = by_id.get(slogan.id) or [e for e in strays if fold_spaces(e.source) == fold_spaces(slogan.text)][:1]
        if not rivals:
            continue
        best = _best(rivals, slogan)
        chosen[slogan.id] = best
        if best in strays:
            strays.remove(best)
            best.set_string("msgctxt", slogan.id)
            changes.renamed.append(slogan.id)
        strays += [e for e in rivals if e is not best]
    for entry in strays:
        changes.obsolete.append(entry.context or fold_spaces(entry.source))
        entry.set_obsolete(True)
    return chosen


def _best(rivals: Sequence[Entry], slogan: Slogan) -> Entry:
    """A translated entry before an empty one, one for the present text before others."""
    wanted = fold_spaces(slogan.text)
    return max(rivals, key=lambda entry: (bool(entry.text.strip()), fold_spaces(entry.source) == wanted))


def _revive(document: PoDocument, slogan: Slogan, changes: Changes) -> Entry | None:
    """An obsolete entry of the same id and text, taken back."""
    wanted = fold_spaces(slogan.text)
    for entry in document.entries:
        if entry.obsolete and entry.context == slogan.id and fold_spaces(entry.source) == wanted:
            entry.set_obsolete(False)
            changes.revived.append(slogan.id)
            return entry
    return None


def _refresh(entry: Entry, slogan: Slogan, changes: Changes) -> None:
    old = entry.source
    entry.set_string("msgid", slogan.text)
    if fold_spaces(old) == fold_spaces(slogan.text):
        return  # only line breaks, which are a wish
    changes.changed.append(slogan.id)
    if not entry.text.strip():
        return
    if not (entry.fuzzy and entry.comments("#|")):  # else the text before the first edit is the one translated
        entry.set_comments("#|", quoted("msgid", old))
    entry.set_fuzzy(True)


def _insert(document: PoDocument, place: int, entry: Entry) -> None:
    """Put an entry in, with a blank line before it and before what follows."""
    document.entries.insert(place, entry)
    if place:
        before = document.entries[place - 1]
        if before.lines and not before.lines[-1].end:
            before.lines[-1].end = document.newline
    if place + 1 < len(document.entries):
        after = document.entries[place + 1]
        if after.lines and after.lines[0].kind:
            after.lines.insert(0, Line("", "", document.newline))


def _new_entry(slogan: Slogan, notes: Notes, reference: str, newline: str) -> Entry:
    lines = ["", *(f"#. {note}" for note in notes(slogan)), f"#: {reference}"]
    entry = Entry([Line(line[:2], line, newline) for line in lines], newline)
    for keyword, text in (("msgctxt", slogan.id), ("msgid", slogan.text), ("msgstr", "")):
        entry.lines += [Line(keyword, line, newline) for line in quoted(keyword, text)]
    return entry


def _header(pack: Pack, language: str) -> Entry:
    fields = {
        "Project-Id-Version": "placards",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(language) if language else "",
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items() if value or name == "Language")
    comment = f"# {pack.title}: {' '.join(pack.description.split())}".rstrip(": ")
    lines = [Line("# ", comment, "\n")]
    for keyword, value in (("msgid", ""), ("msgstr", text)):
        lines += [Line(keyword, line, "\n") for line in quoted(keyword, value)]
    return Entry(lines)


def _plural_forms(language: str) -> str:
    """The plural rule that translation tools like to see, though slogans have no plurals; empty where unknown."""
    from babel.core import Locale, UnknownLocaleError
    from babel.messages.plurals import get_plural

    try:
        rule = get_plural(Locale.parse(str(parse_language(language)), sep="-"))
    except (UnknownLocaleError, ValueError):
        return ""
    return f"nplurals={rule.num_plurals}; plural={rule.plural_expr};"
