"""Choices become jobs: what is asked for is made or named, whoever asks; nothing is dropped in silence."""

from __future__ import annotations

import datetime
import pickle
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from placards.cli.main import main
from placards.files.shipped import shipped_source
from placards.files.world import World
from placards.inputs import Inputs
from placards.job import OutputSpec
from placards.pipeline import Engine, text_blocks
from placards.plan.choices import Choices, Details, Texts
from placards.plan.messages import Messages
from placards.plan.planner import MAX_JOBS, Asked, count, plan
from placards.problems.diagnostic import Diagnostics, Severity
from placards.problems.errors import InputError, PlacardsError

from .support import codes, memory, notes, planned, refused

ONE = Choices(("en",), layouts=("plain",), sizes=("a6",), slogans=("demo/one",))


# --- languages -----------------------------------------------------------------------------------------------------


def test_a_layout_that_shows_fewer_languages_is_refused_and_others_are_named() -> None:
    """defects.md 2: batch with “big” and [["en", "ar"]] wrote en+ar in English only."""
    made = planned(replace(ONE, layouts=("big", "two-languages"), languages=(("en", "ar"), "de")))
    assert [job.name for job in made.jobs] == [
        "de/one-big-a6.pdf", "en+ar/one-two-languages-a6.pdf", "de/one-two-languages-a6.pdf",
    ]  # fmt: skip
    (problem,) = made.problems
    assert problem.code == "plan-languages-many"
    assert "“big” shows 1 language, and “en” and “ar” are asked for" in str(problem)
    assert "“two-languages”" in problem.advice()


def test_four_texts_get_a_layout_that_shows_four() -> None:
    """defects.md 2: four texts with four --lang and no layout printed one."""
    texts = Texts.of({"en": "Peace", "de": "Frieden", "fr": "Paix", "es": "Paz"})
    made = planned(Choices((("en", "de", "fr", "es"),), text=texts))
    (job,) = made.jobs
    assert made.diagnostics == ()
    shown = {block.language for scene in Engine(inputs=made.inputs).scenes(job) for block in text_blocks(scene.items)}
    assert {"en", "de", "fr", "es"} <= shown


def test_a_list_shows_at_most_the_languages_of_its_lines() -> None:
    """defects.md 2"""
    made = planned(replace(ONE, layouts=("many",), slogans=("one", "two"), languages=(("en", "ar", "de"),)))
    assert "“chant-sheet”" in refused(made), "the layouts named are those that list slogans"


def test_a_language_named_twice_is_refused() -> None:
    assert "en is named twice" in refused(planned(replace(ONE, languages=(("en", "en"),))))


def test_all_in_one_artefact_is_without_transliterations_and_repeated_texts() -> None:
    """defects.md 14: the specimen set 22 transliterations, and repeated equal texts."""
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entry = '\nmsgctxt "one"\nmsgid "Water is life"\nmsgstr "{}"\n'
    inputs = memory(
        locale__ar_Latn__LC_MESSAGES__demo_po=header,
        **{
            "locale/ar_Latn/LC_MESSAGES/demo.po": header + '"X-Transliteration-Of: ar\\n"\n' + entry.format("Al-ma"),
            "locale/de_AT/LC_MESSAGES/demo.po": header + entry.format("Wasser ist  Leben"),
        },
    )
    made = planned(replace(ONE, languages=(("all",),), layouts=("specimen",), without=()), inputs)
    (job,) = made.jobs
    assert job.content.languages == ("en", "ar", "de"), "the slogan's own language first"
    assert job.name == "all/one-a6.pdf"
    (note,) = job.notes
    assert note.severity is Severity.NOTE
    assert note.problem() == "1 language has the same text as another, which is shown once: de-AT = de"


def test_all_together_of_what_nobody_has_whole() -> None:
    missing = replace(
        ONE, slogans=("demo/one", "human-rights/article-30"), languages=(("all",),), without=("en", "ar", "de")
    )
    assert "none of the known languages has every slogan" in refused(planned(replace(missing, layouts=("many",))))


def test_all_stands_alone() -> None:
    assert "“all” stands among other languages" in refused(planned(replace(ONE, languages=(("en", "all"),))))


def test_all_of_own_texts_are_their_languages() -> None:
    text = Texts.of({"en": "Peace", "ar": "سلام"})
    each = planned(Choices(("all",), layouts=("plain",), sizes=("a6",), text=text))
    assert [job.content.languages for job in each.jobs] == [("en",), ("ar",)]
    together = planned(Choices((("all",),), layouts=("plain",), sizes=("a6",), text=text))
    assert [job.content.languages for job in together.jobs] == [("en", "ar")]


