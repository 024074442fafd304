"""What a person says of a printer, and what jobs have of it: by name, by file, in a campaign, in a table."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import placards
from placards.files.shipped import shipped_source
from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.pipeline import Engine, text_blocks
from placards.plan.choices import Choices, Printing, Texts
from placards.plan.planner import Asked, Plan, open_inputs, plan, plan_campaign
from placards.plan.printing import printing_of
from placards.press.profile_file import read_profile
from placards.problems.errors import InputError
from placards.values.profile import HOME

MM = 72 / 25.4


def chosen(printing: Printing, **more: object) -> Choices:
    base = Choices((("en",),), text=Texts.of("Peace"), sizes=("a3",), printing=printing)
    return replace(base, **more)  # type: ignore[arg-type]


def planned(choices: Choices, inputs: Inputs | None = None) -> Plan:
    return plan([Asked(choices)], inputs or open_inputs([], printings=[choices.printing]))


def codes(made: Plan) -> list[str]:
    return [found.code for found in (*made.diagnostics, *(note for job in made.jobs for note in job.notes))]


# Choices.


def test_a_pdf_gets_the_profile_and_an_image_none() -> None:
    made = planned(chosen(Printing("press-x4"), formats=("pdf", "png", "svg")))
    profiles = {job.output.format: job.output.profile for job in made.jobs}
    assert profiles["pdf"].name == "press-x4"
    assert profiles["png"] == profiles["svg"] == HOME
    assert codes(made) == []


def test_who_asks_for_none_gets_the_home_one() -> None:
    (job,) = planned(chosen(Printing())).jobs
    assert job.output.profile is HOME


def test_single_keys_alone_change_the_home_one() -> None:
    (job,) = planned(chosen(Printing(keys=(("bleed_mm", 7.0),)))).jobs
    assert (job.output.profile.name, job.output.profile.bleed_mm) == ("home", 7.0)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_that_an_image_takes_none_is_said(kind: str) -> None:
    assert codes(planned(chosen(Printing("press-x4"), formats=(kind,)))) == ["profile-not-for-images"]
    made = placards.render("Peace", size="a7", format="png", profile="press-x4")
    assert [found.code for found in made.diagnostics] == ["profile-not-for-images"]


def test_what_a_screen_or_a_home_printer_does_not_show_is_said() -> None:
    assert codes(planned(chosen(Printing("banner"), sizes=("story",)))) == ["profile-not-for-screens"]
    assert codes(planned(chosen(Printing("press-x4"), sizes=("story",)))) == []
    home = Printing("copyshop", keys=(("finishing.cut", True),))
    assert codes(planned(chosen(home))) == ["profile-finishing-not-drawn"]


def test_a_size_that_cannot_go_with_the_profile_is_left_out_and_said_once() -> None:
    made = planned(chosen(Printing("pureorange"), sizes=("a6", "a3"), layouts=("placard", "big")))
    assert {job.size for job in made.jobs} == {"a3"}
    assert codes(made) == ["profile-no-room"]
    made = planned(chosen(Printing("guildford"), sizes=("30x60mm",)))
    assert (made.jobs, codes(made)) == ((), ["profile-bleed-large"])


def test_a_profile_that_is_wrong_stops_its_jobs_with_a_sentence() -> None:
    made = planned(chosen(Printing("press-x5")))
    assert made.jobs == ()
    assert codes(made) == ["profile-unknown"]
    made = planned(chosen(Printing("press-x1a", keys=(("layers", True),))))
    assert codes(made) == ["profile-x1a-has-none"]


# Names.


def test_the_factor_stands_in_the_name_where_a_file_is_drawn_smaller() -> None:
    made = planned(chosen(Printing("banner"), sizes=("8x2m", "2x1m")))
    assert [job.name for job in made.jobs] == ["en/placard-8x2m-1to10.pdf", "en/placard-2x1m.pdf"]
    made = planned(chosen(Printing("digitaldruck-fabrik"), sizes=("6x1m", "12x1m", "49x1m")))
    assert [job.name[-9:-4] for job in made.jobs] == ["-1to2", "-1to4", "1to16"]


def test_a_profile_names_its_files() -> None:
    keys = (("file_name", "{profile}_{languages}_{size}_{scale}.{format}"),)
    made = planned(chosen(Printing("banner", keys=keys), sizes=("8x2m", "a3"), formats=("pdf", "png")))
    names = {job.name for job in made.jobs}
    assert names == {
        "banner_en_8x2m_1to10.pdf", "banner_en_a3_1to1.pdf", "en/placard-8x2m.png", "en/placard-a3.png",
    }  # fmt: skip


# A file of one's own.


def test_a_file_anywhere_with_what_lies_beside_it(tmp_path: Path) -> None:
    header = bytearray(200)
    header[12:16], header[16:20], header[36:40] = b"prtr", b"CMYK", b"acsp"
    (tmp_path / "own.icc").write_bytes(header)
    (tmp_path / "base.toml").write_text('extends = "press-x4"\nbleed = "8mm"', encoding="utf-8")
    path = tmp_path / "My Shop.toml"
    path.write_text('extends = "base"\nmarks = true\n[condition]\nicc = "own.icc"', encoding="utf-8")
    (job,) = planned(chosen(printing_of(str(path)))).jobs
    profile = job.output.profile
    assert (profile.name, profile.bleed_mm, profile.mark_offset_mm) == ("My Shop", 8.0, 8.0)
    inputs = open_inputs([], printings=[printing_of(str(path))])
    icc = inputs.world.find(profile.condition.icc)
    assert icc is not None
    assert icc.read() == bytes(header)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"shop\.toml"):
        printing_of(str(tmp_path / "shop.toml"))
    with pytest.raises(InputError):
        printing_of(f"{tmp_path}/")


def test_a_bundle_brings_its_own() -> None:
    inputs = Inputs(World([Memory({"profiles/shop.toml": b'extends = "press-x4"\nbleed = "6mm"'}), shipped_source()]))
    (job,) = planned(chosen(Printing("shop")), inputs).jobs
    assert job.output.profile.bleed_mm == 6


# Campaigns.

CAMPAIGN = """[campaign]
name = "March"

