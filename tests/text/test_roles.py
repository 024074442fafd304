"""Every role draws every language: its own faces where they draw a whole message, the next role's where not."""

from __future__ import annotations

import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb

from placards.files.shipped import fonts_folder, world_of
from placards.inputs import Inputs
from placards.messages.trust.status import Status
from placards.text.family import FontFile
from placards.text.font import Font
from placards.text.fontset import ROLE_WEIGHTS, FontSet, font_set, shipped_fonts
from placards.text.shape import TextStyle, prepare

ROLES = ("display", "poster", "hand", "stencil", "condensed", "grotesk")
CIRCLE = "\u25cc"

#: Ideographs that no shipped face has (敨, 刬), or none beside the others; Vai and Yi borrow their comma; no face of Grantha.
NOT_WHOLE = {"gan", "hak", "hsn", "ii", "nan", "sa-Gran", "vai", "vi-Hani", "yue-Hans", "zh-Hans-x-beijing"}

#: Scripts that more than one family draws, with the face that each role shows; what is not here falls back to display.
FACES = {
    ("en", "Latn"): ("Anton-Regular", "ProtestStrike", "PermanentMarker", "SairaStencilOne", "AlumniSans", "Inter"),
    ("pl", "Latn"): ("Anton-Regular", "ProtestStrike", "PlaypenSans", "SairaStencilOne", "AlumniSans", "Inter"),
    ("ru", "Cyrl"): ("AlumniSans", "AlumniSans", "ShantellSans", "AlumniSans", "AlumniSans", "Inter"),
    ("kk", "Cyrl"): ("FiraSans", "FiraSans", "ShantellSans", "FiraSans", "FiraSans", "Inter"),
    ("el", "Grek"): ("SofiaSans", "SofiaSans", "SofiaSans", "SofiaSans", "SofiaSans", "Inter"),
    ("ar", "Arab"): ("Lalezar", "Jomhuria", "PlaypenSansArabic", "Lalezar", "NotoSansArabic", "Vazirmatn"),
    ("fa", "Arab"): ("Lalezar", "Jomhuria", "PlaypenSansArabic", "Vazirmatn", "NotoSansArabic", "Vazirmatn"),
    ("ur", "Arab"): ("PlacardNastaliq",) * 6,
    ("ckb", "Arab"): ("Jomhuria", "Jomhuria", "PlaypenSansArabic", "Jomhuria", "NotoSansArabic", "Vazirmatn"),
    ("he", "Hebr"): ("Karantina", "Karantina", "PlaypenSansHebrew", "Karantina", "Karantina", "Rubik"),
    ("yi", "Hebr"): ("Heebo",) * 6,
    ("hi", "Deva"): ("AnekDevanagari", "Modak", "Kalam", "AnekDevanagari", "AnekDevanagari", "Poppins"),
    ("bn", "Beng"): ("AnekBangla", "AnekBangla", "Atma", "AnekBangla", "AnekBangla", "NotoSansBengali"),
    ("ml", "Mlym"): ("AnekMalayalam", "Uroob", "AnekMalayalam", "AnekMalayalam", "AnekMalayalam", "NotoSansMalayalam"),
    ("si", "Sinh"): ("Gemunu", "Gemunu", "Gemunu", "StickNoBills", "Gemunu", "NotoSansSinhala"),
    ("th", "Thai"): ("NotoSansThai", "Kanit", "PlaypenSansThai", "NotoSansThai", "NotoSansThai", "NotoSansThai"),
    ("km", "Khmr"): ("NotoSansKhmer-Extra", "Koulen", *("NotoSansKhmer-Extra",) * 3, "NotoSansKhmer-Black"),
    ("ja", "Hani"): ("NotoSansCJKjp", "DelaGothic", "YuseiMagic", "NotoSansCJKjp", "WDXLLubrifontJPN", "NotoSansCJKjp"),
    ("zh-Hans", "Hani"): ("NotoSansCJKsc", "NotoSansCJKsc", "ZCOOLKuaiLe", "NotoSansCJKsc", "WDXLLubrifontSC", "NotoSansCJKsc"),
    ("zh-Hant", "Hani"): (*("NotoSansCJKtc",) * 4, "WDXLLubrifontTC", "NotoSansCJKtc"),
    ("ko", "Hang"): ("NotoSansCJKkr", "BlackHanSans", "Jua", "NotoSansCJKkr", "NotoSansCJKkr", "NotoSansCJKkr"),
}  # fmt: skip


