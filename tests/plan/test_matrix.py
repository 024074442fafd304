"""Exclude, include and what is other in a language: the plan is what filtering the whole product by hand gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placards.files.toml import parse_toml
from placards.files.validation import validate
from placards.inputs import Inputs
from placards.job import Job
from placards.plan.campaign_choices import asked
from placards.plan.campaign_file import Campaign
from placards.plan.choices import Choices, Combination
from placards.plan.planner import Asked, Plan, count, plan
from placards.problems.errors import InputError
from tools.reference import pages

from ..campaign.support import LAYOUT, campaign, make_folder, one_set
from .support import codes, memory, planned
from .test_planner import names, plan_campaign

PATTERN = "{layout}/{language}/{slogan}/{palette}-{size}.{format}"

#: Every combination of it can be made.
FULL = Choices(
    ("en", "ar", ("ar", "en")),
    ("plain", "other", "many"),
    ("a6", "a5", "square"),
    slogans=("demo/one", "demo/two"),
    formats=("pdf", "png"),
    palettes=("day", "night"),
    pattern=PATTERN,
)

AXES = {
    "layouts": ("plain", "other", "many", "p*", "*n*", "nothing"),
    "languages": ("en", "ar", "ar+en", "*+*", "ar*", "?r"),
    "sizes": ("a6", "a5", "a?", "square", "a[56]"),
    "formats": ("pdf", "png", "p*"),
    "palettes": ("day", "night", "d*"),
    "slogans": ("demo/one", "one", "two", "demo/*", "t*"),
}


@pytest.fixture(scope="module")
def world() -> Inputs:
    return memory(**{"layouts__other__layout.toml": LAYOUT.replace("{name}", "other")})


def said(job: Job) -> dict[str, tuple[str, ...]]:
    """What a job has on each axis, read from the job and not from its name."""
    return {
        "layouts": (job.layout,),
        "languages": ("+".join(job.content.languages),),
        "sizes": (job.size,),
        "formats": (job.output.format,),
        "palettes": (job.palette,),
    }


def out(job: Job, slogan: str, rules: tuple[Combination, ...]) -> bool:
    """Whether one slogan of a job is left out, rule by rule and key by key."""
    axes = {**said(job), "slogans": (slogan, slogan.split("/")[1])}
    return any(
        all(
            any(fnmatchcase(value, pattern) for value in axes[axis] for pattern in getattr(rule, axis))
            for axis in AXES
            if getattr(rule, axis)
        )
        for rule in rules
    )


def shown(job: Job) -> tuple[object, ...]:
    """An artefact as a value: everything on its axes, and its slogans."""
    return (*said(job).values(), tuple(entry.slogan for entry in job.content.entries))


def by_hand(whole: Plan, rules: tuple[Combination, ...]) -> Iterator[tuple[object, ...]]:
    for job in whole.jobs:
        slogans = tuple(entry.slogan for entry in job.content.entries if not out(job, entry.slogan, rules))
        if slogans:
            yield (*said(job).values(), slogans)


RULES = st.lists(
    st.builds(
        Combination,
        **{
            axis: st.one_of(st.just(()), st.lists(st.sampled_from(patterns), min_size=1, max_size=2).map(tuple))
            for axis, patterns in AXES.items()
        },
    ),
    max_size=4,
).map(tuple)


@settings(max_examples=80, deadline=None)
@given(rules=RULES)
def test_exclude_is_a_filter_of_the_whole_product(rules: tuple[Combination, ...], world: Inputs) -> None:
    whole = planned(FULL, world)
    assert len(whole.jobs) == 3 * 3 * 2 * 2 * (2 + 2 + 1)
    cut = replace(FULL, exclude=rules)
    made = planned(cut, world)
    assert made.problems == ()
    assert sorted(map(shown, made.jobs), key=repr) == sorted(by_hand(whole, rules), key=repr)
    assert count([Asked(cut)], world) == len(made.jobs)
    assert made.excluded == len(whole.jobs) - len(made.jobs)


@settings(max_examples=30, deadline=None)
@given(
    exclude=st.lists(st.sampled_from(AXES["languages"]), max_size=2),
    include=st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "layout": st.sampled_from(["plain", "other"]),
                "language": st.sampled_from(["en", "ar", "ar+en", "de"]),
                "size": st.sampled_from(["a6", "a4"]),
                "palette": st.sampled_from(["day", "night"]),
                "slogan": st.sampled_from(["demo/one", "two"]),
            },
        ).filter(bool),
        max_size=3,
    ),
    other=st.sampled_from([None, "a6", "a3"]),
)
def test_include_adds_its_own_product(
    exclude: list[str], include: list[dict[str, str]], other: str | None, world: Inputs
) -> None:
    """The artefacts are those of the product that nothing excludes, and of each include; Arabic has its own size."""
    more = ", ".join("{" + ", ".join(f'{key} = "{value}"' for key, value in one.items()) + "}" for one in include)
    rules = ", ".join(f'{{ language = "{pattern}" }}' for pattern in exclude)
    text = f"""
