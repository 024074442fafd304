"""Plain pybabel finds slogans and layout texts, by the extraction methods that the package registers."""

from __future__ import annotations

import datetime
import io
import shutil
import tomllib
from pathlib import Path

import pytest

from placards.files.shipped import templates_folder
from placards.messages.desk.extract import extract_layouts, extract_slogans
from placards.messages.po.catalog import read_catalog
from placards.messages.po.document import parse_document, read_document
from placards.messages.trust.approval import approved
from placards.problems.errors import InputError

from .support import PACK, entry, po, write, write_pack
from .tools import PROJECT, gettext, pybabel

LAYOUT = """name = "Big"
[palettes.day]
ink = "#000"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
[[element]]
id = "footer"
type = "text"
show = "text"
text = "Print on both sides"
[[element]]
id = "where"
type = "text"
show = "text"
text = { en = "Where", ar = "أين" }
[[variant]]
when = "aspect >= 2"
[variant.change.footer]
text = "Print on one side"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_pack(tmp_path / "templates", PACK.replace('"Hello {city}"', '"Hello\\n{city}"\nexample = "Hello Aleppo"'))
    write(tmp_path / "templates" / "layouts" / "big" / "layout.toml", LAYOUT)
    write(tmp_path / "babel.cfg", (PROJECT / "babel.cfg").read_text("utf-8"))
    return tmp_path


def test_pybabel_extract(project: Path) -> None:
    pybabel(project, "extract", "-F", "babel.cfg", "-o", "messages.pot", ".")
    entries = read_catalog(project / "messages.pot", "en", "messages").entries
    assert list(entries) == [
        ("big/footer", "Print on both sides"),
        ("big/where", "Where"),
        ("big/footer", "Print on one side"),
        ("ceasefire-now", "Ceasefire now"),
        ("talk-not-war", "Talk, don’t fight"),
        ("hello-city", "Hello\n{city}"),
    ]
    assert entries["hello-city", "Hello\n{city}"].comments == (
        "Keep as they are: {city}",
        "Example: Hello Aleppo",
        "Tags: peace",
    )
    text = (project / "messages.pot").read_text("utf-8")
    assert "#. To all sides.\n#. Tags: peace, short, chant\n#: templates/slogans/peace.toml:6\n" in text
    assert "#: templates/layouts/big/layout.toml:12\n" in text
    gettext("msgfmt", "--check-format", "--check-domain", "-o", project / "x.mo", project / "messages.pot")


def test_pybabel_update_keeps_approvals(project: Path) -> None:
    """pybabel wraps comments and msgids: both are read all the same."""
    name = "Amina Al-Masri, Federation of Women’s Associations in the Region"
    comment = approved("Ceasefire now", "الف", name, datetime.date(2027, 1, 31)).comment
    path = write(
        project / "locale/ur/LC_MESSAGES/peace.po", po(entry("ceasefire-now", "Ceasefire now", "الف", f"# {comment}"))
    )
    pybabel(project, "extract", "-F", "babel.cfg", "-o", "peace.pot", ".")
    pybabel(project, "update", "-D", "peace", "-d", "locale", "-l", "ur", "-i", "peace.pot", "-w", "40")
    assert f"# {comment}\n" not in path.read_text("utf-8"), "pybabel wrapped it; else this test shows nothing"
    found = read_catalog(path, "ur", "peace").entries["ceasefire-now", "Ceasefire now"]
    assert approved("Ceasefire now", "الف", name, datetime.date(2027, 1, 31)).comment == " ".join(
        found.translator_comments
    )
    gettext("msgfmt", "--check", "-o", project / "x.mo", path)


def test_our_configuration_finds_all_that_we_ship(tmp_path: Path) -> None:
    for name in ("slogans", "layouts"):
        shutil.copytree(templates_folder() / name, tmp_path / "templates" / name)
    write(tmp_path / "babel.cfg", (PROJECT / "babel.cfg").read_text("utf-8"))
    pybabel(tmp_path, "extract", "-F", "babel.cfg", "-o", "all.pot", ".")
    document = read_document(tmp_path / "all.pot")
    packs = sorted(p for p in (templates_folder() / "slogans").glob("*.toml"))
    ids = {s["id"] for p in packs for s in tomllib.loads(p.read_text("utf-8"))["slogan"]}
    assert ids <= {e.context for e in document.active()}


def test_a_broken_pack_is_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "x.toml", "[pack]\n")
    with path.open("rb") as file, pytest.raises(InputError, match=r"x\.toml"):
        list(extract_slogans(file, {}, (), {}))
    with pytest.raises(InputError, match="from a file only"):
        list(extract_slogans(io.BytesIO(), {}, (), {}))


@pytest.mark.parametrize(
    "text", ["", "element = 3", "[[element]]\ntext = 3", "[variant]\nx = 1", "[[variant]]\nchange = 2"]
)
def test_odd_layouts_give_nothing(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "odd" / "layout.toml", text)
    with path.open("rb") as file:
        assert list(extract_layouts(file, {}, (), {})) == []


def test_babel_with_a_narrow_width_adds_no_line_breaks(tmp_path: Path) -> None:
    """What ``babel.messages.pofile.write_po`` does to long texts at its default width must not change what we read."""
    from babel.messages.pofile import read_po, write_po

    long = "All human beings are born free and equal in dignity and rights, " * 3 + "all of them"
    original = po(entry("a", long, long.upper()))
    for width in (0, 20, 76):
        buffer = io.BytesIO()
        write_po(buffer, read_po(io.BytesIO(original.encode())), width=width)
        (found,) = parse_document(buffer.getvalue(), tmp_path / "x.po").active()
        assert (found.source, found.text) == (long, long.upper())


def test_texts_of_layouts_and_their_variants_are_extracted_once(tmp_path: Path) -> None:
    layout = write(
        tmp_path / "own" / "layout.toml",
        """
[[element]]
id = "head"
text = "Peace"
[[element]]
id = "foot"
text = { en = "Join us", ur = "آئیں" }
[[element]]
id = "empty"
text = " "
[[variant]]
change = { head = { text = "Now" }, foot = 5 }
[[variant.element]]
id = "head"
text = "Peace"
""",
    )
    with layout.open("rb") as file:
        found = list(extract_layouts(file, {}, (), {}))
    assert [(line, message) for line, _, message, _ in found] == [
        (4, ("own/head", "Peace")), (7, ("own/foot", "Join us")), (12, ("own/head", "Now")),
    ]  # fmt: skip
    path = write_pack(tmp_path)
    with path.open("rb") as file:
        first = next(iter(extract_slogans(file, {}, (), {})))
    assert first[2] == ("ceasefire-now", "Ceasefire now")
    with pytest.raises(InputError, match="can be read from a file only"):
        list(extract_slogans(io.BytesIO(b""), {}, (), {}))
