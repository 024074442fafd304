"""The packs and catalogs that we ship: every one can be read, fits its pack, and passes gettext's own tools."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from placards.files.shipped import templates_folder
from placards.messages.library import MessageLibrary
from placards.messages.po.catalog import read_catalog
from placards.messages.proof.check import check_library
from placards.problems.diagnostic import Severity

LOCALE = templates_folder() / "locale"
LANGUAGES = sorted(path.name for path in LOCALE.iterdir() if path.is_dir()) if LOCALE.is_dir() else []


def gettext_tool(name: str) -> str:
    """The program's path; without it the test fails on CI and is skipped elsewhere."""
    found = shutil.which(name)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing; install gettext")
        pytest.skip(f"{name} is missing; install gettext")
    return found


def catalogs(language: str) -> list[Path]:
    return sorted((LOCALE / language / "LC_MESSAGES").glob("*.po"))


def test_packs_are_there() -> None:
    library = MessageLibrary.with_shipped()
    assert {"climate", "community", "peace", "rights", "solidarity", "work"} <= {pack.name for pack in library.packs()}
    for slogan in library.slogans():
        assert library.slogan(slogan.id) == slogan, "a shipped slogan can be asked for by its bare id"


def test_no_errors() -> None:
    library = MessageLibrary.with_shipped()
    assert library.problems() == ()
    assert [str(v) for v in check_library(library) if v.severity is Severity.ERROR] == []


def test_every_language_has_messages() -> None:
    library = MessageLibrary.with_shipped()
    summaries = {summary.language.replace("-", "_"): summary for summary in library.languages()}
    started = {language for language in LANGUAGES if catalogs(language)}
    assert started <= summaries.keys()
    for language in started:
        for slogan in library.slogans():
            assert library.message(slogan, language).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_msgfmt_accepts_every_catalog(language: str) -> None:
    msgfmt = gettext_tool("msgfmt")
    for path in catalogs(language):
        done = subprocess.run([msgfmt, "--check", "-o", os.devnull, path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_msgcat_writes_what_we_read(language: str, tmp_path: Path) -> None:
    msgcat = gettext_tool("msgcat")
    for path in catalogs(language):
        again = tmp_path / path.name
        subprocess.run([msgcat, "--to-code=UTF-8", "-o", again, path], capture_output=True, check=True)
        ours, theirs = (read_catalog(each, language, path.stem).entries for each in (path, again))
        assert [(key, e.text, e.fuzzy, e.translator_comments) for key, e in ours.items()] == [
            (key, e.text, e.fuzzy, e.translator_comments) for key, e in theirs.items()
        ]