[campaign]
name = "X"
[[set]]
name = "s"
layouts = ["plain"]
slogans = ["demo/one", "demo/two"]
languages = ["en", "ar", ["ar", "en"]]
sizes = ["a6", "a5"]
palettes = ["day"]
files = "{PATTERN}"
exclude = [{rules}]
include = [{more}]
"""
    text += f'[set.language.ar]\nsizes = ["{other}"]\n' if other else ""
    usual = {"layout": ["plain"], "language": ["en", "ar", "ar+en"], "slogan": ["one", "two"], "palette": ["day"]}
    expected = set()
    for one in [{}, *include]:
        has = {axis: [one[axis]] if axis in one else values for axis, values in usual.items()}
        for language in has["language"]:
            sizes = ["a6", "a5"] if language != "ar" or other is None else [other]
            if not one and any(fnmatchcase(language, pattern) for pattern in exclude):
                continue
            for size in [one["size"]] if "size" in one else sizes:
                for layout in has["layout"]:
                    for slogan in has["slogan"]:
                        for palette in has["palette"]:
                            name = slogan.rpartition("/")[2]
                            if language != "de" or name == "one":  # the other one is fuzzy
                                expected.add(f"{layout}/{language}/{name}/{palette}-{size}.pdf")
    file = parse_toml(text.encode(), "x.toml")
    made = plan(asked(validate(Campaign, file), file), world)
    assert made.problems == ()
    assert {job.name for job in made.jobs} == expected


# --- what is other in a language -----------------------------------------------------------------------------------


def test_a_language_may_have_all_of_its_own(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    made = plan_campaign(
        campaign(
            folder,
            one_set(slogans=["one"], languages=["en", "ar", ["ar", "en"]], organiser="Us")
            + """[set.language.ar]
