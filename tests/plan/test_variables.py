"""Variables stand in texts as {name}: their values are those of the text's language, and braces elsewhere are braces."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.files.toml import parse_toml
from placards.job import Job
from placards.plan.planner import Plan, plan_campaign
from placards.plan.variables import assigned, with_variables
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError

from ..campaign.support import campaign, make_folder, one_set

HEAD = """name = "In {city}"
title = { en = "March in {city}", ar = "مسيرة في {city}" }
organiser = "Us {{of}} {city}"
link = "https://example.org/{city}?day={day}"
date = "{day}"

[variables]
city = { en = "Leeds", ar = "ليدز" }
day = 2027-04-14
"""


def planned(
    folder: Path, sets: str, head: str = HEAD, variables: Mapping[str, Mapping[str, str]] | None = None
) -> Plan:
    return plan_campaign(campaign(make_folder(folder), sets, head), variables=variables)


def field(job: Job, name: str) -> list[str]:
    return [text.text for text in dict(job.content.fields)[name]]


def test_texts_links_dates_and_names(tmp_path: Path) -> None:
    sets = one_set(
        text={"en": "Come to {city}", "ar": "تعال إلى {city}"},
        languages=["en", "ar"],
        files="{city}/{language}-{n}.{format}",
    )
    made = planned(tmp_path, sets)
    english, arabic = made.jobs
    assert made.name == "In Leeds"
    assert [job.name for job in made.jobs] == ["Leeds/en-1.pdf", "Leeds/ar-2.pdf"]
    assert [job.content.entries[0].texts[0].text for job in made.jobs] == ["Come to Leeds", "تعال إلى ليدز"]
    assert field(english, "title") == ["March in Leeds"]
    assert field(arabic, "title") == ["مسيرة في ليدز"]
    assert field(arabic, "organiser") == ["Us {of} Leeds"], "it is an English text, on an Arabic sheet too"
    assert english.content.link == "https://example.org/Leeds?day=2027-04-14"
    assert "April 14, 2027" in field(english, "date")[0]


def test_details_pictures_and_what_is_other_in_a_language(tmp_path: Path) -> None:
    sets = """[[set]]
