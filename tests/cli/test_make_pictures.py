"""``placards make`` with pictures and slots, as a volunteer types it; the same by campaign file and from Python."""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import placards
from placards.cli.main import main
from placards.plan.choices import Texts
from placards.plan.slot_texts import assigned, slot_texts
from placards.problems.errors import InputError

from ..messages.support import write
from .support import assert_plain

LAYOUT = """name = "Photo"
sizes = ["a6"]
[palettes.day]
paper = "#ffffff"
ink = "#101010"
[[element]]
id = "ground"
type = "shape"
fill = "paper"
[[element]]
id = "photo"
type = "photo"
optional = true
top = "0"
height = "50%"
treatment = "duotone"
dark = "ink"
[[element]]
id = "logo"
type = "photo"
show = "logo"
optional = true
top = "52%"
height = "10%"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
top = "62%"
height = "10%"
[[element]]
id = "quote"
type = "text"
show = "quote"
top = "72%"
height = "8%"
[[element]]
id = "number"
type = "text"
show = "number"
top = "80%"
height = "6%"
[[element]]
id = "day"
type = "text"
show = "day"
start = "5%"
width = "20%"
top = "88%"
height = "6%"
[[element]]
id = "month"
type = "text"
show = "month"
start = "30%"
width = "60%"
top = "88%"
height = "6%"
[[element]]
id = "demands"
type = "items"
show = "demands"
top = "94%"
height = "6%"
min_size = "2pt"
marker = "number"
"""


def jpeg(color: str = "#808080", size: tuple[int, int] = (900, 700)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "campaign"
    write(folder / "layouts" / "photo" / "layout.toml", LAYOUT)
    (folder / "pictures").mkdir()
    (folder / "pictures" / "march.jpg").write_bytes(jpeg())
    (tmp_path / "march.jpg").write_bytes(jpeg())
    (tmp_path / "logo.png").write_bytes(jpeg("#d81e05", (300, 300)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*arguments: str) -> int:
    words = ["make", "Peace", "--path", "campaign", "--layout", "photo", "--size", "a6", *arguments]
    try:
        return main(words)
    except SystemExit as error:
        return int(error.code or 0)


Said = Callable[[], str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return lambda: capsys.readouterr().err


def test_a_photograph_and_a_logo_in_one_line(here: Path, said: Said) -> None:
    given = ["--photo", "march.jpg", "--photo-alt", "A march", "--focus", "40%,30%", "--logo", "logo.png",
             "--organiser", "Students for Peace"]  # fmt: skip
    assert make(*given, "-o", "x.pdf") == 0
    first = (here / "x.pdf").read_bytes()
    assert "/Image" in first.decode("latin-1")
    assert "the organiser “Students for Peace”" in said(), "which the layout does not show"
    assert make(*given, "-o", "x.pdf") == 0
    assert (here / "x.pdf").read_bytes() == first
    (here / "elsewhere").mkdir()
    (here / "march.jpg").rename(here / "elsewhere" / "other.jpg")
    moved = ["elsewhere/other.jpg" if word == "march.jpg" else word for word in given]
    assert make(*moved, "-o", "x.pdf") == 0
    assert (here / "x.pdf").read_bytes() == first, "no path goes into the file"


def test_every_slot_is_shown_or_said(here: Path, said: Said) -> None:
    shown = ["--quote", "Enough", "--number", "3000000", "--date", "2027-04-14", "--set", "demands=Water"]
    assert make(*shown, "--set", "demands=Bread", "-o", "x.svg") == 0
    assert said() == ""
    svg = (here / "x.svg").read_text(encoding="utf-8")
    assert all(text in svg for text in ("Enough", "3,000,000", "14", "April", "Water", "Bread"))
    assert make("--set", "names=Amina", "--phone", "+44 20 7946 0000", "-o", "x.svg") == 0
    assert_plain(said(), "does not show the names “Amina”", "does not show the phone “+44 20 7946 0000”")
    assert make("--date", "2027-04-14", "--time", "16:30", "-o", "x.svg") == 0
    assert_plain(said(), "does not show the time “4:30")


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--photo", "no.jpg"], ["no.jpg", "there is no such file"]),
        (["--photo", "campaign"], ["campaign", "is a folder"]),
        (["--logo", "a", "--logo", "b", "--logo", "c"], ["3 logos"]),
        (["--focus", "40%,30%"], ["“--focus” is given, and there is no photograph"]),
        (["--photo", "march.jpg", "--focus", "40"], ["“40” is not a point of the picture", "40%,30%"]),
        (["--photo", "march.jpg", "--focus", "140%,30%"], ["is not a point of the picture"]),
        (["--set", "quotes=x"], ["no slot “quotes”", "Did you mean “quote”"]),
        (["--set", "title=x"], ["“title” is not given there"]),
        (["--set", "quote"], ["“quote” gives no slot a text"]),
        (["--set", "quote= "], ["quote is empty"]),
        (["--quote", "a", "--set", "quote=b"], ["quote is given twice"]),
        (["--set", "quote@no such=b"], ["“no such” is not a language tag"]),
    ],
)
def test_what_is_no_use_is_refused(arguments: list[str], parts: list[str], said: Said, here: Path) -> None:
    assert make(*arguments, "-o", "x.pdf") == 2
    assert_plain(said(), *parts)
    assert not (here / "x.pdf").exists()


@pytest.mark.parametrize(("data", "part"), [(jpeg()[:300], "damaged"), (b"%PDF-1.7", "this is PDF"), (b"", "not an")])
def test_a_picture_that_is_none_is_named_by_its_path(data: bytes, part: str, said: Said, here: Path) -> None:
    (here / "bad.jpg").write_bytes(data)
    assert make("--photo", "bad.jpg", "-o", "x.pdf") == 2
    assert_plain(said(), str(here / "bad.jpg"), part)


CAMPAIGN = """[campaign]
name = "March"
photo = { file = "pictures/march.jpg", alt = "A march", focus = "40%,30%" }
[campaign.details]
quote = { en = "Enough", ar = "كفى" }
[[set]]
name = "one"
layouts = ["photo"]
languages = ["en"]
sizes = ["a6"]
text = "Peace"
formats = ["svg"]
"""


def plan(here: Path, more: str = "", text: str = CAMPAIGN) -> placards.Plan:
    write(here / "campaign" / "c.toml", text + more)
    return placards.plan_campaign(here / "campaign" / "c.toml")


def test_a_campaign_gives_pictures_and_slots(here: Path) -> None:
    made = plan(here, '[set.details]\nnumber = "30"\ndemands = ["Water", "Bread"]\n')
    assert made.diagnostics == ()
    (job,) = made.jobs
    assert len(pickle.dumps(job)) < 3000, "a job names its pictures and does not carry them"
    (picture,) = job.content.pictures
    assert (picture.slot, picture.alt, picture.focus) == ("photo", "A march", (0.4, 0.3))
    fields = {name: texts[0].text for name, texts in job.content.fields}
    assert fields == {"number": "30", "quote": "Enough", "demands": "Water\nBread"}
    done = placards.batch(here / "campaign" / "c.toml", here / "out")
    assert not done.failed
    (record,) = json.loads((here / "out" / "manifest.json").read_text())["artefacts"]
    assert record["checks"]["warnings"] == []
    assert str(here) not in (here / "out" / "manifest.json").read_text()
    (here / "campaign" / "pictures" / "march.jpg").write_bytes(jpeg("#102030"))
    with pytest.raises(InputError, match="the picture “photo” was changed"):
        placards.render(job, world=placards.world_of([here / "campaign"]))


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ('photo = "../march.jpg"\n', "leaves the folder"),
        ('photo = "/etc/passwd"\n', "leaves the folder"),
        ('photo = "pictures/no.jpg"\n', "there is no picture “pictures/no.jpg”"),
        ('photo = "pictures/link.jpg"\n', "there is no picture “pictures/link.jpg”"),
        ('logo = ["a.png", "b.png", "c.png"]\n', "3 logos"),
        ('photo = { file = "pictures/march.jpg", focus = "middle" }\n', "not a point of the picture"),
        ('photo = { path = "pictures/march.jpg" }\n', "path"),
        ('details = { qoute = "x" }\n', "no slot “qoute”"),
        ('details = { quote = ["x", "y"] }\n', "quote is one text"),
    ],
)
def test_nothing_outside_is_read_and_mistakes_have_a_line(here: Path, more: str, part: str) -> None:
    (here / "campaign" / "pictures" / "link.jpg").symlink_to(here / "march.jpg")
    try:
        problems = [str(problem) for problem in plan(here, more).problems]
    except InputError as error:
        problems = [str(one) for one in error.diagnostics]
    assert any(part in problem and "c.toml:" in problem for problem in problems), problems


