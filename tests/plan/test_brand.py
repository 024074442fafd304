"""A brand.toml beside its logo and its fonts: every layout takes it, what a person asks for goes before it, and what is
wrong is named with its line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from placards.cli.main import main
from placards.files.shipped import fonts_folder, world_of
from placards.inputs import Inputs
from placards.pipeline import Engine
from placards.plan.brand import Brand, check_brand, read_brand, with_brand
from placards.plan.choices import Choices, Details, Picture, Texts
from placards.plan.planner import Asked, Plan, open_inputs, plan, plan_campaign
from placards.problems.errors import PlacardsError
from placards.template.library import LayoutLibrary

WHOLE = """name = "Tenants of Mill Street"
colors = ["#0b4650", "#ffe08a", "#ff7a5c"]
logo = "logo.svg"
organiser = { en = "Tenants of Mill Street", ar = "مستأجرو شارع الطاحونة" }
organiser-2 = "Nurses for Rest"
link = "https://example.org/rent"

[fonts]
display = "Bebas Neue"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = tmp_path / "brand"
    (here / "fonts").mkdir(parents=True)
    (here / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', encoding="utf-8"
    )
    (here / "brand.toml").write_text(WHOLE, encoding="utf-8")
    for file in (fonts_folder() / "BebasNeue").glob("*.ttf"):
        shutil.copy(file, here / "fonts")
    return here


def written(folder: Path, text: str) -> Path:
    path = folder / "brand.toml"
    path.write_text(text, encoding="utf-8")
    return path


def opened(brand: Brand) -> Inputs:
    return open_inputs([brand.folder], with_brand(choices(), brand).details.pictures)


def made(brand: Brand, choices: Choices) -> Plan:
    inputs = opened(brand)
    check_brand(brand, inputs)
    return plan([Asked(with_brand(choices, brand))], inputs)


def choices(layout: str = "band", text: str = "Peace now", language: str = "en", **more: object) -> Choices:
    plain = {"text": Texts.of(text), "layouts": (layout,), "sizes": ("a6",), "language": language, **more}
    return Choices((language,), **plain)  # type: ignore[arg-type]


def test_what_it_gives(folder: Path) -> None:
    brand = read_brand(folder / "brand.toml")
    assert brand.logos == ((folder / "logo.svg").resolve(),)
    assert brand.second == Texts.of("Nurses for Rest")
    (job,) = made(brand, choices()).jobs
    colors = {name: color.hex for name, color in job.colors}
    assert [colors[role] for role in ("paper", "ink", "accent")] == ["#0b4650", "#ffe08a", "#ff7a5c"]
    assert [text.text for text in dict(job.content.fields)["organiser"]] == ["Tenants of Mill Street"]
    assert job.content.link == "https://example.org/rent"
    assert job.faces == (("display", "Bebas Neue"),)
    (arabic,) = made(brand, choices(text="سلام", language="ar")).jobs
    assert [text.text for text in dict(arabic.content.fields)["organiser"]] == ["مستأجرو شارع الطاحونة"]


@pytest.mark.parametrize("layout", LayoutLibrary(world_of()).names())
def test_every_layout_takes_its_colours(folder: Path, layout: str) -> None:
    plan_ = made(read_brand(folder / "brand.toml"), choices(layout))
    assert [d.code for d in plan_.diagnostics if d.code.startswith("brand")] == []
    for job in plan_.jobs:
        assert dict(job.colors)["paper"].hex == "#0b4650"
        assert not [d for d in job.notes if d.code.startswith("brand")]


def test_what_a_person_asks_for_goes_before_it(folder: Path) -> None:
    details = Details(organiser=Texts.of("Me"), link="https://example.org/me")
    (job,) = made(read_brand(folder / "brand.toml"), choices(palettes=("night",), details=details)).jobs
    assert job.colors == ()
    assert job.palette == "night"
    assert dict(job.content.fields)["organiser"][0].text == "Me"
    assert job.content.link == "https://example.org/me"
    (job,) = made(read_brand(folder / "brand.toml"), choices(palettes=("#fff,#000",))).jobs
    assert dict(job.colors)["paper"].hex == "#ffffff"


def test_colours_by_role_keep_their_inks_and_a_palette_may_be_named(folder: Path) -> None:
    text = '[colors]\npaper = "#fff"\naccent = { rgb = "#d81e05", cmyk = [0, 90, 100, 5] }\n'
    (job,) = made(read_brand(written(folder, text)), choices()).jobs
    assert dict(job.colors)["accent"].cmyk == (0, 0.9, 1, 0.05)
    assert dict(job.colors)["paper"].hex == "#ffffff"
    (job,) = made(read_brand(written(folder, 'palette = "riso"')), choices()).jobs
    assert dict(job.colors)["accent"].hex == "#d91d67"


def test_a_layout_with_colours_of_its_own_says_that_it_shows_none_of_them(folder: Path, tmp_path: Path) -> None:
    own = folder / "layouts" / "own"
    own.mkdir(parents=True)
    (own / "layout.toml").write_text(
        'name = "Own"\n[palettes.day]\nblood = "#900"\n[[element]]\nid = "g"\ntype = "shape"\nfill = "blood"\n'
        '[[element]]\nid = "s"\ntype = "text"\nshow = "slogan"\nfill = "blood"\n',
        encoding="utf-8",
    )
    (job,) = made(read_brand(folder / "brand.toml"), choices("own")).jobs
    assert [d.code for d in job.notes] == ["brand-colors-not-taken"]
    assert job.colors == ()


