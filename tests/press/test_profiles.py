"""Profiles out of TOML: what is shipped, what extends what, what a user's own does, and what contradicts itself."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from placards.files.shipped import shipped_source, templates_folder, world_of
from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.press.condition import check_icc, shipped_icc
from placards.press.profile_file import profile_names, read_profile
from placards.press.profile_rules import RULES
from placards.problems.errors import InputError, PlacardsError, UnknownNameError
from placards.problems.sentences import sentences
from placards.values.profile import HOME, Profile

KINDS = {"home", "copyshop", "press-x4", "press-x1a", "banner"}


def world(**files: str | bytes) -> World:
    """A World with profiles of one's own (``shop`` is ``profiles/shop.toml``) before what is shipped."""
    named = {
        f"profiles/{name}.toml" if isinstance(text, str) else name.replace("__", "."): (
            text.encode() if isinstance(text, str) else text
        )
        for name, text in files.items()
    }
    return World([Memory(named), shipped_source()])


def shop(text: str, **more: str | bytes) -> Profile:
    return read_profile(world(shop=text, **more), "shop")


def wrong(text: str, **more: str | bytes) -> list[str]:
    """What is said of a profile, as sentences with their places."""
    with pytest.raises(PlacardsError) as caught:
        shop(text, **more)
    return [str(found) for found in caught.value.diagnostics]


# What is shipped.


def test_five_kinds_and_fourteen_shops_each_with_a_sentence_a_source_and_a_day() -> None:
    names = profile_names(world_of())
    assert set(names) >= KINDS
    shops = [read_profile(world_of(), name) for name in names if name not in KINDS]
    assert len(shops) == 14
    for profile in shops:
        assert re.search(r"\.(com|de|fi|it|co\.za|com\.au|com\.pl)", profile.source), profile.name
    for name in names:
        profile = read_profile(world_of(), name)
        assert profile.name == name
        assert profile.summary.endswith("."), name
        assert "\n" not in profile.summary
        assert name == "home" or (profile.source and re.fullmatch(r"\d{4}-\d\d-\d\d", profile.checked)), name


def test_the_kinds_are_what_they_say() -> None:
    home, copyshop, x4, x1a, banner = (
        read_profile(world_of(), name) for name in ("home", "copyshop", "press-x4", "press-x1a", "banner")
    )
    assert replace(home, summary="", source="", checked="") == HOME
    assert home.digest == HOME.digest
    assert (copyshop.standard, copyshop.inks, copyshop.bleed_mm) == ("pdf/a-2a", "rgb", 3.0)
    assert (x4.standard, x4.inks, x4.layers, x4.transparency, x4.most_ink) == ("pdf/x-4", "cmyk", True, True, 3.0)
    assert (x1a.standard, x1a.layers, x1a.transparency, x1a.finishing_on) == ("pdf/x-1a", False, False, "page")
    assert (banner.bleed_mm, banner.safe_mm, banner.finishing.eyelets_mm) == (20.0, 50.0, 500.0)


def test_the_shops_are_what_their_pages_say() -> None:
    """Single facts of the table of shops, written down once more by hand."""
    of = {name: read_profile(world_of(), name) for name in profile_names(world_of())}
    assert of["guildford"].bleed_mm == 51
    assert of["guildford"].spots is False
    assert of["printcarrier"].black.large == (0.6, 0.6, 0.6, 1.0)
    assert of["digital-print-solutions"].black.large == (1, 1, 1, 1)
    assert of["digital-print-solutions"].overprint is False
    assert of["inked-technologies"].bleed_mm == 0
    assert of["inked-technologies"].scale.longest_mm == pytest.approx(5080)
    assert of["advalue"].scale.factors == (2, 4, 10)
    assert of["grano"].finishing.hem_mm == 20
    assert of["studiokolor"].edition == 2001
    assert {name for name, profile in of.items() if profile.marks} == {"advalue", "brandfuel"}
    assert not any(of[name].layers for name in ("printcarrier", "europrint24", "printered", "studiokolor"))


# One's own.


def test_what_is_said_goes_before_what_is_extended_key_by_key() -> None:
    made = shop('extends = "banner"\nbleed = "0.5in"\n[finishing]\neyelets = "1m"\npockets = ["start"]\npocket = "8cm"')
    assert made.bleed_mm == pytest.approx(12.7)
    assert made.safe_mm == 50
    assert (made.finishing.eyelets_mm, made.finishing.hem_mm) == (1000, 25.4)
    assert (made.finishing.pockets, made.finishing.pocket_mm) == (("start",), 80)
    assert (made.name, made.summary, made.source) == ("shop", "", "")