[print]
profile = "press-x4"
bleed = "5mm"
slug = true

[[set]]
name = "posters"
layouts = ["placard"]
text = "Peace"
languages = ["en"]
sizes = ["a3"]

[[set]]
name = "banners"
layouts = ["banner-wide"]
text = "Peace"
languages = ["en"]
sizes = ["3x1m"]
[set.print]
profile = "banner"
[set.print.finishing]
pocket = "8cm"
pockets = ["start"]
hem = "0"

[[set]]
name = "screens"
layouts = ["placard"]
text = "Peace"
languages = ["en"]
sizes = ["a3"]
formats = ["png"]
"""


def campaign(tmp_path: Path, text: str = CAMPAIGN) -> Path:
    path = tmp_path / "march.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_set_goes_before_the_campaign_key_by_key(tmp_path: Path) -> None:
    made = plan_campaign(campaign(tmp_path))
    assert codes(made) == []
    posters, banners, screens = (job.output.profile for job in made.jobs)
    assert (posters.name, posters.bleed_mm, posters.slug, posters.slug_name) == ("press-x4", 5, True, "March")
    assert (banners.name, banners.bleed_mm, banners.finishing.pockets) == ("banner", 5, ("start",))
    assert (banners.finishing.hem_mm, banners.finishing.eyelets_mm, banners.safe_mm) == (0, 500, 50)
    assert screens == HOME


def test_the_command_line_goes_before_both_and_single_keys_stay(tmp_path: Path) -> None:
    made = plan_campaign(campaign(tmp_path), profile="press-x1a")
    posters, banners, screens = (job.output.profile for job in made.jobs)
    assert (posters.name, posters.bleed_mm, posters.layers) == ("press-x1a", 5, False)
    assert (banners.name, banners.finishing.pocket_mm, banners.safe_mm) == ("press-x1a", 80, None)
    assert (banners.slug_name, screens) == ("March", HOME)


def test_a_shop_s_file_beside_the_campaign(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text('extends = "press-x4"\nbleed = "9mm"', encoding="utf-8")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "other.toml").write_text('extends = "press-x4"\nbleed = "8mm"', encoding="utf-8")
    text = CAMPAIGN.replace('bleed = "5mm"\n', "")
    for name, bleed in (("shop.toml", 9), ("other", 8)):
        made = plan_campaign(campaign(tmp_path, text.replace('"press-x4"', f'"{name}"')))
        assert made.jobs[0].output.profile.bleed_mm == bleed
        assert made.jobs[0].output.profile.name == name.removesuffix(".toml")


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ('profile = "press-x4"', 'profile = "press-x5"', 5, "there is no profile “press-x5”"),
        ('profile = "banner"', 'profile = "baner"', 23, "“banner”"),
        ('bleed = "5mm"', "layers = false\nfinishing_on = \"layers\"", 7, "“finishing_on”"),
        ('hem = "0"', "hem = 3", 27, "hem"),
        ('pockets = ["start"]', "", 25, "“finishing.pocket”"),
        ('bleed = "5mm"', 'bleed = "5mm"\nblack = { large = [90, 90, 90, 90] }', 7, "“most_ink”"),
        ("slug = true", "slugs = true", 7, "“slug”"),
    ],
)  # fmt: skip
def test_mistakes_stand_at_their_line(tmp_path: Path, old: str, new: str, line: int, part: str) -> None:
    path = campaign(tmp_path, CAMPAIGN.replace(old, new, 1))
    try:
        said = [str(found) for found in plan_campaign(path).diagnostics]
    except InputError as error:
        said = [str(found) for found in error.diagnostics]
    assert said
    assert f"march.toml:{line}" in said[0], said
    assert part in said[0]


def test_variables_stand_in_what_is_said_of_the_printer(tmp_path: Path) -> None:
    text = CAMPAIGN.replace(
        'bleed = "5mm"', 'bleed = "{edge}"\nfile_name = "{place}/{set}-{languages}-{size}.{format}"'
    )
    made = plan_campaign(campaign(tmp_path, f'{text}\n[variables]\nedge = "6mm"\nplace = "york"\n'))
    assert codes(made) == []
    assert made.jobs[0].output.profile.bleed_mm == 6
    assert made.jobs[0].name == "york/posters-en-a3.pdf"


def test_a_campaign_of_images_alone_hears_that_it_has_no_printer(tmp_path: Path) -> None:
    text = CAMPAIGN.replace('sizes = ["a3"]\n\n', 'sizes = ["a3"]\nformats = ["png"]\n\n')
    text = text[: text.index('[[set]]\nname = "banners"')]
    made = plan_campaign(campaign(tmp_path, text))
    assert codes(made) == ["profile-not-for-images"]
    assert made.diagnostics[0].place.line == 4


def test_a_column_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(
        "Text,Language,Size,Print profile\nPeace,en,A3,press-x4\nBread,en,A3,\nRoses,en,A3,pres-x4\n", encoding="utf-8"
    )
    head = '[campaign]\nname = "March"\n[print]\nprofile = "copyshop"\n[table]\nfile = "rows.csv"\n'
    made = plan_campaign(campaign(tmp_path, head))
    assert [job.output.profile.name for job in made.jobs] == ["press-x4", "copyshop"]
    (said,) = (str(found) for found in made.diagnostics if found.code == "profile-unknown")
    assert "rows.csv:4" in said
    assert "“Print profile”" in said


# What is made.


def test_words_keep_clear_of_what_is_sewn_on_the_side_where_it_is() -> None:
    """The pole goes through where lines begin: on the right for Arabic."""
    printing = Printing("copyshop", keys=(("finishing.pocket_mm", 80.0), ("finishing.pockets", ("start",))))
    for language, text in (("en", "Peace"), ("ar", "سلام")):
        choices = chosen(printing, languages=((language,),), text=Texts.of({language: text}), sizes=("2x1m",))
        (job,) = planned(choices).jobs
        (scene,) = Engine().scenes(job)
        blocks = [block for block in text_blocks(scene.items) if text in block.text]
        left = min(line.ink.x for block in blocks for line in block.lines)
        right = scene.trim.width - max(line.ink.right for block in blocks for line in block.lines)
        pocket, free = (left, right) if language == "en" else (right, left)
        assert pocket >= 105.4 * MM - 0.5
        assert free < 105.4 * MM


def test_the_bleed_is_that_of_the_profile() -> None:
    for name, bleed in (("guildford", 51.0), ("inked-technologies", 0.0), ("press-x4", 3.0)):
        (job,) = planned(chosen(Printing(name))).jobs
        (scene,) = Engine().scenes(job)
        assert scene.bleed == pytest.approx(bleed * MM)


def test_a_preview_has_the_margins_of_what_is_printed() -> None:
    """The picture that is looked at is that of the sheet with its safe area."""
    (plain,) = planned(chosen(Printing())).jobs
    (clear,) = planned(chosen(Printing(keys=(("safe_mm", 60.0),)))).jobs
    engine = Engine()
    assert engine.preview(plain, width_px=200).data != engine.preview(clear, width_px=200).data


def test_api_takes_a_name_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text('extends = "copyshop"\nbleed = "9mm"', encoding="utf-8")
    for profile, bleed in (("copyshop", 3.0), (str(path), 9.0)):
        (scene,) = placards.scenes("Peace", size="a5", profile=profile)
        assert scene.bleed == pytest.approx(bleed * MM)
    with pytest.raises(InputError, match="there is no profile"):
        placards.render("Peace", profile="nowhere")


def test_shipped_profiles_all_plan_a_poster_and_a_banner() -> None:
    inputs = open_inputs([])
    for name in (path.stem for path in Path(shipped_source().root, "profiles").glob("*.toml")):
        assert read_profile(inputs.world, name).name == name
        made = planned(chosen(Printing(name), sizes=("a2", "3x1m")), inputs)
        assert len(made.jobs) == 2, name
        assert codes(made) == []


def test_the_examples_of_the_manual_are_right(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "printing.md").read_text(encoding="utf-8")
    march, beside, shop = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    made = plan_campaign(campaign(tmp_path, f'[campaign]\nname = "March"\n{march}'))
    assert [code for code in codes(made) if not code.startswith("message-")] == []
    english, arabic = made.jobs
    assert english.output.profile == arabic.output.profile
    assert (english.output.profile.name, english.output.profile.bleed_mm) == ("banner", 5)
    assert english.output.profile.finishing.pockets == ("start",)
    sets = march.partition("[[set]]")[2].partition("[set.print]")[0]
    (first, _) = plan_campaign(campaign(tmp_path, f'[campaign]\nname = "March"\n{beside}\n[[set]]{sets}')).jobs
    output = first.output
    assert (output.profile.name, output.proof, output.preflight, output.tile) == ("press-x4", "pdf", True, "a4")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "corner-print.toml").write_text(shop, encoding="utf-8")
    profile = open_inputs([tmp_path]).profile("corner-print")
    assert (profile.bleed_mm, profile.marks, profile.most_ink) == (4, True, 2.8)