@pytest.mark.parametrize("tag", ["und", "gsw", "zh-Hant", "xal"])
def test_languages_without_a_catalog_can_be_asked_for(tag: str) -> None:
    made = planned(Choices((tag,), layouts=("plain",), sizes=("a6",), text=Texts(((tag, "x"),))))
    assert made.diagnostics == ()
    assert len(made.jobs) == 1


@pytest.mark.parametrize(("tag", "near"), [("urd", "“ur”"), ("qqq", "BCP 47"), ("iw", "“he”")])
def test_languages_that_there_are_not(tag: str, near: str) -> None:
    assert near in refused(planned(replace(ONE, languages=(tag,))))


# --- own texts and details -----------------------------------------------------------------------------------------


def test_an_english_text_does_not_land_in_urdu() -> None:
    """defects.md 15: English `text =` with languages = ["en", "ur"] landed in own/ur."""
    made = planned(Choices(("en", "ur", "en-GB"), layouts=("plain",), sizes=("a6",), text=Texts.of("Peace")))
    assert [job.content.languages for job in made.jobs] == [("en",), ("en-GB",)]
    assert [str(p) for p in made.problems] == ["there is no text for “ur”. Add one."]


def test_texts_by_language_say_where_the_home_language_stands_in() -> None:
    """defects.md 15"""
    text = Texts.of({"en": "Peace", "ar": "سلام"})
    made = planned(Choices(("ar", "ur"), layouts=("plain",), sizes=("a6",), text=text))
    assert [[note.code for note in job.notes] for job in made.jobs] == [[], ["plan-detail-other"]]
    (note,) = made.jobs[1].notes
    assert note.place.language == "ur"
    assert "the text is not given in ur; the one in en stands there" in str(note)


@pytest.mark.parametrize("detail", ["title", "organiser", "place"])
def test_details_that_stand_in_another_language_are_said(detail: str) -> None:
    """defects.md 15: English fallback for organiser, place and title, and no word about it."""
    asked = Choices(("en", "ar", "ur"), layouts=("event-card",), sizes=("a4",))
    texts = Texts.of({"en": "Here", "ar": "هنا"})
    others = {name: Texts.of({"en": "x", "ar": "x", "ur": "x"}) for name in ("title", "organiser", "place")}
    made = planned(replace(asked, details=Details(**{**others, detail: texts})))
    english, arabic, urdu = made.jobs
    assert (english.notes, arabic.notes) == ((), ())
    (note,) = urdu.notes
    assert (note.code, note.severity) == ("plan-detail-other", Severity.WARNING)
    assert dict(note.parameters) == {"what": detail, "language": "ur", "shown": "en"}
    assert dict(urdu.content.fields)[detail][0].language == "en", "the text keeps the language that it is in"


def test_a_single_detail_belongs_to_the_home_language_whoever_asks() -> None:
    """defects.md 11: make tagged an organiser's name with each message's language, batch with the campaign's."""
    details = Details(organiser=Texts.of("Students for Peace"))
    made = planned(replace(ONE, layouts=("two-languages",), languages=(("en", "ar"),), details=details))
    (job,) = made.jobs
    assert [text.language for text in dict(job.content.fields)["organiser"]] == ["en", "en"]
    (note,) = job.notes
    assert (note.code, note.severity) == ("plan-detail-same", Severity.NOTE)


def test_a_detail_in_neither_language_is_left_out_and_said() -> None:
    details = Details(organiser=Texts.of({"ar": "طلاب"}))
    made = planned(replace(ONE, languages=("de",), layouts=("band",), details=details))
    assert made.jobs[0].content.fields == ()
    assert notes(made) == ["plan-detail-nothing"]


def test_details_that_the_layout_does_not_show_are_not_discussed() -> None:
    details = Details(organiser=Texts.of({"ar": "طلاب"}), date=datetime.date(2027, 4, 14), calendars=("islamic",))
    made = planned(replace(ONE, languages=("de",), layouts=("big",), details=details))
    assert notes(made) == []


def test_a_time_without_a_date_is_said() -> None:
    """defects.md 3"""
    details = Details(time=datetime.time(16, 30))
    made = planned(replace(ONE, details=details))
    assert notes(made) == ["plan-time-alone"]


