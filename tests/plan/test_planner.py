"""A campaign file becomes exactly the jobs that it asks for, and every mistake a sentence with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from placards.campaign.run import check_fonts
from placards.files.shipped import templates_folder, world_of
from placards.pipeline import Engine, text_blocks
from placards.plan.planner import Plan, plan_campaign
from placards.problems.errors import FontError, InputError
from placards.text.fontset import font_set
from tests.campaign.support import LAYOUT, MANY, campaign, make_folder, one_set, write_layout

from ..messages.support import entry, write, write_po


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


def plan(folder: Path, *sets: str, head: str = 'name = "Demo"', draft: bool = False) -> Plan:
    return plan_campaign(campaign(folder, "\n".join(sets), head), draft=draft)


def names(made: Plan) -> list[str]:
    return [job.name for job in made.jobs]


def texts(made: Plan) -> dict[str, list[str]]:
    return {job.name: [t.text for e in job.content.entries for t in e.texts] for job in made.jobs}


# --- what is made --------------------------------------------------------------------------------------------------


def test_product_of_everything(folder: Path) -> None:
    made = plan(
        folder,
        one_set(
            "p",
            slogans=["demo/one", "two"],
            languages=["en", "ar"],
            sizes=["a6", "A5-landscape"],
            formats=["pdf", "png"],
            palettes=["day", "night"],
        ),
    )
    expected = [
        f"p/{language}/{slogan}-{palette}-{size}.{suffix}"
        for language in ("en", "ar")
        for slogan in ("one", "two")
        for palette in ("day", "night")
        for size in ("a6", "a5-landscape")
        for suffix in ("pdf", "png")
    ]
    assert sorted(names(made)) == sorted(expected)
    assert made.problems == ()
    assert made.skipped == ()
    job = next(j for j in made.jobs if j.name == "p/ar/two-night-a5-landscape.png")
    assert job.palette == "night"
    assert job.size == "a5-landscape"
    assert job.content.languages == ("ar",)
    assert texts(made)[job.name] == ["السلام للجميع"]
    assert job.statuses == (("demo/two", "ar", "translated"),)


def test_several_layouts_are_in_the_name(folder: Path) -> None:
    write_layout(folder, "other")
    made = plan(folder, one_set("p", slogans=["one"], layouts=["plain", "other"]))
    assert names(made) == ["p/en/one-plain-a6.pdf", "p/en/one-other-a6.pdf"]


def test_tags(folder: Path) -> None:
    assert len(plan(folder, one_set(tags=["demo"])).jobs) == 2
    assert names(plan(folder, one_set(tags=["demo", "chant"]))) == ["set/en/two-a6.pdf"]


def test_all_languages_are_those_with_messages(folder: Path) -> None:
    made = plan(folder, one_set(slogans=["demo/one"], languages=["all"]))
    assert set(names(made)) == {f"set/{language}/one-a6.pdf" for language in ("ar", "de", "en", "fr")}
    assert made.skipped == ()  # who asks for all does not ask for what there is not


def test_all_and_a_language_named_twice_make_one_job(folder: Path) -> None:
    made = plan(folder, one_set(slogans=["demo/one", "one"], languages=["all", "ar", "ar"]))
    assert names(made).count("set/ar/one-a6.pdf") == 1
    assert made.problems == ()


def test_bilingual(folder: Path) -> None:
    made = plan(folder, one_set(slogans=["one"], languages=[["ar", "de"], "en"]))
    assert names(made) == ["set/ar+de/one-a6.pdf", "set/en/one-a6.pdf"]
    assert texts(made)["set/ar+de/one-a6.pdf"] == ["الماء حياة", "Wasser ist Leben"]
    assert made.jobs[0].content.languages == ("ar", "de")
    assert made.jobs[0].statuses == (("demo/one", "ar", "translated"), ("demo/one", "de", "translated"))


def test_bilingual_with_one_missing_language_is_skipped_whole(folder: Path) -> None:
    made = plan(folder, one_set(slogans=["two"], languages=[["en", "fr"]]))
    assert made.jobs == ()
    assert [(s.slogan, s.language, s.status) for s in made.skipped] == [("demo/two", "fr", "missing")]


def test_fuzzy_needs_draft(folder: Path) -> None:
    sets = one_set(slogans=["one", "two"], languages=["de", "fr"])
    firm = plan(folder, sets)
    assert names(firm) == ["set/de/one-a6.pdf", "set/fr/one-a6.pdf"]
    assert {(s.slogan, s.language, s.status) for s in firm.skipped} == {
        ("demo/two", "de", "fuzzy"),
        ("demo/two", "fr", "missing"),
    }
    draft = plan(folder, sets, draft=True)
    assert names(draft) == ["set/de/one-a6.pdf", "set/de/two-a6.pdf", "set/fr/one-a6.pdf"]
    assert draft.jobs[1].statuses == (("demo/two", "de", "fuzzy"),)
    assert [s.status for s in draft.skipped] == ["missing"]


def test_lists_take_all_slogans_in_one_job(folder: Path) -> None:
    made = plan(folder, one_set(layouts=["many"], tags=["demo"], languages=["en", "de"]))
    # In German only one of the two is sure, so that its sheet is named after it.
    assert names(made) == ["set/en/many-a6.pdf", "set/de/one-a6.pdf"]
    assert [(s.slogan, s.language, s.status) for s in made.skipped] == [("demo/two", "de", "fuzzy")]
    assert texts(made)["set/en/many-a6.pdf"] == ["Water is life", "Peace for all"]


def test_own_text(folder: Path) -> None:
    made = plan(folder, one_set(text={"en": "Hello", "ar": "مرحبا"}, languages=["en", "ar", "fr", "ar-EG"]))
    shown = {j.content.languages[0]: j.content.entries[0].texts[0] for j in made.jobs}
    assert shown["ar"].text == "مرحبا"
    assert (shown["ar-EG"].text, shown["ar-EG"].language) == ("مرحبا", "ar-EG")
    assert (shown["fr"].text, shown["fr"].language) == ("Hello", "en"), "the campaign's language stands in"


def test_own_text_without_any_for_a_language(folder: Path) -> None:
    made = plan(folder, one_set(text={"ar": "مرحبا"}, languages=["fr", "ar"]))
    assert names(made) == ["set/ar/plain-a6.pdf"]
    assert "“fr”" in str(made.problems[0])
    assert "demo.toml:" in str(made.problems[0])


def test_artefacts_without_a_slogan(folder: Path) -> None:
    made = plan(folder, one_set(languages=["en", "ar"]) + "date = 2027-03-20\n")
    assert names(made) == ["set/en/plain-a6.pdf", "set/ar/plain-a6.pdf"]
    (scene,) = Engine(inputs=made.inputs).scenes(made.jobs[0])
    assert [block.role for block in text_blocks(scene.items)] == ["date"]


def test_fields_and_their_overrides(folder: Path) -> None:
    made = plan(
        folder,
        one_set("a", slogans=["one"], languages=["en", "ar"]),
        one_set("b", slogans=["one"], organiser="We") + "date = 2027-04-01\ntime = 16:30:00\n",
        head='name = "Demo"\norganiser = { en = "Us", ar = "نحن" }\nplace = "Here"\ndate = 2027-03-20\nlink = "https://a.org"',
    )
    a_en, a_ar, b = (dict(job.content.fields) for job in made.jobs)
    assert a_en["organiser"][0].text == "Us"
    assert (a_ar["organiser"][0].text, a_ar["organiser"][0].language) == ("نحن", "ar")
    assert (a_ar["place"][0].text, a_ar["place"][0].language) == ("Here", "en")
    assert b["organiser"][0].text == "We"
    assert "2027" in a_en["date"][0].text
    assert "March" in a_en["date"][0].text
    assert "April" in b["date"][0].text
    assert "4:30" in b["date"][0].text
    assert {job.content.link for job in made.jobs} == {"https://a.org"}
    # What the campaign gives is an offer that a layout may leave; what a set gives is to be shown.
    assert made.jobs[0].content.offered == ("organiser", "place", "link", "date")
    assert made.jobs[2].content.offered == ("place", "link")


def test_what_no_layout_of_the_campaign_shows_is_said_once(folder: Path) -> None:
    """defects.md 3: one layout may leave a campaign's detail to another; where there is no other it was lost."""
    head = 'name = "Demo"\nplace = "Here"\nlink = "https://a.org"\ndate = 2027-03-20'
    quiet = plan(
        folder, one_set("a", slogans=["one"]), one_set("b", layouts=["event-card"], slogans=["one"]), head=head
    )
    assert "plan-detail-nowhere" not in [found.code for found in quiet.diagnostics]
    made = plan(folder, one_set("a", slogans=["one", "two"]), head=head)
    said = [str(found) for found in made.diagnostics]
    assert [found.partition(": ")[0] for found in said] == ["link", "place"]  # the layout shows dates
    assert "no layout of this campaign shows the place. Add a layout" in said[1]
    assert made.jobs
    assert made.problems == ()


