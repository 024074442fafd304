"""Packs and catalogs on a search path become messages."""

from __future__ import annotations

import io
import os
import pickle
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from placards.files.world import Bundle, Memory, World
from placards.messages import library as library_module
from placards.messages.library import LanguageSummary, MessageLibrary
from placards.messages.po.catalog import Catalog, read_catalog
from placards.messages.trust.status import Status
from placards.problems.errors import InputError, UnknownNameError

from .support import PACK, entry, world, write, write_pack, write_po

CEASEFIRE = ("ceasefire-now", "Ceasefire now")
TALK = ("talk-not-war", "Talk, don’t fight")

BROKEN = 'msgid "A\n'


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """What placards brings along."""
    write_pack(tmp_path / "shipped")
    return tmp_path / "shipped"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """What lies beside the campaign."""
    (tmp_path / "user").mkdir()
    return tmp_path / "user"


def told(library: MessageLibrary, slogan: str, language: str) -> tuple[str, str, str]:
    """A message's text, language and status."""
    message = library.message(slogan, language)
    return message.text, message.found_language, message.status


def test_message_says_everything(shipped: Path) -> None:
    write_po(shipped, "fa", entry(*CEASEFIRE, "آتش‌بس،\nهمین حالا"))
    message = MessageLibrary(world(shipped)).message("ceasefire-now", "fa_AF")
    assert message.slogan == "peace/ceasefire-now"
    assert (message.language, message.found_language) == ("fa-AF", "fa")
    assert (message.text, message.status) == ("آتش‌بس،\nهمین حالا", "translated")
    assert pickle.loads(pickle.dumps(message)) == message


@pytest.mark.parametrize(
    ("folder", "asked", "found"),
    [
        ("ur", "ur", "ur"),
        ("fa", "fa-AF", "fa"),
        ("fa_Arab", "fa", "fa-Arab"),
        ("zh_Hant", "zh-TW", "zh-Hant"),
        ("zh-Hant", "zh_hk", "zh-Hant"),
        ("zh_Hans", "zh", "zh-Hans"),
        ("zh", "zh-Hans", "zh"),
        ("zh_CN", "zh-Hans-CN", "zh-CN"),
        ("pt_BR", "pt-BR", "pt-BR"),
        ("pa_Arab", "pa-PK", "pa-Arab"),
        ("PT_br", "pt-br", "pt-BR"),
        ("zh_Hans", "zh-TW", None),  # another script is no fallback
        ("pa", "pa-Arab", None),
        ("fa_AF", "fa", None),
        ("sr_Latn", "sr", None),
    ],
)
def test_fallbacks_keep_the_script(shipped: Path, folder: str, asked: str, found: str | None) -> None:
    write_po(shipped, folder, entry(*CEASEFIRE, "x"))
    expected = ("x", found, "translated") if found else ("Ceasefire now", "en", "missing")
    assert told(MessageLibrary(world(shipped)), "ceasefire-now", asked) == expected


def test_statuses(shipped: Path) -> None:
    write_po(
        shipped,
        "ur",
        entry(*CEASEFIRE, "الف"),
        entry(*TALK, "ب", "#, fuzzy"),
        entry("hello-city", "Hi {city}", "پ"),
    )
    write_po(shipped, "ps", entry(*CEASEFIRE, ""), entry(*TALK, " \n"))
    library = MessageLibrary(world(shipped))
    assert told(library, "ceasefire-now", "ur") == ("الف", "ur", "translated")
    assert told(library, "talk-not-war", "ur") == ("ب", "ur", "fuzzy")
    assert told(library, "hello-city", "ur") == ("پ", "ur", "fuzzy")  # made for another source text
    assert told(library, "ceasefire-now", "ps") == ("Ceasefire now", "en", "missing")
    assert told(library, "talk-not-war", "ps") == ("Talk, don’t fight", "en", "missing")
    assert told(library, "ceasefire-now", "en") == ("Ceasefire now", "en", "source")
    assert told(library, "ceasefire-now", "en-US") == ("Ceasefire now", "en", "source")