def test_what_needs_a_date_is_said_without_one() -> None:
    made = planned(replace(ONE, details=Details(calendars=("islamic",), hijri_shift=1)))
    said = {dict(note.parameters)["what"] for note in made.jobs[0].notes}
    assert said == {"calendars", "hijri_shift"}


@pytest.mark.parametrize("calendars", [("nepali",), ("islamic",), ("gregorian", "second")])
def test_doubtful_dates_are_said_in_every_way_of_asking(calendars: tuple[str, ...]) -> None:
    """defects.md 11: batch printed doubtful Nepali and Islamic dates without the warning that make gives."""
    details = Details(date=datetime.date(2027, 4, 14), calendars=calendars)
    made = planned(
        replace(ONE, languages=("ar", "ne") if "second" in calendars else ("en",), slogans=(), details=details)
    )
    assert made.jobs
    for job in made.jobs:
        assert [n.code for n in job.notes if n.code.startswith("calendar-")], job.name
        assert all(note.severity is Severity.WARNING for note in job.notes)


def test_hijri_shift_moves_the_islamic_date_and_quiets_the_doubt() -> None:
    """defects.md 40: no test saw a set's hijri_shift."""
    details = Details(date=datetime.date(2027, 4, 14), calendars=("islamic",))
    texts = {
        shift: dict(planned(replace(ONE, details=replace(details, hijri_shift=shift))).jobs[0].content.fields)["date"][
            0
        ]
        for shift in (-1, 0, 1)
    }
    days = {
        shift: next(int(word) for word in text.text.replace(",", " ").split() if word.isdigit())
        for shift, text in texts.items()
    }
    assert days[0] - days[-1] == 1
    assert days[1] - days[0] == 1
    assert notes(planned(replace(ONE, details=replace(details, hijri_shift=1)))) == []


@pytest.mark.parametrize(
    ("details", "part"),
    [
        (Details(digits="roman"), "there are no digits “roman”"),
        (Details(calendars=("persan",)), "“persian”"),
        (Details(hijri_shift=2), "one day only"),
        (Details(link="not a link"), "“not a link” is not a link"),
        (Details(link="javascript:alert(1)"), "“javascript:”"),
        (Details(link="data:text/html,x"), "“data:”"),
        (Details(link="file:///etc/passwd"), "“file:”"),
        (Details(link="https://"), "is not a link"),
        (Details(link="mailto:nobody"), "is not a link"),
        (Details(link="tel:abc"), "is not a link"),
    ],
)
def test_details_that_cannot_be_used_stop_their_choices_and_no_others(details: Details, part: str) -> None:
    """defects.md 35: accepted without a word."""
    made = plan([Asked(replace(ONE, details=details)), Asked(replace(ONE, name="b"))], memory())
    assert [job.name for job in made.jobs] == ["b/en/one-a6.pdf"]
    (problem,) = made.problems
    assert part in str(problem)


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/a?b=c#d", "http://localhost:8000/x", "HTTP://EXAMPLE.ORG", "example.org", "example.org:8080/x",
        "www.beispiel.de/ä", "пример.рф", "mailto:us@example.org?subject=x", "tel:+49-341-123", "https://a.org/\u202ex",
        "https://user@example.org/", "https://192.0.2.1/x", "https://[2001:db8::1]/",
    ],
)  # fmt: skip
def test_links_that_are_fine(link: str) -> None:
    assert planned(replace(ONE, details=Details(link=link))).problems == ()


# --- make and campaign are one --------------------------------------------------------------------------------------

CAMPAIGN = """[campaign]
name = "x"
language = "ar"
[[set]]
name = "a"
layouts = ["event-card"]
slogans = ["peace/peace-now"]
languages = [["ar"]]
sizes = ["a4"]
formats = ["png"]
palettes = ["night"]
dpi = 40
organiser = "نحن"
place = "هنا"
date = 2027-04-14
time = 16:30:00
link = "https://example.org"
calendars = ["gregorian", "second"]
digits = "arabic"
files = "{languages}/{slogan}.{format}"
"""

ARGUMENTS = [
    "--slogan", "peace/peace-now", "--lang", "ar", "--layout", "event-card", "--size", "a4", "--palette", "night",
    "--dpi", "40", "--organiser", "نحن", "--place", "هنا", "--date", "2027-04-14", "--time", "16:30",
    "--link", "https://example.org", "--calendar", "gregorian", "--calendar", "second", "--digits", "arabic",
]  # fmt: skip