def test_set_names_and_sizes_go_into_paths_as_one_spelling(folder: Path) -> None:
    made = plan(folder, one_set(slogans=["one"], sizes=[" A6 ", "50X70cm"]))
    assert names(made) == ["set/en/one-a6.pdf", "set/en/one-50x70cm.pdf"]


# --- mistakes ------------------------------------------------------------------------------------------------------


def line_of(folder: Path, text: str) -> int:
    lines = (folder / "demo.toml").read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("wrong", "key", "named", "suggested"),
    [
        ({"slogans": ["one", "demo/twoo"]}, "slogans", "demo/twoo", "“two”"),
        ({"slogans": ["one"], "layouts": ["plain", "plian"]}, "layouts", "plian", "“plain”"),
        ({"slogans": ["one"], "palettes": ["day", "nite"]}, "palettes", "nite", "“night”"),
        ({"slogans": ["one"], "languages": ["en", "urd"]}, "languages", "urd", "“ur”"),
        ({"slogans": ["one"], "languages": ["en", ["en", "qqq"]]}, "languages", "qqq", "BCP 47"),
    ],
)
def test_unknown_names_have_place_and_suggestion(
    folder: Path, wrong: dict[str, object], key: str, named: str, suggested: str
) -> None:
    made = plan(folder, one_set("good", slogans=["two"]), one_set("bad", **wrong))
    assert "good/en/two-a6.pdf" in names(made)
    assert any(name.startswith("bad/") for name in names(made)), "the good part of the set is still made"
    (problem,) = made.problems
    text = str(problem)
    assert f"“{named}”" in text
    assert suggested in text
    assert f"demo.toml:{max(line_of(folder, f'{key} ='), line_of(folder, 'bad'))}" in text or f"set[1].{key}" in text
    assert f"set[1].{key}" in text
    last = [n for n, line in enumerate((folder / "demo.toml").read_text().splitlines(), 1) if line.startswith(key)][-1]
    assert re.search(rf"demo\.toml:{last}:\d+: ", text)