def test_a_firm_text_further_off_goes_before_a_draft(shipped: Path) -> None:
    write_po(shipped, "fa_AF", entry(*CEASEFIRE, "draft", "#, fuzzy"), entry(*TALK, "draft", "#, fuzzy"))
    write_po(shipped, "fa", entry(*CEASEFIRE, "firm"), entry(*TALK, "another draft", "#, fuzzy"))
    write_po(shipped, "en_GB", entry(*CEASEFIRE, "Ceasefire, please", "#, fuzzy"), entry(*TALK, "Do talk"))
    library = MessageLibrary(world(shipped))
    assert told(library, "ceasefire-now", "fa-AF") == ("firm", "fa", "translated")
    assert told(library, "talk-not-war", "fa-AF") == ("draft", "fa-AF", "fuzzy")
    assert told(library, "ceasefire-now", "en-GB") == ("Ceasefire now", "en", "source")
    assert told(library, "talk-not-war", "en-GB") == ("Do talk", "en-GB", "translated")


def test_a_pack_in_a_variety_serves_its_language(tmp_path: Path) -> None:
    write_pack(tmp_path, PACK.replace('"en"', '"pt-BR"'))
    library = MessageLibrary(world(tmp_path))
    assert told(library, "ceasefire-now", "pt") == ("Ceasefire now", "pt-BR", "source")
    assert told(library, "ceasefire-now", "pt-PT")[2] == "missing"


@pytest.mark.parametrize(
    ("override", "text"),
    [
        ("Talk,\ndon’t fight", "Talk,\ndon’t fight"),
        ("Talk,\u00a0don't fight", "Talk,\u00a0don't fight"),
        ("Do talk", "Talk, don’t fight"),
        ("", "Talk, don’t fight"),
    ],
)
def test_the_packs_own_language_may_change_typography_only(shipped: Path, override: str, text: str) -> None:
    write_po(shipped, "en", entry(*TALK, override))
    assert told(MessageLibrary(world(shipped)), "talk-not-war", "en-IE") == (text, "en", "source")


def test_user_catalogs_win_entry_by_entry(shipped: Path, user: Path) -> None:
    write_po(
        shipped, "ur", entry(*CEASEFIRE, "shipped"), entry(*TALK, "shipped"), entry("hello-city", "Hello {city}", "s")
    )
    write_po(user, "ur", entry(*CEASEFIRE, "user", "#, fuzzy"), entry(*TALK, ""), entry("hello-city", "Hi", "stale"))
    library = MessageLibrary(world(user, shipped))
    assert told(library, "ceasefire-now", "ur") == ("user", "ur", "fuzzy")
    assert told(library, "talk-not-war", "ur") == ("shipped", "ur", "translated")
    assert told(library, "hello-city", "ur") == ("s", "ur", "translated")  # the user's is for another source text


def test_user_packs_win_as_a_whole(shipped: Path, user: Path) -> None:
    write_pack(user, '[pack]\nlanguage = "en"\n[[slogan]]\nid = "talk-not-war"\ntext = "Talk now"\n')
    write_pack(user, '[pack]\nlanguage = "ur"\n[[slogan]]\nid = "a"\ntext = "الف"\n', "apni")
    write_po(shipped, "ur", entry(*TALK, "ب"))
    library = MessageLibrary(world(user, shipped))
    assert [s.full_name for s in library.slogans()] == ["apni/a", "peace/talk-not-war"]
    assert told(library, "talk-not-war", "ur") == ("ب", "ur", "fuzzy")
    assert told(library, "apni/a", "ur") == ("الف", "ur", "source")


def test_names(shipped: Path) -> None:
    write_pack(shipped, '[pack]\nlanguage = "en"\n[[slogan]]\nid = "talk-not-war"\ntext = "Talk"\n', "work")
    library = MessageLibrary(world(shipped))
    assert library.slogan("ceasefire-now") is library.slogan("peace/ceasefire-now")
    assert library.slogan("work/talk-not-war").text == "Talk"
    assert [pack.name for pack in library.packs()] == ["peace", "work"]
    with pytest.raises(InputError, match="“talk-not-war” may be “peace/talk-not-war” or “work/talk-not-war”"):
        library.slogan("talk-not-war")
    with pytest.raises(UnknownNameError, match=r"no slogan “ceasefire”\. Did you mean “ceasefire-now”\?"):
        library.slogan("ceasefire")
    with pytest.raises(UnknownNameError, match=r"no slogan pack “paece”\. Did you mean “peace”\?"):
        library.slogan("paece/ceasefire-now")
    with pytest.raises(UnknownNameError, match=r"no slogan “peace/ceasfire-now”\. Did you mean “ceasefire-now”\?"):
        library.message("peace/ceasfire-now", "ur")
    with pytest.raises(InputError, match="“!” is not a language tag"):
        library.message("ceasefire-now", "!")