name = "s"
layouts = ["plain"]
slogans = ["one"]
languages = ["en", "ar"]
sizes = ["a6"]
stock = "{weight} g, for {set}"
details = { quote = { ar = "{city}!", en = "{city}." } }
include = [{ language = "ar", size = "a5", title = "{city}؟" }]
[set.language.ar]
title = "في {city}"
"""
    made = planned(tmp_path, sets, HEAD + "weight = 170\n")
    english, arabic, included = made.jobs
    assert (field(english, "quote"), field(arabic, "quote")) == (["Leeds."], ["ليدز!"])
    assert (field(arabic, "title"), field(included, "title")) == (["في ليدز"], ["ليدز؟"])
    assert english.stock == "170 g, for s"


def test_braces_of_a_campaign_without_variables_are_braces(tmp_path: Path) -> None:
    head = 'name = "X"\norganiser = "{{us}} {city} {"'
    made = planned(tmp_path, one_set(slogans=["one"]), head)
    assert field(made.jobs[0], "organiser") == ["{{us}} {city} {"]
    assert made.problems == ()


def test_what_is_given_goes_before_what_is_written(tmp_path: Path) -> None:
    sets = one_set(slogans=["one"], languages=["en", "ar"])
    one = planned(tmp_path / "1", sets, variables={"city": {"": "York"}, "day": {"": "2027-05-01"}})
    assert [field(job, "title") for job in one.jobs] == [["March in York"], ["مسيرة في York"]]
    assert "May 1, 2027" in field(one.jobs[0], "date")[0]
    both = planned(tmp_path / "2", sets, variables={"city": {"ar": "يورك"}})
    assert [field(job, "title") for job in both.jobs] == [["March in Leeds"], ["مسيرة في يورك"]]
    rest = planned(tmp_path / "3", sets, variables={"city": {"": "York", "fr": "Yorque"}})
    assert field(rest.jobs[1], "title") == ["مسيرة في York"]
    assert not {"variable-other", "variable-unused"} & {found.code for found in rest.diagnostics}


def test_a_language_without_a_value_takes_the_campaign_s_and_says_so(tmp_path: Path) -> None:
    sets = one_set(text={"en": "{city}", "de": "{city}", "en-GB": "{city}"}, languages=["de", "en-GB"])
    made = planned(tmp_path, sets)
    assert [job.content.entries[0].texts[0].text for job in made.jobs] == ["Leeds", "Leeds"]
    (found,) = [str(found) for found in made.diagnostics if found.code == "variable-other"]
    assert "demo.toml:9:1: variables.city: " in found
    assert "not given in de; its value in en stands there" in found


def test_a_variable_that_nothing_has_is_said(tmp_path: Path) -> None:
    made = planned(tmp_path, one_set(slogans=["one"]), HEAD + 'more = "x"\n')
    assert "demo.toml:11:1: variables.more: nothing has the variable “more”" in str(
        next(found for found in made.diagnostics if found.code == "variable-unused")
    )


def test_values_are_text_and_nothing_else(tmp_path: Path) -> None:
    """No value is read again: braces in it stay, and it can neither look into objects nor leave the folder."""
    sets = one_set(slogans=["one"], files="{odd}-{language}.{format}", organiser="{odd}")
    made = planned(tmp_path, sets, 'name = "X"\n[variables]\nodd = "../{slogan}/{0.__class__}"\n')
    assert field(made.jobs[0], "organiser") == ["../{slogan}/{0.__class__}"]
    assert [job.name for job in made.jobs] == ["..-{slogan}-{0.__class__}-en.pdf"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("{cty}", ["demo.toml:5:1", "campaign.place", "no variable “cty”", "“city”"]),
        ("{}", ["campaign.place", "no variable “”"]),
        ("{city.upper}", ["no variable “city.upper”"]),
        ("{city!r}", ["no variable “city!r”"]),
        ("{city:>10}", ["no variable “city:>10”"]),
        ("{ city }", ["no variable “ city ”", "“city”"]),
        ("{city", ["a brace stands alone in “{city”"]),
        ("city}", ["a brace stands alone"]),
        ("{{{city}", ["ok"]),
        ("{size}", ["“size” is known in names of files only"]),
        ("{set}", ["“set” is known in names of files only"]),
    ],
)
def test_mistakes_in_texts_have_file_line_and_key(tmp_path: Path, text: str, parts: list[str]) -> None:
    head = f'name = "X"\norganiser = "{{city}}"\nlanguage = "en"\nplace = "{text}"\n[variables]\ncity = "Leeds"\n'
    if parts == ["ok"]:
        assert field(planned(tmp_path, one_set(slogans=["one"]), head).jobs[0], "place") == ["{Leeds"]
        return
    with pytest.raises(InputError) as caught:
        planned(tmp_path, one_set(slogans=["one"]), head)
    for part in ["demo.toml:5:1: campaign.place", *parts]:
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("table", "parts"),
    [
        ("2x = 1", ["variables", "“2x” can be no name"]),
        ('"a b" = "x"', ["“a b” can be no name"]),
        ('size = "x"', ["“size” means something in names of files already"]),
        ("city = ['x']", ["demo.toml:4", "variables.city"]),
        ("city = true", ["demo.toml:4", "variables.city"]),
        ("city = { 'e n' = 'x' }", ["variables.city", "“e n”"]),
        ("city = { ar = 'x' }", ["“city” has no value in en"]),
    ],
)
def test_mistakes_in_the_table(tmp_path: Path, table: str, parts: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        planned(tmp_path, one_set(slogans=["one"], organiser="{city}"), f'name = "X"\n[variables]\n{table}\n')
    for part in ["demo.toml", *parts]:
        assert part in str(caught.value)


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    head = 'name = "X"\nplace = "{a}"\ntitle = { en = "{b}" }\n[variables]\ncity = "x"\n'
    with pytest.raises(InputError) as caught:
        planned(tmp_path, one_set(slogans=["one"], organiser="{c}"), head)
    assert [found.place.key for found in caught.value.diagnostics] == [
        "campaign.place",
        "campaign.title.en",
        "set[0].organiser",
    ]


@pytest.mark.parametrize(
    ("variables", "part"),
    [({"cty": {"": "x"}}, "no variable “cty”. Did you mean “city”?"), ({"day": {"": "soon"}}, "“soon” is not a date")],
)
def test_what_is_given_wrong(tmp_path: Path, variables: Mapping[str, Mapping[str, str]], part: str) -> None:
    with pytest.raises(InputError) as caught:
        planned(tmp_path, one_set(slogans=["one"]), variables=variables)
    assert part in str(caught.value)
    with pytest.raises(InputError, match="has no variables"):
        planned(tmp_path, one_set(slogans=["one"]), 'name = "X"', variables)


@pytest.mark.parametrize("text", ["city", "=x", "city@=x", "@ur=x", ""])
def test_an_assignment_that_is_none(text: str) -> None:
    with pytest.raises(InputError, match="gives no variable a value"):
        assigned([text])


def test_assignments() -> None:
    assert assigned(["a=b=c", "a@FA=د", "b="]) == {"a": {"": "b=c", "fa": "د"}, "b": {"": ""}}
    with pytest.raises(InputError, match="given twice"):
        assigned(["a=1", "a=2"])
    with pytest.raises(InputError, match="is not a language tag"):
        assigned(["a@notalanguage=x"])


@given(
    st.lists(
        st.one_of(st.sampled_from(["{a}", "{b}", "{{", "}}"]), st.text(st.characters(exclude_characters="{}\x00")))
    )
)
def test_filling_is_replacing_token_by_token(tokens: list[str]) -> None:
    values = {"{a}": "1{b}", "{b}": "}}", "{{": "{", "}}": "}"}
    file = parse_toml(b'variables = { a = "1{b}", b = "}}" }\n[campaign]\n', "x.toml")
    file.data["campaign"] = {"place": "".join(tokens), "title": "{a}{b}"}
    filled = with_variables(file, {}, Diagnostics())
    assert filled.data["campaign"]["place"] == "".join(values.get(token, token) for token in tokens)


@pytest.mark.parametrize("text", ['set = "{a}"', 'set = ["{set}"]', '[set]\nname = "{set}"', 'campaign = "{a}"'])
def test_files_of_another_shape_are_refused_as_ever(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.toml"
    file.write_text(f'variables.a = "x"\n{text}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.toml"):
        plan_campaign(file)