def test_unknown_tag_does_not_stop_other_sets(folder: Path) -> None:
    made = plan(folder, one_set("bad", tags=["chnt"]), one_set("good", slogans=["two"]))
    assert names(made) == ["good/en/two-a6.pdf"]
    (problem,) = made.problems
    assert "“chant”" in str(problem)
    assert "demo.toml:" in str(problem)
    assert "set[0].tags" in str(problem)


def test_a_broken_layout_names_its_own_file(folder: Path) -> None:
    write_layout(folder, "broken", LAYOUT.replace('fill = "paper"', 'fill = "papier"'))
    made = plan(folder, one_set(slogans=["one"], layouts=["broken", "plain"]))
    assert names(made) == ["set/en/one-plain-a6.pdf"]
    (problem,) = made.problems
    assert "broken/layout.toml:" in str(problem)
    assert "set[0]" not in str(problem), "a key of the campaign says nothing about the layout's file"


def test_a_broken_catalog_stops_its_language_only_and_is_told_once(folder: Path) -> None:
    path = write(folder / "locale" / "fr" / "LC_MESSAGES" / "demo.po", 'msgctxt "one"\nmsgid "Water\nmsgstr ""\n')
    made = plan(folder, one_set(slogans=["one", "two"], languages=["fr", "ar"], sizes=["a6", "a5"]))
    assert {name.split("/")[1] for name in names(made)} == {"ar"}
    assert len(made.problems) == 1
    assert str(made.problems[0]).startswith(f"{path}:2: ")


