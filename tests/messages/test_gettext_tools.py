"""What other tools write comes back to us whole: GNU gettext, polib, and the habits of Poedit and Weblate."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from placards.files.shipped import templates_folder
from placards.messages.desk.notes import translator_notes
from placards.messages.desk.update import new_document, update_document
from placards.messages.library import MessageLibrary
from placards.messages.pack import read_pack
from placards.messages.po.catalog import read_catalog
from placards.messages.po.document import read_document
from placards.messages.trust.approval import approved, read_approvals
from placards.messages.trust.status import Status

from .support import PACK, world, write, write_pack
from .tools import gettext, pybabel

DATE = datetime.date(2027, 1, 31)
LONG = "Federation of Women’s Associations and Al-Masri-Foundation of the Northern Region, Languages"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A catalog as we write it, with everything that a tool could lose."""
    pack = read_pack(write_pack(tmp_path, PACK.replace("Talk, don’t fight", "Talk,\\ndon’t fight")))
    path = tmp_path / "locale" / "ur" / "LC_MESSAGES" / "peace.po"
    document = new_document(pack, path, translator_notes, "templates/slogans/peace.toml", "ur")
    entries = {e.context: e for e in document.active()}
    texts = {
        "ceasefire-now": "جنگ بندی،\nابھی",
        "talk-not-war": 'بات “کرو” \\ "لڑو" نہیں',
        "hello-city": "سلام\t{city}",
    }
    for name, text in texts.items():
        entries[name].set_string("msgstr", text)
    first = entries["ceasefire-now"]
    first.set_comments("# ", ["Seen on a poster", approved(first.source, first.text, LONG, DATE).comment])
    entries["hello-city"].set_fuzzy(True)
    entries["hello-city"].set_comments("#|", ['msgid "Hi {city}"'])
    text = document.encoded().decode()
    text = text.replace('"Language: ur', '"X-Odd-Header: Ü\\n"\n"Language: ur')
    text += '\n# why it went\n#~ msgctxt "old"\n#~ msgid "Old"\n#~ msgstr "پرانا"\n'
    return write(path, text)


def essence(path: Path) -> dict[str, object]:
    """All that matters in a file, whatever the order of its entries and the width of its lines."""
    document = read_document(path)
    header = next(e for e in document.entries if e.is_message and not e.source)
    out: dict[str, object] = {"header": sorted(line for line in header.text.split("\n") if line)}
    for found in document.entries:
        if found.source:
            comments = found.comments("# ")
            rest = " ".join(c for c in comments if not c.startswith("placards:"))
            out[found.context] = (
                found.source,
                found.text,
                found.fuzzy,
                found.obsolete,
                list(read_approvals(comments)),
                "Seen on a poster" in rest or "why it went" in rest,
                " ".join(found.comments("#.")),
                " ".join(found.comments("#:")),
                " ".join(found.comments("#|")).replace('" "', ""),
            )
    return out


def _msgcat(*options: str) -> Callable[[Path], None]:
    return lambda path: gettext("msgcat", *options, "-o", path, path) and None


def _polib(wrap: int) -> Callable[[Path], None]:
    def save(path: Path) -> None:
        polib.pofile(str(path), wrapwidth=wrap).save(newline="\n")

    return save