@pytest.mark.parametrize(("language", "script"), FACES, ids=lambda value: value)
def test_faces_of_roles(language: str, script: str) -> None:
    fonts = shipped_fonts()
    for role, face in zip(ROLES, FACES[language, script], strict=True):
        assert fonts.candidates(role, language, script, 900)[0].name.startswith(face), role


def test_behind_every_role_stands_display_and_then_text() -> None:
    fonts = shipped_fonts()
    scripts = {script for family in fonts.families for script in family.scripts} - {"Zyyy", "Zsye", "Brai"}
    for script in scripts:
        display = tuple(fonts.candidates("display", "", script, 900))
        assert display
        for role in ("poster", "hand", "stencil", "condensed", "grotesk"):
            own = [f for f in fonts.families if role in f.roles and script in f.scripts]
            behind = tuple(fonts.candidates(role, "", script, 900))
            assert behind[: len(own)] == tuple(family.font(role, 900) for family in own)
            assert behind[len(own) :] == tuple(font for font in display if font not in behind[: len(own)])


def test_what_stands_in_is_as_wide_as_for_the_role_that_it_stands_in_from() -> None:
    fonts = shipped_fonts()
    (first, *_) = fonts.candidates("stencil", "th", "Thai", 900)
    assert first == fonts.candidates("display", "th", "Thai", 900)[0]
    assert dict(first.variations) == {"wdth": 62.5, "wght": 900}
    assert dict(fonts.candidates("grotesk", "th", "Thai", 900)[0].variations) == {"wght": 900}


def test_the_old_name_of_hand_works_in_layouts_and_in_lists(tmp_path: Path) -> None:
    fonts = shipped_fonts()
    named = [list(fonts.candidates(role, "en", "Latn", 900)) for role in ("hand", "handwritten")]
    assert named[0] == named[1]
    assert ROLE_WEIGHTS["handwritten"] == ROLE_WEIGHTS["hand"]
    (tmp_path / "fonts").mkdir()
    shutil.copy(fonts_folder() / "Bangers" / "Bangers-Regular.ttf", tmp_path / "fonts" / "own.ttf")
    (tmp_path / "fonts" / "fonts.toml").write_text(
        '[[family]]\nname = "Mine"\nroles = ["handwritten"]\nscripts = ["Latn"]\nfiles = [{ file = "own.ttf" }]\n'
    )
    own = font_set(world_of([tmp_path]))
    for role in ("hand", "handwritten"):
        assert own.candidates(role, "en", "Latn", 900)[0].name == "own.ttf"
    assert own.candidates("display", "en", "Latn", 900)[0].name == "Anton-Regular.ttf"


