"""Diagnostics speak the languages that somebody has translated them into, plurals included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polib
import pytest

from placards.cli.main import main
from placards.files.world import Memory, World
from placards.messages.desk.diagnostics import diagnostics_template, sentences_in
from placards.messages.diagnostics import Translator, translator
from placards.messages.library import MessageLibrary
from placards.messages.pack import read_pack
from placards.problems import sentences as sentences_package
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, near
from placards.problems.sentence import Sentence
from placards.problems.sentences import remedies, sentences

from .support import PACK, po, write, write_pack
from .tools import PROJECT, gettext, pybabel

GERMAN = r"""msgid ""
msgstr ""
"Language: de\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "there is no slogan pack “{pack}”"
msgstr "es gibt kein Parolenpaket „{pack}“"

msgid "Did you mean {near:or}?"
msgstr "Meinten Sie {near:or}?"

msgid " or "
msgstr " oder "

msgid "{count} text is missing"
msgid_plural "{count} texts are missing"
msgstr[0] "ein Text fehlt"
msgstr[1] "{count} Texte fehlen"

msgid "the file has {size:,} bytes, more than {limit:,}"
msgstr "die Datei hat {groesse:,} Bytes"

#, fuzzy
msgid "there is no such file"
msgstr "unsicher"

msgid "Check the name"
msgstr "Den {Namen prüfen"
"""

ARABIC = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\n"

msgid "{count} text is missing"
msgid_plural "{count} texts are missing"
msgstr[0] "0"
msgstr[1] "1"
msgstr[2] "2"
msgstr[3] "few {count}"
msgstr[4] "many {count}"
msgstr[5] "other {count}"
"""


def world(**languages: str) -> World:
    return World(
        [Memory({f"locale/{tag}/LC_MESSAGES/diagnostics.po": text.encode() for tag, text in languages.items()})]
    )


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence with a plural."""
    known = sentences()
    plural = Sentence("{count} text is missing", "", plural="{count} texts are missing")
    monkeypatch.setattr("placards.problems.sentences.sentences", lambda: {**known, "test-counted": plural})


def test_a_diagnostic_speaks_german(counted: None) -> None:
    german = translator("de-AT", world(de=GERMAN))
    assert german.language == "de"
    unknown = diagnostic("pack-unknown", remedy=near("paece", ["peace", "piece"]), pack="paece")
    assert unknown.sentence(german) == "es gibt kein Parolenpaket „paece“. Meinten Sie “piece” oder “peace”?"
    assert unknown.sentence() == "there is no slogan pack “paece”. Did you mean “piece” or “peace”?"
    one, many = (Diagnostic("test-counted", (("count", count),)) for count in (1, 3))
    assert (one.sentence(german), many.sentence(german)) == ("ein Text fehlt.", "3 Texte fehlen.")
    assert (one.sentence(), many.sentence()) == ("1 text is missing.", "3 texts are missing.")


def test_every_plural_form_of_a_language_is_used(counted: None) -> None:
    arabic = translator("ar", world(ar=ARABIC))
    forms = [Diagnostic("test-counted", (("count", count),)).problem(arabic) for count in (0, 1, 2, 5, 11, 100)]
    assert forms == ["0", "1", "2", "few 5", "many 11", "other 100"]


def test_what_cannot_be_used_is_said_in_english() -> None:
    german = translator("de", world(de=GERMAN))
    large = diagnostic("file-large", size=2000, limit=1000)
    assert large.problem(german) == "the file has 2,000 bytes, more than 1,000"  # another parameter's name
    missing = diagnostic("file-missing")
    assert missing.sentence(german) == "there is no such file. Check the name."  # fuzzy; half a brace
    assert diagnostic("value-bool", value="5").problem(german) == "5 is neither true nor false"


@pytest.mark.parametrize("broken", ['msgid "\n', "\0", 'msgid "a"\nmsgstr "b"\n"Plural-Forms: nplurals=x"\n'])
def test_a_broken_catalog_is_english(broken: str) -> None:
    found = translator("de", world(de=broken))
    assert found("Add it") == "Add it"
    assert translator("fr", world(de=GERMAN)).language == "en"
    assert translator("de", World([])).plural("a", "b", 2) == "b"


def test_the_shipped_catalog_comes_after_the_users() -> None:
    own, shipped = (
        Memory({"locale/de/LC_MESSAGES/diagnostics.po": po(f'msgid "Add it"\nmsgstr "{text}"\n').encode()})
        for text in ("eigen", "mitgeliefert")
    )
    assert translator("de", World([own, shipped]))("Add it") == "eigen"
    assert isinstance(translator("de", World([shipped])), Translator)


def test_the_template_has_every_sentence_once(tmp_path: Path) -> None:
    path = tmp_path / "diagnostics.pot"
    path.write_bytes(diagnostics_template(path).encoded())
    found = {entry.msgid: entry.msgid_plural for entry in polib.pofile(str(path))}
    expected = {" or ", " and "}
    for known in sentences().values():
        expected |= {known.problem, known.remedy} - {""}
        if known.plural:
            assert found[known.problem] == known.plural
    expected |= set(remedies().values())
    assert set(found) == expected
    gettext("msgfmt", "--check-format", "-o", str(tmp_path / "x.mo"), path)


def test_sentences_are_found_with_their_codes_and_lines() -> None:
    source = b"""from placards.problems.sentence import Sentence, warning