def test_slogans_by_tag_and_pack(shipped: Path) -> None:
    library = MessageLibrary(world(shipped))
    assert [s.id for s in library.slogans(tags=["short"])] == ["ceasefire-now", "talk-not-war"]
    assert [s.id for s in library.slogans(tags=["short", "chant"], pack="peace")] == ["ceasefire-now"]
    assert [s.id for s in library.slogans(tags="chant")] == ["ceasefire-now"]
    assert len(library.slogans(pack="peace")) == 3
    with pytest.raises(UnknownNameError, match=r"no slogan has the tag “chnat”\. Did you mean “chant”\?"):
        library.slogans(tags=["chnat"])
    with pytest.raises(UnknownNameError, match="no slogan pack"):
        library.slogans(pack="work")


def test_languages(shipped: Path, user: Path) -> None:
    write_po(shipped, "ur", entry(*CEASEFIRE, "الف"), entry(*TALK, "ب", "#, fuzzy"))
    write_po(user, "ur", entry("hello-city", "Hello {city}", "{city}"))
    write_po(shipped, "ps", entry(*CEASEFIRE, ""))
    write_po(shipped, "zh_Hans", entry(*CEASEFIRE, "停火"))
    write_po(user, "zh", entry(*CEASEFIRE, "停火"))
    write_po(shipped, "urdu", entry(*CEASEFIRE, "x"))
    (shipped / "locale" / "README.md").write_text("")
    assert MessageLibrary(world(user, shipped)).languages() == (
        LanguageSummary("en", 3, 0, 0),
        LanguageSummary("ur", 0, 2, 1),
        LanguageSummary("zh", 0, 1, 0),
    )


def test_a_broken_catalog_stops_its_language_only(shipped: Path) -> None:
    path = write(shipped / "locale" / "ur" / "LC_MESSAGES" / "peace.po", BROKEN)
    write_po(shipped, "fa", entry(*CEASEFIRE, "الف"))
    library = MessageLibrary(world(shipped))
    for asked in ("ur", "ur-IN"):
        with pytest.raises(InputError, match=r"ur/LC_MESSAGES/peace\.po:1: the closing quote is missing"):
            library.message("ceasefire-now", asked)
    assert told(library, "ceasefire-now", "fa") == ("الف", "fa", "translated")
    assert [summary.language for summary in library.languages()] == ["en", "fa"]
    assert [problem.place.file for problem in library.problems()] == [path]


def test_a_broken_pack_stops_itself_only(shipped: Path, user: Path) -> None:
    write_pack(user, "[pack]\n", "mine")
    write_pack(shipped, PACK, "mine")
    library = MessageLibrary(world(user, shipped))
    assert [pack.name for pack in library.packs()] == ["peace"]
    assert library.message("ceasefire-now", "en").slogan == "peace/ceasefire-now"
    with pytest.raises(InputError, match="does not say its language"):
        library.slogan("mine/ceasefire-now")
    with pytest.raises(UnknownNameError, match=r"It may be in .*mine\.toml, which cannot be read"):
        library.slogan("ceasfire-nwo")
    assert len(library.problems()) == 1


def test_problems_name_everything(shipped: Path) -> None:
    write_pack(shipped, "", "mine")
    write_po(shipped, "urdu", entry(*CEASEFIRE, "x"))
    write(shipped / "locale" / "fa" / "LC_MESSAGES" / "peace.po", BROKEN)
    write(shipped / "locale" / "fa" / "LC_MESSAGES" / "other.po", BROKEN)
    problems = MessageLibrary(world(shipped)).problems()
    assert [str(p.place.file).removeprefix(f"{shipped}/") for p in problems] == [
        "slogans/mine.toml",
        "locale/urdu",
        "locale/fa/LC_MESSAGES/other.po",
        "locale/fa/LC_MESSAGES/peace.po",
    ]