def test_every_key_reaches_its_field() -> None:
    text = """extends = "press-x1a"
        edition = 2001
        most_ink = 320
        spots = false
        overprint = false
        bleed = "4mm"
        safe = "1cm"
        marks = true
        mark_offset = "5mm"
        slug = true
        date = 2027-05-01
        dpi = 200
        least_dpi = 90
        file_name = "{profile}-{languages}-{size}-{scale}.{format}"
        condition = { name = "FOGRA51", info = "coated" }
        black = { text = [0, 0, 0, 95], large = [50, 40, 40, 100], large_from = "3cm" }
        scale = { longest = "2m", factors = [5, 50] }
        finishing = { cut = true, folds = [{ side = "top", at = "10cm" }], eyelet = "10mm", eyelet_inset = "2cm" }
    """
    made = shop(text)
    assert (made.edition, made.most_ink, made.spots, made.overprint) == (2001, 3.2, False, False)
    assert (made.bleed_mm, made.safe_mm, made.marks, made.mark_offset_mm) == (4, 10, True, 5)
    assert (made.slug, made.date, made.dpi, made.least_dpi) == (True, "2027-05-01", 200, 90)
    assert made.file_name == "{profile}-{languages}-{size}-{scale}.{format}"
    assert (made.condition.name, made.condition.info) == ("FOGRA51", "coated")
    assert (made.black.text, made.black.large, made.black.large_from_mm) == ((0, 0, 0, 0.95), (0.5, 0.4, 0.4, 1), 30)
    assert (made.scale.longest_mm, made.scale.factors) == (2000, (5, 50))
    assert (made.finishing.cut, made.finishing.folds) == (True, (("top", 100.0),))
    assert (made.finishing.eyelet_mm, made.finishing.eyelet_inset_mm) == (10, 20)


def test_the_first_source_that_has_a_name_wins_and_may_extend_what_it_hides() -> None:
    """A chain of one's own: the name means the next one behind."""
    own = world(**{"press-x4": 'extends = "press-x4"\nbleed = "7mm"'})
    assert read_profile(own, "press-x4").bleed_mm == 7
    assert read_profile(own, "press-x4").standard == "pdf/x-4"
    assert read_profile(own, "banner").bleed_mm == 20  # it extends the own one
    assert read_profile(own, "press-x1a").bleed_mm == 7


def test_loops_are_named() -> None:
    (said,) = wrong('extends = "b"', b='extends = "c"', c='extends = "b"')
    assert "b → c → b" in said
    (said,) = wrong('extends = "shop"')
    assert "there is no profile “shop”" in said


def test_unknown_names_are_answered_with_near_ones() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “press-x4”"):
        read_profile(world_of(), "press-x5")
    with pytest.raises(UnknownNameError):
        read_profile(world_of(), "../layouts")
    assert "Did you mean “banner”" in wrong('extends = "baner"')[0]


def test_mistakes_have_file_line_and_key() -> None:
    (said,) = wrong('summary = "A shop."\nbleeed = "3mm"')
    assert said.startswith("memory:profiles/shop.toml:2:1: bleeed: ")
    assert "Did you mean “bleed”" in said
    for line, part in {
        'bleed = "3%"': "measured by something else",
        'bleed = "3"': "is not a length",
        'safe = "-3mm"': "not from 0 to 1 m",
        'bleed = "2m"': "not from 0 to 1 m",
        "most_ink = 3.0": "100",
        'standard = "pdf/x-9"': "pdf/x-4",
        "black = { text = [0, 0, 0, 120] }": "cmyk",
        "scale = { factors = [10, 2] }": "larger than the one before",
        'finishing = { pockets = ["left"] }': "start",
        'finishing = { pockets = ["top", "top"] }': "twice",
        'file_name = "{date}.pdf"': "unknown field “date”",
        'condition = { icc = "../x.icc" }': "x.icc",
    }.items():
        (said,) = wrong(f'extends = "press-x4"\n{line}')
        assert said.startswith("memory:profiles/shop.toml:2:"), said
        assert part in said, said


# Contradictions: text, the two keys, the line.

X4 = 'extends = "press-x4"\n'
CONTRADICTIONS = {
    "profile-x1a-has-none": ('extends = "press-x1a"\nlayers = true', ("layers", "standard"), 2),
    "profile-edition": (f"{X4}edition = 2001", ("edition", "standard"), 2),
    "profile-press-rgb": (f'{X4}inks = "rgb"', ("inks", "standard"), 2),
    "profile-home-cmyk": ('inks = "cmyk"', ("inks", "standard"), 1),
    "profile-rgb-key": ("spots = true", ("spots", "inks"), 1),
    "profile-home-marks": ("marks = true", ("marks", "standard"), 1),
    "profile-marks-bleed": (f'{X4}mark_offset = "3mm"\nbleed = "5mm"', ("mark_offset", "bleed"), 3),
    "profile-finishing-layers": (f'{X4}layers = false\nfinishing_on = "layers"', ("finishing_on", "layers"), 3),
    "profile-pockets-nowhere": (f'{X4}[finishing]\npocket = "8cm"', ("finishing.pocket", "finishing.pockets"), 3),
    "profile-pockets-width": (f'{X4}[finishing]\npockets = ["top"]', ("finishing.pockets", "finishing.pocket"), 3),
    "profile-eyelets-cut": (
        f'{X4}[finishing]\neyelets = "50cm"\neyelet_inset = "5mm"', ("finishing.eyelet_inset", "finishing.eyelet"), 4,
    ),
    "profile-eyelets-close": (f'{X4}[finishing]\neyelets = "2cm"', ("finishing.eyelets", "finishing.eyelet"), 3),
    "profile-scale-longest": (f'{X4}[scale]\nlongest = "6m"', ("scale.longest",), 3),
    "profile-scale-least": (f'{X4}[scale]\nlongest = "1mm"', ("scale.longest",), 3),
    "profile-scale-short": (f"{X4}[scale]\nfactors = [2, 4]", ("scale.factors", "scale.longest"), 3),
    "profile-black-ink": (f"{X4}most_ink = 220", ("black.large", "most_ink"), 2),
    "profile-dpi": (f"{X4}dpi = 60", ("dpi", "least_dpi"), 2),
}  # fmt: skip