_SHARED = "shared"
SENTENCES = {
    "a-b": Sentence("one {x}", f"{_SHARED} clause"),
    "a-c": warning("two", plural="twos"),
}
REMEDIES = {"r": "rest"}
"""
    assert list(sentences_in(source)) == [
        (4, None, "one {x}", ["Code: a-b"]), (4, None, "shared clause", ["Code: a-b"]),
        (5, "ngettext", ("two", "twos"), ["Code: a-c"]), (7, None, "rest", ["Code: r"]),
    ]  # fmt: skip


def test_the_command_writes_the_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "extract", "--diagnostics", "--path", str(tmp_path)]) == 0
    assert "diagnostics.pot" in capsys.readouterr().out
    assert b"there is no such file" in (tmp_path / "locale" / "diagnostics.pot").read_bytes()


def test_pybabel_finds_the_sentences(tmp_path: Path) -> None:
    write(tmp_path / "babel.cfg", (PROJECT / "babel.cfg").read_text("utf-8"))
    folder = Path(sentences_package.__file__).parent
    for module in folder.glob("*.py"):
        write(tmp_path / "placards" / "problems" / "sentences" / module.name, module.read_bytes())
    pybabel(tmp_path, "extract", "-F", "babel.cfg", "-o", "all.pot", ".")
    found = {entry.msgid for entry in polib.pofile(str(tmp_path / "all.pot"))}
    assert {known.problem for known in sentences().values()} <= found


def test_pybabel_needs_no_installed_methods(tmp_path: Path) -> None:
    """defects.md 37: it ended in a traceback where placards could be imported but was not installed."""
    write(tmp_path / "babel.cfg", (PROJECT / "babel.cfg").read_text("utf-8"))
    write_pack(tmp_path / "templates")
    program = (
        "import importlib.metadata as m, sys\n"
        f"sys.path.insert(0, {str(PROJECT)!r})\n"
        "m.entry_points = lambda **_: ()\n"
        "from babel.messages.frontend import main\n"
        "sys.argv = ['pybabel', 'extract', '-F', 'babel.cfg', '-o', 'x.pot', '.']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Ceasefire now" in (tmp_path / "x.pot").read_text("utf-8")


def test_the_programs_catalog_is_no_packs(tmp_path: Path) -> None:
    write(tmp_path / "locale" / "de" / "LC_MESSAGES" / "diagnostics.po", GERMAN)
    library = MessageLibrary.with_shipped([tmp_path])
    assert not library.problems()
    assert "diagnostics" not in {Path(file.name).stem for file, _ in library.all_catalogs()}
    with pytest.raises(InputError, match="a pack cannot be called “diagnostics”"):
        read_pack(write_pack(tmp_path, PACK, "diagnostics"))