def test_its_face_goes_first_and_what_it_cannot_draw_is_said_once(folder: Path) -> None:
    brand = read_brand(folder / "brand.toml")
    (job,) = made(brand, choices()).jobs
    engine = Engine(inputs=opened(brand))
    artefact = engine.make(job)
    slogan = next(text for text in artefact.texts if text.role == "slogan")
    assert all("Bebas" in name for name in slogan.fonts)
    others = [text for text in artefact.texts if text.role == "organiser"]
    assert others
    assert not any("Bebas" in name for text in others for name in text.fonts), "for letters of the role alone"
    assert not [d for d in artefact.diagnostics if d.code == "brand-face-not-whole"]
    (job,) = made(brand, choices(text="سلام Peace", language="ar")).jobs
    found = [d for d in engine.make(job).diagnostics if d.code == "brand-face-not-whole"]
    assert len(found) == 1
    assert "“Bebas Neue”" in str(found[0])
    assert "in ar" in str(found[0])


def test_logos_and_the_second_organiser_are_handed_over_where_none_is_given(folder: Path) -> None:
    brand = read_brand(folder / "brand.toml")
    details = with_brand(choices(), brand).details
    assert [(picture.slot, Path(picture.outside).name) for picture in details.pictures] == [("logo", "logo.svg")]
    assert dict(details.slots)["organiser-2"] == brand.second
    assert {"logo", "organiser-2"} <= set(details.offered)
    own = Picture("logo", outside="/elsewhere/mine.svg")
    kept = with_brand(replace(choices(), details=replace(Details(), pictures=(own,))), brand).details
    assert kept.pictures == (own,)


@pytest.mark.parametrize(
    ("text", "line", "parts"),
    [
        ('colours = ["#fff"]\n', 1, ["“colours”", "“colors”"]),
        ('name = "x"\ncolors = ["#ffg"]\n', 2, ["“#ffg” is not a colour"]),
        ('colors = ["#1", "#2"]\n', 1, ["not a colour"]),
        ('colors = ["#111", "#222", "#333", "#444", "#555"]\n', 1, ["4 colours at most", "5"]),
        ("colors = []\n", 1, ["no colours"]),
        ('[colors]\npaper = "#fff"\nacent = "#111"\n', 3, ["“acent”", "“accent”"]),
        ('[colors]\npaper = "red"\n', 2, ["“red” is not a colour"]),
        ('colors = ["#fff"]\npalette = "riso"\n', 2, ["Keep one"]),
        ('logo = "logo.sgv"\n', 1, ["“logo.sgv”", "“logo.svg”"]),
        ('logo = ["logo.svg", "none.png"]\n', 1, ["“none.png”"]),
        ('logo = "../secret.svg"\n', 1, ["../secret.svg"]),
        ('logo = "/etc/passwd"\n', 1, ["/etc/passwd"]),
        ('link = "javascript:alert(1)"\n', 1, ["javascript"]),
        ('[fonts]\ndisplya = "Inter"\n', 2, ["“displya”", "“display”"]),
        ("[fonts]\ndisplay = 3\n", 2, ["families by role"]),
        ('organiser = { engl = "x" }\n', 1, ["engl"]),
    ],
)
def test_mistakes(folder: Path, text: str, line: int, parts: list[str]) -> None:
    (folder.parent / "secret.svg").write_text("<svg/>", encoding="utf-8")
    with pytest.raises(PlacardsError) as caught:
        read_brand(written(folder, text))
    message = str(caught.value)
    assert f"brand.toml:{line}" in message, message
    for part in parts:
        assert part in message


def test_a_link_out_of_the_folder_is_no_logo(folder: Path) -> None:
    (folder.parent / "secret.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "out.svg").symlink_to(folder.parent / "secret.svg")
    with pytest.raises(PlacardsError, match=r"out\.svg"):
        read_brand(written(folder, 'logo = "out.svg"\n'))


@pytest.mark.parametrize(
    ("text", "near"),
    [('palette = "rizo"\n', "“riso”"), ('[fonts]\ndisplay = "Bebas Nue"\n', "“Bebas Neue”")],
)
def test_names_that_there_are_not(folder: Path, text: str, near: str) -> None:
    brand = read_brand(written(folder, text))
    with pytest.raises(PlacardsError) as caught:
        check_brand(brand, Inputs(world_of([folder])))
    assert near in str(caught.value)
    assert f"brand.toml:{text.count(chr(10))}" in str(caught.value)


def test_on_the_command_line_and_in_a_campaign(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["make", "Peace now", "--layout", "band", "--size", "a6", "--brand", "brand/brand.toml",
                 "-o", "x.svg"]) == 0  # fmt: skip
    said = capsys.readouterr().err
    assert "logo" in said
    svg = Path("x.svg").read_text(encoding="utf-8")
    assert "#0b4650" in svg
    assert "Tenants of Mill Street" in svg
    file = tmp_path / "c.toml"
    rest = '[[set]]\nname = "s"\nlayouts = ["band"]\ntext = "Peace now"\nlanguages = ["en"]\nsizes = ["a6"]\n'
    file.write_text('[campaign]\nname = "C"\nbrand = "brand/brand.toml"\n' + rest, encoding="utf-8")
    (job,) = plan_campaign(file).jobs
    assert dict(job.colors)["paper"].hex == "#0b4650"
    other = written(tmp_path, 'colors = ["#222", "#eee"]\n')
    (job,) = plan_campaign(file, brand=other).jobs
    assert dict(job.colors)["paper"].hex == "#222222"
    file.write_text('[campaign]\nname = "C"\nbrand = "none.toml"\n' + rest, encoding="utf-8")
    assert main(["batch", str(file), "--json"]) == 2
    assert "none.toml" in capsys.readouterr().err