def test_make_and_a_campaign_of_one_set_give_the_same_job(tmp_path: Path) -> None:
    """defects.md 11: two planners that drifted apart."""
    import argparse

    from placards.cli import make
    from placards.plan.planner import plan_campaign

    (tmp_path / "c.toml").write_text(CAMPAIGN, encoding="utf-8")
    (by_file,) = plan_campaign(tmp_path / "c.toml").jobs
    parser = argparse.ArgumentParser()
    make.add_arguments(parser)
    _, by_hand, _ = make.plan_make(parser.parse_args([*ARGUMENTS, "-o", "x.png"]))
    assert by_hand.notes == by_file.notes
    assert [note.code for note in by_file.notes] == ["message-cautions-elsewhere", "calendar-islamic-doubtful"]
    assert replace(by_hand, name="", tags=()) == replace(by_file, name="", tags=())


def test_make_and_batch_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """defects.md 3, 11"""
    import json

    (tmp_path / "c.toml").write_text(CAMPAIGN, encoding="utf-8")
    assert main(["make", *ARGUMENTS, "-o", str(tmp_path / "x.png")]) == 0
    said = capsys.readouterr().err.splitlines()
    by_hand = [line.partition("warning: ")[2] for line in said if "warning: " in line]
    assert main(["batch", str(tmp_path / "c.toml"), "--out", str(tmp_path / "out"), "-j", "1"]) == 0
    batch_said = capsys.readouterr().out
    (record,) = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["artefacts"]
    assert by_hand == record["checks"]["warnings"]
    assert len(by_hand) == 1
    assert "Umm al-Qura" in batch_said
    assert (tmp_path / "x.png").read_bytes() == (tmp_path / "out" / record["file"]).read_bytes()


# --- jobs -----------------------------------------------------------------------------------------------------------


def test_jobs_are_small_plain_and_travel() -> None:
    made = planned(replace(ONE, languages=("ar", "en")))
    data = pickle.dumps(made.jobs[0])
    assert pickle.loads(data) == made.jobs[0]
    assert hash(made.jobs[0]) == hash(pickle.loads(data))
    assert len(data) < 2500
    assert b"/" + b"home" not in data


def test_dpi_reaches_the_file() -> None:
    """defects.md 40: no test saw a set's dpi."""
    made = planned(replace(ONE, formats=("png",), dpi=60))
    (job,) = made.jobs
    assert job.output == OutputSpec("png", 60)
    data = Engine(inputs=made.inputs).make(job).data
    assert int.from_bytes(data[16:20], "big") == round(105 / 25.4 * 60)


def test_an_image_of_so_many_pixels() -> None:
    made = planned(ONE)
    job = replace(made.jobs[0], output=OutputSpec("png", width_px=320))
    data = Engine(inputs=made.inputs).make(job).data
    assert int.from_bytes(data[16:20], "big") == 320
    assert int.from_bytes(data[20:24], "big") == round(320 * 148 / 105)


def test_a_preview_needs_no_file_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """A World of memory, with the shipped fonts: layouts, messages and Scenes without a folder of one's own."""
    made = planned(replace(ONE, languages=("ar",)))
    assert made.diagnostics == ()
    (scene,) = Engine(inputs=made.inputs).scenes(made.jobs[0])
    assert next(text_blocks(scene.items)).text == "الماء حياة"


def test_an_edited_layout_is_read_anew_and_its_old_jobs_are_stale(tmp_path: Path) -> None:
    """defects.md 30: an edited layout stayed stale in one process."""
    from placards.files.world import Folder

    from ..campaign.support import make_folder

    folder = make_folder(tmp_path)
    engine = Engine(World([Folder(folder), shipped_source()]))
    made = planned(ONE, engine.inputs)
    before = engine.make(made.jobs[0]).data
    file = folder / "layouts" / "plain" / "layout.toml"
    file.write_text(file.read_text().replace('ink = "#000000"', 'ink = "#d81e05"'))
    with pytest.raises(InputError) as caught:
        engine.make(made.jobs[0])
    assert caught.value.diagnostic.code == "job-stale"
    assert "the layout “plain” was changed since this artefact was planned" in str(caught.value)
    again = planned(ONE, engine.inputs)
    assert engine.make(again.jobs[0]).data != before
    unnamed = replace(made.jobs[0], layout_digest="")
    assert engine.make(unnamed).data == engine.make(again.jobs[0]).data, "without a digest, whatever there is"