def test_catalogs_are_read_once_and_only_where_needed(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("fa", "fa_AF", "ur"):
        write_po(shipped, language, entry(*CEASEFIRE, language))
    write_po(shipped, "fa", pack="other")
    read: list[str] = []

    def spy(path: Path, language: str, domain: str) -> Catalog:
        read.append(f"{language}/{domain}")
        return read_catalog(path, language, domain)

    monkeypatch.setattr(library_module, "read_catalog", spy)
    library = MessageLibrary(world(shipped))
    library.message("ceasefire-now", "en")
    assert read == []
    for _ in range(2):
        library.message("ceasefire-now", "fa-AF")
        library.message("ceasefire-now", "ur")
        library.message("talk-not-war", "ur")
    assert read == ["fa-AF/peace", "ur/peace"]


def test_folders_that_are_none(shipped: Path, tmp_path: Path) -> None:
    shutil.rmtree(shipped / "slogans")
    assert MessageLibrary(world(shipped)).packs() == ()
    assert MessageLibrary(world(shipped)).languages() == ()
    with pytest.raises(InputError, match="none: there is no such folder"):
        MessageLibrary.with_shipped([tmp_path / "none"])
    with pytest.raises(InputError, match="is not a folder"):
        MessageLibrary.with_shipped([write(tmp_path / "file", "")])


def test_a_folder_that_cannot_be_read(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(InputError, match=r"slogans: cannot be read \(Permission denied\)\. Check its permissions"):
        MessageLibrary(world(shipped))


def test_packs_and_catalogs_may_lie_in_a_bundle_or_in_memory(shipped: Path) -> None:
    write_po(shipped, "ur", entry(*CEASEFIRE, "الف"), entry(*TALK, "ب", "#, fuzzy"))
    write_po(shipped, "ar_Latn", entry(*CEASEFIRE, "alif"))
    files = {p.relative_to(shipped).as_posix(): p.read_bytes() for p in sorted(shipped.rglob("*")) if p.is_file()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    expected = MessageLibrary(world(shipped))
    for source in (Memory(files), Bundle(packed.getvalue())):
        library = MessageLibrary(World([source]))
        assert library.languages() == expected.languages()
        for language in ("ur", "en", "ar-Latn", "de"):
            assert told(library, "ceasefire-now", language) == told(expected, "ceasefire-now", language)
    broken = MessageLibrary(World([Memory({**files, "locale/ur/LC_MESSAGES/peace.po": b'msgid "\n'}, "campaign.zip")]))
    with pytest.raises(InputError, match=r"campaign\.zip:locale/ur/LC_MESSAGES/peace\.po:1: the closing quote"):
        broken.message("ceasefire-now", "ur")


def test_a_pack_that_links_out_of_its_folder_is_named(shipped: Path, tmp_path: Path) -> None:
    (shipped / "slogans" / "other.toml").symlink_to(write(tmp_path / "other.toml", PACK))
    (problem,) = MessageLibrary(world(shipped)).problems()
    assert str(problem.place.file).endswith("other.toml")
    assert "is a link that leaves its folder" in str(problem)


def test_edited_files_are_seen_by_the_next_library(shipped: Path) -> None:
    write_po(shipped, "ur", entry(*CEASEFIRE, "الف"))
    assert told(MessageLibrary(world(shipped)), "ceasefire-now", "ur")[0] == "الف"
    write_po(shipped, "ur", entry(*CEASEFIRE, "بـ ا"))
    write_pack(shipped, PACK.replace('"Hello {city}"', '"Hullo {city}"'))
    library = MessageLibrary(world(shipped))
    assert told(library, "ceasefire-now", "ur")[0] == "بـ ا"
    assert library.slogan("hello-city").text == "Hullo {city}"


def test_files_of_editors_are_not_packs(shipped: Path) -> None:
    for name in (".#peace", "._mine"):
        write_pack(shipped, "\0", name)
    assert MessageLibrary(world(shipped)).problems() == ()


def test_status_is_an_order_of_trust() -> None:
    assert [str(status) for status in sorted(Status, key=lambda s: s.trust)] == [
        "missing",
        "fuzzy",
        "translated",
        "approved",
        "official",
        "source",
    ]
    assert Status.SOURCE.at_least(Status.TRANSLATED)
    assert not Status.FUZZY.at_least(Status.TRANSLATED)
    assert Status("fuzzy") is Status.FUZZY
