"""Rows become exactly the artefacts that they ask for, and every mistake is named by row and column."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from placards.plan.planner import Plan, plan_campaign
from placards.plan.table import values
from placards.plan.table.headings import Headings
from placards.problems.errors import InputError
from tests.campaign.support import make_folder
from tests.plan.table.test_programs import INPUTS

HEADINGS = Headings(INPUTS.messages).widened()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


def plan(folder: Path, *lines: str, name: str = "p.csv") -> Plan:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return plan_campaign(folder / name)


def names(made: Plan) -> list[str]:
    return [job.name for job in made.jobs]


def said(made: Plan, folder: Path) -> list[str]:
    return [str(found).replace(f"{folder}/", "") for found in made.diagnostics]


# --- what is made --------------------------------------------------------------------------------------------------


def test_a_row_is_an_artefact(folder: Path) -> None:
    made = plan(folder, "slogan,language,layout,size,copies,stock", "demo/one,ar,plain,A5,40,card")
    (job,) = made.jobs
    assert (job.name, job.layout, job.size, job.copies, job.stock) == ("ar/one-plain-a5.pdf", "plain", "a5", 40, "card")
    assert job.content.entries[0].texts[0].text == "الماء حياة"
    assert made.diagnostics == ()


def test_commas_part_artefacts_and_plus_joins_languages(folder: Path) -> None:
    one = plan(folder, "slogan,language,layout", '"demo/one","en, ar",many')
    assert [job.content.languages for job in one.jobs] == [("en",), ("ar",)]
    both = plan(folder, "slogan;language", "demo/one;en+ar")
    assert [job.content.languages for job in both.jobs] == [("en", "ar")]
    assert names(both) == ["en+ar/one-a3.pdf"]


def test_empty_cells_leave_the_choice_to_the_planner(folder: Path) -> None:
    (job,) = plan(folder, "text,language,layout,size,format,copies", "Peace,en,,,,").jobs
    assert (job.layout, job.size, job.output.format, job.copies) == ("placard", "a3", "pdf", 1)


def test_texts_by_language_give_an_artefact_each_or_one_together(folder: Path) -> None:
    heads = "text (en),Text AR,languages"
    assert [job.content.languages for job in plan(folder, heads, "Peace,سلام,").jobs] == [("en",), ("ar",)]
    (job,) = plan(folder, heads, "Peace,سلام,ar+en").jobs
    assert [text.text for text in job.content.entries[0].texts] == ["سلام", "Peace"]
    made = plan(folder, heads, "Peace,سلام,en")
    assert said(made, folder) == ["p.csv:2: the Text AR in ar is not used: the row is for “en”."]


def test_slogans_are_found_by_their_words_too(folder: Path) -> None:
    urdu = INPUTS.messages.message("peace/ceasefire-now", "ur").text
    made = plan(folder, "slogan,language", "CEASEFIRE now!,ur", f"{urdu},ur")
    assert [job.content.entries[0].slogan for job in made.jobs] == ["peace/ceasefire-now"]
    assert said(made, folder)[0].startswith(
        "p.csv:3: this is the very artefact of p.csv:2; “ur/ceasefire-now-a3.pdf” is made once"
    )


def test_a_row_that_names_a_file_gets_it(folder: Path) -> None:
    made = plan(folder, "text,language,file,size", 'Peace,en,front.png,"a4, a5"', "Peace,en,march/back,")
    assert names(made) == ["front-a4.png", "front-a5.png", "march/back.pdf"]


def test_automatic_names_come_from_the_words(folder: Path) -> None:
    made = plan(folder, "text,language,size", "Peace now!,en,a4", "سلام,ar,a4")
    assert names(made) == ["en/peace-now-a4.pdf", "ar/text-bda1fa48-a4.pdf"]


def test_a_campaign_gives_what_the_rows_leave_out(folder: Path) -> None:
    (folder / "p.csv").write_text("text,language,size,organiser\nPeace,,a5,\nBread,de,,Bäcker\n", encoding="utf-8")
    (folder / "c.toml").write_text(
        '[campaign]\nname = "x"\norganiser = "Students"\nlanguage = "en"\n'
        '[table]\nfile = "p.csv"\nsizes = ["a6"]\nlayouts = ["plain"]\nformats = ["svg"]\ncopies = 7\n',
        encoding="utf-8",
    )
    made = plan_campaign(folder / "c.toml")
    assert [(job.size, job.layout, job.output.format, job.copies) for job in made.jobs] == [
        ("a5", "plain", "svg", 7), ("a6", "plain", "svg", 7)
    ]  # fmt: skip
    fields = [dict(job.content.fields) for job in made.jobs]
    assert [field["organiser"][0].text for field in fields] == ["Students", "Bäcker"]
    assert [job.content.offered for job in made.jobs] == [("organiser",), ()]  # a row's own must be shown


def test_a_campaign_has_sets_or_a_table(folder: Path) -> None:
    (folder / "c.toml").write_text('[campaign]\nname = "x"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"is missing, and there is no “table”"):
        plan_campaign(folder / "c.toml")


def test_one_bad_row_in_a_thousand(folder: Path) -> None:
    rows = [f"Peace {number},en,a4,{number + 1}" for number in range(999)]
    rows.insert(500, "Peace,en,a4,several")
    made = plan(folder, "text,language,size,copies", *rows)
    assert len(made.jobs) == 999
    assert said(made, folder) == [
        "p.csv:502: column D “copies”: “several” is not a whole number above 0. Write digits only, as 1500."
    ]
    assert len(made.problems) == 1


# --- what is refused, and what is said --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["text,langauge", "a,en"], "p.csv:1: column B “langauge”: no column is called “langauge”. Did you mean"),
        (["text,text", "a,b"], "p.csv:1: the columns “A: text” and “B: text” are both “text”"),
        (["text,number", "a,3"], "the heading “number” may mean “copies” or “number shown”"),
        (["text,language"], "p.csv: there is no row below the headings"),
    ],
)  # fmt: skip
def test_headings_that_nobody_can_be_sure_of_stop_all(folder: Path, lines: list[str], sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        plan(folder, *lines)
    assert sentence in str(caught.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("heads", "cells", "sentence"),
    [
        ("text,language", "a,Klingonish", "column B “language”: “Klingonish” is not a known language. Did you mean"),
        ("text,language", "سلام,", "p.csv:2: nothing says in which language the row is"),
        ("text,language", 'a,"en, ar"', "column A “text”: there is one text, and the row is for “en” and “ar”"),
        ("text,language,slogan", "a,en,demo/one", "column A “text”: the row has a slogan and a text"),
        ("size,language,text", "a4,en,", "p.csv:2: the row has neither a slogan nor a text"),
        ("slogan,language", "demo/onee,en", "column A “slogan”: there is no slogan “demo/onee”. Did you mean “one”?"),
        ("slogan,language", "Water is live,en", "none has these words. Did you mean “climate/water-is-life”"),
        ("slogan,language", "demo/one,ja", "column A “slogan”: “demo/one” has no translation into ja"),
        ("slogan,language", "Water is life,en", "several slogans have these words. Write “climate/water-is-life” or"),
        ("text,language,date", "a,en,3/4/2026", "“3/4/2026” may be 2026-04-03 or 2026-03-04"),
        ("text,language,date", "a,en,14.4.2026", "is not written as a date that cannot be mistaken. Write 2026-04-14"),
        ("text,language,date", "a,en,46491", "is a number; as a date of a spreadsheet it is 2027-04-14"),
        ("text,language,date,time", "a,en,2027-04-14 16:30,17:00", "another cell has the time 17:00"),
        ("text,language,size", "a,en,B99", "column C “size”: “B99” is not a size"),
        ("text,language,format", "a,en,A4", "“A4” is a size, not a kind of file. Call the column “size”"),
        ("text,language,layout", "a,en,plane", "column C “layout”: there is no layout “plane”. Did you mean “plain”"),
        ("text,language,photo", "a,en,../x.jpg", "column C “photo”: “../x.jpg” leaves the folder"),
        ("text,language,photo", "a,en,none.jpg", "column C “photo”: there is no picture “none.jpg”"),
        ("text,language,file", "a,en,../x", "column C “file”: “../x” leaves the folder"),
        ("text,language,link", "a,en,javascript:x", "column C “link”: a link with “javascript:” is not printed"),
        ("text,language", "Peace, now,en", "p.csv:2: the row has 3 cells, and there are 2 headings"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_row_is_named(folder: Path, heads: str, cells: str, sentence: str) -> None:
    made = plan(folder, heads, cells)
    assert made.jobs == ()
    assert [line for line in said(made, folder) if sentence in line], said(made, folder)
    assert made.problems


def test_rows_with_one_name_are_told_apart_by_their_numbers(folder: Path) -> None:
    made = plan(folder, "text,language,place", "Peace,en,Qom", "War no more,en,Qom", "Peace,en,Lagos", "Peace,en,Oslo")
    names = {job.name: dict(job.content.fields).get("place") for job in made.jobs}
    assert list(names) == [
        "en/peace-a3-row2.pdf",
        "en/war-no-more-a3.pdf",
        "en/peace-a3-row4.pdf",
        "en/peace-a3-row5.pdf",
    ]
    assert [texts[0].text for texts in names.values() if texts] == ["Qom", "Qom", "Lagos", "Oslo"]
    (told,) = (line for line in said(made, folder) if "numbers" in line)
    assert told == (
        "p.csv:2: 3 rows would have had one another's file names, and have their numbers in them, as "
        "“en/peace-a3-row2.pdf”. A column “file” gives names of your own."
    )
    assert not made.problems


def test_rows_that_people_named_alike_are_both_named(folder: Path) -> None:
    made = plan(folder, "text,language,copies,file", "Peace,en,1,one", "Peace,en,2,one")
    assert len(made.jobs) == 1
    assert said(made, folder) == [
        "p.csv:3: two artefacts would be called “one.pdf”, of p.csv:2 and of this row; they differ in “copies”. "
        "Give each a name of its own in a column “file”."
    ]


@pytest.mark.parametrize("first", [2, 3])
def test_a_number_is_no_name_that_somebody_gave(folder: Path, first: int) -> None:
    """Row 2 is called as row 3 or 4 would be: nobody loses a file without a word."""
    taken = f"en/peace-a3-row{first + 1}"
    rows = [f"Other,en,1,{taken}", "Peace,en,1,", "Peace,en,2,"]
    made = plan(folder, "text,language,copies,file", *rows)
    assert [d.code for d in made.problems] == ["plan-same-name-row"]
    assert len({job.name for job in made.jobs}) == len(made.jobs)


def test_the_very_same_row_comes_once_beside_others_of_its_name(folder: Path) -> None:
    made = plan(folder, "text,language,place", "Peace,en,Qom", "Peace,en,Lagos", "Peace,en,Lagos")
    assert [job.name for job in made.jobs] == ["en/peace-a3-row2.pdf", "en/peace-a3-row3.pdf"]
    assert any("very artefact of p.csv:3" in line for line in said(made, folder))


def test_what_is_left_out_is_said(folder: Path) -> None:
    made = plan(folder, "text,Who prints it,language,,notes,Empty", "Peace,Ali,English,x,y,")
    assert said(made, folder) == [
        "p.csv:1: column D has no heading, and nothing in it is used. Give it a heading.",
        "p.csv:1: column B “Who prints it”: no column is called “Who prints it”, and nothing in it is used. "
        "Rename it, or leave it: see docs/reference/tables.md for what columns are called.",
        "p.csv:1: the column “notes” is for people, and is left out.",
        "p.csv: “English” was read as the language “en”.",
    ]
    assert len(made.jobs) == 1


def test_a_language_that_nobody_wrote_is_not_guessed_in_silence(folder: Path) -> None:
    made = plan(folder, "text", "Peace")
    assert [job.content.languages for job in made.jobs] == [("en",)]
    assert said(made, folder)[0].startswith(
        "p.csv: nothing says the language; what is in Latin letters was taken for en"
    )


# --- headings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "key", "language"),
    [
        ("Größe", "sizes", ""), ("GROSSE", "sizes", ""), ("الحجم", "sizes", ""), ("サイズ", "sizes", ""),
        ("Date *", "date", ""), ("Size (A3, A4 …)", "sizes", ""), ("E-Mail-Adresse", "form", ""),
        ("text (ar)", "text", "ar"), ("text:ar", "text", "ar"), ("Slogan AR", "text", "ar"), ("Text [Urdu]", "text", "ur"),
        ("title (fr)", "title", "fr"), ("Arabic text", "text", "ar"), ("demands_hi", "demands", "hi"),
        ("role", "position", ""), ("headline", "text", ""), ("qty", "copies", ""), ("Who prints it", "", ""),
    ],
)  # fmt: skip
def test_headings_in_any_language(heading: str, key: str, language: str) -> None:
    found = HEADINGS.meaning(heading)
    assert (found.keys[:1] or ("",), found.language) == ((key,), language)


def test_no_word_means_two_things_but_those_that_ask() -> None:
    several = set()
    for slogan in INPUTS.messages.pack("headings").slogans:
        for tag in ("de", "ur", "ar", "ja", "tr", "ru", "zh-Hans", "sw", "fr", "hi"):
            keys = HEADINGS.meaning(INPUTS.messages.message(slogan, tag).text).keys
            assert keys, (slogan.id, tag)
            several |= {keys} if len(keys) > 1 else set()
    assert several == {("sizes", "stock"), ("file", "name")}


def test_short_words_of_one_language_count_only_in_its_company(folder: Path) -> None:
    alone = plan(folder, "text,language,Ad", "Peace,en,x")  # Turkish for name
    assert "no column is called “Ad”" in said(alone, folder)[0]
    with pytest.raises(InputError, match="the heading “Ad” may mean"):
        plan(folder, "Metin,Dil,Ad", "Barış,tr,x")


# --- values --------------------------------------------------------------------------------------------------------


def test_dates_with_the_year_first_are_clear() -> None:
    for text in ("2027-04-14", "2027/4/14", "2027.04.14", "2027年4月14日", "2027-04-14 00:00"):
        assert values.moment(text, "t")[0] == datetime.date(2027, 4, 14)


def test_numbers_in_any_digits() -> None:
    assert values.whole_number("٥٠") == 50
    for wrong in ("0", "-1", "1,500", "1.5", "1e3", "²", "9" * 30, ""):
        with pytest.raises(InputError):
            values.whole_number(wrong)