def test_what_a_campaign_offers_and_no_layout_shows_is_said_once(here: Path) -> None:
    text = CAMPAIGN.replace("quote = {", 'phone = "1"\nquote = {').replace(
        "photo = {", 'logo = "pictures/march.jpg"\nphoto = {'
    )
    made = plan(here, text=text.replace('layouts = ["photo"]', 'layouts = ["big"]'))
    assert sorted(d.place.message or "" for d in made.diagnostics) == ["logo", "phone", "photo", "quote"]


def test_from_python(here: Path) -> None:
    choose = {"layout": "photo", "size": "a6", "format": "svg", "world": placards.world_of([here / "campaign"])}
    slots = {"quote": "Enough", "demands": ["Water", "Bread"]}
    outside = placards.render("Peace", photo=here / "march.jpg", photo_alt="A march", slots=slots, **choose)  # type: ignore[arg-type]
    inside = placards.render("Peace", photo="pictures/march.jpg", photo_alt="A march", slots=slots, **choose)  # type: ignore[arg-type]
    assert outside.data == inside.data
    assert outside.diagnostics == ()
    with pytest.raises(InputError, match="there is no photograph"):
        placards.render("Peace", focus=(0.5, 0.5))


def test_texts_of_slots() -> None:
    assert slot_texts("names", {"en": ["A  B", "C"]}) == Texts((("en", "A B\nC"),))
    assert assigned(["quote@ar=كفى", "quote=Enough"]) == (("quote", Texts((("ar", "كفى"), ("", "Enough")))),)
    with pytest.raises(InputError, match="names is empty"):
        slot_texts("names", [])


def test_the_list_of_slots_names_all(capsys: pytest.CaptureFixture[str]) -> None:
    from placards.elements.condition import NAMES
    from placards.elements.registry import kinds
    from placards.layout.slots import SLOTS

    assert main(["list", "slots", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == [slot.name for slot in SLOTS]
    assert {f"has_{slot.fact}" for slot in SLOTS} <= set(NAMES)
    # Every slot has an element that can show it.
    written = " ".join(str(kind.__annotations__.get("show", "")) for kind in kinds().values())
    assert {slot.name for slot in SLOTS if f"'{slot.name}'" not in written} == set()