def test_a_users_face_for_slogans_goes_before_our_posters(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    shutil.copy(fonts_folder() / "Bangers" / "Bangers-Regular.ttf", tmp_path / "fonts" / "own.ttf")
    (tmp_path / "fonts" / "fonts.toml").write_text(
        '[[family]]\nname = "Mine"\nroles = ["display"]\nscripts = ["Latn"]\nfiles = [{ file = "own.ttf" }]\n'
    )
    own = font_set(world_of([tmp_path]))
    for role in ("display", "poster", "hand", "stencil", "condensed"):
        assert own.candidates(role, "en", "Latn", 900)[0].name == "own.ttf"
    assert own.candidates("text", "en", "Latn", 700)[0].name != "own.ttf"


def test_a_face_with_few_letters_loses_the_whole_message() -> None:
    """Permanent Marker knows no ő, a subset no rare ideograph, Bangers no ɗ: nothing is drawn half by another face."""
    for role, language, text, first in (
        ("hand", "en", "Erdős wrote", "PlaypenSans-ExtraBold.ttf"),
        ("hand", "hu", "Béke most", "PlaypenSans-ExtraBold.ttf"),
        ("condensed", "ja", "鬱と平和", "NotoSansCJKjp-Black-jis.otf"),
        ("poster", "ko", "평화 녰", "NotoSansCJKkr-Black-hangul.otf"),
        ("poster", "ha", "ɗan adam", "Anton-Regular.ttf"),
        ("poster", "hi", "ॸ शांति", "AnekDevanagari-CondensedExtraBold.ttf"),
    ):
        runs = prepare(text, TextStyle(language, role), shipped_fonts()).runs
        assert {run.font.name for run in runs} == {first}, (text, [run.font.name for run in runs])


def test_fonts_are_opened_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    before = FontFile.font

    def spy(file: FontFile, *settings: Any) -> Font:
        opened.append(file.path.name)
        return before(file, *settings)

    monkeypatch.setattr(FontFile, "font", spy)
    fonts = FontSet(shipped_fonts().families, shipped_fonts().preferences)
    prepare("Peace now", TextStyle("en", "display"), fonts)
    assert opened == ["Anton-Regular.ttf"]
    few = fonts.candidates("display", "en", "Latn", 900)
    assert len(few) > 5
    assert [font.name for font in few[:2]] == [few[0].name, few[1].name]
    assert few[-1] == list(few)[-1]
    with pytest.raises(IndexError):
        few[len(few)]
    assert len(set(opened)) == len(opened) == len(few)


@cache
def messages() -> dict[str, list[str]]:
    """All that the packs say, by language."""
    library = Inputs().messages
    slogans = [slogan for slogan in library.slogans() if not slogan.full_name.startswith("interface/")]
    found: dict[str, list[str]] = {}
    for language in library.language_tags():
        every = (library.message(slogan, language) for slogan in slogans)
        found[language] = [message.text for message in every if message.status is not Status.MISSING]
    return found


def wrong_in(text: str, language: str, role: str, fonts: FontSet) -> list[str]:
    """What HarfBuzz, asked anew, would show as boxes or circles, and scripts that more than one face draws."""
    paragraph = prepare(text, TextStyle(language, role), fonts)
    wrong: list[str] = []
    by_script: dict[str, set[str]] = {}
    for run in paragraph.runs:
        by_script.setdefault(run.script, set()).add(run.font.name)
        part = text[run.start : run.end].replace("\n", " ")
        buffer = hb.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        buffer.language = language
        hb.shape(run.font.hb_font, buffer)
        circle = run.font.hb_font.get_nominal_glyph(ord(CIRCLE))
        shown = {info.codepoint for info in buffer.glyph_infos}
        if 0 in shown:
            wrong.append(f"{part!r}: no glyph in {run.font.name}")
        if circle in shown and CIRCLE not in part:
            wrong.append(f"{part!r}: a circle in {run.font.name}")
    mixed = {script: names for script, names in by_script.items() if len(names) > 1}
    return [*wrong, *(f"{text!r}: {script} in {sorted(names)}" for script, names in mixed.items())]


@pytest.mark.parametrize("role", ROLES[:-1])
def test_every_message_is_drawn_whole_by_one_face_a_script(role: str, request: pytest.FixtureRequest) -> None:
    """All languages; of each a few messages, and with --all-sizes all of them."""
    whole = request.config.getoption("--all-sizes")
    fonts = shipped_fonts()
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    for number, (language, texts) in enumerate(messages().items()):
        if language in NOT_WHOLE:
            continue
        step = 1 if whole else max(1, len(texts) // 3)
        for text in texts[number % step :: step]:
            wrong += [f"{language}: {what}" for what in wrong_in(text, language, role, fonts)]
            seen[language] += 1
    assert not wrong, f"{len(wrong)}, first: {wrong[:5]}"
    assert len(seen) > 450