sizes = ["a5"]
palettes = ["night"]
text = "سلام"
organiser = "نحن"
files = "arabic/{size}.{format}"
copies = 7
stock = "170 g"
[set.language."ar+en"]
formats = ["png"]
""",
        )
    )
    assert made.problems == ()
    english, arabic, both = made.jobs
    assert english.name == "set/en/one-a6.pdf"
    assert (arabic.name, arabic.palette, arabic.copies, arabic.stock) == ("arabic/a5.pdf", "night", 7, "170 g")
    assert [text.text for text in arabic.content.entries[0].texts] == ["سلام"]
    assert [(t.text, t.language) for t in dict(arabic.content.fields)["organiser"]] == [("نحن", "ar")]
    assert both.name == "set/ar+en/one-a6.png"
    assert [text.text for text in dict(both.content.fields)["organiser"]] == ["Us", "Us"]


def test_a_language_of_all(tmp_path: Path) -> None:
    made = plan_campaign(
        campaign(
            make_folder(tmp_path),
            one_set(slogans=["demo/one"], languages=["all"]) + '[set.language.ar]\nsizes = ["a5"]\n',
        )
    )
    assert sorted(names(made)) == [
        f"set/{tag}" for tag in ("ar/one-a5.pdf", "de/one-a6.pdf", "en/one-a6.pdf", "fr/one-a6.pdf")
    ]
    assert codes(made) == []


def test_an_include_of_another_layout_is_told_apart_by_name(tmp_path: Path) -> None:
    made = plan_campaign(
        campaign(make_folder(tmp_path), one_set(slogans=["one"]) + 'include = [{ layout = "many" }]\n')
    )
    assert names(made) == ["set/en/one-plain-a6.pdf", "set/en/one-many-a6.pdf"]


def test_a_combination_that_is_excluded_need_not_be_possible(tmp_path: Path) -> None:
    """“many” shows one language here: that pair is left out, so that nothing is wrong."""
    sets = one_set(slogans=["one"], layouts=["plain", "band"], languages=["en", ["ar", "en"]])
    folder = make_folder(tmp_path)
    assert codes(plan_campaign(campaign(folder, sets))) == ["plan-languages-many"]
    made = plan_campaign(campaign(folder, sets + 'exclude = [{ layout = "band", language = "*+*" }]\n'))
    assert codes(made) == []
    assert len(made.jobs) == 3


# --- what never applies --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "parts"),
    [
        ('exclude = [{ layout = "plian" }]', ["demo.toml:10", "set[0].exclude[0]", "layout “plian”", "“plain”"]),
        ('exclude = [{ language = "ar" }]', ["set[0].exclude[0]", "language “ar”", "Known: en"]),
        ('exclude = [{ size = "a6" }, { size = ["a4", "a?-*"] }]', ["set[0].exclude[1]", "size “a4” or “a?-*”"]),
        ('include = [{ size = "a6" }]', ["demo.toml:10", "set[0].include[0]", "has all of it already"]),
        ('[set.language.ar]\nsizes = ["a5"]', ["demo.toml:10", "set[0].language.ar", "no artefact in “ar”"]),
    ],
)
def test_what_never_applies_is_said(tmp_path: Path, more: str, parts: list[str]) -> None:
    made = plan_campaign(campaign(make_folder(tmp_path), one_set(slogans=["one", "two"]) + more + "\n"))
    assert made.problems == ()
    (found,) = made.diagnostics
    for part in parts:
        assert part in str(found)


def test_an_exclusion_that_only_a_language_meets(tmp_path: Path) -> None:
    sets = one_set(slogans=["one"], languages=["en", "ar"]) + 'exclude = [{ size = "a5" }]\n'
    sets += '[set.language.ar]\nsizes = ["a5", "a4"]\n'
    made = plan_campaign(campaign(make_folder(tmp_path), sets))
    assert codes(made) == []
    assert names(made) == ["set/en/one-a6.pdf", "set/ar/one-a4.pdf"]


# --- mistakes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "parts"),
    [
        ("exclude = [{}]", ["demo.toml:10", "set[0].exclude[0]", "leave everything out"]),
        ('exclude = [{ sizes = "a5" }]', ["set[0].exclude[0].sizes", "“size”"]),
        ('exclude = [{ size = "a33" }]', ["demo.toml:10", "set[0].exclude[0].size", "“a33”", "“a3”"]),
        ('exclude = [{ format = "pfd" }]', ["set[0].exclude[0].format", "“pfd”", "“pdf”"]),
        ('exclude = [{ language = "e n" }]', ["set[0].exclude[0].language", "“e n”"]),
        ("exclude = [{ size = [] }]", ["set[0].exclude[0].size", "empty"]),
        ("include = [{}]", ["demo.toml:10", "set[0].include[0]", "this says nothing"]),
        ('include = [{ size = "a33" }]', ["demo.toml:10", "set[0].include[0].size", "“a33”", "“a3”"]),
        ('include = [{ slogan = "one", text = "x" }]', ["set[0].include[0]", "exclude each other"]),
        ('[set.language.ar]\nsizes = ["a33"]', ["demo.toml:11", "set[0].language.ar.sizes", "“a33”", "“a3”"]),
        ('[set.language.ar]\nsize = "a5"', ["demo.toml:11", "set[0].language.ar.size", "“sizes”"]),
        ("[set.language.AR]\n[set.language.ar]", ["set[0].language", "the language ar is named twice"]),
        ('[set.language."a r"]\n', ["“a r”", "BCP 47"]),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_key(tmp_path: Path, more: str, parts: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        plan_campaign(campaign(make_folder(tmp_path), one_set(slogans=["one"]) + more + "\n"))
    for part in ["demo.toml", *parts]:
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("more", "parts"),
    [
        ('include = [{ layout = "plian" }]', ["demo.toml:10:14", "set[0].include[0].layout", "“plian”", "“plain”"]),
        ('include = [{ slogan = "twoo" }]', ["set[0].include[0].slogan", "“two”"]),
        ('include = [{ language = "urd" }]', ["set[0].include[0].language", "“ur”"]),
        ('[set.language.en]\npalettes = ["nite"]', ["demo.toml:11:13", "set[0].language.en.palettes", "“night”"]),
        ('[set.language.EN]\nlink = "x:y"', []),
    ],
)
def test_what_is_wrong_with_some_is_said_at_their_place(tmp_path: Path, more: str, parts: list[str]) -> None:
    file = campaign(make_folder(tmp_path), one_set(slogans=["one"]) + more + "\n")
    if not parts:
        with pytest.raises(InputError, match=r"demo.toml:11:1: set\[0\].language.EN.link"):
            plan_campaign(file)
        return
    (problem,) = plan_campaign(file).problems
    for part in parts:
        assert part in str(problem)


def test_one_name_for_two_names_both_places(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    (problem,) = plan_campaign(
        campaign(folder, one_set(slogans=["one"], sizes=["a6", "a5"], files="x.{format}"))
    ).problems
    assert "“x.pdf”; they differ in “size”" in str(problem)
    sets = one_set("a", slogans=["one"], files="x.{format}") + one_set("b", slogans=["two"], files="X.{format}")
    (problem,) = plan_campaign(campaign(folder, sets)).problems
    assert "demo.toml:11:1: set[1]: " in str(problem)
    assert "one of set[0] (line 4) and one of this; they differ in “slogan”" in str(problem)
    many = one_set(slogans=["one", "two"], sizes=["a6", "a5", "a4"], files="x.{format}")
    (problem,) = plan_campaign(campaign(folder, many)).problems
    assert "5 artefacts would be called like another" in str(problem)


def test_numbers_in_names(tmp_path: Path) -> None:
    sets = one_set(slogans=["one", "two"], languages=["en", "ar"], files="{language}/{n:03}-{slogan}.{format}")
    made = plan_campaign(campaign(make_folder(tmp_path), sets + 'include = [{ size = "a5", language = "en" }]\n'))
    assert names(made) == [
        "en/001-one.pdf",
        "en/002-two.pdf",
        "ar/003-one.pdf",
        "ar/004-two.pdf",
        "en/005-one.pdf",
        "en/006-two.pdf",
    ]


@pytest.mark.parametrize(
    "pattern", ["{n:3}", "{n:x}", "{slogan:03}", "{slogan!r}", "{n.real}", "{slogan[0]}", "{n:{n}}"]
)
def test_a_field_has_no_more_than_digits(pattern: str) -> None:
    made = planned(replace(FULL, pattern=pattern + ".{format}"))
    assert made.jobs == ()
    assert codes(made) == ["plan-pattern-unknown"]


# --- the reference -------------------------------------------------------------------------------------------------


def test_the_examples_of_the_reference_are_right(tmp_path: Path) -> None:
    matrix, variables = re.findall(r"```toml\n(.*?)```", pages()["campaigns.md"], re.DOTALL)
    event, table = variables.split("\n\n")
    shows = one_set(layouts=["event-card"], languages=["en", "ur"])
    made = plan_campaign(campaign(tmp_path, f"{table}\n{matrix}\n{shows}", event.replace("[campaign]", "")))
    assert codes(made) == []
    tags = Counter((dict(job.tags)["set"], job.layout, "+".join(job.content.languages), job.size) for job in made.jobs)
    assert tags == {
        ("placards", "big", "en", "a3"): 2,
        ("placards", "big", "ur", "a2"): 2,
        ("placards", "two-languages", "ar+en", "a3"): 2,
        ("placards", "two-languages", "ar+en", "a5"): 2,
        ("placards", "wide-banner", "ur", "banner-300x100cm"): 2,
        ("set", "event-card", "en", "a6"): 1,
        ("set", "event-card", "ur", "a6"): 1,
    }