def test_a_broken_pack_of_the_user_is_told(folder: Path) -> None:
    write(folder / "slogans" / "more.toml", '[pack]\nlanguage = "en"\n[[slogan]]\nid = "x"\n')
    made = plan(folder, one_set(slogans=["one"]))
    assert len(made.jobs) == 1
    assert "more.toml:3" in str(made.problems[0])


def test_two_artefacts_of_one_name(folder: Path) -> None:
    write(folder / "slogans" / "other.toml", '[pack]\nlanguage = "en"\n[[slogan]]\nid = "one"\ntext = "Other"\n')
    made = plan(folder, one_set(slogans=["demo/one", "other/one"]))
    assert texts(made) == {"set/en/one-a6.pdf": ["Water is life"]}
    (problem,) = made.problems
    assert "“set/en/one-a6.pdf”" in str(problem)
    assert "demo.toml:" in str(problem)


def test_an_ambiguous_slogan(folder: Path) -> None:
    write(folder / "slogans" / "other.toml", '[pack]\nlanguage = "en"\n[[slogan]]\nid = "one"\ntext = "Other"\n')
    (problem,) = plan(folder, one_set(slogans=["one"])).problems
    assert "“demo/one” or “other/one”" in str(problem)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            one_set(slogans=["one"], langauges=["en"]),
            ["demo.toml:10", "set[0].langauges", "“langauges”", "“languages”"],
        ),
        (one_set(slogans=["one"], sizes=["a33"]), ["demo.toml:8", "set[0].sizes", "“a33”", "“a3”"]),
        (one_set(slogans=["one"], sizes=[7]), ["demo.toml:8", "set[0].sizes", "not a text", "7"]),
        (one_set(slogans=["one"], formats=["docx"]), ["demo.toml:10", "“docx”", "pdf"]),
        (one_set(slogans=["one"], dpi=5000), ["demo.toml:10", "set[0].dpi", "at most 1200"]),
        (one_set(slogans=["one"], languages=["e n"]), ["demo.toml:7", "“e n”", "BCP 47"]),
        (one_set(slogans=["one"], languages=[]), ["demo.toml:7", "set[0].languages", "the list is empty"]),
        (one_set("A b", slogans=["one"]), ["demo.toml:5", "set[0].name", "“A b”", "hyphens"]),
        (one_set(slogans=["one"], tags=["demo"]), ["demo.toml:4", "exclude each other"]),
        (one_set("x", slogans=["one"]) + one_set("x"), ["two sets are called “x”"]),
        (one_set(slogans=["one"]) + "date = 2027-02-30\n", ["demo.toml:10", "TOML"]),
        (
            one_set(slogans=["one"]) + 'date = "soon"\n',
            ["demo.toml:10", "set[0].date", "“soon” is not a date", "2027-04-14"],
        ),
        ('[[set]]\nname = "x\n', ["demo.toml:5", "TOML"]),
        ("", ["“set”", "missing"]),
        (one_set(slogans="one"), ["demo.toml:9", "set[0].slogans", "“one” is not a list", "brackets"]),
        (one_set(slogans=["one"], layouts=[["plain"]]), ["demo.toml:6", "not a text"]),
        (one_set(text=["one"]), ["demo.toml:9", "set[0].text"]),
        (one_set(slogans=["one"]) + 'time = "25:99"\n', ["demo.toml:10", "set[0].time", "16:30"]),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_key(folder: Path, text: str, parts: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        plan(folder, text)
    message = str(caught.value)
    for part in ["demo.toml", *parts]:
        assert part in message, message
    assert not {"pydantic", "validation", "input should", "tuple"} & set(message.split()), message
    assert "\n" not in message


def test_missing_file_and_folder(folder: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        plan_campaign(folder / "nothing.toml")
    with pytest.raises(InputError, match="is not a folder"):
        plan(folder, one_set(slogans=["one"]), head='name = "x"\npath = ["nowhere"]')


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x00\x00" + b"\xff" * 400, b"OTTO" + b"\x00" * 64, b"not a font"])
def test_a_broken_font_beside_the_campaign_is_named_before_any_job(folder: Path, data: bytes) -> None:
    path = write(folder / "fonts" / "Own.ttf", data)
    made = plan(folder, one_set(slogans=["one"]))
    with pytest.raises(FontError) as caught:
        check_fonts(made)
    assert str(path) in str(caught.value)
    assert "not a usable font" in str(caught.value)


# --- what the user brings wins -------------------------------------------------------------------------------------


def test_own_layout_wins(folder: Path) -> None:
    write_layout(folder, "big")
    made = plan(folder, one_set(slogans=["one"], layouts=["big"]))
    own = made.inputs.layout("big")
    assert own.folder == folder / "layouts" / "big"
    (folder / "layouts" / "big" / "layout.toml").unlink()
    again = plan(folder, one_set(slogans=["one"], layouts=["big"], sizes=["a3"]))
    assert again.inputs.layout("big").folder == templates_folder() / "layouts" / "big"
    assert made.jobs[0].layout_digest != again.jobs[0].layout_digest


def test_own_pack_wins_whole(folder: Path) -> None:
    write(folder / "slogans" / "climate.toml", '[pack]\nlanguage = "en"\n[[slogan]]\nid = "mine"\ntext = "Mine"\n')
    made = plan(folder, one_set(slogans=["climate/mine", "climate/climate-justice"]))
    assert list(texts(made).values()) == [["Mine"]]
    assert len(made.problems) == 1


def test_own_catalog_wins_entry_by_entry(folder: Path) -> None:
    write_po(folder, "de", entry("water-is-life", "Water is life", "Ohne Wasser kein Leben"), pack="climate")
    made = plan(folder, one_set(slogans=["climate/water-is-life", "climate/clean-air"], languages=["de"]), draft=True)
    shown = texts(made)
    assert shown["set/de/water-is-life-a6.pdf"] == ["Ohne Wasser kein Leben"]
    shipped = plan_campaign(
        campaign(folder / "deeper", one_set(slogans=["climate/clean-air"], languages=["de"], layouts=["big"])),
        draft=True,
    )
    assert shown["set/de/clean-air-a6.pdf"] == texts(shipped)["set/de/clean-air-a6.pdf"]


def test_earlier_folders_win(folder: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        write(
            tmp_path / f"more{number}" / "slogans" / "extra.toml",
            f'[pack]\nlanguage = "en"\n[[slogan]]\nid = "who"\ntext = "Number {number}"\n',
        )
    head = 'name = "x"\npath = ["more1", "more2"]'
    assert list(texts(plan(folder, one_set(slogans=["who"]), head=head)).values()) == [["Number 1"]]
    file = campaign(folder, one_set(slogans=["who"]))
    by_option = plan_campaign(file, [tmp_path / "more2", tmp_path / "more1"])
    assert list(texts(by_option).values()) == [["Number 2"]]


def test_own_font_wins(folder: Path) -> None:
    shipped = next(f for f in font_set(world_of()).families if f.name == "Oswald")
    write(folder / "fonts" / "Mine.ttf", shipped.files[0].path.read_bytes())
    made = plan(folder, one_set(slogans=["one"]))
    (job,) = made.jobs
    assert job.fonts_digest != "none"
    (scene,) = Engine(inputs=made.inputs).scenes(job)
    used = {p.run.font.path for block in text_blocks(scene.items) for line in block.lines for p in line.runs}
    assert used == {folder / "fonts" / "Mine.ttf"}


SAYS = MANY.replace("lines = [", 'lines = [{ show = "say", fill = "ink" }, ')
SPELT = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Transliteration-Of: ar\\n"\n\n'


def with_spelling(folder: Path, *flags: str) -> None:
    text = SPELT + entry("one", "Water is life", "Al-mā’ hayāh", *flags)
    write(folder / "locale" / "ar_Latn" / "LC_MESSAGES" / "demo.po", text)
    write_layout(folder, "says", SAYS)


def spelt(made: Plan) -> list[list[str]]:
    return [[t.text if t else "" for e in job.content.entries for t in e.said] for job in made.jobs]


def test_a_list_shows_how_to_say_it(folder: Path) -> None:
    with_spelling(folder)
    made = plan(folder, one_set(layouts=["says", "many"], slogans=["one", "two"], languages=["ar"]))
    assert made.problems == ()
    assert spelt(made) == [["Al-mā’ hayāh"], []], "what nobody wrote down is left out, and other layouts show none"
    assert [s for s in made.jobs[0].statuses if s[1] == "ar-Latn"] == [("demo/one", "ar-Latn", "translated")]
    assert made.skipped == (), "a missing transliteration skips nothing"


def test_a_draft_of_how_to_say_it_needs_draft(folder: Path) -> None:
    with_spelling(folder, "#, fuzzy")
    asked = one_set(layouts=["says"], slogans=["one"], languages=["ar"])
    assert spelt(plan(folder, asked)) == [[]]
    (job,) = plan(folder, asked, draft=True).jobs
    assert [t and t.text for t in job.content.entries[0].said] == ["Al-mā’ hayāh"]
    assert job.content.draft is not None


def test_all_languages_are_without_transliterations(folder: Path) -> None:
    with_spelling(folder)
    made = plan(folder, one_set(slogans=["one"], languages=["all"]))
    assert {job.content.languages for job in made.jobs} == {("ar",), ("de",), ("en",), ("fr",)}
    made = plan(folder, one_set(slogans=["one"], languages=["ar-Latn"]))
    assert [job.content.entries[0].texts[0].text for job in made.jobs] == ["Al-mā’ hayāh"], "but can be asked for"


def test_call_and_response(folder: Path) -> None:
    pack = '[pack]\nname = "C"\nlanguage = "en"\n\n[[slogan]]\nid = "want"\ntext = "What?\\nPeace!"\nresponse = true\n'
    write(folder / "slogans" / "calls.toml", pack)
    listed, single = plan(folder, one_set(layouts=["many", "plain"], slogans=["want"])).jobs
    assert listed.content.entries[0].response
    assert [word.text for word in listed.content.turns or ()] == ["One person", "Everyone"]
    assert single.content.turns is None, "on a placard they are ordinary lines"


def test_all_leaves_out_what_a_set_is_without(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text(
        '[campaign]\nname = "x"\n[[set]]\nname = "a"\nlayouts = ["big"]\nslogans = ["peace/peace-now"]\n'
        'languages = ["all"]\nwithout = ["ur", "zh_Hant"]\nsizes = ["a3"]\n',
        encoding="utf-8",
    )
    languages = {job.content.languages[0] for job in plan_campaign(file).jobs}
    assert {"ar", "fa", "zh-Hans"} <= languages
    assert not {"ur", "zh-Hant"} & languages


def test_a_set_s_own_shift_of_the_islamic_date_stands_before_the_campaign_s(folder: Path) -> None:
    """0 is a set's own shift too, where the campaign has another."""
    sets = [one_set("none", slogans=["one"])] + [
        one_set(f"own-{shift}", slogans=["one"]) + f"hijri_shift = {shift}\n" for shift in (-1, 0, 1)
    ]
    head = 'name = "Demo"\ndate = 2027-03-20\ncalendars = ["islamic"]\nhijri_shift = 1'
    dates = {
        dict(job.tags)["set"]: dict(job.content.fields)["date"][0].text for job in plan(folder, *sets, head=head).jobs
    }
    days = {name: int(re.findall(r"\d+", text)[0]) for name, text in dates.items()}
    assert (days["own-1"], days["own-0"], days["own--1"]) == (days["none"], days["none"] - 1, days["none"] - 2)


def test_a_set_s_own_dpi(folder: Path) -> None:
    made = plan(folder, one_set("a", slogans=["one"]) + "dpi = 60\n", one_set("b", slogans=["one"]))
    assert [job.output.dpi for job in made.jobs] == [60, 150]


def test_two_names_that_differ_in_case_only_are_one_on_many_systems(folder: Path) -> None:
    sets = [
        one_set(name, slogans=["one"]) + f'files = "{file}.{{format}}"\n'
        for name, file in (("a", "Rally"), ("b", "rally"))
    ]
    made = plan(folder, *sets)
    assert [job.name for job in made.jobs] == ["Rally.pdf"]
    (problem,) = made.problems
    assert problem.code == "plan-same-name-other"
    assert "“rally.pdf”" in str(problem)
