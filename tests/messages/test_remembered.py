"""What comes out of the user's cache is what reading the files gives."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from placards.files.cache import Cache
from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.messages.language_rows import language_rows
from placards.messages.library import MessageLibrary
from placards.messages.pack import read_pack
from placards.messages.po.catalog import read_catalog
from placards.text.font_list import read_font_list

from .support import PACK, entry, world, write, write_pack, write_po

CEASEFIRE = ("ceasefire-now", "Ceasefire now")


@pytest.fixture(params=["off", "on"])
def cache(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PLACARDS_CACHE", "off" if request.param == "off" else str(tmp_path / "cache"))
    return str(request.param)


def test_shipped_packs_and_catalogs_are_the_same_out_of_the_cache(cache: str) -> None:
    for _ in range(2):
        library = MessageLibrary.with_shipped()
        for pack in library.packs():
            assert pack == read_pack(Path(pack.path))
            assert str(pack.slogans[0].source_place) == str(read_pack(Path(pack.path)).slogans[0].source_place)
        for file, catalog in [*library.all_catalogs()][::100]:
            assert file.path is not None
            assert not isinstance(catalog, Exception)
            assert catalog == read_catalog(file.path, catalog.language, catalog.domain)


def test_shipped_fonts_are_the_same_out_of_the_cache(cache: str) -> None:
    listing = world_of().file("fonts/fonts.toml")
    first, second = read_font_list(listing), read_font_list(listing)
    assert first == second
    assert len(first.families) > 100


def test_a_users_own_words_are_not_put_into_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACARDS_CACHE", str(tmp_path / "cache"))
    write_pack(tmp_path / "own", PACK.replace("Ceasefire now", "A secret plan"))
    write_po(tmp_path / "own", "ur", entry("ceasefire-now", "A secret plan", "ایک راز"))
    library = MessageLibrary.with_shipped([tmp_path / "own"])
    assert library.message("peace/ceasefire-now", "ur").text == "ایک راز"
    assert language_rows(world_of([tmp_path / "own"]))
    kept = [path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert kept
    own = [b"A secret plan", "ایک راز".encode(), str(tmp_path).encode()]
    assert not [data for data in kept if any(word in data for word in own)]


def test_the_list_of_languages_is_remembered_and_made_anew_after_an_edit(tmp_path: Path) -> None:  # defects.md 38
    cache = Cache(tmp_path / "cache")
    own = tmp_path / "own"
    write_pack(own)
    path = write_po(own, "ur", entry(*CEASEFIRE, "الف"))
    made = language_rows(world(own), cache)
    assert [(row.tag, row.english, row.direction, row.source, row.translated) for row in made] == [
        ("en", "English", "ltr", 3, 0), ("ur", "Urdu", "rtl", 0, 1),
    ]  # fmt: skip

    class Spy(Cache):
        def remember(self, kind: str, content: str, value: object) -> None:
            raise AssertionError("made again")

    assert language_rows(world(own), Spy(tmp_path / "cache")) == made
    write_po(own, "ur", entry(*CEASEFIRE, "الف", "#, fuzzy"))
    assert [row.fuzzy for row in language_rows(world(own), cache)] == [0, 1]
    os.utime(path, ns=(1, 1))
    write(path.parent / "more.po", "")
    write_pack(own, PACK.replace("peace", "more"), "more")
    assert [row.source for row in language_rows(world(own), cache)] == [6, 0]
    path.unlink()
    assert [row.tag for row in language_rows(world(own), cache)] == ["en"]


def test_languages_of_a_world_without_a_disk_are_counted_each_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for text in ("en", "fr"):
        pack = PACK.replace('language = "en"', f'language = "{text}"').encode()
        (row,) = language_rows(World([Memory({"slogans/peace.toml": pack})]), cache)
        assert row.tag == text
    assert not list(tmp_path.iterdir())


def test_rows_are_what_the_library_counts(tmp_path: Path) -> None:
    rows = language_rows(world_of(), Cache(tmp_path))
    summaries = MessageLibrary.with_shipped().languages()
    assert [(r.tag, r.source, r.translated, r.fuzzy, r.transliteration) for r in rows] == [
        dataclasses.astuple(summary) for summary in summaries
    ]