def _poedit(path: Path) -> None:
    """Poedit: CRLF on Windows, lines wrapped at 79, its own headers."""
    gettext("msgcat", "--width=79", "-o", path, path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _notepad(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def _weblate(path: Path) -> None:
    """Weblate (translate-toolkit): wrapped at 77, entries in its own order."""
    gettext("msgcat", "--width=77", "--sort-output", "-o", path, path)


@pytest.mark.parametrize(
    "tool",
    [
        _msgcat(),
        _msgcat("--no-wrap"),
        _msgcat("--width=20"),
        _msgcat("--sort-output"),
        lambda path: gettext("msgattrib", "-o", path, path) and None,
        _polib(78),
        _polib(30),
        _poedit,
        _notepad,
        _weblate,
    ],
    ids=[
        "msgcat",
        "no-wrap",
        "narrow",
        "sorted",
        "msgattrib",
        "polib",
        "polib-narrow",
        "poedit",
        "notepad",
        "weblate",
    ],
)
def test_round_trips_lose_nothing(catalog: Path, tool: Callable[[Path], None]) -> None:
    before = essence(catalog)
    assert before["ceasefire-now"]
    tool(catalog)
    assert essence(catalog) == before
    library = MessageLibrary(world(catalog.parents[3]))
    assert library.message("ceasefire-now", "ur").status is Status.APPROVED
    # … and we write such a file back without loss, too.
    document = read_document(catalog)
    update_document(document, library.pack("peace"), translator_notes, "templates/slogans/peace.toml", "ur")
    catalog.write_bytes(document.encoded())
    assert essence(catalog) == before
    if tool is not _notepad:  # GNU gettext itself takes no byte order mark
        gettext("msgfmt", "--check", "-o", catalog.with_suffix(".mo"), catalog)


def test_msgmerge_takes_our_template(catalog: Path, tmp_path: Path) -> None:
    pack = read_pack(tmp_path / "slogans" / "peace.toml")
    pot = tmp_path / "peace.pot"
    write(pot, new_document(pack, pot, translator_notes, "templates/slogans/peace.toml").encoded())
    gettext("msgfmt", "--check-format", "--check-domain", "-o", tmp_path / "x.mo", pot)
    before = essence(catalog)
    gettext("msgmerge", "--quiet", "--previous", "--update", "--backup=none", catalog, pot)
    assert essence(catalog) == before


def test_msgmerge_and_we_agree_on_an_edited_source(catalog: Path, tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path, PACK.replace('"Ceasefire now"', '"A ceasefire now"')))
    pot = tmp_path / "peace.pot"
    write(pot, new_document(pack, pot, translator_notes, "templates/slogans/peace.toml").encoded())
    theirs = write(tmp_path / "theirs.po", catalog.read_bytes())
    gettext("msgmerge", "--quiet", "--previous", "--update", "--backup=none", theirs, pot)
    document = read_document(catalog)
    update_document(document, pack, translator_notes, "templates/slogans/peace.toml", "ur")
    found = [next(e for e in d.active() if e.context == "ceasefire-now") for d in (document, read_document(theirs))]
    assert len({(e.source, e.text, e.fuzzy) for e in found}) == 1
    assert next(" ".join(e.comments("#|")) for e in found).endswith('msgid "Ceasefire now"')


def test_pybabel_compiles_and_updates_our_files(catalog: Path, tmp_path: Path) -> None:
    pack = read_pack(tmp_path / "slogans" / "peace.toml")
    write(
        tmp_path / "peace.pot", new_document(pack, Path(), translator_notes, "templates/slogans/peace.toml").encoded()
    )
    pybabel(tmp_path, "update", "-D", "peace", "-d", "locale", "-l", "ur", "-i", "peace.pot")
    pybabel(tmp_path, "compile", "-D", "peace", "-d", "locale", "-l", "ur")
    found = read_catalog(catalog, "ur", "peace").entries
    assert found["ceasefire-now", "Ceasefire now"].text == "جنگ بندی،\nابھی"
    assert MessageLibrary(world(tmp_path)).message("ceasefire-now", "ur").status is Status.APPROVED


def test_polib_round_trips_what_we_ship(tmp_path: Path) -> None:
    """Every tenth catalog, those with official texts among them."""
    paths = sorted((templates_folder() / "locale").glob("*/LC_MESSAGES/*.po"))[::10]
    assert len(paths) > 20
    for path in paths:
        again = write(tmp_path / path.name, path.read_bytes())
        polib.pofile(str(again)).save(newline="\n")
        assert essence(again) == essence(path), path