def test_a_changed_font_makes_jobs_stale(tmp_path: Path) -> None:
    from placards.files.world import Folder
    from placards.text.fontset import shipped_fonts

    from ..campaign.support import make_folder

    folder = make_folder(tmp_path)
    (folder / "fonts").mkdir()
    path = next(f for f in shipped_fonts().families if f.name == "Oswald").files[0].path
    (folder / "fonts" / "Mine.ttf").write_bytes(path.read_bytes())
    engine = Engine(World([Folder(folder), shipped_source()]))
    (job,) = planned(ONE, engine.inputs).jobs
    engine.make(job)
    (folder / "fonts" / "Mine.ttf").unlink()
    with pytest.raises(InputError, match="a font was changed since"):
        engine.make(job)


# --- what is wrong goes into the plan -------------------------------------------------------------------------------


def test_what_is_no_placards_error_costs_its_own_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    """defects.md 28: one exception that is not a PlacardsError while planning ended the whole batch."""
    honest = Messages.worded

    def broken(self: Messages, choices: Choices, slogan: object, languages: tuple[str, ...], says: object) -> object:
        if languages == ("de",):
            raise ZeroDivisionError("oops")
        return honest(self, choices, slogan, languages, says)  # type: ignore[arg-type]

    monkeypatch.setattr(Messages, "worded", broken)
    made = planned(replace(ONE, languages=("en", "de", "ar")))
    assert [job.content.languages for job in made.jobs] == [("en",), ("ar",)]
    (problem,) = made.problems
    assert problem.code == "internal"
    assert "ZeroDivisionError: oops" in str(problem)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"layouts": ("plian",)}, "layout-unknown"),
        ({"layouts": ("../plain",)}, "layout-unknown"),
        ({"palettes": ("nite",)}, "palette-unknown"),
        ({"sizes": ("a33",)}, "size-unknown"),
        ({"formats": ("docx",)}, "render-suffix-unknown"),
        ({"slogans": ("demo/twoo",)}, "slogan-unknown"),
        ({"slogans": (), "tags": ("chnt",)}, "tag-unknown"),
        ({"slogans": (), "tags": ("chant", "declaration")}, "plan-tags-nothing"),
        ({"pattern": "{slogann}.pdf"}, "plan-pattern-unknown"),
        ({"pattern": "{slogan.pdf"}, "plan-pattern-unknown"),
        ({"languages": ("e n",)}, "language-tag"),
    ],
)
def test_unknown_names_are_diagnostics(wrong: dict[str, object], code: str) -> None:
    made = planned(replace(ONE, **wrong))  # type: ignore[arg-type]
    assert made.jobs == ()
    assert codes(made) == [code]


def test_two_artefacts_of_one_name() -> None:
    made = planned(replace(ONE, slogans=("one", "two"), pattern="{languages}.{format}"))
    assert len(made.jobs) == 1
    assert codes(made) == ["plan-same-name"]


def test_a_pattern_of_names() -> None:
    made = planned(replace(ONE, palettes=("day", "night"), pattern="{size}/{palette}-{slogan}.{format}"))
    assert [job.name for job in made.jobs] == ["a6/day-one.pdf", "a6/night-one.pdf"]


def test_skipped_messages_are_counted_by_status() -> None:
    """defects.md 31"""
    made = planned(replace(ONE, slogans=("one", "two"), languages=("de", "fr", ("ar", "fr")), sizes=("a6", "a5")))
    assert {status: found.total() for status, found in made.skipped_by_status().items()} == {"fuzzy": 1, "missing": 2}
    sentences = {skipped.status: skipped.diagnostic().sentence() for skipped in made.skipped}
    assert "“Frieden”, or use it with --draft" in sentences["fuzzy"]
    assert "has no translation into fr" in sentences["missing"]


# --- size -----------------------------------------------------------------------------------------------------------

HUGE = replace(ONE, sizes=tuple(f"{n}x200mm" for n in range(100, 1100)), formats=("pdf", "png", "svg", "jpg", "webp"))