@pytest.mark.parametrize("code", CONTRADICTIONS)
def test_contradictions_name_both_keys_and_the_line(code: str) -> None:
    text, keys, line = CONTRADICTIONS[code]
    with pytest.raises(InputError) as caught:
        shop(text)
    found = {one.code: one for one in caught.value.diagnostics}
    assert code in found, list(found)
    assert found[code].place.line == line
    for key in keys:
        assert f"“{key}”" in str(found[code])


def test_every_contradiction_has_its_case() -> None:
    """Those of sizes and of ICC profiles, and what is wrong with single values, have tests of their own."""
    own = {code for code in sentences() if code.startswith("profile-")}
    elsewhere = {
        "profile-unknown", "profile-loop", "profile-length-unit", "profile-length-large", "profile-factors-order",
        "profile-side-twice", "profile-icc-missing", "profile-icc-damaged", "profile-icc-space", "profile-icc-class",
        "profile-bleed-large", "profile-no-room", "profile-not-for-images", "profile-not-for-screens",
        "profile-finishing-not-drawn",
    }  # fmt: skip
    assert own - elsewhere == set(CONTRADICTIONS)
    assert len(RULES) == 6


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert len(wrong(f"{X4}dpi = 60\nmost_ink = 220\nedition = 2001\n[scale]\nfactors = [2]")) == 4


def test_what_follows_from_another_key_is_filled_in() -> None:
    assert shop(f'{X4}bleed = "12mm"\nmarks = true').mark_offset_mm == 12
    assert shop(f"{X4}layers = false").finishing_on == "page"


# ICC profiles.


def header(space: bytes = b"CMYK", kind: bytes = b"prtr", size: int = 200) -> bytes:
    data = bytearray(size)
    data[12:16], data[16:20], data[36:40] = kind, space, b"acsp"
    return bytes(data)


def test_an_icc_profile_beside_the_shop_is_found_and_digested() -> None:
    text = f'{X4}[condition]\nicc = "own.icc"'
    files = {"profiles/shop.toml": text.encode(), "profiles/own.icc": header()}
    made = read_profile(World([Memory(files), shipped_source()]), "shop")
    assert made.condition.icc == "profiles/own.icc"
    assert len(made.condition.digest) == 64
    other = {**files, "profiles/own.icc": header(size=300)}
    assert read_profile(World([Memory(other), shipped_source()]), "shop").digest != made.digest


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (header(b"RGB "), "profile-icc-space"),
        (header(kind=b"spac"), "profile-icc-class"),
        (b"no profile", "profile-icc-damaged"),
        (b"\0" * 500, "profile-icc-damaged"),
        (None, "profile-icc-missing"),
    ],
)
def test_an_icc_file_must_be_that_of_a_press(data: bytes | None, code: str) -> None:
    files = {"profiles/shop.toml": f'{X4}[condition]\nicc = "own.icc"'.encode()}
    files |= {} if data is None else {"profiles/own.icc": data}
    with pytest.raises(InputError) as caught:
        read_profile(World([Memory(files), shipped_source()]), "shop")
    assert caught.value.diagnostic.code == code
    assert caught.value.place.line == 3


def test_what_is_shipped_is_an_icc_profile_of_a_press() -> None:
    names = [name for name in shipped_icc().names("") if name.endswith(".icc")]
    assert names
    for name in names:
        check_icc(shipped_icc().read(name, 1_000_000), name)
        with pytest.raises(InputError):
            check_icc(shipped_icc().read(name, 1_000_000)[:100], name)


# The digest.


def test_the_digest_is_of_all_that_a_file_depends_on() -> None:
    made = shop(X4)
    assert shop(f'summary = "S."\nsource = "example.org"\nchecked = 2026-01-01\n{X4}').digest == made.digest
    for line in (
        'bleed = "3mm"', "most_ink = 290", "slug = true", "[finishing]\ncut = true", '[condition]\ninfo = "other"',
    ):  # fmt: skip
        assert shop(f"{X4}{line}").digest != made.digest, line


def test_single_keys_go_before_what_the_profile_says() -> None:
    inputs = Inputs(world_of())
    made = inputs.profile("press-x4", (("bleed_mm", 9.0), ("finishing.cut", True)))
    assert (made.bleed_mm, made.finishing.cut, made.standard) == (9.0, True, "pdf/x-4")


def test_shipped_files_say_nothing_that_the_reader_does_not_know() -> None:
    folder = templates_folder() / "profiles"
    assert {path.suffix for path in Path(folder).iterdir()} == {".toml"}