def test_too_many_artefacts_are_counted_and_refused_before_any_is_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    """defects.md 29: planning 90,000 sizes × all languages × 5 formats was not done after 25 s, without a word."""
    monkeypatch.setattr("placards.plan.product.Job", None)  # none may be made
    asked = [Asked(replace(HUGE, languages=("all",)))]
    total = count(asked, memory())
    assert total == 1000 * 5 * 3
    with pytest.raises(InputError) as caught:
        plan([*asked, Asked(replace(HUGE, languages=("all",), name="b"))], memory())
    assert caught.value.diagnostic.code == "plan-large"
    assert f"{2 * total:,} artefacts, more than {MAX_JOBS:,}" in str(caught.value)
    assert "--yes" in str(caught.value)


def test_no_plan_is_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placards.plan.planner.MAX_JOBS_EVER", 10)
    with pytest.raises(InputError, match="Divide it"):
        plan([Asked(replace(ONE, sizes=("a6",) * 11))], memory(), limit=None)


def test_counting_counts_lists_once() -> None:
    asked = replace(ONE, slogans=("one", "two"), layouts=("plain", "many"), palettes=("day", "night"))
    assert count([Asked(asked)], memory()) == 2 * (2 + 1)
    assert len(planned(asked).jobs) == 2 * (2 + 1)


def test_a_hundred_thousand_jobs_cost_little_more_than_their_number() -> None:
    """Counted, not timed: each further job may take so many calls of Python functions and no more."""
    inputs = memory()

    def calls(sizes: int) -> int:
        asked = replace(HUGE, sizes=HUGE.sizes[:sizes], languages=("en", "ar"), slogans=("one", "two"))
        counted = 0

        def hear(frame: object, event: str, argument: object) -> None:
            nonlocal counted
            counted += event == "call"

        sys.setprofile(hear)
        try:
            made = plan([Asked(asked)], inputs, limit=None)
        finally:
            sys.setprofile(None)
        assert len(made.jobs) == sizes * 20
        return counted

    calls(10)
    few, many = calls(50), calls(250)
    assert (many - few) / (200 * 20) < 60, "calls for each further job"
    assert many < 6 * few


def test_a_broken_catalog_stops_its_own_language() -> None:
    inputs = memory(**{"locale/ar/LC_MESSAGES/demo.po": 'msgid "a\n'})
    made = planned(replace(ONE, languages=("en", "ar", "all"), slogans=("one", "two")), inputs)
    assert {job.content.languages for job in made.jobs} == {("en",), ("de",)}
    assert len(made.problems) == 1


def test_texts_of_a_layout_are_looked_up() -> None:
    """defects.md 13: extracted for translators, and never looked up."""
    layout = memory().world.file("layouts/plain/layout.toml").read().decode()
    own = (
        layout
        + '[[element]]\nid = "call"\ntype = "text"\nshow = "text"\ntext = "Join us"\ninside = "safe"\ntop = "90%"\n'
    )
    po = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "plain/call"\nmsgid "Join us"\nmsgstr "{}"\n'
    inputs = memory(
        **{
            "layouts/plain/layout.toml": own,
            "locale/de/LC_MESSAGES/layouts.po": po.format("Komm mit"),
            "locale/ar/LC_MESSAGES/messages.po": po.format("انضموا إلينا"),
        }
    )
    made = planned(replace(ONE, languages=("de", "ar", "en")), inputs)
    shown = [[(own.shown.text, own.shown.language) for own in job.content.own] for job in made.jobs]
    assert shown == [[("Komm mit", "de")], [("انضموا إلينا", "ar")], []]


def test_errors_of_composing_are_heard_in_a_preview_and_raised_by_make() -> None:
    """defects.md 2: a language that is dropped on this shape of sheet only."""
    made = planned(replace(ONE, layouts=("wide-banner",), languages=(("en", "ar"),), sizes=("banner-300x100cm", "a4")))
    engine = Engine(inputs=made.inputs)
    for job in made.jobs:
        heard = Diagnostics()
        engine.scenes(job, heard)
        if heard.errors:
            with pytest.raises(PlacardsError):
                engine.make(job)
        else:
            engine.make(job)


def test_inputs_remember_pictures_by_their_bytes_and_few() -> None:
    import io

    from PIL import Image

    from placards.problems.place import Place

    def png(color: str) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (4, 4), color).save(out, "PNG")
        return out.getvalue()

    inputs = Inputs()
    red = inputs.picture(png("red"), Place("a"))
    assert inputs.picture(png("red"), Place("b")) is red
    for number in range(20):
        inputs.picture(png(f"#{number:06x}"), Place("c"))
    assert inputs.picture(png("red"), Place("a")) is not red
